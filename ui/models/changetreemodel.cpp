// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/changetreemodel.h"

#include <QFont>

namespace mezasu::ui {

void ChangeTreeModel::setRows(const QList<ChangeRow> &rows, bool onlyChanges)
{
    beginResetModel();
    m_rows = rows;
    m_children = QList<QList<int>>(rows.size() + 1);
    m_at = QList<int>(rows.size(), -1);
    for (int i = 0; i < int(rows.size()); ++i) {
        const ChangeRow &row = rows.at(i);
        if (onlyChanges && !row.leadsToChange)
            continue;
        m_at[i] = int(m_children.at(row.parent + 1).size());
        m_children[row.parent + 1].append(i);
    }
    endResetModel();
}

QModelIndex ChangeTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const int above = parent.isValid() ? int(parent.internalId()) + 1 : 0;
    if (above >= m_children.size() || row < 0 || row >= m_children.at(above).size() || column < 0
        || column >= ColumnCount)
        return {};
    return createIndex(row, column, quintptr(m_children.at(above).at(row)));
}

QModelIndex ChangeTreeModel::parent(const QModelIndex &child) const
{
    const int above = child.isValid() ? m_rows.at(qsizetype(child.internalId())).parent : -1;
    return above < 0 ? QModelIndex() : createIndex(m_at.at(above), 0, quintptr(above));
}

int ChangeTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0 || m_children.isEmpty())
        return 0;
    return int(m_children.at(parent.isValid() ? qsizetype(parent.internalId()) + 1 : 0).size());
}

int ChangeTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ChangeTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ChangeRow &row = m_rows.at(qsizetype(index.internalId()));
    if (role == Qt::FontRole && row.what != ChangeRow::What::Same) {
        QFont font;
        font.setBold(index.column() == WhatColumn);
        font.setStrikeOut(row.what == ChangeRow::What::Removed && index.column() == ElementColumn);
        return font;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case WhatColumn:
        return changeWord(row.what);
    case ElementColumn:
        return row.words;
    case DetailColumn:
        return row.detail;
    default:
        return {};
    }
}

QVariant ChangeTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn:
        return tr("区分");
    case ElementColumn:
        return tr("項目");
    case DetailColumn:
        return tr("違うところ");
    default:
        return {};
    }
}

} // namespace mezasu::ui
