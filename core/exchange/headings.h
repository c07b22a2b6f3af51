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
    QList<qsizetype> banners;        ///< rows above that name a policy; indexes into Grid::rows

    const ColumnUse *find(Role role) const;
    bool has(Role role) const { return find(role) != nullptr; }
};

/// Looks for the heading row among the first rows and finds out what each column holds, in any order.
///
/// A level's word alone ("改革項目") is its title, or its code where the cells below are codes. An aspect alone
/// ("説明") belongs to the level beside it. A heading of two or three rows is read as one.
/// Says nothing about what it could not recognise; see reportColumns().
/// \retval nullopt no row has two columns that are known and one of them a title or the goals
std::optional<Headings> findHeadings(const Grid &grid, const ColumnMapping &mapping, const HeadingWords &words);

/// A row's words in one line, shortened for a message.
QString rowText(const GridRow &row);

/// In a table without a column for policies: the text of a row that names one for the rows below it ("基本方針2 …", or a
/// cell merged across the table). \return empty for any other row
QString bannerText(const GridRow &row, const Headings &headings, const HeadingWords &words);

/// Adds the messages about columns that are left out, and about rows above the headings.
void reportColumns(const Grid &grid, const Headings &headings, MessageList &messages);

} // namespace mezasu::exchange
