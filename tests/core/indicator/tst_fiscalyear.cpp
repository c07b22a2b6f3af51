// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/eras.h"
#include "core/indicator/fiscalyear.h"

#include <QFile>
#include <QtTest>

using namespace mezasu;
using namespace Qt::StringLiterals;
using fiscal::YearStyle;

class TestFiscalYear : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labels_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<YearStyle>("style");
        QTest::addColumn<QString>("expected");
        QTest::newRow("western") << 2022 << YearStyle::Western << u"2022年度"_s;
        QTest::newRow("japanese") << 2022 << YearStyle::Japanese << u"令和4年度"_s;
        QTest::newRow("japanese first") << 2022 << YearStyle::JapaneseWestern << u"令和4年度（2022年度）"_s;
        QTest::newRow("western first") << 2022 << YearStyle::WesternJapanese << u"2022年度（令和4年度）"_s;
        QTest::newRow("2019 is the first of Reiwa as a whole") << 2019 << YearStyle::Japanese << u"令和元年度"_s;
        QTest::newRow("2018") << 2018 << YearStyle::Japanese << u"平成30年度"_s;
        QTest::newRow("1989 is the first of Heisei") << 1989 << YearStyle::Japanese << u"平成元年度"_s;
        QTest::newRow("1988 began in Showa") << 1988 << YearStyle::Japanese << u"昭和63年度"_s;
        QTest::newRow("1926 began in Taisho") << 1926 << YearStyle::Japanese << u"大正15年度"_s;
        QTest::newRow("far ahead") << 2048 << YearStyle::Japanese << u"令和30年度"_s;
        QTest::newRow("before the eras") << 1850 << YearStyle::Japanese << u"1850年度"_s;
    }
    void labels()
    {
        QFETCH(int, year);
        QFETCH(YearStyle, style);
        QTEST(fiscal::label(year, style), "expected");
    }

    void axisLabels_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<YearStyle>("style");
        QTest::addColumn<QString>("full");
        QTest::addColumn<QString>("brief");
        QTest::newRow("western") << 2022 << YearStyle::Western << u"2022年度"_s << u"2022"_s;
        QTest::newRow("japanese") << 2022 << YearStyle::Japanese << u"令和4年度"_s << u"R4"_s;
        QTest::newRow("both") << 2022 << YearStyle::JapaneseWestern << u"令和4年度\n2022年度"_s << u"R4\n2022"_s;
        QTest::newRow("both, western first")
            << 2019 << YearStyle::WesternJapanese << u"2019年度\n令和元年度"_s << u"2019\nR元"_s;
        QTest::newRow("before the eras") << 1850 << YearStyle::JapaneseWestern << u"1850年度"_s << u"1850"_s;
    }
    void axisLabels()
    {
        QFETCH(int, year);
        QFETCH(YearStyle, style);
        QTEST(fiscal::axisLabel(year, style), "full");
        QTEST(fiscal::briefLabel(year, style), "brief");
    }

    void theTableOfTheResourceIsReadAndIsTheKnownOne()
    {
        QFile file(u":/mezasu/eras.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = fiscal::erasFromJson(file.readAll());
        QVERIFY(table);
        QVERIFY(table.value() == fiscal::eras());
        QCOMPARE(table.value().size(), 5U);
        QCOMPARE(table.value().back().from, QDate(2019, 5, 1));
    }

    void aDamagedTableIsRefusedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("row");
        const QByteArray good = R"({"name":"令和","letter":"R","from":"2019-05-01"})";
        QTest::newRow("no JSON") << QByteArray("令和") << u"0"_s;
        QTest::newRow("no array") << good << u"0"_s;
        QTest::newRow("no row") << QByteArray("[]") << u"0"_s;
        QTest::newRow("no letter") << QByteArray(R"([{"name":"令和","from":"2019-05-01"}])") << u"1"_s;
        QTest::newRow("no such day") << QByteArray(R"([{"name":"令和","letter":"R","from":"2019-02-30"}])") << u"1"_s;
        QTest::newRow("no name") << QByteArray("[" + good + R"(,{"letter":"X","from":"2050-01-01"}])") << u"2"_s;
        QTest::newRow("not ascending") << QByteArray(
            "[" + good + R"(,{"name":"平成","letter":"H","from":"1989-01-08"}])")
                                       << u"2"_s;
        QTest::newRow("letter twice") << QByteArray(
            "[" + good + R"(,{"name":"新年","letter":"r","from":"2050-01-01"}])")
                                      << u"2"_s;
        QTest::newRow("a row that is no object") << QByteArray("[" + good + ",7]") << u"2"_s;
    }
    void aDamagedTableIsRefusedAsAWhole()
    {
        QFETCH(QByteArray, json);
        const auto table = fiscal::erasFromJson(json);
        QVERIFY(!table);
        QCOMPARE(table.error().code, Error::Code::InvalidInput);
        QTEST(table.error().subject, "row");
    }

    void theNextEraIsARowOfTheTable()
    {
        fiscal::EraTable table = fiscal::eras();
        table.push_back({u"永光"_s, u'E', QDate(2040, 5, 1), true});
        fiscal::setEras(table);
        QCOMPARE(fiscal::label(2039, YearStyle::Japanese), u"令和21年度"_s);
        QCOMPARE(fiscal::label(2040, YearStyle::Japanese), u"永光元年度"_s);
        QCOMPARE(fiscal::japaneseDate({2040, 4, 30}), u"令和22年4月30日"_s);
        QCOMPARE(fiscal::fromTyped(u"E2"), std::optional(2041));
        fiscal::setEras({});
        QCOMPARE(fiscal::label(2040, YearStyle::Japanese), u"令和22年度"_s);
    }

    void anEraMayLeaveItsFirstFiscalYearToTheOneBefore()
    {
        fiscal::EraTable table = fiscal::eras(); // some tax papers wrote 平成31年度
        table.back().wholeFiscalYear = false;
        fiscal::setEras(table);
        QCOMPARE(fiscal::label(2019, YearStyle::Japanese), u"平成31年度"_s);
        QCOMPARE(fiscal::label(2020, YearStyle::Japanese), u"令和2年度"_s);
        fiscal::setEras({});
        QCOMPARE(fiscal::label(2019, YearStyle::Japanese), u"令和元年度"_s);
    }

    void dates()
    {
        QCOMPARE(fiscal::japaneseDate({2019, 4, 30}), u"平成31年4月30日"_s);
        QCOMPARE(fiscal::japaneseDate({2019, 5, 1}), u"令和元年5月1日"_s);
        QCOMPARE(fiscal::ofDate({2022, 3, 31}), 2021);
        QCOMPARE(fiscal::ofDate({2022, 4, 1}), 2022);
    }

    void typed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("year"); // 0: nothing
        QTest::newRow("R4") << u"R4"_s << 2022;
        QTest::newRow("full width") << u"令和４"_s << 2022;
        QTest::newRow("with its word") << u"令和4年度"_s << 2022;
        QTest::newRow("first year as 元") << u"令和元年度"_s << 2019;
        QTest::newRow("first year as 1") << u"R1"_s << 2019;
        QTest::newRow("H31 is the same year") << u"H31"_s << 2019;
        QTest::newRow("small letter") << u"h30"_s << 2018;
        QTest::newRow("western") << u"2022"_s << 2022;
        QTest::newRow("western full width") << u"２０２２年度"_s << 2022;
        QTest::newRow("apostrophe") << u"'22"_s << 2022;
        QTest::newRow("typographic apostrophe") << u"\u201922"_s << 2022;
        QTest::newRow("two digits alone are doubtful") << u"22"_s << 0;
        QTest::newRow("year 0 of an era") << u"R0"_s << 0;
        QTest::newRow("words") << u"来年"_s << 0;
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("digits of another script") << u"٢٠٢٢"_s << 0;
        QTest::newRow("too long") << u"20222"_s << 0;
    }
    void typed()
    {
        QFETCH(QString, text);
        QTEST(fiscal::fromTyped(text).value_or(0), "year");
    }

    void everyLabelIsRead()
    {
        for (int year = 1868 + 1; year < 2100; ++year) {
            for (const YearStyle style : {YearStyle::Western, YearStyle::Japanese})
                QCOMPARE(fiscal::fromTyped(fiscal::label(year, style)), std::optional(year));
        }
    }
};

QTEST_GUILESS_MAIN(TestFiscalYear)
#include "tst_fiscalyear.moc"
