// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/layout.h"
#include "core/report/pagepainter.h"
#include "core/report/pdf/cairopaintengine.h"
#include "core/report/pdf/cairopdfdevice.h"
#include "core/report/pdf/pdffinish.h"
#include "core/report/pdf/pdfmaker.h"
#include "core/report/pdf/xmp.h"
#include "core/report/pdfwriter.h"
#include "tests/core/report/pdftools.h"

#include <QBuffer>
#include <QPainter>
#include <QPainterPath>
#include <QTemporaryDir>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kDate = "2026-11-22T09:00:00+09:00";

Document documentOf(const QString &title, const QStringList &paragraphs)
{
    Document document;
    document.title = title;
    Section section;
    for (const QString &text : paragraphs)
        section.blocks.emplace_back(Paragraph{{}, text, Emphasis::Normal});
    document.sections.push_back(section);
    return document;
}

Pages pagesOf(const Document &document, Typeface typeface = Typeface::Mincho)
{
    const auto pages = layoutDocument(document, PageSetup::forPaper(PaperSize::A4Portrait, typeface));
    return pages ? pages.value() : Pages();
}

PdfMetadata metadata()
{
    PdfMetadata made;
    made.title = u"計画の一覧 <𠮷>"_s;
    made.author = u"汐見野市 企画部"_s;
    made.subject = u"資料1-1"_s;
    made.creator = u"Mezasu"_s;
    made.date = kDate;
    return made;
}

/// A file in the making, on its first page, with a paragraph.
struct OneParagraph
{
    OneParagraph()
        : maker(&out, {595, 842}, metadata(), 1440)
    {
        PdfElement paragraph;
        paragraph.role = "P";
        element = maker.structure().addElement(paragraph, 0);
        maker.newPage();
    }
    struct Out : QBuffer
    {
        Out() { open(WriteOnly); }
    } out;
    PdfMaker maker;
    int element = 0;
};

} // namespace

class tst_PdfWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void textComesOutAsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("characters that share a glyph with a radical")
            << u"行政・市民・経常収支比率・高齢・人口・日用・方面"_s;
        QTest::newRow("both waves") << u"18〜20歳と18～20歳"_s;
        QTest::newRow("combining voiced mark") << u"か\u3099き\u3099がぎ"_s;
        QTest::newRow("ideographic variation") << u"葛\U000E0100飾と葛\U000E0101城"_s;
        QTest::newRow("beyond the basic plane") << u"𠮷野家の𠮷"_s;
        QTest::newRow("vendor characters") << u"①⑳㈱髙﨑Ⅳ㎡℡纊"_s;
        QTest::newRow("zero-like circles") << u"〇○◯0０"_s;
        QTest::newRow("Latin and digits") << u"KPI-1(ABC)95.50%H29R1"_s;
        QTest::newRow("minus signs and dashes") << u"-−－‐–—―ー△▲"_s;
        QTest::newRow("half-width katakana") << u"ｱｲｳﾞﾊﾟ･｡"_s;
    }
    void textComesOutAsTyped()
    {
        QFETCH(QString, text);
        for (const Typeface typeface : {Typeface::Mincho, Typeface::Gothic}) {
            const auto pdf = renderPdf(pagesOf(documentOf(u"題"_s, {u"始"_s + text + u"終"_s}), typeface), metadata());
            QVERIFY2(pdf, qPrintable(pdf ? QString() : pdf.error().detail));
            const QString path = m_folder.filePath(u"text.pdf"_s);
            pdftools::save(path, pdf.value());
            const QString found = pdftools::withoutBlanks(pdftools::textOf(path));
            QVERIFY2(found.contains(u"始"_s + pdftools::withoutBlanks(text) + u"終"_s), qPrintable(found));
        }
    }

    void blanksStayInTheLine()
    {
        const QString path = m_folder.filePath(u"blanks.pdf"_s);
        QVERIFY(writePdf(pagesOf(documentOf(u"題"_s, {u"Annual report 2026 of the city"_s})), metadata(), path));
        QVERIFY(pdftools::textOf(path).contains(u"Annual report 2026 of the city"_s));
    }

    void fileIsSoundAndFontsAreEmbedded()
    {
        const QString path = m_folder.filePath(u"sound.pdf"_s);
        QVERIFY(writePdf(pagesOf(documentOf(u"題名"_s, {u"本文の一"_s, u"本文の二"_s})), metadata(), path));
        const auto checked = pdftools::run(u"qpdf"_s, {u"--check"_s, path});
        QVERIFY2(checked.exitCode == 0, qPrintable(checked.text));
        const QStringList fonts = pdftools::run(u"pdffonts"_s, {path}).text.split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(fonts.size() >= 2);
        for (const QString &font : fonts) {
            const QStringList words = font.simplified().split(u' ');
            QVERIFY2(words.mid(words.size() - 5, 3) == QStringList({u"yes"_s, u"yes"_s, u"yes"_s}), qPrintable(font));
        }
    }

    void metadataIsWritten()
    {
        const QString path = m_folder.filePath(u"meta.pdf"_s);
        QVERIFY(writePdf(pagesOf(documentOf(u"題名"_s, {u"本文"_s})), metadata(), path));
        const QString info = pdftools::run(u"pdfinfo"_s, {u"-isodates"_s, path}).text;
        for (const QString &expected :
            {u"計画の一覧 <𠮷>"_s, u"汐見野市 企画部"_s, u"資料1-1"_s, u"2026-11-22T09:00:00+09"_s})
            QVERIFY2(info.contains(expected), qPrintable(expected + u'\n' + info));
        QVERIFY(info.contains(QRegularExpression(u"Tagged: +yes"_s)));
        const QString xmp = pdftools::run(u"pdfinfo"_s, {u"-meta"_s, path}).text;
        for (const QString &expected :
            {u"<pdfaid:part>2</pdfaid:part>"_s, u"<pdfaid:conformance>A</pdfaid:conformance>"_s,
                u"<pdfuaid:part>1</pdfuaid:part>"_s, u"計画の一覧 &lt;𠮷&gt;"_s, u"ja-JP"_s, u"資料1-1"_s})
            QVERIFY2(xmp.contains(expected), qPrintable(expected + u'\n' + xmp));
        const QByteArray objects =
            pdftools::run(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, path, u"-"_s}).text.toUtf8();
        for (const char *expected : {"/Lang (ja-JP)", "/GTS_PDFA1", "/Marked true", "/DisplayDocTitle true"})
            QVERIFY2(objects.contains(expected), expected);
    }

    void structureHasTheRoles()
    {
        Document document = documentOf(u"題名"_s, {u"本文"_s});
        auto &blocks = document.sections.front().blocks;
        blocks.emplace_back(Heading{2, u"節の見出し"_s});
        blocks.emplace_back(Paragraph{u"①"_s, u"項目一"_s, Emphasis::Normal});
        Table table;
        table.summary = u"表の説明"_s;
        table.columns = {{}, {}};
        TableRow heading;
        heading.cells.resize(2);
        heading.cells[0].paragraphs.push_back({{}, u"列一"_s, Emphasis::Strong});
        heading.cells[1].paragraphs.push_back({{}, u"列二"_s, Emphasis::Strong});
        table.headingRows.push_back(heading);
        TableRow row;
        row.cells.resize(1);
        row.cells[0].columnSpan = 2;
        row.cells[0].paragraphs.push_back({{}, u"広い升"_s, Emphasis::Normal});
        table.rows.push_back(row);
        blocks.emplace_back(table);
        const QString path = m_folder.filePath(u"tags.pdf"_s);
        QVERIFY(writePdf(pagesOf(document), metadata(), path));
        const QString tree = pdftools::run(u"pdfinfo"_s, {u"-struct-text"_s, path}).text;
        // Every role in reading order with its text below it.
        const QRegularExpression order(
            u"Document.*H1.*\"題名\".*Sect.*P.*\"本文\".*H2.*\"節の見出し\".*L.*LI.*Lbl.*\"①\".*LBody.*\"項目一\".*"
            "Table.*THead.*TR.*TH.*Scope /Column.*P.*\"列一\".*TBody.*TR.*TD.*ColSpan 2.*\"広い升\""_s,
            QRegularExpression::DotMatchesEverythingOption);
        QVERIFY2(order.match(tree).hasMatch(), qPrintable(tree));
        QVERIFY(!tree.contains(u"- 1 -"_s)); // the page number is no content
        QVERIFY(pdftools::textOf(path).contains(u"- 1 -"_s));
    }

    void bookmarksFormATree()
    {
        Document document = documentOf(u"題名"_s, {u"本文"_s});
        auto &blocks = document.sections.front().blocks;
        for (const auto &[level, text] : {std::pair{2, u"甲"_s}, {3, u"甲の一"_s}, {3, u"甲の二"_s}, {2, u"乙"_s}})
            blocks.emplace_back(Heading{level, text});
        const QString path = m_folder.filePath(u"outline.pdf"_s);
        QVERIFY(writePdf(pagesOf(document), metadata(), path));
        const QString json = pdftools::run(u"qpdf"_s, {u"--json=2"_s, u"--json-key=outlines"_s, path}).text;
        const auto outlines = QJsonDocument::fromJson(json.toUtf8()).object()[u"outlines"_s].toArray();
        QCOMPARE(outlines.size(), 2);
        QCOMPARE(outlines[0][u"title"_s].toString(), u"甲"_s);
        QCOMPARE(outlines[0][u"kids"_s].toArray().size(), 2);
        QCOMPARE(outlines[0][u"kids"_s][1][u"title"_s].toString(), u"甲の二"_s);
        QCOMPARE(outlines[1][u"title"_s].toString(), u"乙"_s);
        QCOMPARE(outlines[1][u"destpageposfrom1"_s].toInt(), 1);
    }

    void sameInputGivesTheSameBytes()
    {
        const Pages pages = pagesOf(documentOf(u"題名"_s, {u"本文𠮷"_s, u"か\u3099"_s}));
        const auto first = renderPdf(pages, metadata());
        const auto second = renderPdf(pages, metadata());
        QVERIFY(first);
        QVERIFY(second);
        QVERIFY(first.value() == second.value());
        PdfMetadata later = metadata();
        later.date = "2026-11-23T09:00:00+09:00";
        QVERIFY(renderPdf(pages, later).value() != first.value());
    }

    void textOutsideEveryTagIsAnError()
    {
        QBuffer raw;
        raw.open(QIODevice::WriteOnly);
        const QPageLayout layout(QPageSize(QPageSize::A4), QPageLayout::Portrait, {}, QPageLayout::Point);
        CairoPdfDevice device(&raw, layout, metadata());
        {
            QPainter painter(&device);
            painter.drawText(QPointF(500, 500), u"迷子"_s);
        }
        QVERIFY(!device.finish());
        QVERIFY(device.errorText().contains(u"迷子"_s));
    }

    void pageWithAnUntaggedLineIsNotWritten()
    {
        // A tag sink that never opens an artifact: what paintPage() must never become.
        Pages pages = pagesOf(documentOf(u"題名"_s, {u"本文"_s}));
        QBuffer raw;
        raw.open(QIODevice::WriteOnly);
        const QPageLayout layout(QPageSize(QPageSize::A4), QPageLayout::Portrait, {}, QPageLayout::Point);
        CairoPdfDevice device(&raw, layout, metadata());
        {
            QPainter painter(&device);
            paintPage(painter, pages, 0);
        }
        QVERIFY(!device.finish());
    }

    void nothingStaysBesideTheFile()
    {
        QTemporaryDir folder;
        QVERIFY(writePdf(pagesOf(documentOf(u"題名"_s, {u"本文"_s})), metadata(), folder.filePath(u"資料.pdf"_s)));
        QVERIFY(!writePdf(pagesOf(documentOf(u"題名"_s, {u"本文"_s})), metadata(), folder.filePath(u"二.pdf"_s),
            [](std::size_t, std::size_t) { return false; }));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"資料.pdf"_s});
    }

    void oldFileStaysWhenNothingCanBeWritten()
    {
        const QString path = m_folder.filePath(u"old.pdf"_s);
        pdftools::save(path, "old");
        const Pages pages = pagesOf(documentOf(u"題名"_s, {u"本文"_s}));
        const auto cancelled = writePdf(pages, metadata(), path, [](std::size_t, std::size_t) { return false; });
        QCOMPARE(cancelled.error().code, Error::Code::Cancelled);
        QCOMPARE(pdftools::load(path), QByteArray("old"));
        const auto refused = writePdf(pages, metadata(), m_folder.filePath(u"missing/new.pdf"_s));
        QCOMPARE(refused.error().code, Error::Code::Storage);
        QCOMPARE(refused.error().subject, m_folder.filePath(u"missing/new.pdf"_s));
        QVERIFY(writePdf(pages, metadata(), path));
        QVERIFY(pdftools::load(path).startsWith("%PDF-1.7"));
    }

    void missingFontIsNamed()
    {
        PageSetup setup;
        setup.fonts.body = u"No such family"_s;
        const auto pages = layoutDocument(documentOf(u"題"_s, {}), setup);
        QVERIFY(!pages);
        QCOMPARE(pages.error().code, Error::Code::NotFound);
        QCOMPARE(pages.error().subject, u"No such family"_s);
    }

    void finishingRefusesAFileThatDoesNotFitItsStructure()
    {
        const QString path = m_folder.filePath(u"raw.pdf"_s);
        const auto finished = [&](const PdfFinish &finish) {
            QBuffer out;
            out.open(QIODevice::WriteOnly);
            PdfFile file(&out);
            QFile raw(path);
            return finishPdf(&raw, finish, &file);
        };
        pdftools::save(path, "%PDF-1.5 not really");
        QCOMPARE(finished({}).error().code, Error::Code::Damaged);
        QFile raw(path);
        QVERIFY(raw.open(QIODevice::WriteOnly));
        const QPageLayout layout(QPageSize(QPageSize::A4), QPageLayout::Portrait, {}, QPageLayout::Point);
        CairoPdfDevice device(&raw, layout, metadata());
        QVERIFY(device.finish());
        raw.close();
        PdfFinish finish;
        QVERIFY(finished(finish).error().detail.contains(u"number of pages"_s));
        finish.pages = {1};
        finish.annotations.resize(1);
        finish.pieces = {3};
        QVERIFY(finished(finish).error().detail.contains(u"0 pieces of content, expected 3"_s));
    }

    void whatIsPaintedForAClosedElementIsAnError()
    {
        OneParagraph one;
        auto &[out, maker, element] = one;
        maker.structure().close(element);
        maker.beginContent(element);
        maker.painter().drawText(QPointF(500, 500), u"遅れた"_s);
        QCOMPARE(maker.finish({}, {}).error().code, Error::Code::Damaged);
    }

    void everyObjectOfAFileIsFound()
    {
        const QString path = m_folder.filePath(u"objects.pdf"_s);
        constexpr int count = 1000; // more than one stream of objects holds
        {
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            PdfFile file(&out);
            const int root = file.allocate();
            const int pages = file.allocate();
            QByteArray names;
            for (int i = 0; i < count; ++i)
                names += ' ' + pdfReference(file.add("<< /Mine " + pdfText(u"甲(%1)\\"_s.arg(i)) + " >>"));
            file.add(pages, "<< /Type /Pages /Kids [] /Count 0 >>");
            file.add(root, "<< /Type /Catalog /Pages " + pdfReference(pages) + " /Names [" + names + " ] >>");
            QVERIFY(file.finish(root, 0));
        }
        const auto checked = pdftools::run(u"qpdf"_s, {u"--check"_s, path});
        QVERIFY2(checked.exitCode == 0, qPrintable(checked.text));
        const QString json = pdftools::run(u"qpdf"_s, {u"--json=2"_s, u"--json-key=qpdf"_s, path}).text;
        QCOMPARE(json.count(u"/Mine"_s), count);
        for (const int i : {0, 199, 200, 999})
            QVERIFY(json.contains(u"u:甲(%1)\\\\"_s.arg(i)));
    }

    void aFileWithAnObjectThatWasNeverWrittenIsRefused()
    {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        PdfFile file(&out);
        const int root = file.add("<< /Type /Catalog >>");
        const int missing = file.allocate();
        QVERIFY(!file.finish(root, 0));
        Q_UNUSED(missing)
    }

    void controlCharactersDoNotBreakTheMetadata()
    {
        PdfMetadata bad = metadata();
        bad.title = u"甲\u0001乙\u000b丙"_s;
        QVERIFY(!xmpPacket(bad, true, true).contains('\x01'));
        const QString path = m_folder.filePath(u"control.pdf"_s);
        QVERIFY(writePdf(pagesOf(documentOf(u"甲\u0001乙\t丙"_s, {u"\u0002本文\u0007"_s})), bad, path));
        QCOMPARE(pdftools::run(u"qpdf"_s, {u"--check"_s, path}).exitCode, 0);
        QVERIFY(pdftools::withoutBlanks(pdftools::textOf(path)).contains(u"甲乙丙"_s));
    }

    void fontProgramsAreMappedNotCopied()
    {
        QBuffer raw;
        raw.open(QIODevice::WriteOnly);
        const QPageLayout layout(QPageSize(QPageSize::A4), QPageLayout::Portrait, {}, QPageLayout::Point);
        CairoPdfDevice device(&raw, layout, metadata());
        {
            QPainter painter(&device);
            device.beginArtifact();
            for (const int size : {120, 160, 200}) {
                painter.setFont(fontOf({u"IPAexMincho"_s, size, false}));
                painter.drawText(QPointF(500, 500), u"大小"_s);
            }
            device.endArtifact();
        }
        QCOMPARE(device.engine().fonts().copiedPrograms(), 0);
        QVERIFY(device.finish());
    }

    void shapesPicturesAndClipsAreWritten()
    {
        // The engine's other operations: the file has to stay sound, and the text between them exact.
        OneParagraph one;
        auto &[out, maker, element] = one;
        {
            QPainter &painter = maker.painter();
            QLinearGradient gradient(0, 0, 1000, 0);
            gradient.setColorAt(0, Qt::white);
            gradient.setColorAt(1, Qt::gray);
            painter.fillRect(QRectF(0, 0, 1000, 1000), gradient);
            painter.setBrush(QBrush(Qt::black, Qt::BDiagPattern));
            QPainterPath path;
            path.addEllipse(QRectF(200, 200, 900, 600));
            painter.drawPath(path);
            painter.setClipRect(QRectF(0, 0, 20000, 20000));
            QImage image(8, 8, QImage::Format_ARGB32);
            image.fill(QColor(200, 10, 10, 128));
            painter.drawImage(QRectF(3000, 3000, 2000, 2000), image);
            painter.setPen(QPen(Qt::black, 0, Qt::DashLine));
            painter.drawPolyline(QPolygonF({{0, 0}, {500, 700}, {900, 100}}));
            maker.beginContent(element);
            QFont font = fontOf({u"IPAexGothic"_s, 240, true});
            font.setItalic(true);
            painter.setFont(font);
            painter.translate(4000, 4000);
            painter.rotate(30);
            painter.drawText(QPointF(0, 0), u"斜めの太字"_s);
            maker.endTag();
        }
        const auto finished = maker.finish({}, {});
        QVERIFY2(finished, qPrintable(finished ? QString() : finished.error().detail));
        const QString path = m_folder.filePath(u"shapes.pdf"_s);
        pdftools::save(path, out.data());
        QCOMPARE(pdftools::run(u"qpdf"_s, {u"--check"_s, path}).exitCode, 0);
        QVERIFY(pdftools::withoutBlanks(pdftools::textOf(path)).contains(u"斜めの太字"_s));
        QCOMPARE(maker.device().engine().mutedTexts(), 0);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(tst_PdfWriter)
#include "tst_pdfwriter.moc"
