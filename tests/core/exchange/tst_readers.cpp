// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/codekey.h"
#include "core/exchange/delimited.h"
#include "core/exchange/encoding.h"
#include "core/exchange/formulaguard.h"
#include "core/exchange/messagetext.h"
#include "core/exchange/numberformat.h"
#include "core/exchange/tablefile.h"
#include "tests/core/exchange/testworkbook.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mezasu::exchange;

namespace {

QString show(const Grid &grid)
{
    QStringList lines;
    for (const GridRow &row : grid.rows) {
        QStringList cells;
        for (const Cell &cell : row.cells)
            cells += cell.text;
        lines += QString::number(row.number) + u':' + cells.join(u'|');
    }
    return lines.join(u'/');
}

QString codes(const MessageList &messages)
{
    QStringList names;
    const QList<Message> all = messages.all();
    for (const Message &message : all)
        names += codeName(message.code);
    return names.join(u' ');
}

} // namespace

class TestReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotes_data();
    void quotes();
    void separators_data();
    void separators();
    void manyUnclosedQuotesAreLinear();
    void encodings_data();
    void encodings();
    void whatIsNoTextIsRefused_data();
    void whatIsNoTextIsRefused();
    void encodingByOverride();
    void cp932ListsWhatItCannotHold();
    void cp932IsExactForItsWholeTable();
    void formulaGuardIsExactlyReversible();
    void codeKeys_data();
    void codeKeys();
    void codesFromDates_data();
    void codesFromDates();
    void numberFormats_data();
    void numberFormats();
    void dates();
    void workbookTexts();
    void workbookNumbersDatesAndFormulas();
    void workbookMergedCells();
    void workbooksThatAreRefused_data();
    void workbooksThatAreRefused();
    void zipBombIsRefused();
    void clipboardTable();
    void everyMessageHasSentences();
    void manyMessagesAreCounted();
};

void TestReaders::quotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("quoted cell") << u"\"a\tb\"\tc"_s << u"1:a\tb|c"_s;
    QTest::newRow("line end within quotes") << u"\"a\r\nb\"\tc\r\nd"_s << u"1:a\nb|c/2:d"_s;
    QTest::newRow("doubled quotes") << u"\"a \"\"b\"\" c\"\td"_s << u"1:a \"b\" c|d"_s;
    QTest::newRow("quotes within a cell are text") << u"<ul style=\"x\"> <li>\td"_s << u"1:<ul style=\"x\"> <li>|d"_s;
    QTest::newRow("closing quote not before a separator") << u"\"a\" b\tc"_s << u"1:\"a\" b|c"_s;
    QTest::newRow("never closed") << u"\"a\tb\nc\td"_s << u"1:\"a|b/2:c|d"_s;
    QTest::newRow("empty quoted cell") << u"\"\"\tb"_s << u"1:|b"_s;
    QTest::newRow("quoted cell at the end of the file") << u"a\t\"b\""_s << u"1:a|b"_s;
    QTest::newRow("a space before the quote") << u" \"a\"\tb"_s << u"1: \"a\"|b"_s;
    QTest::newRow("empty lines keep the row numbers") << u"\n\na\tb\n\nc\td"_s << u"3:a|b/5:c|d"_s;
    QTest::newRow("CR alone ends a line") << u"a\tb\rc\td\r"_s << u"1:a|b/2:c|d"_s;
    QTest::newRow("last line ends with a separator") << u"a\tb\nc\t"_s << u"1:a|b/2:c"_s;
}

void TestReaders::quotes()
{
    QFETCH(QString, text);
    MessageList messages;
    const auto grid = parseDelimited(text, u'\t', Limits(), messages);
    QVERIFY(grid);
    QTEST(show(*grid), "expected");
}

void TestReaders::separators_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("separator");
    QTest::newRow("tabs") << u"a\tb\nc,d\te"_s << u"\t"_s;
    QTest::newRow("commas") << u"a,b,c\nd,e,f"_s << u","_s;
    QTest::newRow("a tab in a quoted cell") << u"a,b\n\"c\td\",e\nf,g"_s << u","_s;
    QTest::newRow("tabs in one cell of many") << u"a,b,c\nd,e,f\ng,h\ti,j\nk,l,m"_s << u","_s;
    QTest::newRow("commas in a TSV") << u"a\tb\n1,5\t2,5\n1\t2"_s << u"\t"_s;
    QTest::newRow("semicolons") << u"a;b\nc;d"_s << u";"_s;
    QTest::newRow("one column") << u"a\nb"_s << u"\t"_s;
}

void TestReaders::separators()
{
    QFETCH(QString, text);
    QFETCH(QString, separator);
    QCOMPARE(QString(detectSeparator(text)), separator);
}

void TestReaders::manyUnclosedQuotesAreLinear()
{
    // 300,000 cells that begin with a quote; a reader that searched to the end for each would take hours.
    QString text;
    for (int i = 0; i < 100'000; ++i)
        text += u"\"a\t\"\"b\t\"c d\n"_s;
    MessageList messages;
    const auto grid = parseDelimited(text, u'\t', Limits(), messages);
    QVERIFY(grid);
    QCOMPARE(grid->rows.size(), 100'000);
    QCOMPARE(grid->rows.constLast().at(1).text, u"\"\"b"_s);
}

void TestReaders::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    const QString text = u"指標\t①㈱髙﨑～"_s;
    QTest::newRow("utf-8") << text.toUtf8() << text << u"utf-8"_s;
    QTest::newRow("utf-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8() << text << u"utf-8"_s;
    QByteArray little("\xff\xfe", 2);
    QByteArray big("\xfe\xff", 2);
    const QString wide = text + u"𠮷"_s;
    for (const QChar c : wide) {
        little += char(c.cell());
        little += char(c.row());
        big += char(c.row());
        big += char(c.cell());
    }
    QTest::newRow("utf-8 with three marks")
        << "\xef\xbb\xbf\xef\xbb\xbf\xef\xbb\xbf" + text.toUtf8() << text << u"utf-8"_s;
    QTest::newRow("utf-16 with two marks") << little.first(2) + little << wide << u"utf-16le"_s;
    QTest::newRow("utf-16 little endian") << little << wide << u"utf-16le"_s;
    QTest::newRow("utf-16 big endian") << big << wide << u"utf-16be"_s;
    QTest::newRow("cp932") << QByteArray("\x8e\x77\x95\x57\t\x87\x40\x87\x8a\xfb\xfc\xfa\xb1\x81\x60") << text
                           << u"cp932"_s;
    QTest::newRow("half-width katakana") << QByteArray("\xb1\xb2\xb3") << u"ｱｲｳ"_s << u"cp932"_s;
    QTest::newRow("NEC's selection of IBM characters")
        << QByteArray("\xee\xe0\xed\x95,\x93\x63") << u"髙﨑,田"_s << u"cp932"_s;
    QTest::newRow("IVS and beyond the basic plane") << u"葛󠄀𠮷"_s.toUtf8() << u"葛󠄀𠮷"_s << u"utf-8"_s;
}

void TestReaders::encodings()
{
    QFETCH(QByteArray, bytes);
    MessageList messages;
    const auto decoded = decodeText(bytes, {}, messages);
    QVERIFY2(decoded, qPrintable(codes(messages)));
    if (QByteArray(QTest::currentDataTag()) == "NEC's selection of IBM characters") {
        QCOMPARE(decoded->text.size(), 4);
        QCOMPARE(encodingName(decoded->encoding), u"cp932"_s);
        return;
    }
    QTEST(decoded->text, "text");
    QTEST(encodingName(decoded->encoding), "encoding");
}

void TestReaders::whatIsNoTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("row");
    QByteArray noise;
    for (int i = 0; i < 3000; ++i)
        noise += char((i * 7919 + i / 3) % 251);
    QTest::newRow("empty") << QByteArray() << u"empty_file"_s << 0;
    QTest::newRow("a mark alone") << QByteArray("\xef\xbb\xbf") << u"empty_file"_s << 0;
    QTest::newRow("blank lines alone") << QByteArray("\n\n \t \n") << u"empty_file"_s << 0;
    QTest::newRow("NUL") << QByteArray("a\tb\nc\0d\te\n", 10) << u"nul_character"_s << 2;
    QTest::newRow("binary") << noise << u"binary_file"_s << 0;
    QTest::newRow("neither UTF-8 nor CP932") << QByteArray("abc\n\x81") << u"not_decodable"_s << 2;
    QTest::newRow("half a character in UTF-16") << QByteArray("\xff\xfe\x42\xd8\x41\x00", 6) << u"not_decodable"_s << 1;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"pdf_file"_s << 0;
    QTest::newRow("SQLite") << QByteArray("SQLite format 3\0", 16) << u"database_file"_s << 0;
    QTest::newRow("JSON") << QByteArray("{\"format\": 1}") << u"json_file"_s << 0;
    QTest::newRow("old workbook") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0k\0b\0o\0o\0k\0", 25)
                                  << u"old_workbook"_s << 0;
    QByteArray ole("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    for (const char c : QByteArray("EncryptedPackage"))
        ole += QByteArray(1, c) + QByteArray(1, '\0');
    QTest::newRow("workbook with a password") << ole << u"encrypted_workbook"_s << 0;
    QTest::newRow("HTML without a table") << QByteArray("<html><body>a</body></html>") << u"no_table_in_html"_s << 0;
}

void TestReaders::whatIsNoTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(int, row);
    MessageList messages;
    QVERIFY(!readTableFile(bytes, u"table.tsv"_s, {}, messages));
    QVERIFY(messages.hasRefusal());
    const Message last = messages.all().constLast();
    QCOMPARE(codeName(last.code), code);
    QCOMPARE(last.row, row);
    QCOMPARE(last.file, u"table.tsv"_s);
}

void TestReaders::encodingByOverride()
{
    MessageList messages;
    // Valid UTF-8 that somebody knows to be CP932.
    const QByteArray bytes("\xc2\xa5");
    QCOMPARE(decodeText(bytes, {}, messages)->text, u"¥"_s);
    QCOMPARE(decodeText(bytes, u"Shift_JIS"_s, messages)->text, u"ﾂ･"_s);
    QVERIFY(!decodeText(QByteArray("\x8e\x77"), u"UTF-8"_s, messages));
    QVERIFY(!decodeText(bytes, u"klingon"_s, messages));
    QCOMPARE(codes(messages), u"not_decodable unknown_encoding"_s);
    MessageList utf16;
    QCOMPARE(decodeText(QByteArray("a\0b\0", 4), u"utf-16le"_s, utf16)->text, u"ab"_s);
}

void TestReaders::cp932ListsWhatItCannotHold()
{
    const Cp932Result result = encodeCp932(u"〜−‖—①㈱髙﨑ｱ𠮷é𠮷葛󠄀"_s);
    QCOMPARE(result.alike, (QStringList{u"〜→～"_s, u"−→－"_s, u"‖→∥"_s, u"—→―"_s}));
    QVERIFY(encodeCp932(u"～－∥―①"_s).alike.isEmpty());
    MessageList messages;
    QCOMPARE(decodeText(result.bytes, u"cp932"_s, messages)->text, u"～－∥―①㈱髙﨑ｱ〓〓〓葛"_s);
    QCOMPARE(result.notEncodable, (QStringList{u"𠮷"_s, u"é"_s, QString::fromUcs4(U"\U000E0100", 1)}));
}

void TestReaders::cp932IsExactForItsWholeTable()
{
    // Every double byte code decodes; encoding gives the code back, or the one that Windows prefers for the character.
    int decodedCount = 0;
    int same = 0;
    for (int lead = 0x81; lead <= 0xfc; ++lead) {
        for (int trail = 0x40; trail <= 0xfc; ++trail) {
            QByteArray code;
            code += char(lead);
            code += char(trail);
            MessageList messages;
            const auto decoded = decodeText(code, u"cp932"_s, messages);
            if (!decoded || decoded->text.size() != 1)
                continue;
            ++decodedCount;
            const Cp932Result encoded = encodeCp932(decoded->text);
            QVERIFY(encoded.notEncodable.isEmpty());
            same += encoded.bytes == code ? 1 : 0;
            QCOMPARE(decodeText(encoded.bytes, u"cp932"_s, messages)->text, decoded->text);
        }
    }
    QCOMPARE(decodedCount, 7724 + 1880); // what Windows-31J defines, and the users' own characters
    QCOMPARE(decodedCount - same, 398);  // 374 of NEC's selection and 24 double ones
    // Twice-coded characters: JIS first, then NEC's row 13, then IBM's extension.
    QCOMPARE(QString::fromLatin1(encodeCp932(u"￢∵Ⅰ㈱ⅰ"_s).bytes.toHex()), u"81ca81e68754878afa40"_s);
}

void TestReaders::formulaGuardIsExactlyReversible()
{
    const QStringList parts = {u"'"_s, u"="_s, u"+"_s, u"-"_s, u"@"_s, u"\t"_s, u"\r"_s, u"a"_s, u" "_s, QString()};
    for (const QString &a : parts) {
        for (const QString &b : parts) {
            for (const QString &c : parts) {
                const QString text = a + b + c;
                QCOMPARE(unguarded(guarded(text)), text);
                QCOMPARE(unguarded(guardedForWorkbook(text)), text);
            }
        }
    }
    QCOMPARE(guarded(u"=1+1"_s), u"'=1+1"_s);
    QCOMPARE(guarded(u"'=1+1"_s), u"''=1+1"_s);
    QCOMPARE(guarded(u"1-1"_s), u"1-1"_s);
    QCOMPARE(guarded(u"'a"_s), u"'a"_s);
    QCOMPARE(guardedForWorkbook(u"=1+1"_s), u"=1+1"_s);
}

void TestReaders::codeKeys_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("key");
    QTest::newRow("as typed") << u"1-1"_s << u"1-1"_s;
    QTest::newRow("full width") << u"１－１０"_s << u"1-10"_s;
    const QString hyphens = u"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u30fc\uff70\u2500"_s;
    for (const QChar c : hyphens)
        QTest::addRow("U+%04X", uint(c.unicode())) << u"2"_s + c + u'3' << u"2-3"_s;
    QTest::newRow("spaces") << u" 1 - 2　"_s << u"1-2"_s;
}

void TestReaders::codeKeys()
{
    QFETCH(QString, code);
    QTEST(codeKey(code), "key");
    QVERIFY(looksLikeCode(code));
    QVERIFY(!looksLikeCode(u"情報の双方向性"_s));
}

void TestReaders::codesFromDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("Japanese") << u"1月1日"_s << u"1-1"_s;
    QTest::newRow("full width") << u"１月１２日"_s << u"1-12"_s;
    QTest::newRow("slashes") << u"2022/1/2"_s << u"1-2"_s;
    QTest::newRow("ISO") << u"2022-03-04"_s << u"3-4"_s;
    QTest::newRow("ISO with midnight") << u"2022-03-04 00:00:00"_s << u"3-4"_s;
    QTest::newRow("with the year") << u"2022年1月3日"_s << u"1-3"_s;
    QTest::newRow("English") << u"Jan-01"_s << u"1-1"_s;
    QTest::newRow("English, a year") << u"Jan-32"_s << u"1-32"_s;
    QTest::newRow("English, day first") << u"2-Jan"_s << u"1-2"_s;
    QTest::newRow("a code") << u"1-1"_s << QString();
    QTest::newRow("no such day") << u"2022/13/1"_s << QString();
    QTest::newRow("no year that a calendar shows") << u"1000-1-1"_s << QString();
    QTest::newRow("words") << u"1月1日から"_s << QString();
}

void TestReaders::codesFromDates()
{
    QFETCH(QString, text);
    QTEST(codeFromDate(text).value_or(QString()), "code");
    QCOMPARE(codeFromSerial(u"44562"_s).value_or(QString()), u"1-1"_s);
    QVERIFY(!codeFromSerial(u"12"_s));
}

void TestReaders::numberFormats_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("shown");
    QTest::newRow("general") << u"95.3"_s << u"General"_s << u"95.3"_s;
    QTest::newRow("binary noise") << u"95.299999999999997"_s << u"General"_s << u"95.3"_s;
    QTest::newRow("two decimals") << u"95.3"_s << u"0.00"_s << u"95.30"_s;
    QTest::newRow("half up") << u"0.125"_s << u"0.00"_s << u"0.13"_s;
    QTest::newRow("half up in decimal") << u"1.005"_s << u"0.00"_s << u"1.01"_s;
    QTest::newRow("carry") << u"99.995"_s << u"0.00"_s << u"100.00"_s;
    QTest::newRow("negative") << u"-25"_s << u"0.0"_s << u"-25.0"_s;
    QTest::newRow("triangle") << u"-25"_s << u"0.0;\"△\"0.0"_s << u"△25.0"_s;
    QTest::newRow("thousands") << u"1234567.5"_s << u"#,##0"_s << u"1,234,568"_s;
    QTest::newRow("percent") << u"0.455"_s << u"0.0%"_s << u"45.5%"_s;
    QTest::newRow("literal") << u"12"_s << u"0\"件\""_s << u"12件"_s;
    QTest::newRow("optional decimals") << u"12"_s << u"0.##"_s << u"12"_s;
    QTest::newRow("scientific value") << u"1.5E-2"_s << u"General"_s << u"0.015"_s;
    QTest::newRow("large") << u"123456789012"_s << u"General"_s << u"123456789012"_s;
    QTest::newRow("not simple") << u"0.5"_s << u"# ?/?"_s << u"0.5"_s;
    QTest::newRow("rounds to nothing") << u"-0.001"_s << u"0.0"_s << u"0.0"_s;
    QTest::newRow("leading zeros") << u"7"_s << u"000"_s << u"007"_s;
    QTest::newRow("colour") << u"-5"_s << u"#,##0;[Red]-#,##0"_s << u"-5"_s;
    QTest::newRow("text format") << u"1.10"_s << u"@"_s << u"1.1"_s;
    QTest::newRow("no number") << u"abc"_s << u"0"_s << u"abc"_s;
}

void TestReaders::numberFormats()
{
    QFETCH(QString, value);
    QFETCH(QString, format);
    QTEST(formatNumber(value, format), "shown");
}

void TestReaders::dates()
{
    QCOMPARE(numberKind(u"yyyy/m/d"_s), NumberKind::Date);
    QCOMPARE(numberKind(u"m\"月\"d\"日\""_s), NumberKind::Date);
    QCOMPARE(numberKind(u"[$-411]ge.m.d"_s), NumberKind::Date);
    QCOMPARE(numberKind(u"mmm-yy"_s), NumberKind::Date);
    QCOMPARE(numberKind(u"h:mm"_s), NumberKind::Number);
    QCOMPARE(numberKind(u"General"_s), NumberKind::Number);
    QCOMPARE(numberKind(u"0\"days\""_s), NumberKind::Number);
    QCOMPARE(numberKind(u"[Red]0.0"_s), NumberKind::Number);
    QCOMPARE(isoDate(44562, false), u"2022-01-01"_s);
    QCOMPARE(isoDate(1, false), u"1900-01-01"_s);
    QCOMPARE(isoDate(43100, true), u"2022-01-01"_s);
    QCOMPARE(isoDate(44562.5, false), u"2022-01-01T12:00:00"_s);
    QCOMPARE(isoDate(-1, false), QString());
}

void TestReaders::workbookTexts()
{
    const QByteArray strings =
        "<si><t>plain</t></si>"
        "<si><t>\xe7\x94\xba\xe7\x94\xb0</t><rPh sb=\"0\" eb=\"2\"><t>\xe3\x83\x9e\xe3\x83\x81\xe3\x83\x80</t></rPh>"
        "<phoneticPr fontId=\"1\"/></si>"
        "<si><r><rPr><b/></rPr><t>rich </t></r><r><t xml:space=\"preserve\"> text</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>"
        "<si><t>a_x000D_&#10;b_x005F_x000D_</t></si>";
    const QByteArray sheet =
        "<sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>"
        "<c r=\"D2\" t=\"s\"><v>2</v></c></row>"
        "<row r=\"4\"><c t=\"inlineStr\"><is><t>inline</t><rPh sb=\"0\" eb=\"1\"><t>y</t></rPh></is></c>"
        "<c t=\"s\"><v>3</v></c><c t=\"b\"><v>1</v></c><c t=\"s\"><v>99</v></c></row></sheetData>";
    MessageList messages;
    const auto file = readTableFile(workbookOf(sheet, strings), u"t.xlsx"_s, {}, messages);
    QVERIFY2(file, qPrintable(codes(messages)));
    QCOMPARE(file->sheets.size(), 1);
    QCOMPARE(file->sheets.constFirst().sheet, u"Table"_s);
    QCOMPARE(show(file->sheets.constFirst()), u"2:plain|町田||rich  text/4:inline|a\nb_x000D_|TRUE"_s);
    QCOMPARE(codes(messages), QString());
}

void TestReaders::workbookNumbersDatesAndFormulas()
{
    const QByteArray styles =
        "<numFmts><numFmt numFmtId=\"176\" "
        "formatCode=\"m&quot;\xe6\x9c\x88&quot;d&quot;\xe6\x97\xa5&quot;\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"2\"/><xf numFmtId=\"176\"/><xf numFmtId=\"14\"/></cellXfs>";
    const QByteArray sheet =
        "<sheetData><row><c s=\"1\"><v>95.3</v></c><c s=\"2\"><v>44562</v></c><c s=\"3\"><v>44563</v></c>"
        "<c><f>1+1</f><v>2</v></c><c><f>A9</f></c><c t=\"str\"><f>x</f><v>=y</v></c><c t=\"e\"><v>#REF!</v></c>"
        "<c><f>A9</f><v></v></c><c t=\"str\"><f>x</f><v></v></c></row>"
        "</sheetData>";
    MessageList messages;
    const auto file = readTableFile(workbookOf(sheet, {}, styles), u"t.xlsx"_s, {}, messages);
    QVERIFY(file);
    QCOMPARE(show(file->sheets.constFirst()), u"1:95.30|2022-01-01|2022-01-02|2||=y|#REF!"_s);
    QVERIFY(file->sheets.constFirst().rows.constFirst().at(1).flags.testFlag(CellFlag::Date));
    QVERIFY(file->sheets.constFirst().rows.constFirst().at(0).flags.testFlag(CellFlag::Number));
    QCOMPARE(codes(messages),
        u"formula_value formula_without_value formula_value error_value "
        "formula_without_value formula_value"_s);
    QCOMPARE(messages.all().constFirst().column, 4);
}

void TestReaders::workbookMergedCells()
{
    const QByteArray sheet =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"B1\" t=\"str\"><v>b</v></c></row>"
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>unseen</v></c><c r=\"B2\" t=\"str\"><v>c</v></c></row></sheetData>"
        "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:XFD1\"/><mergeCell ref=\"junk\"/></mergeCells>";
    MessageList messages;
    const auto file = readTableFile(workbookOf(sheet), u"t.xlsx"_s, {}, messages);
    QVERIFY(file);
    const Grid &grid = file->sheets.constFirst();
    QCOMPARE(grid.rows.at(0).at(0).rowSpan, 2);
    QVERIFY(grid.rows.at(1).at(0).flags.testFlag(CellFlag::Covered));
    QVERIFY(!grid.rows.at(1).at(1).flags.testFlag(CellFlag::Covered));
    QVERIFY(grid.rows.at(0).at(2).flags.testFlag(CellFlag::Covered));
    QVERIFY(grid.rows.at(1).at(0).isBlank());
    QCOMPARE(codes(messages), u"covered_text_left_out"_s);
}

void TestReaders::workbooksThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray sheet = "<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>";
    QByteArray bomb = "<!DOCTYPE sst [<!ENTITY a \"ha\">";
    for (char c = 'b'; c < 'k'; ++c) {
        const char before = char(c - 1);
        bomb += QByteArray("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i)
            bomb += QByteArray("&") + before + ";";
        bomb += "\">";
    }
    QTest::newRow("entity bomb") << workbookOf(sheet, "<si><t>&j;</t></si>", {}, bomb + "]>") << u"hostile_xml"_s;
    QTest::newRow("nested without end") << workbookOf(QByteArray("<a>").repeated(5000)) << u"hostile_xml"_s;
    QTest::newRow("XML that is broken") << workbookOf("<sheetData><row></sheetData>") << u"damaged_workbook"_s;
    QTest::newRow("a row beyond all rows")
        << workbookOf("<sheetData><row r=\"2000000\"/></sheetData>") << u"too_large"_s;
    QTest::newRow("a zip that is no workbook") << packZip({{"a.txt", "hello"}}) << u"not_a_workbook"_s;
    QTest::newRow("OpenDocument") << packZip({{"mimetype", "x"}, {"content.xml", "<x/>"}}) << u"open_document"_s;
    QTest::newRow("binary workbook") << packZip({{"xl/workbook.bin", "x"}}) << u"binary_workbook"_s;
    QTest::newRow("cut off") << workbookOf(sheet).left(400) << u"damaged_workbook"_s;
}

void TestReaders::workbooksThatAreRefused()
{
    QFETCH(QByteArray, bytes);
    MessageList messages;
    QVERIFY(!readTableFile(bytes, u"t.xlsx"_s, {}, messages));
    QTEST(codes(messages), "code");
}

void TestReaders::zipBombIsRefused()
{
    // 40 MB of blanks pack to some 40 kB.
    const QByteArray bytes = workbookOf("<sheetData>" + QByteArray(40'000'000, ' ') + "</sheetData>");
    QVERIFY(bytes.size() < 200'000);
    MessageList messages;
    QVERIFY(!readTableFile(bytes, u"t.xlsx"_s, {}, messages));
    QCOMPARE(codes(messages), u"too_large"_s);
    QCOMPARE(messages.all().constFirst().args.constFirst(), u"ratio"_s);
}

void TestReaders::clipboardTable()
{
    const QString html =
        u"<html><head><style>td{x}</style></head><body><table><tr><td rowspan=2>方針</td><td colspan=\"2\">a &amp; "
        u"b</td>"
        "<tr><td>長い文が\r\n  続く</td><td>x<br>y</td></tr>"
        "<tr><td><ul><li>・一<li>・二</ul></td><td>long\n  text</td><td>'=1</td></tr></table></body></html>"_s;
    MessageList messages;
    const auto grid = readHtmlTable(html, Limits(), messages);
    QVERIFY(grid);
    QCOMPARE(show(*grid), u"1:方針|a & b|/2:|長い文が続く|x\ny/3:<ul><li>・一<li>・二</ul>|long text|=1"_s);
    QCOMPARE(grid->rows.at(0).at(0).rowSpan, 2);
    QVERIFY(grid->rows.at(1).at(0).flags.testFlag(CellFlag::Covered));
    QVERIFY(grid->rows.at(2).at(0).flags.testFlag(CellFlag::Html));
}

void TestReaders::everyMessageHasSentences()
{
    QSet<QString> names;
    for (int i = 0; i <= int(MessageCode::MoreOfCode); ++i) {
        Message message;
        message.code = MessageCode(i);
        message.args = {u"%2"_s, u"zwei"_s};
        QVERIFY(!names.contains(codeName(message.code)));
        names += codeName(message.code);
        const QString japanese = sentence(message, Language::Japanese);
        const QString english = sentence(message, Language::English);
        QVERIFY(japanese.endsWith(u'。'));
        QVERIFY2(english.endsWith(u'.'), qPrintable(english));
        // An argument that looks like a place holder stays as it is.
        QCOMPARE(japanese.contains(u"%2"_s), english.contains(u"%2"_s));
        QVERIFY(!english.contains(u"%1"_s));
    }
    Message message;
    message.code = MessageCode::ErrorValue;
    message.file = u"表.xlsx"_s;
    message.sheet = u"一覧"_s;
    message.row = 3;
    message.column = 28;
    message.args = {u"#REF!"_s};
    QCOMPARE(lineOf(message, Language::Japanese),
        u"表.xlsx　シート「一覧」・3行目・AB列：セルの値がエラー「#REF!」です。そのまま読み込みました。"_s);
    QCOMPARE(placeText(message, Language::English), u"表.xlsx, sheet \"一覧\", row 3, column AB"_s);
}

void TestReaders::manyMessagesAreCounted()
{
    MessageList messages;
    for (int i = 0; i < 250; ++i)
        messages.add(MessageCode::DuplicateCode, Severity::Warning, i + 1);
    MessageList all;
    all.append(messages);
    QCOMPARE(all.all().size(), 101);
    QCOMPARE(all.count(MessageCode::DuplicateCode), 250);
    QCOMPARE(all.all().constLast().args, (QStringList{u"150"_s, u"duplicate_code"_s}));
}

QTEST_GUILESS_MAIN(TestReaders)
#include "tst_readers.moc"
