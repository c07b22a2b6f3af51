// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/codekey.h"
#include "core/exchange/numberformat.h"
#include <QDate>
#include <QRegularExpression>
#include <QStringList>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

QChar narrow(QChar c)
{
    const char16_t u = c.unicode();
    return u >= 0xff01 && u <= 0xff5e ? QChar(ushort(u - 0xfee0)) : c;
}

bool isHyphen(QChar c)
{
    static const QString hyphens = u"-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u30fc\uff70\u2500"_s;
    return hyphens.contains(c);
}

std::optional<QString> code(int month, int day)
{
    if (!QDate::isValid(2020, month, day)) // a leap year: 2-29 is a code too
        return std::nullopt;
    return QString(QString::number(month) + u'-' + QString::number(day));
}

int monthNumber(const QString &name)
{
    static const QStringList months = {u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s, u"jul"_s, u"aug"_s,
        u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    return int(months.indexOf(name.toLower())) + 1;
}

} // namespace

QString codeKey(const QString &text)
{
    QString key;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        key += isHyphen(c) ? QChar(u'-') : narrow(c).toUpper();
    }
    return key;
}

bool looksLikeCode(const QString &text)
{
    static const QRegularExpression pattern(u"^\\(?[A-Z]{0,3}-?[0-9]{1,6}(?:[-.][0-9A-Z]{1,6}){0,5}\\)?\\.?$"_s);
    return text.size() <= 24 && pattern.match(codeKey(text)).hasMatch();
}

std::optional<QString> codeFromDate(const QString &text)
{
    QString plain;
    for (const QChar c : text.trimmed().left(40))
        plain += narrow(c);
    static const QRegularExpression monthDay(u"^([0-9]{1,2})月([0-9]{1,2})日$"_s);
    static const QRegularExpression full(
        u"^(?:19|20)[0-9]{2}[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[T ]00:00(?::00(?:\\.0+)?)?)?$"_s);
    static const QRegularExpression monthFirst(u"^([A-Za-z]{3})-([0-9]{1,2})$"_s);
    static const QRegularExpression dayFirst(u"^([0-9]{1,2})-([A-Za-z]{3})$"_s);
    if (const auto match = monthDay.match(plain); match.hasMatch())
        return code(match.captured(1).toInt(), match.captured(2).toInt());
    if (const auto match = full.match(plain); match.hasMatch())
        return code(match.captured(1).toInt(), match.captured(2).toInt());
    if (const auto match = monthFirst.match(plain); match.hasMatch()) {
        // 1-32 is no day and was taken for January of a year.
        const int month = monthNumber(match.captured(1));
        const int number = match.captured(2).toInt();
        if (month > 0)
            return QString(QString::number(month) + u'-' + QString::number(number));
    }
    if (const auto match = dayFirst.match(plain); match.hasMatch())
        return code(monthNumber(match.captured(2)), match.captured(1).toInt());
    return std::nullopt;
}

bool isCodeOfThree(const QString &text)
{
    static const QRegularExpression pattern(u"^[0-9]{1,6}-[0-9]{1,6}-[0-9]{1,6}$"_s);
    return pattern.match(codeKey(text)).hasMatch();
}

std::optional<QString> codeFromSerial(const QString &text)
{
    bool ok = false;
    const int serial = text.toInt(&ok);
    if (!ok || serial < 36526 || serial > 73050)
        return std::nullopt;
    return codeFromDate(isoDate(serial, false));
}

} // namespace mezasu::exchange
