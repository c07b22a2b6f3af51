// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/tour.h"

#include "ui/dialogs/backupsdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/renumberdialog.h"
#include "ui/find/findbar.h"
#include "ui/mainwindow.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"
#include "ui/work.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDragMoveEvent>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QThreadPool>
#include <QTreeView>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
class Tour
{
public:
    Tour(ui::MainWindow &window, const QString &folder, const Visit &visit)
        : m_window(window)
        , m_dir(folder)
        , m_visit(visit)
    {
    }

    void pages();
    void tree();
    void panels();
    void dialogs();
    void menus();
    void visit(const QString &name, QWidget &widget) const
    {
        settle();
        m_visit(name, widget);
    }

private:
    static void settle()
    {
        for (int i = 0; i < 5; ++i) // layouts of growing fields settle in steps
            QApplication::processEvents();
    }
    void trigger(const QString &name) const
    {
        if (auto *action = m_window.findChild<QAction *>(name))
            action->trigger();
    }
    PlanDocument &document() const { return *m_window.document(); }
    void importing();
    void backups();
    void contest(const ElementId &item);

    ui::MainWindow &m_window;
    QDir m_dir;
    const Visit &m_visit;
};

void Tour::pages()
{
    m_window.view()->tree()->expandAll();
    QSet<Kind> seen;
    for (const ElementId &id : document().plan().preorder()) {
        const bool hasPage = id.kind == Kind::Plan || id.kind == Kind::Policy || id.kind == Kind::ReformItem
            || id.kind == Kind::Initiative || id.kind == Kind::Indicator;
        if (!hasPage || seen.contains(id.kind))
            continue;
        seen.insert(id.kind);
        m_window.view()->show(id);
        visit(kindName(id.kind), m_window);
        visit(kindName(id.kind) + u"-page"_s, *m_window.view()->page());
    }
    m_window.view()->showOverview();
    for (int i = 0; i < 100; ++i) // small charts are painted one after another
        QApplication::processEvents();
    visit(u"overview"_s, m_window);
}

/// What the tree looks like while one searches, drags, and has several rows selected.
void Tour::tree()
{
    ui::PlanView *view = m_window.view();
    auto *find = view->findBar()->findChild<QLineEdit *>(u"findEdit"_s);
    find->setText(u"財政"_s);
    view->findBar()->go(1);
    visit(u"tree-find"_s, m_window);
    find->clear();
    QTreeView *tree = view->tree();
    const QModelIndex row = tree->model()->index(0, 0, tree->model()->index(0, 0));
    const std::unique_ptr<QMimeData> dragged(tree->model()->mimeData({row}));
    const QRect place = tree->visualRect(row.siblingAtRow(1));
    QDragEnterEvent enter(place.center(), Qt::MoveAction, dragged.get(), Qt::LeftButton, {});
    QApplication::sendEvent(tree->viewport(), &enter);
    QDragMoveEvent move(place.bottomLeft(), Qt::MoveAction, dragged.get(), Qt::LeftButton, {});
    QApplication::sendEvent(tree->viewport(), &move);
    visit(u"tree-drag"_s, m_window);
    QDragLeaveEvent leave;
    QApplication::sendEvent(tree->viewport(), &leave);
    tree->selectAll();
    visit(u"tree-selected"_s, m_window);
    tree->setCurrentIndex(row);
}

/// Somebody else and we write differently into the same places.
void Tour::contest(const ElementId &item)
{
    QList<ChangeSet> all;
    for (const Name &name : document().journal().names())
        all.append(document().journal().changeSet(name));
    PlanDocument other(Journal(), nullptr, {u"鈴木"_s});
    (void)other.merge(all);
    const QString title = document().plan().text(item, u"title");
    const Name theirs = other.apply({PlanChange::set(item, u"title"_s, QString(title + u"と情報の発信"_s))}).value();
    const ElementId goal = other.plan().parentOf(item);
    const Name removed =
        other.apply({PlanChange::remove(other.plan().children(goal, Kind::Statement).constFirst())}).value();
    (void)document().apply({PlanChange::set(item, u"title"_s, QString(u"新しい"_s + title))});
    (void)document().apply({PlanChange::set(
        document().plan().children(goal, Kind::Statement).constFirst(), u"text"_s, u"書き足した文です。"_s)});
    (void)document().merge({other.journal().changeSet(theirs), other.journal().changeSet(removed)});
}

void Tour::panels()
{
    trigger(u"findingsPanelAction"_s);
    ui::Work::workers()->waitForDone();
    visit(u"findings"_s, m_window);
    trigger(u"findingsPanelAction"_s);
    trigger(u"helpContentsAction"_s);
    visit(u"help"_s, m_window);
    trigger(u"helpPanelAction"_s);
    ElementId item;
    for (const ElementId &id : document().plan().preorder()) {
        if (id.kind == Kind::ReformItem && item.isNull())
            item = id;
    }
    contest(item);
    m_window.view()->show(item);
    for (const QString &name : {u"history"_s, u"conflicts"_s}) {
        trigger(name + u"PanelAction"_s);
        visit(name, m_window);
    }
    m_window.say(QString(u"保存できません。ファイルのある場所につながりません。"_s), true);
    visit(u"message"_s, m_window);
    m_window.say({});
    for (const QString &name : {u"history"_s, u"conflicts"_s})
        trigger(name + u"PanelAction"_s);
}

void Tour::importing()
{
    const QString path = m_dir.filePath(u"table.tsv"_s);
    if (!m_window.services()->exportPlan(document(), u"tsv"_s, path))
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return;
    QString text = QString::fromUtf8(file.readAll());
    text.replace(text.indexOf(u'\n') + 40, 2, u"書き換えた言葉"_s);
    text.insert(text.indexOf(u'\n'), u"\t備考の列"_s); // the last one, as somebody adds it
    file.resize(0);
    file.write(text.toUtf8());
    file.close();
    const ui::ImportPreviewer previewer = [this, path](const ui::ImportWishes &wishes) {
        return m_window.services()->previewImport(document(), {path}, wishes);
    };
    const auto first = previewer({});
    if (!first)
        return;
    ui::ImportDialog dialog(path, first.value(), previewer, &m_window);
    dialog.setVisible(true);
    auto *tabs = dialog.findChild<QTabWidget *>(u"importTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setTabVisible(tab, true);
        tabs->setCurrentIndex(tab);
        visit(u"import-%1"_s.arg(tab), dialog);
    }
}

void Tour::backups()
{
    const QString path = m_dir.filePath(u"計画の控え.mezasu"_s);
    if (!m_window.services()->saveCopy(document(), path))
        return;
    const ElementId root = document().plan().root();
    (void)document().apply({PlanChange::set(root, u"division"_s, u"企画政策課"_s)});
    const QDateTime then(QDate(2026, 4, 1), QTime(9, 30));
    ui::BackupsDialog dialog(
        m_window.services(), &document(), {m_dir.path(), 10, {{path, then, QFile(path).size()}}}, &m_window);
    dialog.show();
    visit(u"backups"_s, dialog);
    dialog.findChild<QPushButton *>(u"backupCompareButton"_s)->click();
    visit(u"backups-compared"_s, dialog);
}

void Tour::dialogs()
{
    for (const QString &name : {u"print"_s, u"export"_s, u"settings"_s, u"about"_s, u"keys"_s}) {
        trigger(name + u"Action"_s);
        for (QDialog *dialog : m_window.findChildren<QDialog *>()) {
            if (dialog->isVisible())
                visit(name, *dialog);
            delete dialog;
        }
    }
    ui::RenumberDialog renumber(document().plan(), {}, &m_window);
    renumber.show();
    visit(u"renumber"_s, renumber);
    renumber.hide();
    importing();
    backups();
}

void Tour::menus()
{
    const QList<QAction *> tops = m_window.menuBar()->actions();
    for (qsizetype i = 0; i < tops.size(); ++i) {
        QMenu *menu = tops.at(i)->menu();
        menu->popup(m_window.mapToGlobal(QPoint(0, m_window.menuBar()->height())));
        for (QAction *action : menu->actions()) { // the first that can be used
            if (action->isEnabled() && !action->isSeparator()) {
                menu->setActiveAction(action);
                break;
            }
        }
        visit(u"menu-%1"_s.arg(i + 1), *menu);
        menu->hide();
    }
}
} // namespace

void tour(ui::MainWindow &window, const QString &folder, const Visit &visit)
{
    Tour all(window, folder, visit);
    all.visit(u"start"_s, window);
    if (!window.document())
        window.openSample();
    if (!window.document())
        return;
    all.pages();
    all.tree();
    all.dialogs();
    all.menus();
    all.panels();
}

} // namespace mezasu
