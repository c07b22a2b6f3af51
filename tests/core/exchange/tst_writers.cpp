// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cellsource.h"
#include "core/exchange/delimitedwriter.h"
#include "core/exchange/tablefile.h"
#include "core/exchange/workbookwriter.h"
#include "core/exchange/ziparchive.h"
#include "tests/core/exchange/drafttext.h"
#include <QBuffer>
#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mezasu::exchange;

namespace {

Sheet sheetOf(const QList<QStringList> &rows)
{
    Sheet sheet;
    sheet.name = u"計画"_s;
    for (const QStringList &texts : rows) {
        QList<SheetCell> row;
        for (const QString &text : texts)
            row.append({text});
        sheet.rows.append(row);
    }
    return sheet;
}

QByteArray delimited(const Sheet &sheet, const DelimitedOptions &options, WriteResult *result = nullptr)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const WriteResult done = writeDelimited(sheet, options, &buffer);
    if (result)
        *result = done;
    return buffer.data();
}

QByteArray workbook(const QList<Sheet> &sheets, WriteResult *result = nullptr)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const WriteResult done = writeWorkbook(sheets, {}, &buffer);
    if (result)
        *result = done;
    return buffer.data();
}

QList<QStringList> readBack(const QByteArray &bytes)
{
    MessageList messages;
    const auto file = readTableFile(bytes, u"t"_s, {}, messages);
    QList<QStringList> rows;
    if (!file)
        return rows;
    for (const GridRow &row : file->sheets.constFirst().rows) {
        QStringList texts;
        for (const Cell &cell : row.cells)
            texts += cell.text;
        rows += texts;
    }
    return rows;
}

QByteArray partOf(const QByteArray &book, const QString &name)
{
    ZipArchive archive(book, Limits());
    const auto part = archive.open(name);
    return part ? part->readAll() : QByteArray();
}

class FullDevice : public QIODevice
{
public:
    FullDevice() { open(QIODevice::WriteOnly); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

} // namespace

class TestWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvBytes();
    void tsvKeepsQuotesInside();
    void cp932ListsPlaces();
    void randomCellsReadBack_data();
    void randomCellsReadBack();
    void guardedCellsAreCounted();
    void mergedCellsBlankOrFilled();
    void workbookIsTheSameEveryTime();
    void workbookPageSetUp();
    void workbookKeepsText();
    void workbookTooLongCell();
    void workbookHiddenSheet();
    void fullDeviceIsSaid();
};

void TestWriters::csvBytes()
{
    const Sheet sheet = sheetOf({{u"番号"_s, u"a,b"_s}, {u"1-1"_s, u"\"x\"\ny"_s}});
    QCOMPARE(delimited(sheet, DelimitedOptions::csv()),
        "\xef\xbb\xbf" + u"番号,\"a,b\"\r\n1-1,\"\"\"x\"\"\ny\"\r\n"_s.toUtf8());
    QCOMPARE(delimited(sheet, DelimitedOptions::tsv()), u"番号\ta,b\n1-1\t\"\"\"x\"\"\ny\"\n"_s.toUtf8());
    // Without quotes it would be taken for a mark of the encoding.
    QCOMPARE(delimited(sheetOf({{u"\ufeff番号"_s, u"\ufeffa"_s}}), DelimitedOptions::tsv()),
        u"\"\ufeff番号\"\t\ufeffa\n"_s.toUtf8());
}

void TestWriters::tsvKeepsQuotesInside()
{
    const QString cell = u"<ul style=\"list-style-type: none\"> <li>・一</li> </ul>"_s;
    QCOMPARE(delimited(sheetOf({{cell}}), DelimitedOptions::tsv()), cell.toUtf8() + '\n');
}

void TestWriters::cp932ListsPlaces()
{
    WriteResult result;
    const QByteArray bytes =
        delimited(sheetOf({{u"①㈱"_s, u"〜"_s}, {u"a"_s, u"𠮷é葛󠄀"_s}}), DelimitedOptions::csvCp932(), &result);
    QVERIFY(result.ok);
    QCOMPARE(messageText(result.messages), u"encoded_alike@1:B not_encodable@2:B"_s);
    QCOMPARE(result.messages.all().constFirst().args.constFirst(), u"〜→～"_s);
    QCOMPARE(result.messages.all().constLast().args.constFirst(), u"𠮷 é U+E0100"_s);
    QCOMPARE(readBack(bytes), (QList<QStringList>{{u"①㈱"_s, u"～"_s}, {u"a"_s, u"〓〓葛"_s}}));
}

void TestWriters::randomCellsReadBack_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("CSV") << u"csv"_s;
    QTest::newRow("TSV") << u"tsv"_s;
    QTest::newRow("workbook") << u"xlsx"_s;
}

void TestWriters::randomCellsReadBack()
{
    QFETCH(QString, format);
    const QStringList parts = {u"\""_s, u","_s, u"\t"_s, u"\n"_s, u"'"_s, u"="_s, u"-"_s, u"@"_s, u"語"_s, u" "_s,
        u"<p>"_s, u"&amp;"_s, u"𠮷"_s, u"_x000D_"_s, u"_x0041_"_s, u"葛󠄀"_s, u"か\u3099"_s, u"1月1日"_s, u"　"_s,
        u"\u0001"_s, u"_x"_s};
    QRandomGenerator random(3);
    QList<QStringList> rows;
    for (int i = 0; i < 400; ++i) {
        QStringList row;
        for (int k = 0; k < 5; ++k) {
            QString text;
            for (quint32 n = random.bounded(5u); n > 0; --n)
                text += parts.at(qsizetype(random.bounded(quint32(parts.size()))));
            if (format != u"xlsx")
                text.remove(QChar(1)); // text files with control characters are refused
            row += text;
        }
        row += u"end"_s;
        rows += row;
    }
    const Sheet sheet = sheetOf(rows);
    const QByteArray bytes = format == u"csv" ? delimited(sheet, DelimitedOptions::csv())
        : format == u"tsv"                    ? delimited(sheet, DelimitedOptions::tsv())
                                              : workbook({sheet});
    const QList<QStringList> again = readBack(bytes);
    QCOMPARE(again.size(), rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        QCOMPARE(again.at(i), rows.at(i));
}

void TestWriters::guardedCellsAreCounted()
{
    const Sheet sheet = sheetOf({{u"=1+1"_s, u"'=1"_s, u"-"_s, u"a"_s}});
    WriteResult csv;
    QVERIFY(delimited(sheet, DelimitedOptions::csv(), &csv).contains("'=1+1,''=1,'-,a"));
    QCOMPARE(csv.guarded, 3);
    QCOMPARE(messageText(csv.messages), u"formula_guarded@0:"_s);
    WriteResult book;
    const QByteArray bytes = workbook({sheet}, &book);
    QCOMPARE(book.guarded, 1);
    QVERIFY(!partOf(bytes, u"xl/worksheets/sheet1.xml"_s).contains("<f>"));
    QCOMPARE(readBack(bytes).constFirst(), (QStringList{u"=1+1"_s, u"'=1"_s, u"-"_s, u"a"_s}));
}

void TestWriters::mergedCellsBlankOrFilled()
{
    Sheet sheet = sheetOf({{u"方針"_s, u"項目"_s}, {u"甲"_s, u"一"_s}, {QString(), u"二"_s}});
    sheet.rows[1][0].rowSpan = 2;
    QCOMPARE(delimited(sheet, DelimitedOptions::tsv()), u"方針\t項目\n甲\t一\n\t二\n"_s.toUtf8());
    DelimitedOptions filled = DelimitedOptions::tsv();
    filled.fillMerged = true;
    QCOMPARE(delimited(sheet, filled), u"方針\t項目\n甲\t一\n甲\t二\n"_s.toUtf8());
    MessageList messages;
    const auto file = readTableFile(workbook({sheet}), u"t.xlsx"_s, {}, messages);
    QVERIFY(file);
    const Grid &grid = file->sheets.constFirst();
    QCOMPARE(grid.rows.at(1).at(0).rowSpan, 2);
    QVERIFY(grid.rows.at(2).at(0).flags.testFlag(CellFlag::Covered));
    QCOMPARE(grid.rows.at(2).at(1).text, u"二"_s);
}

void TestWriters::workbookIsTheSameEveryTime()
{
    const Sheet sheet = sheetOf({{u"番号"_s}, {u"1-1"_s}});
    const QByteArray first = workbook({sheet});
    QCOMPARE(workbook({sheet}), first);
    const QByteArray core = partOf(first, u"docProps/core.xml"_s);
    QVERIFY2(core.contains("2000-01-01T00:00:00Z"), core.constData());
}

void TestWriters::workbookPageSetUp()
{
    const QByteArray xml =
        partOf(workbook({sheetOf({{u"番号"_s}, {u"長い文章です。"_s.repeated(60)}})}), u"xl/worksheets/sheet1.xml"_s);
    QVERIFY(xml.contains("paperSize=\"8\""));
    QVERIFY(xml.contains("orientation=\"landscape\""));
    QVERIFY(xml.contains("fitToHeight=\"0\""));
    QVERIFY(xml.contains("customHeight=\"1\""));
    const QByteArray book = partOf(workbook({sheetOf({{u"番号"_s}})}), u"xl/workbook.xml"_s);
    QVERIFY(book.contains("_xlnm.Print_Titles"));
}

void TestWriters::workbookKeepsText()
{
    // 1-1 is text in the file and in its format, so that no spreadsheet makes a day of it.
    const QByteArray bytes = workbook({sheetOf({{u"番号"_s}, {u"1-1"_s}})});
    QVERIFY(partOf(bytes, u"xl/worksheets/sheet1.xml"_s).contains("t=\"s\""));
    QVERIFY(partOf(bytes, u"xl/styles.xml"_s).contains("numFmtId=\"49\""));
    QVERIFY(partOf(bytes, u"xl/sharedStrings.xml"_s).contains("<t>1-1</t>"));
}

void TestWriters::workbookTooLongCell()
{
    WriteResult result;
    const QByteArray bytes =
        workbook({sheetOf({{u"a"_s, u"b"_s}, {u"長"_s.repeated(32'768), u"長"_s.repeated(32'767)}})}, &result);
    QVERIFY(result.ok);
    QCOMPARE(messageText(result.messages), u"cell_too_long@2:A"_s);
    QCOMPARE(readBack(bytes).at(1).at(0), QString());
    QCOMPARE(readBack(bytes).at(1).at(1).size(), 32'767);
}

void TestWriters::workbookHiddenSheet()
{
    Sheet ids = sheetOf({{u"id"_s}, {u"x"_s}});
    ids.name = u"記録[1]*とても長い名前のシートですので三十一文字までに切られます"_s;
    ids.hidden = true;
    MessageList messages;
    const auto file =
        readTableFile(workbook({sheetOf({{u"a"_s}}), ids, sheetOf({{u"b"_s}})}), u"t.xlsx"_s, {}, messages);
    QVERIFY(file);
    QCOMPARE(file->sheets.size(), 3);
    QVERIFY(file->sheets.at(1).hidden);
    QVERIFY(!file->sheets.at(0).hidden);
    QCOMPARE(file->sheets.at(2).sheet, u"計画 3"_s); // 計画 stands already
    QCOMPARE(file->sheets.at(1).sheet.size(), 31);
    QCOMPARE(file->sheets.at(2).rows.constFirst().at(0).text, u"b"_s);
}

void TestWriters::fullDeviceIsSaid()
{
    FullDevice device;
    const WriteResult text = writeDelimited(sheetOf({{u"a"_s}}), DelimitedOptions::csv(), &device);
    QVERIFY(!text.ok);
    QCOMPARE(messageText(text.messages), u"cannot_write@0:"_s);
    const WriteResult book = writeWorkbook({sheetOf({{u"a"_s}})}, {}, &device);
    QVERIFY(!book.ok);
    QVERIFY(book.messages.hasRefusal());
}

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
