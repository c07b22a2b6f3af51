// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/planstore.h"

#include <functional>

namespace mezasu {
class Backups;

/// What a full check of a plan file found.
struct Verification
{
    QStringList lost;    ///< contents that cannot be made again: a record or a text that was altered
    QStringList derived; ///< tables that differ from what the journal adds up to; they can be rebuilt
    QList<Thing> unfit;  ///< a candidate is of a type that the field cannot hold: kept in the journal, not shown
    bool isSound() const { return lost.isEmpty() && derived.isEmpty(); }
};

/// A plan file: SQLite, opened defensively, with its lock, its backups and its checks.
///
/// Belongs to the thread that opened it, until that hands it on.
class PlanFile final : public PlanStore
{
public:
    struct Options
    {
        bool readOnly = false;
        QString user, computer; ///< for the lock file; empty: as the system says
        QString takeLock;       ///< token of the foreign lock that the user was shown and wants to take
        QString backupFolder;   ///< empty: beside the plan, see Backups::defaultFolder()
        int backupsKept = 10;
        std::function<QDateTime()> clock; ///< empty: the system's
        /// When the pages of the file are checked that opening does not read, nine tenths of a large plan. Later: by
        /// checkBehind(), and in any case before the first write.
        enum class Check { AtOnce, Later };
        Check check = Check::AtOnce;
        /// Asked now and then while a file is opened, in the thread that opens it: then nothing is opened, and nothing of it
        /// stays behind. Not asked while tables are made anew.
        std::function<bool()> isCancelled;
    };

    /// A new, empty file. InvalidInput when there is a file of this name; Storage.
    static Result<std::unique_ptr<PlanFile>> create(const QString &path, const Options &options);
    /// NotFound, NewerFormat, Damaged, Storage, Cancelled: nothing was changed. A file that somebody else holds opens read-only.
    /// Where tables were altered, and can be made again from the journal, they are; see notes().
    static Result<std::unique_ptr<PlanFile>> open(const QString &path, const Options &options);
    ~PlanFile() override;
    JournalSource *journalSource() override;
    Plan plan() override;
    Result<> commit(std::span<const JournalDelta> deltas, Journal &journal) override;
    Result<> commitBehind(std::span<const JournalDelta> deltas, Journal &journal, std::function<void()> done) override;
    Result<> committed() override;
    void checkBehind(std::function<void()> done) override;
    Result<> checked() override;
    bool isWritable() const override;
    std::optional<Error> whyReadOnly() const override;
    std::optional<LockInfo> holder() const override;
    Result<> beat() override;
    void handTo(QThread *thread) override;
    QString place() const override;

    /// Whose session on this computer ended without giving back its lock, before this one.
    std::optional<LockInfo> leftBehind() const;
    /// Detail of whyReadOnly() for a file with hard links: a crash while one name is open would tear what the other shows.
    static constexpr QLatin1StringView kSeveralNames{"the file has several names"};
    /// Detail where a write was cut short and cannot be rolled back here: the file is write-protected, or somebody else may
    /// still be writing.
    static constexpr QLatin1StringView kCutWrite{"a write was cut short and cannot be rolled back here"};
    /// What happened beside the result: tables rebuilt at opening (Damaged), a backup that could not be made (Storage).
    const QList<Error> &notes() const override;
    const Backups &backups() const;
    /// Reads everything and compares it: names with records, texts with digests, tables with what the journal adds up to.
    Result<Verification> verify();
    /// A copy of the whole file as it is now, once it is checked. InvalidInput when there is a file of this name.
    Result<> copyTo(const QString &path);

    Result<> registerFile(const FileRead &read) override;
    Result<QList<FileRead>> filesRead() override;

private:
    struct Private;
    explicit PlanFile(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace mezasu
