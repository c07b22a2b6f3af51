// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/presentreader.h"

#include "core/store/valuecodec.h"

#include <QJsonArray>
#include <QJsonDocument>
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
        "INSERT INTO "_L1 + table + " (element, id, "_L1 + names.join(", "_L1) + ") VALUES ("_L1 + marks.join(", "_L1)
            + u')',
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
            for (const QString &part :
                {entry->value ? entry->value->toString() : QString(), entry->status, entry->missing, entry->note})
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
    SqlRows rows(m_connection, columnsOf(kind).select);
    const auto &columns = columnsOf(kind).fields;
    while (rows.next()) {
        const qint64 number = rows.number(0);
        const QUuid uuid = QUuid::fromString(rows.text(1));
        if (number < 1 || number >= qint64(m_rows.size()) || uuid.isNull())
            return damaged(u"row %1 of %2 is no element"_s.arg(number).arg(kindName(kind)));
        Row &row = m_rows.at(size_t(number));
        row.element = std::make_shared<Element>();
        row.element->id = {kind, uuid};
        m_ids.at(size_t(number)) = row.element->id;
        row.parent = rows.number(2);
        row.element->place.key = rows.text(3).toLatin1();
        for (size_t i = 0; i < columns.size(); ++i) {
            const int at = int(i) + 4;
            if (rows.isNull(at))
                continue;
            const KindColumns::Field &column = columns.at(i);
            if (column.info->type == FieldType::Number)
                row.element->fields.set(column.name, Value(rows.number(at)));
            else if (column.info->type == FieldType::Structure)
                row.element->fields.set(column.name, codec::toValue(u"structure"_s, rows.text(at)).value_or(Value()));
            else
                row.element->fields.set(column.name, Value(rows.text(at)));
        }
    }
    const auto error = rows.error();
    return error ? Result<>(*error) : Result<>();
}

template <typename Function>
Result<> PresentReader::each(const QString &sql, Function row)
{
    SqlRows rows(m_connection, sql);
    while (rows.next()) {
        const qint64 number = rows.number(0);
        if (number < 1 || number >= qint64(m_rows.size()) || !m_rows.at(size_t(number)).element
            || !row(*m_rows.at(size_t(number)).element, rows))
            return damaged(u"a row of an element that does not live, or no value: "_s + sql);
    }
    const auto error = rows.error();
    return error ? Result<>(*error) : Result<>();
}

Result<> PresentReader::readKeyed()
{
    const auto text = [](const SqlRows &q, int i) { return q.text(i); };
    if (const auto done = each(u"SELECT indicator, year, role, value, status, missing, note, note_erased "
                               "FROM indicator_value"_s,
            [&](Element &e, const SqlRows &q) {
                IndicatorValue entry{{}, text(q, 4), text(q, 5), text(q, 6), q.number(7) != 0};
                if (!q.isNull(3)) {
                    entry.value = Decimal::fromCanonical(text(q, 3));
                    if (!entry.value)
                        return false;
                }
                e.fields.set(field::values(int(q.number(1)), text(q, 2)), Value(entry));
                return true;
            });
        !done)
        return done;
    struct Table
    {
        QString sql, prefix;
        int keys;
        FieldType type;
    };
    const Table tables[] = {{u"SELECT initiative, year, line, text FROM schedule"_s, u"schedule"_s, 2, FieldType::Text},
        {u"SELECT element, kind, field, state FROM field_state"_s, u"state"_s, 2, FieldType::Text},
        {u"SELECT element, department FROM joint_department"_s, u"departments"_s, 1, FieldType::Flag},
        {u"SELECT plan, kind, name FROM level_name"_s, u"level_names"_s, 1, FieldType::Text},
        {u"SELECT plan, name, text FROM heading"_s, u"headings"_s, 1, FieldType::Text},
        {u"SELECT plan, kind, field, characters FROM field_limit"_s, u"limits"_s, 2, FieldType::Number}};
    for (const Table &table : tables) {
        const auto done = each(table.sql, [&](Element &e, const SqlRows &q) {
            QString name = table.prefix;
            for (int i = 1; i <= table.keys; ++i)
                name += u'/' + text(q, i);
            e.fields.set(name,
                table.type == FieldType::Flag         ? Value::fromBool(true)
                    : table.type == FieldType::Number ? Value(q.number(table.keys + 1))
                                                      : Value(text(q, table.keys + 1)));
            return true;
        });
        if (!done)
            return done;
    }
    return each(u"SELECT element, field, type, value FROM other_field"_s, [&](Element &e, const SqlRows &q) {
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
        [&](Element &e, const SqlRows &q) {
            const auto value = codec::toValue(q.text(2), q.text(3));
            if (!value)
                return false;
            const QString aspect = q.text(1);
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
