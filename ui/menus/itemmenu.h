// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/menus/menu.h"
#include "ui/treecommands.h"

namespace mezasu::ui {

/// 項目: what is done with the rows of the tree.
class ItemMenu : public Menu
{
    Q_OBJECT

public:
    explicit ItemMenu(MainWindow *window);
    void refresh() override;
    void planOpened(PlanView *view) override;

private:
    using Command = std::function<treecommands::Made(const Plan &, const QList<ElementId> &rows)>;
    /// Keys of the tree work in the tree only: elsewhere they mean other things.
    QAction *addInTree(const QString &text, const QString &name, const QKeySequence &keys, std::function<void()> deed);
    bool run(const Command &command, bool focusPage);
    QAction *addMove(const QString &text, const QString &name, const QKeySequence &keys,
        treecommands::Made (*move)(const Plan &, const QList<ElementId> &, int), int by);
    void rename();
    void remove();
    void renumber();
    void showContextMenu(const QPoint &place);

    QAction *m_addItem, *m_addItemToGoal, *m_addInitiative;
    QList<QAction *> m_inTree;
};

} // namespace mezasu::ui
