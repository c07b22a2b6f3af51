// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/plandocument.h"

#include <QSignalSpy>
#include <QtTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

namespace {
Session sessionOf(const QString &author)
{
    return {author, [] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC); }};
}

std::unique_ptr<PlanDocument> makeDocument(const QString &author = u"planner"_s)
{
    auto document = std::make_unique<PlanDocument>(Journal(), nullptr, sessionOf(author));
    FieldMap fields;
    fields.set(u"title", u"計画"_s);
    const auto made = document->createPlan(fields);
    Q_ASSERT(made);
    return document;
}

/// Another copy of the same plan.
std::unique_ptr<PlanDocument> copyOf(PlanDocument &document, const QString &author)
{
    auto copy = std::make_unique<PlanDocument>(Journal(), nullptr, sessionOf(author));
    QList<ChangeSet> all;
    for (const Name &name : document.journal().names())
        all.append(document.journal().changeSet(name));
    const auto taken = copy->merge(all);
    Q_ASSERT(taken);
    return copy;
}

QList<ChangeSet> changesOf(PlanDocument &document)
{
    QList<ChangeSet> all;
    for (const Name &name : document.journal().names())
        all.append(document.journal().changeSet(name));
    return all;
}

ElementId addPolicy(PlanDocument &document, const QString &title)
{
    const ElementId id = ElementId::create(Kind::Policy);
    FieldMap fields;
    fields.set(u"title", title);
    const auto made = document.apply({PlanChange::insert(id, document.plan().root(), fields)});
    Q_ASSERT(made);
    return id;
}

/// A place that can be told to fail, and remembers what it was given.
class FakeStorage : public PlanStorage
{
public:
    struct State
    {
        SaveOutcome outcome;
        int commits = 0, retries = 0;
        bool readOnly = false;
    };
    explicit FakeStorage(State *state)
        : m_state(state)
    {
    }
    SaveOutcome commit(JournalDelta, Journal &) override
    {
        ++m_state->commits;
        return m_state->outcome;
    }
    SaveOutcome retry(Journal &) override
    {
        ++m_state->retries;
        return m_state->outcome;
    }
    QString path() const override { return u"plan.mezasu"_s; }
    bool isReadOnly() const override { return m_state->readOnly; }

private:
    State *m_state;
};
} // namespace

class TestPlanDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditIsAnnouncedAndUndone()
    {
        const auto document = makeDocument();
        QSignalSpy changed(document.get(), &PlanDocument::elementsChanged);
        const ElementId policy = addPolicy(*document, u"基本方針"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).value<QList<ElementId>>(), QList<ElementId>{policy});
        QCOMPARE(document->undoStep().what, Step::What::Insert);

        QVERIFY(document->apply({PlanChange::set(policy, u"title"_s, u"別の題"_s)}));
        QCOMPARE(document->undoStep(), (Step{Step::What::Edit, policy, u"title"_s, u"基本方針"_s}));
        QVERIFY(document->undo());
        QCOMPARE(document->plan().text(policy, u"title"), u"基本方針"_s);
        QVERIFY(document->redo());
        QCOMPARE(document->plan().text(policy, u"title"), u"別の題"_s);
    }

    void typingIsHeldUntilItIsFlushed()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"あ"_s);
        const qsizetype before = document->journal().names().size();
        document->setText(policy, u"title"_s, u"あい"_s);
        document->setText(policy, u"title"_s, u"あいう"_s);
        QCOMPARE(document->saveState(), PlanDocument::SaveState::Typing);
        QCOMPARE(document->plan().text(policy, u"title"), u"あ"_s);
        QCOMPARE(document->text(policy, u"title"_s), u"あいう"_s);
        document->flush();
        QCOMPARE(document->plan().text(policy, u"title"), u"あいう"_s);
        QCOMPARE(document->journal().names().size(), before + 1);
        QCOMPARE(document->saveState(), PlanDocument::SaveState::InMemory);
    }

    void typingIsWrittenByItself()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"あ"_s);
        document->setText(policy, u"title"_s, u"い"_s);
        QTRY_COMPARE_WITH_TIMEOUT(document->plan().text(policy, u"title"), u"い"_s, 10000);
    }

    void aRunOfTypingIsOneStep()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"一"_s);
        for (const QString &text : {u"一二"_s, u"一二三"_s, u"一二三四"_s}) {
            document->setText(policy, u"title"_s, text);
            document->flush();
        }
        QVERIFY(document->undo());
        QCOMPARE(document->plan().text(policy, u"title"), u"一"_s);
        QVERIFY(document->redo());
        QCOMPARE(document->plan().text(policy, u"title"), u"一二三四"_s);
        QVERIFY(document->undo());
        QVERIFY(document->undo()); // the insertion
        QVERIFY(!document->plan().contains(policy));
        QVERIFY(!document->canUndo());
    }

    void leavingTheFieldEndsTheRun()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"一"_s);
        document->setText(policy, u"title"_s, u"二"_s);
        document->endRun();
        document->setText(policy, u"title"_s, u"三"_s);
        QVERIFY(document->undo());
        QCOMPARE(document->plan().text(policy, u"title"), u"二"_s);
    }

    void aRunThatEndsWhereItBeganIsNoStep()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"一"_s);
        document->setText(policy, u"title"_s, u"一二"_s);
        document->flush();
        document->setText(policy, u"title"_s, u"一"_s);
        document->flush();
        QCOMPARE(document->undoStep().what, Step::What::Insert);
        document->setText(policy, u"title"_s, u"一三"_s);
        document->setText(policy, u"title"_s, u"一"_s);
        const qsizetype names = document->journal().names().size();
        document->flush();
        QCOMPARE(document->journal().names().size(), names);
    }

    void anotherFieldWritesTheHeldOne()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"一"_s);
        document->setText(policy, u"title"_s, u"二"_s);
        document->setText(policy, u"number"_s, u"1"_s);
        QCOMPARE(document->plan().text(policy, u"title"), u"二"_s);
        QVERIFY(document->undo());
        QCOMPARE(document->text(policy, u"number"_s), QString());
        QCOMPARE(document->plan().text(policy, u"title"), u"二"_s);
    }

    void undoOfAnInsertionWithItsTypingComesBack()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"一"_s);
        const ElementId goal = ElementId::create(Kind::Goal);
        QVERIFY(document->apply({PlanChange::insert(goal, policy)}));
        document->setText(policy, u"description"_s, u"説明"_s);
        document->flush();
        while (document->canUndo())
            QVERIFY(document->undo());
        QCOMPARE(document->plan().size(), 1);
        while (document->canRedo())
            QVERIFY(document->redo());
        QCOMPARE(document->plan().text(policy, u"description"), u"説明"_s);
        QVERIFY(document->plan().contains(goal));
    }

    void aRemovalComesAgainAfterWhatWasDoneBeforeIt()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"一"_s);
        QVERIFY(document->apply({PlanChange::set(policy, u"title"_s, u"二"_s)}));
        QVERIFY(document->apply({PlanChange::remove(policy)}));
        for (int round = 0; round < 3; ++round) {
            QVERIFY(document->undo());
            QVERIFY(document->undo());
            QCOMPARE(document->plan().text(policy, u"title"), u"一"_s);
            QVERIFY(document->redo());
            QCOMPARE(document->plan().text(policy, u"title"), u"二"_s);
            QVERIFY(document->redo());
            QVERIFY(!document->plan().contains(policy));
            QVERIFY(document->plan().conflicts().isEmpty());
        }
    }

    void anInsertionGoesAgainAfterWhatWasDoneBehindIt()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"一"_s);
        QVERIFY(document->apply({PlanChange::set(policy, u"title"_s, u"二"_s)}));
        for (int round = 0; round < 3; ++round) {
            QVERIFY(document->undo());
            QVERIFY(document->undo());
            QVERIFY(!document->plan().contains(policy));
            QVERIFY(document->plan().conflicts().isEmpty());
            QVERIFY(document->redo());
            QVERIFY(document->redo());
            QCOMPARE(document->plan().text(policy, u"title"), u"二"_s);
        }
    }

    void aRemovalThatComesAgainHidesNothingOfOthers()
    {
        const auto mine = makeDocument();
        const ElementId policy = addPolicy(*mine, u"一"_s);
        const auto theirs = copyOf(*mine, u"other"_s);
        QVERIFY(theirs->apply({PlanChange::set(policy, u"description"_s, u"他課の説明"_s)}));
        QVERIFY(mine->apply({PlanChange::remove(policy)}));
        QVERIFY(mine->undo());
        QVERIFY(mine->merge(changesOf(*theirs)));
        QVERIFY(mine->redo());
        QVERIFY(mine->plan().contains(policy));
        QCOMPARE(mine->plan().text(policy, u"description"), u"他課の説明"_s);
    }

    void undoLeavesWhatOthersWrote()
    {
        const auto mine = makeDocument();
        const ElementId policy = addPolicy(*mine, u"一"_s);
        const auto theirs = copyOf(*mine, u"other"_s);
        QVERIFY(theirs->apply({PlanChange::set(policy, u"description"_s, u"他課の説明"_s)}));
        QVERIFY(mine->merge(changesOf(*theirs)));
        QCOMPARE(mine->plan().text(policy, u"description"), u"他課の説明"_s);
        QCOMPARE(mine->undoStep().what, Step::What::Insert); // not theirs
        const auto left = mine->undo();
        QVERIFY(left);
        QVERIFY(!left.value().isEmpty());
        QVERIFY(mine->plan().contains(policy));
    }

    void aMergeWritesTheHeldTextFirst()
    {
        const auto mine = makeDocument();
        const ElementId policy = addPolicy(*mine, u"一"_s);
        const auto theirs = copyOf(*mine, u"other"_s);
        QVERIFY(theirs->apply({PlanChange::set(policy, u"title"_s, u"他"_s)}));
        mine->setText(policy, u"title"_s, u"自"_s);
        QVERIFY(mine->merge(changesOf(*theirs)));
        const auto candidates = mine->plan().conflicts().value(policy).value(u"title"_s);
        QCOMPARE(candidates.size(), 2);
        QVERIFY(candidates.contains(Value(u"自"_s)) && candidates.contains(Value(u"他"_s)));
    }

    void whatCannotBeSavedIsSaidAndStaysOnScreen()
    {
        FakeStorage::State state;
        PlanDocument document(Journal(), std::make_unique<FakeStorage>(&state), sessionOf(u"a"_s));
        QVERIFY(document.createPlan({}));
        QCOMPARE(document.saveState(), PlanDocument::SaveState::Saved);
        state.outcome = {
            SaveOutcome::State::Rescued, makeError(Error::Code::Storage, u"disk full"_s), u"rescue.mezasu"_s};
        QSignalSpy told(&document, &PlanDocument::saveStateChanged);
        const ElementId policy = addPolicy(document, u"題"_s);
        QCOMPARE(told.size(), 1);
        QCOMPARE(document.saveState(), PlanDocument::SaveState::Rescued);
        QCOMPARE(document.rescuePath(), u"rescue.mezasu"_s);
        QCOMPARE(document.plan().text(policy, u"title"), u"題"_s);
        state.outcome = {};
        QCOMPARE(document.save(), PlanDocument::SaveState::Saved);
        QCOMPARE(state.retries, 1);
    }

    void aPlanForReadingRefusesToBeChanged()
    {
        FakeStorage::State state;
        PlanDocument document(Journal(), std::make_unique<FakeStorage>(&state), sessionOf(u"a"_s));
        QVERIFY(document.createPlan({}));
        const ElementId policy = addPolicy(document, u"題"_s);
        state.readOnly = true;
        document.setText(policy, u"title"_s, u"書けない"_s);
        QCOMPARE(document.text(policy, u"title"_s), u"題"_s);
        QCOMPARE(document.apply({PlanChange::remove(policy)}).error().code, Error::Code::Conflict);
        QCOMPARE(document.undo().error().code, Error::Code::Conflict);
    }

    void anyStepOfThePastIsTakenBack()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"一"_s);
        const auto name = document->apply({PlanChange::set(policy, u"title"_s, u"二"_s)});
        QVERIFY(document->apply({PlanChange::set(policy, u"number"_s, u"1"_s)}));
        QVERIFY(document->takeBack(name.value()));
        QCOMPARE(document->plan().text(policy, u"title"), u"一"_s);
        QCOMPARE(document->plan().text(policy, u"number"), u"1"_s);
        QCOMPARE(document->undoStep().what, Step::What::TakeBack);
        QVERIFY(document->undo());
        QCOMPARE(document->plan().text(policy, u"title"), u"二"_s);
    }

    void aBadBatchChangesNothing()
    {
        const auto document = makeDocument();
        const ElementId policy = addPolicy(*document, u"一"_s);
        const auto done = document->apply(
            {PlanChange::set(policy, u"title"_s, u"二"_s), PlanChange::set(policy, u"nonsense"_s, u"x"_s)});
        QCOMPARE(done.error().code, Error::Code::NotFound);
        QCOMPARE(document->plan().text(policy, u"title"), u"一"_s);
    }
};

QTEST_GUILESS_MAIN(TestPlanDocument)
#include "tst_plandocument.moc"
