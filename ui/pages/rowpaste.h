// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/marks.h"

namespace mezasu::ui {

/// The rows that a pasted text makes: one for each line that carries a mark, with the lines without one that follow it.
/// Nothing where it is to stay a text: fewer than two lines carry marks.
///
/// What stands before the first mark is a row without a mark of its own. Blank lines between rows are layout.
QList<exchange::MarkedText> rowsOfPaste(const QString &text);

} // namespace mezasu::ui
