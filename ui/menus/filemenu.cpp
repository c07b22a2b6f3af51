// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/filemenu.h"

#include "core/report/planwords.h"
#include "core/report/reportkinds.h"
#include "ui/compositionguard.h"
#include "ui/copies.h"
#include "ui/dialogs/backupsdialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/imports.h"
#include "ui/look/icons.h"
#include "ui/mainwindow.h"
#include "ui/planview.h"
#include "ui/preview/planpapers.h"
#include "ui/preview/previewdialog.h"
#include "ui/settings.h"
#include "ui/words.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kRecentsInMenu = 9;
} // namespace

FileMenu::FileMenu(MainWindow *window)
    : Menu(window, tr("ファイル(&F)"))
{
    add(tr("新しい計画(&N)…"), u"newAction"_s, QKeySequence::New, [window] { window->newPlan(); });
    add(tr("表から新しい計画を作る(&W)…"), u"importNewAction"_s, {}, [window] { window->imports()->asNewPlan({}); });
    add(tr("開く(&O)…"), u"openAction"_s, QKeySequence::Open, [window] { window->openPlan({}); });
    QMenu *recents = menu()->addMenu(tr("最近開いた計画(&R)"));
    recents->setObjectName(u"recentMenu"_s);
    recents->setIcon(icon(u"document-open-recent"_s));
    connect(recents, &QMenu::aboutToShow, this, [this, recents] { offerRecents(recents); });
    add(tr("サンプル計画を開く(&M)"), u"sampleAction"_s, {}, [window] { window->openSample(); });
    menu()->addSeparator();
    m_import = add(tr("表を取り込む(&I)…"), u"importAction"_s, QKeySequence(Qt::CTRL | Qt::Key_I),
        [window] { window->imports()->table({}); });
    add(tr("コピーした表を取り込む(&C)…"), u"importClipboardAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
        [window] { window->imports()->clipboard(); });
    add(
        tr("写しを取り込む(&G)…"), u"mergeAction"_s, {}, [window] { window->copies()->merge(); }, Needs::Writing);
    add(
        tr("持ち出しファイルを作る(&K)…"), u"packAction"_s, {}, [window] { window->copies()->pack(); }, Needs::Plan);
    QMenu *exports = menu()->addMenu(tr("書き出す(&E)"));
    exports->setIcon(icon(u"document-export"_s));
    exports->addAction(action(
        tr("形式を選ぶ(&F)…"), u"exportAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        [this] { chooseExport(); }, Needs::Plan));
    exports->addSeparator();
    exports->setToolTipsVisible(true);
    int number = 0;
    for (const ExportFormat &format : window->services()->exportFormats()) {
        //: an entry of formats: its number, its name
        QAction *one = action(tr("&%1　%2").arg(++number).arg(QString(format.name).replace(u'&', u"&&"_s)),
            u"export_"_s + format.id, {}, [window, format] { window->exportPlan(format); });
        one->setToolTip(format.explanation);
        exports->addAction(one);
    }
    require(exports->menuAction(), Needs::Plan);
    QAction *print = add(
        tr("印刷とプレビュー(&P)…"), u"printAction"_s, QKeySequence::Print, [this] { preview(); }, Needs::Plan);
    //: on the tool bar, beside the icon
    print->setIconText(tr("印刷"));
    menu()->addSeparator();
    add(
        tr("いま保存する(&S)"), u"saveAction"_s, QKeySequence::Save,
        [window] {
            CompositionGuard::finish();
            window->document()->save();
        },
        Needs::Plan);
    add(
        tr("写しを保存する(&A)…"), u"saveCopyAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [window] { window->saveCopy(); }, Needs::Plan);
    m_backups = add(tr("控え(&B)…"), u"backupsAction"_s, {}, [this] { showBackups(); });
    menu()->addSeparator();
    add(tr("設定(&T)…"), u"settingsAction"_s, QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showSettings(); });
    add(tr("終了(&X)"), u"quitAction"_s, QKeySequence(Qt::CTRL | Qt::Key_Q), [window] { window->close(); });
}

void FileMenu::refresh()
{
    Menu::refresh();
    m_import->setEnabled(!window()->view() || !window()->document()->isReadOnly());
    m_backups->setEnabled(window()->view() && !window()->document()->path().isEmpty());
}

void FileMenu::offerRecents(QMenu *menu)
{
    menu->clear();
    const QList<settings::RecentFile> files = settings::recentFiles();
    for (qsizetype i = 0; i < files.size() && i < kRecentsInMenu; ++i) {
        const QFileInfo info(files.at(i).path);
        const QString name = files.at(i).title.isEmpty() ? info.fileName() : words::shortened(files.at(i).title, 40);
        //: an entry of recent plans: its number, its title, its folder
        QAction *one =
            menu->addAction(tr("&%1　%2　—　%3")
                                .arg(i + 1)
                                .arg(QString(name).replace(u'&', u"&&"_s), QDir::toNativeSeparators(info.path())));
        connect(one, &QAction::triggered, this, [this, path = files.at(i).path] { window()->openPlan(path); });
    }
    if (files.isEmpty())
        menu->addAction(tr("まだありません"))->setEnabled(false);
}

void FileMenu::chooseExport()
{
    CompositionGuard::finish();
    window()->document()->flush();
    auto *dialog = new ExportDialog(
        window()->services()->exportFormats(),
        [this](const ExportFormat &format) {
            return window()->services()->exportLosses(*window()->document(), format.id);
        },
        window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { window()->exportPlan(dialog->chosen(), true); });
    dialog->open();
}

void FileMenu::preview()
{
    CompositionGuard::finish();
    window()->document()->flush();
    const Plan &plan = window()->document()->plan();
    const auto keep = [main = QPointer(window()), root = plan.root()](
                          const report::ReportKind &kind, const report::PaperOptions &options) {
        PlanDocument *document = main ? main->document() : nullptr;
        if (!document || document->isReadOnly() || document->plan().root() != root)
            return;
        const QString text = kind.keptText(options);
        const auto kept = document->apply(
            {PlanChange::set(root, kind.field(), text.isEmpty() ? Value() : Value(text))}, tr("資料の設定"));
        if (!kept)
            main->say(words::error(kept.error()), true);
    };
    auto *dialog = new PreviewDialog(
        tr("印刷プレビュー"), window()->suggestedName(), planPapers(plan, keep), window()->questions(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The page of what is being edited, or of what it stands below.
    QStringList place;
    for (ElementId id = window()->view()->current(); !id.isNull(); id = plan.parentOf(id))
        place += report::anchorOf(id);
    dialog->setPlace(place);
    dialog->start();
}

void FileMenu::showBackups()
{
    CompositionGuard::finish();
    window()->document()->save(); // with the first write of a session a copy is made
    const auto backups = window()->services()->backups(*window()->document());
    if (!backups) {
        window()->say(words::error(backups.error()), true);
        return;
    }
    auto *dialog = new BackupsDialog(window()->services(), window()->document(), backups.value(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BackupsDialog::openRequested, window(), &MainWindow::openBeside);
    connect(dialog, &BackupsDialog::restored, window(), [this](const QString &when) {
        window()->say(tr("控え（%1）の内容に戻しました。「元に戻す」で、戻す前の内容になります。").arg(when));
    });
    dialog->open(); // the plan stays as it was compared
}

void FileMenu::showSettings()
{
    auto *dialog = new SettingsDialog(window()->services()->usualAuthor(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, before = settings::language()] {
        CompositionGuard::finish();
        if (window()->document())
            window()->document()->flush();
        const QString author = settings::author();
        window()->services()->setAuthor(
            window()->document(), author.isEmpty() ? window()->services()->usualAuthor() : author);
        if (const QString language = settings::language(); language != before && language != settings::shownLanguage())
            window()->say(tr("言語は、次に起動したときから変わります。"), false,
                {{u"startAgainButton"_s, tr("いま起動し直す"), [this] { window()->startAgain(); }}});
    });
    dialog->open();
}

} // namespace mezasu::ui
