// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cellsource.h"
#include "core/exchange/htmltokenizer.h"
#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mezasu::exchange;

namespace {

/// "mark|text/mark|text ¶ footnotes"
QString show(const CellList &list)
{
    const auto lines = [](const QList<MarkedText> &items) {
        QStringList out;
        for (const MarkedText &item : items)
            out += item.mark + u'|' + item.text;
        return out.join(u'/');
    };
    return list.footnotes.isEmpty() ? lines(list.items) : QString(lines(list.items) + u" ¶ " + lines(list.footnotes));
}

} // namespace

class TestCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextMark_data()
    {
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("next");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("a bullet") << u"・"_s << u"・"_s;
        QTest::newRow("a note") << u"※"_s << u"※"_s;
        QTest::newRow("a numbered note") << u"※1 "_s << u"※2 "_s;
        QTest::newRow("circled") << u"① "_s << u"② "_s;
        QTest::newRow("circled twenty") << u"⑳"_s << u"㉑"_s;
        QTest::newRow("the last circled") << u"㊿"_s << QString();
        QTest::newRow("in brackets") << u"(9)"_s << u"(10)"_s;
        QTest::newRow("full-width") << u"（９）　"_s << u"（１０）　"_s;
        QTest::newRow("kana in brackets") << u"（ア）"_s << u"（イ）"_s;
        QTest::newRow("kana") << u"ア　"_s << u"イ　"_s;
        QTest::newRow("a remark") << u"注1："_s << u"注2："_s;
        QTest::newRow("kanji") << u"(一)"_s << u"(二)"_s;
        QTest::newRow("words stay") << u"新規"_s << u"新規"_s;
    }
    void theNextMark()
    {
        QFETCH(QString, mark);
        QFETCH(QString, next);
        QCOMPARE(nextMark(mark), next);
    }

    void texts_data();
    void texts();
    void lists_data();
    void lists();
    void statements_data();
    void statements();
    void marks_data();
    void marks();
    void droppedMarkupIsListed();
    void deepNestingKeepsEveryWord();
    void aMillionCharacters();
    void hostileTagsStayLinear();
    void textSourceReadsBack();
    void listSourceReadsBack_data();
    void listSourceReadsBack();
    void randomListsReadBack();
    void htmlFormIsOneLine();
};

void TestCells::texts_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u" 市民の声 "_s << u" 市民の声 "_s;
    QTest::newRow("plain lines") << u"一\n\n二"_s << u"一\n\n二"_s;
    QTest::newRow("less than") << u"a < b、<5% かつ <目標> だ"_s << u"a < b、<5% かつ <目標> だ"_s;
    QTest::newRow("a tag that never ends") << u"x <p y"_s << u"x <p y"_s;
    QTest::newRow("paragraphs") << u"<p>一。</p> <p>二。</p>"_s << u"一。\n二。"_s;
    QTest::newRow("unclosed paragraphs") << u"<p>一。<p>二。"_s << u"一。\n二。"_s;
    QTest::newRow("line break") << u"一<br>二<BR/>三"_s << u"一\n二\n三"_s;
    QTest::newRow("layout white space") << u"<p>\n  一 二\n</p>\n"_s << u"一 二"_s;
    QTest::newRow("full-width space stays") << u"<p>　一</p>"_s << u"　一"_s;
    QTest::newRow("entities in HTML") << u"<p>A&amp;B &lt;5% &#x20BB7; &nbsp;x&unknown;</p>"_s
                                      << u"A&B <5% 𠮷 \u00a0x&unknown;"_s;
    QTest::newRow("entities in plain text") << u"R&amp;D"_s << u"R&D"_s;
    QTest::newRow("what looks like entities")
        << u"A&B; &#0; &#xD800; &#-5; &; A&amp"_s << u"A&B; &#0; &#xD800; &#-5; &; A&amp"_s;
    QTest::newRow("an entity is decoded once") << u"<p>&amp;lt;</p>"_s << u"&lt;"_s;
    QTest::newRow("script and style") << u"<p>一<script>alert('<p>x</p>')</script>二<style>p{}</style></p>"_s
                                      << u"一二"_s;
    QTest::newRow("an open script") << u"<p>一</p><script>var a"_s << u"一"_s;
    QTest::newRow("comments") << u"<p>一<!-- <p>x</p> -->二</p>"_s << u"一二"_s;
    QTest::newRow("an open comment") << u"<p>一<!-- x</p>"_s << u"一<!-- x"_s;
    QTest::newRow("furigana") << u"<ruby>目指<rp>(</rp><rt>めざ</rt><rp>)</rp></ruby>す"_s << u"目指す"_s;
    QTest::newRow("verbatim") << u"<b>㈱①〜～−１２㎡か\u3099葛󠄀〇○</b>"_s
                              << u"㈱①〜～−１２㎡か\u3099葛󠄀〇○"_s;
    QTest::newRow("quotes with >") << u"<p title=\"a>b\">一</p>"_s << u"一"_s;
    QTest::newRow("an open quote") << u"<p title=\"a>一</p>"_s << u"一"_s;
    QTest::newRow("blank") << u"<p>&nbsp;</p> <ul></ul>"_s << QString();
}

void TestCells::texts()
{
    QFETCH(QString, source);
    QTEST(parseCell(source).text(), "text");
}

void TestCells::lists_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("list");
    QTest::newRow("one line") << u"・医療・福祉の充実"_s << u"・|医療・福祉の充実"_s;
    QTest::newRow("no mark") << u"多くの施設"_s << u"|多くの施設"_s;
    QTest::newRow("a list") << u"<ul style=\"x\"> <li>・一</li> <li>・二</li> </ul>"_s << u"・|一/・|二"_s;
    QTest::newRow("unclosed items") << u"<ul><li>・一<li>・二"_s << u"・|一/・|二"_s;
    QTest::newRow("nested lists") << u"<ul><li>・一<ul><li>－ 二</li></ul></li><li>・三</li></ul>"_s
                                  << u"・|一/－ |二/・|三"_s;
    QTest::newRow("paragraphs in an item")
        << u"<ul><li><p>・一</p><p>続き</p></li><li>・二</li></ul>"_s << u"・|一\n続き/・|二"_s;
    QTest::newRow("breaks between marks") << u"<p>・一<br>・二<br>続き</p>"_s << u"・|一/・|二\n続き"_s;
    QTest::newRow("lines") << u"・一\n・二\n　続き\n\n・三"_s << u"・|一/・|二\n　続き/・|三"_s;
    QTest::newRow("lines without marks") << u"一\n二"_s << u"|一/|二"_s;
    QTest::newRow("footnote after a list")
        << u"<ul> <li>・一(※)</li> </ul> <p>※語とは、説明。</p>"_s << u"・|一(※) ¶ ※|語とは、説明。"_s;
    QTest::newRow("footnotes after lines") << u"・一\n※1 甲\n※2 乙"_s << u"・|一 ¶ ※1 |甲/※2 |乙"_s;
    QTest::newRow("bullets ※ in a list") << u"<ul><li>※一</li><li>※二</li></ul>"_s << u"※|一/※|二"_s;
    QTest::newRow("※ before others is an item") << u"※一\n・二"_s << u"※|一/・|二"_s;
    QTest::newRow("spelt out")
        << u"<ul> <li><span class=\"mark\">★★</span>一</li> <li><span class=\"mark\"></span>・二</li> </ul> "
           "<p class=\"footnote\"><span class=\"mark\">注</span>三</p>"_s
        << u"★★|一/|・二 ¶ 注|三"_s;
}

void TestCells::lists()
{
    QFETCH(QString, source);
    QTEST(show(listOf(parseCell(source), ListKind::Issues)), "list");
}

void TestCells::statements_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("list");
    QTest::newRow("one") << u"誰もが学べる"_s << u"|誰もが学べる"_s;
    QTest::newRow("spaces") << u"①一です。 ②二 ③三"_s << u"①|一です。/②|二/③|三"_s;
    QTest::newRow("no space after a full stop") << u"①一。②二。"_s << u"①|一。/②|二。"_s;
    QTest::newRow("references stay") << u"①甲と②の両方 ②乙と①"_s << u"①|甲と②の両方/②|乙と①"_s;
    QTest::newRow("out of sequence stays") << u"①甲 ③乙 ②丙"_s << u"①|甲 ③乙/②|丙"_s;
    QTest::newRow("lines") << u"①一\n②二\n続き"_s << u"①|一/②|二\n続き"_s;
    QTest::newRow("items") << u"<ul><li>①一</li><li>②二</li></ul>"_s << u"①|一/②|二"_s;
    QTest::newRow("not at the start") << u"次の①一 ②二"_s << u"|次の①一 ②二"_s;
    QTest::newRow("a footnote") << u"①一 ②二※\n※語とは"_s << u"①|一/②|二※ ¶ ※|語とは"_s;
    QTest::newRow("beyond twenty") << u"⑳一 ㉑二"_s << u"⑳|一/㉑|二"_s;
}

void TestCells::statements()
{
    QFETCH(QString, source);
    QTEST(show(listOf(parseCell(source), ListKind::Statements)), "list");
}

void TestCells::marks_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("mark");
    const QString bullets = u"・･•●○◎■□◆◇※→①⑳㊿⑴"_s;
    for (const QChar c : bullets)
        QTest::addRow("U+%04X", uint(c.unicode())) << QString(c + u"語"_s) << QString(c);
    QTest::newRow("brackets") << u"(1)語"_s << u"(1)"_s;
    QTest::newRow("full-width brackets") << u"（１２） 語"_s << u"（１２） "_s;
    QTest::newRow("kana in brackets") << u"（ア）語"_s << u"（ア）"_s;
    QTest::newRow("kana and a space") << u"ア　語"_s << u"ア　"_s;
    QTest::newRow("kana of a word") << u"アイデア"_s << QString();
    QTest::newRow("hyphen and a space") << u"- 語"_s << u"- "_s;
    QTest::newRow("a minus") << u"-5%"_s << QString();
    QTest::newRow("space before") << u" ・ 語"_s << u" ・ "_s;
    QTest::newRow("placeholders") << u"○○市"_s << QString();
    QTest::newRow("kanji zero") << u"〇ごと"_s << QString();
    QTest::newRow("a word in brackets") << u"（仮）新館"_s << QString();
    QTest::newRow("a mark alone") << u"○"_s << QString();
    QTest::newRow("one mark only") << u"・①語"_s << u"・"_s;
}

void TestCells::marks()
{
    QFETCH(QString, line);
    const MarkedText split = splitMark(line);
    QTEST(split.mark, "mark");
    QCOMPARE(QString(split.mark + split.text), line);
}

void TestCells::droppedMarkupIsListed()
{
    const CellContent content =
        parseCell(u"<ol><li><b>一</b><b>二</b></li></ol><a href=\"x\">三</a><script>x</script>"_s);
    QCOMPARE(content.dropped.join(u' '), u"ol b a"_s);
    QCOMPARE(content.wordless.join(u' '), u"script"_s);
    QVERIFY(parseCell(u"<ul><li>一<br>二</li></ul><p>三</p>"_s).dropped.isEmpty());
}

void TestCells::deepNestingKeepsEveryWord()
{
    const int depth = 100'000;
    const QString nested = u"<div><b>"_s.repeated(depth) + u"芯"_s + u"</b></div>"_s.repeated(depth) + u"<p>外</p>"_s;
    QCOMPARE(parseCell(nested).text(), u"芯\n外"_s);
    QCOMPARE(parseCell(u"<ul><li>"_s.repeated(depth) + u"芯"_s).text(), u"芯"_s);
}

void TestCells::aMillionCharacters()
{
    const QString text = u"長"_s.repeated(1'000'000);
    QCOMPARE(parseCell(text).text(), text);
    QCOMPARE(listOf(parseCell(u"<li>・"_s + text), ListKind::Issues).items.constFirst().text, text);
    QCOMPARE(textSource(text, CellForm::Html), text);
    const QString circles = u"①② "_s.repeated(300'000);
    QCOMPARE(listOf(parseCell(circles), ListKind::Statements).items.size(), 1);
}

void TestCells::hostileTagsStayLinear()
{
    // Each would be quadratic if a search ran to the end for every tag.
    const QStringList parts = {
        u"<p "_s, u"<p a=\""_s, u"<!--"_s, u"<!"_s, u"&"_s, u"<script>"_s, u"</script"_s, u"<br"_s, u"<p a='<p b=\""_s};
    for (const QString &part : parts) {
        const QString text = part.repeated(200'000);
        const CellContent content = parseCell(text);
        QVERIFY(content.text().size() <= text.size());
    }
}

void TestCells::textSourceReadsBack()
{
    const QStringList texts = {u"一"_s, u" 一 "_s, u"一\n二"_s, u"一\n\n二"_s, u"\n一\n"_s, u"A&B"_s, u"A&amp;B"_s,
        u"<p>一</p>"_s, u"a < b"_s, u"<b>"_s, u"&lt;p&gt;"_s, u"一\t二"_s, u"・一"_s, u"=1"_s, u"\"引用\""_s,
        u"一\r二"_s, u"　字下げ\n　二"_s, u"<!-- x -->"_s, u"<br> & <li>\n"_s};
    for (const QString &text : texts) {
        for (const CellForm form : {CellForm::Lines, CellForm::Html}) {
            const QString source = textSource(text, form);
            QCOMPARE(parseCell(source).text(), text);
            QVERIFY(form == CellForm::Lines || !source.contains(u'\n'));
        }
    }
    QCOMPARE(textSource(u"一\n二"_s, CellForm::Html), u"<p>一</p> <p>二</p>"_s);
    QCOMPARE(textSource(u"一\n二"_s, CellForm::Lines), u"一\n二"_s);
    QCOMPARE(textSource(u"a < b & c"_s, CellForm::Html), u"a < b & c"_s);
}

void TestCells::listSourceReadsBack_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("html");
    const int issues = int(ListKind::Issues);
    const int statements = int(ListKind::Statements);
    QTest::newRow("a single item") << issues << u"・一"_s << u"・一"_s;
    QTest::newRow("several") << issues << u"・一\n・二"_s
                             << u"<ul style=\"list-style-type: none\"> <li>・一</li> <li>・二</li> </ul>"_s;
    QTest::newRow("with a footnote") << issues << u"・一\n※語"_s
                                     << u"<ul style=\"list-style-type: none\"> <li>・一</li> </ul> <p>※語</p>"_s;
    QTest::newRow("numbered statements") << statements << u"①一。\n②二"_s << u"①一。 ②二"_s;
    QTest::newRow("a broken item")
        << issues << u"・一\n続き\n・二"_s
        << u"<ul style=\"list-style-type: none\"> <li>・一<br>続き</li> <li>・二</li> </ul>"_s;
    QTest::newRow("statements without marks")
        << statements << u"一\n二"_s << u"<ul style=\"list-style-type: none\"> <li>一</li> <li>二</li> </ul>"_s;
}

void TestCells::listSourceReadsBack()
{
    QFETCH(int, kind);
    QFETCH(QString, source);
    const CellList list = listOf(parseCell(source), ListKind(kind));
    QTEST(listSource(list, ListKind(kind), CellForm::Html), "html");
    QCOMPARE(listSource(list, ListKind(kind), CellForm::Lines), source);
}

void TestCells::randomListsReadBack()
{
    const QStringList marks = {
        QString(), u"・"_s, u"①"_s, u"②"_s, u"※"_s, u"※1 "_s, u"(1)"_s, u"★★"_s, u"- "_s, u" ・"_s, u"<b>"_s, u"注"_s};
    const QStringList words = {u"一"_s, u"・二"_s, u"<p>"_s, u"&amp;"_s, u"\n"_s, u" "_s, u"※語"_s, u" ②"_s, u"a < b"_s,
        u"\t"_s, u"𠮷"_s, u"\""_s};
    QRandomGenerator random(20260401);
    for (int round = 0; round < 4000; ++round) {
        CellList list;
        const auto fill = [&](QList<MarkedText> &items) {
            const int count = int(random.bounded(4));
            for (int i = 0; i < count; ++i) {
                QString text = words.at(qsizetype(random.bounded(quint32(words.size()))));
                for (quint32 k = random.bounded(3u); k > 0; --k)
                    text += words.at(qsizetype(random.bounded(quint32(words.size()))));
                items.append({marks.at(qsizetype(random.bounded(quint32(marks.size())))), text});
            }
        };
        const auto kind = ListKind(random.bounded(4u));
        if (kind != ListKind::Footnotes)
            fill(list.items);
        fill(list.footnotes);
        for (const CellForm form : {CellForm::Lines, CellForm::Html}) {
            const QString source = listSource(list, kind, form);
            const CellList again = listOf(parseCell(source), kind);
            if (!(again == list))
                qWarning().noquote() << "round" << round << show(list) << "->" << source << "->" << show(again);
            QVERIFY(again == list);
        }
    }
}

void TestCells::htmlFormIsOneLine()
{
    const CellList list = {{{u"・"_s, u"一\n・二\t三"_s}, {u"・"_s, u"四"_s}}, {}};
    const QString source = listSource(list, ListKind::Issues, CellForm::Html);
    QVERIFY(!source.contains(u'\n') && !source.contains(u'\t'));
    QVERIFY(listOf(parseCell(source), ListKind::Issues) == list);
}

QTEST_GUILESS_MAIN(TestCells)
#include "tst_cells.moc"
