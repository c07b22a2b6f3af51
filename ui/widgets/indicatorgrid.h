// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/indicatorsmodel.h"

#include <QCache>
#include <QListView>

namespace mezasu::ui {

/// Indicators as cards side by side, each with a small chart: small multiples.
///
/// Only charts that are in sight are painted, one after another when nothing else is to be done, and kept; so that
/// scrolling never waits for a chart.
class IndicatorGrid : public QListView
{
    Q_OBJECT

public:
    explicit IndicatorGrid(IndicatorsModel *model, QWidget *parent = nullptr);

    /// The small chart of a row; null where it is still to be painted, which is then done soon.
    QPixmap chartOf(int row) const;
    QSize chartSize() const; ///< in device-independent pixels
    qsizetype paintedCharts() const { return m_charts.size(); }

Q_SIGNALS:
    void openRequested(const mezasu::ElementId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void reset() override;

private:
    void arrange();
    void paintNext();

    IndicatorsModel *m_model;
    mutable QCache<ElementId, QPixmap> m_charts;
    mutable QList<ElementId> m_wanted; ///< the last asked for is painted first
    mutable QTimer m_idle;
};

} // namespace mezasu::ui
