// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/compositionguard.h"
#include "ui/menus/editmenu.h"
#include "ui/menus/filemenu.h"
#include "ui/menus/helpmenu.h"
#include "ui/menus/itemmenu.h"
#include "ui/menus/viewmenu.h"
#include "ui/pages/elementpage.h"
#include "ui/panels/panel.h"
#include "ui/planview.h"
#include "ui/words.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
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

void MainWindow::makeMenus()
{
    m_menus = {new FileMenu(this), new EditMenu(this), new ItemMenu(this)};
    m_viewMenu = new ViewMenu(this);
    m_menus.append(m_viewMenu);
    m_menus.append(new HelpMenu(this));

    QToolBar *bar = addToolBar(tr("道具"));
    bar->setObjectName(u"mainToolBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (const QString &name : {u"undoAction"_s, u"redoAction"_s, QString(), u"addPolicyAction"_s, u"addItemAction"_s,
             u"addInitiativeAction"_s}) {
        if (name.isEmpty())
            bar->addSeparator();
        else
            bar->addAction(findChild<QAction *>(name));
    }
    for (QToolButton *button : bar->findChildren<QToolButton *>()) {
        if (button->defaultAction())
            button->setAccessibleName(button->defaultAction()->iconText());
    }
}

void MainWindow::addPanel(Panel *panel, const QString &title, const QKeySequence &keys, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(panel->objectName() + u"Dock"_s);
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setAllowedAreas(Qt::RightDockWidgetArea | Qt::BottomDockWidgetArea);
    dock->setWidget(panel);
    addDockWidget(area, dock);
    for (QDockWidget *other : findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly)) {
        if (other != dock && dockWidgetArea(other) == area) {
            tabifyDockWidget(other, dock);
            break;
        }
    }
    dock->hide();
    QAction *toggle = dock->toggleViewAction();
    toggle->setObjectName(panel->objectName() + u"Action"_s);
    toggle->setShortcut(keys);
    m_viewMenu->addPanel(toggle);
    connect(toggle, &QAction::triggered, dock, [dock, panel](bool shown) {
        if (shown) {
            dock->raise();
            panel->setFocus(Qt::ShortcutFocusReason);
        }
    });
    connect(panel, &Panel::openRequested, this, &MainWindow::openElement);
    connect(panel, &Panel::failed, this, [this](const Error &error) { say(words::error(error), true); });
    connect(panel, &Panel::said, this, [this](const QString &message) { say(message); });
    m_panels.append(panel);
    panel->setDocument(m_document.get());
}

void MainWindow::openElement(const ElementId &id, const QString &field)
{
    if (!m_view)
        return;
    m_view->show(id, true);
    if (!field.isEmpty())
        m_view->page()->focusField(id, field);
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
    for (Panel *panel : std::as_const(m_panels))
        panel->setDocument(nullptr);
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
    m_stack->addWidget(m_view);
    m_stack->setCurrentWidget(m_view);
    connect(m_view, &PlanView::currentChanged, this, [this] {
        refresh();
        for (Panel *panel : std::as_const(m_panels))
            panel->setElement(m_view->current());
    });
    connect(m_view, &PlanView::failed, this, [this](const Error &error) { say(words::error(error), true); });
    connect(m_document.get(), &PlanDocument::saveStateChanged, this, &MainWindow::updateState);
    connect(m_document.get(), &PlanDocument::elementsChanged, this, &MainWindow::refresh);
    for (Menu *menu : std::as_const(m_menus))
        menu->planOpened(m_view);
    for (Panel *panel : std::as_const(m_panels)) {
        panel->setDocument(m_document.get());
        panel->setElement(m_view->current());
    }
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

// -- states

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
    const bool open = m_view;
    if (!open)
        m_stack->setCurrentWidget(m_start);
    for (Menu *menu : std::as_const(m_menus))
        menu->refresh();
    const QString title = open ? m_document->plan().text(m_document->plan().root(), u"title") : QString();
    const QString file = open && !m_document->path().isEmpty() ? QFileInfo(m_document->path()).fileName() : QString();
    const QString shown = file.isEmpty() ? title : title.isEmpty() ? file : tr("%1（%2）").arg(title, file);
    setWindowTitle(shown.isEmpty() ? u"Mezasu"_s : u"%1 — Mezasu"_s.arg(shown));
    updateState();
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
