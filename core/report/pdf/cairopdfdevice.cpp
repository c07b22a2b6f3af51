// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/cairopdfdevice.h"

#include "core/report/pdf/artifacts.h"
#include "core/report/pdf/cairopaintengine.h"

#include <QIODevice>

#include <cairo-pdf.h>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kPointsPerInch = 72;

cairo_status_t writeTo(void *device, const unsigned char *data, unsigned length)
{
    auto *out = static_cast<QIODevice *>(device);
    return out->write(reinterpret_cast<const char *>(data), length) == qint64(length) ? CAIRO_STATUS_SUCCESS
                                                                                      : CAIRO_STATUS_WRITE_ERROR;
}

} // namespace

CairoPdfDevice::CairoPdfDevice(QIODevice *out, const QPageLayout &layout, const PdfMetadata &metadata, int resolution)
    : m_out(out)
    , m_layout(layout)
    , m_nextLayout(layout)
    , m_resolution(resolution)
{
    const QSizeF size = m_layout.fullRect(QPageLayout::Point).size();
    m_surface = cairo_pdf_surface_create_for_stream(writeTo, m_out, size.width(), size.height());
    const auto set = [this](cairo_pdf_metadata_t key, const QByteArray &value) {
        if (!value.isEmpty())
            cairo_pdf_surface_set_metadata(m_surface, key, value.constData());
    };
    set(CAIRO_PDF_METADATA_TITLE, metadata.title.toUtf8());
    set(CAIRO_PDF_METADATA_AUTHOR, metadata.author.toUtf8());
    set(CAIRO_PDF_METADATA_SUBJECT, metadata.subject.toUtf8());
    set(CAIRO_PDF_METADATA_KEYWORDS, metadata.keywords.toUtf8());
    set(CAIRO_PDF_METADATA_CREATOR, metadata.creator.toUtf8());
    set(CAIRO_PDF_METADATA_CREATE_DATE, metadata.date);
    set(CAIRO_PDF_METADATA_MOD_DATE, metadata.date);
    m_cr = cairo_create(m_surface);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(m_cr, options);
    cairo_font_options_destroy(options);

    m_engine = std::make_unique<CairoPaintEngine>(m_cr);
    m_engine->setTextObserver([this](const QString &text) { checkText(text); });
    applyLayout();
}

CairoPdfDevice::~CairoPdfDevice()
{
    finish();
}

bool CairoPdfDevice::finish()
{
    if (!m_surface)
        return m_error.isEmpty();
    if (m_tag != Tag::None)
        recordError(u"a tag was left open"_s);
    cairo_show_page(m_cr);
    cairo_surface_finish(m_surface);
    for (const cairo_status_t status : {cairo_surface_status(m_surface), cairo_status(m_cr)}) {
        if (status != CAIRO_STATUS_SUCCESS)
            recordError(QString::fromUtf8(cairo_status_to_string(status)));
    }
    cairo_destroy(m_cr);
    cairo_surface_destroy(m_surface);
    m_cr = nullptr;
    m_surface = nullptr;
    return m_error.isEmpty();
}

void CairoPdfDevice::newPage()
{
    if (m_tag != Tag::None)
        recordError(u"a tag crosses the end of page %1"_s.arg(m_page));
    cairo_show_page(m_cr);
    ++m_page;
    applyLayout();
}

void CairoPdfDevice::applyLayout()
{
    m_layout = m_nextLayout; // only here: cairo drops what is already painted when the size changes
    const QSizeF size = m_layout.fullRect(QPageLayout::Point).size();
    cairo_pdf_surface_set_size(m_surface, size.width(), size.height());
    const QPointF margin = m_layout.paintRect(QPageLayout::Point).topLeft();
    const double scale = kPointsPerInch / m_resolution;
    // A white sheet below everything: cairo keeps the region that is painted, and joins each line to it. One rectangle from
    // the start saves a quarter of the time of a dense page.
    cairo_save(m_cr);
    cairo_identity_matrix(m_cr);
    cairo_set_source_rgb(m_cr, 1, 1, 1);
    cairo_rectangle(m_cr, 0, 0, size.width(), size.height());
    cairo_fill(m_cr);
    cairo_restore(m_cr);
    m_engine->startPage(QTransform(scale, 0, 0, scale, margin.x(), margin.y()));
}

int CairoPdfDevice::addOutline(const QString &title, int parent, double yDevice)
{
    const double top = m_layout.paintRect(QPageLayout::Point).top() + yDevice * kPointsPerInch / m_resolution;
    const QByteArray target = "page=" + QByteArray::number(m_page) + " pos=[0 " + QByteArray::number(top) + "]";
    return cairo_pdf_surface_add_outline(m_surface, parent, title.toUtf8().constData(), target.constData(),
        parent == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0));
}

/// Below everything in its own place, whatever the painter is at.
void CairoPdfDevice::paintSign(double height)
{
    cairo_save(m_cr);
    cairo_reset_clip(m_cr);
    cairo_identity_matrix(m_cr);
    cairo_new_path(m_cr);
    cairo_set_source_rgb(m_cr, 0, 0, 0);
    cairo_rectangle(m_cr, sign::kLeft, sign::kTop, sign::kWidth, height);
    cairo_fill(m_cr);
    cairo_restore(m_cr);
}

void CairoPdfDevice::beginContent()
{
    if (m_tag != Tag::None)
        recordError(u"content begins inside another tag"_s);
    m_tag = Tag::Content;
    paintSign(sign::kBeginHeight);
}

void CairoPdfDevice::nextContent()
{
    if (m_tag != Tag::Content)
        recordError(u"content ends that was not begun"_s);
    paintSign(sign::kBeginHeight);
}

void CairoPdfDevice::endContent()
{
    if (m_tag != Tag::Content)
        recordError(u"content ends that was not begun"_s);
    m_tag = Tag::None;
    paintSign(sign::kEndHeight);
}

void CairoPdfDevice::beginArtifact()
{
    if (m_tag != Tag::None)
        recordError(u"an artifact begins inside another tag"_s);
    m_tag = Tag::Artifact; // nothing to write: the finishing pass makes an artifact of all that is not content
}

void CairoPdfDevice::endArtifact()
{
    if (m_tag != Tag::Artifact)
        recordError(u"an artifact ends that was not begun"_s);
    m_tag = Tag::None;
}

void CairoPdfDevice::checkText(const QString &text)
{
    if (m_tag == Tag::None)
        recordError(u"text outside every tag on page %1: %2"_s.arg(m_page).arg(text.left(40)));
}

void CairoPdfDevice::recordError(const QString &text)
{
    if (m_error.isEmpty())
        m_error = text;
}

QPaintEngine *CairoPdfDevice::paintEngine() const
{
    return m_engine.get();
}

int CairoPdfDevice::metric(PaintDeviceMetric m) const
{
    const QSizeF points = m_layout.paintRect(QPageLayout::Point).size();
    switch (m) {
    case PdmWidth:
        return qRound(points.width() * m_resolution / kPointsPerInch);
    case PdmHeight:
        return qRound(points.height() * m_resolution / kPointsPerInch);
    case PdmWidthMM:
        return qRound(points.width() * 25.4 / kPointsPerInch);
    case PdmHeightMM:
        return qRound(points.height() * 25.4 / kPointsPerInch);
    case PdmNumColors:
        return INT_MAX;
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return m_resolution;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(m);
    }
}

} // namespace mezasu::report
