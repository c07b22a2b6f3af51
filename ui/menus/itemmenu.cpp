// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/itemmenu.h"

#include "ui/mainwindow.h"
#include "ui/models/plantreemodel.h"
#include "ui/planview.h"

#include <QAction>
#include <QMenu>
#include <QTreeView>

namespace mezasu::ui {

using namespace Qt::StringLiterals;
namespace commands = treecommands;

ItemMenu::ItemMenu(MainWindow *window)
    : Menu(window, tr("項目(&I)"))
{
    QAction *addPolicy = add(
        tr("基本方針を追加(&P)"), u"addPolicyAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        [this] { run(commands::addPolicy, true); }, Needs::Writing);
    m_addItem = add(
        tr("改革項目を追加(&R)"), u"addItemAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
        [this] { run(commands::addItem, true); }, Needs::Writing);
    m_addItemToGoal = add(
        tr("同じ目指す姿に改革項目を追加(&G)"), u"addItemToGoalAction"_s,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), [this] { run(commands::addItemToGoal, true); }, Needs::Writing);
    m_addInitiative = add(
        tr("取組を追加(&T)"), u"addInitiativeAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        [this] { run(commands::addInitiative, true); }, Needs::Writing);
    addPolicy->setIconText(tr("＋基本方針"));
    m_addItem->setIconText(tr("＋改革項目"));
    m_addInitiative->setIconText(tr("＋取組"));
    menu()->addSeparator();
    addInTree(tr("同じ種類を下に追加(&A)"), u"addSiblingAction"_s, QKeySequence(Qt::Key_Return),
        [this] { run(commands::addSibling, true); });
    addInTree(tr("名称を変更(&N)"), u"renameAction"_s, {}, [window] {
        QTreeView *tree = window->view()->tree();
        tree->setFocus();
        tree->edit(tree->currentIndex().siblingAtColumn(PlanTreeModel::TitleColumn));
    });
    addInTree(tr("上へ(&U)"), u"moveUpAction"_s, QKeySequence(Qt::ALT | Qt::Key_Up),
        [this] { run([](const Plan &p, const ElementId &at) { return commands::move(p, at, -1); }, false); });
    addInTree(tr("下へ(&D)"), u"moveDownAction"_s, QKeySequence(Qt::ALT | Qt::Key_Down),
        [this] { run([](const Plan &p, const ElementId &at) { return commands::move(p, at, 1); }, false); });
    addInTree(tr("前の親へ移す(&B)"), u"moveBackAction"_s, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Up), [this] {
        run([](const Plan &p, const ElementId &at) { return commands::moveToNeighbour(p, at, -1); }, false);
    });
    addInTree(tr("次の親へ移す(&F)"), u"moveOnAction"_s, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down),
        [this] { run([](const Plan &p, const ElementId &at) { return commands::moveToNeighbour(p, at, 1); }, false); });
    menu()->addSeparator();
    addInTree(tr("削除(&L)"), u"removeAction"_s, QKeySequence::Delete, [this] { run(commands::remove, false); });
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
    m_addItemToGoal->setEnabled(commands::addItemToGoal(plan, at).has_value());
    m_addInitiative->setEnabled(commands::addInitiative(plan, at).has_value());
}

void ItemMenu::planOpened(PlanView *view)
{
    view->tree()->addActions(m_inTree);
}

void ItemMenu::run(Command command, bool focusPage)
{
    PlanView *view = window()->view();
    if (!view)
        return;
    view->document()->flush();
    view->run(command(view->document()->plan(), view->current()), focusPage);
}

} // namespace mezasu::ui
