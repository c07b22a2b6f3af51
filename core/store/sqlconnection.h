// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/store/sqlstatement.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QStringDecoder>
#include <QVariantList>
#include <functional>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace mezasu {

/// One connection to one SQLite file, opened defensively, with its prepared statements. Everything that is SQLite's own
/// (pragmas, handle, locks of the file) is in here and in Transaction.
class SqlConnection
{
public:
    enum class Mode { ReadOnly, ReadWrite };

    /// \param path a file (made when missing and writable) or ":memory:"
    static Result<std::unique_ptr<SqlConnection>> open(const QString &path, Mode mode);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    const QString &path() const { return m_path; }
    sqlite3 *handle() const
    {
        used();
        return m_handle;
    }

    Result<> exec(const QString &sql);
    /// Runs a statement made by prepared() after its values are bound.
    Result<> run(QSqlQuery &query);
    /// A statement that gives no rows, prepared once; lives as long as the connection.
    SqlStatement &writer(const QString &sql);
    /// Runs such a statement, where it is not run often.
    Result<> run(const QString &sql, const QVariantList &values);
    /// A statement that is prepared once; forward only. Call finish() when a reading is over, or the file stays locked.
    QSqlQuery &prepared(const QString &sql);
    /// The first column of the first row; invalid when there is none.
    Result<QVariant> value(const QString &sql);
    /// The first column of all rows, at most \p atMost.
    Result<QStringList> column(const QString &sql, int atMost = 10000);

    /// The change counter in the header of the file as it is on disk; 0 for an empty file. Inside a transaction it is the
    /// one before the commit.
    Result<quint32> changeCounter() const;
    /// Copies the bytes of the file to a new file, durably. Needs a transaction, so that nobody writes meanwhile.
    Result<> copyBytes(const QString &to) const;

    /// Breaks a statement off with Cancelled while this says so; asked now and then in the thread that runs the statement.
    /// Empty: never again.
    void interruptWhen(std::function<bool()> isCancelled);
    /// Called once, before the thread of the connection uses it next: to wait for another thread that ends a transaction.
    /// Empty: nothing is.
    void beforeNextUse(std::function<void()> deed) { m_beforeNextUse = std::move(deed); }
    /// Lets another thread use the connection from now on, and no longer this one.
    void handTo(QThread *thread) { m_db.driver()->moveToThread(thread); }

    Error errorOf(const QSqlQuery &query) const;
    Error errorOf(int sqliteCode, const QString &what) const;

private:
    SqlConnection() = default;
    Result<> configure(Mode mode);
    void used() const;
    QString m_path, m_name;
    QSqlDatabase m_db;
    sqlite3 *m_handle = nullptr;
    std::function<bool()> m_isCancelled;
    mutable std::function<void()> m_beforeNextUse; ///< touched by the thread of the connection only
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    QHash<QString, std::shared_ptr<SqlStatement>> m_writers;
};

/// The rows of one statement, forward only; columns are read when they are asked for, straight from SQLite.
///
/// Texts are decoded here: SQLite's own conversion to UTF-16 is slower than all else that reading a row needs, and turns
/// U+FFFE and U+FFFF into U+FFFD.
class SqlRows
{
public:
    SqlRows(const SqlConnection &connection, const QString &sql);
    ~SqlRows();
    Q_DISABLE_COPY_MOVE(SqlRows)

    bool next(); ///< false at the end, and on an error
    std::optional<Error> error() const;
    bool isNull(int column) const;
    qint64 number(int column) const;
    QString text(int column);              ///< null where the column is
    QByteArrayView utf8(int column) const; ///< the same undecoded, until the next row; null where the column is

private:
    const SqlConnection &m_connection;
    sqlite3_stmt *m_statement = nullptr;
    int m_result;
    QStringDecoder m_decoder;
    QList<QChar> m_buffer;
};

/// A transaction that is rolled back when it goes out of scope.
class Transaction
{
public:
    enum class Kind { Read, Write };
    explicit Transaction(SqlConnection &connection)
        : m_connection(connection)
    {
    }
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)
    /// Write: takes the right to write at once, so that what is read inside still holds at the commit.
    Result<> begin(Kind kind);
    Result<> commit();
    /// commit() in a thread that is not the connection's, which does not use it meanwhile. Where it fails, the transaction stays
    /// to be rolled back.
    Result<> commitInOtherThread();

private:
    SqlConnection &m_connection;
    bool m_open = false;
};

/// QString that is bound as '' when empty, never as NULL.
QString boundText(const QString &text);
/// The text of a column that was selected as CAST(… AS BLOB); null where the column is. Texts that somebody typed are read so,
/// or by SqlRows: read as text, SQLite would put U+FFFD in place of characters that it takes for none.
QString verbatim(const QVariant &blob);

} // namespace mezasu
