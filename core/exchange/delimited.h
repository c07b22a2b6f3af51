// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/grid.h"
#include "core/exchange/limits.h"
#include "core/exchange/message.h"
#include <optional>

namespace mezasu::exchange {

/// The character that separates cells: tab, comma or semicolon, by how evenly it divides the first rows.
QChar detectSeparator(const QString &text);

/// Splits text into rows and cells.
///
/// A cell counts as quoted only when it begins with a quote and the closing one stands before a separator, a line
/// end or the end of the file; within it two quotes are one. Every other quote is text. Lines end with LF, CRLF or CR;
/// line ends within a cell become LF. One apostrophe of the formula guard is taken off.
/// Takes time and memory linear in the text.
/// \retval nullopt with a refusal: TooLarge, EmptyFile
std::optional<Grid> parseDelimited(const QString &text, QChar separator, const Limits &limits, MessageList &messages);

} // namespace mezasu::exchange
