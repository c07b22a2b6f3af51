// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/menus/menu.h"

namespace mezasu::ui {

/// ヘルプ.
class HelpMenu : public Menu
{
    Q_OBJECT

public:
    explicit HelpMenu(MainWindow *window);

private:
    void showKeys();
};

} // namespace mezasu::ui
