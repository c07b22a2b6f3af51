// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/linebreaking.h"
#include "core/report/pages.h"
#include "core/report/textsetter.h"

#include <QFontMetricsF>
#include <QtTest>

using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {

/// The text with | wherever a line may end.
QString parted(const QString &text)
{
    const std::vector<LineEnd> ends = lineEnds(text);
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (ends[std::size_t(i)] == LineEnd::Allowed)
            out += u'|';
        out += text[i];
    }
    return out;
}

constexpr double kEm = 200; // 10 pt

struct Setting
{
    Pages pages;
    TextSetter setter{&pages, {}};
    Flow set(const QString &text, double ems, Alignment alignment = Alignment::Left)
    {
        return setter.set({{}, text, Emphasis::Normal}, ems * kEm, kEm / kUnitsPerPoint, alignment, 0);
    }
};

QStringList linesOf(const Flow &flow)
{
    QStringList lines;
    for (const FlowLine &line : flow)
        lines += line.texts.empty() ? QString() : line.texts.front().text;
    return lines;
}

} // namespace

class tst_LineBreaking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesWhereALineMayEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("between Japanese characters") << u"市民"_s << u"市|民"_s;
        QTest::newRow("not before a full stop or comma") << u"市、民。"_s << u"市、|民。"_s;
        QTest::newRow("not inside brackets' edges") << u"市「民」と（案）"_s << u"市|「民」|と|（案）"_s;
        QTest::newRow("not before small kana and long marks") << u"ッとャーゞ々"_s << u"ッ|とャーゞ々"_s;
        QTest::newRow("a year and its counter") << u"は2021年度に"_s << u"は|2021年度|に"_s;
        QTest::newRow("a year in full width") << u"は２０２１年度に"_s << u"は|２０２１年度|に"_s;
        QTest::newRow("an era's year and a date") << u"は令和8年4月1日"_s << u"は|令和8年|4月|1日"_s;
        QTest::newRow("a percentage") << u"は12.5%で"_s << u"は|12.5%|で"_s;
        QTest::newRow("a percentage in full width") << u"は１２．５％で"_s << u"は|１２．５％|で"_s;
        QTest::newRow("places") << u"の3か所に"_s << u"の|3か所|に"_s;
        QTest::newRow("thousands, money") << u"約1,234百万円の"_s << u"約1,234百万円|の"_s;
        QTest::newRow("a mixed number") << u"は5万2,000人が"_s << u"は|5万2,000人|が"_s;
        QTest::newRow("a numbered meeting") << u"の第3回で"_s << u"の|第3回|で"_s;
        QTest::newRow("a negative number") << u"は△3.5で"_s << u"は|△3.5|で"_s;
        QTest::newRow("leaders and dashes") << u"が……と――の"_s << u"が……|と|――|の"_s;
        QTest::newRow("a range") << u"18〜20歳"_s << u"18〜|20歳"_s;
        QTest::newRow("words in Latin letters") << u"DX and ICTの"_s << u"DX |and |ICT|の"_s;
        QTest::newRow("what is one character to its reader")
            << u"𠮷か\u3099葛\U000E0100①"_s << u"𠮷|か\u3099|葛\U000E0100|①"_s;
        QTest::newRow("before a bracket behind Latin letters") << u"DX（12.5%（"_s << u"DX|（12.5%|（"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void placesWhereALineMayEnd()
    {
        QFETCH(QString, text);
        QTEST(parted(text), "expected");
    }

    void aMarkMayReachBeyondTheLine()
    {
        // Ten characters of full width; the right half of the last is blank.
        Setting setting;
        QCOMPARE(linesOf(setting.set(u"あいうえおかきくけ、さしすせ"_s, 9.5)),
            (QStringList{u"あいうえおかきくけ、"_s, u"さしすせ"_s}));
        QVERIFY(setting.set(u"あいうえおかきくけ、さしすせ"_s, 9.5).front().texts.front().width <= 9.5 * kEm);
        QCOMPARE(linesOf(setting.set(u"あいうえおかきくけこさしすせ"_s, 9.5)).front(), u"あいうえおかきくけ"_s);
    }

    void aLastLineIsNotOfOneCharacter()
    {
        Setting setting;
        QCOMPARE(linesOf(setting.set(u"市民に近く、頼られる行政を築く"_s, 7)),
            (QStringList{u"市民に近く、頼"_s, u"られる行政を"_s, u"築く"_s}));
        QCOMPARE(linesOf(setting.set(u"あいうえおかき。"_s, 6)), (QStringList{u"あいうえお"_s, u"かき。"_s}));
    }

    void aLineIsFilledWhereThatLeavesNoHoles()
    {
        Setting setting;
        const QString text =
            u"計画の期間は2022年度から2026年度までの5年間とし、毎年度その進み具合を確かめて公表する。"_s;
        const Flow flow = setting.set(text, 20.4);
        QVERIFY(flow.size() >= 2);
        QVERIFY(flow.front().texts.front().spacing > 0);
        QCOMPARE(flow.front().texts.front().width, 20.4 * kEm);
        QCOMPARE(flow.back().texts.front().spacing, 0.0); // the last line stays as it is
        for (const FlowLine &line : flow)
            QVERIFY(line.texts.front().spacing <= 0.09 * kEm);
        // The year is not spread, and the pieces are where they are painted.
        const FlowText &first = flow.front().texts.front();
        QVERIFY(first.pieces.size() >= 3);
        qsizetype from = 0;
        const QFontMetricsF metrics(fontOf(setting.pages.styles.front()));
        for (std::size_t i = 0; i < first.pieces.size(); ++i) {
            const TextPiece &piece = first.pieces[i];
            const QString part = first.text.sliced(from, piece.length);
            from += piece.length;
            QCOMPARE(piece.spaced, !part.contains(u"2022"_s) && !part.contains(u"2026"_s));
            const double end = i + 1 < first.pieces.size() ? first.pieces[i + 1].x - first.spacing : first.width;
            const double width =
                metrics.horizontalAdvance(part) + (piece.spaced ? first.spacing * double(piece.length - 1) : 0);
            QVERIFY2(std::abs(piece.x + width - end) < 2, qPrintable(part));
        }
        QCOMPARE(from, first.text.size());
        // One long word leaves more room than can be filled.
        for (const FlowLine &line : setting.set(u"そのURLはhttps://example.invalid/a/very/long/name/である。"_s, 12))
            QCOMPARE(line.texts.front().spacing, 0.0);
        for (const FlowLine &line : setting.set(text, 20.4, Alignment::Right))
            QCOMPARE(line.texts.front().spacing, 0.0);
    }

    void noLineOfAParagraphStandsAlone()
    {
        Setting setting;
        const Flow five = setting.set(u"あ"_s.repeated(50), 10);
        QCOMPARE(five.size(), std::size_t(5));
        const double line = five.front().height;
        const std::size_t expected[] = {0, 0, 2, 3, 3, 5, 5}; // by how many lines there is room for
        for (std::size_t room = 0; room < 7; ++room)
            QCOMPARE(linesOnPage(five, 0, line * double(room) + 1), expected[room]);
        QCOMPARE(leastLines(five, 0), std::size_t(2));
        const Flow three = setting.set(u"あ"_s.repeated(30), 10);
        QCOMPARE(linesOnPage(three, 0, line * 2.5), std::size_t(0));
        QCOMPARE(leastLines(three, 0), std::size_t(3));
        Flow headed = five;
        headed[0].keepWithNext = headed[1].keepWithNext = true;
        QCOMPARE(linesOnPage(headed, 0, line * 2.5), std::size_t(0));
        const Flow parts = setting.set(u"一行目\n二行目"_s, 10);
        QCOMPARE(linesOnPage(parts, 0, line * 1.5), std::size_t(1));
    }

    void everyCharacterIsInOneLine()
    {
        Setting setting;
        for (const QString &text : {u"𠮷葛\U000E0100①㈱髙か\u3099 the quick brown fox、。」（『"_s.repeated(20),
                 u"、。」）ー々"_s.repeated(50), u"2021"_s.repeated(80), u" "_s.repeated(60), u"W"_s.repeated(200)}) {
            for (const double ems : {1.0, 3.3, 12.0, 40.0})
                QCOMPARE(linesOf(setting.set(text, ems)).join(QString()), text);
        }
    }
};

QTEST_MAIN(tst_LineBreaking)
#include "tst_linebreaking.moc"
