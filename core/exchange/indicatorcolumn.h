// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/rowreader.h"

namespace mezasu::exchange {

/// Gives a row's indicators what one column says of them: a unit, a definition, a source or a value for each, one a line.
/// A column of another role says nothing. Lines that cannot be told apart, or have no indicator, are left out with a warning.
/// \param target its indicators from index first on are those of the row
void addIndicatorColumn(
    QList<DraftIndicator> &target, qsizetype first, const ColumnUse &use, const RowReader &row, MessageList &messages);

} // namespace mezasu::exchange
