// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/layout.h"
#include "core/report/pdfwriter.h"
#include "tests/core/report/pdftools.h"

#include <QFontMetricsF>
#include <QMap>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <random>

using namespace mezasu;
using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {

const QString kContinued = u"（続き）"_s;

TableCell cell(const QString &text, int rowSpan = 1, int columnSpan = 1)
{
    TableCell made;
    made.rowSpan = rowSpan;
    made.columnSpan = columnSpan;
    if (!text.isNull())
        made.paragraphs.push_back({{}, text, Emphasis::Normal});
    return made;
}

Table tableOf(int columns)
{
    Table table;
    TableRow heading;
    for (int c = 0; c < columns; ++c) {
        table.columns.push_back({20, 150});
        heading.cells.push_back(cell(u"見出し%1"_s.arg(c)));
    }
    table.headingRows.push_back(heading);
    return table;
}

Result<Pages> lay(const Table &table, PaperSize paper = PaperSize::A3Landscape)
{
    Document document;
    document.title = u"題名"_s;
    document.head.number = u"資料1"_s;
    Section section;
    section.blocks.emplace_back(table);
    document.sections.push_back(section);
    return layoutDocument(document, PageSetup::forPaper(paper));
}

/// The text of every element, from its lines on all pages, with that of the elements below it.
QMap<int, QString> textsOf(const Pages &pages)
{
    QMap<int, QString> texts;
    for (const Page &page : pages.pages) {
        for (const TextLine &line : page.lines) {
            for (int at = line.element; at >= 0; at = pages.elements[std::size_t(at)].parent)
                texts[at] += line.text;
        }
    }
    return texts;
}

/// The texts of the table's body cells, in reading order.
QStringList bodyTexts(const Pages &pages)
{
    const auto texts = textsOf(pages);
    QStringList found;
    for (std::size_t i = 0; i < pages.elements.size(); ++i) {
        const StructureElement &element = pages.elements[i];
        const bool isCell = element.role == "TD" || (element.role == "TH" && element.scope == "Row");
        if (isCell)
            found += texts.value(int(i));
    }
    return found;
}

QStringList textsOf(const Table &table)
{
    QStringList texts;
    for (const TableRow &row : table.rows) {
        for (const TableCell &one : row.cells) {
            QString text;
            for (const Paragraph &paragraph : one.paragraphs)
                text += paragraph.label + paragraph.text;
            texts += text.remove(u'\n');
        }
    }
    return texts;
}

/// What every page has to hold, whatever the table: see the messages.
QString faultOf(const Pages &pages, bool headingRepeats = true)
{
    constexpr double kTolerance = 1;
    const QRectF sheet(QPointF(), pages.size);
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        const Page &page = pages.pages[p];
        const QString where = u"page %1: "_s.arg(p + 1);
        for (const TextLine &line : page.lines) {
            const QPointF end = line.baseline + QPointF(line.width, 0);
            if (!sheet.contains(line.baseline) || !sheet.contains(end))
                return where + u"outside the sheet: "_s + line.text;
        }
        for (std::size_t a = 0; a < page.cells.size(); ++a) {
            if (!sheet.contains(page.cells[a].area))
                return where + u"a cell outside the sheet"_s;
            for (std::size_t b = a + 1; b < page.cells.size(); ++b) {
                const QRectF common = page.cells[a].area & page.cells[b].area;
                if (common.width() > kTolerance && common.height() > kTolerance)
                    return where + u"two cells on each other"_s;
            }
        }
        // Every line of a cell's element lies in a box of that cell on this page.
        for (const TextLine &line : page.lines) {
            int owner = line.element;
            const auto isCell = [&](int e) {
                return pages.elements[std::size_t(e)].role == "TD" || pages.elements[std::size_t(e)].role == "TH";
            };
            while (owner >= 0 && !isCell(owner))
                owner = pages.elements[std::size_t(owner)].parent;
            if (owner < 0)
                continue;
            const QRectF ink(line.baseline - QPointF(0, 100), QSizeF(line.width, 100));
            const bool within = std::any_of(page.cells.begin(), page.cells.end(), [&](const CellBox &box) {
                return box.element == owner
                    && box.area.adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance).contains(ink);
            });
            if (!within)
                return where + u"outside its cell: "_s + line.text;
        }
        if (page.lines.back().text != u"- %1 -"_s.arg(p + 1))
            return where + u"no page number at its end"_s;
        if (page.cells.empty())
            continue;
        if (headingRepeats && std::none_of(page.lines.begin(), page.lines.end(), [](const TextLine &line) {
                return line.text.startsWith(u"見出し0"_s);
            }))
            return where + u"no heading"_s;
        // Every side of every cell is ruled from end to end.
        for (const CellBox &box : page.cells) {
            const QRectF &a = box.area;
            for (const QLineF &side : {QLineF(a.topLeft(), a.topRight()), QLineF(a.bottomLeft(), a.bottomRight()),
                     QLineF(a.topLeft(), a.bottomLeft()), QLineF(a.topRight(), a.bottomRight())}) {
                // The side of a merged cell may be made of several rules: sample it.
                for (double t = 0.01; t < 1; t += 0.07) {
                    const QPointF at = side.pointAt(t);
                    const bool ruled = std::any_of(page.rules.begin(), page.rules.end(), [&](const Rule &rule) {
                        const QRectF reach = QRectF(rule.line.p1(), rule.line.p2())
                                                 .normalized()
                                                 .adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance);
                        return reach.contains(at);
                    });
                    if (!ruled)
                        return where + u"a cell is open"_s;
                }
            }
        }
    }
    return {};
}

bool hasLine(const Page &page, const QString &text)
{
    return std::any_of(
        page.lines.begin(), page.lines.end(), [&](const TextLine &line) { return line.text.contains(text); });
}

} // namespace

class tst_TableLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void awkwardTables_data()
    {
        QTest::addColumn<Table>("table");
        {
            Table table = tableOf(3);
            QTest::newRow("no rows") << table;
            table.rows.emplace_back();
            table.rows.back().cells = {cell({}), cell(u""_s), cell({})};
            QTest::newRow("empty cells") << table;
            table.rows.emplace_back();
            table.rows.back().cells = {cell(u"一つだけ"_s)};
            QTest::newRow("row of fewer cells") << table;
        }
        {
            Table table = tableOf(4);
            table.rows.emplace_back();
            table.rows.back().cells = {
                cell(u"短い"_s), cell(u"長い文章を入れる。"_s.repeated(560)), cell(u"短い"_s), cell({})};
            QTest::newRow("a cell of 5,000 characters") << table;
        }
        {
            Table table = tableOf(3);
            table.rows.emplace_back();
            table.rows.back().cells = {cell(u"https://example.invalid/"_s + u"abcdefgh"_s.repeated(200)),
                cell(u"W"_s.repeated(999)), cell(u"あ"_s)};
            QTest::newRow("words without blanks") << table;
        }
        {
            Table table = tableOf(2);
            table.rows.emplace_back();
            table.rows.back().cells = {
                cell(u"𠮷葛\U000E0100①㈱髙か\u3099"_s.repeated(90)), cell(u"、。」）ー々"_s.repeated(100))};
            QTest::newRow("rare characters and what may not begin a line") << table;
        }
        {
            Table table = tableOf(3);
            for (int r = 0; r < 60; ++r) {
                table.rows.emplace_back();
                if (r % 20 == 0) {
                    TableCell merged = cell(u"方針%1の名前"_s.arg(r / 20), 20);
                    merged.continuation = u"方針%1の名前"_s.arg(r / 20);
                    table.rows.back().cells.push_back(merged);
                    table.rows.back().cells.push_back(cell(u"説明の文。"_s.repeated(r == 20 ? 900 : 5), 20));
                }
                table.rows.back().cells.push_back(cell(u"項目%1"_s.arg(r) + u"の文章。"_s.repeated(r % 7 * 9)));
            }
            QTest::newRow("merged over pages, one taller than its rows") << table;
        }
        {
            Table table = tableOf(3);
            table.rows.emplace_back();
            table.rows.back().cells = {cell(u"広い"_s, 2, 2), cell(u"右上"_s)};
            table.rows.emplace_back();
            table.rows.back().cells = {cell(u"右下"_s)};
            table.rows.emplace_back();
            table.rows.back().cells = {cell(u"終わりを越える"_s, 9), cell(u"横に越える"_s, 1, 9)};
            QTest::newRow("spans both ways and beyond the end") << table;
        }
        {
            Table table = tableOf(1);
            TableCell list;
            for (int i = 0; i < 200; ++i)
                list.paragraphs.push_back({u"・"_s, u"課題%1である。\n改行の後。"_s.arg(i), Emphasis::Normal});
            list.paragraphs.push_back({u"とても長い記号"_s.repeated(30), u"その文"_s, Emphasis::Note});
            table.rows.emplace_back();
            table.rows.back().cells = {list};
            QTest::newRow("a list over pages") << table;
        }
    }
    void awkwardTables()
    {
        QFETCH(Table, table);
        for (const PaperSize paper : {PaperSize::A3Landscape, PaperSize::A4Landscape, PaperSize::A4Portrait}) {
            const auto pages = lay(table, paper);
            QVERIFY(pages);
            const QString fault = faultOf(pages.value());
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
            QStringList found = bodyTexts(pages.value());
            QStringList expected = textsOf(table);
            // Cells that a row lacks are there, and empty.
            found.removeAll(QString());
            expected.removeAll(QString());
            QCOMPARE(found, expected);
        }
    }

    void randomTables_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomTables()
    {
        QFETCH(uint, seed);
        std::mt19937 random(seed);
        const auto upTo = [&](int most) { return int(random() % uint(most + 1)); };
        const int columns = 1 + upTo(7);
        Table table = tableOf(columns);
        std::vector<int> covered(std::size_t(columns), 0);
        for (int r = 0, rows = upTo(40); r < rows; ++r) {
            TableRow row;
            for (int c = 0; c < columns; ++c) {
                if (covered[std::size_t(c)] > 0)
                    continue;
                const int span = upTo(5) == 0 ? 1 + upTo(9) : 1;
                TableCell one = cell(u"文"_s.repeated(upTo(10) == 0 ? upTo(4000) : upTo(80)), span);
                one.continuation = upTo(1) == 0 ? u"名"_s : QString();
                covered[std::size_t(c)] = span;
                row.cells.push_back(one);
            }
            for (int &left : covered)
                --left;
            table.rows.push_back(row);
        }
        const auto pages = lay(table, upTo(1) == 0 ? PaperSize::A3Landscape : PaperSize::A4Portrait);
        QVERIFY(pages);
        const QString fault = faultOf(pages.value());
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QCOMPARE(bodyTexts(pages.value()), textsOf(table));
    }

    void mergedCellIsNamedAgainWhereItContinues()
    {
        Table table = tableOf(2);
        for (int r = 0; r < 80; ++r) {
            table.rows.emplace_back();
            if (r == 0) {
                TableCell merged = cell(u"第一の方針"_s, 80);
                merged.continuation = u"第一の方針"_s;
                table.rows.back().cells.push_back(merged);
            }
            table.rows.back().cells.push_back(cell(u"項目%1"_s.arg(r)));
        }
        const auto pages = lay(table);
        QVERIFY(pages);
        QVERIFY(pages.value().pages.size() >= 2);
        QVERIFY(!hasLine(pages.value().pages[0], kContinued));
        for (std::size_t p = 1; p < pages.value().pages.size(); ++p) {
            const Page &page = pages.value().pages[p];
            const auto named = std::find_if(page.lines.begin(), page.lines.end(),
                [](const TextLine &line) { return line.text.contains(u"第一の方針"_s); });
            QVERIFY(named != page.lines.end());
            QVERIFY(hasLine(page, kContinued));
            QCOMPARE(named->element, kArtifact); // so that it is not read out twice
        }
    }

    void rowStaysWholeWhereItFits()
    {
        Table table = tableOf(2);
        for (int r = 0; r < 40; ++r) {
            table.rows.emplace_back();
            table.rows.back().cells = {cell(u"行%1"_s.arg(r)), cell(u"一行に収まらない文章を書く。"_s.repeated(40))};
        }
        const auto pages = lay(table);
        QVERIFY(pages);
        QVERIFY(pages.value().pages.size() > 1);
        for (const Page &page : pages.value().pages) {
            for (const CellBox &box : page.cells)
                QVERIFY(!box.continued);
        }
    }

    void rowTallerThanThePageIsDividedBetweenLines()
    {
        Table table = tableOf(2);
        table.rows.emplace_back();
        TableCell code = cell(u"1-1"_s);
        code.continuation = u"1-1"_s;
        table.rows.back().cells = {code, cell(u"とても長い説明である。"_s.repeated(1500))};
        const auto pages = lay(table);
        QVERIFY(pages);
        QVERIFY(pages.value().pages.size() >= 3);
        QVERIFY(faultOf(pages.value()).isEmpty());
        QVERIFY(hasLine(pages.value().pages[1], u"1-1"_s + kContinued));
        // No page but the last leaves room for more than a few lines.
        for (std::size_t p = 0; p + 1 < pages.value().pages.size(); ++p) {
            double lowest = 0;
            for (const CellBox &box : pages.value().pages[p].cells)
                lowest = std::max(lowest, box.area.bottom());
            QVERIFY(lowest > pages.value().size.height() * 0.9);
        }
    }

    void markHangsAndTextIsAlignedBesideIt()
    {
        Table table = tableOf(1);
        table.columns[0] = {40, 40};
        TableCell list;
        list.paragraphs.push_back(
            {u"・"_s, u"行がいくつにもなる長さの文章をここに書いておく。"_s.repeated(3), Emphasis::Normal});
        table.rows.emplace_back();
        table.rows.back().cells = {list};
        const auto pages = lay(table);
        QVERIFY(pages);
        double markLeft = -1;
        QList<double> textLefts;
        for (const TextLine &line : pages.value().pages[0].lines) {
            if (line.element < 0)
                continue;
            const QByteArray role = pages.value().elements[std::size_t(line.element)].role;
            if (role == "Lbl")
                markLeft = line.baseline.x();
            else if (role == "LBody")
                textLefts += line.baseline.x();
        }
        QVERIFY(markLeft > 0);
        QVERIFY(textLefts.size() > 3);
        for (double left : textLefts) {
            QCOMPARE(left, textLefts.front());
            QVERIFY(left >= markLeft + 200); // one em of 10.5 pt is 210
        }
    }

    void numbersStandByTheirDecimalSigns()
    {
        Table table = tableOf(2);
        table.columns[0] = table.columns[1] = {20, 20};
        const QStringList numbers{u"12.5"_s, u"△3"_s, u"234.25"_s, u"－"_s};
        const QStringList others{u"1234567"_s, u"7.23456"_s, u"8"_s, u"9"_s};
        for (int i = 0; i < 4; ++i) {
            table.rows.emplace_back();
            table.rows.back().cells = {cell(numbers[i]), cell(others[i])};
            for (TableCell &one : table.rows.back().cells)
                one.alignment = Alignment::Decimal;
        }
        const auto pages = lay(table);
        QVERIFY(pages);
        QMap<QString, double> signs; // where the whole number ends
        QMap<QString, double> ends;
        for (const TextLine &line : pages.value().pages[0].lines) {
            ends[line.text] = line.baseline.x() + line.width;
            if (!numbers.contains(line.text))
                continue;
            const QString fraction = line.text.contains(u'.') ? line.text.sliced(line.text.indexOf(u'.')) : QString();
            const TextStyle &style = pages.value().styles[std::size_t(line.style)];
            signs[line.text] = ends[line.text] - QFontMetricsF(fontOf(style)).horizontalAdvance(fraction);
        }
        QCOMPARE(signs.size(), numbers.size());
        for (const double sign : signs)
            QVERIFY(qAbs(sign - signs.first()) < 1);
        // Where there is no room for that, all end at the right.
        QVERIFY(qAbs(ends[u"1234567"_s] - ends[u"7.23456"_s]) < 1);
    }

    void lineDoesNotBeginWithWhatMayNot()
    {
        Table table = tableOf(1);
        table.columns[0] = {31, 31};
        table.rows.emplace_back();
        table.rows.back().cells = {cell(u"財政、市民。「方針」を、（案）で。ティーとッ、"_s.repeated(30))};
        const auto pages = lay(table);
        QVERIFY(pages);
        for (const Page &page : pages.value().pages) {
            for (const TextLine &line : page.lines) {
                if (line.element >= 0)
                    QVERIFY2(!u"、。」）ーィッ"_s.contains(line.text.front()), qPrintable(line.text));
            }
        }
    }

    void headingTooTallIsNotRepeated()
    {
        Table table = tableOf(2);
        table.headingRows[0].cells[1] = cell(u"長すぎる見出し。"_s.repeated(1200));
        for (int r = 0; r < 50; ++r) {
            table.rows.emplace_back();
            table.rows.back().cells = {cell(u"行%1"_s.arg(r)), cell(u"文"_s)};
        }
        const auto pages = lay(table, PaperSize::A4Landscape);
        QVERIFY(pages);
        const QString fault = faultOf(pages.value(), false);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QCOMPARE(bodyTexts(pages.value()), textsOf(table));
    }

    void tooManyCellsAreRefused()
    {
        Table table = tableOf(2);
        table.rows.resize(2);
        table.rows[0].cells = {cell(u"二行"_s, 2), cell(u"乙"_s)};
        table.rows[1].cells = {cell(u"丙"_s), cell(u"丁"_s)};
        const auto pages = lay(table);
        QVERIFY(!pages);
        QCOMPARE(pages.error().code, Error::Code::InvalidInput);
        QCOMPARE(pages.error().subject, u"2"_s);
    }

    void tenThousandRows()
    {
        Table table = tableOf(8);
        for (int r = 0; r < 10000; ++r) {
            table.rows.emplace_back();
            for (int c = 0; c < 8; ++c)
                table.rows.back().cells.push_back(cell(u"行%1列%2の文"_s.arg(r).arg(c)));
        }
        const auto pages = lay(table);
        QVERIFY(pages);
        QCOMPARE(bodyTexts(pages.value()), textsOf(table));
        QCOMPARE(pages.value().bookmarks.size(), 0u);
    }

    void contentOverPagesIsOneElementInThePdf()
    {
        Table table = tableOf(2);
        table.rows.emplace_back();
        TableCell name = cell(u"名前"_s);
        name.bookmarks.push_back({1, u"しおり"_s});
        table.rows.back().cells = {name, cell(u"長い説明。"_s.repeated(2500))};
        const auto pages = lay(table);
        QVERIFY(pages);
        QVERIFY(pages.value().pages.size() > 1);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"long.pdf"_s);
        PdfMetadata metadata;
        metadata.title = u"題"_s;
        metadata.date = "2026-11-22T09:00:00+09:00";
        QVERIFY(writePdf(pages.value(), metadata, path));
        QCOMPARE(pdftools::run(u"qpdf"_s, {u"--check"_s, path}).exitCode, 0);
        const QString tree = pdftools::run(u"pdfinfo"_s, {u"-struct"_s, path}).text;
        QCOMPARE(tree.count(u"TR"_s), 2);
        QCOMPARE(tree.count(u"TD"_s), 2);
    }
};

QTEST_MAIN(tst_TableLayout)
#include "tst_tablelayout.moc"
