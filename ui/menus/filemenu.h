// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/menus/menu.h"

class QMenu;

namespace mezasu::ui {

/// ファイル: plans come and go, tables in and out.
class FileMenu : public Menu
{
    Q_OBJECT

public:
    explicit FileMenu(MainWindow *window);
    void refresh() override;

private:
    void offerRecents(QMenu *menu);
    void chooseExport();
    void preview();
    void showBackups();
    void showSettings();

    QAction *m_import;
    QAction *m_backups;
};

} // namespace mezasu::ui
