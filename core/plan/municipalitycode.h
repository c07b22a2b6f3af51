// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mezasu {

/// What can be said of a code of a municipality (全国地方公共団体コード): five digits and a check digit.
struct MunicipalityCodeCheck
{
    enum class Verdict {
        Empty,
        Right,
        WithoutCheckDigit, ///< five digits
        WrongCheckDigit,
        NoCode, ///< other characters, or too many or few digits
    };
    Verdict verdict = Verdict::Empty;
    QString fitting; ///< with WithoutCheckDigit and WrongCheckDigit: the six digits with the check digit that fits

    bool operator==(const MunicipalityCodeCheck &) const = default;
};

/// Weighs the five digits with 6, 5, 4, 3, 2; the check digit is the last digit of 11 − (sum mod 11).
/// Full-width digits count as digits. Nothing is corrected.
///
/// Source: 総務省「全国地方公共団体コード仕様」.
MunicipalityCodeCheck checkMunicipalityCode(const QString &code);

} // namespace mezasu
