// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/plantree.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

namespace mezasu::ui {

PlanTree::PlanTree(QWidget *parent)
    : QTreeView(parent)
{
    setSelectionMode(ExtendedSelection);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setAutoExpandDelay(700); // a branch opens under what is held over it
}

void PlanTree::selectAll()
{
    // Selecting takes the square of the number of open branches.
    constexpr int kMostBranches = 300;
    int open = 0;
    QModelIndexList todo{QModelIndex()};
    while (!todo.isEmpty() && open <= kMostBranches) {
        const QModelIndex parent = todo.takeLast();
        for (int row = 0; row < model()->rowCount(parent); ++row) {
            const QModelIndex index = model()->index(row, 0, parent);
            if (isExpanded(index)) {
                ++open;
                todo.append(index);
            }
        }
    }
    if (open <= kMostBranches) {
        QTreeView::selectAll();
        return;
    }
    const QModelIndex last = model()->index(model()->rowCount() - 1, model()->columnCount() - 1);
    selectionModel()->select({model()->index(0, 0), last}, QItemSelectionModel::ClearAndSelect);
}

void PlanTree::setDropPlace(const QModelIndex &index)
{
    m_dropRow = index;
    viewport()->update();
}

void PlanTree::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event);
    m_dropping = event->isAccepted();
    setDropPlace(m_dropping ? indexAt(event->position().toPoint()) : QModelIndex());
}

void PlanTree::dragLeaveEvent(QDragLeaveEvent *event)
{
    QTreeView::dragLeaveEvent(event);
    m_dropping = false;
    setDropPlace({});
}

void PlanTree::dropEvent(QDropEvent *event)
{
    QTreeView::dropEvent(event);
    m_dropping = false;
    setDropPlace({});
}

void PlanTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    Q_EMIT resized();
}

void PlanTree::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (!m_dropping)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = std::max(2.0, fontMetrics().lineWidth() * 2.5);
    painter.setPen(QPen(palette().highlight(), width));
    if (!m_dropRow.isValid() || dropIndicatorPosition() == OnViewport) {
        painter.drawRect(QRectF(viewport()->rect()).adjusted(width, width, -width, -width));
        return;
    }
    const QRect row = visualRect(QModelIndex(m_dropRow).siblingAtColumn(0));
    const QRectF place(row.left(), row.top(), viewport()->width() - row.left() - width, row.height());
    if (dropIndicatorPosition() == OnItem) {
        painter.drawRoundedRect(place.adjusted(width / 2, width / 2, -width / 2, -width / 2), 3, 3);
        return;
    }
    const double y = dropIndicatorPosition() == AboveItem ? place.top() : place.bottom();
    const double radius = width * 1.5;
    painter.drawLine(QPointF(place.left() + radius, y), QPointF(place.right(), y));
    painter.setBrush(palette().base());
    painter.drawEllipse(QPointF(place.left() + radius, y), radius, radius);
}

void PlanTree::focusInEvent(QFocusEvent *event)
{
    m_tabbed = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QTreeView::focusInEvent(event);
    m_tabbed = false;
}

void PlanTree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && state() != EditingState) {
        Q_EMIT escapePressed();
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace mezasu::ui
