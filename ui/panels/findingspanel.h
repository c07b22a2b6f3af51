// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/findings.h"
#include "ui/panels/panel.h"
#include "ui/work.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace mezasu::ui {

class FindingsModel;

/// 点検: what is missing or at odds in the plan, each with a jump to where it is. Looked for in a worker, and again after
/// every change while the panel is seen.
class FindingsPanel : public Panel
{
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget *parent = nullptr);
    ~FindingsPanel() override;

    void setDocument(PlanDocument *document) override;
    FindingsModel *model() const { return m_model; }
    /// Whether the list is what the plan says now.
    bool isUpToDate() const { return m_upToDate; }

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void becomeStale();
    void look();
    void take(const QList<Finding> &findings);
    void offerKinds();
    void chooseOne();
    void open();
    void copy();
    void print();

    PlanDocument *m_document = nullptr;
    FindingsModel *m_model;
    QComboBox *m_kinds;
    QLabel *m_count;
    QTreeView *m_list;
    QPushButton *m_copy, *m_print;
    QTimer m_timer;
    Work::Ticket m_work;
    bool m_upToDate = false;
};

} // namespace mezasu::ui
