// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"

#include <QByteArray>
#include <QString>
#include <deque>

struct sqlite3_stmt;

namespace mezasu {
class SqlConnection;

/// A statement that gives no rows, prepared once and run often; straight to SQLite, since binding a value by QSqlQuery costs
/// more than writing it, and an import binds millions. Texts go in as UTF-8, as the file keeps them.
///
/// Values are bound from left to right, all of them each time; an error shows at run().
class SqlStatement
{
public:
    SqlStatement(const SqlConnection &connection, const QString &sql);
    ~SqlStatement();
    Q_DISABLE_COPY_MOVE(SqlStatement)

    SqlStatement &null();
    SqlStatement &number(qint64 number);
    SqlStatement &text(QStringView text);        ///< NULL for a null one
    SqlStatement &textOrEmpty(QStringView text); ///< '' for a null one
    SqlStatement &utf8(QByteArrayView text);     ///< must live until run(); NULL for a null one
    SqlStatement &utf8(QLatin1StringView ascii) { return utf8(QByteArrayView(ascii.data(), ascii.size())); }
    SqlStatement &blob(QByteArrayView bytes); ///< must live until run()
    SqlStatement &copy(QByteArrayView text);  ///< as utf8(), without having to live on
    Result<> run();

private:
    void prepare();
    void next(); ///< the next column is the one to bind
    QByteArray &buffer();
    void note(int rc);

    const SqlConnection &m_connection;
    const QString m_sql;
    sqlite3_stmt *m_statement = nullptr;
    int m_at = 0;                     ///< values bound so far
    int m_result = 0;                 ///< the first error since the last run(); 0 is SQLITE_OK
    std::deque<QByteArray> m_buffers; ///< by column; they keep their room
};

} // namespace mezasu
