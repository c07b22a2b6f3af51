// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/message.h"
#include <QString>

namespace mezasu::exchange {

enum class Language { Japanese, English };

/// The code's stable name, as in the command line's JSON: "unknown_column".
QString codeName(MessageCode code);
/// "info", "warning" or "refusal".
QString severityName(Severity severity);
/// One whole sentence in plain words, without the place.
QString sentence(const Message &message, Language language);
/// File, sheet, row and column as a spreadsheet names them, or empty: "table.xlsx, sheet 1, row 3, column C".
QString placeText(const Message &message, Language language);
/// Place and sentence, as printed on a line of its own.
QString lineOf(const Message &message, Language language);
/// A, B, … Z, AA … for 1, 2, …
QString columnName(int column);

} // namespace mezasu::exchange
