// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "core/store/planfile.h"
#include "core/store/rescuefile.h"

namespace mezasu {

/// A plan file, with a rescue file for what it cannot take.
///
/// What PlanFile::open() left to check is checked in another thread once the event loop runs: behind the first picture.
class FileStorage final : public PlanStorage
{
public:
    /// \param rescueFolder empty: RescueFile::defaultFolder()
    explicit FileStorage(std::unique_ptr<PlanStore> store, QString rescueFolder = {});
    ~FileStorage() override;

    SaveOutcome commit(JournalDelta delta, Journal &journal) override;
    SaveOutcome retry(Journal &journal) override;
    void registerFile(const FileRead &read) override;
    QList<FileRead> filesRead() override;
    void writeBehind(std::function<void(const SaveOutcome &)> tell) override;
    void whenDamaged(std::function<void(const Error &)> tell) override { m_tellDamage = std::move(tell); }
    std::unique_ptr<Journal> journal(const Plan &plan) override;
    void handTo(QThread *thread) override;
    QString path() const override { return m_store->place(); }
    bool isReadOnly() const override { return !m_store->isWritable(); }
    std::optional<LockInfo> holder() const override;

private:
    SaveOutcome write(Journal &journal);
    SaveOutcome begin(Journal &journal);
    void goOn(quint64 number);
    Result<> settle(Journal &journal);
    void forget(Journal &journal) const;
    SaveOutcome saved();
    SaveOutcome rescue(const Error &why, Journal &journal);
    void lookForDamage();
    QObject m_here; ///< receives what the check says from its thread, so it outlives the store
    std::unique_ptr<PlanStore> m_store;
    std::function<void(const Error &)> m_tellDamage;
    QString m_rescueFolder;
    std::unique_ptr<RescueFile> m_rescue;
    std::vector<JournalDelta> m_pending;  ///< what the store has not, oldest first
    std::vector<JournalDelta> m_underWay; ///< what another thread is making durable; older than what is pending
    quint64 m_begun = 0;                  ///< how often something got under way
    std::function<void(const SaveOutcome &)> m_tellOutcome; ///< empty: whoever writes waits for the disk
    Journal *m_journal = nullptr; ///< of the last commit; goes before the storage, and with it the event loop
    bool m_isAway = false;        ///< another thread has the store
    bool m_looksLater = false;    ///< for damage, when it is back
    bool m_isChecked = false;     ///< the first write would not wait for the check
    QList<FileRead> m_toRegister; ///< when what they became is in the file
    qsizetype m_notesTold = 0;    ///< of the store's
    QTimer m_beat;
};

/// A plan that was opened, and what happened beside it.
struct OpenedFile
{
    std::unique_ptr<PlanDocument> document;
    QList<Error> notes;                   ///< PlanFile::notes()
    std::optional<LockInfo> leftBehind;   ///< PlanFile::leftBehind()
    std::optional<Error> readOnlyBecause; ///< PlanFile::whyReadOnly()
    QStringList rescuesTaken;             ///< rescue files whose ChangeSets are in the plan now
    QStringList rescuesUnreadable;
};

/// Opens a plan file for work. What a rescue file of this plan holds is taken in: uniting adds and never loses. The rescue file
/// goes when its own plan file has everything, or is found to be gone for good (moved here, say); a copy leaves it alone.
Result<OpenedFile> openPlanFile(
    const QString &path, const PlanFile::Options &options, const Session &session, const QString &rescueFolder = {});
/// The same over a file that was opened already, in a worker say, and handed to this thread.
Result<OpenedFile> openPlanFile(
    std::unique_ptr<PlanFile> file, const Session &session, const QString &rescueFolder = {});
/// A new file, still without a plan: PlanDocument::createPlan() begins it.
Result<std::unique_ptr<PlanDocument>> createPlanFile(
    const QString &path, const PlanFile::Options &options, const Session &session, const QString &rescueFolder = {});

} // namespace mezasu
