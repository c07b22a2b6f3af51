// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/valuesmodel.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mezasu::ui {

class TrendChartView;
class ValuesTable;

/// The values of an indicator by fiscal year, and beside them the chart that follows what is typed.
class ValuesSection : public QWidget
{
    Q_OBJECT

public:
    ValuesSection(PlanDocument *document, const ElementId &indicator, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTableSide();
    QWidget *makeChartSide();
    QPushButton *button(const QString &text, const QString &name);
    void addYear(int year);
    void addTypedYear();
    void removeYear();
    void showDetails();
    void fitTable();
    void fitHeight();
    void arrangeSides();
    void updateButtons();
    void updateChart();
    void say(const QString &message);

    PlanDocument *m_document;
    ValuesModel *m_model;
    ValuesTable *m_table;
    TrendChartView *m_chart;
    QBoxLayout *m_sideBySide;
    QLineEdit *m_year;
    QPushButton *m_before, *m_after, *m_add, *m_remove;
    QCheckBox *m_details;
    QLabel *m_message, *m_noYears, *m_keys;
    int m_wantedWidth = 0, m_leastWidth = 0; ///< of the table: with all that is shown; with what always is
};

} // namespace mezasu::ui
