// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/itemmenu.h"

#include "ui/compositionguard.h"
#include "ui/mainwindow.h"
#include "ui/models/plantreemodel.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"
#include "ui/words.h"

#include <QAction>
#include <QMenu>
#include <QPointer>
#include <QTreeView>

namespace mezasu::ui {

using namespace Qt::StringLiterals;
namespace commands = treecommands;

namespace {
/// A command at the current row, whatever else is selected.
auto atCurrent(commands::Made (*command)(const Plan &, const ElementId &))
{
    return [command](const Plan &plan, const QList<ElementId> &rows) { return command(plan, rows.constFirst()); };
}

qsizetype rowsBelow(const Plan &plan, const ElementId &id)
{
    qsizetype count = 0;
    for (const ElementId &child : plan.children(id)) {
        const bool isRow = child.kind == Kind::Goal || child.kind == Kind::ReformItem || child.kind == Kind::Initiative;
        const bool inRowOfItem = child.kind == Kind::Goal && commands::whole(plan, child) == child
            && plan.children(child, Kind::ReformItem).size() == 1;
        if (isRow)
            count += rowsBelow(plan, child) + (inRowOfItem ? 0 : 1);
    }
    return count;
}

/// How a row is called in a sentence: by code and title, as far as they are there.
QString nameOf(const PlanView *view, const ElementId &id)
{
    const QModelIndex index = view->model()->indexOf(id);
    const QString code = index.siblingAtColumn(PlanTreeModel::CodeColumn).data().toString();
    const QString title = words::shortened(index.data().toString(), 24);
    return code.isEmpty() ? title : u"%1　%2"_s.arg(code, title);
}
} // namespace

ItemMenu::ItemMenu(MainWindow *window)
    : Menu(window, tr("項目(&I)"))
{
    QAction *addPolicy = add(
        tr("基本方針を追加(&P)"), u"addPolicyAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        [this] { run(atCurrent(commands::addPolicy), true); }, Needs::Writing);
    m_addItem = add(
        tr("改革項目を追加(&R)"), u"addItemAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
        [this] { run(atCurrent(commands::addItem), true); }, Needs::Writing);
    m_addItemToGoal = add(
        tr("同じ目指す姿に改革項目を追加(&G)"), u"addItemToGoalAction"_s,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), [this] { run(atCurrent(commands::addItemToGoal), true); },
        Needs::Writing);
    m_addInitiative = add(
        tr("取組を追加(&T)"), u"addInitiativeAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        [this] { run(atCurrent(commands::addInitiative), true); }, Needs::Writing);
    addPolicy->setIconText(tr("基本方針"));
    m_addItem->setIconText(tr("改革項目"));
    m_addInitiative->setIconText(tr("取組"));
    menu()->addSeparator();
    addInTree(tr("同じ種類を下に追加(&A)"), u"addSiblingAction"_s, QKeySequence(Qt::Key_Return),
        [this] { run(atCurrent(commands::addSibling), true); });
    addInTree(tr("名称を変更(&N)"), u"renameAction"_s, QKeySequence(Qt::Key_F2), [this] { rename(); });
    menu()->addSeparator();
    addMove(tr("上へ(&U)"), u"moveUpAction"_s, QKeySequence(Qt::ALT | Qt::Key_Up), commands::move, -1);
    addMove(tr("下へ(&D)"), u"moveDownAction"_s, QKeySequence(Qt::ALT | Qt::Key_Down), commands::move, 1);
    QAction *back = addMove(tr("前の親へ移す(&B)"), u"moveBackAction"_s, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Up),
        commands::moveToNeighbour, -1);
    QAction *on = addMove(tr("次の親へ移す(&F)"), u"moveOnAction"_s, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down),
        commands::moveToNeighbour, 1);
    back->setShortcuts(back->shortcuts() + QList{QKeySequence(Qt::ALT | Qt::Key_Left)});
    on->setShortcuts(on->shortcuts() + QList{QKeySequence(Qt::ALT | Qt::Key_Right)});
    menu()->addSeparator();
    add(
        tr("番号を付け直す(&M)…"), u"renumberAction"_s, {}, [this] { renumber(); }, Needs::Writing);
    menu()->addSeparator();
    addInTree(tr("削除(&L)"), u"removeAction"_s, QKeySequence::Delete, [this] { remove(); });
}

QAction *ItemMenu::addMove(const QString &text, const QString &name, const QKeySequence &keys,
    commands::Made (*move)(const Plan &, const QList<ElementId> &, int), int by)
{
    return addInTree(text, name, keys, [this, move, by] {
        run([move, by](const Plan &plan, const QList<ElementId> &rows) { return move(plan, rows, by); }, false);
    });
}

QAction *ItemMenu::addInTree(
    const QString &text, const QString &name, const QKeySequence &keys, std::function<void()> deed)
{
    QAction *made = add(text, name, keys, std::move(deed), Needs::Writing);
    made->setShortcutContext(Qt::WidgetShortcut);
    m_inTree.append(made);
    return made;
}

void ItemMenu::refresh()
{
    Menu::refresh();
    const PlanDocument *document = window()->document();
    if (!window()->view() || document->isReadOnly())
        return;
    const Plan &plan = document->plan();
    const ElementId at = window()->view()->current();
    m_addItem->setEnabled(!plan.children(plan.root(), Kind::Policy).isEmpty());
    m_addItemToGoal->setEnabled(commands::spotAt(plan, Kind::ReformItem, at).has_value());
    m_addInitiative->setEnabled(commands::spotAt(plan, Kind::Initiative, at).has_value());
}

void ItemMenu::planOpened(PlanView *view)
{
    QTreeView *tree = view->tree();
    tree->addActions(m_inTree);
    tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(tree, &QWidget::customContextMenuRequested, this, &ItemMenu::showContextMenu);
}

bool ItemMenu::run(const Command &command, bool focusPage)
{
    PlanView *view = window()->view();
    if (!view)
        return false;
    CompositionGuard::finish();
    view->document()->flush();
    return view->run(command(view->document()->plan(), view->selected()), focusPage);
}

/// In the tree; a goal that is a row of its own is called by its first statement, which is on its page.
void ItemMenu::rename()
{
    PlanView *view = window()->view();
    QTreeView *tree = view->tree();
    const QModelIndex index = tree->currentIndex().siblingAtColumn(PlanTreeModel::TitleColumn);
    if (!index.isValid())
        return;
    if (!(index.flags() & Qt::ItemIsEditable)) {
        view->page()->focusFirst();
        return;
    }
    tree->setFocus();
    tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    tree->edit(index);
}

/// No question, because it can be undone; what went is said.
void ItemMenu::remove()
{
    PlanView *view = window()->view();
    const Plan &plan = view->document()->plan();
    const QList<ElementId> gone = commands::branches(plan, view->selected());
    if (gone.isEmpty())
        return;
    const QString name = nameOf(view, gone.constFirst());
    qsizetype below = 0;
    for (const ElementId &id : gone)
        below += rowsBelow(plan, id) - (plan.children(id, Kind::ReformItem).size() == 1 ? 1 : 0);
    if (!run(commands::remove, false))
        return;
    view->tree()->setFocus();
    const QString what = gone.size() == 1 ? tr("「%1」").arg(name) : tr("「%1」など%2件").arg(name).arg(gone.size());
    window()->sayUntilChanged(below > 0
            ? tr("%1と、その中の%2件を削除しました。「元に戻す」（Ctrl+Z）で戻せます。").arg(what).arg(below)
            : tr("%1を削除しました。「元に戻す」（Ctrl+Z）で戻せます。").arg(what));
}

void ItemMenu::renumber()
{
    const QPointer<PlanView> view = window()->view();
    CompositionGuard::finish();
    view->document()->flush();
    const auto changes = window()->questions()->renumber(window(), view->document()->plan(), view->current());
    if (!view || !changes || changes->isEmpty()) // without a view another plan was opened meanwhile
        return;
    if (const auto done = view->document()->apply(*changes, tr("番号の付け直し")); !done) {
        window()->say(words::error(done.error()), true);
        return;
    }
    window()->sayUntilChanged(tr("%1件の番号を付け直しました。「元に戻す」で一度に戻せます。").arg(changes->size()));
}

void ItemMenu::showContextMenu(const QPoint &place)
{
    QTreeView *tree = window()->view()->tree();
    auto *popup = new QMenu(tree);
    popup->setObjectName(u"treeMenu"_s);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    const QString names[] = {u"addSiblingAction"_s, u"addItemAction"_s, u"addItemToGoalAction"_s,
        u"addInitiativeAction"_s, {}, u"renameAction"_s, u"cutAction"_s, u"copyAction"_s, u"pasteAction"_s, {},
        u"moveUpAction"_s, u"moveDownAction"_s, u"moveBackAction"_s, u"moveOnAction"_s, u"renumberAction"_s, {},
        u"removeAction"_s};
    for (const QString &name : names) {
        if (name.isEmpty())
            popup->addSeparator();
        else if (auto *one = window()->findChild<QAction *>(name))
            popup->addAction(one);
    }
    const QRect row = tree->visualRect(tree->currentIndex());
    const bool atRow = row.isValid() && place.y() >= row.top() && place.y() <= row.bottom();
    popup->popup(tree->viewport()->mapToGlobal(atRow || !row.isValid() ? place : row.center()));
}

} // namespace mezasu::ui
