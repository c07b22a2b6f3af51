// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/trenddata.h"

#include <QWidget>
#include <memory>

namespace mezasu::report {
class TrendChart;
}

namespace mezasu::ui {

/// Shows the trend of an indicator. Its accessible description says the same in words; a table of the values stands beside it.
class TrendChartView : public QWidget
{
    Q_OBJECT

public:
    explicit TrendChartView(QWidget *parent = nullptr);
    ~TrendChartView() override;

    void setData(const report::TrendData &trend);
    const report::TrendData &trend() const { return m_data; }
    QSize sizeHint() const override { return {480, 300}; }
    QSize minimumSizeHint() const override { return {320, 220}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString inWords() const;
    report::TrendData m_data;
    std::unique_ptr<report::TrendChart> m_chart;
};

} // namespace mezasu::ui
