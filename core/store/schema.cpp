// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include <QVariant>

namespace mezasu::schema {

using namespace Qt::StringLiterals;

namespace {
// ---- the journal: bodies are the truth, all else can be made again from them
Step firstStep()
{
    return {
        u"CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,

        u"CREATE TABLE changeset (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, chain INTEGER NOT NULL, "
        "seq INTEGER NOT NULL, depth INTEGER NOT NULL, time TEXT NOT NULL, author TEXT, author_salt TEXT, reason TEXT, "
        "reason_salt TEXT, body TEXT NOT NULL, UNIQUE (chain, seq)) STRICT"_s,
        u"CREATE TABLE waiting (name TEXT NOT NULL UNIQUE, body TEXT NOT NULL, texts TEXT NOT NULL, newer INTEGER NOT "
        u"NULL) "
        "STRICT"_s,
        u"CREATE TABLE incomplete (changeset INTEGER PRIMARY KEY REFERENCES changeset (number)) STRICT"_s,
        u"CREATE TABLE head (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE knowledge (chain INTEGER NOT NULL, other INTEGER NOT NULL, seq INTEGER NOT NULL, "
        "upto INTEGER NOT NULL, PRIMARY KEY (chain, other, seq)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE element (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, lives INTEGER NOT NULL, UNIQUE (id, kind)) STRICT"_s,
        u"CREATE INDEX element_below ON element (parent)"_s,
        u"CREATE TABLE write (element INTEGER NOT NULL REFERENCES element (number), aspect TEXT NOT NULL, "
        "changeset INTEGER NOT NULL REFERENCES changeset (number), live INTEGER NOT NULL, type TEXT, value TEXT, text "
        "TEXT, "
        "salt TEXT, digest BLOB, kept TEXT, PRIMARY KEY (element, aspect, changeset)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE erased (digest BLOB PRIMARY KEY, changeset TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE file_register (number INTEGER PRIMARY KEY, hash TEXT NOT NULL, file TEXT NOT NULL, "
        "person TEXT NOT NULL, time TEXT NOT NULL, changeset TEXT NOT NULL) STRICT"_s,

        // ---- the present values of what lives, one table per kind
        u"CREATE TABLE plan (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, title TEXT, municipality TEXT, municipality_code "
        "TEXT, "
        "division TEXT, first_year INTEGER, last_year INTEGER, year_style TEXT) STRICT"_s,
        u"CREATE TABLE policy (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, number TEXT, title TEXT, description TEXT) STRICT"_s,
        u"CREATE TABLE goal (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT) STRICT"_s,
        u"CREATE TABLE statement (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, mark TEXT, text TEXT) STRICT"_s,
        u"CREATE TABLE indicator (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, mark TEXT, name TEXT, unit TEXT, decimals INTEGER, "
        "direction TEXT, kind TEXT, definition TEXT, source TEXT, department TEXT) STRICT"_s,
        u"CREATE TABLE issue (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, mark TEXT, text TEXT) STRICT"_s,
        u"CREATE TABLE footnote (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, mark TEXT, text TEXT) STRICT"_s,
        u"CREATE TABLE reform_item (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, code TEXT, title TEXT, description TEXT, "
        "department TEXT) STRICT"_s,
        u"CREATE TABLE initiative (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, code TEXT, title TEXT, description TEXT, "
        "department TEXT) STRICT"_s,
        u"CREATE TABLE department (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, name TEXT, short_name TEXT) STRICT"_s,
        u"CREATE TABLE edition (element INTEGER PRIMARY KEY REFERENCES element (number), id TEXT NOT NULL, "
        "parent INTEGER REFERENCES element (number), position TEXT, name TEXT, heads TEXT) STRICT"_s,

        // ---- what exists once per key
        u"CREATE TABLE indicator_value (indicator INTEGER NOT NULL REFERENCES indicator (element), year INTEGER NOT "
        u"NULL, "
        "role TEXT NOT NULL, value TEXT, status TEXT, missing TEXT, note TEXT, note_erased INTEGER NOT NULL, "
        "PRIMARY KEY (indicator, year, role)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE schedule (initiative INTEGER NOT NULL REFERENCES initiative (element), year INTEGER NOT NULL, "
        "line TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (initiative, year, line)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE field_state (element INTEGER NOT NULL REFERENCES element (number), kind TEXT NOT NULL, "
        "field TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (element, kind, field)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE joint_department (element INTEGER NOT NULL REFERENCES element (number), department TEXT NOT "
        u"NULL, "
        "PRIMARY KEY (element, department)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE level_name (plan INTEGER NOT NULL REFERENCES plan (element), kind TEXT NOT NULL, name TEXT NOT "
        u"NULL, "
        "PRIMARY KEY (plan, kind)) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE heading (plan INTEGER NOT NULL REFERENCES plan (element), name TEXT NOT NULL, text TEXT NOT "
        u"NULL, "
        "PRIMARY KEY (plan, name)) STRICT, WITHOUT ROWID"_s,
        // fields that this version does not know, and erased ones (type 'erased')
        u"CREATE TABLE other_field (element INTEGER NOT NULL REFERENCES element (number), field TEXT NOT NULL, "
        "type TEXT NOT NULL, value TEXT, PRIMARY KEY (element, field)) STRICT, WITHOUT ROWID"_s,
        // the candidates of what is contested, the shown one has rank 0
        u"CREATE TABLE candidate (element INTEGER NOT NULL REFERENCES element (number), aspect TEXT NOT NULL, "
        "rank INTEGER NOT NULL, type TEXT NOT NULL, value TEXT, PRIMARY KEY (element, aspect, rank)) STRICT, WITHOUT ROWID"_s,

        u"PRAGMA application_id = 0x4d455a41"_s,
    };
}

/// Memos of those who write, and how long texts may be.
Step memosAndLimits()
{
    return {
        u"ALTER TABLE policy ADD COLUMN memo TEXT"_s,
        u"ALTER TABLE goal ADD COLUMN memo TEXT"_s,
        u"ALTER TABLE indicator ADD COLUMN memo TEXT"_s,
        u"ALTER TABLE reform_item ADD COLUMN memo TEXT"_s,
        u"ALTER TABLE initiative ADD COLUMN memo TEXT"_s,
        u"CREATE TABLE field_limit (plan INTEGER NOT NULL REFERENCES plan (element), kind TEXT NOT NULL, "
        "field TEXT NOT NULL, characters INTEGER NOT NULL, PRIMARY KEY (plan, kind, field)) STRICT, WITHOUT ROWID"_s,
    };
}

Result<QStringList> rowsOf(SqlConnection &connection, int atMost)
{
    return connection.column(
        u"SELECT type || '|' || name || '|' || tbl_name || '|' || coalesce(sql, '') FROM sqlite_schema "
        "ORDER BY type, name"_s,
        atMost);
}
} // namespace

const QList<Step> &steps()
{
    static const QList<Step> kSteps{firstStep(), memosAndLimits()};
    return kSteps;
}

int newestVersion()
{
    return int(steps().size());
}

Result<> migrate(SqlConnection &connection, const QList<Step> &steps, const std::function<Result<>(int)> &beforeStep)
{
    const auto read = connection.value(u"PRAGMA user_version"_s);
    if (!read)
        return read.error();
    int version = read.value().toInt();
    if (version > steps.size())
        return makeError(
            Error::Code::NewerFormat, u"version %1, known are %2"_s.arg(version).arg(steps.size()), connection.path());
    for (; version < steps.size(); ++version) {
        if (beforeStep) {
            if (const auto done = beforeStep(version); !done)
                return done.error();
        }
        Transaction transaction(connection);
        if (const auto done = transaction.begin(Transaction::Kind::Write); !done)
            return done.error();
        for (const QString &sql : steps.at(version)) {
            if (const auto done = connection.exec(sql); !done)
                return done.error();
        }
        if (const auto done = connection.exec(u"PRAGMA user_version = %1"_s.arg(version + 1)); !done)
            return done.error();
        if (const auto done = transaction.commit(); !done)
            return done.error();
    }
    return {};
}

Result<> compare(SqlConnection &connection, const QList<Step> &steps, int version)
{
    auto model = SqlConnection::open(u":memory:"_s, SqlConnection::Mode::ReadWrite);
    if (!model)
        return model.error();
    if (const auto done = migrate(*model.value(), steps.mid(0, version)); !done)
        return done.error();
    const auto expected = rowsOf(*model.value(), 10000);
    if (!expected)
        return expected.error();
    const auto found = rowsOf(connection, int(expected.value().size()) + 1);
    if (!found)
        return found.error();
    for (const QString &row : found.value()) {
        if (!expected.value().contains(row))
            return makeError(
                Error::Code::Damaged, "not in the schema of a plan: "_L1 + row.left(300), connection.path());
    }
    for (const QString &row : expected.value()) {
        if (!found.value().contains(row))
            return makeError(Error::Code::Damaged, "missing in the file: "_L1 + row.left(300), connection.path());
    }
    return {};
}

} // namespace mezasu::schema
