// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <optional>

namespace mezasu::exchange {

/// A key by which codes are matched: full-width digits and letters become ASCII, every hyphen-like character "-", white
/// space goes ("１－１" → "1-1"). Only for matching; the stored code stays as typed.
QString codeKey(const QString &code);

/// Whether the text looks like a code: digits (and letters) with hyphens or points between, at most 20 characters.
bool looksLikeCode(const QString &text);

/// The code that a spreadsheet turned into a day: "1月1日", "2022/1/1", "2022-01-01", "2022年1月1日", "Jan-01", "1-Jan" → "1-1".
/// \return nothing if it is no day of 1900 to 2099
std::optional<QString> codeFromDate(const QString &text);

/// Three numbers with hyphens between: "12-3-1". Beside other codes of three, 2022-1-1 is one too and no day.
bool isCodeOfThree(const QString &text);

/// The same for the bare day number that is left when the format is lost (44562 → "1-1"), for days from 2000 to 2099.
std::optional<QString> codeFromSerial(const QString &text);

} // namespace mezasu::exchange
