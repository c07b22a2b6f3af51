// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chartfile.h"

#include "core/report/pdfwriter.h"
#include "core/report/reportfonts.h"
#include "core/report/trendaxis.h"
#include "core/report/trendchart.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kPngDpi = 200;
constexpr int kSvgDpi = 96;

QByteArray pngOf(const TrendData &data, QSizeF sizeMm, const QString &family)
{
    QImage image((sizeMm * kPngDpi / 25.4).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(kPngDpi / 0.0254));
    image.setDotsPerMeterY(qRound(kPngDpi / 0.0254));
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        TrendChart(data, TrendLook{.family = family}).paint(painter, image.rect(), kPngDpi);
    }
    image.setText(u"Description"_s, wordsOf(data));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray svgOf(const TrendData &data, QSizeF sizeMm, const QString &family)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const QSizeF size = sizeMm * kSvgDpi / 25.4;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kSvgDpi);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(data.title.toHtmlEscaped());
    generator.setDescription(wordsOf(data).toHtmlEscaped());
    {
        QPainter painter(&generator);
        TrendChart(data, TrendLook{.family = family}).paint(painter, QRectF(QPointF(), size), kSvgDpi);
    }
    return buffer.data();
}

Result<QByteArray> pdfOf(const TrendData &data, QSizeF sizeMm, const QString &family, const QByteArray &date)
{
    Pages pages;
    pages.size = sizeMm * kUnitsPerMm;
    StructureElement figure;
    figure.role = "Figure";
    figure.alt = wordsOf(data);
    pages.elements.push_back(figure);
    ChartBox box;
    box.chart = std::make_shared<TrendData>(data);
    box.area = QRectF(QPointF(), pages.size);
    box.family = family;
    box.element = 0;
    pages.pages.emplace_back();
    pages.pages.back().charts.push_back(box);
    PdfMetadata metadata;
    metadata.title = data.title;
    metadata.creator = u"Mezasu"_s;
    metadata.date = date;
    return renderPdf(pages, metadata);
}

} // namespace

std::optional<ChartFormat> chartFormatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"png")
        return ChartFormat::Png;
    if (ending == u"svg")
        return ChartFormat::Svg;
    return ending == u"pdf" ? std::optional(ChartFormat::Pdf) : std::nullopt;
}

Result<QByteArray> renderChart(const TrendData &data, ChartFormat format, const QByteArray &date, QSizeF sizeMm)
{
    const FontChoice fonts = fontChoice(Typeface::Gothic);
    if (const auto found = requireFonts(fonts); !found)
        return found.error();
    switch (format) {
    case ChartFormat::Png:
        return pngOf(data, sizeMm, fonts.strong);
    case ChartFormat::Svg:
        return svgOf(data, sizeMm, fonts.strong);
    case ChartFormat::Pdf:
        break;
    }
    return pdfOf(data, sizeMm, fonts.strong, date);
}

Result<> writeChart(const TrendData &data, const QString &path, const QByteArray &date, QSizeF sizeMm)
{
    const auto format = chartFormatOf(path);
    if (!format)
        return makeError(Error::Code::InvalidInput, u"neither .png, .svg nor .pdf"_s, path);
    const auto bytes = renderChart(data, *format, date, sizeMm);
    if (!bytes)
        return bytes.error();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.value()) != bytes.value().size() || !file.commit())
        return makeError(Error::Code::Storage, file.errorString(), path);
    return {};
}

} // namespace mezasu::report
