// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/trenddata.h"
#include "core/report/trendlook.h"

#include <QPainter>
#include <functional>

namespace mezasu::report {

/// Does something in the GUI thread and waits for it. \return false: it was cancelled, and nothing was done
using InGuiThread = std::function<bool(const std::function<void()> &)>;

/// One point of a painted chart, to be found by a pointer or gone to by keys.
struct TrendSpot
{
    TrendRole role = TrendRole::Actual;
    TrendPoint point; ///< without a value: an actual that is recorded as missing, on the axis
    QPointF place;    ///< in the units in which the chart is painted
};

/// The trend of one indicator as a chart: the only class that knows Qt Charts.
///
/// Missing years are gaps, with the sign of the reason on the axis where one is recorded. Final values are filled marks,
/// provisional ones hollow; targets are squares on a broken line that comes from the baseline, which is a triangle:
/// everything can be told apart without colour. No label is cut: titles and legends take another line, and where labels of
/// years have no room they become brief, then every second, third … is left out.
/// Needs a QApplication. Qt Charts works in the GUI thread only; what it draws there may be painted in any.
class TrendChart
{
public:
    explicit TrendChart(TrendData data, TrendLook look = {});

    /// Paints into an area given in the painter's units. \param unitsPerInch how many of them are an inch
    /// \param inGui needed where this is called in another thread
    void paint(QPainter &painter, const QRectF &area, double unitsPerInch, const InGuiThread &inGui = {}) const;
    /// In the GUI thread only. The points that paint() shows there, by year; within a year baseline, target, actual.
    std::vector<TrendSpot> spots(const QRectF &area, double unitsPerInch) const;

private:
    TrendData m_data;
    TrendLook m_look;
};

} // namespace mezasu::report
