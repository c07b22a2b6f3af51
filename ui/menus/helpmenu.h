// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/menus/menu.h"

namespace mezasu::ui {

class HelpPanel;

/// ヘルプ: what is written of the page, the panel or the dialog at hand, and the list of keys.
class HelpMenu : public Menu
{
    Q_OBJECT

public:
    explicit HelpMenu(MainWindow *window);

    void refresh() override;
    void planOpened(PlanView *view) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showHelp();
    bool showBesideDialog(QWidget *widget);
    QString topicOfPage() const;
    void showGuide();
    void showKeys();

    HelpPanel *m_panel;
};

} // namespace mezasu::ui
