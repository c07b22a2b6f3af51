// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "barestore.h"
#include "core/exchange/table/tableimport.h"
#include "madeplan.h"
#include "ratios.h"
#include "storefixture.h"

#include <QFile>
#include <QFileInfo>

namespace mezasu::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr quint32 kSeed = 20260401;

void save(const ChangeSet &set, const QString &path)
{
    auto session = test::Session::create(path);
    if (!session)
        qFatal("create: %s", qUtf8Printable(session.error().detail));
    if (!session.value().take({set}))
        qFatal("commit: %s", qUtf8Printable(session.value().error->detail));
}

void importPlan(const MadePlan &made, const QString &path)
{
    RunsOfSession runs;
    auto draft = draftOfNewPlan(made.id, made.fields, made.steps, runs);
    if (!draft)
        qFatal("draft: %s", qUtf8Printable(draft.error().detail));
    draft.value().author = u"企画課"_s;
    draft.value().time = u"2026-04-01T09:00:00+09:00"_s;
    draft.value().reason = u"取込"_s;
    const ChangeSet set = makeChangeSet({}, draft.value());
    draft = Draft();
    save(set, path);
}

/// From the bytes of a table to a durable file.
void importTable(const QByteArray &table, const QString &path)
{
    const exchange::ImportPreview preview = exchange::prepareImport(table, u"L.tsv"_s, {}, {});
    const auto set = preview.isRefused() ? Result<ChangeSet>(Error()) : exchange::changeSetOf(preview);
    if (!set)
        qFatal("import: %s", qUtf8Printable(set.error().detail));
    save(set.value(), path);
}
} // namespace

QString planFile(const Setup &setup, int items)
{
    const QString path = setup.file(u"plan%1.mezasu"_s.arg(items));
    if (!QFile::exists(path))
        importPlan(makePlan(items, kSeed), path);
    return path;
}

std::vector<Score> importRatio(const Setup &setup)
{
    const MadePlan made = makePlan(kItemsOfL, kSeed);
    const QByteArray table = tableOf(made);
    const auto compare = [&](const QString &what, const QString &from, const std::function<void(QString)> &import) {
        const QString ours = setup.file(u"import-%1.mezasu"_s.arg(from));
        const QString bare = setup.file(u"bare-%1.sqlite"_s.arg(from));
        Times times, bareTimes;
        std::unique_ptr<Rows> rows;
        for (int i = 0; i < setup.repeats; ++i) {
            QFile::remove(ours);
            QFile::remove(bare);
            times.add(measure([&] { import(ours); }));
            if (!rows) {
                rows = std::make_unique<Rows>(ours);
                note(u"%1: %2 rows, file of %3 MB"_s.arg(what)
                         .arg(rows->count())
                         .arg(double(QFileInfo(ours).size()) / 1e6, 0, 'f', 1));
            }
            bareTimes.add(measure([&] { rows->writeTo(bare); }));
        }
        return score(what, times, bareTimes, 3);
    };
    note(u"L: %1 elements, %2 MB of text, table of %3 MB"_s.arg(made.elements())
             .arg(double(made.textBytes) / 1e6, 0, 'f', 1)
             .arg(double(table.size()) / 1e6, 0, 'f', 1));
    return {compare(u"import L, from its table to a durable file"_s, u"table"_s,
                [&](const QString &path) { importTable(table, path); }),
        compare(u"import L, from steps to a durable file"_s, u"steps"_s,
            [&](const QString &path) { importPlan(made, path); })};
}

} // namespace mezasu::bench
