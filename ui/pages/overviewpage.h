// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/indicatorsmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace mezasu::ui {

class FlowLayout;
class IndicatorGrid;

/// All indicators of a plan as small multiples, to be filtered; Enter opens one, Esc goes back.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(PlanDocument *document, QWidget *parent = nullptr);

    IndicatorGrid *grid() const { return m_grid; }

Q_SIGNALS:
    void openRequested(const mezasu::ElementId &id);
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QComboBox *addFilter(const QString &label, const QString &name, FlowLayout *row);
    void fillPolicies();
    void filter();
    void say();

    PlanDocument *m_document;
    IndicatorsModel *m_model;
    IndicatorGrid *m_grid;
    QStackedWidget *m_stack;
    QLabel *m_empty, *m_count;
    QComboBox *m_missing = nullptr, *m_direction = nullptr, *m_policy = nullptr;
    ElementId m_current; ///< found again when the cards are made anew
};

} // namespace mezasu::ui
