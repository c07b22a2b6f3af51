// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/columnrole.h"
#include "core/exchange/grid.h"
#include "core/exchange/headingwords.h"
#include "core/exchange/message.h"
#include <optional>

namespace mezasu::exchange {

/// The heading row (or two) of a grid, understood.
struct Headings
{
    qsizetype firstRow = 0;          ///< index into Grid::rows
    qsizetype dataRow = 0;           ///< index of the first row below
    QList<ColumnUse> columns;        ///< by column; those with a blank heading are missing
    QHash<Kind, QString> levelNames; ///< the table's own words for policy, reform item and initiative
    int known = 0;                   ///< columns that were understood

    const ColumnUse *find(Role role) const;
    bool has(Role role) const { return find(role) != nullptr; }
};

/// Looks for the heading row among the first rows and finds out what each column holds, in any order.
///
/// A level's word alone ("改革項目") is its title, or its code where the cells below are codes. An aspect alone
/// ("説明") belongs to the level beside it. A heading of two rows with merged cells above is read as one.
/// Says nothing about what it could not recognise; see reportColumns().
/// \retval nullopt no row has two columns that are known and one of them a title or the goals
std::optional<Headings> findHeadings(const Grid &grid, const ColumnMapping &mapping, const HeadingWords &words);

/// Adds the messages about columns that are left out.
void reportColumns(const Grid &grid, const Headings &headings, MessageList &messages);

} // namespace mezasu::exchange
