// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pages.h"

#include <QtGlobal>

#include <utility>
#include <vector>

namespace mezasu::report {

/// Pages that nothing changes any more, with what has come with them. Numbers of elements and pages count from the beginning of
/// the paper.
struct PageBatch
{
    QSizeF size;                            ///< of every sheet
    std::vector<TextStyle> styles;          ///< all so far; those of earlier batches come first
    std::vector<StructureElement> elements; ///< next in order, with all that these pages show
    std::vector<Bookmark> bookmarks;        ///< next in order; none of a later page
    std::vector<Page> pages;
    /// From the first to before the second: nothing of these elements comes on later pages, and no child of them.
    std::vector<std::pair<int, int>> closed;
    double share = 0; ///< of the document that is laid out, at most 1
};

/// What is known only when all pages are there.
struct PageEnd
{
    std::vector<PageLink> links;
    std::vector<int> spans; ///< elements that came as Link and lead nowhere
};

/// Takes a paper while it is laid out, so that nobody has to keep all of it.
class PageSink
{
public:
    PageSink() = default;
    virtual ~PageSink() = default;
    Q_DISABLE_COPY_MOVE(PageSink)

    /// \return false cancels
    virtual bool take(PageBatch batch) = 0;
    virtual void end(PageEnd end) = 0;
};

} // namespace mezasu::report
