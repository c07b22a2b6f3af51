// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pagebuilder.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kFurnitureSizePt = 9;
constexpr double kHeadDistanceMm = 5; ///< from the running head to the content
constexpr double kFootDistanceMm = 9; ///< from the content to the page number's baseline

} // namespace

PageBuilder::PageBuilder(
    Pages *pages, const Document &document, const PageMargins &margins, FontChoice fonts, double sizePt)
    : m_pages(pages)
    , m_title(document.title)
    , m_head(document.head)
    , m_setter(pages, std::move(fonts))
    , m_sizePt(sizePt)
    , m_body(QRectF(QPointF(), pages->size)
                 .adjusted(margins.left * kUnitsPerMm, margins.top * kUnitsPerMm, -margins.right * kUnitsPerMm,
                     -margins.bottom * kUnitsPerMm))
{
    newPage();
}

PageBuilder::Mark PageBuilder::mark() const
{
    return {pageIndex(), m_y, m_pages->pages.back(), elementCount(), m_pages->bookmarks.size(), m_closed.size()};
}

void PageBuilder::backTo(const Mark &mark)
{
    Q_ASSERT(mark.pageIndex >= m_firstPage);
    m_pages->pages.resize(std::size_t(mark.pageIndex - m_firstPage) + 1);
    m_pages->pages.back() = mark.page;
    m_pages->elements.resize(std::size_t(mark.elements - m_firstElement));
    m_pages->bookmarks.resize(mark.bookmarks);
    m_closed.resize(mark.closed);
    m_targets.erase(m_targets.lower_bound(mark.elements), m_targets.end());
    m_y = mark.y;
    m_isAbandoned = false;
}

void PageBuilder::hold(HoldFor purpose)
{
    m_holds.push_back({purpose, pageIndex()});
}

void PageBuilder::headed()
{
    m_holds.back().page = pageIndex();
    m_holds.back().element = elementCount();
}

bool PageBuilder::release()
{
    look(m_holds.back());
    const bool isMissed = m_holds.back().isMissed;
    m_holds.pop_back();
    return !isMissed;
}

bool PageBuilder::hasCompany(const Hold &hold) const
{
    const Page &page = pageAt(hold.page);
    const auto isCompany = [&hold](const auto &one) { return one.element >= hold.element; };
    return std::any_of(page.lines.begin(), page.lines.end(), isCompany)
        || std::any_of(page.charts.begin(), page.charts.end(), isCompany)
        || std::any_of(page.pictures.begin(), page.pictures.end(), isCompany);
}

/// Whether what was held for has come true or has failed, as far as that can be known.
void PageBuilder::look(Hold &hold) const
{
    if (hold.isKept || hold.isMissed)
        return;
    if (hold.purpose == HoldFor::OnePage)
        hold.isMissed = pageIndex() != hold.page;
    else if (hold.element >= 0)
        (hasCompany(hold) ? hold.isKept : hold.isMissed) = true;
}

void PageBuilder::newPage()
{
    finishPage();
    for (Hold &hold : m_holds) {
        if (hold.purpose == HoldFor::OnePage)
            hold.isMissed = true;
        else
            look(hold);
        m_isAbandoned = m_isAbandoned || hold.isMissed;
    }
    const bool areFinal = std::all_of(m_holds.begin(), m_holds.end(), [](const Hold &hold) { return hold.isKept; });
    if (areFinal)
        growCharts();
    if (m_progress && !m_pages->pages.empty() && !m_isCancelled)
        m_isCancelled = !m_progress(*m_pages);
    if (areFinal)
        giveAway();
    m_pages->pages.emplace_back();
    m_y = m_body.top();
    addRunningHead();
}

void PageBuilder::giveAway()
{
    if (!m_sink || m_pages->pages.empty())
        return;
    PageBatch batch;
    batch.size = m_pages->size;
    batch.styles = m_pages->styles;
    batch.share = m_share;
    m_firstElement = elementCount();
    batch.elements.swap(m_pages->elements);
    batch.bookmarks.swap(m_pages->bookmarks);
    const int end = pageIndex() + 1;
    for (std::size_t i = 0; i < m_pages->pages.size(); ++i)
        collectLinks(m_pages->pages[i], m_firstPage + int(i));
    batch.pages.swap(m_pages->pages);
    m_firstPage = end;
    batch.closed.swap(m_closed);
    if (!m_isCancelled)
        m_isCancelled = !m_sink->take(std::move(batch));
}

void PageBuilder::addFurniture(const QString &text, double left, double baseline)
{
    const int style = m_setter.style(kFurnitureSizePt, Emphasis::Normal);
    if (!text.isEmpty())
        page().lines.push_back({text, {left, baseline}, m_setter.widthOf(text, style), style, kArtifact});
}

void PageBuilder::addRunningHead()
{
    if (pageIndex() == 0)
        return; // the first page has the full head as content
    const int style = m_setter.style(kFurnitureSizePt, Emphasis::Normal);
    const double baseline = m_body.top() - kHeadDistanceMm * kUnitsPerMm;
    const QString labels = QStringList{m_head.note, m_head.number}.join(u"　"_s).trimmed();
    const QString right = m_setter.elided(labels, style, m_body.width() / 3);
    const double rightWidth = m_setter.widthOf(right, style);
    addFurniture(
        m_setter.elided(m_title, style, m_body.width() - rightWidth - kUnitsPerMm * 10), m_body.left(), baseline);
    addFurniture(right, m_body.right() - rightWidth, baseline);
}

void PageBuilder::finishPage()
{
    if (m_pages->pages.empty())
        return;
    page().bottom = m_y;
    const QString number = u"- %1 -"_s.arg(pageIndex() + 1);
    const double width = m_setter.widthOf(number, m_setter.style(kFurnitureSizePt, Emphasis::Normal));
    addFurniture(number, m_body.center().x() - width / 2, m_body.bottom() + kFootDistanceMm * kUnitsPerMm);
}

/// Pages that nothing changes any more: the room that is left on them goes to their charts, and what stands below these moves
/// down.
void PageBuilder::growCharts()
{
    for (; m_firstToGrow <= pageIndex(); ++m_firstToGrow) {
        Page &page = m_pages->pages[std::size_t(m_firstToGrow - m_firstPage)];
        double left = m_body.bottom() - page.bottom;
        for (std::size_t i = 0; i < page.charts.size(); ++i) {
            ChartBox &chart = page.charts[i];
            const double more = std::min(chart.mostHeight - chart.area.height(), left / double(page.charts.size() - i));
            if (more <= 0)
                continue;
            moveDown(page, chart.area.bottom(), more);
            chart.area.setHeight(chart.area.height() + more);
            left -= more;
        }
    }
    m_anchorsToMove.clear();
}

/// What begins below a place of the page at m_firstToGrow; nothing goes across that place.
void PageBuilder::moveDown(Page &page, double below, double by)
{
    const auto byFor = [&](double y) { return y >= below ? by : 0; };
    for (Fill &fill : page.fills)
        fill.area.translate(0, byFor(fill.area.top()));
    for (Rule &rule : page.rules)
        rule.line.translate(0, byFor(std::min(rule.line.y1(), rule.line.y2())));
    for (ChartBox &chart : page.charts)
        chart.area.translate(0, byFor(chart.area.top()));
    for (PictureBox &picture : page.pictures)
        picture.area.translate(0, byFor(picture.area.top()));
    for (TextLine &line : page.lines)
        line.baseline.ry() +=
            line.baseline.y() <= m_body.bottom() ? byFor(line.baseline.y()) : 0; // not what is in the foot
    for (CellBox &cell : page.cells)
        cell.area.translate(0, byFor(cell.area.top()));
    auto &marks = m_pages->bookmarks;
    for (auto mark = marks.rbegin(); mark != marks.rend() && mark->page >= m_firstToGrow; ++mark)
        mark->y += mark->page == m_firstToGrow ? byFor(mark->y) : 0;
    for (const QString &name : std::as_const(m_anchorsToMove)) {
        const auto anchor = m_pages->anchors.find(name);
        if (anchor != m_pages->anchors.end() && anchor->page == m_firstToGrow)
            anchor->y += byFor(anchor->y);
    }
}

int PageBuilder::addElement(StructureElement element)
{
    if (element.role == "Link")
        m_targets.emplace(elementCount(), element.target);
    m_pages->elements.push_back(std::move(element));
    return elementCount() - 1;
}

int PageBuilder::addElement(const QByteArray &role, int parent)
{
    StructureElement element;
    element.role = role;
    element.parent = parent;
    return addElement(std::move(element));
}

int PageBuilder::addText(int block, const QString &link)
{
    if (link.isEmpty())
        return block;
    StructureElement element;
    element.role = "Link";
    element.parent = block;
    element.target = link;
    return addElement(std::move(element));
}

void PageBuilder::addAnchor(const QString &name, const QString &title, double y)
{
    if (name.isEmpty())
        return;
    m_pages->anchors.insert(name, {pageIndex(), y, title});
    m_anchorsToMove.insert(name);
}

void PageBuilder::collectLinks(const Page &page, int index)
{
    if (m_targets.empty())
        return;
    for (const TextLine &line : page.lines) {
        const auto found = line.element == kArtifact ? m_targets.end() : m_targets.find(line.element);
        if (found == m_targets.end())
            continue;
        const double em = m_pages->styles[std::size_t(line.style)].size;
        const QRectF area(line.baseline - QPointF(0, em * 0.95), QSizeF(line.width, em * 1.15));
        m_links.push_back({{index, area, line.element, {}}, found->second});
    }
}

void PageBuilder::finish()
{
    finishPage();
    growCharts();
    if (m_sink) {
        giveAway();
    } else {
        for (std::size_t i = 0; i < m_pages->pages.size(); ++i)
            collectLinks(m_pages->pages[i], int(i));
    }
    PageEnd end;
    for (const auto &[element, target] : m_targets) {
        if (!m_pages->anchors.contains(target))
            end.spans.push_back(element);
    }
    for (auto &[link, target] : m_links) {
        const auto anchor = m_pages->anchors.constFind(target);
        if (anchor == m_pages->anchors.cend())
            continue;
        link.target = *anchor;
        end.links.push_back(std::move(link));
    }
    if (m_sink) {
        m_sink->end(std::move(end));
        return;
    }
    for (const int element : end.spans)
        m_pages->elements[std::size_t(element)].role = "Span";
    m_pages->links = std::move(end.links);
}

void PageBuilder::addBookmark(const BookmarkEntry &entry, double y)
{
    m_pages->bookmarks.push_back({entry.level, entry.title, pageIndex(), y});
}

void PageBuilder::place(const FlowLine &line, double left, double top)
{
    for (const FlowText &text : line.texts) {
        page().lines.push_back(text.at({left, top}, line.ascent));
    }
}

void PageBuilder::flow(const Flow &flow, double left)
{
    for (std::size_t next = 0; next < flow.size();) {
        const double space = isAtTop() ? 0 : flow[next].spaceBefore;
        std::size_t count = linesOnPage(flow, next, m_body.bottom() - m_y - space);
        if (count == 0 && !isAtTop()) {
            newPage();
            continue;
        }
        count = std::max<std::size_t>(count, 1); // a line taller than a page must not keep the text from ending
        for (const std::size_t end = next + count; next < end; ++next) {
            m_y += isAtTop() ? 0 : flow[next].spaceBefore;
            place(flow[next], left, m_y);
            m_y += flow[next].height;
        }
        if (next < flow.size())
            newPage();
    }
}

} // namespace mezasu::report
