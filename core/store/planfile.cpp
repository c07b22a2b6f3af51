// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deltawriter.h"
#include "core/store/durable.h"
#include "core/store/fileheader.h"
#include "core/store/planfile_p.h"
#include "core/store/presentreader.h"
#include "core/store/schema.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>
#include <QVariant>
#include <utility>

namespace mezasu {

using namespace Qt::StringLiterals;
using namespace planfile;

namespace {
/// After so long without a sign of life another computer is not in the middle of a write.
constexpr qint64 kSilentSeconds = 10 * 60;

/// A connection that has read the file. In ReadWrite that rolls back what a crash left half done.
Result<std::unique_ptr<SqlConnection>> connected(const QString &path, SqlConnection::Mode mode)
{
    auto opened = SqlConnection::open(path, mode);
    if (!opened)
        return opened;
    if (const auto version = opened.value()->value(u"PRAGMA user_version"_s); !version)
        return version.error();
    return opened;
}
} // namespace

std::optional<Error> PlanFile::Private::cancellation() const
{
    if (!options.isCancelled || !options.isCancelled())
        return {};
    return makeError(Error::Code::Cancelled, u"opening was cancelled"_s, path);
}

Result<std::unique_ptr<PlanFile>> PlanFile::create(const QString &path, const Options &options)
{
    if (QFile::exists(path) || QFile::exists(path + "-journal"_L1))
        return makeError(Error::Code::InvalidInput, u"there is a file of this name"_s, path);
    const QFileInfo info(path);
    const QString part = info.absolutePath() + "/.~new."_L1 + QUuid::createUuid().toString(QUuid::Id128) + ".mezasu"_L1;
    const auto build = [&part]() -> Result<> {
        auto connection = SqlConnection::open(part, SqlConnection::Mode::ReadWrite);
        if (!connection)
            return connection.error();
        if (const auto done = schema::migrate(*connection.value(), schema::steps()); !done)
            return done;
        Transaction transaction(*connection.value());
        if (const auto done = transaction.begin(Transaction::Kind::Write); !done)
            return done;
        const auto counter = connection.value()->changeCounter();
        if (!counter)
            return counter.error();
        if (const auto done = renumbered(*connection.value()); !done)
            return done;
        const auto sealed = sealAndCommit(*connection.value(), transaction, counter.value(), 0);
        return sealed ? Result<>() : Result<>(sealed.error());
    };
    if (const auto built = build(); !built) {
        QFile::remove(part);
        QFile::remove(part + "-journal"_L1);
        return built.error();
    }
    if (!QFile::rename(part, path)) {
        QFile::remove(part);
        return makeError(QFile::exists(path) ? Error::Code::InvalidInput : Error::Code::Storage,
            u"the new file could not be given its name"_s, path);
    }
    durable::syncFolderOf(path);
    return open(path, options);
}

Result<std::unique_ptr<PlanFile>> PlanFile::open(const QString &path_, const Options &options)
{
    // SQLite follows links to name its journal; lock and backups stand beside the same file.
    QString path = path_;
    for (int turns = 0; turns < 20 && QFileInfo(path).isSymbolicLink(); ++turns)
        path = QFileInfo(path).symLinkTarget();
    if (const auto header = FileHeader::read(path); !header)
        return header.error();
    auto d = std::make_unique<Private>(path, options);
    d->takeLock();
    if (const auto done = d->openConnection(); !done)
        return done.error();
    if (const auto stopped = d->cancellation())
        return *stopped; // the lock goes with it
    return std::unique_ptr<PlanFile>(new PlanFile(std::move(d)));
}

PlanFile::PlanFile(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

void PlanFile::handTo(QThread *thread)
{
    d->connection->handTo(thread);
}

PlanFile::~PlanFile()
{
    d->settle();
    d->tables.reset();
    d->present.reset();
    d->check.stop();
    d->connection.reset(); // before the lock goes
}

void PlanFile::Private::takeLock()
{
    if (options.readOnly) {
        readOnlyBecause = makeError(Error::Code::Storage, u"opened for reading"_s, path);
        return;
    }
    if (!QFileInfo(path).isWritable()) {
        readOnlyBecause = makeError(Error::Code::Storage, u"the file is write-protected"_s, path);
        return;
    }
    // The journal beside one name is not found by who opens the other: after a crash the file would be half a state.
    if (durable::namesOf(path) > 1) {
        readOnlyBecause = makeError(Error::Code::Storage, kSeveralNames, path);
        return;
    }
    auto taken = PlanLock::take(path, {options.user, options.computer, now(), options.takeLock});
    if (taken)
        lock = std::move(taken).value();
    else
        readOnlyBecause = taken.error();
}

/// What a crash left half done can be read only once it is rolled back, and that is writing: nobody else may be at work then.
Result<> PlanFile::Private::rollBackCutWrite()
{
    const Error refused = makeError(Error::Code::Storage, kCutWrite, path);
    if (!QFileInfo(path).isWritable())
        return refused;
    const auto taken = PlanLock::take(path, {options.user, options.computer, now(), {}});
    if (taken) {
        leftBehind = taken.value()->leftBehind();
    } else {
        // Who is alive gives a sign every minute.
        const auto holder = PlanLock::holderOf(path);
        if (!holder || !holder->lastSign.isValid() || holder->lastSign.secsTo(now()) < kSilentSeconds)
            return refused;
    }
    const auto opened = connected(path, SqlConnection::Mode::ReadWrite);
    return opened ? Result<>() : Result<>(opened.error());
}

Result<> PlanFile::Private::openConnection()
{
    const auto access = lock ? SqlConnection::Mode::ReadWrite : SqlConnection::Mode::ReadOnly;
    auto opened = connected(path, access);
    if (!opened && !lock && QFileInfo(path + "-journal"_L1).size() > 0) {
        if (const auto done = rollBackCutWrite(); !done)
            return done;
        opened = connected(path, access);
    }
    if (!opened)
        return opened.error();
    connection = std::move(opened).value();
    const auto version = connection->value(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (version.value().toInt() > schema::newestVersion())
        return makeError(Error::Code::NewerFormat, u"version %1"_s.arg(version.value().toInt()), path);
    if (const auto done = schema::compare(*connection, schema::steps(), version.value().toInt()); !done)
        return done;
    auto mode = connection->value(u"PRAGMA journal_mode"_s);
    if (lock)
        ErasingJournal::clearRemains(*connection);
    connection->interruptWhen(options.isCancelled);
    const bool isOurs =
        mode && mode.value().toString() == "delete"_L1 && version.value().toInt() == schema::newestVersion();
    if (const auto done = checkPages(!isOurs); !done)
        return done;
    if (const auto stopped = cancellation())
        return *stopped;
    connection->interruptWhen({});
    if (mode && lock)
        mode = connection->value(u"PRAGMA journal_mode = DELETE"_s);
    if (!mode)
        return mode.error();
    if (mode.value().toString() != "delete"_L1)
        return makeError(Error::Code::Damaged, "journal mode "_L1 + mode.value().toString(), path);
    if (const auto done = migrateFile(); !done)
        return done;
    if (const auto done = connection->exec(u"PRAGMA foreign_keys = ON"_s); !done)
        return done;
    present = std::make_unique<PresentTables>(*connection);
    tables = std::make_unique<JournalTables>(*connection, *present);
    return readPlan();
}

/// All pages, or those of the tables from which the plan is shown; the rest then before anything is written or mended.
Result<> PlanFile::Private::checkPages(bool all)
{
    if (all || options.check == Options::Check::AtOnce)
        return check.result(*connection);
    return FileCheck::tables(*connection, PresentReader::tables() + QStringList{u"meta"_s});
}

Result<> PlanFile::Private::migrateFile()
{
    const auto version = connection->value(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (version.value().toInt() == schema::newestVersion())
        return {};
    if (!lock)
        return makeError(Error::Code::Storage, u"an older file has to be opened for writing once"_s, path);
    const auto before = connection->changeCounter();
    const auto known = meta(*connection, kCounterKey);
    const auto sum = meta(*connection, kSumKey);
    if (!before || !known || !sum)
        return makeError(Error::Code::Damaged, u"meta cannot be read"_s, path);
    const auto done = schema::migrate(*connection, schema::steps(), [this](int at) -> Result<> {
        const auto copied = backups.addBeforeStep(*connection, at);
        return copied ? Result<>() : Result<>(copied.error());
    });
    if (!done)
        return done;
    if (known.value() != QString::number(before.value()))
        return {}; // altered before we came: stays noticeable
    Transaction transaction(*connection);
    if (const auto begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun;
    const auto now = connection->changeCounter();
    if (!now)
        return now.error();
    const auto sealed = sealAndCommit(*connection, transaction, now.value(), sum.value().toULongLong(nullptr, 16));
    return sealed ? Result<>() : Result<>(sealed.error());
}

Result<> PlanFile::Private::readPlan()
{
    Transaction transaction(*connection);
    if (const auto done = transaction.begin(Transaction::Kind::Read); !done)
        return done;
    const auto onDisk = connection->changeCounter();
    if (!onDisk)
        return onDisk.error();
    counter = onDisk.value();
    const auto known = meta(*connection, kCounterKey);
    const auto sum = meta(*connection, kSumKey);
    if (!known || !sum)
        return known ? sum.error() : known.error();
    connection->interruptWhen(options.isCancelled);
    const auto read = present->read();
    connection->interruptWhen({}); // what follows may write, and goes by what it reads
    if (const auto stopped = cancellation())
        return *stopped;
    if (!read && read.error().code != Error::Code::Damaged)
        return read.error();
    const bool isOurs =
        known.value() == QString::number(counter) && read && sum.value() == QString::number(present->sum(), 16);
    if (isOurs) {
        plan = read.value();
        if (const auto done = remember(); !done)
            return done;
        return transaction.commit();
    }
    if (const auto sound = check.result(*connection); !sound)
        return sound;
    Verifier verifier(*connection, *tables);
    const auto verified = verifier.run(read ? std::optional(read.value()) : std::nullopt);
    if (!verified)
        return verified.error();
    if (!verified.value().lost.isEmpty())
        return makeError(Error::Code::Damaged, verified.value().lost.mid(0, 20).join(u"; "_s), path);
    if (const auto done = transaction.commit(); !done)
        return done;
    if (!verified.value().derived.isEmpty()) {
        const QString what = verified.value().derived.mid(0, 20).join(u"; "_s);
        if (!lock)
            return makeError(Error::Code::Damaged, "has to be opened for writing once, to be mended: "_L1 + what, path);
        notes.append(makeError(Error::Code::Damaged, what, path));
        return rebuild(verifier);
    }
    plan = read.value();
    return remember();
}

Result<> PlanFile::Private::remember()
{
    const auto changeSets = connection->value(u"SELECT count(*) FROM changeset"_s);
    const auto numbering = meta(*connection, kNumberingKey);
    if (!changeSets || !numbering)
        return changeSets ? numbering.error() : changeSets.error();
    tables->setOurs({counter, changeSets.value().toUInt(), numbering.value()});
    return {};
}

Result<> PlanFile::Private::rebuild(Verifier &verifier)
{
    const auto saved = backups.add(*connection, now());
    if (!saved)
        return saved.error();
    Transaction transaction(*connection);
    const auto before = beginWriting(transaction);
    if (!before)
        return before.error();
    DeltaWriter writer(*connection, *present);
    if (const auto done = writer.clear(); !done)
        return done;
    const std::vector<JournalDelta> all{verifier.rebuilt().takeDelta()};
    if (const auto done = writer.write(all, verifier.rebuilt()); !done)
        return done;
    if (const auto done = renumbered(*connection); !done)
        return done;
    const auto sealed = sealAndCommit(*connection, transaction, before.value(), present->sum());
    if (!sealed)
        return sealed.error();
    counter = sealed.value();
    const auto read = present->read();
    if (!read)
        return read.error();
    plan = read.value();
    return remember();
}

JournalSource *PlanFile::journalSource()
{
    return d->tables.get();
}

Plan PlanFile::plan()
{
    return std::exchange(d->plan, Plan());
}

bool PlanFile::isWritable() const
{
    return d->lock != nullptr;
}

std::optional<Error> PlanFile::whyReadOnly() const
{
    return d->readOnlyBecause;
}

std::optional<LockInfo> PlanFile::holder() const
{
    return d->lock ? std::optional(d->lock->info()) : PlanLock::holderOf(d->path);
}

QString PlanFile::place() const
{
    return d->path;
}

std::optional<LockInfo> PlanFile::leftBehind() const
{
    return d->lock ? d->lock->leftBehind() : d->leftBehind;
}

const QList<Error> &PlanFile::notes() const
{
    return d->notes;
}

const Backups &PlanFile::backups() const
{
    return d->backups;
}

Result<> PlanFile::beat()
{
    return d->lock ? d->lock->beat(d->now()) : Result<>();
}

void PlanFile::checkBehind(std::function<void()> done)
{
    d->check.start(std::move(done));
}

Result<> PlanFile::checked()
{
    return d->check.result(*d->connection);
}

Result<Verification> PlanFile::verify()
{
    Transaction transaction(*d->connection);
    if (const auto done = transaction.begin(Transaction::Kind::Read); !done)
        return done.error();
    const auto sound = d->connection->column(u"PRAGMA integrity_check(20)"_s, 30);
    if (!sound)
        return sound.error();
    if (sound.value() != QStringList{u"ok"_s})
        return makeError(Error::Code::Damaged, sound.value().join(u"; "_s), d->path);
    PresentTables present(*d->connection);
    const auto read = present.read();
    JournalTables tables(*d->connection, present);
    Verifier verifier(*d->connection, tables);
    auto out = verifier.run(read ? std::optional(read.value()) : std::nullopt);
    if (out) {
        const auto keys = d->connection->column(u"PRAGMA foreign_key_check"_s, 10);
        if (keys && !keys.value().isEmpty())
            out.value().derived.append("rows that refer to nothing: "_L1 + keys.value().join(u", "_s));
        const auto sum = meta(*d->connection, kSumKey);
        if (sum && read && sum.value() != QString::number(present.sum(), 16))
            out.value().derived.append(u"the sum of the present values"_s);
    }
    return out;
}

Result<> PlanFile::copyTo(const QString &path)
{
    if (QFile::exists(path))
        return makeError(Error::Code::InvalidInput, u"there is a file of this name"_s, path);
    if (const auto sound = checked(); !sound)
        return sound;
    Transaction transaction(*d->connection);
    if (const auto done = transaction.begin(Transaction::Kind::Read); !done)
        return done;
    if (const auto done = d->connection->copyBytes(path); !done)
        return done;
    return transaction.commit();
}

Result<QList<FileRead>> PlanFile::filesRead()
{
    SqlRows rows(*d->connection, u"SELECT hash, file, person, time, changeset FROM file_register ORDER BY number"_s);
    QList<FileRead> out;
    while (rows.next())
        out.append(
            {rows.text(0), rows.text(1), rows.text(2), rows.text(3), Name::fromHex(rows.text(4)).value_or(Name())});
    if (const auto error = rows.error())
        return *error;
    return out;
}

} // namespace mezasu
