// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/store/planlock.h"
#include "core/store/planstore.h"

#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace mezasu {

/// What became of a change that was to be written.
struct SaveOutcome
{
    enum class State {
        Saved,   ///< in the file, and durable
        Saving,  ///< on its way there, with writeBehind()
        Rescued, ///< the file could not be written; the change is in a rescue file
        Unsaved, ///< neither could be written; it is in memory only
    };
    State state = State::Saved;
    std::optional<Error> error; ///< why the file could not be written
    QString rescuePath;         ///< with Rescued
    QList<Error> notes = {};    ///< what went wrong beside it: a backup that could not be made
};

/// Where a document keeps its plan. Only the document writes to it.
class PlanStorage
{
public:
    virtual ~PlanStorage() = default;
    PlanStorage() = default;
    Q_DISABLE_COPY_MOVE(PlanStorage)

    /// Writes what the journal took over, together with all that could not be written before; one transaction.
    virtual SaveOutcome commit(JournalDelta delta, Journal &journal) = 0;
    /// Tries again to write what could not be written.
    virtual SaveOutcome retry(Journal &journal) = 0;

    /// Notes beside the journal which file became which ChangeSet; for people, so nothing is lost where it fails.
    virtual void registerFile(const FileRead &) { }

    /// What was noted there.
    virtual QList<FileRead> filesRead() { return {}; }
    /// What a look at the place behind the opening finds: then nothing is written to it any more.
    /// \param tell called once at most, in the thread of the document
    virtual void whenDamaged(std::function<void(const Error &)> tell) { Q_UNUSED(tell); }

    /// From now on commit() does not wait for the disk: it says Saving, and \p tell later what became of it. retry() waits.
    /// \param tell called in the thread of the document
    virtual void writeBehind(std::function<void(const SaveOutcome &)> tell) { Q_UNUSED(tell); }

    /// A second journal of what is kept here, when everything that the first one took over is written.
    /// \param plan what it adds up to   \return null where there can be none
    virtual std::unique_ptr<Journal> journal(const Plan &plan)
    {
        Q_UNUSED(plan);
        return {};
    }
    /// Lets another thread have it; null: the thread that calls this next, with itself.
    virtual void handTo(QThread *thread) { Q_UNUSED(thread); }

    virtual QString path() const = 0;
    virtual bool isReadOnly() const { return false; }
    /// Who writes to the plan instead.
    virtual std::optional<LockInfo> holder() const { return {}; }
};

} // namespace mezasu
