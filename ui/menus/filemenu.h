// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/menus/menu.h"

namespace mezasu::ui {

/// ファイル: plans come and go, tables in and out.
class FileMenu : public Menu
{
    Q_OBJECT

public:
    explicit FileMenu(MainWindow *window);
    void refresh() override;

private:
    QAction *m_import;
};

} // namespace mezasu::ui
