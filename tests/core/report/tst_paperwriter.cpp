// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/paperwriter.h"

#include "core/report/pdfwriter.h"
#include "core/report/reportkinds.h"
#include "core/report/tablereport.h"
#include "tests/core/report/awkwardplan.h"
#include "tests/core/report/pagechecker.h"
#include "tests/core/report/pdfreader.h"
#include "tests/core/report/pdftools.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <set>

using namespace mezasu;
using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kDate = "2026-11-28T09:00:00+09:00";

/// Puts a paper together again, and looks whether what it was told on the way is true.
class Collector : public PageSink
{
public:
    bool take(PageBatch batch) override
    {
        pages.size = batch.size;
        pages.styles = batch.styles;
        for (const StructureElement &element : batch.elements) {
            if (element.parent >= 0 && !m_open.contains(element.parent))
                faults += u"a child of a closed element"_s;
            m_open.insert(int(pages.elements.size()));
            pages.elements.push_back(element);
        }
        for (const Bookmark &bookmark : batch.bookmarks) {
            if (bookmark.page >= int(pages.pages.size() + batch.pages.size()))
                faults += u"a bookmark of a later page"_s;
            pages.bookmarks.push_back(bookmark);
        }
        mostPages = std::max(mostPages, batch.pages.size());
        for (const Page &page : batch.pages) {
            for (const TextLine &line : page.lines)
                look(line.element);
            for (const ChartBox &chart : page.charts)
                look(chart.element);
            pages.pages.push_back(page);
        }
        for (const auto &[from, to] : batch.closed) {
            for (int element = from; element < to; ++element)
                m_open.erase(element);
        }
        mostOpen = std::max(mostOpen, m_open.size());
        if (batch.share < share || batch.share > 1)
            faults += u"the share goes back"_s;
        share = batch.share;
        return pages.pages.size() < std::size_t(lastPage);
    }
    void end(PageEnd end) override
    {
        for (const int span : end.spans)
            pages.elements[std::size_t(span)].role = "Span";
        pages.links = std::move(end.links);
        isEnded = true;
    }

    Pages pages;
    QStringList faults;
    std::size_t mostPages = 0; ///< in one batch
    std::size_t mostOpen = 0;  ///< elements
    double share = 0;
    bool isEnded = false;
    int lastPage = 1 << 20; ///< cancels with it

private:
    void look(int element)
    {
        if (element != kArtifact && !m_open.contains(element))
            faults += u"content of a closed element"_s;
    }
    std::set<int> m_open;
};

/// Rows that know how many of them were made.
class CountedRows : public RowSource
{
public:
    std::size_t count() const override { return 5000; }
    TableRow row(std::size_t index) const override
    {
        ++made;
        TableRow row;
        row.cells.resize(2);
        row.cells[0].paragraphs.push_back({{}, u"第%1の項目"_s.arg(index + 1)});
        row.cells[1].paragraphs.push_back({{}, u"何行かにわたる説明の文である。"_s.repeated(int(index % 7) * 4 + 1)});
        return row;
    }
    std::vector<std::size_t> columns(std::size_t) const override { return {0, 1}; }

    mutable std::atomic<int> made = 0;
};

Document documentOf(const std::shared_ptr<const RowSource> &rows)
{
    Table table;
    table.columns = {{20, 60}, {40, 200}};
    TableRow heading;
    heading.cells.resize(2);
    heading.cells[0].paragraphs.push_back({{}, u"名称"_s, Emphasis::Strong});
    heading.cells[1].paragraphs.push_back({{}, u"説明"_s, Emphasis::Strong});
    table.headingRows.push_back(heading);
    table.source = rows;
    Document document;
    document.title = u"長い表"_s;
    Section section;
    section.blocks.emplace_back(Heading{2, u"一覧"_s});
    section.blocks.emplace_back(table);
    document.sections.push_back(section);
    return document;
}

} // namespace

class tst_PaperWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void pagesThatAreGivenAwayAreTheSame_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void pagesThatAreGivenAwayAreTheSame()
    {
        QFETCH(uint, seed);
        const Plan plan = awkwardPlan(seed);
        for (const ReportKind &kind : reportKinds()) {
            const Document document = kind.make(plan, kind.usual);
            const PageSetup setup = kind.setup(kind.usual);
            const auto whole = layoutDocument(completed(document), setup);
            QVERIFY(whole);
            Collector collector;
            const auto done = layoutDocument(document, setup, &collector);
            QVERIFY(done);
            QVERIFY(collector.isEnded);
            QCOMPARE(collector.faults, QStringList());
            QCOMPARE(pagechecker::fingerprint(collector.pages), pagechecker::fingerprint(whole.value()));
            QCOMPARE(collector.pages.links.size(), whole.value().links.size());
            for (std::size_t i = 0; i < collector.pages.links.size(); ++i) {
                QCOMPARE(collector.pages.links[i].area, whole.value().links[i].area);
                QCOMPARE(collector.pages.links[i].target.page, whole.value().links[i].target.page);
            }
        }
    }

    void aLongTableIsNeverThereAsAWhole()
    {
        const auto rows = std::make_shared<const CountedRows>();
        Collector collector;
        const auto done = layoutDocument(documentOf(rows), PageSetup::forPaper(PaperSize::A4Portrait), &collector);
        QVERIFY(done);
        QCOMPARE(collector.faults, QStringList());
        QVERIFY(collector.pages.pages.size() > 100);
        QVERIFY(collector.pages.elements.size() > 20000);
        // One page waits for the heading's company; of the elements, those of the page that is being filled are open.
        QVERIFY2(collector.mostPages <= 2, qPrintable(QString::number(collector.mostPages)));
        QVERIFY2(collector.mostOpen < 100, qPrintable(QString::number(collector.mostOpen)));
    }

    void theFirstPageNeedsItsOwnRowsAndASample()
    {
        const auto rows = std::make_shared<const CountedRows>();
        Document document = documentOf(rows);
        int asked = 0;
        document.sections.front().later = [&asked] {
            ++asked;
            return std::vector<Block>();
        };
        Collector collector;
        collector.lastPage = 1;
        const auto done = layoutDocument(document, PageSetup::forPaper(PaperSize::A4Portrait), &collector);
        QCOMPARE(asked, 0); // what stands below the table is not reached
        QCOMPARE(done.error().code, Error::Code::Cancelled);
        QCOMPARE(collector.pages.pages.size(), std::size_t(1));
        QVERIFY2(rows->made < 300, qPrintable(QString::number(rows->made)));
    }

    void theFileIsThatOfTheWholePages_data()
    {
        QTest::addColumn<uint>("seed");
        for (const uint seed : {2u, 5u, 11u, 23u})
            QTest::addRow("seed %u", seed) << seed;
    }
    void theFileIsThatOfTheWholePages()
    {
        QFETCH(uint, seed);
        const Plan plan = awkwardPlan(seed);
        for (const ReportKind &kind : reportKinds()) {
            const Document document = kind.make(plan, kind.usual);
            const PdfMetadata metadata = reportMetadata(plan, document, kDate);
            QBuffer out;
            out.open(QIODevice::WriteOnly);
            const auto written = writePaper(document, kind.setup(kind.usual), metadata, &out);
            QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
            const pdfreader::File file = pdfreader::read(out.data());
            QVERIFY2(file.faults.isEmpty(), qPrintable(file.faults.join(u'\n')));
            QCOMPARE(file.pages, written.value().pages);
            const auto pages = layoutDocument(document, kind.setup(kind.usual));
            const auto whole = renderPdf(pages.value(), metadata);
            QVERIFY(whole);
            QCOMPARE(file.document.wholeText(), pdfreader::read(whole.value()).document.wholeText());
            QCOMPARE(written.value().findings.size(), paperFindings(kind.setup(kind.usual), pages.value()).size());
            QBuffer again;
            again.open(QIODevice::WriteOnly);
            QVERIFY(writePaper(document, kind.setup(kind.usual), metadata, &again));
            QVERIFY(again.data() == out.data());
        }
    }

    void theOldFileStaysUntilTheNewOneIsComplete()
    {
        const Document document = documentOf(std::make_shared<const CountedRows>());
        const PageSetup setup = PageSetup::forPaper(PaperSize::A4Portrait);
        const QString path = m_folder.filePath(u"old.pdf"_s);
        pdftools::save(path, "old");
        QList<double> shares;
        const auto cancelled = writePaper(document, setup, {}, path, [&](double share) {
            shares += share;
            return shares.size() < 3;
        });
        QCOMPARE(cancelled.error().code, Error::Code::Cancelled);
        QCOMPARE(shares.size(), 3);
        QVERIFY(shares[0] > 0 && shares[0] < shares[1] && shares[1] < shares[2] && shares[2] < 0.1);
        QCOMPARE(pdftools::load(path), QByteArray("old"));
        const auto refused = writePaper(document, setup, {}, m_folder.filePath(u"missing/new.pdf"_s));
        QCOMPARE(refused.error().code, Error::Code::Storage);
        QCOMPARE(refused.error().subject, m_folder.filePath(u"missing/new.pdf"_s));
    }

    void faultsOfTheContentAreTold()
    {
        Document document = documentOf(nullptr);
        auto &table = std::get<Table>(document.sections.front().blocks.back());
        table.rows.resize(1);
        table.rows.front().cells.resize(3); // in a table of two columns
        const PageSetup setup = PageSetup::forPaper(PaperSize::A4Portrait);
        const auto wide = writePaper(document, setup, {}, m_folder.filePath(u"wide.pdf"_s));
        QCOMPARE(wide.error().code, Error::Code::InvalidInput);
        PageSetup unknown = setup;
        unknown.fonts.body = u"No such family"_s;
        const auto without = writePaper(documentOf(nullptr), unknown, {}, m_folder.filePath(u"font.pdf"_s));
        QCOMPARE(without.error().subject, u"No such family"_s);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(tst_PaperWriter)
#include "tst_paperwriter.moc"
