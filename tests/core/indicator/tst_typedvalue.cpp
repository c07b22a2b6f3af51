// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/typedvalue.h"

#include <QtTest>

using namespace mezasu;
using namespace Qt::StringLiterals;
using Problem = TypedValue::Problem;

class TestTypedValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("status");
        QTest::newRow("decimals as typed") << u"95.30"_s << u"%"_s << u"95.30"_s << QString();
        QTest::newRow("full width") << u"１２．５"_s << u"%"_s << u"12.5"_s << QString();
        QTest::newRow("thousands") << u"1,234,567"_s << u"円"_s << u"1234567"_s << QString();
        QTest::newRow("white triangle and thousands")
            << u"△１，２３４．５０"_s << u"円"_s << u"-1234.50"_s << QString();
        QTest::newRow("black triangle with a blank") << u"▲ 5"_s << QString() << u"-5"_s << QString();
        QTest::newRow("minus of mathematics") << u"\u22125"_s << QString() << u"-5"_s << QString();
        QTest::newRow("full-width minus") << u"－5"_s << QString() << u"-5"_s << QString();
        QTest::newRow("zero is a value") << u"0"_s << u"%"_s << u"0"_s << QString();
        QTest::newRow("own unit") << u"95.3%"_s << u"%"_s << u"95.3"_s << QString();
        QTest::newRow("own unit in full width") << u"９５.３ ％"_s << u"%"_s << u"95.3"_s << QString();
        QTest::newRow("own unit of two characters") << u"1,200千円"_s << u"千円"_s << u"1200"_s << QString();
        QTest::newRow("own unit with digits") << u"12人/1000人"_s << u"人/1000人"_s << u"12"_s << QString();
        QTest::newRow("preliminary behind") << u"95.3p"_s << u"%"_s << u"95.3"_s << u"preliminary"_s;
        QTest::newRow("preliminary before, full width") << u"ｐ95.3"_s << u"%"_s << u"95.3"_s << u"preliminary"_s;
        QTest::newRow("preliminary and unit") << u"p95.3%"_s << u"%"_s << u"95.3"_s << u"preliminary"_s;
        QTest::newRow("a unit that is p") << u"5p"_s << u"p"_s << u"5"_s << QString();
        QTest::newRow("thirty digits") << u"9"_s.repeated(30) << QString() << u"9"_s.repeated(30) << QString();
    }
    void numbers()
    {
        QFETCH(QString, typed);
        QFETCH(QString, unit);
        const TypedValue read = readTypedValue(typed, unit);
        QVERIFY(read.value);
        QTEST(read.value->toString(), "value");
        QTEST(read.status, "status");
        QVERIFY(read.missing.isEmpty());
    }

    void missing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("missing");
        QTest::newRow("full-width dash") << u"－"_s << u"not_surveyed"_s;
        QTest::newRow("hyphen") << u" - "_s << u"not_surveyed"_s;
        QTest::newRow("long vowel mark, as typed by mistake") << u"ー"_s << u"not_surveyed"_s;
        QTest::newRow("ellipsis") << u"…"_s << u"unavailable"_s;
        QTest::newRow("three points") << u"..."_s << u"unavailable"_s;
        QTest::newRow("x") << u"x"_s << u"suppressed"_s;
        QTest::newRow("full-width X") << u"Ｘ"_s << u"suppressed"_s;
    }
    void missing()
    {
        QFETCH(QString, typed);
        const TypedValue read = readTypedValue(typed, u"%");
        QTEST(read.missing, "missing");
        QVERIFY(!read.value && read.problem == Problem::None && !read.isEmpty());
        QCOMPARE(readTypedValue(missingSign(read.missing), u"%").missing, read.missing);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("problem");
        QTest::addColumn<QString>("unit");
        QTest::newRow("wave dash") << u"10〜20"_s << int(Problem::Range) << QString();
        QTest::newRow("full-width tilde and digits") << u"１０～２０"_s << int(Problem::Range) << QString();
        QTest::newRow("hyphen between") << u"10-20"_s << int(Problem::Range) << QString();
        QTest::newRow("range with unit") << u"10〜20件"_s << int(Problem::Range) << QString();
        QTest::newRow("wrong grouping") << u"1,23"_s << int(Problem::Grouping) << QString();
        QTest::newRow("wrong grouping, full width") << u"１２，３４５，６"_s << int(Problem::Grouping) << QString();
        QTest::newRow("wrong grouping with unit") << u"1,23件"_s << int(Problem::Grouping) << QString();
        QTest::newRow("another unit") << u"12人"_s << int(Problem::OtherUnit) << u"人"_s;
        QTest::newRow("percent where things are counted") << u"12 %"_s << int(Problem::OtherUnit) << u"%"_s;
        QTest::newRow("words") << u"たくさん"_s << int(Problem::NotANumber) << QString();
        QTest::newRow("two points") << u"1.2.3"_s << int(Problem::NotANumber) << QString();
        QTest::newRow("point without decimals") << u"5."_s << int(Problem::NotANumber) << QString();
        QTest::newRow("corrected value") << u"r95.3"_s << int(Problem::NotANumber) << QString();
        QTest::newRow("unit alone") << u"件"_s << int(Problem::NotANumber) << QString();
        QTest::newRow("digits of another script") << u"٩٥"_s << int(Problem::NotANumber) << QString();
        QTest::newRow("31 digits") << u"9"_s.repeated(31) << int(Problem::TooLong) << QString();
        QTest::newRow("sign alone") << u"△"_s << int(Problem::NotANumber) << QString();
    }
    void refusals()
    {
        QFETCH(QString, typed);
        const TypedValue read = readTypedValue(typed, u"件");
        QVERIFY(!read.value && read.missing.isEmpty() && read.status.isEmpty());
        QTEST(int(read.problem), "problem");
        QTEST(read.unit, "unit");
    }

    void emptyIsNothingAndNeverZero()
    {
        for (const QString &typed : {QString(), u" "_s, u"\u3000"_s})
            QVERIFY(readTypedValue(typed, u"%").isEmpty());
        QVERIFY(missingSign(u"lost").isEmpty());
    }

    void printed_data()
    {
        QTest::addColumn<QString>("canonical");
        QTest::addColumn<QString>("shown");
        QTest::newRow("short") << u"95.30"_s << u"95.30"_s;
        QTest::newRow("three digits") << u"-100"_s << u"△100"_s;
        QTest::newRow("four digits") << u"-1234.50"_s << u"△1,234.50"_s;
        QTest::newRow("more than a double holds")
            << u"12345678901234567890.123"_s << u"12,345,678,901,234,567,890.123"_s;
    }
    void printed()
    {
        QFETCH(QString, canonical);
        const auto value = Decimal::fromCanonical(canonical);
        QVERIFY(value);
        QTEST(printedDecimal(*value), "shown");
        QCOMPARE(readTypedValue(printedDecimal(*value), {}).value, value);
    }
};

QTEST_GUILESS_MAIN(TestTypedValue)
#include "tst_typedvalue.moc"
