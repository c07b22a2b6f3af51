// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tablereader.h"
#include "core/exchange/headings.h"
#include "core/exchange/interpreter.h"

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

std::optional<ReadTable> refuse(MessageList &messages, MessageCode code, int row, const QStringList &args)
{
    messages.add(code, Severity::Refusal, row, 0, args);
    return std::nullopt;
}

std::optional<ReadTable> refuseHeadings(const Grid &grid, const ColumnMapping &mapping, MessageList &messages)
{
    const GridRow *row = &grid.rows.constFirst();
    for (const GridRow &candidate : grid.rows) {
        if (mapping.headingRow == candidate.number)
            row = &candidate;
    }
    QStringList cells;
    for (const Cell &cell : row->cells) {
        if (!cell.isBlank() && cells.size() < 8)
            cells += cell.text.trimmed().left(30);
    }
    return refuse(messages, MessageCode::NoHeadingRow, row->number,
        {cells.join(u" | "_s), HeadingWords::builtIn().examples().join(u"、"_s)});
}

} // namespace

std::optional<ReadTable> readTable(const TableFile &file, const TableOptions &options, MessageList &messages)
{
    messages.setPlace(file.file, {});
    const Grid *chosen = nullptr;
    std::optional<Headings> headings;
    QStringList names;
    QList<const Grid *> others;
    QList<const Grid *> tables;
    for (const Grid &grid : file.sheets) {
        names += grid.sheet;
        if (!options.sheet.isEmpty() && grid.sheet != options.sheet)
            continue;
        if (grid.isBlank())
            continue;
        const auto found = findHeadings(grid, options.mapping, HeadingWords::builtIn());
        if (found && !grid.hidden)
            tables.append(&grid);
        // A hidden sheet is taken only when it is asked for or nothing else is a table.
        const int score = found ? found->known + (grid.hidden ? 0 : 1000) : grid.hidden ? -2 : -1;
        const int best = !chosen ? -3
            : headings           ? headings->known + (chosen->hidden ? 0 : 1000)
            : chosen->hidden     ? -2
                                 : -1;
        if (score > best) {
            chosen = &grid;
            headings = found;
        }
        others.append(&grid);
    }
    if (!options.sheet.isEmpty() && !names.contains(options.sheet))
        return refuse(messages, MessageCode::NoSuchSheet, 0, {options.sheet, names.join(u", "_s)});
    if (!chosen)
        return refuse(messages, file.kind == FileKind::Workbook ? MessageCode::NoSheet : MessageCode::EmptyFile, 0, {});
    messages.setPlace(file.file, chosen->sheet);
    if (!headings)
        return refuseHeadings(*chosen, options.mapping, messages);
    for (const Grid *other : others) {
        if (other == chosen || other->hidden)
            continue;
        const bool table = tables.contains(other);
        messages.add(table ? MessageCode::OtherSheetLikeTable : MessageCode::OtherSheet,
            table ? Severity::Warning : Severity::Info, 0, 0, {other->sheet});
    }
    const bool rowsExpected = options.rowsExpected && !headings->has(Role::PolicyId);
    const int headingRow = chosen->rows.at(headings->firstRow).number;
    if (headings->dataRow >= chosen->rows.size() && rowsExpected)
        return refuse(messages, MessageCode::HeadingOnly, headingRow, {});
    reportColumns(*chosen, *headings, messages);
    ReadTable result;
    result.draft = interpret(*chosen, *headings, messages);
    result.draft.encoding = file.encoding;
    result.grid = *chosen;
    result.headingRow = headings->firstRow;
    if (result.draft.policies.isEmpty() && rowsExpected)
        return refuse(messages, MessageCode::HeadingOnly, headingRow, {});
    if (result.draft.policies.isEmpty())
        messages.add(MessageCode::HeadingOnly, Severity::Warning, headingRow);
    return result;
}

} // namespace mezasu::exchange
