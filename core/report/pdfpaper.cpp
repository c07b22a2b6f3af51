// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfpaper.h"

#include "core/report/pagepainter.h"
#include "core/report/pdf/colorprofile.h"
#include "core/report/printable.h"

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

/// Hands tags on. The file's element 0 is the document, so the pages' elements are one further.
class MakerTags : public TagSink
{
public:
    explicit MakerTags(PdfMaker *maker)
        : m_maker(maker)
    {
    }
    void beginContent(int element) override { m_maker->beginContent(element + 1); }
    void endContent() override { } // the next tag ends it: paintPage() paints nothing between tags
    void beginArtifact() override { m_maker->beginArtifact(); }
    void endArtifact() override { m_maker->endTag(); }

private:
    PdfMaker *m_maker;
};

} // namespace

PdfPaper::PdfPaper(QIODevice *out, const QSizeF &size, const PdfMetadata &metadata)
    : m_size(size)
    , m_maker(out, size / kUnitsPerPoint, metadata, kUnitsPerInch)
{
}

void PdfPaper::addElement(const StructureElement &element)
{
    PdfElement made;
    made.role = element.role;
    made.alt = element.alt;
    made.summary = element.summary;
    made.scope = element.scope;
    made.rowSpan = element.rowSpan;
    made.columnSpan = element.columnSpan;
    m_maker.structure().addElement(std::move(made), element.parent + 1);
}

/// In the measure of PDF: points, from the lower left corner.
QRectF PdfPaper::inPoints(const QRectF &area) const
{
    return {QPointF(area.left(), m_size.height() - area.bottom()) / kUnitsPerPoint, area.size() / kUnitsPerPoint};
}

/// Page by page, as cairo names targets by the page that is being painted.
void PdfPaper::addBookmarks(int page)
{
    for (; !m_bookmarks.empty() && m_bookmarks.front().page <= page; m_bookmarks.pop_front()) {
        const Bookmark &bookmark = m_bookmarks.front();
        while (!m_parents.empty() && m_parents.back().first >= bookmark.level)
            m_parents.pop_back();
        const int parent = m_parents.empty() ? 0 : m_parents.back().second;
        m_parents.emplace_back(bookmark.level, m_maker.device().addOutline(bookmark.title, parent, bookmark.y));
    }
}

void PdfPaper::addPage(const Page &page, const std::vector<TextStyle> &styles, const InGuiThread &inGui)
{
    m_maker.newPage();
    addBookmarks(m_maker.pageCount() - 1);
    for (const ChartBox &chart : page.charts)
        m_maker.structure().setBox(chart.element + 1, inPoints(chart.area));
    for (const PictureBox &picture : page.pictures) {
        if (picture.element != kArtifact)
            m_maker.structure().setBox(picture.element + 1, inPoints(picture.area));
    }
    MakerTags tags(&m_maker);
    paintPage(m_maker.painter(), page, styles, &tags, inGui);
}

Result<> PdfPaper::finish(const std::vector<PageLink> &links)
{
    const auto profile = srgbProfile();
    if (!profile)
        return profile.error();
    std::vector<PdfLink> made;
    made.reserve(links.size());
    for (const PageLink &link : links) {
        PdfLink one;
        one.page = link.page;
        one.area = inPoints(link.area);
        one.element = link.element + 1;
        one.targetPage = link.target.page;
        one.targetTop = (m_size.height() - link.target.y) / kUnitsPerPoint;
        one.contents = link.target.title.isEmpty()
            ? u"%1ページへ"_s.arg(link.target.page + 1)
            : u"%1ページ「%2」へ"_s.arg(link.target.page + 1).arg(withoutControls(link.target.title));
        made.push_back(std::move(one));
    }
    return m_maker.finish(made, profile.value());
}

} // namespace mezasu::report
