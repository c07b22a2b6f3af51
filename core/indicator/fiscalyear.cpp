// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/fiscalyear.h"

#include "core/indicator/eras.h"

namespace mezasu::fiscal {

using namespace Qt::StringLiterals;

namespace {
const Era *eraOf(QDate date)
{
    const Era *found = nullptr;
    for (const Era &era : eras()) {
        if (era.from <= date)
            found = &era;
    }
    return found;
}

const Era *eraOfFiscalYear(int year)
{
    const QDate end(year + 1, 3, 31);
    const Era *atEnd = eraOf(end);
    if (atEnd && atEnd->wholeFiscalYear && ofDate(atEnd->from) == year)
        return atEnd;
    return eraOf(QDate(year, 4, 1));
}

QString yearInEra(const Era &era, int year)
{
    const int n = year - era.from.year() + 1;
    return n == 1 ? u"元"_s : QString::number(n);
}
} // namespace

YearStyle yearStyleFromName(QStringView name)
{
    if (name == "japanese"_L1)
        return YearStyle::Japanese;
    if (name == "japanese_western"_L1)
        return YearStyle::JapaneseWestern;
    if (name == "western_japanese"_L1)
        return YearStyle::WesternJapanese;
    return YearStyle::Western;
}

QString label(int year, YearStyle style)
{
    const QString western = u"%1年度"_s.arg(year);
    const Era *era = eraOfFiscalYear(year);
    if (style == YearStyle::Western || !era)
        return western;
    const QString japanese = u"%1%2年度"_s.arg(era->name, yearInEra(*era, year));
    switch (style) {
    case YearStyle::JapaneseWestern:
        return u"%1（%2）"_s.arg(japanese, western);
    case YearStyle::WesternJapanese:
        return u"%1（%2）"_s.arg(western, japanese);
    default:
        return japanese;
    }
}

QString axisLabel(int year, YearStyle style)
{
    const QString western = label(year, YearStyle::Western);
    const QString japanese = label(year, YearStyle::Japanese);
    if (western == japanese)
        return western; // before the eras
    switch (style) {
    case YearStyle::JapaneseWestern:
        return japanese + u'\n' + western;
    case YearStyle::WesternJapanese:
        return western + u'\n' + japanese;
    default:
        return label(year, style);
    }
}

QString briefLabel(int year, YearStyle style)
{
    const Era *era = eraOfFiscalYear(year);
    const QString western = QString::number(year);
    if (style == YearStyle::Western || !era)
        return western;
    const QString japanese = era->letter + yearInEra(*era, year);
    switch (style) {
    case YearStyle::JapaneseWestern:
        return japanese + u'\n' + western;
    case YearStyle::WesternJapanese:
        return western + u'\n' + japanese;
    default:
        return japanese;
    }
}

QString japaneseDate(QDate date)
{
    const Era *era = eraOf(date);
    const QString year = era ? QString(era->name + yearInEra(*era, date.year())) : QString::number(date.year());
    return u"%1年%2月%3日"_s.arg(year).arg(date.month()).arg(date.day());
}

std::optional<int> fromTyped(QStringView text)
{
    QString plain = text.toString().normalized(QString::NormalizationForm_KC).trimmed().toUpper();
    for (const QString &ending : {u"年度"_s, u"年"_s}) {
        if (plain.endsWith(ending)) {
            plain.chop(ending.size());
            break;
        }
    }
    plain = plain.trimmed();
    const auto number = [](QStringView digits) -> std::optional<int> {
        if (digits.isEmpty() || digits.size() > 4)
            return {};
        int n = 0;
        for (const QChar c : digits) {
            if (c < u'0' || c > u'9')
                return {};
            n = n * 10 + (c.unicode() - u'0');
        }
        return n;
    };
    const auto inRange = [](int year) { return year >= 1868 && year <= 2999 ? std::optional(year) : std::nullopt; };
    for (const Era &era : eras()) {
        QStringView rest;
        if (plain.startsWith(era.name))
            rest = QStringView(plain).mid(era.name.size());
        else if (plain.startsWith(era.letter))
            rest = QStringView(plain).mid(1);
        else
            continue;
        rest = rest.trimmed();
        const auto n = rest == u"元"_s ? std::optional(1) : number(rest);
        return n && *n >= 1 && *n <= 999 ? inRange(era.from.year() + *n - 1) : std::nullopt;
    }
    if (plain.startsWith(u'\'') || plain.startsWith(u'\u2019')) {
        const auto n = number(QStringView(plain).mid(1));
        return n && plain.size() == 3 ? inRange(2000 + *n) : std::nullopt;
    }
    const auto n = number(plain);
    return n && plain.size() == 4 ? inRange(*n) : std::nullopt;
}

int ofDate(QDate date)
{
    return date.month() >= 4 ? date.year() : date.year() - 1;
}

} // namespace mezasu::fiscal
