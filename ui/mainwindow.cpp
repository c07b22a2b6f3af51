// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/compositionguard.h"
#include "ui/models/plantreemodel.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"
#include "ui/words.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Services *services, Questions *questions, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_questions(questions)
    , m_stack(new QStackedWidget)
    , m_state(new QLabel)
{
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeMessageBar());
    m_start = makeStartPage();
    m_stack->addWidget(m_start);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
    makeMenus();
    m_state->setObjectName(u"saveStateLabel"_s);
    m_state->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_state, 1);
    resize(1200, 760);
    refresh();
}

MainWindow::~MainWindow()
{
    closePlan();
}

// -- what is there

QWidget *MainWindow::makeMessageBar()
{
    m_messageBar = new QWidget;
    m_messageBar->setObjectName(u"messageBar"_s);
    m_messageBar->setAutoFillBackground(true);
    m_messageBar->setBackgroundRole(QPalette::ToolTipBase);
    m_messageBar->setForegroundRole(QPalette::ToolTipText);
    auto *layout = new QHBoxLayout(m_messageBar);
    layout->setContentsMargins(16, 8, 8, 8);
    m_message = new QLabel;
    m_message->setObjectName(u"messageLabel"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setForegroundRole(QPalette::ToolTipText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_message, 1);
    auto *close = new QPushButton(tr("閉じる"));
    close->setObjectName(u"messageCloseButton"_s);
    close->setAccessibleName(tr("お知らせを閉じる"));
    connect(close, &QPushButton::clicked, this, [this] { say({}); });
    layout->addWidget(close, 0, Qt::AlignTop);
    m_messageBar->hide();
    return m_messageBar;
}

QWidget *MainWindow::makeStartPage()
{
    auto *page = new QWidget;
    page->setObjectName(u"startPage"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(48, 48, 48, 48);
    layout->setSpacing(12);
    auto *title = new QLabel(u"Mezasu"_s);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setBold(true);
    title->setFont(large);
    layout->addWidget(title);
    auto *intro =
        new QLabel(tr("計画の素案づくりから、年度ごとの実績と議会資料まで。はじめに、次のどれかを選んでください。"));
    intro->setWordWrap(true);
    layout->addWidget(intro);
    layout->addSpacing(12);
    const auto button = [&](const QString &text, const QString &name, auto deed) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setMinimumHeight(made->fontMetrics().height() * 2 + 4);
        made->setStyleSheet(u"QPushButton { text-align: left; padding: 6px 16px; }"_s);
        made->setMinimumWidth(made->fontMetrics().averageCharWidth() * 60);
        connect(made, &QPushButton::clicked, this, deed);
        layout->addWidget(made, 0, Qt::AlignLeft);
    };
    button(tr("サンプル計画を見てみる"), u"startSampleButton"_s, [this] { openSample(); });
    button(tr("計画を開く…"), u"startOpenButton"_s, [this] { openPlan({}); });
    button(tr("新しい計画を作る…"), u"startNewButton"_s, [this] { newPlan(); });
    button(tr("表（Excel・CSV・TSV）から計画を作る…"), u"startImportButton"_s, [this] { importTable({}); });
    layout->addStretch();
    return page;
}

QAction *MainWindow::action(
    const QString &text, const QString &name, const QKeySequence &keys, std::function<void()> deed)
{
    auto *made = new QAction(text, this);
    made->setObjectName(name);
    made->setShortcut(keys);
    connect(made, &QAction::triggered, this, std::move(deed));
    return made;
}

/// Keys of the tree work in the tree only: elsewhere they mean other things.
QAction *MainWindow::treeAction(
    const QString &text, const QString &name, const QKeySequence &keys, std::function<void()> deed)
{
    QAction *made = action(text, name, keys, std::move(deed));
    made->setShortcutContext(Qt::WidgetShortcut);
    m_inTree.append(made);
    return made;
}

void MainWindow::makeFileMenu()
{
    QMenu *file = menuBar()->addMenu(tr("ファイル(&F)"));
    file->addAction(action(tr("新しい計画(&N)…"), u"newAction"_s, QKeySequence::New, [this] { newPlan(); }));
    file->addAction(action(tr("開く(&O)…"), u"openAction"_s, QKeySequence::Open, [this] { openPlan({}); }));
    file->addAction(action(tr("サンプル計画を開く(&M)"), u"sampleAction"_s, {}, [this] { openSample(); }));
    file->addSeparator();
    file->addAction(action(
        tr("表を取り込む(&I)…"), u"importAction"_s, QKeySequence(Qt::CTRL | Qt::Key_I), [this] { importTable({}); }));
    file->addAction(action(tr("コピーした表を取り込む(&C)…"), u"importClipboardAction"_s,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this] { importClipboard(); }));
    m_exportMenu = file->addMenu(tr("書き出す(&E)"));
    for (const ExportFormat &format : m_services->exportFormats())
        m_exportMenu->addAction(
            action(format.name, u"export_"_s + format.id, {}, [this, format] { exportPlan(format); }));
    file->addSeparator();
    QAction *save = action(tr("いま保存する(&S)"), u"saveAction"_s, QKeySequence::Save, [this] {
        CompositionGuard::finish();
        m_document->save();
        updateState();
    });
    file->addAction(save);
    m_needPlan += {save, m_exportMenu->menuAction()};
    file->addSeparator();
    file->addAction(action(tr("終了(&X)"), u"quitAction"_s, QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); }));
}

void MainWindow::makeItemMenu()
{
    namespace commands = treecommands;
    QMenu *item = menuBar()->addMenu(tr("項目(&I)"));
    const auto add = [&](QAction *made) {
        item->addAction(made);
        m_needWriting.append(made);
        return made;
    };
    add(action(tr("基本方針を追加(&P)"), u"addPolicyAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        [this] { runCommand(commands::addPolicy, true); }));
    add(action(tr("改革項目を追加(&R)"), u"addItemAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
        [this] { runCommand(commands::addItem, true); }));
    add(action(tr("同じ目指す姿に改革項目を追加(&G)"), u"addItemToGoalAction"_s,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), [this] { runCommand(commands::addItemToGoal, true); }));
    add(action(tr("取組を追加(&T)"), u"addInitiativeAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        [this] { runCommand(commands::addInitiative, true); }));
    item->addSeparator();
    add(treeAction(tr("同じ種類を下に追加(&A)"), u"addSiblingAction"_s, QKeySequence(Qt::Key_Return),
        [this] { runCommand(commands::addSibling, true); }));
    add(treeAction(tr("名称を変更(&N)"), u"renameAction"_s, {}, [this] {
        m_view->tree()->setFocus();
        m_view->tree()->edit(m_view->tree()->currentIndex().siblingAtColumn(PlanTreeModel::TitleColumn));
    }));
    add(treeAction(tr("上へ(&U)"), u"moveUpAction"_s, QKeySequence(Qt::ALT | Qt::Key_Up),
        [this] { runCommand([](const Plan &p, const ElementId &at) { return commands::move(p, at, -1); }, false); }));
    add(treeAction(tr("下へ(&D)"), u"moveDownAction"_s, QKeySequence(Qt::ALT | Qt::Key_Down),
        [this] { runCommand([](const Plan &p, const ElementId &at) { return commands::move(p, at, 1); }, false); }));
    add(treeAction(tr("前の親へ移す(&B)"), u"moveBackAction"_s, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Up), [this] {
        runCommand([](const Plan &p, const ElementId &at) { return commands::moveToNeighbour(p, at, -1); }, false);
    }));
    add(treeAction(tr("次の親へ移す(&F)"), u"moveOnAction"_s, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down), [this] {
        runCommand([](const Plan &p, const ElementId &at) { return commands::moveToNeighbour(p, at, 1); }, false);
    }));
    item->addSeparator();
    add(treeAction(
        tr("削除(&L)"), u"removeAction"_s, QKeySequence::Delete, [this] { runCommand(commands::remove, false); }));
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    QMenu *edit = menuBar()->addMenu(tr("編集(&E)"));
    m_undo = action(tr("元に戻す(&U)"), u"undoAction"_s, QKeySequence::Undo, [this] { undo(); });
    m_redo = action(tr("やり直す(&R)"), u"redoAction"_s, {}, [this] { redo(); });
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    edit->addAction(m_undo);
    edit->addAction(m_redo);
    makeItemMenu();
    QMenu *view = menuBar()->addMenu(tr("表示(&V)"));
    const QList<QAction *> views{action(tr("計画の構成へ(&T)"), u"goTreeAction"_s, QKeySequence(Qt::CTRL | Qt::Key_1),
                                     [this] { m_view->tree()->setFocus(Qt::ShortcutFocusReason); }),
        action(tr("ページへ(&P)"), u"goPageAction"_s, QKeySequence(Qt::CTRL | Qt::Key_2),
            [this] { m_view->page()->focusFirst(); }),
        action(tr("計画の設定(&S)"), u"planSettingsAction"_s, QKeySequence(Qt::CTRL | Qt::Key_3),
            [this] { m_view->show(m_document->plan().root(), true); })};
    for (QAction *one : views)
        view->addAction(one);
    m_needPlan += views;
    QMenu *help = menuBar()->addMenu(tr("ヘルプ(&H)"));
    help->addAction(action(tr("Mezasuについて(&A)"), u"aboutAction"_s, {}, [this] {
        say(tr("Mezasu %1　計画づくりの道具。自由なソフトウェアです（GPL 3以降）。ネットワークには接続しません。")
                .arg(QCoreApplication::applicationVersion()));
    }));

    QToolBar *bar = addToolBar(tr("道具"));
    bar->setObjectName(u"mainToolBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addActions({m_undo, m_redo});
    bar->addSeparator();
    for (const QString &name : {u"addPolicyAction"_s, u"addItemAction"_s, u"addInitiativeAction"_s})
        bar->addAction(findChild<QAction *>(name));
    m_undo->setIconText(tr("元に戻す"));
    m_redo->setIconText(tr("やり直す"));
    findChild<QAction *>(u"addPolicyAction"_s)->setIconText(tr("＋基本方針"));
    findChild<QAction *>(u"addItemAction"_s)->setIconText(tr("＋改革項目"));
    findChild<QAction *>(u"addInitiativeAction"_s)->setIconText(tr("＋取組"));
    for (QToolButton *button : bar->findChildren<QToolButton *>()) {
        if (button->defaultAction())
            button->setAccessibleName(button->defaultAction()->iconText());
    }
}

// -- plans come and go

bool MainWindow::leavePlan()
{
    if (!m_document)
        return true;
    CompositionGuard::finish();
    m_document->save();
    return m_document->saveState() != PlanDocument::SaveState::Unsaved || m_questions->closeUnsaved(this);
}

void MainWindow::closePlan()
{
    if (m_document) {
        CompositionGuard::finish();
        m_document->endRun();
        m_document->disconnect(this);
    }
    delete std::exchange(m_view, nullptr);
    m_document.reset();
}

bool MainWindow::take(Result<OpenedPlan> opened)
{
    if (!opened) {
        say(words::error(opened.error()), true);
        return false;
    }
    closePlan();
    m_document = std::move(opened.value().document);
    m_view = new PlanView(m_document.get());
    for (QAction *one : std::as_const(m_inTree))
        m_view->tree()->addAction(one);
    m_stack->addWidget(m_view);
    m_stack->setCurrentWidget(m_view);
    connect(m_view, &PlanView::currentChanged, this, &MainWindow::refresh);
    connect(m_view, &PlanView::failed, this, [this](const Error &error) { say(words::error(error), true); });
    connect(m_document.get(), &PlanDocument::undoChanged, this, &MainWindow::updateUndo);
    connect(m_document.get(), &PlanDocument::saveStateChanged, this, &MainWindow::updateState);
    connect(m_document.get(), &PlanDocument::elementsChanged, this, &MainWindow::refresh);
    say(opened.value().notices.join(u'\n'));
    refresh();
    m_view->tree()->setFocus();
    return true;
}

bool MainWindow::openPlan(const QString &path)
{
    if (!leavePlan())
        return false;
    const QString chosen = !path.isEmpty()
        ? path
        : m_questions->pathToOpen(this, tr("計画を開く"), tr("計画 (*.mezasu);;すべてのファイル (*)"));
    if (chosen.isEmpty())
        return false;
    if (m_document && QFileInfo(m_document->path()) == QFileInfo(chosen))
        return true; // is open here
    return take(m_services->open(chosen));
}

void MainWindow::openSample()
{
    if (leavePlan())
        take(m_services->sample());
}

void MainWindow::newPlan()
{
    if (!leavePlan())
        return;
    const QString path =
        m_questions->pathToSave(this, tr("新しい計画"), tr("計画 (*.mezasu)"), tr("新しい計画.mezasu"));
    if (!path.isEmpty() && take(m_services->create(path.endsWith(u".mezasu"_s) ? path : QString(path + u".mezasu"_s))))
        m_view->show(m_document->plan().root(), true);
}

void MainWindow::importTable(const QString &path)
{
    const QString filter = tr("表 (*.xlsx *.csv *.tsv *.txt *.json);;すべてのファイル (*)");
    const QString chosen = !path.isEmpty() ? path : m_questions->pathToOpen(this, tr("表を取り込む"), filter);
    if (!chosen.isEmpty())
        importFrom({chosen}, QFileInfo(chosen).fileName());
}

void MainWindow::importClipboard()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (!copied || (!copied->hasHtml() && !copied->hasText())) {
        say(tr("コピーされた表がありません。Excelなどで表の範囲をコピーしてから、もう一度選んでください。"), true);
        return;
    }
    importFrom({{}, copied->html(), copied->text()}, tr("コピーした表"));
}

void MainWindow::importFrom(const ImportSource &source, const QString &name)
{
    if (!m_document)
        newPlan();
    if (!m_document)
        return;
    CompositionGuard::finish();
    m_document->flush();
    const ImportPreviewer previewer = [this, source](const ImportWishes &wishes) {
        return m_services->previewImport(*m_document, source, wishes);
    };
    const auto first = previewer({});
    if (!first) {
        say(words::error(first.error()), true);
        return;
    }
    const auto accepted = m_questions->acceptImport(this, name, first.value(), previewer);
    if (!accepted || !accepted->take)
        return;
    if (const auto done = accepted->take(); !done) {
        say(words::error(done.error()), true);
        return;
    }
    m_view->tree()->expandToDepth(0);
    say(tr("「%1」を取り込みました。").arg(name));
}

void MainWindow::exportPlan(const ExportFormat &format)
{
    CompositionGuard::finish();
    m_document->flush();
    const QString title = m_document->plan().text(m_document->plan().root(), u"title");
    const QString name = words::shortened(title.isEmpty() ? tr("計画") : title, 40).replace(u'/', u'／');
    QString path = m_questions->pathToSave(
        this, tr("書き出す"), u"%1 (*.%2)"_s.arg(format.name, format.ending), u"%1.%2"_s.arg(name, format.ending));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + format.ending;
    const auto done = m_services->exportPlan(*m_document, format.id, path);
    if (!done) {
        say(words::error(done.error()), true);
        return;
    }
    const QString written = tr("「%1」に書き出しました。").arg(QFileInfo(path).fileName());
    say(QStringList(QStringList{written} + done.value()).join(u'\n'));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(leavePlan());
}

// -- commands and states

void MainWindow::runCommand(Command command, bool focusPage)
{
    if (!m_view)
        return;
    m_document->flush();
    m_view->run(command(m_document->plan(), m_view->current()), focusPage);
}

void MainWindow::undo()
{
    CompositionGuard::finish();
    const Step step = m_document->undoStep();
    sayLeft(m_document->undo());
    m_view->show(step.element);
}

void MainWindow::redo()
{
    CompositionGuard::finish();
    const Step step = m_document->redoStep();
    sayLeft(m_document->redo());
    m_view->show(step.element);
}

void MainWindow::sayLeft(const Result<PlanDocument::Left> &left)
{
    if (!left)
        say(words::error(left.error()), true);
    else if (!left.value().isEmpty())
        say(tr("その後にほかの変更があったため、元に戻さなかったところが%1か所あります。").arg(left.value().size()));
}

void MainWindow::say(const QString &message, bool isTrouble)
{
    m_message->setText(isTrouble && !message.isEmpty() ? QString(u"⚠ "_s + message) : message);
    m_messageBar->setVisible(!message.isEmpty());
}

QString MainWindow::said() const
{
    return m_messageBar->isHidden() ? QString() : m_message->text();
}

void MainWindow::refresh()
{
    const bool open = m_document && m_view;
    const bool writes = open && !m_document->isReadOnly();
    if (!open)
        m_stack->setCurrentWidget(m_start);
    for (QAction *one : std::as_const(m_needPlan))
        one->setEnabled(open);
    for (QAction *one : std::as_const(m_needWriting))
        one->setEnabled(writes);
    findChild<QAction *>(u"importAction"_s)->setEnabled(!open || writes);
    if (writes) {
        const ElementId at = m_view->current();
        const bool inItem = at.kind == Kind::ReformItem || at.kind == Kind::Initiative || at.kind == Kind::Indicator;
        findChild<QAction *>(u"addItemAction"_s)
            ->setEnabled(!m_document->plan().children(m_document->plan().root(), Kind::Policy).isEmpty());
        findChild<QAction *>(u"addItemToGoalAction"_s)->setEnabled(inItem || at.kind == Kind::Goal);
        findChild<QAction *>(u"addInitiativeAction"_s)
            ->setEnabled(treecommands::addInitiative(m_document->plan(), at).has_value());
    }
    const QString title = open ? m_document->plan().text(m_document->plan().root(), u"title") : QString();
    const QString file = open && !m_document->path().isEmpty() ? QFileInfo(m_document->path()).fileName() : QString();
    const QString shown = file.isEmpty() ? title : title.isEmpty() ? file : tr("%1（%2）").arg(title, file);
    setWindowTitle(shown.isEmpty() ? u"Mezasu"_s : u"%1 — Mezasu"_s.arg(shown));
    updateUndo();
    updateState();
}

void MainWindow::updateUndo()
{
    const bool canUndo = m_document && m_document->canUndo();
    const bool canRedo = m_document && m_document->canRedo();
    m_undo->setEnabled(canUndo);
    m_redo->setEnabled(canRedo);
    const auto name = [&](QAction *one, bool can, const QString &verb, const QString &plain, auto step) {
        const QString what = can ? words::step(step(), m_document->plan()) : QString();
        one->setText(can ? tr("%1：%2").arg(verb, QString(what).replace(u'&', u"&&"_s)) : verb);
        one->setIconText(plain);
        one->setToolTip(can ? tr("%1：%2").arg(plain, what) : plain);
    };
    name(m_undo, canUndo, tr("元に戻す(&U)"), tr("元に戻す"), [this] { return m_document->undoStep(); });
    name(m_redo, canRedo, tr("やり直す(&R)"), tr("やり直す"), [this] { return m_document->redoStep(); });
}

void MainWindow::updateState()
{
    m_state->setText(m_document ? words::saveState(*m_document) : QString());
    const auto state = m_document ? m_document->saveState() : PlanDocument::SaveState::Saved;
    const bool trouble = state == PlanDocument::SaveState::Rescued || state == PlanDocument::SaveState::Unsaved;
    QFont font = statusBar()->font();
    font.setBold(trouble);
    m_state->setFont(font);
    if (trouble)
        say(words::saveState(*m_document), true);
}

} // namespace mezasu::ui
