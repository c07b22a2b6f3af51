// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/trendchartview.h"

#include "core/report/trendchart.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace mezasu::ui {

TrendChartView::TrendChartView(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("推移のグラフ"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

TrendChartView::~TrendChartView() = default;

void TrendChartView::setData(const report::TrendData &trend)
{
    m_data = trend;
    m_chart = std::make_unique<report::TrendChart>(m_data, font().family());
    setAccessibleDescription(inWords());
    update();
}

QString TrendChartView::inWords() const
{
    QStringList parts;
    for (const report::TrendPoint &point : m_data.actuals) {
        if (point.value)
            //: %1 fiscal year, %2 value, %3 unit
            parts.append(tr("%1年度の実績は%2%3")
                             .arg(point.year)
                             .arg(locale().toString(*point.value, 'f', m_data.decimals), m_data.unit));
    }
    return parts.isEmpty() ? tr("実績値はまだありません") : parts.join(tr("、"));
}

void TrendChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Charts are drawn as on paper, dark on white, in every colour scheme.
    painter.fillRect(rect(), Qt::white);
    if (m_chart)
        m_chart->paint(painter, QRectF(rect()).adjusted(4, 4, -4, -4), logicalDpiX());
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace mezasu::ui
