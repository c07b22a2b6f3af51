// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/tableexport.h"

#include "core/change/difference.h"
#include "core/exchange/cellsource.h"
#include "core/exchange/delimitedwriter.h"
#include "core/exchange/headings.h"
#include "core/exchange/json/planjson.h"
#include "core/exchange/table/sheetbuilder.h"
#include "core/exchange/table/tableheadings.h"
#include "core/exchange/table/tableimport.h"
#include "core/exchange/workbookwriter.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

Grid gridOf(const Sheet &sheet, bool merged)
{
    Grid grid;
    grid.sheet = sheet.name;
    for (qsizetype r = 0; r < sheet.rows.size(); ++r) {
        GridRow row;
        row.number = int(r) + 1;
        for (const SheetCell &cell : sheet.rows.at(r))
            row.cells.append(Cell{cell.text, merged ? cell.rowSpan : 1, 1, {}});
        grid.rows.append(row);
    }
    if (!merged)
        return grid;
    for (qsizetype r = 0; r < sheet.rows.size(); ++r) {
        for (qsizetype c = 0; c < sheet.rows.at(r).size(); ++c) {
            for (int below = 1; below < sheet.rows.at(r).at(c).rowSpan; ++below)
                grid.rows[r + below].cells[c].flags |= CellFlag::Covered;
        }
    }
    return grid;
}

/// The plan that a table gives when it is read again.
ImportPreview readAgain(const Sheet &sheet, const HiddenSheet &hidden, bool merged)
{
    TableFile file;
    file.kind = FileKind::Workbook;
    file.sheets = {gridOf(sheet, merged), hidden.toGrid()};
    return prepareImport(file, {}, {});
}

/// Takes what is internal out of a plan. \return how many fields these were
int takeInternalOut(Plan &plan)
{
    int count = 0;
    for (const ElementId &id : plan.preorder()) {
        const Element *element = plan.element(id);
        const auto isInternal = [](const FieldMap::Item &item) { return field::isInternal(item.first); };
        if (std::none_of(element->fields.begin(), element->fields.end(), isInternal))
            continue;
        auto without = std::make_shared<Element>(*element);
        for (const auto &[name, value] : element->fields) {
            if (field::isInternal(name)) {
                without->fields.set(name, {});
                ++count;
            }
        }
        plan.put(std::move(without));
    }
    return count;
}

/// The same elements with the same words, whatever their UUIDs.
bool sameTree(const TableTree &a, const TableTree &b)
{
    if (a.nodes.size() != b.nodes.size())
        return false;
    return std::equal(a.nodes.cbegin(), a.nodes.cend(), b.nodes.cbegin(), [](const TableNode &x, const TableNode &y) {
        return x.kind == y.kind && x.parent == y.parent && x.fields == y.fields && x.department == y.department
            && x.jointDepartments == y.jointDepartments;
    });
}

/// Whether a text file without UUIDs says all that one with them does, and leaves the plan as it is when it is read into it.
/// Words of headings may become the plan's.
bool doesWithoutUuids(const Sheet &plain, const TableTree &withUuids, const Plan &plan)
{
    TableFile file;
    file.kind = FileKind::Workbook; // its cells carry no apostrophes against formulas yet
    file.sheets = {gridOf(plain, false)};
    const ImportPreview read = prepareImport(file, {}, {}, {&plan, {}, {}});
    return !read.isRefused() && sameTree(read.table, withUuids)
        && std::all_of(read.steps.cbegin(), read.steps.cend(),
            [](const PlanChange &step) { return step.op == PlanChange::Op::Set && step.id.kind == Kind::Plan; });
}

/// Steps that change more than the order of different kinds among each other, and belong to no history.
QList<PlanChange> realSteps(const Plan &from, const Plan &to)
{
    QList<PlanChange> out;
    QHash<ElementId, QSet<Kind>> reordered; // by parent, for kinds whose order differs
    QSet<ElementId> compared;
    const auto orderDiffers = [&](const ElementId &parent, Kind kind) {
        if (!compared.contains(parent)) {
            compared.insert(parent);
            QHash<Kind, QList<ElementId>> were;
            QHash<Kind, QList<ElementId>> are;
            for (const ElementId &id : from.children(parent)) {
                if (to.parentOf(id) == parent)
                    were[id.kind].append(id);
            }
            for (const ElementId &id : to.children(parent)) {
                if (from.parentOf(id) == parent)
                    are[id.kind].append(id);
            }
            for (auto it = are.cbegin(); it != are.cend(); ++it) {
                if (were.value(it.key()) != it.value())
                    reordered[parent].insert(it.key());
            }
        }
        return reordered.value(parent).contains(kind);
    };
    for (PlanChange step : difference(from, to)) {
        if (step.id.kind == Kind::Edition)
            continue;
        if (step.op == PlanChange::Op::Move && from.parentOf(step.id) == step.parent
            && !orderDiffers(step.parent, step.id.kind))
            continue;
        if (step.after.kind == Kind::Edition && !step.after.isNull()) {
            step.at = PlanChange::At::Last;
            step.after = {};
        }
        out.append(step);
    }
    return out;
}

/// A text file cannot say what its columns hold: headings that would not be known again are given in the common words, and
/// titles that would be taken for codes say that they are titles.
void useKnownHeadings(QList<SheetColumn> &columns, Sheet &sheet)
{
    const auto useWhereUnknown = [&](auto &&words) {
        const auto headings = findHeadings(gridOf(sheet, false), {}, HeadingWords::builtIn());
        bool allKnown = true;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            ColumnUse &use = columns[i].use;
            const auto isKnown = [&use](const ColumnUse &read) {
                return read.column == use.column && read.role == use.role && read.home == use.home;
            };
            if (headings && std::any_of(headings->columns.cbegin(), headings->columns.cend(), isKnown))
                continue;
            use.heading = words(use);
            sheet.rows[0][i].text = textSource(use.heading, CellForm::Html);
            allKnown = false;
        }
        return allKnown;
    };
    if (!useWhereUnknown([](const ColumnUse &use) { return defaultHeading(use, {}); }))
        useWhereUnknown([](const ColumnUse &use) -> QString {
            return defaultHeading(use, {}) + (use.role == Role::PolicyTitle ? u"名称"_s : QString());
        });
}

/// Names what a format leaves out, by kind and field.
void nameLeftOut(const Plan &plan, const QList<PlanChange> &steps, bool workbook, MessageList &messages)
{
    QMap<std::pair<QString, QString>, int> counts;
    if (!workbook) {
        for (const PlanChange &step : steps) {
            // Headings stand in the table; the names of those levels come back from them.
            const bool heading = step.field.startsWith("headings/"_L1) || step.field == u"level_names/policy"
                || step.field == u"level_names/reform_item" || step.field == u"level_names/initiative";
            if (step.op == PlanChange::Op::Insert)
                ++counts[{kindName(step.id.kind), u"*"_s}];
            else if (step.op == PlanChange::Op::Set && !heading)
                ++counts[{kindName(step.id.kind), step.field.section(u'/', 0, 0)}];
            else if (step.op == PlanChange::Op::Move)
                ++counts[{kindName(step.id.kind), u"place"_s}];
        }
        QSet<QString> used;
        for (const ElementId &id : plan.preorder()) {
            for (const auto &[name, value] : plan.element(id)->fields) {
                if (name == u"department" && id.kind != Kind::Indicator)
                    used.insert(value.text());
                else if (name.startsWith("departments/"_L1))
                    used.insert(name.mid(12));
            }
        }
        for (const ElementId &id : plan.children(plan.root(), Kind::Department)) {
            if (!used.contains(id.uuidString()))
                ++counts[{kindName(Kind::Department), u"*"_s}];
        }
    }
    if (const auto editions = plan.editions().size(); editions > 0)
        counts[{kindName(Kind::Edition), u"*"_s}] = int(editions);
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        Message message;
        message.code = MessageCode::NotInFormat;
        message.element = it.key().first;
        message.field = it.key().second;
        message.args = {it.key().first, it.key().second, QString::number(it.value())};
        messages.add(message);
    }
}

} // namespace

TableExport tableOf(const Plan &given, const TableExportOptions &options)
{
    Plan plan = given;
    const int memos = takeInternalOut(plan);
    const bool workbook = options.format == TableFormat::Xlsx;
    const CellForm form = workbook ? CellForm::Lines : CellForm::Html;
    TableExport out;
    out.hidden.plan = plan.root().uuid;
    out.hidden.base = options.base;
    for (const ElementId &id : plan.children(plan.root(), Kind::Department))
        out.hidden.departments.append({id.uuid, plan.text(id, u"name")});

    QList<SheetColumn> columns = columnsFor(plan, true);
    const auto describe = [&] {
        out.columns.clear();
        for (const SheetColumn &column : std::as_const(columns))
            out.columns.append(column.use);
        out.hidden.columns = out.columns;
    };
    out.sheet = SheetBuilder(plan, columns, form).build();
    if (!workbook)
        useKnownHeadings(columns, out.sheet);
    describe();
    const ImportPreview again = readAgain(out.sheet, out.hidden, workbook);
    const QList<PlanChange> steps = realSteps(again.wanted, plan);

    const bool without =
        options.uuids == UuidColumns::Never || (options.uuids == UuidColumns::WhereNeeded && !workbook);
    if (without) {
        columns = columnsFor(plan, false);
        Sheet plain = SheetBuilder(plan, columns, form).build();
        if (!workbook)
            useKnownHeadings(columns, plain);
        if (options.uuids == UuidColumns::Never || doesWithoutUuids(plain, again.table, plan)) {
            out.sheet = plain;
            describe();
        } else {
            out.sheet.hiddenColumns.clear();
            out.messages.add(MessageCode::UuidsWritten, Severity::Info);
        }
    }
    if (workbook)
        out.hidden.steps = stepsToJson(steps);
    nameLeftOut(plan, steps, workbook, out.messages);
    if (memos > 0)
        out.messages.add(MessageCode::MemosKept, Severity::Info, 0, 0, {QString::number(memos)});
    out.sheet.name = plan.text(plan.root(), u"title").isEmpty() ? u"計画"_s : plan.text(plan.root(), u"title");
    return out;
}

WriteResult exportTable(const Plan &plan, const TableExportOptions &options, QIODevice *device)
{
    const TableExport table = tableOf(plan, options);
    WriteResult result;
    switch (options.format) {
    case TableFormat::Tsv:
        result = writeDelimited(table.sheet, DelimitedOptions::tsv(), device);
        break;
    case TableFormat::Csv:
        result = writeDelimited(table.sheet, DelimitedOptions::csv(), device);
        break;
    case TableFormat::CsvCp932:
        result = writeDelimited(table.sheet, DelimitedOptions::csvCp932(), device);
        break;
    case TableFormat::Xlsx: {
        Sheet hidden;
        hidden.name = HiddenSheet::kName;
        hidden.hidden = true;
        hidden.headingRows = 0;
        const Grid grid = table.hidden.toGrid();
        for (const GridRow &row : grid.rows) {
            QList<SheetCell> cells;
            for (const Cell &cell : row.cells)
                cells.append({cell.text, 1, 1});
            hidden.rows.append(cells);
        }
        WorkbookOptions workbook;
        workbook.title = plan.text(plan.root(), u"title");
        result = writeWorkbook({table.sheet, hidden}, workbook, device);
        break;
    }
    }
    MessageList messages = table.messages;
    messages.append(result.messages);
    result.messages = messages;
    return result;
}

} // namespace mezasu::exchange
