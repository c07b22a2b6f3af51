// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/backups.h"
#include "core/store/erasingjournal.h"
#include "core/store/filecheck.h"
#include "core/store/journaltables.h"
#include "core/store/planfile.h"
#include "core/store/verifier.h"

#include <future>

namespace mezasu {

/// What only planfile.cpp (coming and reading) and planfilewriting.cpp (commits) know of a PlanFile.
struct PlanFile::Private
{
    explicit Private(const QString &filePath, const Options &given)
        : path(filePath)
        , options(given)
        , backups(filePath, given.backupFolder, given.backupsKept)
        , check(filePath)
    {
    }
    QDateTime now() const { return options.clock ? options.clock() : QDateTime::currentDateTime(); }
    std::optional<Error> cancellation() const;
    void takeLock();
    Result<> rollBackCutWrite();
    Result<> openConnection();
    Result<> migrateFile();
    Result<> readPlan();
    Result<> rebuild(Verifier &verifier);
    Result<> remember();
    Result<> checkPages(bool all);
    Result<quint32> beginWriting(Transaction &transaction) const;
    /// A transaction in which everything is written, down to the last row.
    struct Written
    {
        std::unique_ptr<Transaction> transaction;
        quint32 counter = 0;   ///< that the file has after the commit
        Number changeSets = 0; ///< and how many it holds then
    };
    Result<Written> write(std::span<const JournalDelta> deltas, Journal &journal);
    void conclude(const Written &written);
    void settle();
    bool needsBackup() const;
    void backUpOnce();
    void writeAnew(ErasingJournal &erasing);
    void eraseInBackups(const QList<Digest> &digests);

    QString path;
    Options options;
    Backups backups;
    std::unique_ptr<PlanLock> lock;
    std::optional<LockInfo> leftBehind; ///< of a lock that was taken only to roll back
    std::optional<Error> readOnlyBecause;
    std::unique_ptr<SqlConnection> connection;
    FileCheck check; ///< of the whole file; goes before the connection
    std::unique_ptr<PresentTables> present;
    std::unique_ptr<JournalTables> tables;
    Plan plan;
    quint32 counter = 0; ///< of the file as we last knew it
    bool backedUp = false;
    bool stale = false; ///< a write failed: what we remember of the tables may never have been written
    QList<Error> notes;

    /// What another thread found when it ended a transaction.
    struct Ended
    {
        Result<> committed;
        std::optional<Error> backupFailed;
    };
    struct Behind
    {
        Written written;
        std::future<Ended> ended;
    };
    std::optional<Behind> behind; ///< a transaction that another thread is ending
    Result<> outcomeBehind;       ///< of the last such, until it is asked for
};

namespace planfile {
inline constexpr QLatin1StringView kCounterKey{"file_counter"};
inline constexpr QLatin1StringView kSumKey{"present_sum"};
inline constexpr QLatin1StringView kNumberingKey{"numbering"}; ///< changes when all numbers are given anew

Result<QString> meta(SqlConnection &connection, const QString &key);
Result<> renumbered(SqlConnection &connection);
/// The last writes of a transaction: which state of the file is ours, so that another's write does not go unseen.
/// \return the counter that the file has after the commit
Result<quint32> seal(SqlConnection &connection, quint32 counterBefore, quint64 sum);
Result<quint32> sealAndCommit(SqlConnection &connection, Transaction &transaction, quint32 counterBefore, quint64 sum);
} // namespace planfile

} // namespace mezasu
