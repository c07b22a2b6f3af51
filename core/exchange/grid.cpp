// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/grid.h"
#include <algorithm>

namespace mezasu::exchange {

bool Cell::isBlank() const
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

const Cell &GridRow::at(int column) const
{
    static const Cell blank;
    return column >= 0 && column < cells.size() ? cells.at(column) : blank;
}

bool GridRow::isBlank() const
{
    return std::all_of(cells.cbegin(), cells.cend(), [](const Cell &cell) { return cell.isBlank(); });
}

int Grid::columnCount() const
{
    qsizetype count = 0;
    for (const GridRow &row : rows)
        count = std::max(count, row.cells.size());
    return int(count);
}

bool Grid::isBlank() const
{
    return std::all_of(rows.cbegin(), rows.cend(), [](const GridRow &row) { return row.isBlank(); });
}

} // namespace mezasu::exchange
