// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"

#include <vector>

namespace mezasu::report {

/// Chooses the widths of a table's columns by their content: within the limits of each column, so that the rows become
/// as low as they can. Looks at a sample of a long table.
///
/// \param available width of the table in page units
/// \param em        of the text, in page units
/// \param padding   left and right of the text in a cell together
/// \return as many widths as columns; their sum is `available` unless every column is at its upper limit
std::vector<double> columnWidths(const Table &table, double available, double em, double padding);

} // namespace mezasu::report
