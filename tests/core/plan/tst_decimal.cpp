// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/decimal.h"

#include <QTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("canonical"); // empty: no number
        QTest::newRow("decimals stay as typed") << u"95.30"_s << u"95.30"_s;
        QTest::newRow("full-width digits") << u"９５．３"_s << u"95.3"_s;
        QTest::newRow("triangle for minus") << u"△25.0"_s << u"-25.0"_s;
        QTest::newRow("black triangle") << u"▲1,234"_s << u"-1234"_s;
        QTest::newRow("groups") << u" 1,234,567 "_s << u"1234567"_s;
        QTest::newRow("groups of two are doubtful") << u"1,23"_s << QString();
        QTest::newRow("two points") << u"1.2.3"_s << QString();
        QTest::newRow("words") << u"約10"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("leading zeros go") << u"007"_s << u"7"_s;
        QTest::newRow("no whole part") << u".5"_s << u"0.5"_s;
        QTest::newRow("minus zero is zero") << u"-0.0"_s << u"0.0"_s;
        QTest::newRow("31 digits are refused") << u"1234567890123456789012345678901"_s << QString();
    }
    void typed()
    {
        QFETCH(QString, typed);
        QFETCH(QString, canonical);
        const auto number = Decimal::fromTyped(typed);
        QCOMPARE(number ? number->toString() : QString(), canonical);
        if (number)
            QCOMPARE(Decimal::fromCanonical(canonical)->toString(), canonical);
    }
    void canonicalIsStrict()
    {
        for (const QString &text : {u"01"_s, u"1."_s, u".5"_s, u"+1"_s, u"-0"_s, u"１"_s, u""_s, u"1e3"_s, u" 1"_s})
            QVERIFY2(!Decimal::fromCanonical(text), qPrintable(text));
    }
    void order()
    {
        const auto d = [](const char *text) { return *Decimal::fromCanonical(QString::fromLatin1(text)); };
        QVERIFY(d("1.00").compare(d("1")) == std::strong_ordering::equal);
        QVERIFY(!(d("1.00") == d("1")));
        QVERIFY(d("-2").compare(d("-1.5")) == std::strong_ordering::less);
        QVERIFY(d("10").compare(d("9.99")) == std::strong_ordering::greater);
        QVERIFY(d("-1").compare(d("1")) == std::strong_ordering::less);
    }
};

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
