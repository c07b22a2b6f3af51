// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/trenddata.h"
#include "core/report/trendlook.h"

#include <QPainter>

namespace mezasu::report {

/// The marks of a trend chart, on the chart and in its legend.
enum class TrendMark { Filled, Hollow, Square, Triangle };

TrendMark markOf(TrendRole role, ValueStatus status);
/// \param radius half the size of a mark
void drawTrendMark(QPainter &painter, const QPointF &at, TrendMark mark, double radius, const TrendLook &look);
QPen trendLinePen(bool isTarget, const TrendLook &look);

/// One sort of mark and what it means.
struct LegendEntry
{
    QString text;
    TrendMark mark = TrendMark::Filled;
    bool hasLine = false;
};
/// What the legend has to explain: only what the data shows.
std::vector<LegendEntry> legendOf(const TrendData &data, const TrendNames &names);

} // namespace mezasu::report
