// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "core/store/planfile.h"
#include "core/store/rescuefile.h"

namespace mezasu {

/// A plan file, with a rescue file for what it cannot take.
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
    QString path() const override { return m_store->place(); }
    bool isReadOnly() const override { return !m_store->isWritable(); }
    std::optional<LockInfo> holder() const override;

private:
    SaveOutcome rescue(const Error &why, Journal &journal);
    std::unique_ptr<PlanStore> m_store;
    QString m_rescueFolder;
    std::unique_ptr<RescueFile> m_rescue;
    std::vector<JournalDelta> m_pending; ///< what the store has not, oldest first
    QTimer m_beat;
};

/// A plan that was opened, and what happened beside it.
struct OpenedFile
{
    std::unique_ptr<PlanDocument> document;
    QList<Error> notes;       ///< PlanFile::notes()
    QStringList rescuesTaken; ///< rescue files whose ChangeSets are in the plan now
    QStringList rescuesUnreadable;
};

/// Opens a plan file for work. What a rescue file holds is taken in: uniting adds and never loses.
Result<OpenedFile> openPlanFile(
    const QString &path, const PlanFile::Options &options, const Session &session, const QString &rescueFolder = {});
/// A new file, still without a plan: PlanDocument::createPlan() begins it.
Result<std::unique_ptr<PlanDocument>> createPlanFile(
    const QString &path, const PlanFile::Options &options, const Session &session, const QString &rescueFolder = {});

} // namespace mezasu
