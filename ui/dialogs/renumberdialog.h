// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/renumbering.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace mezasu::ui {

/// Shows each number and code as it is and as it would be, for the whole plan or a branch. Changes nothing by itself.
class RenumberDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param plan outlives the dialog \param branch what is selected: can be chosen, and is at first where it is a policy or goal
    RenumberDialog(const Plan &plan, const ElementId &branch, QWidget *parent = nullptr);

    QList<PlanChange> changes() const { return changesOf(m_codes); }

private:
    void addScopes(const ElementId &branch);
    void preview();

    const Plan &m_plan;
    QList<CodeChange> m_codes;
    QComboBox *m_scope;
    QCheckBox *m_policies, *m_items, *m_initiatives, *m_all;
    QTreeWidget *m_list;
    QLabel *m_summary;
    QLabel *m_empty; ///< in the list, where it has no rows
    QPushButton *m_accept = nullptr;
};

} // namespace mezasu::ui
