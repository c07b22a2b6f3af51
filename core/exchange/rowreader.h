// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/cellcontent.h"
#include "core/exchange/grid.h"
#include "core/exchange/headings.h"
#include "core/exchange/message.h"
#include "core/exchange/tabledraft.h"
#include <QHash>

namespace mezasu::exchange {

/// Gives the cells of one row by their role, decoded once, and reports what was dropped from them.
class RowReader
{
public:
    RowReader(const Grid &grid, const Headings &headings, MessageList &messages);

    /// Moves to a row; index into Grid::rows.
    void setRow(qsizetype index);
    int rowNumber() const { return m_row->number; }

    bool isBlank(Role role, Kind home = Kind::Goal) const;
    bool areBlank(std::initializer_list<Role> roles) const;
    /// The cell lies under a merged cell that began further up.
    bool isCovered(Role role) const;
    DraftText text(Role role) const;
    /// A code, or the one that was turned into a day (with a warning).
    DraftText code(Role role);
    /// The items of all columns of the role.
    CellList list(Role role, ListKind kind) const;
    /// The items of one column.
    CellList list(const ColumnUse &use, ListKind kind) const;
    /// The words of all columns that tell something about indicators of the home, as one text for comparing.
    QString indicatorText(Kind home) const;
    /// Lines of a cell, blank ones left out.
    QStringList lines(const ColumnUse &use) const;
    /// Departments, divided at 、 and the like.
    QStringList names(Role role) const;
    DraftPlace place(Role role, Kind home = Kind::Goal) const;
    const QList<ColumnUse> &columns() const { return m_headings.columns; }
    bool hasColumn(Role role) const { return m_columns.contains(role); }

    /// The row repeats the headings.
    bool isHeadingAgain() const;
    /// The row holds one cell that reads like a note below the table. \return its text, or empty
    QString note() const;
    /// The row begins with 合計 or the like. \return its words, or empty
    QString total() const;
    /// The row names the policy of the rows below it (see bannerText()). \return its text, or empty
    QString banner() const;
    /// Reports texts in columns without a heading, and markup that was dropped.
    void report();

private:
    const CellContent &content(int column) const;
    const ColumnUse *find(Role role, Kind home) const;
    void resolveDitto(const GridRow &row);
    bool numbersColumns() const;
    bool holdsCodesOfThree(int column);

    const Grid &m_grid;
    const Headings &m_headings;
    MessageList &m_messages;
    QHash<Role, int> m_columns; ///< Goal's home for indicator columns
    const GridRow *m_row = nullptr;
    mutable QHash<int, CellContent> m_contents;
    QHash<int, bool> m_codesOfThree;  ///< by column, once asked
    QHash<int, const Cell *> m_above; ///< by column: the last cell with words of its own
    QHash<int, const Cell *> m_ditto; ///< by column: what stands for the row's ditto marks
};

} // namespace mezasu::exchange
