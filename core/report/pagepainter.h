// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pages.h"
#include "core/report/trendchart.h"

#include <QPainter>

namespace mezasu::report {

/// Is told which element of the structure the painting that follows belongs to.
class TagSink
{
public:
    TagSink() = default;
    virtual ~TagSink() = default;
    Q_DISABLE_COPY_MOVE(TagSink)

    virtual void beginContent(int element) = 0; ///< index into Pages::elements
    virtual void endContent() = 0;
    virtual void beginArtifact() = 0;
    virtual void endArtifact() = 0;
};

/// Paints one page, the same on paper, in a preview and in a file. The painter's unit has to be the page unit: scale it
/// by logicalDpi / kUnitsPerInch before, with the origin at the corner of the sheet.
/// \param index of the page, from 0
/// \param tags  where the device writes a structure; null elsewhere
/// \param inGui needed where pages with charts are painted in another thread; a chart that was cancelled is left out
void paintPage(
    QPainter &painter, const Pages &pages, std::size_t index, TagSink *tags = nullptr, const InGuiThread &inGui = {});
/// The same for a page by itself. \param styles those of the paper
void paintPage(QPainter &painter, const Page &page, const std::vector<TextStyle> &styles, TagSink *tags = nullptr,
    const InGuiThread &inGui = {});

} // namespace mezasu::report
