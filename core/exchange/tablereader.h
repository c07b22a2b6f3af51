// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/columnrole.h"
#include "core/exchange/message.h"
#include "core/exchange/tabledraft.h"
#include "core/exchange/tablefile.h"
#include <optional>

namespace mezasu::exchange {

struct TableOptions
{
    QString sheet; ///< by name; empty: the first visible one that looks most like a table
    ColumnMapping mapping;
    bool rowsExpected =
        true; ///< false: headings alone are a table too, such as our own export of a plan without policies
};

/// A table, read and understood.
struct ReadTable
{
    TableDraft draft;
    Grid grid;                ///< the sheet that was taken, for a preview
    qsizetype headingRow = 0; ///< index into Grid::rows
};

/// Chooses the sheet, finds its headings and makes a draft.
/// \retval nullopt with a refusal in \p messages: NoSuchSheet, NoSheet, NoHeadingRow, HeadingOnly. A table with columns of
/// our own UUIDs may have headings alone: then HeadingOnly is a warning.
std::optional<ReadTable> readTable(const TableFile &file, const TableOptions &options, MessageList &messages);

} // namespace mezasu::exchange
