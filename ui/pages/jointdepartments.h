// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QToolButton;

namespace mezasu::ui {

class FlowLayout;

/// The departments that work along with the lead one, each with a button that takes it off, and an editor that adds one.
/// A new name adds a department to the plan. Delete and Backspace on a chip take it off; the arrows go along.
class JointDepartments : public QWidget
{
    Q_OBJECT

public:
    JointDepartments(PlanDocument *document, const ElementId &element, QWidget *parent = nullptr);

    /// The editor, for focus.
    QWidget *editor() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<QUuid> joined() const;
    void arrange();
    void fillChoice();
    void add();
    void remove(const QUuid &department);

    PlanDocument *m_document;
    ElementId m_element;
    FlowLayout *m_layout;
    QComboBox *m_add = nullptr;
    QList<QUuid> m_shown;
    QHash<QUuid, QToolButton *> m_chips;
};

} // namespace mezasu::ui
