// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintEngine>
#include <QRawFont>

#include <cairo.h>

#include <vector>

namespace mezasu::report {

/// Glyphs of one font as cairo wants them: ids, positions relative to the item's origin, and clusters, which say for
/// which characters each group of glyphs stands.
struct GlyphRun
{
    QRawFont font;        ///< the font really used, after fallback
    QByteArray fontFile;  ///< where the font was read from; empty when it has no file of its own
    int fontIndex = 0;    ///< of the face within fontFile
    double pixelSize = 0; ///< em size in painter units
    double stretch = 1;   ///< synthetic horizontal stretch
    bool syntheticBold = false;
    bool syntheticItalic = false;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    QByteArray utf8;

    /// Adds the glyphs of one cluster. A cluster without visible glyphs joins its predecessor (or, at the beginning,
    /// its successor), so that no character is lost.
    void addCluster(QStringView text, const cairo_glyph_t *begin, const cairo_glyph_t *end);

private:
    QByteArray m_pending; ///< characters waiting for the first visible glyph
};

/// The glyphs that QPainter would draw for this item, with their characters.
///
/// Reads Qt's private text item, the only source that keeps fallback, justification and clusters exactly; a public
/// one would have to shape the text again. One item has one font: QPainter divides it before it calls the engine.
GlyphRun glyphRunOf(const QTextItem &item);

} // namespace mezasu::report
