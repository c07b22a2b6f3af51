// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/cairofontcache.h"

#include <QBrush>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QTransform>

#include <cairo.h>

#include <functional>
#include <vector>

namespace mezasu::report {

/// QPaintEngine that draws on a cairo context. Everything stays vector; text goes out as glyphs with their characters.
/// Composition modes are not supported; pictures are written without loss.
class CairoPaintEngine : public QPaintEngine
{
public:
    explicit CairoPaintEngine(cairo_t *cr);

    /// Begins a page. \param base maps device units to PDF points
    void startPage(const QTransform &base);

    /// Is called with every text that is painted, before it is.
    void setTextObserver(std::function<void(const QString &)> observer) { m_textObserver = std::move(observer); }

    bool begin(QPaintDevice *device) override;
    bool end() override;
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &state) override;
    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawLines(const QLineF *lines, int count) override;
    void drawRects(const QRectF *rects, int count) override;
    void drawTextItem(const QPointF &position, const QTextItem &item) override;
    void drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source) override;
    void drawImage(
        const QRectF &target, const QImage &image, const QRectF &source, Qt::ImageConversionFlags flags) override;
    using QPaintEngine::drawLines;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;

    /// How many texts went out as shapes or glyphs without characters, and so cannot be searched.
    int mutedTexts() const { return m_mutedTexts; }

    const CairoFontCache &fonts() const { return m_fonts; }

private:
    void applyTransform(const QTransform &t);
    void applyClip();
    void changeClip(const QPainterPath &devicePath, Qt::ClipOperation operation);
    void appendPath(const QPainterPath &path);
    void paintCurrentPath(bool fill, Qt::FillRule rule = Qt::OddEvenFill);
    void fillCurrentPath(Qt::FillRule rule);
    void strokeCurrentPath();
    void fillHatched(Qt::FillRule rule);
    bool setSource(const QBrush &brush); ///< false: nothing visible to paint with

    cairo_t *m_cr;
    CairoFontCache m_fonts;
    std::function<void(const QString &)> m_textObserver;
    QTransform m_base;
    QTransform m_transform;
    QPen m_pen;
    QBrush m_brush;
    QPointF m_brushOrigin;
    double m_opacity = 1;
    bool m_clipEnabled = true;
    bool m_clipDirty = false;
    std::vector<QPainterPath> m_clip; ///< intersected, in device units
    int m_mutedTexts = 0;
};

} // namespace mezasu::report
