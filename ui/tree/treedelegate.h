// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/element.h"
#include "ui/tree/rowsigns.h"

#include <QSet>
#include <QStyledItemDelegate>

class QTreeView;

namespace mezasu::ui {

class PlanTreeModel;

/// Paints the rows of the tree: with some air, small signs at the end, and what is searched marked in the titles.
class TreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \param model outlives the delegate
    TreeDelegate(const PlanTreeModel *model, QObject *parent);

    /// What is searched, as a TextKey; empty: nothing.
    void setKey(const QString &key) { m_key = key; }
    /// Paints the rows of the tree anew that had marks of the search, or have some now: with each key that is pressed all of
    /// them would take longer than the search itself.
    void updateMarks(QTreeView *tree) const;
    /// A width in which the usual signs have room.
    static int widthOfSigns(const QFont &font);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What somebody is typing is not replaced by what others write meanwhile.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *editor, QEvent *event) override;

private:
    void paintMarked(QPainter *painter, const QStyleOptionViewItem &option, const QString &text) const;
    void paintSigns(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QList<RowSigns::Sign> signsAt(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    bool marks(const QModelIndex &index, const QString &text) const;
    bool isHit(const QTreeView *tree, const QModelIndex &index) const;
    void noteMark(const QModelIndex &index, bool isMarked) const;

    const PlanTreeModel *m_model;
    QString m_key;
    mutable QSet<std::pair<ElementId, int>> m_marked; ///< an element and a column, as they were painted last
};

} // namespace mezasu::ui
