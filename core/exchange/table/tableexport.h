// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/hash.h"
#include "core/exchange/cellsource.h"
#include "core/exchange/columnrole.h"
#include "core/exchange/sheet.h"
#include "core/exchange/table/hiddensheet.h"
#include "core/plan/plan.h"

#include <QIODevice>

namespace mezasu::exchange {

enum class TableFormat { Tsv, Csv, CsvCp932, Xlsx };

/// Whether columns of UUIDs stand in the table.
enum class UuidColumns {
    WhereNeeded, ///< texts: where the table alone would not tell everything apart; workbooks: always, hidden
    Always,
    Never
};

struct TableExportOptions
{
    TableFormat format = TableFormat::Xlsx;
    UuidColumns uuids = UuidColumns::WhereNeeded;
    QList<Name> base; ///< heads of the plan's state, so that the table can be compared with it when it comes back
};

/// A plan as a table.
struct TableExport
{
    Sheet sheet;
    QList<ColumnUse> columns;
    HiddenSheet hidden;   ///< of workbooks
    MessageList messages; ///< what the format leaves out
};

/// The table of a plan: the headings that it was read with, one row for each reform item (or initiative), merged cells for
/// what stands above. More columns than the classic ones stand in it only where the plan has something for them.
///
/// The table is read back at once; what it alone would not give again goes to the hidden sheet of a workbook, and is named
/// for the other formats. Internal memos go into no table. Editions and conflicts belong to a plan's history and are in no table.
TableExport tableOf(const Plan &plan, const TableExportOptions &options);

/// Writes that table. CSV is UTF-8 with a byte order mark and CRLF, or CP932; TSV is UTF-8 with LF, lists as HTML.
WriteResult exportTable(const Plan &plan, const TableExportOptions &options, QIODevice *device);

} // namespace mezasu::exchange
