// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/valuesmodel.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QTableView;

namespace mezasu::ui {

class TrendChartView;

/// The values of an indicator by fiscal year, and beside them the chart that follows what is typed.
class ValuesSection : public QWidget
{
    Q_OBJECT

public:
    ValuesSection(PlanDocument *document, const ElementId &indicator, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addYear();
    void fitTable();
    void updateChart();
    void say(const QString &message);

    PlanDocument *m_document;
    ValuesModel *m_model;
    QTableView *m_table;
    TrendChartView *m_chart;
    QBoxLayout *m_sideBySide;
    QLineEdit *m_year;
    QLabel *m_message;
};

} // namespace mezasu::ui
