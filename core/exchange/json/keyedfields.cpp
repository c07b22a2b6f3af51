// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json/keyedfields.h"

#include <QJsonArray>
#include <QMap>
#include <QSet>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {
constexpr Kind kLevels[] = {Kind::Policy, Kind::Goal, Kind::Statement, Kind::Indicator, Kind::Issue, Kind::Footnote,
    Kind::ReformItem, Kind::Initiative};

using Items = QList<FieldMap::Item>;

Error bad(const QString &detail)
{
    return makeError(Error::Code::InvalidInput, detail);
}

Result<FieldMap::Item> single(Kind kind, const QString &name, const QJsonValue &json)
{
    const FieldInfo *info = fieldInfo(kind, name);
    if (!info)
        return makeError(Error::Code::NotFound, u"%1 has no field %2"_s.arg(kindName(kind), name));
    const auto value = Value::fromJson(json, info->type == FieldType::Entry);
    if (!value || !accepts(*info, *value))
        return bad(u"the value does not fit the field %1"_s.arg(name));
    return FieldMap::Item{internFieldName(name), *value};
}

Result<Items> fromValues(Kind kind, const QJsonArray &array)
{
    Items out;
    for (const QJsonValue &item : array) {
        QJsonObject entry = item.toObject();
        const QJsonValue year = entry.take("year"_L1);
        const QJsonValue role = entry.take("role"_L1);
        auto one = single(kind, field::values(year.toInt(), role.toString()), entry);
        if (!one)
            return one.error();
        out.append(std::move(one).value());
    }
    return out;
}

Result<Items> fromScheduleYear(Kind kind, int year, const QJsonValue &json)
{
    if (!json.isObject() && !json.isNull())
        return bad(u"a schedule year is an object"_s);
    const QJsonObject cell = json.toObject();
    Items out;
    const QStringList keys = cell.keys();
    for (const QString &key : keys) {
        if (key != "planned"_L1 && key != "actual"_L1 && key != "year"_L1)
            return bad(u"a schedule year has no %1"_s.arg(key));
    }
    for (const QString &line : {u"planned"_s, u"actual"_s}) {
        auto one = single(kind, field::schedule(year, line), cell.value(line));
        if (!one)
            return one.error();
        out.append(std::move(one).value());
    }
    return out;
}

Result<Items> fromSchedule(Kind kind, const QJsonArray &array)
{
    Items out;
    for (const QJsonValue &item : array) {
        auto year = fromScheduleYear(kind, item.toObject().value("year"_L1).toInt(), item);
        if (!year)
            return year.error();
        out.append(std::move(year).value());
    }
    return out;
}

Result<Items> fromDepartments(Kind kind, const QJsonArray &array)
{
    Items out;
    for (const QJsonValue &item : array) {
        auto one = single(kind, u"departments/"_s + item.toString(), true);
        if (!one)
            return one.error();
        out.append(std::move(one).value());
    }
    return out;
}

Result<Items> fromLimits(Kind kind, const QJsonArray &array)
{
    Items out;
    for (const QJsonValue &item : array) {
        const QJsonObject limit = item.toObject();
        const QString name =
            u"limits/%1/%2"_s.arg(limit.value("kind"_L1).toString(), limit.value("field"_L1).toString());
        auto one = single(kind, name, limit.value("characters"_L1));
        if (!one)
            return one.error();
        out.append(std::move(one).value());
    }
    return out;
}

Result<Items> fromObject(Kind kind, const QString &prefix, const QJsonObject &object)
{
    Items out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        auto one = single(kind, prefix + u'/' + it.key(), it.value());
        if (!one)
            return one.error();
        out.append(std::move(one).value());
    }
    return out;
}

Result<Items> whole(Kind kind, const QString &name, const QJsonValue &json)
{
    const bool array = json.isArray() || json.isNull();
    if (name == "values"_L1 && array)
        return fromValues(kind, json.toArray());
    if (name == "schedule"_L1 && array)
        return fromSchedule(kind, json.toArray());
    if (name == "departments"_L1 && array)
        return fromDepartments(kind, json.toArray());
    if (name == "limits"_L1 && array)
        return fromLimits(kind, json.toArray());
    if ((name == "level_names"_L1 || name == "headings"_L1 || name == "papers"_L1)
        && (json.isObject() || json.isNull()))
        return fromObject(kind, name, json.toObject());
    return bad(u"%1 is given as a list or an object"_s.arg(name));
}
} // namespace

QJsonArray valuesToJson(const FieldMap &fields)
{
    QMap<std::pair<int, int>, QJsonObject> order;
    for (const auto &[name, value] : fields) {
        if (!name.startsWith("values/"_L1) || !value.entry())
            continue;
        const QList<QStringView> parts = field::parts(name);
        QJsonObject entry = value.toJson().toObject();
        entry.insert("year"_L1, parts.at(1).toInt());
        entry.insert("role"_L1, parts.at(2).toString());
        const auto role = std::find_if(
            field::kRoles.begin(), field::kRoles.end(), [&](QLatin1StringView r) { return parts.at(2) == r; });
        order.insert({parts.at(1).toInt(), int(role - field::kRoles.begin())}, entry);
    }
    QJsonArray out;
    for (const QJsonObject &entry : order)
        out.append(entry);
    return out;
}

QJsonArray scheduleToJson(const FieldMap &fields)
{
    QMap<int, QJsonObject> years;
    for (const auto &[name, value] : fields) {
        if (!name.startsWith("schedule/"_L1))
            continue;
        const QList<QStringView> parts = field::parts(name);
        const int year = parts.at(1).toInt();
        if (!years.contains(year))
            years.insert(year, {{u"year"_s, year}, {u"planned"_s, {}}, {u"actual"_s, {}}});
        years[year].insert(parts.at(2).toString(), value.toJson());
    }
    QJsonArray out;
    for (const QJsonObject &year : years)
        out.append(year);
    return out;
}

QJsonArray limitsToJson(const FieldMap &fields)
{
    QJsonArray out;
    for (const auto &[name, value] : fields) { // sorted by name
        if (!name.startsWith("limits/"_L1))
            continue;
        const QList<QStringView> parts = field::parts(name);
        out.append(QJsonObject{{u"kind"_s, parts.at(1).toString()}, {u"field"_s, parts.at(2).toString()},
            {u"characters"_s, value.toJson()}});
    }
    return out;
}

QJsonObject levelNamesToJson(const FieldMap &fields)
{
    QJsonObject out;
    for (const Kind kind : kLevels) {
        const Value *name = fields.find(field::levelName(kind));
        out.insert(kindName(kind), name ? name->toJson() : QJsonValue());
    }
    return out;
}

Result<QList<FieldMap::Item>> fieldsFromJson(
    Kind kind, const QString &name, const QJsonValue &json, const FieldMap &current)
{
    const FieldInfo *group = nullptr;
    for (const FieldInfo &info : fieldsOf(kind)) {
        if (info.keyed && info.name == name)
            group = &info;
    }
    const QList<QStringView> parts = field::parts(name);
    if (parts.size() == 2 && parts.first() == "schedule"_L1)
        return fromScheduleYear(kind, parts.at(1).toInt(), json);
    if (!group) {
        auto one = single(kind, name, json);
        if (!one)
            return one.error();
        return QList<FieldMap::Item>{std::move(one).value()};
    }
    auto items = whole(kind, name, json);
    if (!items)
        return bad(items.error().detail); // the set is known, an entry of it is not one
    QSet<QString> given;
    for (const auto &[field, value] : items.value())
        given.insert(field);
    for (const auto &[field, value] : current) {
        if (field.startsWith(QString(name + u'/')) && !given.contains(field))
            items.value().append({field, Value()});
    }
    return items;
}

} // namespace mezasu::exchange
