// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/trendmarks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mezasu::report {

TrendMark markOf(TrendRole role, ValueStatus status)
{
    switch (role) {
    case TrendRole::Baseline:
        return TrendMark::Triangle;
    case TrendRole::Target:
        return TrendMark::Square;
    case TrendRole::Actual:
        break;
    }
    return status == ValueStatus::Final ? TrendMark::Filled : TrendMark::Hollow;
}

void drawTrendMark(QPainter &painter, const QPointF &at, TrendMark mark, double radius, const TrendLook &look)
{
    const QColor color = mark == TrendMark::Square ? look.target : mark == TrendMark::Triangle ? look.ink : look.actual;
    painter.setPen(QPen(color, radius * 0.35));
    painter.setBrush(mark == TrendMark::Filled ? QBrush(color)
            : mark == TrendMark::Triangle      ? QBrush()
                                               : QBrush(look.paper));
    switch (mark) {
    case TrendMark::Filled:
    case TrendMark::Hollow:
        painter.drawEllipse(at, radius, radius);
        break;
    case TrendMark::Square:
        painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
        break;
    case TrendMark::Triangle:
        // Open and larger than the others, so that a value of the same year stays visible within it.
        painter.drawPolygon(QPolygonF({{at.x(), at.y() - radius * 2.6}, {at.x() + radius * 2.3, at.y() + radius * 1.5},
            {at.x() - radius * 2.3, at.y() + radius * 1.5}}));
        break;
    }
}

QPen trendLinePen(bool isTarget, const TrendLook &look)
{
    QPen pen(isTarget ? look.target : look.actual, isTarget ? 1.2 : 2);
    if (isTarget)
        pen.setDashPattern({5, 3});
    return pen;
}

std::vector<LegendEntry> legendOf(const TrendData &data, const TrendNames &names)
{
    std::vector<LegendEntry> entries;
    const auto has = [&](bool provisional) {
        return std::any_of(data.actuals.begin(), data.actuals.end(), [&](const TrendPoint &point) {
            return point.value && (point.status != ValueStatus::Final) == provisional;
        });
    };
    if (has(false))
        entries.push_back({names.actual, TrendMark::Filled, true});
    if (has(true))
        entries.push_back({names.provisional, TrendMark::Hollow, true});
    if (std::any_of(data.targets.begin(), data.targets.end(), [](const TrendPoint &p) { return p.value.has_value(); }))
        entries.push_back({names.target, TrendMark::Square, true});
    if (data.baseline && data.baseline->value)
        entries.push_back({names.baseline, TrendMark::Triangle, false});
    return entries;
}

} // namespace mezasu::report
