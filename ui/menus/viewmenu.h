// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/menus/menu.h"

namespace mezasu::ui {

/// 表示: ways to the tree, the page, the plan's settings, and the panels beside the page.
class ViewMenu : public Menu
{
    Q_OBJECT

public:
    explicit ViewMenu(MainWindow *window);

    /// An entry by which a panel is shown and hidden.
    void addPanel(QAction *toggle, Needs needs);
};

} // namespace mezasu::ui
