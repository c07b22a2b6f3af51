// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/delimited.h"
#include "core/exchange/delimitedwriter.h"
#include "core/exchange/headingwords.h"
#include "core/exchange/tablereader.h"
#include "core/exchange/workbookwriter.h"
#include "tests/core/exchange/drafttext.h"
#include <QBuffer>
#include <QDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mezasu;
using namespace mezasu::exchange;

namespace {

QString described(const std::optional<ReadTable> &table, const MessageList &messages)
{
    if (!table)
        return u"refused: "_s + messageText(messages) + u'\n';
    QStringList states;
    for (const DraftState &state : table->draft.states)
        states += kindName(state.kind) + u'.' + state.field + u'=' + state.state;
    return draftText(table->draft) + u"\nstates "_s + states.join(u' ') + u"\nmessages " + messageText(messages)
        + u'\n';
}

std::optional<ReadTable> readBytes(
    const QByteArray &bytes, const QString &name, MessageList &messages, const TableOptions &options = {})
{
    const auto file = readTableFile(bytes, name, {}, messages);
    return file ? readTable(*file, options, messages) : std::nullopt;
}

Sheet sheetOf(const Grid &grid)
{
    Sheet sheet;
    sheet.name = u"表"_s;
    sheet.headingRows = 0;
    for (const GridRow &row : grid.rows) {
        while (sheet.rows.size() + 1 < row.number)
            sheet.rows.append(QList<SheetCell>());
        QList<SheetCell> cells;
        for (const Cell &cell : row.cells)
            cells.append({cell.text, cell.rowSpan, cell.columnSpan});
        sheet.rows.append(cells);
    }
    return sheet;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void madeTables_data();
    void madeTables();
    void inOtherForms_data();
    void inOtherForms();
    void refusals_data();
    void refusals();
    void headingWords_data();
    void headingWords();
    void mappingByHand();
    void sheets();
    void columnsInAnyOrder();
    void hundredThousandRows();
    void levelNamesAndHeadings();
};

void TestTables::madeTables_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(MEZASU_TEST_DATA "/tables"));
    const QStringList names = folder.entryList({u"*.tsv"_s, u"*.csv"_s, u"*.html"_s}, QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 10);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestTables::madeTables()
{
    QFETCH(QString, file);
    MessageList messages;
    const auto table = readBytes(readAll(file), QFileInfo(file).fileName(), messages);
    const QString expected = QFileInfo(file).path() + u'/' + QFileInfo(file).completeBaseName() + u".txt";
    const QString found = described(table, messages);
    if (qEnvironmentVariableIsSet("MEZASU_UPDATE_EXPECTED")) {
        QFile out(expected);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(found.toUtf8());
    }
    QCOMPARE(found, QString::fromUtf8(readAll(expected)));
}

void TestTables::inOtherForms_data()
{
    madeTables_data();
}

void TestTables::inOtherForms()
{
    QFETCH(QString, file);
    MessageList messages;
    const auto original = readTableFile(readAll(file), u"t"_s, {}, messages);
    QVERIFY(original);
    const auto table = readTable(*original, {}, messages);
    QVERIFY(table);
    const QString expected = draftText(table->draft);
    const bool merged = file.endsWith(u".html"); // only a workbook keeps merged cells
    const Sheet sheet = sheetOf(original->sheets.constFirst());

    QBuffer book;
    book.open(QIODevice::WriteOnly);
    QVERIFY(writeWorkbook({sheet}, {}, &book).ok);
    MessageList ofBook;
    const auto fromBook = readBytes(book.data(), u"t.xlsx"_s, ofBook);
    QVERIFY(fromBook);
    QCOMPARE(draftText(fromBook->draft), expected);
    if (merged)
        return;

    QBuffer cp932;
    cp932.open(QIODevice::WriteOnly);
    QVERIFY(writeDelimited(sheet, DelimitedOptions::csvCp932(), &cp932).ok);
    MessageList ofCp932;
    const auto fromCp932 = readBytes(cp932.data(), u"t.csv"_s, ofCp932);
    QVERIFY(fromCp932);
    QCOMPARE(fromCp932->draft.encoding, u"cp932"_s);
    QCOMPARE(draftText(fromCp932->draft), expected);

    QBuffer utf8;
    utf8.open(QIODevice::WriteOnly);
    QVERIFY(writeDelimited(sheet, DelimitedOptions::tsv(), &utf8).ok);
    QByteArray utf16("\xff\xfe", 2);
    const QString text = QString::fromUtf8(utf8.data());
    for (const QChar c : text) {
        utf16 += char(c.cell());
        utf16 += char(c.row());
    }
    MessageList ofUtf16;
    const auto fromUtf16 = readBytes(utf16, u"t.tsv"_s, ofUtf16);
    QVERIFY(fromUtf16);
    QCOMPARE(fromUtf16->draft.encoding, u"utf-16le"_s);
    QCOMPARE(draftText(fromUtf16->draft), expected);
}

void TestTables::refusals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("messages");
    QTest::newRow("headings alone") << u"基本方針\t目指す姿\n"_s << u"heading_only@1:"_s;
    QTest::newRow("headings and blank rows") << u"\n基本方針\t目指す姿\n\t\n \t \n"_s << u"heading_only@2:"_s;
    QTest::newRow("wrong headings") << u"\n氏名\t住所\n甲\t乙\n"_s << u"no_heading_row@2:"_s;
    QTest::newRow("one column that is known") << u"目指す姿\t住所\n甲\t乙\n"_s << u"no_heading_row@1:"_s;
    QTest::newRow("no title and no goal") << u"指標\t単位\n甲\t乙\n"_s << u"no_heading_row@1:"_s;
    QTest::newRow("prose") << u"これは表ではなく、\nただの文章です。\n"_s << u"no_heading_row@1:"_s;
}

void TestTables::refusals()
{
    QFETCH(QString, text);
    MessageList messages;
    QVERIFY(!readBytes(text.toUtf8(), u"t.tsv"_s, messages));
    QVERIFY(messages.hasRefusal());
    QTEST(messageText(messages), "messages");
}

void TestTables::headingWords_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("plain") << u"目指す姿"_s << u"statements"_s;
    QTest::newRow("half-width brackets") << u"目指す姿 (案)"_s << u"statements draft"_s;
    QTest::newRow("full-width brackets and spaces") << u"目指す　姿（修正案）"_s << u"statements revised"_s;
    QTest::newRow("bare state") << u"現状と課題案"_s << u"issues draft"_s;
    QTest::newRow("bare longer state") << u"現状と課題素案"_s << u"issues rough"_s;
    QTest::newRow("bracket before bare") << u"改革項目名称案 (修正案)"_s << u"改革項目.title revised"_s;
    QTest::newRow("no state") << u"基本方針 (政策レベル)"_s << u"基本方針."_s;
    QTest::newRow("final") << u"指標【確定】"_s << u"indicators final"_s;
    QTest::newRow("aspect") << u"基本方針の説明"_s << u"基本方針.description"_s;
    QTest::newRow("full-width letters") << u"ＫＰＩ"_s << u"indicators"_s;
    QTest::newRow("year in brackets") << u"現状値（2020年度）"_s << u"baseline 2020"_s;
    QTest::newRow("year before") << u"2022年度実績"_s << u"actual 2022"_s;
    QTest::newRow("era") << u"令和８年度目標値"_s << u"target 2026"_s;
    QTest::newRow("first year of an era") << u"実績値(令和元年度)"_s << u"actual 2019"_s;
    QTest::newRow("short era") << u"R4実績"_s << u"actual 2022"_s;
    QTest::newRow("both years") << u"目標値（令和8年度(2026年度)）"_s << u"target 2026"_s;
    QTest::newRow("an indicator's unit") << u"指標の単位"_s << u"unit"_s;
    QTest::newRow("number before") << u"２．めざす姿"_s << u"statements"_s;
    QTest::newRow("brackets within") << u"【基本方針】の説明"_s << u"基本方針.description"_s;
    QTest::newRow("brackets around") << u"（改革項目）"_s << u"改革項目."_s;
    QTest::newRow("angle brackets") << u"現状・課題〈案〉"_s << u"issues draft"_s;
    QTest::newRow("a level's target") << u"施策目標値（R8）"_s << u"target 2026"_s;
    QTest::newRow("two lines") << u"主な\n取組"_s << u"主な取組."_s;
    QTest::newRow("a year alone") << u"2022年度"_s << QString();
    QTest::newRow("unknown") << u"備考"_s << QString();
    QTest::newRow("a word that ends like a state") << u"市民提案"_s << QString();
}

void TestTables::headingWords()
{
    QFETCH(QString, heading);
    const HeadingWord word = HeadingWords::builtIn().read(heading);
    QString meaning;
    if (word.kind == HeadingWord::Kind::Level)
        meaning = word.levelWord + u'.' + word.name;
    else if (word.kind != HeadingWord::Kind::Unknown)
        meaning = word.name;
    if (word.kind != HeadingWord::Kind::Unknown && !word.state.isEmpty())
        meaning += u' ' + word.state;
    if (word.kind != HeadingWord::Kind::Unknown && word.year)
        meaning += u' ' + QString::number(*word.year);
    QTEST(meaning, "meaning");
}

void TestTables::mappingByHand()
{
    const QByteArray bytes = u"甲欄\t乙欄\t丙欄\n水\t澄む\tx\n"_s.toUtf8();
    MessageList refused;
    QVERIFY(!readBytes(bytes, u"t.tsv"_s, refused));
    TableOptions options;
    options.mapping.headingRow = 1;
    ColumnUse policy;
    policy.role = Role::PolicyTitle;
    ColumnUse statements;
    statements.role = Role::Statements;
    statements.state = u"draft"_s;
    ColumnUse leftOut;
    leftOut.role = Role::LeaveOut;
    options.mapping.columns = {{0, policy}, {1, statements}, {2, leftOut}};
    MessageList messages;
    const auto table = readBytes(bytes, u"t.tsv"_s, messages, options);
    QVERIFY(table);
    QCOMPARE(draftText(table->draft), u"P |水|\n G\n  s |澄む"_s);
    QCOMPARE(messageText(messages), u"column_left_out@1:C"_s);
    QCOMPARE(table->draft.states.constFirst().state, u"draft"_s);
    for (int i = 0; i <= int(Role::FootnoteIds); ++i)
        QCOMPARE(roleFromName(roleName(Role(i))), std::optional(Role(i)));
}

void TestTables::sheets()
{
    const auto sheet = [](const QString &name, const QStringList &first, const QStringList &second, bool hidden) {
        Sheet result;
        result.name = name;
        result.hidden = hidden;
        for (const QStringList &texts : {first, second}) {
            QList<SheetCell> row;
            for (const QString &text : texts)
                row.append({text});
            result.rows.append(row);
        }
        return result;
    };
    QBuffer book;
    book.open(QIODevice::WriteOnly);
    QVERIFY(writeWorkbook(
        {sheet(u"表紙"_s, {u"みなと野市"_s}, {u"案"_s}, false),
            sheet(u"表"_s, {u"基本方針"_s, u"目指す姿"_s, u"指標"_s}, {u"甲"_s, u"乙"_s, u"丙"_s}, false),
            sheet(u"控え"_s, {u"基本方針"_s, u"目指す姿"_s}, {u"丁"_s, u"戊"_s}, false),
            sheet(u"ids"_s, {u"基本方針"_s, u"目指す姿"_s, u"指標"_s, u"現状と課題"_s}, {u"x"_s, u"x"_s}, true)},
        {}, &book)
                .ok);
    MessageList messages;
    const auto file = readTableFile(book.data(), u"t.xlsx"_s, {}, messages);
    QVERIFY(file);
    QCOMPARE(file->sheets.size(), 4);
    QVERIFY(file->sheets.at(3).hidden);
    const auto table = readTable(*file, {}, messages);
    QVERIFY(table);
    QCOMPARE(table->draft.sheet, u"表"_s);
    QCOMPARE(messageText(messages), u"other_sheet@0: other_sheet_like_table@0:"_s);
    MessageList named;
    QCOMPARE(readTable(*file, {u"控え"_s, {}}, named)->draft.policies.constFirst().title.text, u"丁"_s);
    QVERIFY(!readTable(*file, {u"ない"_s, {}}, named));
    QCOMPARE(messageText(named), u"no_such_sheet@0:"_s);
}

void TestTables::columnsInAnyOrder()
{
    const QStringList headings = {u"基本方針"_s, u"基本方針の説明"_s, u"目指す姿"_s, u"指標"_s, u"現状と課題"_s,
        u"改革項目"_s, u"改革項目名称"_s, u"改革項目の説明"_s};
    const QStringList cells = {u"甲"_s, u"乙"_s, u"①丙 ②丁"_s, u"・戊"_s, u"・己"_s, u"1-1"_s, u"庚"_s, u"辛"_s};
    const QString expected = u"P |甲|乙\n G\n  s ①|丙\n  s ②|丁\n  i ・|戊\n  q ・|己\n  R 1-1|庚|辛"_s;
    QList<qsizetype> order = {0, 1, 2, 3, 4, 5, 6, 7};
    QRandomGenerator random(7);
    for (int round = 0; round < 50; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        QStringList top;
        QStringList row;
        for (const qsizetype i : order) {
            top += headings.at(i);
            row += cells.at(i);
        }
        MessageList messages;
        const auto table = readBytes(QString(top.join(u'\t') + u'\n' + row.join(u'\t')).toUtf8(), u"t.tsv"_s, messages);
        QVERIFY(table);
        QCOMPARE(draftText(table->draft), expected);
        QCOMPARE(messageText(messages), QString());
    }
}

void TestTables::hundredThousandRows()
{
    QString text = u"基本方針\t目指す姿\t指標\t現状と課題\t改革項目\t改革項目名称\n"_s;
    for (int i = 0; i < 100'000; ++i)
        text += u"方針%1\t姿%2\t・指標\t・課題\t%1-%2\t項目\n"_s.arg(i / 100).arg(i % 100);
    MessageList messages;
    const auto table = readBytes(text.toUtf8(), u"t.tsv"_s, messages);
    QVERIFY(table);
    QCOMPARE(table->draft.policies.size(), 1000);
    QCOMPARE(table->draft.goalCount(), 100'000);
    QCOMPARE(table->draft.itemCount(), 100'000);
    QCOMPARE(messageText(messages), QString());
}

void TestTables::levelNamesAndHeadings()
{
    MessageList messages;
    const auto table =
        readBytes(readAll(QStringLiteral(MEZASU_TEST_DATA "/tables/05_filled_parents.csv")), u"t.csv"_s, messages);
    QVERIFY(table);
    QCOMPARE(table->draft.levelNames.value(Kind::Policy), u"政策"_s);
    QCOMPARE(table->draft.levelNames.value(Kind::ReformItem), u"基本施策"_s);
    QCOMPARE(table->draft.levelNames.value(Kind::Initiative), u"主な取組"_s);
    QVERIFY(table->draft.has(Role::InitiativeDescription));
    QVERIFY(!table->draft.has(Role::Statements));
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
