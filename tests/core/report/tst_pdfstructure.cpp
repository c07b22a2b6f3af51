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

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

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

using Obj = QPDFObjectHandle;
using Breaking = void (*)(Pages &pages);
using FileBreaking = void (*)(QPDF &pdf);

/// The first dictionary with these names, wherever it is.
Obj found(QPDF &pdf, const char *key, const char *name)
{
    for (Obj &object : pdf.getAllObjects()) {
        Obj dictionary = object.isStream() ? object.getDict() : object;
        if (dictionary.isDictionary() && dictionary.getKey(key).isName() && dictionary.getKey(key).getName() == name)
            return object;
    }
    return Obj::newNull();
}

Obj firstPage(QPDF &pdf)
{
    return pdf.getAllPages().front();
}

void changeContent(QPDF &pdf, const std::string &before)
{
    Obj page = firstPage(pdf);
    const auto data = page.getKey("/Contents").getStreamData(qpdf_dl_all);
    const std::string text(reinterpret_cast<const char *>(data->getBuffer()), data->getSize());
    page.getKey("/Contents").replaceStreamData(before + text, Obj::newNull(), Obj::newNull());
}

void changeMetadata(QPDF &pdf, const QByteArray &from, const QByteArray &to)
{
    Obj stream = pdf.getRoot().getKey("/Metadata");
    const auto data = stream.getStreamData(qpdf_dl_all);
    QByteArray text(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
    QVERIFY(text.contains(from));
    stream.replaceStreamData(text.replace(from, to).toStdString(), Obj::newNull(), Obj::newNull());
}

QByteArray writtenAgain(const QByteArray &bytes, FileBreaking breakIt)
{
    QPDF pdf;
    pdf.processMemoryFile("paper", bytes.constData(), std::size_t(bytes.size()));
    breakIt(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

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

    void whatBreaksARuleIsFound_data()
    {
        QTest::addColumn<FileBreaking>("breakIt");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &expected, FileBreaking breakIt) {
            QTest::newRow(name) << breakIt << expected;
        };
        row("a font that is no subset", u"6.2.11.4"_s,
            [](QPDF &pdf) { found(pdf, "/Subtype", "/Type0").replaceKey("/BaseFont", Obj::newName("/IPAexMincho")); });
        row("a font of two names", u"6.2.11.2"_s, [](QPDF &pdf) {
            found(pdf, "/Type", "/FontDescriptor").replaceKey("/FontName", Obj::newName("/ABCDEF+Other"));
        });
        row("a font of two kinds", u"both symbolic"_s,
            [](QPDF &pdf) { found(pdf, "/Type", "/FontDescriptor").replaceKey("/Flags", Obj::newInteger(36)); });
        row("a font that is not embedded", u"not embedded"_s,
            [](QPDF &pdf) { found(pdf, "/Type", "/FontDescriptor").removeKey("/FontFile2"); });
        row("other widths", u"6.2.11.5"_s, [](QPDF &pdf) {
            Obj font = found(pdf, "/Subtype", "/CIDFontType2");
            font.removeKey("/W");
            font.replaceKey("/DW", Obj::newInteger(500));
        });
        row("a code that means nothing", u"6.2.11.7.2"_s, [](QPDF &pdf) {
            found(pdf, "/Subtype", "/Type0")
                .getKey("/ToUnicode")
                .replaceStreamData("1 beginbfchar <ffff> <0041> endbfchar", Obj::newNull(), Obj::newNull());
        });
        row("a character of private use", u"6.2.11.7.3"_s, [](QPDF &pdf) {
            found(pdf, "/Subtype", "/Type0")
                .getKey("/ToUnicode")
                .replaceStreamData("1 beginbfrange <0000> <ffff> <e000> endbfrange", Obj::newNull(), Obj::newNull());
        });
        row("a set of characters that lacks some", u"6.2.11.4.2"_s, [](QPDF &pdf) {
            found(pdf, "/Subtype", "/CIDFontType2")
                .getKey("/FontDescriptor")
                .replaceKey("/CIDSet", pdf.newStream(std::string(1, '\x80')));
        });
        row("another order of characters", u"6.2.11.3.1"_s, [](QPDF &pdf) {
            found(pdf, "/Subtype", "/CIDFontType2")
                .getKey("/CIDSystemInfo")
                .replaceKey("/Ordering", Obj::newString("Japan1"));
        });
        row("no map to the glyphs", u"no CIDToGIDMap"_s,
            [](QPDF &pdf) { found(pdf, "/Subtype", "/CIDFontType2").removeKey("/CIDToGIDMap"); });
        row("a simple font without encoding", u"6.2.11.6"_s,
            [](QPDF &pdf) { found(pdf, "/Subtype", "/TrueType").removeKey("/Encoding"); });
        row("a transfer function", u"6.2.5"_s, [](QPDF &pdf) {
            Obj state = Obj::newDictionary();
            state.replaceKey("/TR", Obj::newName("/Identity"));
            Obj states = Obj::newDictionary();
            states.replaceKey("/mine", state);
            firstPage(pdf).getKey("/Resources").replaceKey("/ExtGState", states);
        });
        row("four inks", u"6.2.4.3"_s, [](QPDF &pdf) { changeContent(pdf, "0 0 0 1 k "); });
        row("an operator that is none", u"6.2.2: an operator"_s, [](QPDF &pdf) { changeContent(pdf, "mine "); });
        row("a state that is never left", u"q without Q"_s, [](QPDF &pdf) { changeContent(pdf, "q "); });
        row("states within each other", u"6.1.13"_s, [](QPDF &pdf) {
            std::string deep;
            for (const char *one : {"q ", "Q "}) {
                for (int i = 0; i < 29; ++i)
                    deep += one;
            }
            changeContent(pdf, deep);
        });
        row("text that is neither content nor artifact", u"neither content nor artifact"_s, [](QPDF &pdf) {
            const std::string font = firstPage(pdf).getKey("/Resources").getKey("/Font").getKeys().begin()->c_str();
            changeContent(pdf, "BT " + font + " 1 Tf (a) Tj ET ");
        });
        row("no language", u"no language"_s, [](QPDF &pdf) { pdf.getRoot().removeKey("/Lang"); });
        row("a language that is none", u"6.7.4"_s,
            [](QPDF &pdf) { pdf.getRoot().replaceKey("/Lang", Obj::newString("in Japanese")); });
        row("a doubtful structure", u"doubtful"_s,
            [](QPDF &pdf) { pdf.getRoot().getKey("/MarkInfo").replaceKey("/Suspects", Obj::newBool(true)); });
        row("no output intent", u"no output intent"_s, [](QPDF &pdf) { pdf.getRoot().removeKey("/OutputIntents"); });
        row("a title that is not shown", u"the title is not shown"_s,
            [](QPDF &pdf) { pdf.getRoot().removeKey("/ViewerPreferences"); });
        row("another title", u"6.6.3"_s,
            [](QPDF &pdf) { pdf.getTrailer().getKey("/Info").replaceKey("/Title", Obj::newString("other")); });
        row("a mark that is not described", u"6.6.2.3"_s,
            [](QPDF &pdf) { changeMetadata(pdf, "http://www.aiim.org/pdfua/ns/id/</", "http://example.org/</"); });
        row("metadata of another part", u"the metadata lack"_s,
            [](QPDF &pdf) { changeMetadata(pdf, "<pdfaid:conformance>A</", "<pdfaid:conformance>B</"); });
        row("metadata that are no XML", u"no XML"_s,
            [](QPDF &pdf) { changeMetadata(pdf, "</dc:title>", "</dc:tytle>"); });
        row("a script", u"6.5.1"_s, [](QPDF &pdf) {
            Obj action = Obj::newDictionary();
            action.replaceKey("/S", Obj::newName("/JavaScript"));
            pdf.getRoot().replaceKey("/Mine", action);
        });
        row("a long string", u"6.1.13: a string"_s,
            [](QPDF &pdf) { pdf.getRoot().replaceKey("/Mine", Obj::newString(std::string(40000, 'a'))); });
        row("a tiny page", u"6.1.13: a page"_s,
            [](QPDF &pdf) { firstPage(pdf).replaceKey("/MediaBox", Obj::parse("[0 0 2 2]")); });
        row("a bookmark without a name", u"a bookmark without a name"_s,
            [](QPDF &pdf) { pdf.getRoot().getKey("/Outlines").getKey("/First").removeKey("/Title"); });
        row("a bookmark that leads nowhere", u"leads nowhere"_s,
            [](QPDF &pdf) { pdf.getRoot().getKey("/Outlines").getKey("/First").removeKey("/Dest"); });
        row("a row without cells", u"a row without cells"_s,
            [](QPDF &pdf) { found(pdf, "/S", "/TR").replaceKey("/K", Obj::newArray()); });
        row("a list without items", u"a list without items"_s,
            [](QPDF &pdf) { found(pdf, "/S", "/L").replaceKey("/K", Obj::newArray()); });
        row("a head behind its table", u"not its first part"_s, [](QPDF &pdf) {
            Obj kids = found(pdf, "/S", "/Table").getKey("/K");
            Obj first = kids.getArrayItem(0);
            kids.setArrayItem(0, kids.getArrayItem(1));
            kids.setArrayItem(1, first);
        });
        row("a figure whose area is none", u"whose area is none"_s,
            [](QPDF &pdf) { found(pdf, "/S", "/Figure").getKey("/A").replaceKey("/BBox", Obj::parse("[9 9 9 9]")); });
        row("an annotation that says nothing", u"does not say where it leads"_s,
            [](QPDF &pdf) { found(pdf, "/Subtype", "/Link").removeKey("/Contents"); });
        row("an annotation outside the structure", u"outside the structure"_s,
            [](QPDF &pdf) { found(pdf, "/Subtype", "/Link").removeKey("/StructParent"); });
        row("pages without an order of the structure", u"not in the order of the structure"_s,
            [](QPDF &pdf) { firstPage(pdf).removeKey("/Tabs"); });
        row("content that no element has", u"that no element has"_s, [](QPDF &pdf) {
            for (Obj &object : pdf.getAllObjects()) {
                if (object.isDictionary() && object.getKey("/S").isName() && object.getKey("/S").getName() == "/P"
                    && object.getKey("/K").isArray() && object.getKey("/K").getArrayNItems() > 0) {
                    object.replaceKey("/K", Obj::newArray());
                    return;
                }
            }
        });
    }
    void whatBreaksARuleIsFound()
    {
        QFETCH(FileBreaking, breakIt);
        QFETCH(QString, expected);
        static const QByteArray paper = [] {
            const ReportKind &kind = *reportKind(u"indicators");
            const Paper made = paperOf(smallPlan(), kind, full(kind.usual));
            return renderPdf(made.pages, made.metadata).value();
        }();
        const QStringList before = pdfreader::read(writtenAgain(paper, [](QPDF &) {})).faults;
        QVERIFY2(before.isEmpty(), qPrintable(before.join(u'\n')));
        const QString faults = pdfreader::read(writtenAgain(paper, breakIt)).faults.join(u'\n');
        QVERIFY2(faults.contains(expected), qPrintable(faults));
    }

    void theBytesAroundAFileAreLookedAt()
    {
        const ReportKind &kind = *reportKind(u"table");
        const Paper made = paperOf(smallPlan(), kind, full(kind.usual));
        const QByteArray paper = renderPdf(made.pages, made.metadata).value();
        QVERIFY(pdfreader::read(paper).faults.isEmpty());
        QVERIFY(pdfreader::read(paper + "more").faults.join(u'\n').contains(u"6.1.3: something behind"_s));
        QByteArray without = paper;
        without.replace(9, 5, "%text");
        QVERIFY(pdfreader::read(without).faults.join(u'\n').contains(u"6.1.2"_s));
        QByteArray longer = paper;
        const qsizetype length = longer.indexOf("/Length ") + 8;
        longer[length + 1] = longer[length + 1] == '9' ? '8' : '9';
        QVERIFY(!pdfreader::read(longer).faults.isEmpty());
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
