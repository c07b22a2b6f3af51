// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/municipalitycode.h"

namespace mezasu {

namespace {
/// The digits in ASCII; empty when there is anything else.
QString digitsOf(const QString &code)
{
    QString digits;
    for (const QChar c : code) {
        const char16_t u = c.unicode();
        if (u >= u'0' && u <= u'9')
            digits += c;
        else if (u >= 0xff10 && u <= 0xff19)
            digits += QChar(u - 0xff10 + u'0');
        else
            return {};
    }
    return digits;
}

QChar checkDigit(QStringView five)
{
    int sum = 0;
    for (int i = 0; i < 5; ++i)
        sum += five.at(i).digitValue() * (6 - i);
    return QChar(u'0' + (11 - sum % 11) % 10);
}
} // namespace

MunicipalityCodeCheck checkMunicipalityCode(const QString &code)
{
    using Verdict = MunicipalityCodeCheck::Verdict;
    if (code.isEmpty())
        return {Verdict::Empty, {}};
    const QString digits = digitsOf(code);
    if (digits.size() != 5 && digits.size() != 6)
        return {Verdict::NoCode, {}};
    const QString fitting = digits.left(5) + checkDigit(digits);
    if (digits.size() == 5)
        return {Verdict::WithoutCheckDigit, fitting};
    if (digits != fitting)
        return {Verdict::WrongCheckDigit, fitting};
    return {Verdict::Right, {}};
}

} // namespace mezasu
