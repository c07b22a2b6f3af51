// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <functional>

class QAction;
class QMenu;

namespace mezasu::ui {

class MainWindow;
class PlanView;

/// One menu of the window: makes its actions, does what they say, and knows when each may be used.
class Menu : public QObject
{
    Q_OBJECT

public:
    /// What must be there before an action may be used.
    enum class Needs {
        Nothing,
        Plan,    ///< a plan is open
        Writing, ///< and may be written
    };

    /// \param window owns the menu and outlives it
    Menu(MainWindow *window, const QString &title);
    ~Menu() override;

    /// Another plan, another page, or the plan has changed: sets which actions may be used, and their texts.
    virtual void refresh();
    /// A plan was opened and is shown by \p view, which lives until the next plan.
    virtual void planOpened(PlanView *view);

    QMenu *menu() const { return m_menu; }

protected:
    /// An action with an object name by which tests and key lists find it; not yet in the menu.
    QAction *action(const QString &text, const QString &name, const QKeySequence &keys, std::function<void()> deed,
        Needs needs = Needs::Nothing);
    /// The same, put last in the menu.
    QAction *add(const QString &text, const QString &name, const QKeySequence &keys, std::function<void()> deed,
        Needs needs = Needs::Nothing);
    /// Refreshes this action (or a submenu's) with the others.
    void require(QAction *action, Needs needs);
    MainWindow *window() const { return m_window; }

private:
    struct Requirement
    {
        QAction *action;
        Needs needs;
    };
    MainWindow *m_window;
    QMenu *m_menu;
    QList<Requirement> m_required;
};

} // namespace mezasu::ui
