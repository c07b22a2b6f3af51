// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tablelayout.h"

#include "core/report/columnwidths.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kPaddingPt = 3;
constexpr double kLineHeight = 1.45;    ///< of the em, of the lowest row
constexpr double kParagraphGap = 0.3;   ///< of the em
constexpr double kListGap = 0.12;       ///< of the em
constexpr double kTallestHeading = 0.4; ///< of a page; a taller one is not repeated
constexpr double kLeastDivision = 0.15; ///< of a page: less is not worth dividing a row for
constexpr double kLeastStart = 0.3;     ///< of a page: with less room a table begins on the next
constexpr double kNamingLines = 5;      ///< that a name may take where its cell continues
const QString kContinued = u"（続き）"_s;

bool isBlank(const TableCell &cell)
{
    return std::all_of(cell.paragraphs.begin(), cell.paragraphs.end(),
        [](const Paragraph &paragraph) { return paragraph.label.isEmpty() && paragraph.text.isEmpty(); });
}

/// Of a row that the table keeps.
std::shared_ptr<const TableRow> unowned(const TableRow &row)
{
    return {std::shared_ptr<const void>(), &row};
}

} // namespace

double TableLayout::OpenCell::remainingHeight() const
{
    return flowHeight(naming) + flowHeight(lines, next);
}

TableLayout::TableLayout(PageBuilder *builder, const Table &table, int parentElement)
    : m_builder(builder)
    , m_table(table)
    , m_parent(parentElement)
    , m_padding(kPaddingPt * kUnitsPerPoint)
    , m_grid({})
{
    const double em = builder->sizePt() * kUnitsPerPoint;
    m_edges.push_back(builder->body().left());
    for (double width : columnWidths(table, builder->body().width(), em, 2 * m_padding))
        m_edges.push_back(m_edges.back() + width);
    m_grid = TableGrid(m_edges);
    measureDecimals();
}

void TableLayout::run()
{
    const double bodyHeight = m_builder->body().height();
    m_headingHeight = layHeading(Heading::Measured);
    m_repeatHeading = m_headingHeight <= bodyHeight * kTallestHeading;
    const double least = (m_repeatHeading ? m_headingHeight : 0) + bodyHeight * kLeastStart;
    if (!m_builder->isAtTop() && m_builder->y() + least > m_builder->body().bottom())
        m_builder->newPage();

    StructureElement element;
    element.role = "Table";
    element.parent = m_parent;
    element.summary = m_table.summary;
    const int table = m_builder->addElement(element);
    if (!m_table.headingRows.empty())
        m_headElement = m_builder->addElement("THead", table);
    if (m_repeatHeading) {
        layHeading(Heading::First);
    } else {
        const int count = int(m_table.headingRows.size());
        for (int i = 0; i < count; ++i)
            layRow(unowned(m_table.headingRows[std::size_t(i)]), i - count, true);
    }
    const std::size_t rows = m_table.rowCount();
    if (rows > 0)
        m_bodyElement = m_builder->addElement("TBody", table);
    for (std::size_t i = 0; i < rows && !m_builder->isCancelled(); ++i) {
        m_builder->advance(double(i) / double(rows));
        layRow(rowAt(i), int(i), false);
    }
    m_grid.flush(m_builder->page(), m_padding);
}

double TableLayout::layHeading(Heading purpose)
{
    std::vector<OpenCell> body;
    body.swap(m_open); // the heading is a small table of its own above what is open
    const double top = m_builder->y();
    const int count = int(m_table.headingRows.size());
    for (int i = 0; i < count; ++i) {
        const int row = purpose == Heading::First ? m_builder->addElement("TR", m_headElement) : kArtifact;
        startCells(unowned(m_table.headingRows[std::size_t(i)]), i - count, row, true);
        const double y = m_builder->y();
        const double bottom = y + rowHeight(i - count);
        if (purpose == Heading::Measured)
            std::erase_if(m_open, [&](const OpenCell &cell) { return cell.lastRow == i - count; });
        else
            endRow(i - count, y, bottom);
        if (row != kArtifact)
            m_builder->closeElements(row, row + 1);
        m_builder->setY(bottom);
    }
    m_open.swap(body);
    const double height = m_builder->y() - top;
    if (purpose == Heading::Measured)
        m_builder->setY(top);
    return height;
}

std::shared_ptr<const TableRow> TableLayout::rowAt(std::size_t index) const
{
    return m_table.source ? std::make_shared<const TableRow>(m_table.source->row(index)) : unowned(m_table.rows[index]);
}

void TableLayout::layRow(const std::shared_ptr<const TableRow> &row, int index, bool isHeading)
{
    const int element = m_builder->addElement("TR", isHeading ? m_headElement : m_bodyElement);
    startCells(row, index, element, isHeading);
    m_builder->closeElements(element, element + 1);
    const double pageBottom = m_builder->body().bottom();
    for (;;) {
        const double y = m_builder->y();
        const double height = rowHeight(index);
        if (y + height <= pageBottom) {
            endRow(index, y, y + height);
            m_builder->setY(y + height);
            ++m_rowsOnPage;
            return;
        }
        const bool leaveForNextPage = m_rowsOnPage > 0
            && (fitsOnFreshPage(index) || pageBottom - y < m_builder->body().height() * kLeastDivision);
        if (leaveForNextPage) {
            const double bottom = std::min(lowestEnd(index), pageBottom);
            if (bottom > y && !m_grid.isEmpty())
                m_grid.lowerEnd(bottom);
            breakPage(std::max(y, bottom), index, false);
        } else {
            markBookmarks(index, y);
            m_grid.addBand(y, pageBottom, owners());
            breakPage(pageBottom, index, true);
        }
    }
}

void TableLayout::startCells(const std::shared_ptr<const TableRow> &row, int index, int rowElement, bool isHeading)
{
    const int columns = int(m_edges.size()) - 1;
    const int lastOfAll = isHeading ? -1 : int(m_table.rowCount()) - 1;
    std::vector<bool> covered(std::size_t(columns), false);
    for (const OpenCell &cell : m_open)
        std::fill_n(covered.begin() + cell.column, cell.columnSpan, true);
    static const TableCell empty;
    auto next = row->cells.begin();
    for (int column = 0; column < columns;) {
        if (covered[std::size_t(column)]) {
            ++column;
            continue;
        }
        const TableCell &cell = next == row->cells.end() ? empty : *next++;
        OpenCell open;
        open.cell = std::shared_ptr<const TableCell>(row, &cell);
        open.row = index;
        open.lastRow = std::min(index + std::max(1, cell.rowSpan) - 1, lastOfAll);
        open.column = column;
        while (open.columnSpan < cell.columnSpan && column + open.columnSpan < columns
            && !covered[std::size_t(column + open.columnSpan)])
            ++open.columnSpan;
        open.number = m_nextNumber++;
        open.isHeading = isHeading;
        open.top = m_builder->y();
        if (rowElement != kArtifact)
            open.element = addCellElement(open, rowElement);
        open.lines = flowOf(cell, open.column, widthOf(open), open.element);
        open.elementEnd = m_builder->elementCount();
        column += open.columnSpan;
        m_open.push_back(std::move(open));
    }
}

int TableLayout::addCellElement(const OpenCell &cell, int rowElement)
{
    StructureElement element;
    element.parent = rowElement;
    element.role = cell.isHeading || cell.cell->isHeader ? "TH" : "TD";
    if (cell.isHeading)
        element.scope = "Column";
    else if (cell.cell->isHeader)
        element.scope = "Row";
    element.rowSpan = cell.lastRow - cell.row + 1;
    element.columnSpan = cell.columnSpan;
    return m_builder->addElement(std::move(element));
}

double TableLayout::widthOf(const OpenCell &cell) const
{
    return m_edges[std::size_t(cell.column + cell.columnSpan)] - m_edges[std::size_t(cell.column)] - 2 * m_padding;
}

Flow TableLayout::flowOf(const TableCell &cell, int column, double width, int element)
{
    if (isBlank(cell))
        return {};
    const double em = m_builder->sizePt() * kUnitsPerPoint;
    const bool tagged = element != kArtifact;
    Flow flow;
    int list = kArtifact;
    bool afterItem = false;
    for (const Paragraph &paragraph : cell.paragraphs) {
        const bool isItem = !paragraph.label.isEmpty();
        int body = kArtifact;
        int label = kArtifact;
        if (tagged && isItem) {
            if (list == kArtifact)
                list = m_builder->addElement("L", element);
            const int item = m_builder->addElement("LI", list);
            label = m_builder->addElement("Lbl", item);
            body = m_builder->addElement("LBody", item);
        } else if (tagged) {
            list = kArtifact;
            body = m_builder->addElement("P", element);
        }
        if (tagged)
            body = m_builder->addText(body, paragraph.link);
        Flow lines = m_builder->setter().set(paragraph, width, m_builder->sizePt(), cell.alignment, body, label);
        if (cell.alignment == Alignment::Decimal && &paragraph == &cell.paragraphs.front())
            alignDecimals(lines, cell, column, width);
        if (paragraph.emphasis == Emphasis::Strong && &paragraph != &cell.paragraphs.back())
            lines.back().keepWithNext = true;
        if (!flow.empty() && !lines.empty())
            lines.front().spaceBefore = em * (isItem && afterItem ? kListGap : kParagraphGap);
        afterItem = isItem;
        flow.insert(flow.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    }
    return flow;
}

/// How wide a number of one line is from its decimal sign on; 0 for a whole number and for what is no number.
double TableLayout::fractionOf(const FlowLine &line) const
{
    if (line.texts.empty())
        return 0;
    const FlowText &number = line.texts.back();
    const qsizetype sign = number.text.indexOf(u'.');
    return sign < 0 ? 0 : m_builder->setter().widthOf(number.text.sliced(sign), number.style);
}

/// Numbers of a column stand below each other by their decimal signs: those of fewer decimals move to the left.
void TableLayout::alignDecimals(Flow &lines, const TableCell &cell, int column, double width) const
{
    if (lines.size() != 1 || cell.columnSpan > 1 || lines.front().texts.empty())
        return;
    const double shift = m_fractions[std::size_t(column)] - fractionOf(lines.front());
    FlowText &number = lines.front().texts.back();
    if (shift > 0 && number.width + shift <= width)
        number.x -= shift;
}

void TableLayout::measureDecimals()
{
    m_fractions.assign(m_table.columns.size(), 0);
    std::vector<double> wholes(m_table.columns.size(), 0); ///< of what stands before the decimal sign
    std::vector<int> covered(m_table.columns.size(), 0);
    TextSetter &setter = m_builder->setter();
    for (const TableRow &row : m_table.rows) {
        std::size_t column = 0;
        for (const TableCell &cell : row.cells) {
            while (column < covered.size() && covered[column] > 0)
                ++column;
            if (column == covered.size())
                break;
            if (cell.alignment == Alignment::Decimal && !cell.paragraphs.empty()) {
                const Paragraph &number = cell.paragraphs.front();
                const qsizetype sign = number.text.indexOf(u'.');
                const int style = setter.style(m_builder->sizePt(), number.emphasis);
                const double fraction = sign < 0 ? 0 : setter.widthOf(number.text.sliced(sign), style);
                m_fractions[column] = std::max(m_fractions[column], fraction);
                wholes[column] = std::max(wholes[column], setter.widthOf(number.text, style) - fraction);
            }
            for (int span = 0; span < std::max(1, cell.columnSpan) && column < covered.size(); ++span)
                covered[column++] = std::max(1, cell.rowSpan);
        }
        for (int &left : covered)
            left = std::max(0, left - 1);
    }
    // All of a column or none: where the widest parts have no room beside each other, numbers end at the right.
    for (std::size_t column = 0; column < wholes.size(); ++column) {
        if (wholes[column] + m_fractions[column] > m_edges[column + 1] - m_edges[column] - 2 * m_padding)
            m_fractions[column] = 0;
    }
}

Flow TableLayout::namingOf(const OpenCell &cell)
{
    const QString &name = cell.cell->continuation;
    const bool nothingToSay =
        isBlank(*cell.cell) || (name.isEmpty() && !cell.isMerged() && cell.next >= cell.lines.size());
    if (cell.isHeading || nothingToSay)
        return {};
    Paragraph paragraph;
    paragraph.emphasis = cell.cell->paragraphs.front().emphasis == Emphasis::Strong ? Emphasis::Strong : Emphasis::Note;
    const int style = m_builder->setter().style(m_builder->sizePt(), paragraph.emphasis);
    const double width = widthOf(cell);
    const double room = std::max(width, kNamingLines * width - m_builder->setter().widthOf(kContinued, style) * 2);
    paragraph.text = m_builder->setter().elided(name, style, room) + kContinued;
    return m_builder->setter().set(paragraph, width, m_builder->sizePt(), cell.cell->alignment, kArtifact);
}

/// Of a part that begins here, when a page may end below it: the fewest lines that may stand alone.
double TableLayout::leastHeight(const OpenCell &cell) const
{
    double height = 2 * m_padding + flowHeight(cell.naming);
    const std::size_t end = cell.next + leastLines(cell.lines, cell.next);
    for (std::size_t i = cell.next; i < end; ++i)
        height += cell.lines[i].height + (i == cell.next ? 0 : cell.lines[i].spaceBefore);
    return height;
}

double TableLayout::rowHeight(int index) const
{
    const double y = m_builder->y();
    double height = 2 * m_padding + m_builder->sizePt() * kUnitsPerPoint * kLineHeight;
    for (const OpenCell &cell : m_open) {
        if (cell.lastRow == index)
            height = std::max(height, cell.top + cell.remainingHeight() + 2 * m_padding - y);
        else if (cell.top == y)
            height = std::max(height, leastHeight(cell));
    }
    return height;
}

bool TableLayout::fitsOnFreshPage(int index)
{
    const double y = m_builder->y();
    double height = 0;
    for (const OpenCell &cell : m_open) {
        double needed = 2 * m_padding;
        if (cell.row == index) {
            needed = cell.lastRow == index ? needed + cell.remainingHeight() : leastHeight(cell);
        } else if (cell.lastRow == index) {
            const std::size_t first = cell.next + linesThatFit(cell, y - cell.top);
            needed += flowHeight(namingOf(cell)) + flowHeight(cell.lines, first);
        }
        height = std::max(height, needed);
    }
    return height <= m_builder->body().height() - (m_repeatHeading ? m_headingHeight : 0);
}

std::size_t TableLayout::linesThatFit(const OpenCell &cell, double height) const
{
    return linesOnPage(cell.lines, cell.next, height - 2 * m_padding - flowHeight(cell.naming));
}

/// Where the cells that began above a row would end if they said all that they have left: the room that the row leaves to them
/// when it goes to the next page.
double TableLayout::lowestEnd(int rowInProgress) const
{
    double bottom = 0;
    for (const OpenCell &cell : m_open) {
        if (cell.row != rowInProgress && cell.next < cell.lines.size())
            bottom = std::max(bottom, cell.top + cell.remainingHeight() + 2 * m_padding);
    }
    return bottom;
}

void TableLayout::breakPage(double bottom, int rowInProgress, bool rowIsDivided)
{
    const auto isOnThisPage = [&](const OpenCell &cell) { return cell.row != rowInProgress || rowIsDivided; };
    for (OpenCell &cell : m_open) {
        if (!isOnThisPage(cell))
            continue;
        std::size_t count = linesThatFit(cell, bottom - cell.top);
        if (count == 0 && m_rowsOnPage == 0 && cell.next < cell.lines.size())
            count = 1; // a line taller than a page must not keep the table from ending
        closePart(cell, bottom, count);
    }
    m_grid.flush(m_builder->page(), m_padding);
    m_builder->newPage();
    m_rowsOnPage = 0;
    if (m_repeatHeading)
        layHeading(Heading::Repeated);
    for (OpenCell &cell : m_open) {
        cell.top = m_builder->y();
        if (isOnThisPage(cell)) {
            cell.continued = true;
            cell.naming = namingOf(cell);
        }
    }
}

void TableLayout::closePart(OpenCell &cell, double bottom, std::size_t lines)
{
    TableGrid::Part part;
    part.row = cell.row;
    part.column = cell.column;
    part.columnSpan = cell.columnSpan;
    part.area = QRectF(QPointF(m_edges[std::size_t(cell.column)], cell.top),
        QPointF(m_edges[std::size_t(cell.column + cell.columnSpan)], bottom));
    part.element = cell.element;
    part.continued = cell.continued;
    part.shaded = cell.isHeading;
    part.lines = std::move(cell.naming);
    const std::size_t end = std::min(cell.lines.size(), cell.next + lines);
    for (std::size_t i = cell.next; i < end; ++i) {
        part.lines.push_back(std::move(cell.lines[i]));
        if (i == cell.next)
            part.lines.back().spaceBefore = 0;
    }
    cell.naming.clear();
    cell.next = end;
    m_grid.addPart(std::move(part));
}

void TableLayout::endRow(int index, double top, double bottom)
{
    markBookmarks(index, top);
    m_grid.addBand(top, bottom, owners());
    for (OpenCell &cell : m_open) {
        if (cell.lastRow != index)
            continue;
        closePart(cell, bottom, cell.lines.size());
        if (cell.element != kArtifact)
            m_builder->closeElements(cell.element, cell.elementEnd);
    }
    std::erase_if(m_open, [&](const OpenCell &cell) { return cell.lastRow == index; });
}

void TableLayout::markBookmarks(int index, double y)
{
    for (const OpenCell &cell : m_open) { // in the order of their columns, as they were started
        if (cell.row != index || cell.continued)
            continue;
        for (const BookmarkEntry &entry : cell.cell->bookmarks)
            m_builder->addBookmark(entry, y);
        for (const QString &anchor : cell.cell->anchors)
            m_builder->addAnchor(anchor, cell.cell->continuation, y);
    }
}

std::vector<int> TableLayout::owners() const
{
    std::vector<int> numbers(m_edges.size() - 1, 0);
    for (const OpenCell &cell : m_open)
        std::fill_n(numbers.begin() + cell.column, cell.columnSpan, cell.number);
    return numbers;
}

} // namespace mezasu::report
