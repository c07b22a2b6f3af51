// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "ui/menus/menu.h"

namespace mezasu::ui {

/// 編集: undo and redo, by name.
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

    QAction *m_undo, *m_redo;
};

} // namespace mezasu::ui
