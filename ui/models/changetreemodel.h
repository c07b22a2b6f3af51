// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/changerows.h"

#include <QAbstractItemModel>

namespace mezasu::ui {

/// Rows of a change as a tree: what becomes of it, the element, what differs.
class ChangeTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { WhatColumn, ElementColumn, DetailColumn, ColumnCount };

    explicit ChangeTreeModel(QObject *parent = nullptr)
        : QAbstractItemModel(parent)
    {
    }
    /// \param onlyChanges leaves out what neither changes nor leads to a change
    void setRows(const QList<ChangeRow> &rows, bool onlyChanges);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ChangeRow> m_rows;
    QList<QList<int>> m_children; ///< of row i at i + 1; of the top at 0
    QList<int> m_at;              ///< of each row among its siblings
};

} // namespace mezasu::ui
