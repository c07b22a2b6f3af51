// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/viewmenu.h"

#include "ui/mainwindow.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"

#include <QAction>
#include <QMenu>
#include <QTreeView>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

ViewMenu::ViewMenu(MainWindow *window)
    : Menu(window, tr("表示(&V)"))
{
    add(
        tr("計画の構成へ(&T)"), u"goTreeAction"_s, QKeySequence(Qt::CTRL | Qt::Key_1),
        [window] { window->view()->tree()->setFocus(Qt::ShortcutFocusReason); }, Needs::Plan);
    add(
        tr("ページへ(&P)"), u"goPageAction"_s, QKeySequence(Qt::CTRL | Qt::Key_2),
        [window] {
            window->view()->show(window->view()->current());
            window->view()->page()->focusFirst();
        },
        Needs::Plan);
    add(
        tr("計画の設定(&S)"), u"planSettingsAction"_s, QKeySequence(Qt::CTRL | Qt::Key_3),
        [window] { window->view()->show(window->document()->plan().root(), true); }, Needs::Plan);
    QAction *overview = add(
        tr("指標の一覧(&I)"), u"overviewAction"_s, QKeySequence(Qt::CTRL | Qt::Key_4),
        [window] { window->view()->showOverview(); }, Needs::Plan);
    overview->setIconText(tr("指標の一覧")); // on the tool bar
    menu()->addSeparator();
}

void ViewMenu::addPanel(QAction *toggle, Needs needs)
{
    menu()->addAction(toggle);
    require(toggle, needs);
}

} // namespace mezasu::ui
