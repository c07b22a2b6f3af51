// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/paperfindings.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace mezasu::report {

namespace {

constexpr double kNarrow = 5; ///< characters: fewer in a line are hard to follow
constexpr int kManyLines = 8; ///< of one text on one page
constexpr double kTolerance = 0.01;

} // namespace

/// The first page with a narrow column in which a text of many lines stands.
void PaperReader::read(const Page &page)
{
    const int index = m_page++;
    if (m_narrow)
        return;
    const double em = m_setup.sizePt * kUnitsPerPoint;
    struct Text
    {
        int lines = 0;
        double widest = 0;
    };
    std::map<int, Text> texts;
    for (const TextLine &line : page.lines) {
        if (line.element == kArtifact)
            continue;
        Text &text = texts[line.element];
        ++text.lines;
        text.widest = std::max(text.widest, line.width);
    }
    for (const auto &[element, text] : texts) {
        if (text.lines < kManyLines || text.widest >= kNarrow * em)
            continue;
        m_narrow = PaperFinding{PaperFinding::Code::NarrowColumn, std::floor(text.widest / em + 0.05), index};
        return;
    }
}

std::vector<PaperFinding> PaperReader::findings() const
{
    std::vector<PaperFinding> findings;
    if (m_setup.paper == PaperSize::A3Landscape) {
        if (m_setup.sizePt * kReduction < kLeastReducedSizePt - kTolerance)
            findings.push_back({PaperFinding::Code::SmallReduced, m_setup.sizePt * kReduction, 0});
    } else if (m_setup.sizePt < kLeastSizePt - kTolerance) {
        findings.push_back({PaperFinding::Code::SmallText, m_setup.sizePt, 0});
    }
    if (m_narrow)
        findings.push_back(*m_narrow);
    return findings;
}

std::vector<PaperFinding> paperFindings(const PageSetup &setup, const Pages &pages)
{
    PaperReader reader(setup);
    for (const Page &page : pages.pages)
        reader.read(page);
    return reader.findings();
}

} // namespace mezasu::report
