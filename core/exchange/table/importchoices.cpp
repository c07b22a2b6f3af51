// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/importchoices.h"

#include <QJsonArray>
#include <QMap>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

QJsonObject columnToJson(int column, const ColumnUse &use)
{
    QJsonObject json{{u"column"_s, column + 1}, {u"role"_s, roleName(use.role)}};
    if (!use.state.isEmpty())
        json[u"state"_s] = use.state;
    if (use.year)
        json[u"year"_s] = *use.year;
    if (!use.valueRole.isEmpty())
        json[u"value_role"_s] = use.valueRole;
    if (use.home != Kind::Goal)
        json[u"home"_s] = kindName(use.home);
    if (use.group != 0)
        json[u"group"_s] = use.group;
    return json;
}

Error bad(const QString &key)
{
    return makeError(Error::Code::InvalidInput, u"not understood"_s, key);
}

Result<ColumnUse> columnFromJson(const QJsonObject &json)
{
    ColumnUse use;
    use.column = json[u"column"_s].toInt() - 1;
    const auto role = roleFromName(json[u"role"_s].toString());
    if (!role || use.column < 0)
        return bad(u"columns"_s);
    use.role = *role;
    use.state = json[u"state"_s].toString();
    if (json.contains(u"year"_s))
        use.year = json[u"year"_s].toInt();
    use.valueRole = json[u"value_role"_s].toString();
    if (json.contains(u"home"_s)) {
        const auto home = kindFromName(json[u"home"_s].toString());
        if (!home)
            return bad(u"columns"_s);
        use.home = *home;
    }
    use.group = json[u"group"_s].toInt();
    return use;
}

} // namespace

QJsonObject ImportChoices::toJson() const
{
    QJsonArray columns;
    QMap<int, ColumnUse> sorted;
    for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it)
        sorted.insert(it.key(), it.value());
    for (auto it = sorted.cbegin(); it != sorted.cend(); ++it)
        columns.append(columnToJson(it.key(), it.value()));
    QJsonObject matches;
    for (auto it = corrected.cbegin(); it != corrected.cend(); ++it)
        matches[it.key()] = it.value().isNull() ? QJsonValue() : QJsonValue(it.value().toString());
    return {{u"encoding"_s, encoding}, {u"sheet"_s, sheet}, {u"columns"_s, columns},
        {u"heading_row"_s, mapping.headingRow ? QJsonValue(*mapping.headingRow) : QJsonValue()},
        {u"match"_s, match == MatchMode::Code ? u"code"_s : u"text"_s}, {u"corrected"_s, matches},
        {u"remove_missing"_s, removeMissing}, {u"clear_empty"_s, clearEmpty}};
}

Result<ImportChoices> ImportChoices::fromJson(const QJsonObject &json)
{
    ImportChoices choices;
    choices.encoding = json[u"encoding"_s].toString();
    choices.sheet = json[u"sheet"_s].toString();
    if (const int row = json[u"heading_row"_s].toInt(); row > 0)
        choices.mapping.headingRow = row;
    const QJsonArray columns = json[u"columns"_s].toArray();
    for (const QJsonValue &column : columns) {
        const auto use = columnFromJson(column.toObject());
        if (!use)
            return use.error();
        choices.mapping.columns.insert(use.value().column, use.value());
    }
    const QString match = json[u"match"_s].toString(u"text"_s);
    if (match != u"text" && match != u"code")
        return bad(u"match"_s);
    choices.match = match == u"code" ? MatchMode::Code : MatchMode::Text;
    const QJsonObject matches = json[u"corrected"_s].toObject();
    for (auto it = matches.begin(); it != matches.end(); ++it) {
        const auto id = it->isNull() ? std::optional<ElementId>(ElementId()) : ElementId::fromString(it->toString());
        if (!id)
            return bad(QString(u"corrected/" + it.key()));
        choices.corrected.insert(it.key(), *id);
    }
    choices.removeMissing = json[u"remove_missing"_s].toBool();
    choices.clearEmpty = json[u"clear_empty"_s].toBool();
    return choices;
}

} // namespace mezasu::exchange
