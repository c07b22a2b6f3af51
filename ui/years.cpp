// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/years.h"

#include <QLocale>

namespace mezasu::ui::words {

using namespace Qt::StringLiterals;

namespace {
bool isEnglish()
{
    return QLocale().language() == QLocale::English;
}

/// R4, and R1 for the first; empty before the eras.
QString eraYear(int year)
{
    QString brief = fiscal::briefLabel(year, fiscal::YearStyle::Japanese);
    return brief == QString::number(year) ? QString() : brief.replace(u'元', u'1');
}
} // namespace

QString fiscalYear(int year, fiscal::YearStyle style)
{
    if (!isEnglish())
        return fiscal::label(year, style);
    const QString western = u"FY%1"_s.arg(year), era = eraYear(year);
    if (style == fiscal::YearStyle::Western || era.isEmpty())
        return western;
    return style == fiscal::YearStyle::WesternJapanese ? u"%1 (%2)"_s.arg(western, era)
                                                       : u"%1 (%2)"_s.arg(era, western);
}

report::TrendData withYearsOfWindow(report::TrendData data, fiscal::YearStyle style)
{
    if (!isEnglish())
        return data;
    for (report::TrendData::YearLabel &label : data.years) {
        label.name = fiscalYear(label.year, style);
        label.text = QString(label.name).replace(u" ("_s, u"\n("_s);
        if (style != fiscal::YearStyle::Western)
            label.brief.replace(u'元', u'1');
    }
    return data;
}

} // namespace mezasu::ui::words
