// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/cairopaintengine.h"

#include "core/report/pdf/glyphruns.h"

#include <QImage>
#include <QPixmap>
#include <QtMath>

#include <cstring>

namespace mezasu::report {

namespace {

constexpr double kHatchStepPoints = 6;
constexpr double kSlant = 0.2;           ///< of a synthetic italic
constexpr double kHairlinePoints = 0.25; ///< width of Qt's zero-width pens on paper

cairo_matrix_t toCairo(const QTransform &t)
{
    return {t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy()};
}

// What cairo can do itself; QPainter emulates the rest.
constexpr QPaintEngine::PaintEngineFeatures kFeatures = QPaintEngine::PrimitiveTransform
    | QPaintEngine::PatternTransform | QPaintEngine::PixmapTransform | QPaintEngine::PatternBrush
    | QPaintEngine::LinearGradientFill | QPaintEngine::RadialGradientFill | QPaintEngine::AlphaBlend
    | QPaintEngine::PainterPaths | QPaintEngine::Antialiasing | QPaintEngine::BrushStroke
    | QPaintEngine::ConstantOpacity | QPaintEngine::PaintOutsidePaintEvent;

cairo_fill_rule_t toCairo(Qt::FillRule rule)
{
    return rule == Qt::WindingFill ? CAIRO_FILL_RULE_WINDING : CAIRO_FILL_RULE_EVEN_ODD;
}

cairo_line_cap_t toCairo(Qt::PenCapStyle style)
{
    switch (style) {
    case Qt::RoundCap:
        return CAIRO_LINE_CAP_ROUND;
    case Qt::SquareCap:
        return CAIRO_LINE_CAP_SQUARE;
    default:
        return CAIRO_LINE_CAP_BUTT;
    }
}

cairo_line_join_t toCairo(Qt::PenJoinStyle style)
{
    switch (style) {
    case Qt::RoundJoin:
        return CAIRO_LINE_JOIN_ROUND;
    case Qt::BevelJoin:
        return CAIRO_LINE_JOIN_BEVEL;
    default:
        return CAIRO_LINE_JOIN_MITER;
    }
}

cairo_extend_t toCairo(QGradient::Spread spread)
{
    switch (spread) {
    case QGradient::RepeatSpread:
        return CAIRO_EXTEND_REPEAT;
    case QGradient::ReflectSpread:
        return CAIRO_EXTEND_REFLECT;
    default:
        return CAIRO_EXTEND_PAD;
    }
}

} // namespace

CairoPaintEngine::CairoPaintEngine(cairo_t *cr)
    : QPaintEngine(kFeatures)
    , m_cr(cr)
{
}

bool CairoPaintEngine::begin(QPaintDevice *)
{
    m_clip.clear();
    m_clipEnabled = true;
    m_opacity = 1;
    m_transform = QTransform();
    m_clipDirty = true;
    return true;
}

bool CairoPaintEngine::end()
{
    return cairo_status(m_cr) == CAIRO_STATUS_SUCCESS;
}

void CairoPaintEngine::startPage(const QTransform &base)
{
    m_base = base;
    m_clipDirty = true;
}

void CairoPaintEngine::updateState(const QPaintEngineState &next)
{
    const DirtyFlags dirty = next.state();
    if (dirty & DirtyTransform)
        m_transform = next.transform();
    if (dirty & DirtyPen)
        m_pen = next.pen();
    if (dirty & DirtyBrush)
        m_brush = next.brush();
    if (dirty & DirtyBrushOrigin)
        m_brushOrigin = next.brushOrigin();
    if (dirty & DirtyOpacity)
        m_opacity = next.opacity();
    if (dirty & DirtyClipEnabled) {
        m_clipEnabled = next.isClipEnabled();
        m_clipDirty = true;
    }
    if (dirty & DirtyClipPath)
        changeClip(m_transform.map(next.clipPath()), next.clipOperation());
    if (dirty & DirtyClipRegion) {
        QPainterPath path;
        for (const QRect &r : next.clipRegion())
            path.addRect(r);
        changeClip(m_transform.map(path), next.clipOperation());
    }
}

void CairoPaintEngine::changeClip(const QPainterPath &devicePath, Qt::ClipOperation operation)
{
    if (operation != Qt::IntersectClip)
        m_clip.clear();
    if (operation != Qt::NoClip)
        m_clip.push_back(devicePath);
    m_clipDirty = true;
}

void CairoPaintEngine::applyClip()
{
    if (!m_clipDirty)
        return;
    m_clipDirty = false;
    cairo_reset_clip(m_cr);
    if (!m_clipEnabled)
        return;
    applyTransform(QTransform());
    for (const QPainterPath &path : m_clip) {
        appendPath(path);
        cairo_set_fill_rule(m_cr, toCairo(path.fillRule()));
        cairo_clip(m_cr);
    }
}

void CairoPaintEngine::applyTransform(const QTransform &t)
{
    const cairo_matrix_t m = toCairo(t * m_base);
    cairo_set_matrix(m_cr, &m);
}

void CairoPaintEngine::appendPath(const QPainterPath &path)
{
    cairo_new_path(m_cr);
    QPointF start;
    const auto closeIfClosed = [&](int last) { // QPainterPath has no close element: equal end points mean closed
        if (last >= 0 && QPointF(path.elementAt(last)) == start
            && path.elementAt(last).type != QPainterPath::MoveToElement)
            cairo_close_path(m_cr);
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        switch (e.type) {
        case QPainterPath::MoveToElement:
            closeIfClosed(i - 1);
            start = e;
            cairo_move_to(m_cr, e.x, e.y);
            break;
        case QPainterPath::LineToElement:
            cairo_line_to(m_cr, e.x, e.y);
            break;
        case QPainterPath::CurveToElement: {
            const QPainterPath::Element c2 = path.elementAt(i + 1);
            const QPainterPath::Element to = path.elementAt(i + 2);
            cairo_curve_to(m_cr, e.x, e.y, c2.x, c2.y, to.x, to.y);
            i += 2;
            break;
        }
        case QPainterPath::CurveToDataElement:
            break;
        }
    }
    closeIfClosed(path.elementCount() - 1);
}

bool CairoPaintEngine::setSource(const QBrush &brush)
{
    const auto alpha = [this](const QColor &c) { return c.alphaF() * m_opacity; };
    cairo_pattern_t *pattern = nullptr;
    switch (brush.style()) {
    case Qt::NoBrush:
        return false;
    case Qt::LinearGradientPattern: {
        const auto *g = static_cast<const QLinearGradient *>(brush.gradient());
        pattern = cairo_pattern_create_linear(g->start().x(), g->start().y(), g->finalStop().x(), g->finalStop().y());
        break;
    }
    case Qt::RadialGradientPattern: {
        const auto *g = static_cast<const QRadialGradient *>(brush.gradient());
        pattern = cairo_pattern_create_radial(g->focalPoint().x(), g->focalPoint().y(), g->focalRadius(),
            g->center().x(), g->center().y(), g->centerRadius());
        break;
    }
    case Qt::TexturePattern: {
        const QImage image = brush.textureImage().convertToFormat(QImage::Format_ARGB32_Premultiplied);
        cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width(), image.height());
        for (int y = 0; y < image.height(); ++y)
            std::memcpy(cairo_image_surface_get_data(s) + y * cairo_image_surface_get_stride(s), image.constScanLine(y),
                size_t(image.width()) * 4);
        cairo_surface_mark_dirty(s);
        pattern = cairo_pattern_create_for_surface(s);
        cairo_surface_destroy(s);
        cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT);
        const cairo_matrix_t m =
            toCairo((brush.transform() * QTransform::fromTranslate(m_brushOrigin.x(), m_brushOrigin.y())).inverted());
        cairo_pattern_set_matrix(pattern, &m);
        break;
    }
    default: { // solid; the dense patterns become tints
        static const double density[] = {1, 1, .94, .88, .63, .5, .37, .12, .06}; // by Qt::BrushStyle
        const QColor c = brush.color();
        const double tint = brush.style() <= Qt::Dense7Pattern ? density[brush.style()] : 1;
        const double a = alpha(c) * tint;
        if (a <= 0)
            return false;
        cairo_set_source_rgba(m_cr, c.redF(), c.greenF(), c.blueF(), a);
        return true;
    }
    }
    if (const QGradient *g = brush.gradient()) {
        for (const QGradientStop &stop : g->stops())
            cairo_pattern_add_color_stop_rgba(
                pattern, stop.first, stop.second.redF(), stop.second.greenF(), stop.second.blueF(), alpha(stop.second));
        cairo_pattern_set_extend(pattern, toCairo(g->spread()));
        QTransform t = brush.transform();
        if (g->coordinateMode() != QGradient::LogicalMode) { // relative to the bounding box of the path being painted
            double x1, y1, x2, y2;
            cairo_path_extents(m_cr, &x1, &y1, &x2, &y2);
            t = t * QTransform(x2 - x1, 0, 0, y2 - y1, x1, y1);
        }
        const cairo_matrix_t m = toCairo(t.inverted());
        cairo_pattern_set_matrix(pattern, &m);
    }
    cairo_set_source(m_cr, pattern);
    cairo_pattern_destroy(pattern);
    return true;
}

// Hatches are drawn as lines clipped to the path: vector, 6 pt apart, independent of the resolution.
void CairoPaintEngine::fillHatched(Qt::FillRule rule)
{
    cairo_save(m_cr);
    cairo_set_fill_rule(m_cr, toCairo(rule));
    cairo_clip_preserve(m_cr);
    cairo_identity_matrix(m_cr);
    double x1, y1, x2, y2;
    cairo_path_extents(m_cr, &x1, &y1, &x2, &y2);
    cairo_new_path(m_cr);
    const double step = kHatchStepPoints;
    const double h = y2 - y1;
    const Qt::BrushStyle s = m_brush.style();
    const auto line = [this](double fromX, double fromY, double toX, double toY) {
        cairo_move_to(m_cr, fromX, fromY);
        cairo_line_to(m_cr, toX, toY);
    };
    if (s == Qt::HorPattern || s == Qt::CrossPattern) {
        for (double y = qFloor(y1 / step) * step; y <= y2; y += step)
            line(x1, y, x2, y);
    }
    if (s == Qt::VerPattern || s == Qt::CrossPattern) {
        for (double x = qFloor(x1 / step) * step; x <= x2; x += step)
            line(x, y1, x, y2);
    }
    if (s == Qt::BDiagPattern || s == Qt::DiagCrossPattern) {
        for (double x = qFloor(x1 / step) * step; x <= x2 + h; x += step)
            line(x, y1, x - h, y2);
    }
    if (s == Qt::FDiagPattern || s == Qt::DiagCrossPattern) {
        for (double x = qFloor((x1 - h) / step) * step; x <= x2; x += step)
            line(x, y1, x + h, y2);
    }
    cairo_set_line_width(m_cr, 0.7);
    cairo_set_dash(m_cr, nullptr, 0, 0);
    if (setSource(QBrush(m_brush.color())))
        cairo_stroke(m_cr);
    cairo_restore(m_cr);
}

void CairoPaintEngine::fillCurrentPath(Qt::FillRule rule)
{
    if (m_brush.style() >= Qt::HorPattern && m_brush.style() <= Qt::DiagCrossPattern) {
        cairo_path_t *path = cairo_copy_path(m_cr);
        fillHatched(rule);
        cairo_new_path(m_cr);
        cairo_append_path(m_cr, path);
        cairo_path_destroy(path);
    } else if (setSource(m_brush)) {
        cairo_set_fill_rule(m_cr, toCairo(rule));
        cairo_fill_preserve(m_cr);
    }
}

void CairoPaintEngine::strokeCurrentPath()
{
    if (m_pen.style() == Qt::NoPen || !setSource(m_pen.brush()))
        return;
    double width = m_pen.widthF();
    if (width <= 0 || m_pen.isCosmetic()) { // width in device units, whatever the painter's transform is
        width = width <= 0 ? kHairlinePoints / m_base.m11() : width;
        applyTransform(QTransform());
    }
    cairo_set_line_width(m_cr, width);
    cairo_set_line_cap(m_cr, toCairo(m_pen.capStyle()));
    cairo_set_line_join(m_cr, toCairo(m_pen.joinStyle()));
    cairo_set_miter_limit(m_cr, qMax(1.0, m_pen.miterLimit()));
    std::vector<double> dashes;
    if (m_pen.style() != Qt::SolidLine)
        for (double d : m_pen.dashPattern())
            dashes.push_back(d * width);
    cairo_set_dash(m_cr, dashes.data(), int(dashes.size()), m_pen.dashOffset() * width);
    cairo_stroke_preserve(m_cr);
}

void CairoPaintEngine::paintCurrentPath(bool fill, Qt::FillRule rule)
{
    if (fill)
        fillCurrentPath(rule);
    strokeCurrentPath();
    cairo_new_path(m_cr);
}

void CairoPaintEngine::drawPath(const QPainterPath &path)
{
    applyClip();
    applyTransform(m_transform);
    appendPath(path);
    paintCurrentPath(true, path.fillRule());
}

void CairoPaintEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    applyClip();
    applyTransform(m_transform);
    cairo_new_path(m_cr);
    for (int i = 0; i < count; ++i)
        cairo_line_to(m_cr, points[i].x(), points[i].y());
    if (mode != PolylineMode)
        cairo_close_path(m_cr);
    paintCurrentPath(mode != PolylineMode, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
}

void CairoPaintEngine::drawLines(const QLineF *lines, int count)
{
    applyClip();
    for (int i = 0; i < count; ++i) { // one by one, so that a dash pattern starts afresh
        applyTransform(m_transform);
        cairo_new_path(m_cr);
        cairo_move_to(m_cr, lines[i].x1(), lines[i].y1());
        cairo_line_to(m_cr, lines[i].x2(), lines[i].y2());
        paintCurrentPath(false);
    }
}

void CairoPaintEngine::drawRects(const QRectF *rects, int count)
{
    applyClip();
    for (int i = 0; i < count; ++i) {
        applyTransform(m_transform);
        cairo_new_path(m_cr);
        cairo_rectangle(m_cr, rects[i].x(), rects[i].y(), rects[i].width(), rects[i].height());
        paintCurrentPath(true);
    }
}

void CairoPaintEngine::drawTextItem(const QPointF &position, const QTextItem &item)
{
    applyClip();
    const GlyphRun run = glyphRunOf(item);
    if (run.glyphs.empty())
        return;
    if (m_textObserver)
        m_textObserver(item.text());
    cairo_font_face_t *face = m_fonts.face(run);
    if (!face) { // bitmap or unknown font: the base class draws outlines
        ++m_mutedTexts;
        QPaintEngine::drawTextItem(position, item);
        return;
    }
    applyTransform(QTransform::fromTranslate(position.x(), position.y()) * m_transform);
    if (!setSource(m_pen.brush()))
        return;
    cairo_set_font_face(m_cr, face);
    const double size = run.pixelSize;
    const cairo_matrix_t fontMatrix = {size * run.stretch, 0, run.syntheticItalic ? -size * kSlant : 0, size, 0, 0};
    cairo_set_font_matrix(m_cr, &fontMatrix);
    if (run.utf8.isEmpty()) {
        ++m_mutedTexts;
        cairo_show_glyphs(m_cr, run.glyphs.data(), int(run.glyphs.size()));
    } else {
        cairo_show_text_glyphs(m_cr, run.utf8.constData(), int(run.utf8.size()), run.glyphs.data(),
            int(run.glyphs.size()), run.clusters.data(), int(run.clusters.size()), cairo_text_cluster_flags_t(0));
    }
}

void CairoPaintEngine::drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source)
{
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

void CairoPaintEngine::drawImage(
    const QRectF &target, const QImage &image, const QRectF &source, Qt::ImageConversionFlags)
{
    if (image.isNull() || source.isEmpty() || target.isEmpty())
        return;
    applyClip();
    applyTransform(m_transform);
    const QRect cut = source.toAlignedRect() & image.rect();
    auto *pixels = new QImage(image.copy(cut).convertToFormat(
        image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32));
    cairo_surface_t *surface = cairo_image_surface_create_for_data(pixels->bits(),
        image.hasAlphaChannel() ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, pixels->width(), pixels->height(),
        int(pixels->bytesPerLine()));
    static const cairo_user_data_key_t pixelsKey = {};
    cairo_surface_set_user_data(surface, &pixelsKey, pixels, [](void *p) { delete static_cast<QImage *>(p); });
    const QByteArray id =
        QByteArray::number(image.cacheKey()) + '/' + QByteArray::number(cut.x()) + ',' + QByteArray::number(cut.y());
    char *idCopy = qstrdup(id.constData()); // same id: one copy of the picture in the file
    cairo_surface_set_mime_data(
        surface, CAIRO_MIME_TYPE_UNIQUE_ID, reinterpret_cast<uchar *>(idCopy), ulong(id.size()),
        [](void *p) { delete[] static_cast<char *>(p); }, idCopy);
    cairo_save(m_cr);
    cairo_rectangle(m_cr, target.x(), target.y(), target.width(), target.height());
    cairo_clip(m_cr);
    cairo_translate(m_cr, target.x() - (source.x() - cut.x()) * target.width() / source.width(),
        target.y() - (source.y() - cut.y()) * target.height() / source.height());
    cairo_scale(m_cr, target.width() / source.width(), target.height() / source.height());
    cairo_set_source_surface(m_cr, surface, 0, 0);
    cairo_paint_with_alpha(m_cr, m_opacity);
    cairo_restore(m_cr);
    cairo_surface_destroy(surface);
}

} // namespace mezasu::report
