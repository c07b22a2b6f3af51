// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/paperfindings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace mezasu::report {

namespace {

constexpr double kNarrow = 5; ///< characters: fewer in a line are hard to follow
constexpr int kManyLines = 8; ///< of one text on one page
constexpr double kTolerance = 0.01;

/// The narrowest column in which a text of many lines stands.
std::optional<PaperFinding> narrowColumn(const PageSetup &setup, const Pages &pages)
{
    const double em = setup.sizePt * kUnitsPerPoint;
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        const Page &page = pages.pages[p];
        std::map<int, int> lines; // of each text
        for (const TextLine &line : page.lines) {
            if (line.element != kArtifact)
                ++lines[line.element];
        }
        for (const auto &[element, count] : lines) {
            if (count < kManyLines)
                continue;
            double widest = 0;
            for (const TextLine &line : page.lines) {
                if (line.element == element)
                    widest = std::max(widest, line.width);
            }
            if (widest < kNarrow * em)
                return PaperFinding{PaperFinding::Code::NarrowColumn, std::floor(widest / em + 0.05), int(p)};
        }
    }
    return {};
}

} // namespace

std::vector<PaperFinding> paperFindings(const PageSetup &setup, const Pages &pages)
{
    std::vector<PaperFinding> findings;
    if (setup.paper == PaperSize::A3Landscape) {
        if (setup.sizePt * kReduction < kLeastReducedSizePt - kTolerance)
            findings.push_back({PaperFinding::Code::SmallReduced, setup.sizePt * kReduction, 0});
    } else if (setup.sizePt < kLeastSizePt - kTolerance) {
        findings.push_back({PaperFinding::Code::SmallText, setup.sizePt, 0});
    }
    if (const auto narrow = narrowColumn(setup, pages))
        findings.push_back(*narrow);
    return findings;
}

} // namespace mezasu::report
