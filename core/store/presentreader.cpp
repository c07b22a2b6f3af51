// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/presentreader.h"

#include "core/store/valuecodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>
#include <QVariant>
#include <array>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
KindColumns makeColumns(Kind kind)
{
    QStringList names{u"parent"_s, u"position"_s};
    std::vector<KindColumns::Field> fields;
    for (const FieldInfo &info : fieldsOf(kind)) {
        if (info.keyed)
            continue;
        fields.push_back({&info, internFieldName(QString(info.name))});
        names.append(info.name);
    }
    const QString table = kindName(kind);
    QStringList marks(names.size() + 2, u"?"_s);
    return {std::move(fields), "SELECT element, id, "_L1 + names.join(", "_L1) + " FROM "_L1 + table,
        "INSERT INTO "_L1 + table + " (element, id, "_L1 + names.join(", "_L1) + ") VALUES ("_L1 + marks.join(", "_L1) + u')',
        "UPDATE "_L1 + table + " SET "_L1 + names.join(" = ?, "_L1) + " = ? WHERE element = ?"_L1,
        "DELETE FROM "_L1 + table + " WHERE element = ?"_L1};
}

class Hasher
{
public:
    void add(quint64 word)
    {
        m_hash = (m_hash ^ word) * 0x9E3779B97F4A7C15ULL;
        m_hash ^= m_hash >> 29;
    }
    void add(const char *data, qsizetype size)
    {
        add(quint64(size));
        for (; size >= 8; data += 8, size -= 8)
            add(word(data, 8));
        if (size > 0)
            add(word(data, size));
    }
    void add(QStringView text) { add(reinterpret_cast<const char *>(text.utf16()), text.size() * 2); }
    void add(const ElementId &id)
    {
        add(quint64(id.kind));
        add(reinterpret_cast<const char *>(&id.uuid), sizeof id.uuid);
    }
    void add(const Value &value)
    {
        if (value.isText()) {
            add(quint64(1));
            add(QStringView(value.text()));
            return;
        }
        if (const IndicatorValue *entry = value.entry()) {
            add(quint64(entry->noteErased ? 3 : 2));
            for (const QString &part : {entry->value ? entry->value->toString() : QString(), entry->status, entry->missing, entry->note})
                add(QStringView(part));
            return;
        }
        const codec::Columns columns = codec::fromValue(value);
        add(QStringView(columns.type));
        add(QStringView(columns.value));
    }
    quint64 result() const { return m_hash; }

private:
    static quint64 word(const char *data, qsizetype size)
    {
        quint64 out = 0;
        std::memcpy(&out, data, size_t(size));
        return out;
    }
    quint64 m_hash = 0x6d657a617375ULL;
};
} // namespace

const KindColumns &columnsOf(Kind kind)
{
    static const auto kAll = [] {
        std::array<KindColumns, kKindCount> all;
        for (int i = 0; i < kKindCount; ++i)
            all.at(size_t(i)) = makeColumns(Kind(i));
        return all;
    }();
    return kAll.at(size_t(kind));
}

quint64 presentHash(const Plan &plan, const ElementId &id)
{
    const Element *element = plan.element(id);
    if (!element)
        return 0;
    Hasher hasher;
    hasher.add(id);
    hasher.add(element->place.parent);
    hasher.add(element->place.key.constData(), element->place.key.size());
    for (const auto &[name, value] : element->fields) {
        hasher.add(QStringView(name));
        hasher.add(value);
    }
    const auto it = plan.conflicts().constFind(id);
    if (it != plan.conflicts().constEnd()) {
        for (auto thing = it->begin(); thing != it->end(); ++thing) {
            hasher.add(QStringView(thing.key()));
            for (const Value &value : *thing)
                hasher.add(value);
        }
    }
    return hasher.result();
}

PresentReader::PresentReader(SqlConnection &connection, qint64 elements)
    : m_connection(connection)
{
    m_ids.resize(size_t(elements) + 1);
    m_rows.resize(size_t(elements) + 1);
}

Error PresentReader::damaged(const QString &what) const
{
    return makeError(Error::Code::Damaged, what, m_connection.path());
}

Result<> PresentReader::readKind(Kind kind)
{
    QSqlQuery &query = m_connection.prepared(columnsOf(kind).select);
    if (const auto done = m_connection.run(query); !done)
        return done;
    const auto &columns = columnsOf(kind).fields;
    while (query.next()) {
        const qint64 number = query.value(0).toLongLong();
        const QUuid uuid = QUuid::fromString(query.value(1).toString());
        if (number < 1 || number >= qint64(m_rows.size()) || uuid.isNull()) {
            query.finish();
            return damaged(u"row %1 of %2 is no element"_s.arg(number).arg(kindName(kind)));
        }
        Row &row = m_rows.at(size_t(number));
        row.element = std::make_shared<Element>();
        row.element->id = {kind, uuid};
        m_ids.at(size_t(number)) = row.element->id;
        row.parent = query.value(2).toLongLong();
        row.element->place.key = query.value(3).toString().toLatin1();
        for (size_t i = 0; i < columns.size(); ++i) {
            const QVariant value = query.value(int(i) + 4);
            if (value.isNull())
                continue;
            const KindColumns::Field &column = columns.at(i);
            if (column.info->type == FieldType::Number)
                row.element->fields.set(column.name, Value(qint64(value.toLongLong())));
            else if (column.info->type == FieldType::Structure)
                row.element->fields.set(column.name, codec::toValue(u"structure"_s, value.toString()).value_or(Value()));
            else
                row.element->fields.set(column.name, Value(value.toString()));
        }
    }
    const bool failed = query.lastError().isValid();
    const Error error = failed ? m_connection.errorOf(query) : Error();
    query.finish();
    return failed ? Result<>(error) : Result<>();
}

template <typename Function>
Result<> PresentReader::each(const QString &sql, Function row)
{
    QSqlQuery &query = m_connection.prepared(sql);
    if (const auto done = m_connection.run(query); !done)
        return done;
    while (query.next()) {
        const qint64 number = query.value(0).toLongLong();
        if (number < 1 || number >= qint64(m_rows.size()) || !m_rows.at(size_t(number)).element
            || !row(*m_rows.at(size_t(number)).element, query)) {
            query.finish();
            return damaged(u"a row of an element that does not live, or no value: "_s + sql);
        }
    }
    const bool failed = query.lastError().isValid();
    const Error error = failed ? m_connection.errorOf(query) : Error();
    query.finish();
    return failed ? Result<>(error) : Result<>();
}

Result<> PresentReader::readKeyed()
{
    const auto text = [](const QSqlQuery &q, int i) { return q.value(i).toString(); };
    if (const auto done = each(u"SELECT indicator, year, role, value, status, missing, note, note_erased "
                               "FROM indicator_value"_s,
            [&](Element &e, const QSqlQuery &q) {
                IndicatorValue entry{{}, text(q, 4), text(q, 5), text(q, 6), q.value(7).toBool()};
                if (!q.value(3).isNull()) {
                    entry.value = Decimal::fromCanonical(text(q, 3));
                    if (!entry.value)
                        return false;
                }
                e.fields.set(field::values(q.value(1).toInt(), text(q, 2)), Value(entry));
                return true;
            });
        !done)
        return done;
    struct Table
    {
        QString sql, prefix;
        int keys;
        bool hasText;
    };
    const Table tables[] = {{u"SELECT initiative, year, line, text FROM schedule"_s, u"schedule"_s, 2, true},
        {u"SELECT element, kind, field, state FROM field_state"_s, u"state"_s, 2, true},
        {u"SELECT element, department FROM joint_department"_s, u"departments"_s, 1, false},
        {u"SELECT plan, kind, name FROM level_name"_s, u"level_names"_s, 1, true},
        {u"SELECT plan, name, text FROM heading"_s, u"headings"_s, 1, true}};
    for (const Table &table : tables) {
        const auto done = each(table.sql, [&](Element &e, const QSqlQuery &q) {
            QString name = table.prefix;
            for (int i = 1; i <= table.keys; ++i)
                name += u'/' + text(q, i);
            e.fields.set(name, table.hasText ? Value(text(q, table.keys + 1)) : Value::fromBool(true));
            return true;
        });
        if (!done)
            return done;
    }
    return each(u"SELECT element, field, type, value FROM other_field"_s, [&](Element &e, const QSqlQuery &q) {
        auto value = codec::toValue(text(q, 2), text(q, 3));
        if (!value)
            return false;
        e.fields.set(text(q, 1), *std::move(value));
        return true;
    });
}

Result<> PresentReader::readCandidates(Plan &plan)
{
    std::vector<std::tuple<ElementId, QString, QList<Value>>> found;
    const auto done = each(u"SELECT element, aspect, type, value FROM candidate ORDER BY element, aspect, rank"_s,
        [&](Element &e, const QSqlQuery &q) {
            const auto value = codec::toValue(q.value(2).toString(), q.value(3).toString());
            if (!value)
                return false;
            const QString aspect = q.value(1).toString();
            if (found.empty() || std::get<0>(found.back()) != e.id || std::get<1>(found.back()) != aspect)
                found.emplace_back(e.id, aspect, QList<Value>());
            std::get<2>(found.back()).append(*value);
            return true;
        });
    for (const auto &[id, aspect, values] : found)
        plan.setConflict(id, aspect, values);
    return done;
}

Result<Plan> PresentReader::read()
{
    for (int kind = 0; kind < kKindCount; ++kind) {
        if (const auto done = readKind(Kind(kind)); !done)
            return done.error();
    }
    if (const auto done = readKeyed(); !done)
        return done.error();
    Plan plan;
    plan.reserve(qsizetype(m_rows.size()));
    for (Row &row : m_rows) {
        if (!row.element)
            continue;
        if (row.parent != 0) {
            if (row.parent < 1 || row.parent >= qint64(m_ids.size()) || m_ids.at(size_t(row.parent)).isNull())
                return damaged("the parent does not live: "_L1 + row.element->id.toString());
            row.element->place.parent = m_ids.at(size_t(row.parent));
        }
        if (row.element->id.kind == Kind::Plan) {
            if (!plan.isEmpty())
                return damaged(u"two plans in one file"_s);
            plan.setRoot(row.element->id);
        }
        plan.put(row.element);
    }
    if (const auto done = readCandidates(plan); !done)
        return done.error();
    return plan;
}

} // namespace mezasu
