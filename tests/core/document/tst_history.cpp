// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/history.h"
#include "core/document/plandocument.h"

#include <QtTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

/// What a plan's journal tells people, and what is decided and taken back from it.
class TestHistory : public QObject
{
    Q_OBJECT

    QDateTime m_now;

    std::unique_ptr<PlanDocument> document(const QString &author, PlanDocument *of = nullptr)
    {
        auto out = std::make_unique<PlanDocument>(Journal(), nullptr, Session{author, [this] { return m_now; }});
        if (of) {
            (void)out->merge(changes(*of));
        } else {
            FieldMap fields;
            fields.set(u"title", u"計画"_s);
            (void)out->createPlan(fields);
        }
        return out;
    }
    static QList<ChangeSet> changes(PlanDocument &document)
    {
        QList<ChangeSet> all;
        for (const Name &name : document.journal().names())
            all.append(document.journal().changeSet(name));
        return all;
    }
    static ElementId addPolicy(PlanDocument &document, const QString &title)
    {
        const ElementId id = ElementId::create(Kind::Policy);
        FieldMap fields;
        fields.set(u"title", title);
        (void)document.apply({PlanChange::insert(id, document.plan().root(), fields)});
        return id;
    }
    /// As the window does: two pauses are two ChangeSets.
    void type(PlanDocument &document, const ElementId &id, const QStringList &texts, int seconds = 5)
    {
        for (const QString &text : texts) {
            document.setText(id, u"title"_s, text);
            document.flush();
            m_now = m_now.addSecs(seconds);
        }
    }
    static QList<HistoryEntry> read(
        PlanDocument &document, const HistoryReader::Wish &wish = {}, qsizetype enough = 1000)
    {
        return HistoryReader(&document.journal(), {}, wish).read(enough);
    }

private Q_SLOTS:
    void init() { m_now = QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC); }

    void aRunOfTypingIsOneEntry()
    {
        const auto plan = document(u"佐藤"_s);
        const ElementId policy = addPolicy(*plan, u"基本"_s);
        type(*plan, policy, {u"基本方"_s, u"基本方針"_s, u"基本方針一"_s});
        const QList<HistoryEntry> all = read(*plan);
        QCOMPARE(all.size(), 3); // the plan, the policy, the run
        QCOMPARE(all.at(0).names.size(), 3);
        QCOMPARE(all.at(0).thing, (Thing{policy, u"title"_s}));
        QCOMPARE(all.at(0).since, u"2026-04-01T09:00:00Z"_s);
        QCOMPARE(all.at(0).origin.time, u"2026-04-01T09:00:10Z"_s);
        QCOMPARE(all.at(1).inserted, 1);
        QVERIFY(all.at(2).beginsPlan);

        qsizetype more = 0;
        const QList<ThingChange> what = changesOf(plan->journal(), all.at(0), 10, &more);
        QCOMPARE(what.size(), 1);
        QCOMPARE(what.at(0).before.text(), u"基本"_s);
        QCOMPARE(what.at(0).after.text(), u"基本方針一"_s);

        // After a rest, by somebody else, or in another field, it is another entry.
        m_now = m_now.addSecs(3600);
        type(*plan, policy, {u"基本方針二"_s});
        QCOMPARE(read(*plan).size(), 4);
        const auto other = document(u"鈴木"_s, plan.get());
        type(*other, policy, {u"基本方針三"_s});
        QVERIFY(plan->merge(changes(*other)));
        QCOMPARE(read(*plan).size(), 5);
        QCOMPARE(read(*plan).at(0).origin.author, u"鈴木"_s);
    }

    /// Two copies of one person's plan: what was typed in each is a change of its own, also at the same time.
    void typingInTwoCopiesIsNotOneRun()
    {
        const auto plan = document(u"佐藤"_s);
        const ElementId policy = addPolicy(*plan, u"窓口"_s);
        const auto copy = document(u"佐藤"_s, plan.get());
        type(*plan, policy, {u"窓口A"_s});
        type(*copy, policy, {u"窓口B"_s});
        QVERIFY(plan->merge(changes(*copy)));
        const QList<HistoryEntry> all = read(*plan);
        QCOMPARE(all.size(), 4);
        QCOMPARE(all.at(0).names.size(), 1);
        QCOMPARE(all.at(1).names.size(), 1);
    }

    void entriesComeAFewAtATime()
    {
        const auto plan = document(u"佐藤"_s);
        const ElementId policy = addPolicy(*plan, u"題"_s);
        for (int i = 0; i < 30; ++i)
            type(*plan, policy, {u"題%1"_s.arg(i), u"題%1案"_s.arg(i)}, i % 2 ? 2 : 3600);
        const QList<HistoryEntry> whole = read(*plan);
        HistoryReader reader(&plan->journal(), {}, {});
        QList<HistoryEntry> pieces;
        int calls = 0;
        while (!reader.atEnd()) {
            // also when the time is up after every single ChangeSet
            const auto isTime = [&calls] { return ++calls % 2 == 0; };
            pieces += reader.read(7, isTime);
        }
        QCOMPARE(pieces.size(), whole.size());
        for (qsizetype i = 0; i < whole.size(); ++i)
            QCOMPARE(pieces.at(i).names, whole.at(i).names);
    }

    /// A large import may not hold whoever looks at the history: its reading stops within, and goes on.
    void aLargeChangeIsReadInPieces()
    {
        const auto plan = document(u"佐藤"_s);
        QList<PlanChange> inserts;
        QList<ElementId> policies;
        for (int i = 0; i < 400; ++i) {
            FieldMap fields;
            fields.set(u"title", u"政策%1"_s.arg(i));
            policies.append(ElementId::create(Kind::Policy));
            inserts.append(PlanChange::insert(policies.constLast(), plan->plan().root(), fields));
        }
        QVERIFY(plan->apply(inserts));
        QList<PlanChange> mixed;
        for (int i = 0; i < 70; ++i)
            mixed.append(PlanChange::remove(policies.at(i)));
        for (int i = 70; i < 370; ++i)
            mixed.append(PlanChange::set(policies.at(i), u"title"_s, u"施策%1"_s.arg(i)));
        QVERIFY(plan->apply(mixed));

        const QList<HistoryEntry> whole = read(*plan);
        QCOMPARE(whole.size(), 3);
        QCOMPARE(whole.at(0).removed, 70);
        QCOMPARE(whole.at(0).edited, 300);
        QCOMPARE(whole.at(0).inserted, 0);
        QCOMPARE(whole.at(1).inserted, 400);
        QCOMPARE(whole.at(1).edited, 0);
        QCOMPARE(whole.at(1).moved, 0);

        HistoryReader reader(&plan->journal(), {}, {});
        QList<HistoryEntry> pieces;
        int turns = 0;
        for (; !reader.atEnd(); ++turns)
            pieces += reader.read(10, [] { return true; });
        QVERIFY2(turns > 6, qPrintable(QString::number(turns)));
        QCOMPARE(pieces.size(), whole.size());
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QCOMPARE(pieces.at(i).names, whole.at(i).names);
            QCOMPARE(pieces.at(i).inserted, whole.at(i).inserted);
            QCOMPARE(pieces.at(i).edited, whole.at(i).edited);
            QCOMPARE(pieces.at(i).removed, whole.at(i).removed);
            QCOMPARE(pieces.at(i).thing, whole.at(i).thing);
        }
        qsizetype more = 0;
        QCOMPARE(changesOf(plan->journal(), whole.at(1), 10, &more).size(), 10);
        QCOMPARE(more, 790); // that it is there, and a title, each; where it stands comes with it
    }

    void theHistoryIsFiltered()
    {
        const auto plan = document(u"佐藤"_s);
        const ElementId first = addPolicy(*plan, u"窓口"_s);
        const ElementId second = addPolicy(*plan, u"財政"_s);
        type(*plan, first, {u"窓口の改善"_s});
        const auto other = document(u"鈴木"_s, plan.get());
        type(*other, second, {u"財政の見える化"_s});
        QVERIFY(plan->merge(changes(*other)));
        const auto count = [&](const HistoryReader::Wish &wish) { return read(*plan, wish).size(); };
        QCOMPARE(count({}), 5);
        QCOMPARE(count({{}, {}, u"鈴木"_s, {}}), 1);
        QCOMPARE(count({{}, {}, {}, u"改善"_s}), 1);
        QCOMPARE(count({{}, {}, {}, u"財政"_s}), 2);
        QCOMPARE(count({{first}, {}, {}, {}}), 2);
        QCOMPARE(count({{first}, u"title"_s, {}, {}}), 2);
        QCOMPARE(count({{first}, u"description"_s, {}, {}}), 0);
        QCOMPARE(count({{first, second}, {}, u"佐藤"_s, {}}), 3);
    }

    void aRunIsTakenBackByOneChange()
    {
        const auto plan = document(u"佐藤"_s);
        const ElementId policy = addPolicy(*plan, u"元"_s);
        type(*plan, policy, {u"元の"_s, u"元の題"_s});
        const HistoryEntry run = read(*plan).constFirst();
        const qsizetype before = plan->journal().names().size();
        const auto left = plan->takeBack(run.names, u"誤り"_s);
        QVERIFY(left && left.value().isEmpty());
        QCOMPARE(plan->plan().text(policy, u"title"), u"元"_s);
        QCOMPARE(plan->journal().names().size(), before + 1);
        const HistoryEntry taking = read(*plan).constFirst();
        QCOMPARE(taking.restored, 1);
        QCOMPARE(taking.origin.reason, u"誤り"_s);
        QVERIFY(plan->undo());
        QCOMPARE(plan->plan().text(policy, u"title"), u"元の題"_s);
        QVERIFY(plan->redo());
        QCOMPARE(plan->plan().text(policy, u"title"), u"元"_s);
    }

    void aRunThatWasReplacedIsLeft()
    {
        const auto plan = document(u"佐藤"_s);
        const ElementId policy = addPolicy(*plan, u"元"_s);
        type(*plan, policy, {u"元の"_s, u"元の題"_s});
        const HistoryEntry run = read(*plan).constFirst();
        m_now = m_now.addDays(1);
        type(*plan, policy, {u"新しい題"_s});
        const auto left = plan->takeBack(run.names);
        QVERIFY(left);
        QCOMPARE(left.value().size(), 2);
        QCOMPARE(plan->plan().text(policy, u"title"), u"新しい題"_s);
    }

    void aFieldIsSetBack()
    {
        const auto plan = document(u"佐藤"_s);
        const ElementId policy = addPolicy(*plan, u"一"_s);
        m_now = m_now.addDays(1);
        type(*plan, policy, {u"二"_s});
        m_now = m_now.addDays(1);
        type(*plan, policy, {u"三"_s});
        const QList<HistoryEntry> all = read(*plan, {{policy}, u"title"_s, {}, {}});
        QCOMPARE(all.size(), 3);
        const Thing title{policy, u"title"_s};
        QVERIFY(plan->setBack(title, all.at(2).names.constLast()));
        QCOMPARE(plan->plan().text(policy, u"title"), u"一"_s);
        QCOMPARE(plan->setBack(title, all.at(2).names.constLast()).value(), Name()); // holds it
        QVERIFY(plan->undo());
        QCOMPARE(plan->plan().text(policy, u"title"), u"三"_s);
        QCOMPARE(plan->setBack(title, Name()).error().code, Error::Code::NotFound);
    }

    void aConflictIsDecidedAndUndone()
    {
        const auto ours = document(u"佐藤"_s);
        const ElementId policy = addPolicy(*ours, u"題"_s);
        const auto theirs = document(u"鈴木"_s, ours.get());
        type(*ours, policy, {u"こちら"_s});
        type(*theirs, policy, {u"あちら"_s});
        QVERIFY(ours->merge(changes(*theirs)));
        const Thing title{policy, u"title"_s};
        QCOMPARE(contestedThings(ours->plan()), QList<Thing>{title});
        const QList<ConflictSide> sides = sidesOf(ours->journal(), title, {});
        QCOMPARE(sides.size(), 2);
        QCOMPARE(sides.at(0).value.text(), ours->plan().text(policy, u"title"));
        QSet<QString> authors;
        for (const ConflictSide &side : sides)
            authors.insert(*side.origin.author);
        QCOMPARE(authors, (QSet<QString>{u"佐藤"_s, u"鈴木"_s}));
        QVERIFY(ours->decide(title, sides.at(1).keep));
        QCOMPARE(ours->plan().text(policy, u"title"), sides.at(1).value.text());
        QVERIFY(ours->plan().conflicts().isEmpty());
        QCOMPARE(ours->undoStep().what, Step::What::Decide);
        QVERIFY(ours->undo());
        QCOMPARE(ours->plan().conflicts().value(policy).value(u"title"_s).size(), 2);
        QVERIFY(ours->redo());
        QVERIFY(ours->plan().conflicts().isEmpty());
        const QList<HistoryEntry> all = read(*ours);
        using Conflict = HistoryEntry::Conflict;
        QCOMPARE(all.at(0).conflict, Conflict::Decided);
        QCOMPARE(all.at(1).conflict, Conflict::Reopened);
        QCOMPARE(all.at(2).conflict, Conflict::Decided);
        QCOMPARE(all.at(3).conflict, Conflict::Untouched);
    }

    void aRemovalAgainstAnEditHasBothSides()
    {
        const auto ours = document(u"佐藤"_s);
        const ElementId policy = addPolicy(*ours, u"題"_s);
        const auto theirs = document(u"鈴木"_s, ours.get());
        QVERIFY(ours->apply({PlanChange::remove(policy)}));
        type(*theirs, policy, {u"書き足した"_s});
        QVERIFY(ours->merge(changes(*theirs)));
        const Thing exists{policy, aspect::kExists};
        QCOMPARE(contestedThings(ours->plan()), QList<Thing>{exists});
        const QList<ConflictSide> sides = sidesOf(ours->journal(), exists, {});
        QCOMPARE(sides.size(), 2);
        QCOMPARE(sides.at(0).value.text(), u"alive"_s);
        QCOMPARE(sides.at(0).origin.author, u"鈴木"_s);
        QCOMPARE(sides.at(1).value.text(), u"removed"_s);
        QCOMPARE(sides.at(1).origin.author, u"佐藤"_s);
        QVERIFY(ours->decideExistence(policy, false));
        QVERIFY(!ours->plan().contains(policy));
        QVERIFY(ours->undo());
        QVERIFY(ours->plan().contains(policy));
        QVERIFY(ours->decideExistence(policy, true));
        QVERIFY(ours->plan().conflicts().isEmpty());
    }

    void anEditionIsNamedOnce()
    {
        const auto plan = document(u"佐藤"_s);
        addPolicy(*plan, u"題"_s);
        QVERIFY(plan->nameEdition(u"素案"_s));
        QCOMPARE(plan->plan().editions().size(), 1);
        QCOMPARE(plan->nameEdition(u"素案"_s).error().code, Error::Code::InvalidInput);
        QCOMPARE(plan->nameEdition(u"　"_s).error().code, Error::Code::InvalidInput);
        QCOMPARE(read(*plan).constFirst().thing.element.kind, Kind::Edition);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
