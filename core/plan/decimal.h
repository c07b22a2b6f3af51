// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <compare>
#include <optional>

namespace mezasu {

/// An exact decimal number as a person typed it: sign, digits, point, and as many decimals as typed ("95.30").
///
/// Kept as canonical text; never a binary fraction. At most 30 digits, so that sums and ratios stay exact.
class Decimal
{
public:
    Decimal() = default; ///< zero

    /// Reads canonical text only: optional '-', digits without needless leading zeros, optional '.' and digits.
    static std::optional<Decimal> fromCanonical(QStringView text);
    /// Reads what a person types: full-width digits, △ ▲ − － for minus, thousands separators, surrounding blanks.
    /// Decimals stay as many as typed. Empty, words and anything doubtful (two points, "1,23") give nothing.
    static std::optional<Decimal> fromTyped(QStringView text);

    const QString &toString() const { return m_text; } ///< canonical: "95.30", "-0.5"
    double toDouble() const;                           ///< for drawing only, never for storing
    int decimals() const;                              ///< digits after the point
    bool isNegative() const { return m_text.startsWith(u'-'); }

    /// The same text. 1.0 and 1.00 are different entries; compare() calls them equal.
    bool operator==(const Decimal &other) const = default;
    /// Order of the numbers, not of the texts.
    std::strong_ordering compare(const Decimal &other) const;

private:
    explicit Decimal(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text = QStringLiteral("0");
};

} // namespace mezasu
