// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tablegrid.h"

#include <algorithm>
#include <tuple>

namespace mezasu::report {

namespace {

constexpr double kRule = 0.35 * kUnitsPerPoint;
constexpr double kFrame = 0.9 * kUnitsPerPoint;
const QColor kShade(0xec, 0xec, 0xec);

} // namespace

TableGrid::TableGrid(std::vector<double> edges)
    : m_edges(std::move(edges))
{
}

void TableGrid::addBand(double top, double bottom, std::vector<int> owners)
{
    m_bands.push_back({top, bottom, std::move(owners)});
}

void TableGrid::lowerEnd(double bottom)
{
    const double before = m_bands.back().bottom;
    m_bands.back().bottom = bottom;
    for (Part &part : m_parts) {
        if (part.area.bottom() == before)
            part.area.setBottom(bottom);
    }
}

void TableGrid::flush(Page &page, double padding)
{
    std::stable_sort(m_parts.begin(), m_parts.end(),
        [](const Part &a, const Part &b) { return std::tie(a.row, a.column) < std::tie(b.row, b.column); });
    for (const Part &part : m_parts) {
        if (part.shaded)
            page.fills.push_back({part.area, kShade});
        page.cells.push_back({part.area, part.element, part.continued});
        double y = part.area.top() + padding;
        for (std::size_t i = 0; i < part.lines.size(); ++i) {
            const FlowLine &line = part.lines[i];
            y += i == 0 ? 0 : line.spaceBefore;
            for (const FlowText &text : line.texts) {
                page.lines.push_back(text.at({part.area.left() + padding, y}, line.ascent));
            }
            y += line.height;
        }
    }
    addRules(page);
    m_bands.clear();
    m_parts.clear();
}

void TableGrid::addRules(Page &page) const
{
    if (m_bands.empty())
        return;
    const std::size_t columns = m_edges.size() - 1;
    const auto owner = [&](std::size_t band, std::size_t column) { return m_bands[band].owners[column]; };
    // Horizontal: between two bands wherever the cells above and below differ; runs are joined to one rule.
    for (std::size_t b = 1; b < m_bands.size(); ++b) {
        for (std::size_t c = 0; c < columns;) {
            if (owner(b - 1, c) == owner(b, c)) {
                ++c;
                continue;
            }
            const std::size_t from = c;
            while (c < columns && owner(b - 1, c) != owner(b, c))
                ++c;
            page.rules.push_back({{m_edges[from], m_bands[b].top, m_edges[c], m_bands[b].top}, kRule});
        }
    }
    for (std::size_t c = 1; c < columns; ++c) {
        for (std::size_t b = 0; b < m_bands.size();) {
            if (owner(b, c - 1) == owner(b, c)) {
                ++b;
                continue;
            }
            const std::size_t from = b;
            while (b < m_bands.size() && owner(b, c - 1) != owner(b, c))
                ++b;
            page.rules.push_back({{m_edges[c], m_bands[from].top, m_edges[c], m_bands[b - 1].bottom}, kRule});
        }
    }
    const QRectF frame(QPointF(m_edges.front(), m_bands.front().top), QPointF(m_edges.back(), m_bands.back().bottom));
    page.rules.push_back({{frame.topLeft(), frame.topRight()}, kFrame});
    page.rules.push_back({{frame.bottomLeft(), frame.bottomRight()}, kFrame});
    page.rules.push_back({{frame.topLeft(), frame.bottomLeft()}, kFrame});
    page.rules.push_back({{frame.topRight(), frame.bottomRight()}, kFrame});
}

} // namespace mezasu::report
