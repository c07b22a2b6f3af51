// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeplan.h"
#include "ratios.h"
#include "storefixture.h"

#include <QFile>

namespace mezasu::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kCopies = 30;
constexpr int kChanges = 200;

/// What one person does in a copy: mostly texts, every fifth a new issue.
QList<PlanChange> makeChanges(const QList<ElementId> &ids, QRandomGenerator &random)
{
    QList<PlanChange> out;
    while (out.size() < kChanges) {
        const ElementId &id = ids.at(random.bounded(ids.size()));
        const Value text(makeSentence(random, 40));
        if (id.kind == Kind::Issue && out.size() % 5 != 0) {
            out.append(PlanChange::set(id, u"text"_s, text));
        } else if (id.kind == Kind::ReformItem && out.size() % 5 != 0) {
            out.append(PlanChange::set(id, u"description"_s, text));
        } else if (id.kind == Kind::Goal && out.size() % 5 == 0) {
            FieldMap fields;
            fields.set(u"text"_s, text);
            out.append(PlanChange::insert({Kind::Issue, makeUuid(random)}, id, fields));
        }
    }
    return out;
}

/// Each change as a ChangeSet of its own.
void applyEach(test::Session &session, const QList<PlanChange> &changes)
{
    for (const PlanChange &change : changes) {
        auto draft = draftOf(*session.journal, {change}, session.runs);
        if (!draft)
            qFatal("draft: %s", qUtf8Printable(draft.error().detail));
        draft.value().author = u"所管課"_s;
        draft.value().time = u"2026-05-01T09:00:00+09:00"_s;
        if (!session.journal->take({makeChangeSet(session.journal->heads(), draft.value())}))
            qFatal("take");
    }
}

void commit(test::Session &session)
{
    if (!session.commit())
        qFatal("commit: %s", qUtf8Printable(session.error->detail));
}

test::Session open(const QString &path, bool readOnly)
{
    PlanFile::Options options;
    options.readOnly = readOnly;
    auto session = test::Session::open(path, options);
    if (!session)
        qFatal("open: %s", qUtf8Printable(session.error().detail));
    return std::move(session).value();
}

/// As the command line merges: reads from every copy what we have not, takes it over at once, commits once.
void merge(test::Session &ours, const QStringList &copies)
{
    QList<ChangeSet> all;
    for (const QString &path : copies) {
        test::Session copy = open(path, true);
        for (const Name &name : copy.journal->names()) {
            if (!ours.journal->isApplied(name))
                all.append(copy.journal->changeSet(name));
        }
    }
    if (!ours.journal->take(all))
        qFatal("take");
    commit(ours);
}
} // namespace

std::vector<Score> mergeRatio(const Setup &setup)
{
    const QString base = planFile(setup, kItemsOfM);
    QList<ElementId> ids;
    {
        const test::Session session = open(base, true);
        ids = session.journal->plan().preorder();
    }
    QRandomGenerator random(30);
    QStringList copies;
    QList<QList<PlanChange>> changes;
    for (int i = 0; i < kCopies; ++i) {
        const QString path = setup.file(u"copy%1.mezasu"_s.arg(i));
        changes.append(makeChanges(ids, random));
        copies.append(path);
        QFile::remove(path);
        QFile::copy(base, path);
        test::Session session = open(path, false);
        applyEach(session, changes.constLast());
        commit(session);
    }
    const QString target = setup.file(u"merged.mezasu"_s);
    const auto fresh = [&] {
        QFile::remove(target);
        QFile::copy(base, target);
    };
    Times merged[3], applied;
    for (int i = 0; i < setup.repeats; ++i) {
        for (int tens = 1; tens <= 3; ++tens) {
            fresh();
            test::Session session = open(target, false);
            merged[tens - 1].add(measure([&] { merge(session, copies.first(tens * 10)); }));
            if (session.journal->names().size() != tens * 10 * kChanges + 1)
                qFatal("not everything was merged");
        }
        fresh();
        test::Session session = open(target, false);
        applied.add(measure([&] {
            for (const QList<PlanChange> &some : changes)
                applyEach(session, some);
            commit(session);
        }));
    }
    Score perCopy = score(u"30 copies against 10, per copy (linear: 1)"_s, merged[2], merged[0], 1.3);
    perCopy.bare *= 3;
    perCopy.cpuRatio /= 3;
    Score twenty = score(u"20 copies against 10, per copy (linear: 1)"_s, merged[1], merged[0], 1.3);
    twenty.bare *= 2;
    twenty.cpuRatio /= 2;
    return {score(u"merge 30 copies of M, 200 changes each"_s, merged[2], applied, 5), twenty, perCopy};
}

} // namespace mezasu::bench
