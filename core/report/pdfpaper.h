// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/pages.h"
#include "core/report/pdf/pdfmaker.h"
#include "core/report/trendchart.h"

#include <deque>

namespace mezasu::report {

/// Writes a paper as PDF while it comes: elements before the pages that show them, pages in order. Needs no more memory for
/// many pages than for few.
class PdfPaper
{
public:
    /// \param out open for writing; outlives this   \param size of every sheet, in page units
    PdfPaper(QIODevice *out, const QSizeF &size, const PdfMetadata &metadata);

    /// Elements are numbered from 0, parents before their children.
    void addElement(const StructureElement &element);
    /// Nothing of the element will be on later pages, and no child of it comes.
    void closeElement(int element) { m_maker.structure().close(element + 1); }
    /// An element that was taken for a Link, but leads nowhere.
    void makeSpan(int element) { m_maker.structure().setRole(element + 1, "Span"); }
    /// Before its page, or with it.
    void addBookmark(const Bookmark &bookmark) { m_bookmarks.push_back(bookmark); }
    /// \param inGui see paintPage()
    void addPage(const Page &page, const std::vector<TextStyle> &styles, const InGuiThread &inGui = {});
    int pageCount() const { return m_maker.pageCount(); }

    /// \retval NotFound the sRGB profile is not installed
    /// \retval Damaged  a fault in the pages, such as text outside every tag
    /// \retval Storage  it could not be written
    Result<> finish(const std::vector<PageLink> &links);

private:
    QRectF inPoints(const QRectF &area) const;
    void addBookmarks(int page);

    QSizeF m_size;
    PdfMaker m_maker;
    std::deque<Bookmark> m_bookmarks;           ///< in the order of pages
    std::vector<std::pair<int, int>> m_parents; ///< of the next bookmark: level, id
};

} // namespace mezasu::report
