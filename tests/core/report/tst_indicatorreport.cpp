// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/indicatorreport.h"
#include "core/report/layout.h"
#include "core/report/reportkinds.h"
#include "tests/core/report/planmaker.h"

#include <QtTest>

using namespace mezasu;
using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {

Document wholeReport(const Plan &plan, const PaperOptions &options)
{
    return completed(indicatorReport(plan, options));
}

Value entry(const char16_t *number, const QString &status = {}, const QString &note = {})
{
    return IndicatorValue{Decimal::fromCanonical(QString::fromUtf16(number)), status, {}, note};
}

Value missing(const QString &why)
{
    return IndicatorValue{{}, {}, why, {}};
}

/// A policy with a goal of two indicators and an item of one without values.
struct Made
{
    Made()
        : maker({{u"title"_s, u"汐見野市の計画"_s}, {u"first_year"_s, qint64(2022)}, {u"last_year"_s, qint64(2024)}})
    {
        const ElementId office = maker.add(Kind::Department, maker.root, {{u"name"_s, u"広報課"_s}});
        const ElementId policy =
            maker.add(Kind::Policy, maker.root, {{u"number"_s, u"1"_s}, {u"title"_s, u"近い行政"_s}});
        const ElementId goal = maker.add(Kind::Goal, policy, {});
        maker.add(Kind::Statement, goal, {{u"text"_s, u"声が届いています"_s}});
        share = maker.add(Kind::Indicator, goal,
            {{u"name"_s, u"満足の割合"_s}, {u"unit"_s, u"%"_s}, {u"definition"_s, u"満足とした人の割合"_s},
                {u"source"_s, u"市民調査"_s}, {u"direction"_s, u"increase"_s}, {u"department"_s, office.uuidString()},
                {u"values/2020/baseline"_s, entry(u"40.5")}, {u"values/2022/actual"_s, missing(u"not_surveyed"_s)},
                {u"values/2023/actual"_s, entry(u"46", u"preliminary"_s, u"郵送のみ"_s)},
                {u"values/2024/target"_s, entry(u"50.0", {}, u"郵送のみ"_s)}});
        maker.add(Kind::Indicator, goal,
            {{u"name"_s, u"差引"_s}, {u"unit"_s, u"百万円"_s}, {u"values/2022/actual"_s, entry(u"-1234")},
                {u"values/2023/actual"_s, missing(u"unavailable"_s)}});
        const ElementId item = maker.add(Kind::ReformItem, goal, {{u"code"_s, u"1-1"_s}, {u"title"_s, u"伝える"_s}});
        maker.add(Kind::Indicator, item, {{u"name"_s, u"これから決める"_s}});
    }
    PlanMaker maker;
    ElementId share;
};

QString textOf(const TableCell &cell)
{
    QStringList lines;
    for (const Paragraph &paragraph : cell.paragraphs)
        lines += paragraph.label + paragraph.text;
    return lines.join(u'|');
}

QStringList rowsOf(const Table &table)
{
    QStringList rows;
    for (const auto *part : {&table.headingRows, &table.rows}) {
        for (const TableRow &row : *part) {
            QStringList cells;
            for (const TableCell &cell : row.cells)
                cells += textOf(cell);
            rows += cells.join(u'/');
        }
    }
    return rows;
}

template <typename T>
std::vector<const T *> blocksOf(const Section &section)
{
    std::vector<const T *> out;
    for (const Block &block : section.blocks) {
        if (const T *one = std::get_if<T>(&block))
            out.push_back(one);
    }
    return out;
}

QStringList paragraphsOf(const Section &section)
{
    QStringList out;
    for (const Paragraph *one : blocksOf<Paragraph>(section))
        out += one->label + one->text;
    return out;
}

} // namespace

class tst_IndicatorReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOverviewHasTheLatestNumbers()
    {
        const Document document = wholeReport(Made().maker.plan, {});
        QCOMPARE(document.title, u"汐見野市の計画　指標"_s);
        QCOMPARE(document.sections.size(), std::size_t(4));
        QCOMPARE(rowsOf(*blocksOf<Table>(document.sections.front()).front()),
            (QStringList{u"目指す姿・改革項目/№/指標/単位/基準値/実績値/目標値"_s,
                u"目指す姿「声が届いています」/1/満足の割合/%/40.5|2020年度/46|（速報値）|2023年度/50.0|2024年度"_s,
                u"2/差引/百万円//△1,234|2022年度/"_s, u"改革項目「1-1 伝える」/3/これから決める////"_s}));
    }

    void anIndicatorSaysWhatItMeasures()
    {
        const Document document = wholeReport(Made().maker.plan, {});
        const Section &section = document.sections.at(1);
        QVERIFY(section.keepTogether);
        QCOMPARE(blocksOf<Heading>(section).front()->text, u"1 近い行政"_s);
        QCOMPARE(blocksOf<Heading>(section).back()->text, u"1　満足の割合"_s);
        QCOMPARE(paragraphsOf(section),
            (QStringList{u"位置づけ：目指す姿「声が届いています」"_s, u"定義・算出方法：満足とした人の割合"_s,
                u"出典：市民調査"_s, u"目指す方向：増加を目指す　　所管課：広報課"_s, u"－：未調査"_s,
                u"※2023年度の実績値：郵送のみ"_s, u"※2024年度の目標値：郵送のみ"_s}));
        QCOMPARE(blocksOf<Heading>(document.sections.at(2)).size(), std::size_t(1)); // the policy stands once
    }

    void everyYearOfThePlanHasItsColumn()
    {
        const Document document = wholeReport(Made().maker.plan, {});
        QCOMPARE(rowsOf(*blocksOf<Table>(document.sections.at(1)).front()),
            (QStringList{u"単位：%/2020年度/2022年度/2023年度/2024年度"_s, u"基準値/40.5///"_s, u"目標値////50.0"_s,
                u"実績値//－/46|（速報値）/"_s}));
    }

    void theChartIsSaidInWords()
    {
        const Document document = wholeReport(Made().maker.plan, {});
        QCOMPARE(blocksOf<Figure>(document.sections.at(1)).front()->alt,
            u"グラフ「満足の割合」の推移。基準値：2020年度は40.5%。目標値：2024年度は50.0%。実績値：2022年度は未調査、2023年度は46%（速報値）。"_s);
        QCOMPARE(paragraphsOf(document.sections.at(3)).last(), u"値はまだありません。"_s);
        QVERIFY(blocksOf<Figure>(document.sections.at(3)).empty());
    }

    void manyYearsTakeSeveralTables()
    {
        PlanMaker maker({});
        const ElementId goal = maker.add(Kind::Goal, maker.add(Kind::Policy, maker.root, {}), {});
        const ElementId id = maker.add(Kind::Indicator, goal, {{u"name"_s, u"甲"_s}});
        auto element = std::make_shared<Element>(*maker.plan.element(id));
        for (int year = 2001; year <= 2020; ++year)
            element->fields.set(field::values(year, u"actual"), entry(u"1"));
        maker.plan.put(element);
        const Document document = wholeReport(maker.plan, {});
        const auto tables = blocksOf<Table>(document.sections.at(1));
        QCOMPARE(tables.size(), std::size_t(3));
        QCOMPARE(tables.back()->columns.size(), std::size_t(7));
        QCOMPARE(rowsOf(*tables.back()).front(), u"/2015年度/2016年度/2017年度/2018年度/2019年度/2020年度"_s);
    }

    void whatIsContestedIsMarkedAndListed()
    {
        Made made;
        made.maker.plan.setConflict(made.share, u"values/2024/target"_s, {entry(u"50.0"), entry(u"55")});
        const Document document = wholeReport(made.maker.plan, {});
        QCOMPARE(rowsOf(*blocksOf<Table>(document.sections.at(1)).front()).at(2), u"目標値////50.0|（調整中）"_s);
        QCOMPARE(document.sections.size(), std::size_t(5));
        QCOMPARE(paragraphsOf(document.sections.back()).last(), u"・指標「満足の割合」の値 2024 目標値：50.0／55"_s);
    }

    void aPlanWithoutIndicatorsSaysSo()
    {
        const Document document = wholeReport(PlanMaker({}).plan, {});
        QCOMPARE(document.sections.size(), std::size_t(1));
        QCOMPARE(paragraphsOf(document.sections.front()), QStringList{u"指標はまだありません。"_s});
    }

    void twoIndicatorsStandOnOnePage()
    {
        PlanMaker maker({{u"first_year"_s, qint64(2022)}, {u"last_year"_s, qint64(2026)}});
        const ElementId goal = maker.add(Kind::Goal, maker.add(Kind::Policy, maker.root, {{u"title"_s, u"甲"_s}}), {});
        constexpr int kMany = 6;
        for (int i = 0; i < kMany; ++i)
            maker.add(Kind::Indicator, goal,
                {{u"name"_s, u"指標の名前"_s}, {u"unit"_s, u"%"_s},
                    {u"definition"_s, u"二つの行にわたる定義。"_s.repeated(6)}, {u"source"_s, u"市民調査"_s},
                    {u"values/2020/baseline"_s, entry(u"40.5")},
                    {u"values/2023/actual"_s, entry(u"46", u"preliminary"_s)},
                    {u"values/2026/target"_s, entry(u"50")}});
        const ReportKind &kind = *reportKind(u"indicators");
        const auto pages = layoutDocument(kind.make(maker.plan, kind.usual), kind.setup(kind.usual));
        QVERIFY(pages);
        std::vector<std::size_t> charts;
        for (const Page &page : pages.value().pages) {
            if (!page.charts.empty())
                charts.push_back(page.charts.size());
        }
        QCOMPARE(charts, std::vector<std::size_t>(kMany / 2, 2));
        // What is kept together begins and ends on one page: no bookmark of an indicator without its chart.
        QCOMPARE(std::count_if(pages.value().bookmarks.begin(), pages.value().bookmarks.end(),
                     [](const Bookmark &bookmark) { return bookmark.level == 2; }),
            kMany);
        for (const Bookmark &bookmark : pages.value().bookmarks) {
            if (bookmark.level == 2)
                QVERIFY(!pages.value().pages.at(std::size_t(bookmark.page)).charts.empty());
        }
    }

    void kindsAreKnownByName()
    {
        QCOMPARE(reportKinds().size(), std::size_t(2));
        QVERIFY(reportKind(u"table"));
        QVERIFY(!reportKind(u"Table"));
        QCOMPARE(reportKind(u"indicators")->setup(reportKind(u"indicators")->usual).sizePt, 10.5);
    }
};

QTEST_MAIN(tst_IndicatorReport)
#include "tst_indicatorreport.moc"
