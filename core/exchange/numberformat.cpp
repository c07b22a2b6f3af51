// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numberformat.h"
#include <QDateTime>
#include <QStringList>
#include <QTime>
#include <QTimeZone>
#include <cmath>
#include <optional>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

/// Calls \p code for each character of the format that is code, \p literal for what is shown as it stands.
/// [..] is neither, apart from elapsed times, which are code.
template <typename Code, typename Literal>
void walk(const QString &format, Code code, Literal literal)
{
    for (qsizetype i = 0; i < format.size(); ++i) {
        const QChar c = format.at(i);
        if (c == u'"') {
            const qsizetype end = format.indexOf(u'"', i + 1);
            literal(format.mid(i + 1, (end < 0 ? format.size() : end) - i - 1));
            i = end < 0 ? format.size() : end;
        } else if (c == u'\\' || c == u'!') {
            if (++i < format.size())
                literal(QString(format.at(i)));
        } else if (c == u'_' || c == u'*') {
            ++i; // a gap as wide as a character, or a filling
        } else if (c == u'[') {
            const qsizetype end = format.indexOf(u']', i);
            const QString inside = format.mid(i + 1, (end < 0 ? format.size() : end) - i - 1);
            if (inside.startsWith(u"$") && inside.indexOf(u'-') > 1)
                literal(inside.mid(1, inside.indexOf(u'-') - 1)); // a currency sign
            i = end < 0 ? format.size() : end;
        } else {
            code(c);
        }
    }
}

QStringList sections(const QString &format)
{
    QStringList result;
    QString current;
    bool quoted = false;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const QChar c = format.at(i);
        if (c == u'"')
            quoted = !quoted;
        if (c == u'\\' && !quoted && i + 1 < format.size()) {
            current += c;
            current += format.at(++i);
        } else if (c == u';' && !quoted) {
            result += current;
            current.clear();
        } else {
            current += c;
        }
    }
    return result << current;
}

/// A decimal number as sign, digits and exponent, so that nothing is rounded twice.
struct Digits
{
    bool negative = false;
    QString digits;   ///< without leading zeros, at most 15
    int exponent = 0; ///< value = 0.digits × 10^exponent
};

std::optional<Digits> toDigits(const QString &value)
{
    bool ok = false;
    const double number = value.trimmed().toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return std::nullopt;
    Digits result;
    result.negative = std::signbit(number) && number != 0;
    if (number == 0)
        return result;
    const QString text = QString::number(std::abs(number), 'e', 14); // d.dddddddddddddde±xx
    const qsizetype e = text.indexOf(u'e');
    result.digits = text.left(1) + text.mid(2, e - 2);
    while (result.digits.endsWith(u'0'))
        result.digits.chop(1);
    result.exponent = text.mid(e + 1).toInt() + 1;
    return result;
}

/// The digits with that many decimals, the half rounded away from zero.
QString fixed(const Digits &value, int decimals)
{
    QString digits = value.digits;
    int exponent = value.exponent;
    const int keep = exponent + decimals;
    if (keep < 0) {
        digits.clear();
    } else if (keep < digits.size()) {
        const bool up = digits.at(keep) >= u'5';
        digits.truncate(keep);
        if (up) {
            qsizetype i = keep - 1;
            while (i >= 0 && digits.at(i) == u'9')
                digits[i--] = u'0';
            if (i >= 0) {
                digits[i] = QChar(ushort(digits.at(i).unicode() + 1));
            } else {
                digits.prepend(u'1');
                ++exponent;
            }
        }
    }
    QString whole;
    QString part;
    for (int i = 0; i < exponent; ++i)
        whole += i < digits.size() ? digits.at(i) : QChar(u'0');
    for (int i = 0; i < decimals; ++i) {
        const int at = exponent + i;
        part += at >= 0 && at < digits.size() ? digits.at(at) : QChar(u'0');
    }
    if (whole.isEmpty())
        whole = u"0"_s;
    return decimals > 0 ? QString(whole + u'.' + part) : whole;
}

QString general(const Digits &value)
{
    if (value.digits.isEmpty())
        return u"0"_s;
    const QString sign = value.negative ? u"-"_s : QString();
    if (value.exponent > 20 || value.exponent < -8) {
        QString mantissa = value.digits.left(1);
        if (value.digits.size() > 1)
            mantissa += u'.' + value.digits.mid(1);
        return sign + mantissa + u'E' + (value.exponent > 0 ? u"+"_s : u"-"_s)
            + QString::number(std::abs(value.exponent - 1));
    }
    return sign + fixed(value, std::max(0, int(value.digits.size()) - value.exponent));
}

struct Section
{
    bool simple = true;
    bool thousands = false;
    bool hasDigits = false;
    int decimals = 0;
    int optionalDecimals = 0; ///< of them, shown only where not 0
    int wholeDigits = 0;      ///< at least
    int percents = 0;
    QString before;
    QString after;
};

Section parseSection(const QString &format)
{
    Section section;
    bool point = false;
    const auto literal = [&section](
                             const QString &text) { (section.hasDigits ? section.after : section.before) += text; };
    walk(
        format,
        [&](QChar c) {
            if (c == u'0' || c == u'#') {
                if (!section.after.isEmpty())
                    section.simple = false;
                section.hasDigits = true;
                if (point) {
                    ++section.decimals;
                    section.optionalDecimals = c == u'#' ? section.optionalDecimals + 1 : 0;
                } else if (c == u'0') {
                    ++section.wholeDigits;
                }
            } else if (c == u'.' && !point) {
                point = true;
                section.hasDigits = true;
            } else if (c == u',' && section.hasDigits && !point) {
                section.thousands = true;
            } else if (c == u'%') {
                ++section.percents;
                literal(u"%"_s);
            } else if (c.isLetterOrNumber() || c == u'?' || c == u'@' || c == u'/' || c == u',' || c == u'.') {
                // Japanese letters may stand without quotes; E, General, fractions and the like are not simple.
                if (c.unicode() > 0x7f)
                    literal(QString(c));
                else
                    section.simple = false;
            } else {
                literal(QString(c));
            }
        },
        literal);
    return section;
}

} // namespace

NumberKind numberKind(const QString &format)
{
    bool day = false;
    bool other = false;
    QString code;
    walk(
        sections(format).value(0), [&code](QChar c) { code += c.toLower(); }, [](const QString &) {});
    if (code.contains(u"general"_s))
        return NumberKind::Number;
    for (const QChar c : std::as_const(code)) {
        day = day || c == u'y' || c == u'd' || c == u'g' || c == u'e' || c == u'm';
        other = other || c == u'0' || c == u'#' || c == u'?' || c == u'@';
    }
    const bool time = code.contains(u'h') || code.contains(u's');
    if (time && !code.contains(u'y') && !code.contains(u'd') && !code.contains(u'e'))
        return NumberKind::Number; // m means minutes here
    return day && !other ? NumberKind::Date : NumberKind::Number;
}

QString builtInFormat(int id)
{
    switch (id) {
    case 1:
        return u"0"_s;
    case 2:
        return u"0.00"_s;
    case 3:
        return u"#,##0"_s;
    case 4:
        return u"#,##0.00"_s;
    case 5:
    case 6:
        return u"\\\\#,##0;-\\\\#,##0"_s;
    case 9:
        return u"0%"_s;
    case 10:
        return u"0.00%"_s;
    case 37:
    case 38:
        return u"#,##0;-#,##0"_s;
    case 39:
    case 40:
        return u"#,##0.00;-#,##0.00"_s;
    case 49:
        return u"@"_s;
    case 14:
        return u"yyyy/m/d"_s;
    case 15:
        return u"d-mmm-yy"_s;
    case 16:
        return u"d-mmm"_s;
    case 17:
        return u"mmm-yy"_s;
    case 22:
        return u"yyyy/m/d h:mm"_s;
    default:
        break;
    }
    if ((id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return u"yyyy\"年\"m\"月\"d\"日\""_s; // days in the Japanese edition
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
        return u"h:mm:ss"_s;
    return u"General"_s;
}

QString formatNumber(const QString &value, const QString &format)
{
    const std::optional<Digits> digits = toDigits(value);
    if (!digits)
        return value;
    const QStringList parts = sections(format);
    const bool zero = digits->digits.isEmpty();
    const int which = digits->negative && parts.size() > 1 ? 1 : zero && parts.size() > 2 ? 2 : 0;
    const Section section = parseSection(parts.value(which));
    if (!section.simple || !section.hasDigits || section.decimals > 15)
        return general(*digits);
    Digits shown = *digits;
    if (!zero)
        shown.exponent += 2 * section.percents;
    if (shown.exponent > 30)
        return general(*digits);
    QString text = fixed(shown, section.decimals);
    for (int i = 0; i < section.optionalDecimals && text.endsWith(u'0'); ++i)
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    qsizetype whole = text.indexOf(u'.');
    if (whole < 0)
        whole = text.size();
    while (whole < section.wholeDigits) {
        text.prepend(u'0');
        ++whole;
    }
    if (section.thousands) {
        for (qsizetype at = whole - 3; at > 0; at -= 3)
            text.insert(at, u',');
    }
    const bool allZero = std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    const QString sign = digits->negative && which == 0 && !allZero ? u"-"_s : QString();
    return sign + section.before + text + section.after;
}

QString isoDate(double serial, bool from1904)
{
    if (!std::isfinite(serial) || serial < 0 || serial >= 2958466) // to the year 9999
        return {};
    qint64 day = qint64(std::floor(serial));
    qint64 seconds = std::llround((serial - double(day)) * 86400.0);
    if (seconds >= 86400) {
        ++day;
        seconds -= 86400;
    }
    // Spreadsheets count from 1900-01-01 as 1 and believe in a 29 February 1900.
    const QDate base = from1904 ? QDate(1904, 1, 1) : day < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const QString date = base.addDays(day).toString(Qt::ISODate);
    if (seconds == 0)
        return date;
    return date + u'T' + QTime(0, 0).addSecs(int(seconds)).toString(u"HH:mm:ss"_s);
}

} // namespace mezasu::exchange
