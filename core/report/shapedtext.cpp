// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/shapedtext.h"

#include <QTextLayout>

#include <private/qtextengine_p.h>

namespace mezasu::report {

// QTextLayout tells a place by walking its line from the beginning, which is slow in a long paragraph; so its glyphs are read.
std::vector<double> shapedPlaces(const QString &text, const QFont &font)
{
    std::vector<double> places(std::size_t(text.size()) + 1, 0);
    QTextLayout layout(text, font);
    layout.setCacheEnabled(true);
    QTextEngine *engine = layout.engine();
    engine->itemize();
    double x = 0;
    for (int i = 0; i < engine->layoutData->items.size(); ++i) {
        engine->shape(i);
        const QScriptItem &item = engine->layoutData->items[i];
        const unsigned short *clusters = engine->logClusters(&item);
        const QGlyphLayout glyphs = engine->shapedGlyphs(&item);
        const int length = engine->length(i);
        for (int c = 0; c < length;) {
            int next = c + 1;
            while (next < length && clusters[next] == clusters[c])
                ++next;
            const int end = next < length ? clusters[next] : int(item.num_glyphs);
            for (int g = clusters[c]; g < end; ++g)
                x += glyphs.effectiveAdvance(g).toReal();
            for (; c < next; ++c)
                places[std::size_t(item.position + c + 1)] = x;
        }
    }
    return places;
}

} // namespace mezasu::report
