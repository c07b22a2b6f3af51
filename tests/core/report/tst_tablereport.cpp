// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/layout.h"
#include "core/report/planwords.h"
#include "core/report/tablereport.h"
#include "tests/core/report/planmaker.h"

#include <QtTest>

using namespace mezasu;
using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {

Document wholeTable(const Plan &plan, const PaperOptions &options)
{
    return completed(tableReport(plan, options));
}

/// Two policies: one with a goal of two items and a goal of one, one without anything.
struct Made
{
    Made()
        : maker({{u"title"_s, u"汐見野市の計画"_s}, {u"municipality"_s, u"汐見野市"_s}, {u"division"_s, u"企画課"_s}})
    {
        policy =
            maker.add(Kind::Policy, maker.root, {{u"title"_s, u"近い行政"_s}, {u"description"_s, u"甲。\n乙。"_s}});
        goal = maker.add(Kind::Goal, policy, {});
        maker.add(Kind::Statement, goal, {{u"mark"_s, u"①"_s}, {u"text"_s, u"声が届いています"_s}});
        maker.add(Kind::Statement, goal, {{u"mark"_s, u"②"_s}, {u"text"_s, u"手続が楽です"_s}});
        indicator = maker.add(Kind::Indicator, goal, {{u"mark"_s, u"・"_s}, {u"name"_s, u"満足の割合"_s}});
        issue = maker.add(Kind::Issue, goal, {{u"mark"_s, u"・"_s}, {u"text"_s, u"窓口が混む(※)。"_s}});
        maker.add(Kind::Footnote, goal, {{u"mark"_s, u"※"_s}, {u"text"_s, u"窓口とは本庁のもの"_s}});
        item = maker.add(Kind::ReformItem, goal,
            {{u"code"_s, u"1-1"_s}, {u"title"_s, u"伝える"_s}, {u"description"_s, u"広報を改めます。"_s}});
        maker.add(Kind::ReformItem, goal, {{u"code"_s, u"1-2"_s}, {u"title"_s, u"聞く"_s}});
        const ElementId second = maker.add(Kind::Goal, policy, {});
        maker.add(Kind::Statement, second, {{u"text"_s, u"一つだけの姿"_s}});
        maker.add(Kind::ReformItem, second, {{u"code"_s, u"1-3"_s}, {u"title"_s, u"つなぐ"_s}});
        lonelyGoal = maker.add(Kind::Goal, policy, {});
        maker.add(Kind::Statement, lonelyGoal, {{u"text"_s, u"項目のない姿"_s}});
        emptyPolicy = maker.add(Kind::Policy, maker.root, {{u"title"_s, u"これからの方針"_s}});
    }
    PlanMaker maker;
    ElementId policy, goal, indicator, issue, item, lonelyGoal, emptyPolicy;
};

const Table &tableOf(const Document &document)
{
    return std::get<Table>(document.sections.front().blocks.front());
}

QStringList headingsOf(const Document &document)
{
    QStringList texts;
    for (const TableCell &cell : tableOf(document).headingRows.front().cells)
        texts += cell.paragraphs.front().text;
    return texts;
}

QString textOf(const TableCell &cell)
{
    QStringList lines;
    for (const Paragraph &paragraph : cell.paragraphs)
        lines += paragraph.label + paragraph.text;
    return lines.join(u'|');
}

QStringList bookmarksOf(const Document &document)
{
    QStringList titles;
    for (const TableRow &row : tableOf(document).rows) {
        for (const TableCell &cell : row.cells) {
            for (const BookmarkEntry &entry : cell.bookmarks)
                titles += QString::number(entry.level) + u' ' + entry.title;
        }
    }
    return titles;
}

} // namespace

class tst_TableReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headingsAreTheUsualOnesWhereThePlanSaysNothing()
    {
        QCOMPARE(headingsOf(wholeTable(Made().maker.plan, {})),
            QStringList({u"基本方針"_s, u"基本方針の説明"_s, u"目指す姿"_s, u"指標"_s, u"現状と課題"_s, u"改革項目"_s,
                u"改革項目名称"_s, u"改革項目の説明"_s}));
    }

    void headingsTakeLevelNamesStatesAndWhatWasRead()
    {
        PlanMaker maker({{field::levelName(Kind::Policy), u"政策"_s}, {field::levelName(Kind::ReformItem), u"事業"_s},
            {field::state(Kind::Goal, u"statements"), u"draft"_s},
            {field::state(Kind::ReformItem, u"title"), u"revised"_s},
            {field::state(Kind::Goal, u"indicators"), u"final"_s},
            {field::heading(u"goal.issues"), u"現状と課題案 (読んだまま)"_s}});
        QCOMPARE(headingsOf(wholeTable(maker.plan, {})),
            QStringList({u"政策"_s, u"政策の説明"_s, u"目指す姿（案）"_s, u"指標"_s, u"現状と課題案 (読んだまま)"_s,
                u"事業"_s, u"事業名称（修正案）"_s, u"事業の説明"_s}));
    }

    void rowsFollowTheTree()
    {
        const Made made;
        const Document document = wholeTable(made.maker.plan, {});
        const auto &rows = tableOf(document).rows;
        QCOMPARE(rows.size(), 5u);
        QCOMPARE(rows[0].cells.size(), 8u);
        QCOMPARE(rows[0].cells[0].rowSpan, 4);
        QCOMPARE(rows[0].cells[1].rowSpan, 4);
        QCOMPARE(textOf(rows[0].cells[1]), u"甲。\n乙。"_s);
        QCOMPARE(rows[0].cells[2].rowSpan, 2);
        QCOMPARE(textOf(rows[0].cells[2]), u"①声が届いています|②手続が楽です"_s);
        QCOMPARE(textOf(rows[0].cells[3]), u"・満足の割合"_s);
        QCOMPARE(textOf(rows[0].cells[4]), u"・窓口が混む(※)。|※窓口とは本庁のもの"_s);
        QCOMPARE(textOf(rows[0].cells[5]), u"1-1"_s);
        QCOMPARE(rows[1].cells.size(), 3u);
        QCOMPARE(textOf(rows[1].cells[1]), u"聞く"_s);
        QCOMPARE(rows[2].cells.size(), 6u);
    }

    void emptyPoliciesAndGoalsHaveRowsOfTheirOwn()
    {
        const Made made;
        const Document document = wholeTable(made.maker.plan, {});
        const auto &rows = tableOf(document).rows;
        QCOMPARE(textOf(rows[3].cells[0]), u"項目のない姿"_s);
        QCOMPARE(rows[3].cells.size(), 6u);
        QCOMPARE(textOf(rows[4].cells[0]), u"これからの方針"_s);
        QCOMPARE(rows[4].cells.size(), 8u);
        QVERIFY(layoutDocument(document, PageSetup::forPaper(PaperSize::A3Landscape)));
    }

    void bookmarksAreTheTree()
    {
        QCOMPARE(bookmarksOf(wholeTable(Made().maker.plan, {})),
            QStringList({u"1 近い行政"_s, u"2 声が届いています"_s, u"3 1-1 伝える"_s, u"3 1-2 聞く"_s,
                u"2 1-3 つなぐ"_s, u"2 項目のない姿"_s, u"1 これからの方針"_s}));
    }

    void stateOfOneCellIsSaidThere()
    {
        Made made;
        auto changed = std::make_shared<Element>(*made.maker.plan.element(made.item));
        changed->fields.set(field::state(Kind::ReformItem, u"description"), u"revised"_s);
        made.maker.plan.put(changed);
        const Document document = wholeTable(made.maker.plan, {});
        QCOMPARE(textOf(tableOf(document).rows[0].cells[7]), u"広報を改めます。|（修正案）"_s);
        QCOMPARE(textOf(tableOf(document).rows[0].cells[6]), u"伝える"_s);
    }

    void initiativesStandBelowTheirItem()
    {
        Made made;
        const ElementId department = made.maker.add(Kind::Department, made.maker.root, {{u"name"_s, u"広報課"_s}});
        const ElementId initiative = made.maker.add(Kind::Initiative, made.item,
            {{u"code"_s, u"1-1-1"_s}, {u"title"_s, u"紙面を直す"_s}, {u"department"_s, department.uuidString()},
                {field::schedule(2022, u"planned"), u"実施"_s}, {u"description"_s, u"詳しい説明"_s}});
        made.maker.add(Kind::Indicator, initiative, {{u"name"_s, u"発行の回数"_s}});
        const Document document = wholeTable(made.maker.plan, {});
        QCOMPARE(textOf(tableOf(document).rows[0].cells[7]),
            u"広報を改めます。|取組|1-1-1紙面を直す（広報課）|（指標）発行の回数"_s);
        const auto note = std::get<Paragraph>(document.sections.front().blocks.back());
        QVERIFY2(note.text.contains(u"取組の工程（1件）"_s), qPrintable(note.text));
        QVERIFY(note.text.contains(u"取組の説明（1件）"_s));
    }

    void contestedFieldsAreMarkedAndListed()
    {
        Made made;
        made.maker.plan.setConflict(made.item, u"title"_s, {u"伝える"_s, u"知らせる"_s});
        made.maker.plan.setConflict(made.issue, u"text"_s, {u"窓口が混む(※)。"_s, Value()});
        made.maker.plan.setConflict(made.emptyPolicy, u"exists"_s, {u"alive"_s, u"removed"_s});
        const Document document = wholeTable(made.maker.plan, {});
        const auto &rows = tableOf(document).rows;
        QCOMPARE(textOf(rows[0].cells[6]), u"伝える（調整中）"_s);
        QCOMPARE(textOf(rows[0].cells[4]), u"・窓口が混む(※)。（調整中）|※窓口とは本庁のもの"_s);
        QCOMPARE(textOf(rows[4].cells[0]), u"これからの方針|（調整中）"_s);
        QCOMPARE(document.sections.size(), 2u);
        QStringList items;
        for (const Block &block : document.sections[1].blocks) {
            if (const auto *paragraph = std::get_if<Paragraph>(&block); paragraph && !paragraph->label.isEmpty())
                items += paragraph->text;
        }
        QCOMPARE(items,
            QStringList({u"現状と課題「窓口が混む(※)。」の文：「窓口が混む(※)。」／（なし）"_s,
                u"改革項目「1-1 伝える」の名称：「伝える」／「知らせる」"_s,
                u"基本方針「これからの方針」の存廃：残す／削除する"_s}));
    }

    void memosGoOnNoPaper()
    {
        Made made;
        made.maker.plan.setConflict(made.item, u"memo"_s, {u"庁内だけの話"_s, u"庁内だけの別の話"_s});
        for (const ElementId &id : {made.policy, made.goal, made.item, made.indicator}) {
            auto element = std::make_shared<Element>(*made.maker.plan.element(id));
            element->fields.set(u"memo", u"庁内だけの話"_s);
            made.maker.plan.put(element);
        }
        const auto pages = layoutDocument(wholeTable(made.maker.plan, {}), PageSetup::forPaper(PaperSize::A4Landscape));
        QVERIFY(pages);
        QString all;
        for (const Page &page : pages.value().pages) {
            for (const TextLine &line : page.lines)
                all += line.text;
        }
        QVERIFY(all.contains(u"満足の割合"_s));
        QVERIFY2(!all.contains(u"メモ"_s) && !all.contains(u"庁内だけ"_s), qPrintable(all));
    }

    void everyTextOfThePlanIsOnThePages()
    {
        const Made made;
        const auto pages = layoutDocument(wholeTable(made.maker.plan, {}), PageSetup::forPaper(PaperSize::A4Landscape));
        QVERIFY(pages);
        QString all;
        for (const Page &page : pages.value().pages) {
            for (const TextLine &line : page.lines)
                all += line.text;
        }
        for (const ElementId &id : made.maker.plan.preorder()) {
            for (const auto &[name, value] : made.maker.plan.element(id)->fields) {
                for (const QString &part : value.text().split(u'\n'))
                    QVERIFY2(all.contains(part), qPrintable(part));
            }
        }
    }

    void emptyPlanHasAPage()
    {
        const Document document = wholeTable(PlanMaker({}).plan, {});
        QCOMPARE(document.title, u"計画"_s);
        const auto pages = layoutDocument(document, PageSetup::forPaper(PaperSize::A3Landscape));
        QVERIFY(pages);
        QCOMPARE(pages.value().pages.size(), 1u);
    }

    void metadataComesFromThePlan()
    {
        const Made made;
        const auto options = PaperOptions::fromPairs({u"number=資料1-1"_s, u"meeting=第2回会議"_s});
        QVERIFY(options);
        const Document document = wholeTable(made.maker.plan, options.value());
        const PdfMetadata metadata = reportMetadata(made.maker.plan, document, "2026-11-22T09:00:00+09:00");
        QCOMPARE(metadata.title, u"汐見野市の計画"_s);
        QCOMPARE(metadata.author, u"汐見野市 企画課"_s);
        QCOMPARE(metadata.subject, u"資料1-1　第2回会議"_s);
    }

    void optionsAreRead()
    {
        const auto options = PaperOptions::fromPairs(
            {u"number=資料1=1"_s, u"date=令和8年11月22日"_s, u"paper=A4"_s, u"font=gothic"_s, u"meeting="_s});
        QVERIFY(options);
        QCOMPARE(options.value().number, u"資料1=1"_s);
        QCOMPARE(options.value().date, u"令和8年11月22日"_s);
        QCOMPARE(options.value().paper, PaperSize::A4Landscape);
        QCOMPARE(options.value().typeface, Typeface::Gothic);
        QVERIFY(options.value().meeting.isEmpty());
    }

    void wrongOptionsAreNamed_data()
    {
        QTest::addColumn<QString>("pair");
        QTest::addColumn<QString>("subject");
        QTest::newRow("unknown key") << u"colour=red"_s << u"colour"_s;
        QTest::newRow("no value") << u"number"_s << u"number"_s;
        QTest::newRow("unknown paper") << u"paper=B5"_s << u"paper=B5"_s;
        QTest::newRow("unknown font") << u"font=comic"_s << u"font=comic"_s;
        QTest::newRow("empty") << u""_s << u""_s;
    }
    void wrongOptionsAreNamed()
    {
        QFETCH(QString, pair);
        QFETCH(QString, subject);
        const auto options = PaperOptions::fromPairs({u"date=x"_s, pair});
        QVERIFY(!options);
        QCOMPARE(options.error().code, Error::Code::InvalidInput);
        QCOMPARE(options.error().subject, subject);
    }

    void shorteningKeepsCharactersWhole()
    {
        QCOMPARE(shortened(u"短い"_s, 5), u"短い"_s);
        QCOMPARE(shortened(u"あいうえおか"_s, 5), u"あいうえお…"_s);
        QCOMPARE(shortened(u"あいうえ𠮷か"_s, 5), u"あいうえ…"_s);
    }
};

QTEST_MAIN(tst_TableReport)
#include "tst_tablereport.moc"
