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
    return {pageIndex(), m_y, m_pages->pages.back(), m_pages->elements.size(), m_pages->bookmarks.size()};
}

void PageBuilder::backTo(const Mark &mark)
{
    m_pages->pages.resize(std::size_t(mark.pageIndex) + 1);
    m_pages->pages.back() = mark.page;
    m_pages->elements.resize(mark.elements);
    m_pages->bookmarks.resize(mark.bookmarks);
    m_y = mark.y;
}

void PageBuilder::newPage()
{
    finishPage();
    if (m_progress && !m_pages->pages.empty() && !m_isCancelled)
        m_isCancelled = !m_progress(*m_pages);
    m_pages->pages.emplace_back();
    m_y = m_body.top();
    addRunningHead();
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
    const QString number = u"- %1 -"_s.arg(pageIndex() + 1);
    const double width = m_setter.widthOf(number, m_setter.style(kFurnitureSizePt, Emphasis::Normal));
    addFurniture(number, m_body.center().x() - width / 2, m_body.bottom() + kFootDistanceMm * kUnitsPerMm);
}

int PageBuilder::addElement(StructureElement element)
{
    m_pages->elements.push_back(std::move(element));
    return int(m_pages->elements.size()) - 1;
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
    if (!name.isEmpty())
        m_pages->anchors.insert(name, {pageIndex(), y, title});
}

void PageBuilder::resolveLinks()
{
    for (StructureElement &element : m_pages->elements) {
        if (element.role == "Link" && !m_pages->anchors.contains(element.target))
            element.role = "Span";
    }
    for (std::size_t p = 0; p < m_pages->pages.size(); ++p) {
        for (const TextLine &line : m_pages->pages[p].lines) {
            if (line.element == kArtifact)
                continue;
            const StructureElement &element = m_pages->elements[std::size_t(line.element)];
            if (element.role != "Link")
                continue;
            const double em = m_pages->styles[std::size_t(line.style)].size;
            const QRectF area(line.baseline - QPointF(0, em * 0.95), QSizeF(line.width, em * 1.15));
            m_pages->links.push_back({int(p), area, line.element, m_pages->anchors.value(element.target)});
        }
    }
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
