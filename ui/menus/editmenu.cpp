// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/editmenu.h"

#include "ui/compositionguard.h"
#include "ui/find/findbar.h"
#include "ui/mainwindow.h"
#include "ui/models/plantreemodel.h"
#include "ui/planview.h"
#include "ui/tree/branchclip.h"
#include "ui/tree/pastedlines.h"
#include "ui/tree/plantree.h"
#include "ui/words.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>

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
    menu()->addSeparator();
    addInTree(tr("切り取り(&T)"), u"cutAction"_s, QKeySequence::Cut, "cut", &EditMenu::cut, Needs::Writing);
    addInTree(tr("コピー(&C)"), u"copyAction"_s, QKeySequence::Copy, "copy", &EditMenu::copy, Needs::Plan);
    addInTree(tr("貼り付け(&P)"), u"pasteAction"_s, QKeySequence::Paste, "paste", &EditMenu::paste, Needs::Writing);
    addInTree(tr("すべて選択(&A)"), u"selectAllAction"_s, QKeySequence::SelectAll, "selectAll", &EditMenu::selectAll,
        Needs::Plan);
    menu()->addSeparator();
    add(
        tr("検索(&F)"), u"findAction"_s, QKeySequence(Qt::CTRL | Qt::Key_F),
        [window] { window->view()->findBar()->enter(); }, Needs::Plan);
    add(
        tr("次を検索(&N)"), u"findNextAction"_s, QKeySequence(Qt::Key_F3),
        [window] { window->view()->findBar()->go(1); }, Needs::Plan);
    add(
        tr("前を検索(&V)"), u"findPreviousAction"_s, QKeySequence(Qt::SHIFT | Qt::Key_F3),
        [window] { window->view()->findBar()->go(-1); }, Needs::Plan);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &EditMenu::clipboardChanged);
}

/// In the tree the keys are ours; in a field they are the field's own, and the menu does there what they do.
QAction *EditMenu::addInTree(const QString &text, const QString &name, const QKeySequence &keys, const char *slot,
    void (EditMenu::*deed)(), Needs needs)
{
    QAction *made = add(
        text, name, keys,
        [this, slot, deed] {
            QWidget *focus = QApplication::focusWidget();
            const QByteArray signature = QByteArray(slot) + "()";
            const bool isTree = focus == window()->view()->tree();
            if (!isTree && focus && focus->metaObject()->indexOfSlot(signature.constData()) >= 0)
                QMetaObject::invokeMethod(focus, slot);
            else
                (this->*deed)();
        },
        needs);
    made->setShortcutContext(Qt::WidgetShortcut);
    m_inTree.append(made);
    return made;
}

void EditMenu::refresh()
{
    Menu::refresh();
    refreshUndo();
}

void EditMenu::planOpened(PlanView *view)
{
    connect(view->document(), &PlanDocument::undoChanged, this, &EditMenu::refreshUndo);
    view->tree()->addActions(m_inTree);
    connect(static_cast<PlanTree *>(view->tree()), &PlanTree::escapePressed, this, &EditMenu::forgetCut);
}

// -- the clipboard

void EditMenu::putOnClipboard(bool isCut)
{
    PlanView *view = window()->view();
    CompositionGuard::finish();
    view->document()->flush();
    const auto clip = BranchClip::ofRows(view->document()->plan(), view->selected(), isCut);
    if (clip.isEmpty())
        return;
    QGuiApplication::clipboard()->setMimeData(clip.toMime());
    view->model()->setCut(isCut ? clip.ids() : QList<ElementId>());
}

void EditMenu::cut()
{
    putOnClipboard(true);
}

void EditMenu::copy()
{
    putOnClipboard(false);
}

/// Something else was copied, here or in another program: what was cut stays where it is.
void EditMenu::clipboardChanged()
{
    PlanView *view = window()->view();
    const auto clip = view ? BranchClip::fromMime(QGuiApplication::clipboard()->mimeData()) : std::nullopt;
    if (view && !(clip && clip->canMoveIn(view->document()->plan())))
        view->model()->setCut({});
}

void EditMenu::forgetCut()
{
    PlanView *view = window()->view();
    const auto clip = BranchClip::fromMime(QGuiApplication::clipboard()->mimeData());
    view->model()->setCut({});
    if (clip && clip->canMoveIn(view->document()->plan()))
        QGuiApplication::clipboard()->setMimeData(clip->asCopy().toMime());
}

void EditMenu::paste()
{
    PlanView *view = window()->view();
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    CompositionGuard::finish();
    view->document()->flush();
    const auto clip = BranchClip::fromMime(mime);
    if (!clip) {
        pasteText(mime ? mime->text() : QString());
        return;
    }
    const Plan &plan = view->document()->plan();
    const bool moves = clip->canMoveIn(plan);
    const auto made = clip->pasteAt(plan, view->current());
    if (!made) {
        window()->say(tr("%1は、ここには貼り付けられません。%2を置ける行を選んでから、貼り付けてください。")
                          .arg(words::levelName(plan, clip->ids().constFirst().kind),
                              words::levelName(plan, clip->ids().constFirst().kind)),
            true);
        return;
    }
    QStringList departments;
    for (const PlanChange &change : made->changes) {
        if (change.op == PlanChange::Op::Insert && change.id.kind == Kind::Department)
            departments.append(change.fields.find(u"name") ? change.fields.find(u"name")->text() : QString());
    }
    if (!view->run(made, false))
        return;
    view->tree()->setFocus();
    if (moves)
        forgetCut();
    QStringList said;
    if (!departments.isEmpty())
        said.append(tr("この計画になかった所管課を追加しました：%1").arg(departments.join(tr("、"))));
    if (clip->isCut() && !moves)
        said.append(tr("別の計画で切り取ったものを複写しました。もとの計画からは消えていません。"));
    if (!said.isEmpty())
        window()->sayUntilChanged(said.join(u'\n'));
}

void EditMenu::pasteText(const QString &text)
{
    PlanView *view = window()->view();
    const PastedLines lines = PastedLines::fromText(text);
    if (lines.isTable) {
        window()->say(tr("コピーされたものは表のようです。「ファイル」の「コピーした表を取り込む」（Ctrl+Shift+"
                         "V）で取り込めます。"),
            true);
        return;
    }
    const auto made = lines.asSiblings(view->document()->plan(), view->current());
    if (!made) {
        window()->say(tr("貼り付けられるものがコピーされていません。"), true);
        return;
    }
    if (!view->run(made, false))
        return;
    view->tree()->setFocus();
    QString said = tr("%1行を貼り付けました。").arg(lines.lines.size());
    if (!lines.bullets.isEmpty())
        said += tr("行のはじめの記号（%1）は外しました。").arg(lines.bullets.join(u' '));
    window()->sayUntilChanged(said);
}

void EditMenu::selectAll()
{
    window()->view()->tree()->setFocus();
    window()->view()->tree()->selectAll();
}

// -- undo

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
