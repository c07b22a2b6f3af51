// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/years.h"

#include <QLocale>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

/// Fiscal years in the window's language.
class TestYears : public QObject
{
    Q_OBJECT

    static report::TrendData chart(fiscal::YearStyle style)
    {
        report::TrendData data;
        for (const int year : {2019, 2020})
            data.years.push_back(
                {year, fiscal::axisLabel(year, style), fiscal::briefLabel(year, style), fiscal::label(year, style)});
        return data;
    }

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale(QLocale::Japanese)); }

    void everyStyleHasItsEnglish_data()
    {
        QTest::addColumn<fiscal::YearStyle>("style");
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("english");
        using Style = fiscal::YearStyle;
        QTest::newRow("western") << Style::Western << 2022 << u"FY2022"_s;
        QTest::newRow("by eras") << Style::Japanese << 2022 << u"R4 (FY2022)"_s;
        QTest::newRow("by eras first") << Style::JapaneseWestern << 2022 << u"R4 (FY2022)"_s;
        QTest::newRow("western first") << Style::WesternJapanese << 2022 << u"FY2022 (R4)"_s;
        QTest::newRow("the first year of an era") << Style::Japanese << 2019 << u"R1 (FY2019)"_s;
        QTest::newRow("before the eras") << Style::Japanese << 1700 << u"FY1700"_s;
    }
    void everyStyleHasItsEnglish()
    {
        QFETCH(fiscal::YearStyle, style);
        QFETCH(int, year);
        QLocale::setDefault(QLocale(QLocale::Japanese));
        QCOMPARE(words::fiscalYear(year, style), fiscal::label(year, style));
        QLocale::setDefault(QLocale(QLocale::English));
        QTEST(words::fiscalYear(year, style), "english");
    }

    void aChartInTheEnglishWindowHasNoJapanese()
    {
        using Style = fiscal::YearStyle;
        for (const Style style : {Style::Western, Style::Japanese, Style::JapaneseWestern, Style::WesternJapanese}) {
            QLocale::setDefault(QLocale(QLocale::Japanese));
            QCOMPARE(words::withYearsOfWindow(chart(style), style).years.front().name, chart(style).years.front().name);
            QLocale::setDefault(QLocale(QLocale::English));
            for (const auto &label : words::withYearsOfWindow(chart(style), style).years) {
                for (const QString &text : {label.text, label.brief, label.name}) {
                    QVERIFY(!text.isEmpty());
                    QVERIFY2(std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; }),
                        qPrintable(text));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestYears)
#include "tst_years.moc"
