// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/filemenu.h"

#include "ui/compositionguard.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QMenu>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

FileMenu::FileMenu(MainWindow *window)
    : Menu(window, tr("ファイル(&F)"))
{
    add(tr("新しい計画(&N)…"), u"newAction"_s, QKeySequence::New, [window] { window->newPlan(); });
    add(tr("開く(&O)…"), u"openAction"_s, QKeySequence::Open, [window] { window->openPlan({}); });
    add(tr("サンプル計画を開く(&M)"), u"sampleAction"_s, {}, [window] { window->openSample(); });
    menu()->addSeparator();
    m_import = add(tr("表を取り込む(&I)…"), u"importAction"_s, QKeySequence(Qt::CTRL | Qt::Key_I),
        [window] { window->importTable({}); });
    add(tr("コピーした表を取り込む(&C)…"), u"importClipboardAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
        [window] { window->importClipboard(); });
    QMenu *exports = menu()->addMenu(tr("書き出す(&E)"));
    for (const ExportFormat &format : window->services()->exportFormats())
        exports->addAction(
            action(format.name, u"export_"_s + format.id, {}, [window, format] { window->exportPlan(format); }));
    require(exports->menuAction(), Needs::Plan);
    menu()->addSeparator();
    add(
        tr("いま保存する(&S)"), u"saveAction"_s, QKeySequence::Save,
        [window] {
            CompositionGuard::finish();
            window->document()->save();
        },
        Needs::Plan);
    menu()->addSeparator();
    add(tr("終了(&X)"), u"quitAction"_s, QKeySequence(Qt::CTRL | Qt::Key_Q), [window] { window->close(); });
}

void FileMenu::refresh()
{
    Menu::refresh();
    m_import->setEnabled(!window()->view() || !window()->document()->isReadOnly());
}

} // namespace mezasu::ui
