// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/helpmenu.h"

#include "ui/compositionguard.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/help/guidepictures.h"
#include "ui/help/helppanel.h"
#include "ui/help/helptopics.h"
#include "ui/help/helpview.h"
#include "ui/help/helpwindow.h"
#include "ui/help/quickguide.h"
#include "ui/mainwindow.h"
#include "ui/planview.h"
#include "ui/preview/keylist.h"
#include "ui/preview/planpapers.h"

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

HelpMenu::HelpMenu(MainWindow *window)
    : Menu(window, tr("ヘルプ(&H)"))
    , m_panel(new HelpPanel)
{
    add(tr("この画面のヘルプ(&H)"), u"helpAction"_s, QKeySequence(Qt::Key_F1), [this] { showHelp(); });
    add(tr("もくじ(&C)"), u"helpContentsAction"_s, {}, [this] { m_panel->open(u"index"_s); });
    add(tr("手引き（2ページ）(&G)…"), u"guideAction"_s, {}, [this] { showGuide(); });
    menu()->addSeparator();
    add(tr("キーの一覧(&K)…"), u"keysAction"_s, QKeySequence(Qt::CTRL | Qt::Key_F1), [this] { showKeys(); });
    add(tr("Mezasuについて(&A)…"), u"aboutAction"_s, {}, [window] {
        auto *dialog = new AboutDialog(window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    window->addPanel(m_panel, tr("ヘルプ"), tr("ヘルプ(&E)"), {});
    qApp->installEventFilter(this); // dialogs have no menu whose key could be pressed
}

void HelpMenu::refresh()
{
    Menu::refresh();
    m_panel->follow(topicOfPage());
}

void HelpMenu::planOpened(PlanView *view)
{
    connect(view, &PlanView::shownChanged, this, &HelpMenu::refresh);
}

QString HelpMenu::topicOfPage() const
{
    return window()->view() ? help::topicOf(window()->view()->shown()) : u"start"_s;
}

/// Of what has the focus, else of the page. Where the help is being read already, the same key closes it.
void HelpMenu::showHelp()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && m_panel->isAncestorOf(focus)) {
        m_panel->leave();
        return;
    }
    if (focus && showBesideDialog(focus))
        return;
    const QString topic = help::topicOf(focus);
    m_panel->open(topic.isEmpty() ? topicOfPage() : topic);
}

/// Whether the widget is in a dialog of this window of which something is written. The same key closes that again.
bool HelpMenu::showBesideDialog(QWidget *widget)
{
    auto *dialog = qobject_cast<QDialog *>(widget->window());
    const QWidget *owner = dialog;
    while (owner && owner != window())
        owner = owner->parentWidget();
    const QString topic = help::topicOf(widget);
    if (!owner || topic.isEmpty())
        return false;
    if (auto *help = qobject_cast<HelpWindow *>(dialog))
        help->close();
    else
        HelpWindow::openBeside(dialog, topic);
    return true;
}

bool HelpMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType() || CompositionGuard::isComposing())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier)
        return false;
    return showBesideDialog(static_cast<QWidget *>(watched));
}

void HelpMenu::showGuide()
{
    QApplication::setOverrideCursor(Qt::WaitCursor); // its pictures are taken now
    GuidePictures pictures(window()->services(), window()->questions());
    const report::Document document = quickGuide([&pictures](const QString &name) { return pictures.take(name); });
    QApplication::restoreOverrideCursor();
    window()->showPaper(document, quickGuidePaper(), false);
}

void HelpMenu::showKeys()
{
    window()->showPaper(keyListDocument(keyGroups(window()->menuBar()), tr("キーの一覧")), uprightPaper(), false);
}

} // namespace mezasu::ui
