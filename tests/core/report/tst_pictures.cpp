// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlwriter.h"
#include "core/report/layout.h"
#include "core/report/pdfwriter.h"
#include "tests/core/report/pdftools.h"

#include <QApplication>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {
std::shared_ptr<const QImage> image(int width, int height)
{
    QImage out(width, height, QImage::Format_RGB32);
    out.fill(Qt::darkCyan);
    return std::make_shared<const QImage>(out);
}

Document with(std::vector<Block> blocks)
{
    Document out;
    out.title = u"手引き"_s;
    out.sections.push_back({false, std::move(blocks)});
    return out;
}

Picture picture(double widthMm, std::vector<Paragraph> beside = {})
{
    return {image(800, 500), u"計画の画面"_s, widthMm, std::move(beside)};
}

const PageSetup kSetup = PageSetup::forPaper(PaperSize::A4Portrait, Typeface::Gothic);
} // namespace

/// Pictures on pages and in HTML.
class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureKeepsItsShapeAndTheTextStandsBesideIt()
    {
        const auto pages = layoutDocument(
            with({picture(100, {{u"1."_s, u"はじめに、表を選びます。"_s.repeated(4)}, {u"2."_s, u"取り込みます。"_s}}),
                Paragraph{{}, u"終わりの段落"_s}}),
            kSetup);
        QVERIFY(pages);
        const Page &page = pages.value().pages.front();
        QCOMPARE(page.pictures.size(), std::size_t(1));
        const QRectF area = page.pictures.front().area;
        QVERIFY(std::abs(area.width() - 100 * kUnitsPerMm) < 1);
        QVERIFY(std::abs(area.height() - area.width() * 500 / 800) < 1);
        int beside = 0;
        bool isBelow = false;
        for (const TextLine &line : page.lines) {
            if (line.text.contains(u"終わり"_s))
                isBelow = line.baseline.y() > area.bottom() && line.baseline.x() < area.left() + kUnitsPerMm;
            if (line.baseline.y() < area.top() || line.baseline.y() > area.bottom())
                continue;
            ++beside;
            QVERIFY2(line.baseline.x() > area.right(), qPrintable(line.text));
            QVERIFY(line.baseline.x() + line.width <= pages.value().size.width() - 10 * kUnitsPerMm);
        }
        QVERIFY(beside >= 4);
        QVERIFY(isBelow);
        const StructureElement &element = pages.value().elements[std::size_t(page.pictures.front().element)];
        QCOMPARE(element.role, QByteArray("Figure"));
        QCOMPARE(element.alt, u"計画の画面"_s);
    }

    void textThatIsLongerThanItsPictureMovesWhatComesNext()
    {
        const auto pages = layoutDocument(
            with({picture(30, {{{}, u"長い説明です。"_s.repeated(60)}}), Paragraph{{}, u"終わりの段落"_s}}), kSetup);
        QVERIFY(pages);
        double last = 0, end = 0;
        for (const TextLine &line : pages.value().pages.front().lines) {
            if (line.text.contains(u"長い"_s))
                last = std::max(last, line.baseline.y());
            if (line.text.contains(u"終わり"_s))
                end = line.baseline.y();
        }
        QVERIFY(last > 0 && end > last);
    }

    void whatDoesNotFitGoesToTheNextPageAndIsNeverLargerThanOne()
    {
        const auto pages = layoutDocument(
            with({picture(0), picture(0), picture(0), Picture{image(100, 4000), u"高い"_s, 0, {}}}), kSetup);
        QVERIFY(pages);
        std::size_t count = 0;
        for (const Page &page : pages.value().pages) {
            count += page.pictures.size();
            for (const PictureBox &box : page.pictures)
                QVERIFY(QRectF(QPointF(), pages.value().size).contains(box.area));
        }
        QCOMPARE(count, std::size_t(4));
        QCOMPARE(pages.value().pages.size(), std::size_t(3));
    }

    void thePdfHoldsThePictureAndItsWords()
    {
        const auto pages = layoutDocument(with({picture(100, {{u"1."_s, u"表を選びます"_s}})}), kSetup);
        QVERIFY(pages);
        PdfMetadata metadata;
        metadata.title = u"手引き"_s;
        metadata.date = "2026-04-01T09:00:00+09:00";
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pdf"_s);
        QVERIFY(writePdf(pages.value(), metadata, path));
        const auto images = pdftools::run(u"pdfimages"_s, {u"-list"_s, path});
        QVERIFY2(images.text.contains(u" 800   500 "_s), qPrintable(images.text)); // as it was, not made smaller
        QVERIFY(pdftools::run(u"pdftotext"_s, {path, u"-"_s}).text.contains(u"表を選びます"_s));
    }

    void htmlSaysEverythingAndLoadsNothing()
    {
        Table table;
        table.summary = u"キー"_s;
        table.columns = {{20, 40}, {20, 40}};
        TableCell key, what;
        key.isHeader = true;
        key.paragraphs.push_back({{}, u"Ctrl+<"_s});
        what.paragraphs.push_back({{}, u"小さく\nする"_s});
        table.rows.push_back({{key, what}});
        Document document = with({Heading{2, u"はじめ & 終わり"_s}, Paragraph{u"・"_s, u"一つ目"_s},
            picture(100, {{u"1."_s, u"選びます"_s}}), table});
        const auto html = documentHtml(document, u"ja"_s);
        QVERIFY(html);
        const QString text = QString::fromUtf8(html.value());
        for (const QString &piece : {u"<html lang=\"ja\">"_s, u"<h1>手引き</h1>"_s, u"<h2>はじめ &amp; 終わり</h2>"_s,
                 u"・"_s, u"一つ目"_s, u"選びます"_s, u"alt=\"計画の画面\""_s, u"<th><p>Ctrl+&lt;</p>"_s,
                 u"小さく<br>する"_s, u"aria-label=\"キー\""_s})
            QVERIFY2(text.contains(piece), qPrintable(piece));
        static const QRegularExpression reference(u"(src|href)=\"(?!data:)|url\\("_s);
        QVERIFY(!text.contains(reference));
        const auto data = QRegularExpression(u"base64,([^\"]+)\""_s).match(text);
        QVERIFY(data.hasMatch());
        QCOMPARE(QImage::fromData(QByteArray::fromBase64(data.captured(1).toLatin1())).size(), QSize(800, 500));
    }
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
