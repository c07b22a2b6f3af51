// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/decimal.h"

#include <QString>
#include <QStringView>
#include <optional>

namespace mezasu {

/// What a person typed, or a spreadsheet gave, for the value of one year: a number, the reason why there is none, or
/// something that is neither and is refused.
struct TypedValue
{
    enum class Problem {
        None,
        NotANumber, ///< words, two points, anything doubtful
        Grouping,   ///< "1,23": commas that do not part thousands
        Range,      ///< "10〜20": a value is one number
        OtherUnit,  ///< "12人" where the indicator counts 件; the unit found is in \c unit
        TooLong,    ///< more than 30 digits
    };

    std::optional<Decimal> value;
    QString status;  ///< "preliminary" where the number was marked with p, else empty
    QString missing; ///< "not_surveyed", "unavailable", "suppressed", or empty
    Problem problem = Problem::None;
    QString unit; ///< with OtherUnit

    /// Read as an empty cell: no value, and nothing wrong.
    bool isEmpty() const { return !value && missing.isEmpty() && problem == Problem::None; }
};

/// Reads it as Decimal::fromTyped() does, and beyond that: the signs of statistical tables for what is missing
/// (－ not surveyed, … not available, x suppressed), p for a preliminary number, and the indicator's own unit behind it.
/// \param unit of the indicator; width of its characters does not matter
TypedValue readTypedValue(QStringView text, QStringView unit);

/// The sign of a statistical table for a reason why a value is missing; empty for an unknown reason.
QString missingSign(QStringView missing);

/// A number as papers print it: thousands parted by commas, △ for minus, decimals as typed. readTypedValue() reads it.
QString printedDecimal(const Decimal &value);

} // namespace mezasu
