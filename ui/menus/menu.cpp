// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/menu.h"

#include "ui/mainwindow.h"
#include "ui/menus/actionicons.h"

#include <QAction>
#include <QMenuBar>

namespace mezasu::ui {

Menu::Menu(MainWindow *window, const QString &title)
    : QObject(window)
    , m_window(window)
    , m_menu(window->menuBar()->addMenu(title))
{
}

Menu::~Menu() = default;

void Menu::refresh()
{
    const bool open = m_window->view();
    const bool writes = open && !m_window->document()->isReadOnly();
    for (const Requirement &one : std::as_const(m_required))
        one.action->setEnabled(one.needs == Needs::Writing ? writes : open);
}

void Menu::planOpened(PlanView *) { }

QAction *Menu::action(
    const QString &text, const QString &name, const QKeySequence &keys, std::function<void()> deed, Needs needs)
{
    auto *made = new QAction(text, m_window);
    made->setObjectName(name);
    made->setShortcut(keys);
    made->setIcon(iconOfAction(name));
    connect(made, &QAction::triggered, this, std::move(deed));
    require(made, needs);
    return made;
}

QAction *Menu::add(
    const QString &text, const QString &name, const QKeySequence &keys, std::function<void()> deed, Needs needs)
{
    QAction *made = action(text, name, keys, std::move(deed), needs);
    m_menu->addAction(made);
    return made;
}

void Menu::require(QAction *action, Needs needs)
{
    if (needs != Needs::Nothing)
        m_required.append({action, needs});
}

} // namespace mezasu::ui
