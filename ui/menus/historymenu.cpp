// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/historymenu.h"

#include "ui/mainwindow.h"
#include "ui/pages/fields.h"
#include "ui/panels/conflictspanel.h"
#include "ui/panels/historypanel.h"
#include "ui/planview.h"

#include <QAction>
#include <QApplication>
#include <QMenu>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

HistoryMenu::HistoryMenu(MainWindow *window)
    : Menu(window, tr("履歴(&R)"))
    , m_history(new HistoryPanel)
    , m_conflicts(new ConflictsPanel)
{
    add(
        tr("この欄の履歴(&F)"), u"fieldHistoryAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
        [this] { showFieldHistory(); }, Needs::Plan);
    add(
        tr("いまの内容を版として残す(&E)…"), u"nameEditionAction"_s, {},
        [this] {
            m_history->reveal();
            m_history->askEdition();
        },
        Needs::Writing);
    menu()->addSeparator();
    m_next = add(
        tr("次の食い違い(&N)"), u"nextConflictAction"_s, QKeySequence(Qt::CTRL | Qt::Key_F8),
        [this] {
            const bool shown = m_conflicts->isVisible();
            m_conflicts->reveal();
            if (shown)
                m_conflicts->showNext();
        },
        Needs::Plan);
    // Asked for by the pages; its data names the place.
    m_decide =
        action(tr("食い違いを決める"), u"decideAction"_s, {}, [this] { showConflicts(m_decide->data().toString()); });
    connect(m_history, &HistoryPanel::editionRequested, window, &MainWindow::openEdition);
    window->addPanel(m_history, tr("履歴"), tr("履歴(&H)"), QKeySequence(Qt::CTRL | Qt::Key_H));
    window->addPanel(m_conflicts, tr("食い違い"), tr("食い違い(&K)"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
}

void HistoryMenu::refresh()
{
    Menu::refresh();
    m_next->setEnabled(window()->view() && !window()->document()->plan().conflicts().isEmpty());
}

void HistoryMenu::showFieldHistory()
{
    const auto field = fields::boundField(QApplication::focusWidget());
    m_history->reveal();
    if (field)
        m_history->showField(field->element, field->aspect);
}

void HistoryMenu::showConflicts(const QString &thing)
{
    m_conflicts->reveal();
    if (const auto which = Thing::fromString(thing))
        m_conflicts->showThing(*which);
}

} // namespace mezasu::ui
