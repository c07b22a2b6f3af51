// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "barestore.h"

#include <QFile>
#include <algorithm>
#include <sqlite3.h>

namespace mezasu::bench {

namespace {
void check(sqlite3 *db, int rc)
{
    if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW)
        qFatal("SQLite: %s", sqlite3_errmsg(db));
}
} // namespace

BareDatabase::BareDatabase(const QString &path)
{
    check(m_db, sqlite3_open(QFile::encodeName(path).constData(), &m_db));
    exec("PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; "
         "PRAGMA cache_size = -16000; PRAGMA secure_delete = ON; PRAGMA synchronous = EXTRA; PRAGMA journal_mode = "
         "DELETE; "
         "PRAGMA foreign_keys = ON");
}

BareDatabase::~BareDatabase()
{
    for (sqlite3_stmt *statement : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_db);
}

void BareDatabase::exec(const char *sql)
{
    check(m_db, sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr));
}

sqlite3_stmt *BareDatabase::prepare(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    check(m_db, sqlite3_prepare_v2(m_db, sql.constData(), int(sql.size()), &statement, nullptr));
    m_statements.push_back(statement);
    return statement;
}

void BareDatabase::step(sqlite3_stmt *statement)
{
    check(m_db, sqlite3_step(statement));
    check(m_db, sqlite3_reset(statement));
}

Rows::Rows(const QString &path)
{
    BareDatabase db(path);
    sqlite3_stmt *schema = db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    while (sqlite3_step(schema) == SQLITE_ROW) {
        const auto text = [schema](int i) {
            return QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(schema, i)));
        };
        m_schema.push_back(text(2));
        if (text(0) == "table")
            m_tables.push_back({text(1), 0, {}});
    }
    for (Table &table : m_tables) {
        sqlite3_stmt *rows = db.prepare("SELECT * FROM " + table.name);
        table.columns = sqlite3_column_count(rows);
        while (sqlite3_step(rows) == SQLITE_ROW) {
            for (int i = 0; i < table.columns; ++i)
                table.values.push_back(sqlite3_value_dup(sqlite3_column_value(rows, i)));
        }
    }
    // What others refer to comes first; their order in the schema is made for that but for this one.
    std::stable_partition(
        m_tables.begin(), m_tables.end(), [](const Table &t) { return t.name == "changeset" || t.name == "element"; });
}

Rows::~Rows()
{
    for (const Table &table : m_tables) {
        for (sqlite3_value *value : table.values)
            sqlite3_value_free(value);
    }
}

size_t Rows::count() const
{
    size_t out = 0;
    for (const Table &table : m_tables)
        out += table.values.size() / size_t(table.columns);
    return out;
}

void Rows::writeTo(const QString &path) const
{
    BareDatabase db(path);
    db.exec("BEGIN IMMEDIATE");
    for (const QByteArray &sql : m_schema)
        db.exec(sql.constData());
    for (const Table &table : m_tables) {
        QByteArray marks = "?";
        for (int i = 1; i < table.columns; ++i)
            marks += ", ?";
        sqlite3_stmt *insert = db.prepare("INSERT INTO " + table.name + " VALUES (" + marks + ')');
        for (size_t at = 0; at < table.values.size(); at += size_t(table.columns)) {
            for (int i = 0; i < table.columns; ++i)
                sqlite3_bind_value(insert, i + 1, table.values[at + size_t(i)]);
            db.step(insert);
        }
    }
    db.exec("COMMIT");
}

} // namespace mezasu::bench
