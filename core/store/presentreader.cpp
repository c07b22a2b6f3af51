// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/presentreader.h"

#include "core/store/valuecodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
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
        fields.push_back({&info, internFieldName(QString(info.name)), int(names.size()) + 2});
        names.append(info.name);
    }
    auto byName = fields;
    std::sort(byName.begin(), byName.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    const QString table = kindName(kind);
    QStringList marks(names.size() + 2, u"?"_s);
    return {std::move(fields), std::move(byName), "SELECT element, id, "_L1 + names.join(", "_L1) + " FROM "_L1 + table,
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
    return element ? presentHash(plan, *element) : 0;
}

quint64 presentHash(const Plan &plan, const Element &element)
{
    Hasher hasher;
    hasher.add(element.id);
    hasher.add(element.place.parent);
    hasher.add(element.place.key.constData(), element.place.key.size());
    for (const auto &[name, value] : element.fields) {
        hasher.add(QStringView(name));
        hasher.add(value);
    }
    const auto it = plan.conflicts().constFind(element.id);
    if (it != plan.conflicts().constEnd()) {
        for (auto thing = it->begin(); thing != it->end(); ++thing) {
            hasher.add(QStringView(thing.key()));
            for (const Value &value : *thing)
                hasher.add(value);
        }
    }
    return hasher.result();
}

QStringList PresentReader::tables()
{
    QStringList out;
    for (int kind = 0; kind < kKindCount; ++kind)
        out.append(kindName(Kind(kind)));
    out += {u"indicator_value"_s, u"schedule"_s, u"field_state"_s, u"joint_department"_s, u"level_name"_s, u"heading"_s,
        u"field_limit"_s, u"other_field"_s, u"candidate"_s};
    return out;
}

PresentReader::PresentReader(SqlConnection &connection, qint64 elements)
    : m_connection(connection)
    , m_elements(size_t(elements) + 1)
    , m_parents(size_t(elements) + 1)
{
}

Error PresentReader::damaged(const QString &what) const
{
    return makeError(Error::Code::Damaged, what, m_connection.path());
}

Result<> PresentReader::readKind(Kind kind)
{
    SqlRows rows(m_connection, columnsOf(kind).select);
    const auto &columns = columnsOf(kind).byName;
    while (rows.next()) {
        const qint64 number = rows.number(0);
        const QUuid uuid = QUuid::fromString(QLatin1StringView(rows.utf8(1)));
        if (number < 1 || number >= qint64(m_elements.size()) || uuid.isNull() || m_elements.at(size_t(number)))
            return damaged(u"row %1 of %2 is no element"_s.arg(number).arg(kindName(kind)));
        auto element = std::make_shared<Element>();
        element->id = {kind, uuid};
        m_parents.at(size_t(number)) = rows.number(2);
        element->place.key = rows.utf8(3).toByteArray();
        QList<FieldMap::Item> items;
        items.reserve(qsizetype(std::count_if(columns.begin(), columns.end(),
            [&rows](const KindColumns::Field &field) { return !rows.isNull(field.column); })));
        for (const KindColumns::Field &field : columns) {
            if (rows.isNull(field.column))
                continue;
            if (field.info->type == FieldType::Number)
                items.emplace_back(field.name, Value(rows.number(field.column)));
            else if (field.info->type != FieldType::Structure)
                items.emplace_back(field.name, Value(rows.text(field.column)));
            else if (auto value = codec::toValue(u"structure"_s, rows.text(field.column)))
                items.emplace_back(field.name, *std::move(value));
        }
        element->fields = FieldMap::fromSorted(std::move(items));
        m_elements.at(size_t(number)) = std::move(element);
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
        if (number < 1 || number >= qint64(m_elements.size()) || !m_elements.at(size_t(number))
            || !row(*m_elements.at(size_t(number)), rows))
            return damaged(u"a row of an element that does not live, or no value: "_s + sql);
    }
    const auto error = rows.error();
    return error ? Result<>(*error) : Result<>();
}

const QString &PresentReader::keyedName(const Keyed &table, const SqlRows &rows)
{
    m_name.resize(0); // keeps its room
    m_name += table.prefix;
    for (int i = 1; i <= table.keys; ++i) {
        m_name += '/';
        m_name += rows.utf8(i);
    }
    if (const auto it = m_names.constFind(m_name); it != m_names.constEnd())
        return *it;
    return *m_names.insert(QByteArray(m_name.constData(), m_name.size()), internFieldName(QString::fromUtf8(m_name)));
}

Result<> PresentReader::readEntries()
{
    const Keyed table{
        u"SELECT indicator, year, role, value, status, missing, note, note_erased FROM indicator_value"_s, "values", 2};
    return each(table.sql, [&](Element &e, SqlRows &q) {
        IndicatorValue entry{{}, q.text(4), q.text(5), q.text(6), q.number(7) != 0};
        if (!q.isNull(3)) {
            entry.value = Decimal::fromCanonical(q.text(3));
            if (!entry.value)
                return false;
        }
        e.fields.setInterned(keyedName(table, q), Value(std::move(entry)));
        return true;
    });
}

Result<> PresentReader::readKeyed()
{
    const Keyed tables[] = {{u"SELECT initiative, year, line, text FROM schedule"_s, "schedule", 2},
        {u"SELECT element, kind, field, state FROM field_state"_s, "state", 2},
        {u"SELECT element, department FROM joint_department"_s, "departments", 1, FieldType::Flag},
        {u"SELECT plan, kind, name FROM level_name"_s, "level_names", 1},
        {u"SELECT plan, name, text FROM heading"_s, "headings", 1},
        {u"SELECT plan, kind, field, characters FROM field_limit"_s, "limits", 2, FieldType::Number}};
    for (const Keyed &table : tables) {
        const auto done = each(table.sql, [&](Element &e, SqlRows &q) {
            e.fields.setInterned(keyedName(table, q),
                table.type == FieldType::Flag         ? Value::fromBool(true)
                    : table.type == FieldType::Number ? Value(q.number(table.keys + 1))
                                                      : Value(q.text(table.keys + 1)));
            return true;
        });
        if (!done)
            return done;
    }
    return {};
}

Result<> PresentReader::readOthers()
{
    return each(u"SELECT element, field, type, value FROM other_field"_s, [&](Element &e, SqlRows &q) {
        auto value = codec::toValue(q.text(2), q.text(3));
        if (!value)
            return false;
        const QString field = q.text(1);
        if (fits(e.id.kind, field, *value)) // else not shown, and the sum says that these tables are to be made again
            e.fields.set(field, *std::move(value));
        return true;
    });
}

Result<> PresentReader::readCandidates(Plan &plan)
{
    std::vector<std::tuple<ElementId, QString, QList<Value>>> found;
    const auto done = each(u"SELECT element, aspect, type, value FROM candidate ORDER BY element, aspect, rank"_s,
        [&](Element &e, SqlRows &q) {
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

Result<> PresentReader::linkParents(Plan &plan)
{
    std::vector<std::shared_ptr<const Element>> all;
    all.reserve(m_elements.size());
    for (size_t number = 1; number < m_elements.size(); ++number) {
        const std::shared_ptr<Element> &element = m_elements.at(number);
        if (!element)
            continue;
        const qint64 parent = m_parents.at(number);
        if (parent != 0) {
            // Layers keep a file that was made by hand from standing in a circle.
            if (parent < 1 || parent >= qint64(m_elements.size()) || !m_elements.at(size_t(parent))
                || !canStandBelow(element->id.kind, m_elements.at(size_t(parent))->id.kind))
                return damaged("the parent does not live: "_L1 + element->id.toString());
            element->place.parent = m_elements.at(size_t(parent))->id;
        }
        if (element->id.kind == Kind::Plan) {
            if (!plan.isEmpty())
                return damaged(u"two plans in one file"_s);
            plan.setRoot(element->id);
        }
        all.push_back(element);
    }
    plan.fill(all);
    if (plan.size() != qsizetype(all.size()))
        return damaged(u"an element stands there twice"_s);
    return {};
}

Result<Plan> PresentReader::read()
{
    for (int kind = 0; kind < kKindCount; ++kind) {
        if (const auto done = readKind(Kind(kind)); !done)
            return done.error();
    }
    Plan plan;
    for (const auto &part : {&PresentReader::readEntries, &PresentReader::readKeyed, &PresentReader::readOthers}) {
        if (const auto done = (this->*part)(); !done)
            return done.error();
    }
    if (const auto done = linkParents(plan); !done)
        return done.error();
    if (const auto done = readCandidates(plan); !done)
        return done.error();
    return plan;
}

} // namespace mezasu
