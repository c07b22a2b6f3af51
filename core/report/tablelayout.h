// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"
#include "core/report/pagebuilder.h"
#include "core/report/tablegrid.h"

#include <memory>
#include <vector>

namespace mezasu::report {

/// Lays a table out on pages.
///
/// The heading rows stand on every page. A row stays whole where it fits on a page, and is divided between lines where
/// it is taller. A merged cell may go over several pages; where it continues it is named again, with （続き）.
class TableLayout
{
public:
    TableLayout(PageBuilder *builder, const Table &table, int parentElement);

    void run();

private:
    /// A cell that has begun and not yet ended.
    struct OpenCell
    {
        std::shared_ptr<const TableCell> cell;
        int row = 0;
        int lastRow = 0;
        int column = 0;
        int columnSpan = 1;
        int number = 0; ///< tells the cells apart
        int element = kArtifact;
        int elementEnd = 0; ///< behind the last element within
        double top = 0;     ///< of its part on this page
        bool isHeading = false;
        bool continued = false;
        Flow naming; ///< its name and （続き）, on this page
        Flow lines;
        std::size_t next = 0; ///< the first line not yet on a page

        bool isMerged() const { return lastRow > row; }
        double remainingHeight() const;
    };

    enum class Heading { Measured, First, Repeated };

    /// \return its height
    double layHeading(Heading purpose);
    void layRow(const std::shared_ptr<const TableRow> &row, int index, bool isHeading);
    /// Rows of the heading have negative numbers, those of the body begin with 0.
    void startCells(const std::shared_ptr<const TableRow> &row, int index, int rowElement, bool isHeading);
    std::shared_ptr<const TableRow> rowAt(std::size_t index) const;
    int addCellElement(const OpenCell &cell, int rowElement);
    double widthOf(const OpenCell &cell) const; ///< of its text
    Flow flowOf(const TableCell &cell, int column, double width, int element);
    Flow namingOf(const OpenCell &cell);
    double rowHeight(int index) const;
    double leastHeight(const OpenCell &cell) const;
    void alignDecimals(Flow &lines, const TableCell &cell, int column, double width) const;
    double fractionOf(const FlowLine &line) const;
    void measureDecimals();
    bool fitsOnFreshPage(int index);
    std::size_t linesThatFit(const OpenCell &cell, double height) const;
    double lowestEnd(int rowInProgress) const;
    /// Ends the page at `bottom`; what is open continues on the next. \param rowIsDivided the cells that begin in the
    /// row in progress are divided too, else they wait for the next page
    void breakPage(double bottom, int rowInProgress, bool rowIsDivided);
    void closePart(OpenCell &cell, double bottom, std::size_t lines);
    void endRow(int index, double top, double bottom);
    void markBookmarks(int index, double y);
    std::vector<int> owners() const;

    PageBuilder *m_builder;
    const Table &m_table;
    int m_parent;
    double m_padding;
    std::vector<double> m_edges;
    std::vector<double> m_fractions; ///< the widest of what stands behind a decimal sign, by column
    TableGrid m_grid;
    std::vector<OpenCell> m_open;
    int m_nextNumber = 1;
    int m_headElement = kArtifact;
    int m_bodyElement = kArtifact;
    double m_headingHeight = 0;
    bool m_repeatHeading = true;
    int m_rowsOnPage = 0;
};

} // namespace mezasu::report
