// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/erasingjournal.h"

#include "core/store/durable.h"

#include <QFile>
#include <limits>
#include <sqlite3.h>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
sqlite3_file *fileOf(const SqlConnection &connection)
{
    sqlite3_file *file = nullptr;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file && file->pMethods ? file : nullptr;
}

/// The file is then only ever cut to a multiple of this many bytes; 0: as it comes.
void setChunk(const SqlConnection &connection, sqlite3_int64 bytes)
{
    int chunk = bytes <= std::numeric_limits<int>::max() ? int(bytes) : 0;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_CHUNK_SIZE, &chunk);
}

/// Whether a journal is of no transaction any more: SQLite's own rule. Any other may be needed to bring the file back.
bool isOver(QFile &journal)
{
    char first = 0;
    return journal.peek(&first, 1) <= 0 || first == 0;
}

Result<> setMode(SqlConnection &connection, const QString &mode)
{
    const auto now = connection.value("PRAGMA journal_mode = "_L1 + mode);
    if (!now)
        return now.error();
    if (now.value().toString().compare(mode, Qt::CaseInsensitive) != 0)
        return makeError(Error::Code::Storage, "journal mode "_L1 + now.value().toString(), connection.path());
    return {};
}
} // namespace

ErasingJournal::ErasingJournal(SqlConnection &connection)
    : m_connection(connection)
    , m_path(connection.path() + "-journal"_L1)
{
    if (const auto done = setMode(connection, u"PERSIST"_s); !done)
        qWarning("%s", qUtf8Printable(done.error().detail));
}

ErasingJournal::~ErasingJournal()
{
    overwrite();
    if (const auto done = setMode(m_connection, u"DELETE"_s); !done)
        qWarning("%s", qUtf8Printable(done.error().detail));
}

void ErasingJournal::overwrite()
{
    QFile journal(m_path);
    if (journal.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && isOver(journal))
        durable::overwrite(journal);
}

Result<> ErasingJournal::compact()
{
    // Cut off at once, the end of the file would go back to the disk as it is.
    sqlite3_int64 size = 0;
    if (sqlite3_file *file = fileOf(m_connection); file && file->pMethods->xFileSize(file, &size) == SQLITE_OK)
        setChunk(m_connection, size);
    const auto done = m_connection.exec(u"VACUUM"_s);
    overwrite();
    const auto cut = cutOff();
    setChunk(m_connection, 0);
    return done ? cut : done;
}

Result<> ErasingJournal::cutOff()
{
    Transaction transaction(m_connection); // keeps others from writing; nothing of SQLite's own changes
    if (const auto done = transaction.begin(Transaction::Kind::Write); !done)
        return done;
    const auto pages = m_connection.value(u"PRAGMA page_count"_s);
    const auto pageSize = m_connection.value(u"PRAGMA page_size"_s);
    sqlite3_file *file = fileOf(m_connection);
    sqlite3_int64 size = 0;
    if (!pages || !pageSize || !file || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return makeError(Error::Code::Storage, u"the size of the file is not known"_s, m_connection.path());
    const QByteArray zeros(pageSize.value().toInt(), '\0');
    const sqlite3_int64 used = pages.value().toLongLong() * zeros.size();
    if (used >= size)
        return {};
    int rc = SQLITE_OK;
    for (sqlite3_int64 at = used; rc == SQLITE_OK && at < size; at += zeros.size())
        rc = file->pMethods->xWrite(file, zeros.constData(), int(zeros.size()), at);
    if (rc == SQLITE_OK)
        rc = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
    setChunk(m_connection, 0);
    if (rc == SQLITE_OK)
        rc = file->pMethods->xTruncate(file, used);
    return rc == SQLITE_OK ? Result<>() : Result<>(m_connection.errorOf(rc, u"overwriting the end of the file"_s));
}

void ErasingJournal::clearRemains(SqlConnection &connection)
{
    QFile journal(connection.path() + "-journal"_L1);
    if (!journal.exists())
        return;
    // Nobody else is writing while we may: then a journal whose header is zero is of no transaction at all.
    Transaction transaction(connection);
    if (!transaction.begin(Transaction::Kind::Write) || !journal.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return;
    if (!isOver(journal))
        return;
    durable::overwrite(journal);
    journal.remove();
}

} // namespace mezasu
