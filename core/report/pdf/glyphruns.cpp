// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/glyphruns.h"

#include <private/qfontengine_p.h>
#include <private/qrawfont_p.h>
#include <private/qtextengine_p.h>

namespace mezasu::report {

void GlyphRun::addCluster(QStringView text, const cairo_glyph_t *begin, const cairo_glyph_t *end)
{
    const QByteArray bytes = text.toUtf8();
    if (begin == end) {
        if (clusters.empty()) {
            m_pending += bytes;
        } else {
            utf8 += bytes;
            clusters.back().num_bytes += int(bytes.size());
        }
        return;
    }
    utf8 += m_pending;
    utf8 += bytes;
    clusters.push_back({int(m_pending.size() + bytes.size()), int(end - begin)});
    glyphs.insert(glyphs.end(), begin, end);
    m_pending.clear();
}

GlyphRun glyphRunOf(const QTextItem &publicItem)
{
    const auto &item = static_cast<const QTextItemInt &>(publicItem);
    const QGlyphLayout &layout = item.glyphs;
    QFontEngine *engine = item.fontEngine;
    const QFontEngine::FaceId faceId = engine->faceId();
    const int synthesized = engine->synthesized();

    GlyphRun run;
    QRawFontPrivate::get(run.font)->setFontEngine(engine);
    run.fontFile = faceId.filename;
    run.fontIndex = faceId.index;
    run.pixelSize = engine->fontDef.pixelSize;
    run.syntheticBold = synthesized & QFontEngine::SynthesizedBold;
    run.syntheticItalic = synthesized & QFontEngine::SynthesizedItalic;
    run.stretch = synthesized & QFontEngine::SynthesizedStretch ? engine->fontDef.stretch / 100.0 : 1.0;

    // Glyphs are stored in logical order; positions run from the right for right-to-left items.
    const bool rightToLeft = publicItem.renderFlags() & QTextItem::RightToLeft;
    double x = 0;
    if (rightToLeft) {
        for (int g = 0; g < layout.numGlyphs; ++g)
            x += layout.effectiveAdvance(g).toReal();
    }
    std::vector<cairo_glyph_t> placed(std::size_t(layout.numGlyphs));
    for (int g = 0; g < layout.numGlyphs; ++g) {
        const double advance = layout.effectiveAdvance(g).toReal();
        if (rightToLeft)
            x -= advance;
        placed[std::size_t(g)] = {
            layout.glyphs[g] & 0xffffff, x + layout.offsets[g].x.toReal(), layout.offsets[g].y.toReal()};
        if (!rightToLeft)
            x += advance;
    }
    std::vector<cairo_glyph_t> visible;
    const auto add = [&](QStringView text, int from, int to) {
        visible.clear();
        for (int g = from; g < to; ++g) {
            if (!layout.attributes[g].dontPrint)
                visible.push_back(placed[std::size_t(g)]);
        }
        run.addCluster(text, visible.data(), visible.data() + visible.size());
    };
    if (!item.chars || !item.logClusters) { // QPainter::drawGlyphRun: no text known
        for (int g = 0; g < layout.numGlyphs; ++g)
            add({}, g, g + 1);
        return run;
    }
    const int base = item.logClusters[0];
    for (int c = 0; c < item.num_chars;) {
        int next = c + 1;
        while (next < item.num_chars && item.logClusters[next] == item.logClusters[c])
            ++next;
        const int endGlyph = next < item.num_chars ? item.logClusters[next] - base : layout.numGlyphs;
        add(QStringView(item.chars + c, next - c), item.logClusters[c] - base, endGlyph);
        c = next;
    }
    return run;
}

} // namespace mezasu::report
