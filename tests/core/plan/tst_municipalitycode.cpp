// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/municipalitycode.h"

#include <QTest>

using namespace mezasu;
using namespace Qt::StringLiterals;
using Verdict = MunicipalityCodeCheck::Verdict;

class TestMunicipalityCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("fitting");
        QTest::newRow("nothing") << QString() << Verdict::Empty << QString();
        QTest::newRow("a city") << u"132098"_s << Verdict::Right << QString();
        QTest::newRow("a prefecture with a leading nought") << u"010006"_s << Verdict::Right << QString();
        QTest::newRow("a great city") << u"011002"_s << Verdict::Right << QString();
        QTest::newRow("another") << u"141003"_s << Verdict::Right << QString();
        QTest::newRow("one more") << u"271004"_s << Verdict::Right << QString();
        QTest::newRow("no rest gives 1") << u"000001"_s << Verdict::Right << QString();
        QTest::newRow("a rest of 1 gives 0") << u"200000"_s << Verdict::Right << QString();
        QTest::newRow("full-width") << u"１３２０９８"_s << Verdict::Right << QString();
        QTest::newRow("a wrong check digit") << u"132099"_s << Verdict::WrongCheckDigit << u"132098"_s;
        QTest::newRow("two digits changed places") << u"123098"_s << Verdict::WrongCheckDigit << u"123099"_s;
        QTest::newRow("without check digit") << u"13209"_s << Verdict::WithoutCheckDigit << u"132098"_s;
        QTest::newRow("too short") << u"1320"_s << Verdict::NoCode << QString();
        QTest::newRow("too long") << u"1320980"_s << Verdict::NoCode << QString();
        QTest::newRow("letters") << u"13209A"_s << Verdict::NoCode << QString();
        QTest::newRow("a blank behind it") << u"132098 "_s << Verdict::NoCode << QString();
    }
    void codes()
    {
        QFETCH(QString, code);
        QFETCH(Verdict, verdict);
        QFETCH(QString, fitting);
        const MunicipalityCodeCheck check = checkMunicipalityCode(code);
        QCOMPARE(check.verdict, verdict);
        QCOMPARE(check.fitting, fitting);
    }
};

QTEST_GUILESS_MAIN(TestMunicipalityCode)
#include "tst_municipalitycode.moc"
