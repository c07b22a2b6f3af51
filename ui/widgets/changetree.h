// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/changetreemodel.h"

#include <QWidget>

class QCheckBox;
class QTreeView;

namespace mezasu::ui {

/// A plan as it would be after a change, each row marked in words.
class ChangeTree : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeTree(QWidget *parent = nullptr);
    void setRows(const QList<ChangeRow> &rows);
    QTreeView *tree() const { return m_tree; }

private:
    void show();

    QList<ChangeRow> m_rows;
    ChangeTreeModel *m_model;
    QTreeView *m_tree;
    QCheckBox *m_all;
};

} // namespace mezasu::ui
