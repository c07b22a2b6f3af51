// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlstatement.h"

#include "core/plan/utf8.h"
#include "core/store/sqlconnection.h"

#include <sqlite3.h>

namespace mezasu {

using namespace Qt::StringLiterals;

SqlStatement::SqlStatement(const SqlConnection &connection, const QString &sql)
    : m_connection(connection)
    , m_sql(sql)
{
}

SqlStatement::~SqlStatement()
{
    sqlite3_finalize(m_statement);
}

void SqlStatement::note(int rc)
{
    if (m_result == SQLITE_OK)
        m_result = rc;
}

void SqlStatement::prepare()
{
    // Not at construction: it reads the file, and what kept it from that (a lock, a share) may pass.
    if (!m_statement)
        note(sqlite3_prepare16_v3(m_connection.handle(), m_sql.utf16(), int(m_sql.size() * 2),
            SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr));
}

void SqlStatement::next()
{
    if (m_at == 0)
        prepare();
    ++m_at;
}

QByteArray &SqlStatement::buffer()
{
    while (m_buffers.size() < size_t(m_at))
        m_buffers.emplace_back();
    QByteArray &out = m_buffers[size_t(m_at - 1)];
    out.resize(0);
    return out;
}

SqlStatement &SqlStatement::null()
{
    next();
    note(sqlite3_bind_null(m_statement, m_at));
    return *this;
}

SqlStatement &SqlStatement::number(qint64 number)
{
    next();
    note(sqlite3_bind_int64(m_statement, m_at, number));
    return *this;
}

SqlStatement &SqlStatement::text(QStringView text)
{
    return text.isNull() ? null() : textOrEmpty(text);
}

SqlStatement &SqlStatement::textOrEmpty(QStringView text)
{
    next();
    QByteArray &bytes = buffer();
    appendUtf8(bytes, text);
    note(sqlite3_bind_text(m_statement, m_at, bytes.constData(), int(bytes.size()), SQLITE_STATIC));
    return *this;
}

SqlStatement &SqlStatement::utf8(QByteArrayView text)
{
    if (text.isNull())
        return null();
    next();
    note(sqlite3_bind_text(m_statement, m_at, text.data(), int(text.size()), SQLITE_STATIC));
    return *this;
}

SqlStatement &SqlStatement::copy(QByteArrayView text)
{
    if (text.isNull())
        return null();
    next();
    QByteArray &bytes = buffer();
    bytes.append(text.data(), text.size());
    note(sqlite3_bind_text(m_statement, m_at, bytes.constData(), int(bytes.size()), SQLITE_STATIC));
    return *this;
}

SqlStatement &SqlStatement::blob(QByteArrayView bytes)
{
    next();
    note(sqlite3_bind_blob(m_statement, m_at, bytes.data(), int(bytes.size()), SQLITE_STATIC));
    return *this;
}

Result<> SqlStatement::run()
{
    if (m_at == 0)
        prepare();
    int rc = std::exchange(m_result, SQLITE_OK);
    if (rc == SQLITE_OK)
        rc = sqlite3_step(m_statement);
    Result<> out;
    if (rc != SQLITE_DONE && rc != SQLITE_ROW)
        out = m_connection.errorOf(
            rc, QString::fromUtf8(sqlite3_errmsg(m_connection.handle())) + " ["_L1 + m_sql.left(200) + u']');
    sqlite3_reset(m_statement);
    m_at = 0;
    return out;
}

} // namespace mezasu
