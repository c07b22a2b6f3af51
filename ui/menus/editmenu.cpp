// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/editmenu.h"

#include "ui/compositionguard.h"
#include "ui/mainwindow.h"
#include "ui/planview.h"
#include "ui/words.h"

#include <QAction>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

EditMenu::EditMenu(MainWindow *window)
    : Menu(window, tr("編集(&E)"))
    , m_undo(add(tr("元に戻す(&U)"), u"undoAction"_s, QKeySequence::Undo, [this] { undo(); }))
    , m_redo(add(tr("やり直す(&R)"), u"redoAction"_s, {}, [this] { redo(); }))
{
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    m_undo->setIconText(tr("元に戻す"));
    m_redo->setIconText(tr("やり直す"));
}

void EditMenu::refresh()
{
    Menu::refresh();
    refreshUndo();
}

void EditMenu::planOpened(PlanView *view)
{
    connect(view->document(), &PlanDocument::undoChanged, this, &EditMenu::refreshUndo);
}

void EditMenu::undo()
{
    CompositionGuard::finish();
    const Step step = window()->document()->undoStep();
    sayLeft(window()->document()->undo());
    window()->view()->show(step.element);
}

void EditMenu::redo()
{
    CompositionGuard::finish();
    const Step step = window()->document()->redoStep();
    sayLeft(window()->document()->redo());
    window()->view()->show(step.element);
}

void EditMenu::sayLeft(const Result<PlanDocument::Left> &left)
{
    if (!left)
        window()->say(words::error(left.error()), true);
    else if (!left.value().isEmpty())
        window()->say(
            tr("その後にほかの変更があったため、元に戻さなかったところが%1か所あります。").arg(left.value().size()));
}

void EditMenu::refreshUndo()
{
    const PlanDocument *document = window()->document();
    const bool canUndo = document && document->canUndo();
    const bool canRedo = document && document->canRedo();
    m_undo->setEnabled(canUndo);
    m_redo->setEnabled(canRedo);
    const auto name = [&](QAction *one, bool can, const QString &verb, const QString &plain, auto step) {
        const QString what = can ? words::step(step(), document->plan()) : QString();
        one->setText(can ? tr("%1：%2").arg(verb, QString(what).replace(u'&', u"&&"_s)) : verb);
        one->setIconText(plain);
        one->setToolTip(can ? tr("%1：%2").arg(plain, what) : plain);
    };
    name(m_undo, canUndo, tr("元に戻す(&U)"), tr("元に戻す"), [document] { return document->undoStep(); });
    name(m_redo, canRedo, tr("やり直す(&R)"), tr("やり直す"), [document] { return document->redoStep(); });
}

} // namespace mezasu::ui
