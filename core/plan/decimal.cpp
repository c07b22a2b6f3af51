// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/decimal.h"

#include <QStringList>

namespace mezasu {

namespace {
constexpr qsizetype kMaxDigits = 30;

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Whole part grouped in threes by commas, as "1,234,567".
bool removeGrouping(QString &whole)
{
    if (!whole.contains(u','))
        return true;
    const QStringList groups = whole.split(u',');
    if (groups.first().isEmpty() || groups.first().size() > 3)
        return false;
    for (qsizetype i = 1; i < groups.size(); ++i) {
        if (groups.at(i).size() != 3)
            return false;
    }
    whole = groups.join(QString());
    return true;
}
} // namespace

std::optional<Decimal> Decimal::fromCanonical(QStringView text)
{
    QStringView rest = text;
    const bool negative = rest.startsWith(u'-');
    if (negative)
        rest = rest.mid(1);
    const qsizetype point = rest.indexOf(u'.');
    const QStringView whole = point < 0 ? rest : rest.left(point);
    const QStringView fraction = point < 0 ? QStringView() : rest.mid(point + 1);
    if (whole.isEmpty() || (point >= 0 && fraction.isEmpty()) || whole.size() + fraction.size() > kMaxDigits)
        return {};
    if (whole.size() > 1 && whole.front() == u'0')
        return {};
    bool allZero = true;
    for (const QStringView part : {whole, fraction}) {
        for (const QChar c : part) {
            if (!isAsciiDigit(c))
                return {};
            allZero = allZero && c == u'0';
        }
    }
    if (negative && allZero)
        return {};
    return Decimal(text.toString());
}

std::optional<Decimal> Decimal::fromTyped(QStringView text)
{
    QString plain;
    for (const QChar c : text.trimmed()) {
        if (c >= QChar(0xFF10) && c <= QChar(0xFF19))
            plain += QChar(c.unicode() - 0xFF10 + u'0');
        else if (c == QChar(0xFF0E))
            plain += u'.';
        else if (c == QChar(0xFF0C))
            plain += u',';
        else if (plain.isEmpty() && QStringView(u"-\u2212\uFF0D\u25B3\u25B2\u2010\u2011").contains(c))
            plain += u'-';
        else if (plain.isEmpty() && (c == u'+' || c == QChar(0xFF0B)))
            continue;
        else
            plain += c;
    }
    const bool negative = plain.startsWith(u'-');
    if (negative)
        plain.remove(0, 1);
    plain = plain.trimmed();
    const qsizetype point = plain.indexOf(u'.');
    QString whole = point < 0 ? plain : plain.left(point);
    const QString fraction = point < 0 ? QString() : plain.mid(point + 1);
    if (!removeGrouping(whole))
        return {};
    if (whole.isEmpty() && !fraction.isEmpty())
        whole = QStringLiteral("0");
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    QString canonical = point < 0 ? whole : QString(whole + u'.' + fraction);
    if (negative) {
        const QString minus = u'-' + canonical;
        if (const auto number = fromCanonical(minus))
            return number;
    }
    return fromCanonical(canonical);
}

double Decimal::toDouble() const
{
    return m_text.toDouble();
}

int Decimal::decimals() const
{
    const qsizetype point = m_text.indexOf(u'.');
    return point < 0 ? 0 : static_cast<int>(m_text.size() - point - 1);
}

std::strong_ordering Decimal::compare(const Decimal &other) const
{
    if (isNegative() != other.isNegative())
        return isNegative() ? std::strong_ordering::less : std::strong_ordering::greater;
    const auto magnitude = [](const Decimal &d) {
        QString digits = d.isNegative() ? d.m_text.mid(1) : d.m_text;
        const int decimals = d.decimals();
        digits.remove(u'.');
        return std::pair(digits, decimals);
    };
    auto [a, aDecimals] = magnitude(*this);
    auto [b, bDecimals] = magnitude(other);
    const int places = std::max(aDecimals, bDecimals);
    a += QString(places - aDecimals, u'0');
    b += QString(places - bDecimals, u'0');
    const qsizetype width = std::max(a.size(), b.size());
    const int order = a.rightJustified(width, u'0').compare(b.rightJustified(width, u'0'));
    const int signedOrder = isNegative() ? -order : order;
    return signedOrder < 0 ? std::strong_ordering::less
        : signedOrder > 0  ? std::strong_ordering::greater
                           : std::strong_ordering::equal;
}

} // namespace mezasu
