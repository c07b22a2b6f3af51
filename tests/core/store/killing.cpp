// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "killing.h"

#include "storefixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <algorithm>
#include <cstdio>

namespace mezasu::test {

using namespace Qt::StringLiterals;

int editUntilKilled(const QString &path, quint32 seed)
{
    QRandomGenerator random(seed);
    auto s = Session::open(path);
    if (!s || !s.value().file->isWritable())
        return 3;
    std::printf("OPEN\n");
    std::fflush(stdout);
    for (int n = 0;; ++n) {
        const ElementId policy = s.value().first(Kind::Policy);
        QList<PlanChange> steps{PlanChange::set(policy, u"title"_s, u"%1-%2"_s.arg(seed).arg(n))};
        if (const quint32 more = random.bounded(4U); more == 0)
            steps.append(PlanChange::insert(ElementId::create(Kind::Goal), policy));
        else if (const auto goals = s.value().journal->plan().children(policy, Kind::Goal);
                 more == 1 && goals.size() > 1)
            steps.append(PlanChange::remove(goals.last()));
        const Name name = s.value().edit(steps);
        if (s.value().error)
            return 4;
        std::printf("%s\n", qPrintable(name.toHex()));
        std::fflush(stdout);
    }
}

KillReport killAgainAndAgain(const QString &program, const QString &folder, int rounds, quint32 seed)
{
    KillReport report;
    QRandomGenerator random(seed);
    const QString path = folder + "/plan.mezasu"_L1;
    makeSample(path);
    QList<Name> saved;
    for (; report.rounds < rounds && report.failure.isEmpty(); ++report.rounds) {
        QProcess child;
        child.start(program, {u"--edit"_s, path, QString::number(random.bounded(1000000U))});
        if (!child.waitForStarted() || !child.waitForReadyRead(60000)) {
            report.failure =
                u"round %1: the child does not open the plan, exit code %2"_s.arg(report.rounds).arg(child.exitCode());
            break;
        }
        // Any moment of an edit: after some of them, and a part of one more, however slow the machine is.
        const int edits = int(random.bounded(6U));
        QByteArray said = child.readAllStandardOutput();
        QElapsedTimer timer;
        timer.start();
        while (said.count('\n') <= edits && child.waitForReadyRead(60000))
            said += child.readAllStandardOutput();
        const auto oneEdit = quint32(timer.elapsed()) / quint32(std::max(1, edits));
        child.waitForFinished(int(random.bounded(std::max(10U, 2 * oneEdit))));
        child.kill();
        child.waitForFinished(-1);
        if (child.exitStatus() != QProcess::CrashExit) {
            report.failure = u"round %1: the child ended by itself: %2"_s.arg(report.rounds).arg(child.exitCode());
            break;
        }
        const QList<QByteArray> lines = QByteArray(said + child.readAllStandardOutput()).split('\n');
        for (const QByteArray &line : lines) {
            if (const auto name = Name::fromHex(QString::fromLatin1(line.trimmed())))
                saved.append(*name);
        }
        report.cutShort += QFile::exists(path + "-journal"_L1) ? 1 : 0;
        if (report.rounds % 2 == 1) { // who only reads comes first
            PlanFile::Options reading;
            reading.readOnly = true;
            if (const auto seen = Session::open(path, reading); !seen)
                report.failure = u"round %1: cannot be read: %2"_s.arg(report.rounds).arg(seen.error().detail);
        }
        auto s = Session::open(path);
        if (!s) {
            report.failure = u"round %1: %2"_s.arg(report.rounds).arg(s.error().detail);
            break;
        }
        for (const Name &name : std::as_const(saved)) {
            if (!s.value().journal->isApplied(name))
                report.failure = u"round %1: lost %2"_s.arg(report.rounds).arg(name.toHex());
        }
        if (!s.value().file->isWritable() || !s.value().file->notes().isEmpty())
            report.failure = u"round %1: the dead child's lock stays, or tables were mended"_s.arg(report.rounds);
        if (report.rounds % 10 == 0) { // everything is read anew, which takes longer the more there is
            const auto verified = s.value().file->verify();
            if (!verified || !verified.value().isSound())
                report.failure = u"round %1: not sound"_s.arg(report.rounds);
        }
    }
    report.saved = int(saved.size());
    return report;
}

} // namespace mezasu::test
