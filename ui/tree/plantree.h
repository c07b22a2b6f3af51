// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace mezasu::ui {

/// The view of the tree: several rows at once, and while something is dragged the place where it would go, drawn broad enough
/// to be seen.
class PlanTree : public QTreeView
{
    Q_OBJECT

public:
    explicit PlanTree(QWidget *parent = nullptr);

    /// Every row that is to be seen; in a large tree the topmost ones, with which all others go.
    void selectAll() override;

    /// Tab comes to the tree just now. It takes its first row then where it had none; nobody chose that.
    bool isPassedByTab() const { return m_tabbed; }

Q_SIGNALS:
    void escapePressed(); ///< outside an editor
    void resized();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setDropPlace(const QModelIndex &index);
    QPersistentModelIndex m_dropRow; ///< the row at which something would be dropped
    bool m_dropping = false;
    bool m_tabbed = false;
};

} // namespace mezasu::ui
