// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/typedvalue.h"

#include <QRegularExpression>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {

struct Sign
{
    QLatin1StringView missing;
    QStringView spellings; ///< each one character; the first is the one that is shown
};
constexpr QStringView kDashes = u"\uFF0D-\u2212\u2010\u2011\u2012\u2013\u2014\u2015\u30FC\uFF70";
const Sign kSigns[] = {
    {"not_surveyed"_L1, kDashes},
    {"unavailable"_L1, u"…‥"},
    {"suppressed"_L1, u"xXｘＸ"},
};

/// For comparing only: half-width letters and signs.
QString folded(QStringView text)
{
    return text.toString().normalized(QString::NormalizationForm_KC).trimmed().toCaseFolded();
}

bool isPreliminaryMark(QChar c)
{
    return QStringView(u"pPｐＰ").contains(c);
}

/// The number, alone or with the unit behind it.
std::optional<Decimal> numberIn(const QString &typed, QStringView unit)
{
    if (const auto number = Decimal::fromTyped(typed))
        return number;
    const QString wanted = folded(unit);
    for (qsizetype i = typed.size() - 1; i > 0 && !wanted.isEmpty(); --i) {
        if (folded(QStringView(typed).sliced(i)) == wanted)
            return Decimal::fromTyped(QStringView(typed).first(i));
    }
    return {};
}

/// Why a text is no number, as far as that can be told.
TypedValue::Problem problemOf(const QString &text)
{
    using Problem = TypedValue::Problem;
    static const QRegularExpression range(uR"(^\S*\d\s*[~〜～\-\x{2010}-\x{2015}\x{2212}ー]\s*\d\S*$)"_s);
    static const QRegularExpression number(u"^[-+−△▲]?\\s*[0-9,]*[0-9](\\.[0-9]*)?$"_s);
    const QString plain = folded(text);
    if (range.match(plain).hasMatch())
        return Problem::Range;
    if (!number.match(plain).hasMatch())
        return Problem::NotANumber;
    QString digits = plain;
    digits.remove(QRegularExpression(u"[^0-9]"_s));
    if (digits.size() > 30)
        return Problem::TooLong;
    return plain.contains(u',') ? Problem::Grouping : Problem::NotANumber;
}

} // namespace

TypedValue readTypedValue(QStringView text, QStringView unit)
{
    TypedValue read;
    QString typed = text.trimmed().toString();
    if (typed.isEmpty())
        return read;
    for (const Sign &sign : kSigns) {
        if ((typed.size() == 1 && sign.spellings.contains(typed.at(0)))
            || (typed == u"..." && sign.missing == "unavailable"_L1)) {
            read.missing = sign.missing;
            return read;
        }
    }
    const bool markedBehind = typed.size() > 1 && isPreliminaryMark(typed.back());
    const bool markedBefore = typed.size() > 1 && isPreliminaryMark(typed.front());
    read.value = numberIn(typed, unit);
    if (!read.value && (markedBehind || markedBefore)) {
        typed = typed.sliced(markedBefore ? 1 : 0, typed.size() - 1);
        read.value = numberIn(typed, unit);
        if (read.value)
            read.status = u"preliminary"_s;
    }
    if (read.value)
        return read;

    qsizetype end = typed.size();
    while (end > 0 && !typed.at(end - 1).isDigit())
        --end;
    const QString behind = typed.sliced(end).trimmed();
    if (!behind.isEmpty() && Decimal::fromTyped(typed.first(end))) {
        read.problem =
            behind == u"."_s || behind == u","_s ? TypedValue::Problem::NotANumber : TypedValue::Problem::OtherUnit;
        if (read.problem == TypedValue::Problem::OtherUnit)
            read.unit = behind;
    } else {
        read.problem = problemOf(folded(behind) == folded(unit) ? typed.first(end) : typed);
    }
    return read;
}

QString missingSign(QStringView missing)
{
    for (const Sign &sign : kSigns) {
        if (missing == sign.missing)
            return sign.spellings.at(0);
    }
    return {};
}

QString printedDecimal(const Decimal &value)
{
    QString text = value.toString();
    const bool negative = value.isNegative();
    if (negative)
        text.remove(0, 1);
    const qsizetype point = text.indexOf(u'.');
    for (qsizetype i = (point < 0 ? text.size() : point) - 3; i > 0; i -= 3)
        text.insert(i, u',');
    return negative ? QString(u'△' + text) : text;
}

} // namespace mezasu
