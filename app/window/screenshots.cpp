// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/screenshots.h"

#include "ui/dialogs/renumberdialog.h"
#include "ui/find/findbar.h"
#include "ui/mainwindow.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDragMoveEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPixmap>
#include <QThreadPool>
#include <QTreeView>

using namespace mezasu;
using namespace Qt::StringLiterals;

namespace {
bool grab(QWidget &widget, const QString &path)
{
    for (int i = 0; i < 5; ++i) // layouts of growing fields settle in steps
        QApplication::processEvents();
    return widget.grab().save(path);
}

/// What the tree looks like while one searches, several rows are selected, and numbers are made anew.
int grabTree(ui::MainWindow &window, const QDir &dir)
{
    ui::PlanView *view = window.view();
    auto *find = view->findBar()->findChild<QLineEdit *>(u"findEdit"_s);
    find->setText(u"財政"_s);
    view->findBar()->go(1);
    int written = grab(window, dir.filePath(u"tree-find.png"_s));
    find->clear();
    QTreeView *tree = view->tree();
    const QModelIndex row = tree->model()->index(0, 0, tree->model()->index(0, 0));
    const std::unique_ptr<QMimeData> dragged(tree->model()->mimeData({row}));
    const QRect place = tree->visualRect(row.siblingAtRow(1));
    QDragEnterEvent enter(place.center(), Qt::MoveAction, dragged.get(), Qt::LeftButton, {});
    QApplication::sendEvent(tree->viewport(), &enter);
    QDragMoveEvent move(place.bottomLeft(), Qt::MoveAction, dragged.get(), Qt::LeftButton, {});
    QApplication::sendEvent(tree->viewport(), &move);
    written += grab(window, dir.filePath(u"tree-drag.png"_s));
    QDragLeaveEvent leave;
    QApplication::sendEvent(tree->viewport(), &leave);
    tree->selectAll();
    written += grab(window, dir.filePath(u"tree-selected.png"_s));
    ui::RenumberDialog dialog(window.document()->plan(), {});
    dialog.show();
    return written + grab(dialog, dir.filePath(u"tree-renumber.png"_s));
}

/// Somebody else and we write differently into the same places.
void contest(PlanDocument &document, const ElementId &item)
{
    QList<ChangeSet> all;
    for (const Name &name : document.journal().names())
        all.append(document.journal().changeSet(name));
    PlanDocument other(Journal(), nullptr, {u"鈴木"_s});
    (void)other.merge(all);
    const QString title = document.plan().text(item, u"title");
    const Name theirs = other.apply({PlanChange::set(item, u"title"_s, QString(title + u"と情報の発信"_s))}).value();
    const ElementId goal = other.plan().parentOf(item);
    const Name removed =
        other.apply({PlanChange::remove(other.plan().children(goal, Kind::Statement).constFirst())}).value();
    (void)document.apply({PlanChange::set(item, u"title"_s, QString(u"新しい"_s + title))});
    (void)document.apply({PlanChange::set(
        document.plan().children(goal, Kind::Statement).constFirst(), u"text"_s, u"書き足した文です。"_s)});
    (void)document.merge({other.journal().changeSet(theirs), other.journal().changeSet(removed)});
}

int grabPanels(ui::MainWindow &window, const QDir &dir)
{
    PlanDocument &document = *window.document();
    ElementId item;
    for (const ElementId &id : document.plan().preorder()) {
        if (id.kind == Kind::ReformItem && item.isNull())
            item = id;
    }
    contest(document, item);
    window.view()->show(item);
    int written = 0;
    for (const QString &name : {u"history"_s, u"conflicts"_s}) {
        window.findChild<QAction *>(name + u"PanelAction"_s)->trigger();
        written += grab(window, dir.filePath(name + u".png"_s));
    }
    return written;
}
} // namespace

int writeScreenshots(ui::MainWindow &window, const QString &folder)
{
    QDir().mkpath(folder);
    const QDir dir(folder);
    int written = grab(window, dir.filePath(u"start.png"_s));
    if (!window.document())
        window.openSample();
    if (!window.document())
        return written;
    window.view()->tree()->expandAll();
    QSet<Kind> seen;
    for (const ElementId &id : window.document()->plan().preorder()) {
        const bool hasPage = id.kind == Kind::Plan || id.kind == Kind::Policy || id.kind == Kind::ReformItem
            || id.kind == Kind::Initiative || id.kind == Kind::Indicator;
        if (!hasPage || seen.contains(id.kind))
            continue;
        seen.insert(id.kind);
        window.view()->show(id);
        written += grab(window, dir.filePath(kindName(id.kind) + u".png"_s));
        written += grab(*window.view()->page(), dir.filePath(kindName(id.kind) + u"-page.png"_s));
    }
    window.view()->showOverview();
    for (int i = 0; i < 100; ++i) // small charts are painted one after another
        QApplication::processEvents();
    written += grab(window, dir.filePath(u"overview.png"_s));
    if (auto *findings = window.findChild<QAction *>(u"findingsPanelAction"_s)) {
        findings->trigger();
        QThreadPool::globalInstance()->waitForDone();
        written += grab(window, dir.filePath(u"findings.png"_s));
        findings->trigger();
    }
    for (const char *name : {"print", "export", "settings", "about", "keys"}) {
        if (auto *action = window.findChild<QAction *>(QString::fromLatin1(name) + u"Action"_s))
            action->trigger();
        for (QDialog *dialog : window.findChildren<QDialog *>()) {
            if (dialog->isVisible())
                written += grab(*dialog, dir.filePath(QString::fromLatin1(name) + u".png"_s));
            delete dialog;
        }
    }
    written += grabTree(window, dir);
    return written + grabPanels(window, dir);
}
