// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "ui/menus/menu.h"

namespace mezasu::ui {

/// 編集: undo and redo, by name; cut, copy and paste of branches and text; searching.
class EditMenu : public Menu
{
    Q_OBJECT

public:
    explicit EditMenu(MainWindow *window);
    void refresh() override;
    void planOpened(PlanView *view) override;

private:
    void undo();
    void redo();
    void sayLeft(const Result<PlanDocument::Left> &left);
    void refreshUndo();

    QAction *addInTree(const QString &text, const QString &name, const QKeySequence &keys, const char *slot,
        void (EditMenu::*deed)(), Needs needs);
    void cut();
    void copy();
    void paste();
    void pasteText(const QString &text);
    void selectAll();
    /// Gives up what was cut and not pasted.
    void forgetCut();
    void putOnClipboard(bool isCut);
    void clipboardChanged();

    QAction *m_undo, *m_redo;
    QList<QAction *> m_inTree;
};

} // namespace mezasu::ui
