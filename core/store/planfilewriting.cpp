// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deltawriter.h"
#include "core/store/planfile_p.h"

#include <QFile>
#include <QUuid>
#include <algorithm>
#include <sqlite3.h>
#include <utility>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace planfile {
namespace {
Result<> putMeta(SqlConnection &connection, const QString &key, const QString &value)
{
    return connection.run(
        u"INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s, {key, value});
}
} // namespace

Result<QString> meta(SqlConnection &connection, const QString &key)
{
    const auto value = connection.value(u"SELECT value FROM meta WHERE key = '%1'"_s.arg(key));
    if (!value)
        return value.error();
    return value.value().toString();
}

Result<> renumbered(SqlConnection &connection)
{
    return putMeta(connection, kNumberingKey, QUuid::createUuid().toString(QUuid::WithoutBraces));
}

Result<quint32> seal(SqlConnection &connection, quint32 counterBefore, quint64 sum)
{
    const quint32 next = counterBefore + 1;
    if (const auto done = putMeta(connection, kCounterKey, QString::number(next)); !done)
        return done.error();
    if (const auto done = putMeta(connection, kSumKey, QString::number(sum, 16)); !done)
        return done.error();
    return next;
}

Result<quint32> sealAndCommit(SqlConnection &connection, Transaction &transaction, quint32 counterBefore, quint64 sum)
{
    const auto next = seal(connection, counterBefore, sum);
    if (!next)
        return next;
    if (const auto done = transaction.commit(); !done)
        return done.error();
    return next;
}
} // namespace planfile

using namespace planfile;

bool PlanFile::Private::needsBackup() const
{
    return !backedUp && QFile::exists(path) // else the folder is gone: nothing must be made in its place
        && !present->isEmpty();             // a new file: nothing to copy yet
}

void PlanFile::Private::backUpOnce()
{
    const bool needed = needsBackup();
    backedUp = true;
    if (!needed)
        return;
    if (const auto copied = backups.add(*connection, now()); !copied)
        notes.append(copied.error());
}

/// Begins a transaction in the state of the file that we know, and nobody else's. \return its change counter
Result<quint32> PlanFile::Private::beginWriting(Transaction &transaction) const
{
    if (const auto done = transaction.begin(Transaction::Kind::Write); !done)
        return done.error();
    const auto now = connection->changeCounter();
    if (!now)
        return now;
    if (!lock->isStillOurs())
        return makeError(Error::Code::Conflict, u"the lock was taken by somebody else"_s, path);
    if (now.value() != counter)
        return makeError(Error::Code::Conflict, u"somebody else wrote to the file"_s, path);
    // A file that was deleted, moved or replaced can still be written to, but nobody would find it there.
    if (!QFile::exists(path))
        return makeError(Error::Code::Storage, u"the file is not there any more"_s, path);
    int moved = 0;
    if (sqlite3_file_control(connection->handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0)
        return makeError(Error::Code::Storage, u"the file was replaced"_s, path);
    return now;
}

Result<PlanFile::Private::Written> PlanFile::Private::write(std::span<const JournalDelta> deltas, Journal &journal)
{
    Written out;
    out.transaction = std::make_unique<Transaction>(*connection);
    const auto before = beginWriting(*out.transaction);
    if (!before)
        return before.error();
    if (stale) {
        if (const auto done = present->reload(); !done)
            return done.error();
    }
    stale = true;
    DeltaWriter writer(*connection, *present);
    if (const auto done = writer.write(deltas, journal); !done)
        return done.error();
    if (const auto failure = journal.failure())
        return *failure;
    const auto sealed = seal(*connection, before.value(), present->sum());
    if (!sealed)
        return sealed.error();
    out.counter = sealed.value();
    out.changeSets = Number(journal.ancestry().size());
    return out;
}

/// After the commit: what is written counts as ours.
void PlanFile::Private::conclude(const Written &written)
{
    stale = false;
    counter = written.counter;
    tables->advance(counter, written.changeSets);
}

Result<> PlanFile::commit(std::span<const JournalDelta> deltas, Journal &journal)
{
    if (!d->lock)
        return *d->readOnlyBecause;
    d->settle();
    if (const auto sound = checked(); !sound)
        return sound;
    d->backUpOnce();
    QList<Digest> erased;
    for (const JournalDelta &delta : deltas) {
        for (const auto &[digest, by] : delta.erased)
            erased.append(digest);
    }
    std::optional<ErasingJournal> erasing;
    if (!erased.isEmpty())
        erasing.emplace(*d->connection);
    const auto written = d->write(deltas, journal);
    if (!written)
        return written.error();
    if (const auto done = written.value().transaction->commit(); !done)
        return done;
    d->conclude(written.value());
    if (erasing) {
        erasing->overwrite();
        d->writeAnew(*erasing);
        d->eraseInBackups(erased);
    }
    return {};
}

Result<> PlanFile::commitBehind(std::span<const JournalDelta> deltas, Journal &journal, std::function<void()> done)
{
    if (!d->lock)
        return *d->readOnlyBecause;
    d->settle();
    d->outcomeBehind = {};
    // An erasure is not over with its commit.
    const auto erases = [](const JournalDelta &delta) { return !delta.erased.empty(); };
    if (std::any_of(deltas.begin(), deltas.end(), erases)) {
        const auto committed = commit(deltas, journal);
        if (committed)
            done();
        return committed;
    }
    if (const auto sound = checked(); !sound)
        return sound;
    const bool copies = d->needsBackup();
    // Nothing is put into the file before the end: that would wait for the disk here, and the file is still to be copied.
    if (const auto set = d->connection->exec(u"PRAGMA cache_spill = OFF"_s); !set)
        return set;
    auto written = d->write(deltas, journal);
    if (!written)
        return written.error();
    d->backedUp = true;
    const auto end = [this, transaction = written.value().transaction.get(), copies, now = d->now(),
                         done = std::move(done)]() -> Private::Ended {
        Private::Ended ended;
        if (copies) {
            if (const auto copied = d->backups.addInTransaction(*d->connection, now); !copied)
                ended.backupFailed = copied.error();
        }
        ended.committed = transaction->commitInOtherThread();
        done();
        return ended;
    };
    d->behind = Private::Behind{std::move(written).value(), {}};
    d->connection->beforeNextUse([this] { d->settle(); });
    d->behind->ended = std::async(std::launch::async, end);
    return {};
}

Result<> PlanFile::committed()
{
    d->settle();
    return std::exchange(d->outcomeBehind, {});
}

/// Waits for the thread that ends a transaction, and takes over what became of it.
void PlanFile::Private::settle()
{
    if (!behind)
        return;
    connection->beforeNextUse({});
    Behind was = *std::exchange(behind, {});
    const Ended ended = was.ended.get();
    if (ended.backupFailed)
        notes.append(*ended.backupFailed);
    outcomeBehind = ended.committed;
    if (ended.committed)
        conclude(was.written);
} // where the commit failed, the transaction is rolled back here

/// The erasure is durable by now: where this fails, remnants may be left in the file, and a note is.
void PlanFile::Private::writeAnew(ErasingJournal &erasing)
{
    if (const auto done = erasing.compact(); !done)
        notes.append(done.error());
    const auto now = connection->changeCounter();
    if (!now || now.value() == counter)
        return;
    counter = now.value(); // by our own hand
    tables->advance(counter, {});
    const auto seal = [this]() -> Result<quint32> {
        Transaction transaction(*connection);
        const auto before = beginWriting(transaction);
        return before ? sealAndCommit(*connection, transaction, before.value(), present->sum()) : before;
    };
    const auto sealed = seal();
    erasing.overwrite();
    if (!sealed) {
        notes.append(sealed.error()); // the next opening finds another counter, and reads and compares everything
        return;
    }
    counter = sealed.value();
    tables->advance(counter, {});
}

void PlanFile::Private::eraseInBackups(const QList<Digest> &digests)
{
    if (const auto copied = backups.add(*connection, now()); !copied)
        notes.append(copied.error());
    backups.removeHolding(digests);
}

Result<> PlanFile::registerFile(const FileRead &read)
{
    if (!d->lock)
        return *d->readOnlyBecause;
    if (const auto sound = checked(); !sound)
        return sound;
    Transaction transaction(*d->connection);
    const auto before = d->beginWriting(transaction);
    if (!before)
        return before.error();
    const auto noted =
        d->connection->run(u"INSERT INTO file_register (hash, file, person, time, changeset) VALUES (?, ?, ?, ?, ?)"_s,
            {boundText(read.hash), boundText(read.file), boundText(read.person), boundText(read.time),
                read.changeSet.toHex()});
    if (!noted)
        return noted;
    const auto sum = meta(*d->connection, kSumKey);
    if (!sum)
        return sum.error();
    const auto sealed =
        sealAndCommit(*d->connection, transaction, before.value(), sum.value().toULongLong(nullptr, 16));
    if (!sealed)
        return sealed.error();
    d->counter = sealed.value();
    d->tables->advance(d->counter, {});
    return {};
}

} // namespace mezasu
