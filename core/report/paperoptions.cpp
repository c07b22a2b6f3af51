// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/paperoptions.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace mezasu::report {

Result<PaperOptions> PaperOptions::fromPairs(const QStringList &pairs, PaperOptions usual)
{
    PaperOptions options = std::move(usual);
    for (const QString &pair : pairs) {
        const qsizetype at = pair.indexOf(u'=');
        const QString key = at < 0 ? pair : pair.first(at);
        const QString value = at < 0 ? QString() : pair.sliced(at + 1);
        const auto unknownValue = [&](const QString &known) {
            return makeError(Error::Code::InvalidInput, known, pair);
        };
        if (at > 0 && key == u"number"_s) {
            options.number = value;
        } else if (at > 0 && key == u"meeting"_s) {
            options.meeting = value;
        } else if (at > 0 && key == u"date"_s) {
            options.date = value;
        } else if (at > 0 && key == u"paper"_s) {
            if (value == u"A3"_s)
                options.paper = PaperSize::A3Landscape;
            else if (value == u"A4"_s)
                options.paper = PaperSize::A4Landscape;
            else if (value == u"A4-portrait"_s)
                options.paper = PaperSize::A4Portrait;
            else
                return unknownValue(u"paper: A3, A4, A4-portrait"_s);
        } else if (at > 0 && key == u"font"_s) {
            if (value == u"mincho"_s)
                options.typeface = Typeface::Mincho;
            else if (value == u"gothic"_s)
                options.typeface = Typeface::Gothic;
            else
                return unknownValue(u"font: mincho, gothic"_s);
        } else {
            return makeError(Error::Code::InvalidInput, u"known keys: number, meeting, date, paper, font"_s, key);
        }
    }
    return options;
}

Result<PaperOptions> PaperOptions::fromPairs(const QStringList &pairs)
{
    return fromPairs(pairs, PaperOptions());
}

} // namespace mezasu::report
