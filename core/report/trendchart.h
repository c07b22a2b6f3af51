// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/trenddata.h"

#include <QPainter>

namespace mezasu::report {

/// The trend of one indicator as a chart: the only class that knows Qt Charts.
///
/// Missing years are gaps. Final values are filled marks, provisional ones hollow; targets are a broken line with
/// squares, the baseline a triangle: everything can be told apart without colour.
/// Needs a QApplication; paints in the GUI thread only.
class TrendChart
{
public:
    explicit TrendChart(TrendData data, QString family = QStringLiteral("IPAexGothic"));

    /// Paints into an area given in the painter's units. \param unitsPerInch how many of them are an inch
    void paint(QPainter &painter, const QRectF &area, double unitsPerInch) const;

private:
    TrendData m_data;
    QString m_family;
};

} // namespace mezasu::report
