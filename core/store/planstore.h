// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/store/planlock.h"

#include <functional>
#include <span>

class QThread;

namespace mezasu {

/// One table or sheet that was read into the plan.
struct FileRead
{
    QString hash;   ///< FileSeed::registerHash()
    QString file;   ///< its name, for people
    QString person; ///< who read it
    QString time;   ///< when, ISO 8601
    Name changeSet; ///< what it became
};

/// Where a plan is kept: a file today, a server later. Nothing outside core/store knows which.
class PlanStore
{
public:
    virtual ~PlanStore() = default;
    PlanStore() = default;
    Q_DISABLE_COPY_MOVE(PlanStore)

    /// What a Journal is made of: Journal(store.journalSource(), store.plan()).
    virtual JournalSource *journalSource() = 0;
    /// The plan as it was at opening; once. Kept here as well, it would be copied at the first edit.
    virtual Plan plan() = 0;

    /// Writes, in one transaction, all that the journal has and the store has not. When it returns without an error, it is
    /// durable. Conflict: somebody else wrote meanwhile, or took the right to write. Storage: full, read-only, gone.
    /// After an error nothing was written; the same deltas are given again, with later ones behind them.
    virtual Result<> commit(std::span<const JournalDelta> deltas, Journal &journal) = 0;

    /// commit() for who must not wait for the disk: another thread makes durable what is written here. \p done is called
    /// there, when committed() would not wait. Nothing is durable before committed() has said so; whatever else is asked of the
    /// store meanwhile waits for it. After an error nothing was written and \p done is not called.
    virtual Result<> commitBehind(std::span<const JournalDelta> deltas, Journal &journal, std::function<void()> done)
    {
        auto committed = commit(deltas, journal);
        if (committed)
            done();
        return committed;
    }
    /// What became of the last commitBehind(), as commit() would say it. Waits for it; no error when there was none.
    virtual Result<> committed() { return {}; }

    /// Looks, in another thread, at what opening left unchecked. \p done is called there, when checked() would not wait.
    virtual void checkBehind(std::function<void()> done) { done(); }
    /// Damaged: what is wrong with the place; nothing is written to it then. Waits for a check that is under way, and makes
    /// one that was not made; without it nothing is written.
    virtual Result<> checked() { return {}; }

    /// What happened beside the results so far, oldest first.
    virtual const QList<Error> &notes() const = 0;

    virtual bool isWritable() const = 0;
    /// Why not: Conflict (see holder()), Storage.
    virtual std::optional<Error> whyReadOnly() const = 0;
    /// Who may write instead.
    virtual std::optional<LockInfo> holder() const = 0;
    /// Notes beside the journal which file became which ChangeSet.
    virtual Result<> registerFile(const FileRead &read) = 0;
    /// What was noted, oldest first.
    virtual Result<QList<FileRead>> filesRead() = 0;
    /// Tells others that this writer is alive; call it about once a minute.
    virtual Result<> beat() = 0;
    /// Lets another thread have it, as what was opened in a worker is worked with in the thread of the window. Null: the thread
    /// that calls this next, with itself.
    virtual void handTo(QThread *thread) { Q_UNUSED(thread); }
    /// Path, or address.
    virtual QString place() const = 0;
};

} // namespace mezasu
