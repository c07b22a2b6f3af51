// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/trendchart.h"

#include <QWidget>

namespace mezasu::ui {

/// The look of a chart on screen: the colours of a palette, in the font of a widget.
report::TrendLook trendLookFor(const QWidget *widget);
/// The scale at which a chart's text has nearly the size of the widget's.
double trendScaleFor(const QWidget *widget);

/// Shows the trend of an indicator. A point under the pointer, or gone to by the arrow keys (left and right over the years,
/// up and down within one, Home, End), is read out: beside it, and to screen readers. The accessible description says all
/// of it in words; a table of the values stands beside the chart.
class TrendChartView : public QWidget
{
    Q_OBJECT

public:
    explicit TrendChartView(QWidget *parent = nullptr);

    void setData(const report::TrendData &trend);
    const report::TrendData &trend() const { return m_data; }
    /// The point that is read out, in words; empty where there is none.
    QString readout() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Ctrl+C, and by name from the edit menu.
    void copy() { Q_EMIT copyRequested(); }

Q_SIGNALS:
    void copyRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void goTo(int spot);
    void goBy(int years, int within);
    QString inWords() const;
    QString wordsOf(const report::TrendSpot &spot) const;
    void paintReadout(QPainter &painter) const;
    QRectF chartArea() const;

    report::TrendData m_data;
    QPixmap m_picture; ///< null: to be painted anew
    std::vector<report::TrendSpot> m_spots;
    int m_current = -1; ///< of the spots
};

} // namespace mezasu::ui
