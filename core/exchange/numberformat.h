// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace mezasu::exchange {

/// What a number format makes of a number.
enum class NumberKind { Number, Date };

/// Whether the format (as in a workbook: "0.00", "yyyy/m/d", "m\"月\"d\"日\"") shows a day; times alone count as numbers.
NumberKind numberKind(const QString &format);

/// The format that a workbook means by the number \p id where it does not spell it out; "General" if unknown.
QString builtInFormat(int id);

/// A number as a spreadsheet would show it.
/// \param value as the file has it ("95.3", "1.5E-2", "95.299999999999997")
/// \param format applied where it is simple (digits, decimals, thousands, percent, literals, signs by section);
///        with any other the value itself is given, to 15 digits
QString formatNumber(const QString &value, const QString &format);

/// A spreadsheet's day number as ISO ("2022-01-01"), with the time where there is one ("2022-01-01T09:30:00").
/// \param from1904 the workbook counts from 1904
/// \return empty if it is no day that a spreadsheet has
QString isoDate(double serial, bool from1904);

} // namespace mezasu::exchange
