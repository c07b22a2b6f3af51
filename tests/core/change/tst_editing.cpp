// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/difference.h"
#include "core/change/editing.h"
#include "core/change/journal.h"

#include <QTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

namespace {
FieldMap fields(std::initializer_list<std::pair<QString, Value>> list)
{
    FieldMap out;
    for (const auto &[name, value] : list)
        out.set(name, value);
    return out;
}
} // namespace

/// Steps become the writes of one ChangeSet.
class TestEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_journal = Journal();
        m_runs.clear();
        const auto draft = draftOfNewPlan(m_plan, fields({{u"title"_s, u"計画"_s}}),
            {PlanChange::insert(m_policy, m_plan, fields({{u"title"_s, u"方針"_s}, {u"number"_s, u"1"_s}})),
                PlanChange::insert(m_other, m_plan, fields({{u"title"_s, u"別の方針"_s}})),
                PlanChange::insert(m_goal, m_policy),
                PlanChange::insert(m_item, m_goal, fields({{u"code"_s, u"1-1"_s}}))},
            m_runs);
        QVERIFY(draft);
        QVERIFY(take(draft.value()));
    }

    void aDifferenceBringsBackWhatWasRemoved()
    {
        const Plan before = plan();
        QVERIFY(apply({PlanChange::set(m_item, u"title"_s, u"後で書いた名前"_s)}));
        QVERIFY(apply({PlanChange::remove(m_policy)}));
        QVERIFY(!plan().contains(m_item));
        QVERIFY(apply(difference(plan(), before)));
        QVERIFY(plan().isSameAs(before));
        QCOMPARE(plan().children(m_plan), (QList<ElementId>{m_policy, m_other}));
        QVERIFY(plan().value(m_item, u"title").isNull()); // was not there in that state
        QCOMPARE(plan().text(m_item, u"code"), u"1-1"_s);
    }

    void whatIsTheSameIsNotWrittenAgain()
    {
        QVERIFY(apply({PlanChange::remove(m_item)}));
        const auto draft =
            draftOf(m_journal, {PlanChange::insert(m_item, m_goal, fields({{u"code"_s, u"1-1"_s}}))}, m_runs);
        QVERIFY(draft);
        QStringList aspects;
        for (const DraftWrite &write : draft.value().writes)
            aspects.append(write.thing.aspect);
        aspects.sort();
        QCOMPARE(aspects, (QStringList{aspect::kExists, aspect::kPlace}));
    }

    void whatStoodBelowStaysGone()
    {
        QVERIFY(apply({PlanChange::remove(m_goal)}));
        QVERIFY(apply({PlanChange::insert(m_goal, m_policy)}));
        QVERIFY(plan().contains(m_goal));
        QVERIFY(!plan().contains(m_item));
    }

    void contestedValuesOfWhatComesBackAreDecided()
    {
        const QList<Name> base = m_journal.heads();
        Draft mine, theirs;
        mine.writes = {{{m_item, u"title"_s}, Value(u"こちら"_s), {}}};
        theirs.writes = {{{m_item, u"title"_s}, Value(u"あちら"_s), {}}};
        QVERIFY(m_journal.take({makeChangeSet(base, mine), makeChangeSet(base, theirs)}));
        QVERIFY(plan().conflicts().contains(m_item));
        const QString shown = plan().text(m_item, u"title");
        QVERIFY(apply({PlanChange::remove(m_item)}));
        QVERIFY(apply({PlanChange::insert(m_item, m_goal, fields({{u"title"_s, shown}}))}));
        QVERIFY(!plan().conflicts().contains(m_item));
        QCOMPARE(plan().text(m_item, u"title"), shown);
        QVERIFY(plan().value(m_item, u"code").isNull());
    }

    void anIdThatLivesIsNotInsertedAgain()
    {
        const auto draft = draftOf(m_journal, {PlanChange::insert(m_item, m_goal)}, m_runs);
        QVERIFY(!draft);
        QCOMPARE(draft.error().code, Error::Code::InvalidInput);
        QCOMPARE(draft.error().subject, u"1: "_s + m_item.toString());
    }

    void removedAndInsertedInOneBatch()
    {
        const Plan before = plan();
        QVERIFY(
            apply({PlanChange::remove(m_item), PlanChange::insert(m_item, m_goal, fields({{u"code"_s, u"1-1"_s}}))}));
        QVERIFY(plan().isSameAs(before));
        const ElementId fresh = ElementId::create(Kind::ReformItem);
        QVERIFY(apply({PlanChange::insert(fresh, m_goal, fields({{u"code"_s, u"1-2"_s}})), PlanChange::remove(fresh),
            PlanChange::insert(fresh, m_goal, fields({{u"title"_s, u"題"_s}}))}));
        QCOMPARE(plan().element(fresh)->fields, fields({{u"title"_s, u"題"_s}}));
    }

    void aLaterStepReplacesAnEarlierOneOfTheSameBatch()
    {
        const ElementId fresh = ElementId::create(Kind::ReformItem);
        const auto draft = draftOf(m_journal,
            {PlanChange::insert(fresh, m_goal, fields({{u"code"_s, u"1"_s}, {u"title"_s, u"一"_s}})),
                PlanChange::set(fresh, u"title"_s, u"二"_s, Value(u"一"_s)),
                PlanChange::set(fresh, u"description"_s, u"三"_s), PlanChange::set(fresh, u"description"_s, u"四"_s),
                PlanChange::set(m_item, u"code"_s, u"9"_s), PlanChange::set(m_item, u"code"_s, u"1-1"_s)},
            m_runs);
        QVERIFY(draft);
        QStringList things;
        for (const DraftWrite &write : draft.value().writes)
            things.append(write.thing.toString());
        QCOMPARE(QSet<QString>(things.begin(), things.end()).size(), things.size()); // each once
        QCOMPARE(things.size(), 5); // what ends where it began is not among them
        QVERIFY(take(draft.value()));
        QCOMPARE(plan().element(fresh)->fields,
            fields({{u"code"_s, u"1"_s}, {u"title"_s, u"二"_s}, {u"description"_s, u"四"_s}}));
    }

    void writesAreSealedInTheOrderOfTheirNames()
    {
        Draft draft;
        for (const char16_t *aspect : {u"title", u"code", u"exists"}) { // elements and aspects mixed up
            for (const ElementId &id : {m_policy, m_item, m_goal})
                draft.writes.append({{id, QString::fromUtf16(aspect)}, Value(), {}});
        }
        const ChangeSet set = makeChangeSet({}, draft);
        QStringList names;
        for (const Write &write : set.record->writes)
            names.append(write.thing.toString());
        QStringList sorted = names;
        sorted.sort();
        QCOMPARE(names, sorted);
        QCOMPARE(names.size(), 9);
    }

    void saltsAreNeverGivenTwice()
    {
        const SaltSource source = randomSalts();
        const SaltSource copy = source; // NOLINT(performance-unnecessary-copy-initialization)
        QSet<QString> seen;
        for (int i = 1; i <= 2000; ++i) {
            seen.insert(source(i));
            seen.insert(copy(i));
        }
        QCOMPARE(seen.size(), 4000);
        QCOMPARE((*seen.begin()).size(), 32);
    }

private:
    const Plan &plan() const { return m_journal.plan(); }
    bool take(const Draft &draft) { return bool(m_journal.take({makeChangeSet(m_journal.heads(), draft)})); }
    bool apply(const QList<PlanChange> &steps)
    {
        const auto draft = draftOf(m_journal, steps, m_runs);
        if (!draft)
            qWarning("%s: %s", qUtf8Printable(draft.error().subject), qUtf8Printable(draft.error().detail));
        return draft && take(draft.value());
    }

    const ElementId m_plan = ElementId::create(Kind::Plan), m_policy = ElementId::create(Kind::Policy),
                    m_other = ElementId::create(Kind::Policy), m_goal = ElementId::create(Kind::Goal),
                    m_item = ElementId::create(Kind::ReformItem);
    Journal m_journal;
    RunsOfSession m_runs;
};

QTEST_GUILESS_MAIN(TestEditing)
#include "tst_editing.moc"
