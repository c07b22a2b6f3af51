// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/artifacts.h"
#include "core/report/pdfwriter.h"
#include "core/report/reportkinds.h"
#include "core/report/tablereport.h"
#include "tests/core/report/awkwardplan.h"
#include "tests/core/report/pagechecker.h"
#include "tests/core/report/pdfreader.h"
#include "tests/core/report/planmaker.h"

#include <QtTest>

#include <algorithm>

using namespace mezasu;
using namespace mezasu::report;
using namespace Qt::StringLiterals;
using pdfreader::Node;

namespace {

const QByteArray kDate = "2026-11-28T09:00:00+09:00";

struct Paper
{
    Document document;
    Pages pages;
    PdfMetadata metadata;
};

Paper paperOf(const Plan &plan, const ReportKind &kind, PaperOptions options)
{
    Paper paper;
    paper.document = kind.make(plan, options);
    auto pages = layoutDocument(paper.document, kind.setup(options));
    if (pages)
        paper.pages = std::move(pages).value();
    paper.metadata = reportMetadata(plan, paper.document, kDate);
    return paper;
}

pdfreader::File fileOf(const Paper &paper)
{
    const auto pdf = renderPdf(paper.pages, paper.metadata);
    if (!pdf)
        return {{}, {pdf.error().detail}, {}, 0};
    return pdfreader::read(pdf.value());
}

QStringList withoutEmpty(QStringList texts)
{
    texts.removeAll(QString());
    return texts;
}

template <typename Wanted>
std::vector<const Node *> nodesOf(const Node &node, Wanted wanted)
{
    std::vector<const Node *> found;
    if (wanted(node))
        found.push_back(&node);
    for (const Node &kid : node.kids) {
        const auto below = nodesOf(kid, wanted);
        found.insert(found.end(), below.begin(), below.end());
    }
    return found;
}

std::vector<const Node *> withRole(const Node &node, const QByteArray &role)
{
    return nodesOf(node, [&role](const Node &one) { return one.role == role; });
}

/// The texts of the plan that the planning table shows, in the order of the plan.
QStringList textsOf(const Plan &plan)
{
    QStringList texts;
    for (const ElementId &id : plan.preorder()) {
        if (id.kind == Kind::Plan || id.kind == Kind::Department || plan.conflicts().contains(id))
            continue;
        for (const QStringView field : {u"number", u"code", u"title", u"name", u"text", u"description"})
            texts += plan.text(id, field).remove(u'\n');
    }
    return withoutEmpty(texts);
}

Plan smallPlan()
{
    PlanMaker maker(
        {{u"title"_s, u"汐見野市の計画"_s}, {u"first_year"_s, qint64(2022)}, {u"last_year"_s, qint64(2026)}});
    const ElementId policy = maker.add(Kind::Policy, maker.root, {{u"number"_s, u"1"_s}, {u"title"_s, u"近い行政"_s}});
    const ElementId goal = maker.add(Kind::Goal, policy, {});
    maker.add(Kind::Statement, goal, {{u"mark"_s, u"①"_s}, {u"text"_s, u"声が届いています"_s}});
    const ElementId item = maker.add(Kind::ReformItem, goal, {{u"code"_s, u"1-1"_s}, {u"title"_s, u"伝える"_s}});
    for (int i = 0; i < 5; ++i) {
        const IndicatorValue value{Decimal::fromCanonical(u"40.5"), {}, {}, {}};
        maker.add(Kind::Indicator, goal,
            {{u"name"_s, u"指標%1の割合"_s.arg(i)}, {u"unit"_s, u"%"_s}, {u"values/2022/actual"_s, value}});
    }
    maker.plan.setConflict(item, u"title"_s, {u"伝える"_s, u"知らせる"_s});
    return maker.plan;
}

PaperOptions full(PaperOptions options)
{
    options.number = u"資料1-1"_s;
    options.meeting = u"第3回 行政改革推進委員会"_s;
    options.date = u"令和8年11月28日"_s;
    options.note = u"取扱注意"_s;
    return options;
}

using Breaking = void (*)(Pages &pages);

StructureElement &elementOf(Pages &pages, const QByteArray &role)
{
    return *std::find_if(pages.elements.begin(), pages.elements.end(),
        [&](const StructureElement &element) { return element.role == role; });
}

} // namespace

class tst_PdfStructure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPaperIsHeardAsItIsWritten_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 0; seed <= 16; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void everyPaperIsHeardAsItIsWritten()
    {
        QFETCH(uint, seed);
        const Plan plan = seed == 0 ? smallPlan() : awkwardPlan(seed);
        for (const ReportKind &kind : reportKinds()) {
            const Paper paper = paperOf(plan, kind, full(kind.usual));
            const pdfreader::File file = fileOf(paper);
            QVERIFY2(file.faults.isEmpty(), qPrintable(kind.name + u": "_s + file.faults.join(u'\n')));
            QCOMPARE(withoutEmpty(pdfreader::blockTexts(file.document)), pagechecker::saidTexts(paper.document));
            QCOMPARE(file.pages, int(paper.pages.pages.size()));
            // The pages are called by the numbers that are printed on them.
            QCOMPARE(file.labels.size(), file.pages);
            for (int page = 0; page < file.pages; ++page)
                QCOMPARE(file.labels[page], QString::number(page + 1));
        }
    }

    void theTableIsHeardInTheOrderOfThePlan()
    {
        const Plan plan = awkwardPlan(4);
        const ReportKind &kind = *reportKind(u"table");
        const pdfreader::File file = fileOf(paperOf(plan, kind, kind.usual));
        const QString heard = file.document.wholeText();
        qsizetype at = 0;
        for (const QString &text : textsOf(plan)) {
            const qsizetype found = heard.indexOf(text, at);
            QVERIFY2(found >= 0, qPrintable(text));
            at = found + text.size();
        }
    }

    void theOverviewLeadsToThePages()
    {
        const ReportKind &kind = *reportKind(u"indicators");
        const pdfreader::File file = fileOf(paperOf(smallPlan(), kind, full(kind.usual)));
        const auto links = withRole(file.document, "Link");
        const auto headings = withRole(file.document, "H3");
        QCOMPARE(links.size(), std::size_t(5));
        QCOMPARE(headings.size(), std::size_t(5));
        for (std::size_t i = 0; i < links.size(); ++i) {
            QCOMPARE(links[i]->text, u"指標%1の割合"_s.arg(i));
            QCOMPARE(links[i]->targets, QList<int>{headings[i]->page});
            QCOMPARE(links[i]->links.first(),
                u"%1ページ「%2　指標%3の割合」へ"_s.arg(headings[i]->page + 1).arg(i + 1).arg(i));
        }
    }

    void whatIsContestedLeadsToItsRow()
    {
        const ReportKind &kind = *reportKind(u"table");
        const pdfreader::File file = fileOf(paperOf(smallPlan(), kind, kind.usual));
        const auto links = withRole(file.document, "Link");
        QCOMPARE(links.size(), std::size_t(1));
        QVERIFY(links.front()->text.contains(u"知らせる"_s));
        QCOMPARE(links.front()->targets, QList<int>{0});
    }

    void aLinkOfSeveralLinesHasAnAreaForEach()
    {
        Document document;
        document.title = u"題名"_s;
        Section section;
        section.blocks.emplace_back(
            Paragraph{{}, u"とても長い名前の場所へ。"_s.repeated(20), Emphasis::Normal, u"there"_s});
        section.blocks.emplace_back(Paragraph{{}, u"どこにもない場所へ。"_s, Emphasis::Normal, u"nowhere"_s});
        section.blocks.emplace_back(Heading{2, u"そこ"_s, u"there"_s});
        section.blocks.emplace_back(Paragraph{{}, u"本文"_s});
        document.sections.push_back(section);
        Paper paper;
        paper.document = document;
        paper.pages = layoutDocument(document, PageSetup::forPaper(PaperSize::A4Portrait)).value();
        paper.metadata.title = document.title;
        paper.metadata.date = kDate;
        const pdfreader::File file = fileOf(paper);
        QVERIFY2(file.faults.isEmpty(), qPrintable(file.faults.join(u'\n')));
        const auto links = withRole(file.document, "Link");
        QCOMPARE(links.size(), std::size_t(1));
        QVERIFY(links.front()->links.size() > 2);
        QCOMPARE(withRole(file.document, "Span").size(), std::size_t(1));
    }

    void chartsSayTheirLabels()
    {
        const ReportKind &kind = *reportKind(u"indicators");
        const pdfreader::File file = fileOf(paperOf(smallPlan(), kind, kind.usual));
        const auto figures = withRole(file.document, "Figure");
        QCOMPARE(figures.size(), std::size_t(5));
        for (const Node *figure : figures) {
            QVERIFY(figure->text.contains(u"2026年度"_s));
            QVERIFY(figure->text.contains(u"40.5"_s));
            QVERIFY(figure->text.contains(u"実績値"_s));
            QVERIFY(figure->alt.contains(u"2022年度は40.5%"_s));
        }
    }

    void whatIsBrokenIsFound_data()
    {
        QTest::addColumn<Breaking>("breakIt");
        const auto row = [](const char *name, Breaking breakIt) { QTest::newRow(name) << breakIt; };
        row("a figure without words", [](Pages &pages) { elementOf(pages, "Figure").alt.clear(); });
        row("a header cell without scope", [](Pages &pages) { elementOf(pages, "TH").scope.clear(); });
        row("a level of headings left out", [](Pages &pages) { elementOf(pages, "H2").role = "H4"; });
        row("a cell outside a row", [](Pages &pages) { elementOf(pages, "TD").parent = 0; });
        row("a span too wide", [](Pages &pages) { elementOf(pages, "TD").columnSpan = 9; });
        row("an unknown role", [](Pages &pages) { elementOf(pages, "P").role = "Paragraph"; });
        row("a link without an area", [](Pages &pages) { pages.links.clear(); });
        row("a list item without its mark", [](Pages &pages) { elementOf(pages, "Lbl").parent = 0; });
    }
    void whatIsBrokenIsFound()
    {
        QFETCH(Breaking, breakIt);
        const ReportKind &kind = *reportKind(u"indicators");
        Paper paper = paperOf(smallPlan(), kind, full(kind.usual));
        QVERIFY(fileOf(paper).faults.isEmpty());
        breakIt(paper.pages);
        QVERIFY(!fileOf(paper).faults.isEmpty());
    }

    void whatIsNoContentBecomesAnArtifact_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<int>("pieces");
        const QByteArray begin = "0.25 0.5 0.75 1.25 re f ";
        const QByteArray end = "0.25 0.5 0.75 1.75 re f ";
        QTest::newRow("nothing") << QByteArray() << QByteArray() << 0;
        QTest::newRow("a line") << QByteArray("0 0 m 1 1 l S") << QByteArray("/Artifact BMC 0 0 m 1 1 l S EMC") << 0;
        QTest::newRow("content alone") << QByteArray(begin + "BT (a) Tj ET " + end)
                                       << QByteArray("/Span << /MCID 0 >> BDC BT (a) Tj ET EMC") << 1;
        QTest::newRow("between content")
            << QByteArray("q " + begin + "1 w " + end + "2 w " + begin + "3 w " + end + "Q")
            << QByteArray("/Artifact BMC q EMC /Span << /MCID 0 >> BDC 1 w EMC /Artifact BMC 2 w EMC "
                          "/Span << /MCID 1 >> BDC 3 w EMC /Artifact BMC Q EMC")
            << 2;
        QTest::newRow("one after the other")
            << QByteArray(begin + "1 w " + begin + "2 w " + end)
            << QByteArray("/Span << /MCID 0 >> BDC 1 w EMC /Span << /MCID 1 >> BDC 2 w EMC") << 2;
        QTest::newRow("an end that nothing began")
            << QByteArray(end + "1 w") << QByteArray("/Artifact BMC 1 w EMC") << 0;
        QTest::newRow("other rectangles") << QByteArray("0.25 0.5 0.75 1.3 re f 1 2 3 4 re f")
                                          << QByteArray("/Artifact BMC 0.25 0.5 0.75 1.3 re f 1 2 3 4 re f EMC") << 0;
        QTest::newRow("drawn upwards") << QByteArray("0.25 841.39 0.75 -1.25 re f* 1 w")
                                       << QByteArray("/Span << /MCID 0 >> BDC 1 w EMC") << 1;
        QTest::newRow("text that stands for glyphs")
            << QByteArray("/Span << /ActualText <feff304b> >> BDC <01> Tj EMC " + begin
                   + "/Span << /ActualText <feff304b> >> BDC <01> Tj EMC " + end)
            << QByteArray("/Artifact BMC /Span << /ActualText <feff304b> >> BDC <01> Tj EMC EMC "
                          "/Span << /MCID 0 >> BDC /Span << /ActualText <feff304b> >> BDC <01> Tj EMC EMC")
            << 1;
        QTest::newRow("words in strings")
            << QByteArray(begin + "(EMC \\) (BDC) ) Tj [(S) -3 <454d43>] TJ " + end)
            << QByteArray("/Span << /MCID 0 >> BDC (EMC \\) (BDC) ) Tj [(S) -3 <454d43>] TJ EMC") << 1;
    }
    void whatIsNoContentBecomesAnArtifact()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, expected);
        const MarkedContent marked = markedContent({content.constData(), std::size_t(content.size())});
        QCOMPARE(QByteArray::fromStdString(marked.text).simplified(), expected);
        QTEST(marked.pieces, "pieces");
    }

    void whatIsNoPdfIsRefused() { QVERIFY(!pdfreader::read("no PDF at all").faults.isEmpty()); }
};

QTEST_MAIN(tst_PdfStructure)
#include "tst_pdfstructure.moc"
