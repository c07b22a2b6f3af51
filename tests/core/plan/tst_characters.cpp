// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/characters.h"

#include <QTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

class TestCharacters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("characters");
        QTest::newRow("nothing") << QString() << qsizetype(0);
        QTest::newRow("kanji and kana") << u"計画をつくる"_s << qsizetype(6);
        QTest::newRow("beyond the first plane") << u"𠮷野家"_s << qsizetype(3);
        QTest::newRow("a variation selector") << u"葛\U000E0100城市"_s << qsizetype(3);
        QTest::newRow("a combining mark") << u"か\u3099き"_s << qsizetype(2);
        QTest::newRow("a family of emoji") << u"👨‍👩‍👧"_s << qsizetype(1);
        QTest::newRow("paragraphs") << u"一\n二\n\n三"_s << qsizetype(3);
        QTest::newRow("blanks count") << u"一 二　三"_s << qsizetype(5);
    }
    void counts()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, characters);
        QCOMPARE(countCharacters(text), characters);
    }
};

QTEST_GUILESS_MAIN(TestCharacters)
#include "tst_characters.moc"
