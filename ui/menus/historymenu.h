// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/menus/menu.h"

namespace mezasu::ui {

class ConflictsPanel;
class HistoryPanel;

/// 履歴: what was done, editions, and what is contested; owns the panels that show it.
class HistoryMenu : public Menu
{
    Q_OBJECT

public:
    explicit HistoryMenu(MainWindow *window);
    void refresh() override;

    HistoryPanel *history() const { return m_history; }
    /// Shows the panel of conflicts, at this thing ("goal:UUID/text") where one is named.
    void showConflicts(const QString &thing = {});

private:
    void showFieldHistory();

    HistoryPanel *m_history;
    ConflictsPanel *m_conflicts;
    QAction *m_next, *m_decide;
};

} // namespace mezasu::ui
