// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pages.h"
#include "core/report/textsetter.h"

#include <vector>

namespace mezasu::report {

/// What a page shows of a table: bands of rows, and in them the cells' parts with their lines.
///
/// Collected while the table is laid out, written to the page when it is full: every part closed by rules, nothing
/// ruled twice, lines in reading order.
class TableGrid
{
public:
    /// \param edges left edges of the columns and the right edge of the last, in page units
    explicit TableGrid(std::vector<double> edges);

    /// A part of a cell; `row` and `column` are where the cell begins in the table.
    struct Part
    {
        int row = 0;
        int column = 0;
        int columnSpan = 1;
        QRectF area;
        int element = kArtifact;
        bool continued = false;
        bool shaded = false;
        Flow lines;
    };

    bool isEmpty() const { return m_bands.empty(); }
    /// \param owners for every column a number that tells the cells on this page apart
    void addBand(double top, double bottom, std::vector<int> owners);
    void addPart(Part part) { m_parts.push_back(std::move(part)); }
    /// Lets the last band, and the parts that end with it, end further below.
    void lowerEnd(double bottom);
    /// Writes to the page and begins afresh.
    void flush(Page &page, double padding);

private:
    void addRules(Page &page) const;

    struct Band
    {
        double top = 0;
        double bottom = 0;
        std::vector<int> owners;
    };
    std::vector<double> m_edges;
    std::vector<Band> m_bands;
    std::vector<Part> m_parts;
};

} // namespace mezasu::report
