// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/presenttables.h"

#include "core/store/presentreader.h"
#include "core/store/valuecodec.h"

#include <QJsonValue>
#include <QVariant>
#include <array>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
QVariant textOrNull(const QString &text)
{
    return text.isNull() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

QVariant listedOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

/// Whether the value stands in the row of its element.
bool fitsColumn(const FieldInfo &info, const Value &value)
{
    switch (info.type) {
    case FieldType::Text:
    case FieldType::Listed:
    case FieldType::Reference:
        return value.isText();
    case FieldType::Number:
        return value.number().has_value();
    case FieldType::Structure:
        return value.structure().has_value();
    case FieldType::Flag:
    case FieldType::Entry:
        return false;
    }
    return false;
}

/// \return false, with nothing bound, where it does not stand there
bool bindColumn(SqlStatement &statement, const FieldInfo &info, const Value &value)
{
    if (!fitsColumn(info, value))
        return false;
    if (value.isText())
        statement.textOrEmpty(value.text());
    else if (const auto number = value.number())
        statement.number(*number);
    else
        statement.copy(canonicalJson(*value.structure()));
    return true;
}

void bindUuid(SqlStatement &statement, const ElementId &id)
{
    std::array<char, ElementId::kUuidSize> text{};
    id.writeUuid(text.data());
    statement.copy(QByteArrayView(text.data(), qsizetype(text.size())));
}

/// Parent and key, or neither. \p place must live until the row is written.
void bindPlace(SqlStatement &statement, qint64 parent, const Place &place)
{
    if (place.parent.isNull()) {
        statement.null().null();
        return;
    }
    statement.number(parent);
    const bool isAscii = std::all_of(place.key.begin(), place.key.end(), [](char c) { return c > 0; });
    if (isAscii) // always, but for what nobody of us made
        statement.utf8(place.key);
    else
        statement.text(QString::fromLatin1(place.key));
}

bool standsInRow(Kind kind, const QString &field, const Value &value)
{
    for (const KindColumns::Field &column : columnsOf(kind).fields) {
        if (column.name == field)
            return fitsColumn(*column.info, value);
    }
    return false;
}

/// The table of a keyed field and its key columns; empty when it has none of its own.
struct KeyedTable
{
    QString remove, insert;
    QVariantList key;
};

KeyedTable keyedTable(const FieldInfo &info, const QList<QStringView> &parts)
{
    const auto text = [&parts](int i) { return QVariant(parts.at(i).toString()); };
    if (info.name == "values"_L1)
        return {u"DELETE FROM indicator_value WHERE indicator = ? AND year = ? AND role = ?"_s,
            u"INSERT INTO indicator_value VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s, {parts.at(1).toInt(), text(2)}};
    if (info.name == "schedule"_L1)
        return {u"DELETE FROM schedule WHERE initiative = ? AND year = ? AND line = ?"_s,
            u"INSERT INTO schedule VALUES (?, ?, ?, ?)"_s, {parts.at(1).toInt(), text(2)}};
    if (info.name == "state"_L1)
        return {u"DELETE FROM field_state WHERE element = ? AND kind = ? AND field = ?"_s,
            u"INSERT INTO field_state VALUES (?, ?, ?, ?)"_s, {text(1), text(2)}};
    if (info.name == "departments"_L1)
        return {u"DELETE FROM joint_department WHERE element = ? AND department = ?"_s,
            u"INSERT INTO joint_department VALUES (?, ?)"_s, {text(1)}};
    if (info.name == "level_names"_L1)
        return {u"DELETE FROM level_name WHERE plan = ? AND kind = ?"_s, u"INSERT INTO level_name VALUES (?, ?, ?)"_s,
            {text(1)}};
    if (info.name == "limits"_L1)
        return {u"DELETE FROM field_limit WHERE plan = ? AND kind = ? AND field = ?"_s,
            u"INSERT INTO field_limit VALUES (?, ?, ?, ?)"_s, {text(1), text(2)}};
    if (info.name == "headings"_L1)
        return {
            u"DELETE FROM heading WHERE plan = ? AND name = ?"_s, u"INSERT INTO heading VALUES (?, ?, ?)"_s, {text(1)}};
    return {};
}

Result<> runWith(SqlConnection &connection, const QString &sql, const QVariantList &values)
{
    return connection.run(sql, values);
}
} // namespace

Result<Plan> PresentTables::read()
{
    m_known.clear();
    m_read.clear();
    m_sum = 0;
    const auto last = m_connection.value(u"SELECT coalesce(max(number), 0) FROM element"_s);
    if (!last)
        return last.error();
    m_elements = last.value().toLongLong();
    PresentReader reader(m_connection, m_elements);
    auto plan = reader.read();
    if (!plan)
        return plan.error();
    m_read.reserve(size_t(plan.value().size()));
    const auto &elements = reader.elements();
    for (size_t number = 1; number < elements.size(); ++number) {
        if (!elements.at(number))
            continue;
        const Element &element = *elements.at(number);
        const quint64 hash = presentHash(plan.value(), element);
        m_read.push_back({element.id, {qint64(number), true, hash}});
        m_sum += hash;
    }
    return plan;
}

void PresentTables::index()
{
    if (m_read.empty())
        return;
    m_known.reserve(qsizetype(m_read.size()));
    for (const auto &[id, known] : m_read)
        m_known.insert(id, known);
    m_read = {};
}

Result<> PresentTables::reload()
{
    const auto plan = read();
    return plan ? Result<>() : Result<>(plan.error());
}

Result<PresentTables::Known *> PresentTables::known(const ElementId &id)
{
    index();
    if (const auto it = m_known.find(id); it != m_known.end())
        return &*it;
    if (m_known.size() == m_elements) // all are known, so this one is new
        return nullptr;
    QSqlQuery &query = m_connection.prepared(u"SELECT number FROM element WHERE id = ? AND kind = ?"_s);
    query.bindValue(0, id.uuidString());
    query.bindValue(1, kindName(id.kind));
    if (const auto done = m_connection.run(query); !done)
        return done.error();
    const qint64 number = query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    if (number == 0)
        return nullptr;
    return &*m_known.insert(id, {number, false, 0});
}

Result<qint64> PresentTables::findNumber(const ElementId &id)
{
    const auto found = known(id);
    if (!found)
        return found.error();
    return found.value() ? found.value()->number : 0;
}

Result<qint64> PresentTables::numberOf(const ElementId &id)
{
    auto found = known(id);
    if (!found)
        return found.error();
    if (found.value())
        return found.value()->number;
    const auto made = make(id, {}, false);
    if (!made)
        return made.error();
    return made.value()->number;
}

Result<ElementId> PresentTables::elementOf(qint64 number)
{
    QSqlQuery &query = m_connection.prepared(u"SELECT kind, id FROM element WHERE number = ?"_s);
    query.bindValue(0, number);
    if (const auto done = m_connection.run(query); !done)
        return done.error();
    std::optional<ElementId> id;
    if (query.next())
        id = ElementId::fromString(QString(query.value(0).toString() + u':' + query.value(1).toString()));
    query.finish();
    if (!id)
        return makeError(Error::Code::Damaged, u"no element has number %1"_s.arg(number), m_connection.path());
    return *id;
}

/// 0 where there is no parent.
Result<qint64> PresentTables::parentNumber(const Place &place)
{
    return place.parent.isNull() ? Result<qint64>(0) : numberOf(place.parent);
}

Result<PresentTables::Known *> PresentTables::make(const ElementId &id, const Place &place, bool lives)
{
    const auto parent = parentNumber(place);
    if (!parent)
        return parent.error();
    const qint64 number = m_elements + 1;
    SqlStatement &insert = m_connection.writer(u"INSERT INTO element VALUES (?, ?, ?, ?, ?, ?)"_s);
    insert.number(number).utf8(kindWord(id.kind));
    bindUuid(insert, id);
    bindPlace(insert, parent.value(), place);
    if (const auto done = insert.number(int(lives)).run(); !done)
        return done.error();
    m_elements = number;
    return &*m_known.insert(id, {number, false, 0});
}

Result<> PresentTables::refresh(const ElementId &id, const Plan &plan, const Place &place, const QStringList &aspects)
{
    const Element *element = plan.element(id);
    auto found = known(id);
    if (!found)
        return found.error();
    const bool isNew = !found.value();
    if (isNew) {
        if (auto made = make(id, place, element != nullptr); !made)
            return made.error();
    } else {
        const auto parent = parentNumber(place);
        if (!parent)
            return parent.error();
        SqlStatement &update =
            m_connection.writer(u"UPDATE element SET parent = ?, position = ?, lives = ? WHERE number = ?"_s);
        bindPlace(update, parent.value(), place);
        const auto done = update.number(int(element != nullptr)).number(m_known.constFind(id)->number).run();
        if (!done)
            return done.error();
    }
    Known &row = m_known[id]; // found again: making the parent may have moved it
    const bool lived = row.lives;
    m_sum -= row.hash;
    row.hash = 0;
    row.lives = element != nullptr;
    if (!element)
        return lived ? removeRows(row.number, id.kind) : Result<>();

    row.hash = presentHash(plan, id);
    m_sum += row.hash;
    const Known now = row;
    if (const auto done = writeRow(now, *element, !lived); !done)
        return done;
    if (lived) {
        for (const QString &field : aspects) {
            const Value *value = element->fields.find(field);
            if (const auto done = writeKeyed(now.number, id.kind, field, value ? *value : Value(), true); !done)
                return done;
        }
    } else {
        for (const auto &[field, value] : element->fields) {
            if (standsInRow(id.kind, field, value))
                continue;
            if (const auto done = writeKeyed(now.number, id.kind, field, value, false); !done)
                return done;
        }
    }
    return writeCandidates(now.number, id, plan, lived);
}

Result<> PresentTables::writeRow(const Known &known, const Element &element, bool isNew)
{
    const KindColumns &columns = columnsOf(element.id.kind);
    const auto parent = parentNumber(element.place);
    if (!parent)
        return parent.error();
    SqlStatement &statement = m_connection.writer(isNew ? columns.insert : columns.update);
    if (isNew) {
        statement.number(known.number);
        bindUuid(statement, element.id);
    }
    bindPlace(statement, parent.value(), element.place);
    for (const KindColumns::Field &field : columns.fields) {
        const Value *value = element.fields.find(field.name);
        if (!value || !bindColumn(statement, *field.info, *value))
            statement.null();
    }
    if (!isNew)
        statement.number(known.number);
    return statement.run();
}

Result<> PresentTables::writeKeyed(qint64 number, Kind kind, const QString &field, const Value &value, bool clearFirst)
{
    const FieldInfo *info = fieldInfo(kind, field);
    if (clearFirst) {
        const auto done =
            runWith(m_connection, u"DELETE FROM other_field WHERE element = ? AND field = ?"_s, {number, field});
        if (!done)
            return done;
    }
    QVariantList values{number};
    const KeyedTable table = info && info->keyed ? keyedTable(*info, field::parts(field)) : KeyedTable();
    const bool hasTable = !table.insert.isEmpty(); // what is keyed and has none stands among the other fields
    if (hasTable) {
        values += table.key;
        if (clearFirst) {
            if (const auto done = runWith(m_connection, table.remove, values); !done)
                return done;
        }
    }
    if (value.isNull())
        return {};
    if (hasTable) {
        if (const IndicatorValue *entry = value.entry(); entry && info->type == FieldType::Entry) {
            values += {entry->value ? QVariant(entry->value->toString()) : QVariant(QMetaType::fromType<QString>()),
                listedOrNull(entry->status), listedOrNull(entry->missing), textOrNull(entry->note),
                int(entry->noteErased)};
            return runWith(m_connection, table.insert, values);
        }
        if (info->type == FieldType::Flag && value.boolean() == true)
            return runWith(m_connection, table.insert, values);
        if (const auto n = value.number(); n && info->type == FieldType::Number) {
            values.append(*n);
            return runWith(m_connection, table.insert, values);
        }
        if (value.isText() && (info->type == FieldType::Text || info->type == FieldType::Listed)) {
            values.append(boundText(value.text()));
            return runWith(m_connection, table.insert, values);
        }
    } else if (info && !info->keyed && fitsColumn(*info, value)) {
        return {}; // stands in the row of its element
    }
    const codec::Columns columns = codec::fromValue(value);
    return runWith(m_connection, u"INSERT INTO other_field VALUES (?, ?, ?, ?)"_s,
        {number, field, columns.type, textOrNull(columns.value)});
}

Result<> PresentTables::removeRows(qint64 number, Kind kind)
{
    QStringList tables{u"DELETE FROM field_state WHERE element = ?"_s, u"DELETE FROM other_field WHERE element = ?"_s,
        u"DELETE FROM candidate WHERE element = ?"_s, u"DELETE FROM joint_department WHERE element = ?"_s};
    if (kind == Kind::Indicator)
        tables.append(u"DELETE FROM indicator_value WHERE indicator = ?"_s);
    if (kind == Kind::Initiative)
        tables.append(u"DELETE FROM schedule WHERE initiative = ?"_s);
    tables.append(columnsOf(kind).remove);
    for (const QString &sql : std::as_const(tables)) {
        if (const auto done = runWith(m_connection, sql, {number}); !done)
            return done;
    }
    return {};
}

Result<> PresentTables::writeCandidates(qint64 number, const ElementId &id, const Plan &plan, bool clearFirst)
{
    if (clearFirst) {
        if (const auto done = runWith(m_connection, u"DELETE FROM candidate WHERE element = ?"_s, {number}); !done)
            return done;
    }
    const auto it = plan.conflicts().constFind(id);
    if (it == plan.conflicts().constEnd())
        return {};
    for (auto thing = it->begin(); thing != it->end(); ++thing) {
        for (int rank = 0; rank < thing->size(); ++rank) {
            const codec::Columns columns = codec::fromValue(thing->at(rank));
            const auto done = runWith(m_connection, u"INSERT INTO candidate VALUES (?, ?, ?, ?, ?)"_s,
                {number, thing.key(), rank, columns.type, textOrNull(columns.value)});
            if (!done)
                return done;
        }
    }
    return {};
}

Result<> PresentTables::clear()
{
    const QStringList tables = PresentReader::tables();
    for (auto table = tables.crbegin(); table != tables.crend(); ++table) { // what refers to others first
        if (const auto done = m_connection.exec("DELETE FROM "_L1 + *table); !done)
            return done;
    }
    if (const auto done = m_connection.exec(u"UPDATE element SET parent = NULL"_s); !done)
        return done;
    if (const auto done = m_connection.exec(u"DELETE FROM element"_s); !done)
        return done;
    m_known.clear();
    m_read.clear();
    m_elements = 0;
    m_sum = 0;
    return {};
}

} // namespace mezasu
