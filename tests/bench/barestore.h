// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

namespace mezasu::bench {

/// SQLite by its C interface with nothing around it: what the product is compared with. Stops the program on any error.
class BareDatabase
{
public:
    /// Opens or makes the file, with the pragmas of a plan file.
    explicit BareDatabase(const QString &path);
    ~BareDatabase();
    Q_DISABLE_COPY_MOVE(BareDatabase)

    void exec(const char *sql);
    sqlite3_stmt *prepare(const QByteArray &sql);
    void step(sqlite3_stmt *statement); ///< of a statement that gives no rows; resets it
    sqlite3 *handle() const { return m_db; }

private:
    sqlite3 *m_db = nullptr;
    std::vector<sqlite3_stmt *> m_statements;
};

/// All rows of a plan file, held in memory.
class Rows
{
public:
    explicit Rows(const QString &path);
    ~Rows();
    Q_DISABLE_COPY_MOVE(Rows)

    /// Writes the schema and all rows into a new file: prepared statements, one transaction.
    void writeTo(const QString &path) const;
    size_t count() const;

private:
    struct Table
    {
        QByteArray name;
        int columns = 0;
        std::vector<sqlite3_value *> values;
    };
    std::vector<QByteArray> m_schema;
    std::vector<Table> m_tables;
    int m_version = 0;
};

} // namespace mezasu::bench
