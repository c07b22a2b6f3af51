// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/hiddensheet.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

// Form 1. Column A names what a row holds; the rest are its parts. A text longer than a cell goes on in the next column.
constexpr qsizetype kPiece = 16000;

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void addRow(Grid &grid, const QString &what, const QString &content)
{
    GridRow row;
    row.number = int(grid.rows.size()) + 1;
    row.cells.append(Cell{what, 1, 1, {}});
    for (qsizetype at = 0; at < content.size() || at == 0;) {
        qsizetype end = std::min(content.size(), at + kPiece);
        if (end < content.size() && content.at(end - 1).isHighSurrogate())
            --end;
        // The bar keeps what stands at a cell's ends from being taken for blank or for a formula.
        row.cells.append(Cell{u'|' + content.mid(at, end - at), 1, 1, {}});
        at = end;
        if (content.isEmpty())
            break;
    }
    grid.rows.append(row);
}

QJsonObject columnToJson(const ColumnUse &use)
{
    QJsonObject json{{u"heading"_s, use.heading}, {u"role"_s, roleName(use.role)}, {u"home"_s, kindName(use.home)}};
    if (use.year)
        json[u"year"_s] = *use.year;
    json[u"state"_s] = use.state;
    json[u"value_role"_s] = use.valueRole;
    return json;
}

std::optional<ColumnUse> columnFromJson(const QJsonObject &json)
{
    ColumnUse use;
    const auto role = roleFromName(json[u"role"_s].toString());
    const auto home = kindFromName(json[u"home"_s].toString());
    if (!role || !home)
        return {};
    use.role = *role;
    use.home = *home;
    use.heading = json[u"heading"_s].toString();
    use.state = json[u"state"_s].toString();
    use.valueRole = json[u"value_role"_s].toString();
    if (json.contains(u"year"_s))
        use.year = json[u"year"_s].toInt();
    return use;
}

} // namespace

const QString HiddenSheet::kName = u"mezasu"_s;

Grid HiddenSheet::toGrid() const
{
    Grid grid;
    grid.sheet = kName;
    grid.hidden = true;
    addRow(grid, u"mezasu-table"_s, u"1"_s);
    addRow(grid, u"plan"_s, plan.toString(QUuid::WithoutBraces));
    for (const Name &name : base)
        addRow(grid, u"base"_s, name.toHex());
    for (const ColumnUse &use : columns)
        addRow(grid, u"column"_s, compact(columnToJson(use)));
    for (const Department &d : departments)
        addRow(grid, u"department"_s, compact({{u"id"_s, d.id.toString(QUuid::WithoutBraces)}, {u"name"_s, d.name}}));
    for (const QJsonValue &step : steps)
        addRow(grid, u"step"_s, compact(step.toObject()));
    return grid;
}

std::optional<HiddenSheet> HiddenSheet::find(const TableFile &file)
{
    const auto it = std::find_if(
        file.sheets.cbegin(), file.sheets.cend(), [](const Grid &g) { return g.hidden && g.sheet == kName; });
    if (it == file.sheets.cend())
        return {};
    HiddenSheet out;
    bool known = false;
    for (const GridRow &row : it->rows) {
        const QString what = row.at(0).text;
        QString content;
        for (int column = 1; column < row.cells.size(); ++column)
            content += row.at(column).text.mid(1);
        const auto json = [&content] { return QJsonDocument::fromJson(content.toUtf8()).object(); };
        if (what == u"mezasu-table") {
            known = content == u"1";
        } else if (what == u"plan") {
            out.plan = QUuid::fromString(content);
        } else if (what == u"base") {
            if (const auto name = Hash::fromHex(content))
                out.base.append(*name);
        } else if (what == u"column") {
            if (const auto use = columnFromJson(json()))
                out.columns.append(*use);
        } else if (what == u"department") {
            const QJsonObject d = json();
            out.departments.append({QUuid::fromString(d[u"id"_s].toString()), d[u"name"_s].toString()});
        } else if (what == u"step") {
            out.steps.append(json());
        }
    }
    if (!known)
        return {};
    return out;
}

} // namespace mezasu::exchange
