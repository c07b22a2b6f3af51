// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlconnection.h"

#include "core/store/durable.h"

#include <QFile>
#include <QSqlError>
#include <QThread>
#include <QUuid>
#include <QVariant>
#include <cstring>
#include <sqlite3.h>
#include <utility>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr int kBusyTimeoutMs = 5000;
constexpr int kHeaderCounterAt = 24;
constexpr int kStepsBetweenAsking = 2000; ///< of SQLite's machine, well below a millisecond

Error::Code codeOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
    case SQLITE_ERROR:
        return Error::Code::Damaged;
    case SQLITE_INTERRUPT:
        return Error::Code::Cancelled;
    default:
        return Error::Code::Storage;
    }
}
/// As the driver of Qt binds: a null text is NULL.
void bind(SqlStatement &statement, const QVariant &value)
{
    if (value.isNull())
        statement.null();
    else if (value.typeId() == QMetaType::QString)
        statement.text(*static_cast<const QString *>(value.constData()));
    else if (value.typeId() == QMetaType::QByteArray)
        statement.blob(*static_cast<const QByteArray *>(value.constData()));
    else
        statement.number(value.toLongLong());
}
} // namespace

QString boundText(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString verbatim(const QVariant &blob)
{
    if (blob.isNull())
        return {};
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder.decode(blob.toByteArray());
    return boundText(text);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString &path, Mode mode)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection);
    connection->m_path = path;
    connection->m_name = "mezasu-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces);
    connection->m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    connection->m_db.setDatabaseName(path);
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeoutMs);
    if (mode == Mode::ReadOnly)
        options += ";QSQLITE_OPEN_READONLY"_L1;
    connection->m_db.setConnectOptions(options);
    if (!connection->m_db.isValid() || !connection->m_db.open())
        return makeError(Error::Code::Storage, connection->m_db.lastError().text(), path);
    const QVariant handle = connection->m_db.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return makeError(Error::Code::Storage, u"the SQL driver gives no sqlite3 handle"_s, path);
    connection->m_handle = *static_cast<sqlite3 *const *>(handle.data());
    if (const auto done = connection->configure(mode); !done)
        return done.error();
    return connection;
}

SqlConnection::~SqlConnection()
{
    m_statements.clear();
    m_writers.clear();
    m_db.close();
    m_db = QSqlDatabase();
    if (!m_name.isEmpty())
        QSqlDatabase::removeDatabase(m_name);
}

Result<> SqlConnection::configure(Mode mode)
{
    // The file may come from anywhere: nothing in its schema may run code, and nobody may write below SQL.
    sqlite3_extended_result_codes(m_handle, 1);
    const int on[] = {SQLITE_DBCONFIG_DEFENSIVE};
    const int off[] = {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
        SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML};
    for (const int option : on) {
        if (const int rc = sqlite3_db_config(m_handle, option, 1, nullptr); rc != SQLITE_OK)
            return errorOf(rc, u"sqlite3_db_config"_s);
    }
    for (const int option : off) {
        if (const int rc = sqlite3_db_config(m_handle, option, 0, nullptr); rc != SQLITE_OK)
            return errorOf(rc, u"sqlite3_db_config"_s);
    }
    QStringList pragmas{u"PRAGMA mmap_size = 0"_s, u"PRAGMA cell_size_check = ON"_s, u"PRAGMA trusted_schema = OFF"_s,
        u"PRAGMA temp_store = MEMORY"_s, u"PRAGMA cache_size = -16000"_s};
    if (mode == Mode::ReadWrite)
        pragmas += {u"PRAGMA secure_delete = ON"_s, u"PRAGMA synchronous = EXTRA"_s};
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const auto done = exec(pragma); !done)
            return done.error();
    }
    return {};
}

Result<> SqlConnection::exec(const QString &sql)
{
    used();
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorOf(query);
    query.finish();
    return {};
}

Result<> SqlConnection::run(QSqlQuery &query)
{
    used();
    if (!query.exec())
        return errorOf(query);
    return {};
}

SqlStatement &SqlConnection::writer(const QString &sql)
{
    used();
    std::shared_ptr<SqlStatement> &statement = m_writers[sql];
    if (!statement)
        statement = std::make_shared<SqlStatement>(*this, sql);
    return *statement;
}

Result<> SqlConnection::run(const QString &sql, const QVariantList &values)
{
    SqlStatement &statement = writer(sql);
    for (const QVariant &value : values)
        bind(statement, value);
    return statement.run();
}

QSqlQuery &SqlConnection::prepared(const QString &sql)
{
    used();
    std::shared_ptr<QSqlQuery> &query = m_statements[sql];
    if (!query) {
        query = std::make_shared<QSqlQuery>(m_db);
        query->setForwardOnly(true);
        query->prepare(sql); // a failure shows again at exec()
    }
    return *query;
}

Result<QVariant> SqlConnection::value(const QString &sql)
{
    used();
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorOf(query);
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        return errorOf(query);
    return QVariant();
}

Result<QStringList> SqlConnection::column(const QString &sql, int atMost)
{
    used();
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorOf(query);
    QStringList out;
    while (out.size() < atMost && query.next())
        out.append(query.value(0).toString());
    if (query.lastError().isValid())
        return errorOf(query);
    return out;
}

void SqlConnection::used() const
{
    if (QThread::currentThread() == m_db.driver()->thread() && m_beforeNextUse)
        std::exchange(m_beforeNextUse, {})();
}

void SqlConnection::interruptWhen(std::function<bool()> isCancelled)
{
    m_isCancelled = std::move(isCancelled);
    if (!m_isCancelled) {
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
        return;
    }
    const auto ask = [](void *asked) { return (*static_cast<std::function<bool()> *>(asked))() ? 1 : 0; };
    sqlite3_progress_handler(m_handle, kStepsBetweenAsking, ask, &m_isCancelled);
}

Result<quint32> SqlConnection::changeCounter() const
{
    used();
    // Through SQLite's own file handle: opening the file a second time would drop its POSIX locks on closing.
    sqlite3_file *file = nullptr;
    if (const int rc = sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file); rc != SQLITE_OK)
        return errorOf(rc, u"file pointer"_s);
    if (!file || !file->pMethods)
        return quint32(0); // in memory
    unsigned char bytes[4] = {};
    const int rc = file->pMethods->xRead(file, bytes, sizeof bytes, kHeaderCounterAt);
    if (rc == SQLITE_IOERR_SHORT_READ)
        return quint32(0);
    if (rc != SQLITE_OK)
        return errorOf(rc, u"header"_s);
    return quint32(bytes[0]) << 24 | quint32(bytes[1]) << 16 | quint32(bytes[2]) << 8 | quint32(bytes[3]);
}

Result<> SqlConnection::copyBytes(const QString &to) const
{
    used();
    sqlite3_file *file = nullptr;
    if (const int rc = sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
        rc != SQLITE_OK || !file || !file->pMethods)
        return errorOf(rc, u"file pointer"_s);
    sqlite3_int64 size = 0;
    if (const int rc = file->pMethods->xFileSize(file, &size); rc != SQLITE_OK)
        return errorOf(rc, u"file size"_s);
    const QString part = to + ".part"_L1;
    QFile::remove(part);
    QFile out(part);
    if (!out.open(QIODevice::NewOnly))
        return makeError(Error::Code::Storage, out.errorString(), part);
    constexpr int kChunk = 1 << 20;
    QByteArray buffer(kChunk, Qt::Uninitialized);
    for (sqlite3_int64 at = 0; at < size; at += kChunk) {
        const int want = int(std::min<sqlite3_int64>(kChunk, size - at));
        const int rc = file->pMethods->xRead(file, buffer.data(), want, at);
        if (rc != SQLITE_OK || out.write(buffer.constData(), want) != want) {
            const Error error =
                rc != SQLITE_OK ? errorOf(rc, u"read"_s) : makeError(Error::Code::Storage, out.errorString(), part);
            out.remove();
            return error;
        }
    }
    if (!durable::sync(out)) {
        const Error error = makeError(Error::Code::Storage, out.errorString(), part);
        out.remove();
        return error;
    }
    out.close();
    if (!QFile::rename(part, to)) {
        QFile::remove(part);
        return makeError(Error::Code::Storage, u"the copy could not be given its name"_s, to);
    }
    durable::syncFolderOf(to);
    return {};
}

Error SqlConnection::errorOf(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    bool isNumber = false;
    const int rc = error.nativeErrorCode().toInt(&isNumber);
    return makeError(codeOf(isNumber ? rc : SQLITE_ERROR),
        error.databaseText() + " ["_L1 + error.nativeErrorCode() + "] "_L1 + query.lastQuery().left(200), m_path);
}

Error SqlConnection::errorOf(int sqliteCode, const QString &what) const
{
    return makeError(codeOf(sqliteCode), what + ": "_L1 + QString::fromUtf8(sqlite3_errstr(sqliteCode)), m_path);
}

SqlRows::SqlRows(const SqlConnection &connection, const QString &sql)
    : m_connection(connection)
    , m_result(sqlite3_prepare16_v2(connection.handle(), sql.utf16(), int(sql.size() * 2), &m_statement, nullptr))
    , m_decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom)
{
}

SqlRows::~SqlRows()
{
    sqlite3_finalize(m_statement);
}

bool SqlRows::next()
{
    if (m_statement && (m_result == SQLITE_OK || m_result == SQLITE_ROW))
        m_result = sqlite3_step(m_statement);
    return m_result == SQLITE_ROW;
}

std::optional<Error> SqlRows::error() const
{
    if (m_result == SQLITE_OK || m_result == SQLITE_ROW || m_result == SQLITE_DONE)
        return {};
    return m_connection.errorOf(m_result, u"reading rows"_s);
}

bool SqlRows::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 SqlRows::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArrayView SqlRows::utf8(int column) const
{
    const unsigned char *text = sqlite3_column_text(m_statement, column);
    if (!text)
        return {};
    return {text, qsizetype(sqlite3_column_bytes(m_statement, column))};
}

QString SqlRows::text(int column)
{
    const QByteArrayView bytes = utf8(column);
    if (bytes.isNull())
        return {};
    if (bytes.isEmpty())
        return u""_s;
    // Into a buffer first: a QString made in place would keep the room of the bytes, three times what Japanese needs.
    const qsizetype room = m_decoder.requiredSpace(bytes.size());
    if (m_buffer.size() < room)
        m_buffer.resize(room);
    const QChar *end = m_decoder.appendToBuffer(m_buffer.data(), bytes);
    return QString(m_buffer.constData(), end - m_buffer.constData());
}

Transaction::~Transaction()
{
    // Some errors (full disk) have rolled back already; then this one has nothing to do.
    if (m_open && sqlite3_get_autocommit(m_connection.handle()) == 0) {
        if (const auto done = m_connection.exec(u"ROLLBACK"_s); !done)
            qWarning("rollback: %s", qUtf8Printable(done.error().detail));
    }
}

Result<> Transaction::begin(Kind kind)
{
    if (const auto done = m_connection.exec(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s); !done)
        return done.error();
    m_open = true;
    if (kind == Kind::Read) { // BEGIN alone locks nothing
        if (const auto read = m_connection.value(u"PRAGMA user_version"_s); !read)
            return read.error();
    }
    return {};
}

Result<> Transaction::commitInOtherThread()
{
    // Not by QSqlQuery, which belongs to the thread of its connection.
    if (const int rc = sqlite3_exec(m_connection.handle(), "COMMIT", nullptr, nullptr, nullptr); rc != SQLITE_OK)
        return m_connection.errorOf(rc, u"COMMIT"_s);
    m_open = false;
    return {};
}

Result<> Transaction::commit()
{
    const auto done = m_connection.exec(u"COMMIT"_s);
    if (done)
        m_open = false;
    return done;
}

} // namespace mezasu
