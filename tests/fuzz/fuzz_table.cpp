// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as a table: TSV, CSV or HTML in any encoding. What was read is written as CSV and TSV and read again.
#include "core/exchange/delimited.h"
#include "core/exchange/delimitedwriter.h"
#include "tests/fuzz/tablechecks.h"
#include <QBuffer>

using namespace mezasu::exchange;
using namespace mezasu::fuzz;
using namespace Qt::StringLiterals;

namespace {

Sheet sheetOf(const Grid &grid)
{
    Sheet sheet;
    for (const GridRow &row : grid.rows) {
        while (sheet.rows.size() + 1 < row.number)
            sheet.rows.append(QList<SheetCell>());
        QList<SheetCell> cells;
        for (const Cell &cell : row.cells)
            cells.append({cell.text});
        sheet.rows.append(cells);
    }
    return sheet;
}

/// The texts with their rows, without blank ends.
QStringList textsOf(const Grid &grid)
{
    QStringList out;
    for (const GridRow &row : grid.rows) {
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            if (!row.cells.at(i).text.isEmpty())
                out += u"%1/%2 "_s.arg(row.number).arg(i) + row.cells.at(i).text;
        }
    }
    return out;
}

void requireReadsBack(const Grid &grid, const DelimitedOptions &options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    require(writeDelimited(sheetOf(grid), options, &buffer).ok, "what was read can be written");
    MessageList messages;
    // With the separator that was written: a small table whose cells hold tabs and commas can be read in more than one way.
    const auto decoded = decodeText(buffer.data(), u"utf-8"_s, messages);
    require(decoded.has_value(), "what was written can be decoded", messageText(messages));
    const auto again = parseDelimited(decoded->text, options.separator, {}, messages);
    require(again.has_value(), "what was written can be read", messageText(messages));
    const QStringList before = textsOf(grid);
    const QStringList after = textsOf(*again);
    require(before == after, "a table that is written reads back the same",
        before.join(u" | "_s) + u"\n"_s + after.join(u" | "_s));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto file = checkTable(bytesOf(data, size), u"t.tsv"_s);
    if (!file || file->kind != FileKind::Text)
        return 0;
    const Grid &grid = file->sheets.constFirst();
    if (grid.rows.size() > 1000)
        return 0;
    requireReadsBack(grid, DelimitedOptions::csv());
    requireReadsBack(grid, DelimitedOptions::tsv());
    return 0;
}
