// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"
#include "core/document/planstorage.h"

#include <QDateTime>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <functional>
#include <memory>

namespace mezasu {

/// Who works, and by which clock.
struct Session
{
    QString author;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTime(); };
};

/// One step that can be undone, in terms from which ui makes a sentence.
struct Step
{
    enum class What { Edit, Insert, Move, Remove, Import, TakeBack, SetBack, Decide, Several, Restore };
    What what = What::Edit;
    ElementId element; ///< null with Import, TakeBack and Restore
    QString field;     ///< with Edit, SetBack and Decide
    QString label;     ///< what the element was called (code, number, title, text), for when it is gone; may be empty
    bool operator==(const Step &) const = default;
};

/// The plan that is worked on: holds the journal, is its only writer, saves every change and announces it.
///
/// Changes are announced after they happened, by the names of the elements that differ; whoever shows rows keeps handles of its
/// own and brings them to the new state step by step. So a change by one field, an undo and a merge are all the same to it.
/// The plan is never copied on the way: an edit costs the same in a small and in a large plan.
class PlanDocument : public QObject
{
    Q_OBJECT

public:
    enum class SaveState {
        InMemory, ///< there is no file
        Saved,
        Saving,  ///< on its way to the disk, with saveBehind()
        Typing,  ///< text is held that is not yet written
        Rescued, ///< the file cannot be written; what is typed goes into the rescue file
        Unsaved, ///< nothing can be written
        Damaged, ///< the file was found to be damaged; it is not written to, what is typed will go into a rescue file
        ReadOnly,
    };

    /// \param journal of an existing plan, or an empty one: createPlan() then begins it
    /// \param storage null: nothing is written anywhere
    PlanDocument(Journal journal, std::unique_ptr<PlanStorage> storage, Session session, QObject *parent = nullptr);
    ~PlanDocument() override;

    /// The present state; without the text that is held. Do not keep a copy across changes: the next one would cost a copy of all.
    const Plan &plan() const { return m_journal->plan(); }
    /// The text of a field as it is on screen: the text that is held, or the plan's.
    QString text(const ElementId &id, const QString &field) const;
    /// For reading history. Flush first.
    Journal &journal() { return *m_journal; }

    // -- writing

    /// Whose name stands with changes from now on.
    void setAuthor(const QString &author) { m_session.author = author; }

    /// Begins a plan, with first elements where there are some; not a step that can be undone.
    /// \param plan null: a new name
    Result<Name> createPlan(const FieldMap &fields, const QList<PlanChange> &steps = {}, const ElementId &plan = {});
    /// All or nothing. A null Name when nothing differs. Errors of draftOf(); Conflict when the document is read-only.
    /// \param step what undo says; from the first change when not given
    Result<Name> apply(
        const QList<PlanChange> &changes, const QString &reason = {}, const std::optional<Step> &step = {});
    /// What takes long may be done by another thread: the deed is handed over, and it is over when this comes back. Until then
    /// the document is only looked at; it shows what it had. The deed asks whether it is still wanted before it writes anything.
    using Deed = std::function<void(const std::function<bool()> &isCancelled)>;
    using Beside = std::function<void(const Deed &)>;
    /// Takes a ChangeSet made elsewhere for this plan (from a file, by the importer) as one step of one's own. Cancelled: then
    /// nothing happened.
    /// \param read the file that it was made from, for the register; author, time and name of the ChangeSet are filled in
    /// \param beside empty: it is done here
    Result<Intake> applyChangeSet(
        const ChangeSet &changeSet, std::optional<FileRead> read = {}, const Beside &beside = {});
    /// Takes other people's changes; no step of one's own. \param beside as above
    Result<Intake> merge(const QList<ChangeSet> &changeSets, const Beside &beside = {});
    /// What could not be taken back because it was replaced or built upon since.
    using Left = QList<Thing>;
    Result<Left> takeBack(const Name &name, const QString &reason = {}) { return takeBack(QList<Name>{name}, reason); }
    /// Takes several back as one step, the last first; a run of typing in one field by one write.
    /// \param names oldest first
    Result<Left> takeBack(const QList<Name> &names, const QString &reason = {});
    /// Lets a field hold again what it held in the state that an applied ChangeSet left, by naming the writes of that time.
    /// A null Name when it holds that now. NotFound when there is no such ChangeSet or the element is gone.
    Result<Name> setBack(const Thing &field, const Name &at);
    /// Decides a conflict for these of its candidates. Errors of mezasu::decide().
    Result<Name> decide(const Thing &thing, const QList<Name> &keep);
    Result<Name> decideExistence(const ElementId &id, bool alive);
    /// Gives the present state a name. Errors of mezasu::nameEdition().
    Result<Name> nameEdition(const QString &name);

    /// Typing: holds the text until two seconds after the last call, flush(), or anything else that reads or writes.
    /// An empty text where there was none stays none.
    void setText(const ElementId &id, const QString &field, const QString &text);
    /// Writes the text that is held. Where no change can be made of it (the file cannot be read), it stays held: Unsaved.
    void flush();
    /// The field was left: what is typed next is a step of its own.
    void endRun();

    bool canUndo() const { return !m_undo.isEmpty() || m_held; }
    bool canRedo() const { return !m_redo.isEmpty() && !m_held; }
    Step undoStep() const; ///< the step that undo() would take back
    Step redoStep() const;
    /// Takes back the last step of this session, never anybody else's.
    Result<Left> undo();
    Result<Left> redo();

    // -- saving

    SaveState saveState() const;
    const std::optional<Error> &saveError() const { return m_outcome.error; }
    /// What is wrong with the file, where that was found after it was opened.
    const std::optional<Error> &damage() const { return m_damage; }
    QString rescuePath() const { return m_outcome.rescuePath; }
    QString path() const { return m_storage ? m_storage->path() : QString(); }
    std::optional<LockInfo> holder() const { return m_storage ? m_storage->holder() : std::nullopt; }
    bool isReadOnly() const { return m_storage && m_storage->isReadOnly(); }
    /// Which files were read into the plan, for people.
    QList<FileRead> filesRead() { return m_storage ? m_storage->filesRead() : QList<FileRead>(); }
    /// Writes what is held and tries again what could not be written. Waits for what is on its way.
    SaveState save();
    /// From now on no change waits for the disk: it is Saving first, and Saved when the disk has it.
    void saveBehind();
    /// Another thread has the plan file: the history cannot be read, only the plan.
    bool isBeside() const { return m_isBeside; }
    /// From now on steps of one's own that write thousands of things are taken over beside. One that is cancelled has not
    /// happened; what was to be undone or redone can be still.
    void takeLargeStepsBeside(const Beside &beside) { m_besideForLarge = beside; }

Q_SIGNALS:
    /// These elements were added, removed, moved, or hold other values than before.
    void elementsChanged(const QList<mezasu::ElementId> &elements);
    /// A text that is held changed; text() has it.
    void textHeld(const mezasu::ElementId &id, const QString &field);
    void saveStateChanged();
    /// The plan is saved, but something beside that went wrong: a backup that could not be made.
    void notedWhileSaving(const QList<mezasu::Error> &notes);
    void undoChanged();
    void conflictsChanged();

private:
    struct Held
    {
        ElementId id;
        QString field;
        QString text;
    };
    struct Entry
    {
        Step step;
        QList<Name> names;           ///< oldest first; several for a run of typing
        std::optional<Value> before; ///< of a run: what the field held before its first step
        /// Of a run: the writes whose values are candidates again when it is taken back as a whole.
        std::optional<QList<Name>> restores;
    };

    std::optional<Error> refusal() const;
    Result<Name> seal(Draft draft, const QString &reason);
    void announce();
    void announce(const QList<ElementId> &elements);
    /// What was taken over and written, and is still to be announced.
    struct Taken
    {
        Intake intake;
        QList<ElementId> elements;
    };
    QList<ElementId> write(Journal &journal, SaveOutcome &outcome);
    Result<> takeOwn(const ChangeSet &changeSet, bool isLarge);
    std::unique_ptr<Journal> journalBeside();
    void runBeside(const Beside &beside, const Deed &deed);
    Result<Taken> take(const QList<ChangeSet> &changeSets, const Beside &beside);
    void pushStep(const Step &step, const Name &name);
    Step stepOf(const QList<PlanChange> &changes) const;
    QString labelOf(const ElementId &id) const;
    Result<Draft> draftToTakeBack(const Name &name, bool ownStep, Left &left);
    Result<Draft> draftToTakeBack(Journal &journal, const Name &name, bool ownStep, Left &left) const;
    bool isOwnSince(Journal &journal, const Thing &thing) const;
    QList<Name> originsOf(const Thing &thing);
    Result<Name> commitDraft(const Result<Draft> &draft, const QString &reason, const Step &step);
    std::optional<Error> takeBackEach(
        const QList<Name> &names, bool ownSteps, Entry &made, Left &left, const QString &reason = {});
    std::optional<Draft> draftToTakeBackRun(const QList<Name> &names);
    std::optional<Error> takeBackRun(const Entry &entry, Entry &made);
    Result<Left> stepBack(QList<Entry> &from, QList<Entry> &to);
    void setOutcome(SaveOutcome outcome);
    void prepareToFlush();

    std::unique_ptr<PlanStorage> m_storage; ///< outlives the journal, which reads from it
    std::unique_ptr<Journal> m_journal;
    Session m_session;
    RunsOfSession m_runs;
    Beside m_besideForLarge;
    bool m_isBeside = false;
    QList<ElementId> m_unannounced; ///< changed and written by steps that were taken over beside
    QSet<Name> m_own;               ///< made in this session
    QList<Entry> m_undo, m_redo;
    std::optional<Held> m_held;
    bool m_runOpen = false; ///< the last step may grow by more typing in its field
    QTimer m_timer;
    SaveOutcome m_outcome;
    std::optional<Error> m_damage;
    SaveState m_announcedState = SaveState::InMemory;
};

} // namespace mezasu
