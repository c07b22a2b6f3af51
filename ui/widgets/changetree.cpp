// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/changetree.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kOpenedAtOnce = 3000; ///< rows; more would be slow to lay out, and nobody reads them all
} // namespace

ChangeTree::ChangeTree(QWidget *parent)
    : QWidget(parent)
    , m_model(new ChangeTreeModel(this))
    , m_tree(new QTreeView)
    , m_all(new QCheckBox(tr("変わらない項目も表示する(&A)")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_tree->setObjectName(u"changeTree"_s);
    m_tree->setAccessibleName(tr("変更後の計画"));
    m_tree->setModel(m_model);
    m_tree->setTreePosition(ChangeTreeModel::ElementColumn);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(ChangeTreeModel::WhatColumn, fontMetrics().horizontalAdvance(u"追加追加"_s) + 12);
    m_tree->setColumnWidth(ChangeTreeModel::ElementColumn, fontMetrics().averageCharWidth() * 44);
    layout->addWidget(m_tree, 1);
    m_all->setObjectName(u"changeAllCheck"_s);
    connect(m_all, &QCheckBox::toggled, this, &ChangeTree::show);
    layout->addWidget(m_all);
}

void ChangeTree::setRows(const QList<ChangeRow> &rows)
{
    m_rows = rows;
    show();
}

void ChangeTree::show()
{
    m_model->setRows(m_rows, !m_all->isChecked());
    if (m_rows.size() <= kOpenedAtOnce)
        m_tree->expandAll();
    else
        m_tree->expandToDepth(0);
}

} // namespace mezasu::ui
