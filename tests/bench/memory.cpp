// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory.h"

#include "madeplan.h"
#include "storefixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <cstdio>

namespace mezasu::bench {

using namespace Qt::StringLiterals;

namespace {
QList<double> child(const QString &what, const QString &path)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--child"_s, what, path});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("the child failed: %s", process.readAllStandardError().constData());
    QList<double> out;
    for (const QByteArray &number : process.readAllStandardOutput().simplified().split(' '))
        out.append(number.toDouble());
    return out;
}

Score memory(const QString &what, double megabytes)
{
    Score out;
    out.what = what;
    out.ours = megabytes;
    out.bound = 250;
    out.isMemory = true;
    return out;
}
} // namespace

int runMemoryChild(const QString &what, const QString &path)
{
    if (what == "import"_L1) {
        Setup setup;
        setup.folder = path;
        planFile(setup, kItemsOfL);
        std::printf("%.1f\n", statusOf("VmHWM:"));
        return 0;
    }
    auto session = test::Session::open(path);
    if (!session)
        return 1;
    const double opened = statusOf("VmRSS:");
    const ElementId id = session.value().first(Kind::ReformItem);
    session.value().edit({PlanChange::set(id, u"title"_s, Value(u"変更した題名"_s))});
    if (session.value().error)
        return 1;
    std::printf("%.1f %.1f %.1f\n", opened, statusOf("VmRSS:"), statusOf("VmHWM:"));
    return 0;
}

std::vector<Score> memoryUse(const Setup &setup)
{
    const QString copy = setup.file(u"memory.mezasu"_s);
    QFile::copy(planFile(setup, kItemsOfL), copy);
    const QList<double> open = child(u"open"_s, copy);
    QFile::remove(copy);
    const QString folder = setup.file(u"memory"_s);
    QDir().mkpath(folder);
    const QList<double> import = child(u"import"_s, folder);
    QDir(folder).removeRecursively();
    return {memory(u"memory with L open"_s, open.value(0)),
        memory(u"memory with L open, after an edit"_s, open.value(1)),
        memory(u"memory with L open, peak of opening and edit"_s, open.value(2)),
        memory(u"memory, peak of importing L (with the made plan)"_s, import.value(0))};
}

} // namespace mezasu::bench
