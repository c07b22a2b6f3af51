// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/document/pastdocument.h"
#include "ui/compositionguard.h"
#include "ui/copies.h"
#include "ui/filedrop.h"
#include "ui/imports.h"
#include "ui/menus/editmenu.h"
#include "ui/menus/filemenu.h"
#include "ui/menus/helpmenu.h"
#include "ui/menus/historymenu.h"
#include "ui/menus/itemmenu.h"
#include "ui/menus/viewmenu.h"
#include "ui/pages/elementpage.h"
#include "ui/panels/findingspanel.h"
#include "ui/panels/panel.h"
#include "ui/planview.h"
#include "ui/preview/planpapers.h"
#include "ui/settings.h"
#include "ui/start/startpage.h"
#include "ui/unreadtexts.h"
#include "ui/widgets/focusorder.h"
#include "ui/widgets/holderbar.h"
#include "ui/words.h"

#include <QAction>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
/// A title as the name of a file, without what a file name cannot hold somewhere.
QString nameForFile(const QString &title)
{
    QString name = words::shortened(title, 40);
    for (const QChar c : u"/\\:*?\"<>|"_s)
        name.replace(c, u'＿');
    return name;
}
} // namespace

MainWindow::MainWindow(Services *services, Questions *questions, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_questions(questions)
    , m_stack(new QStackedWidget)
    , m_messageBar(new MessageBar(u"messageBar"_s, u"messageLabel"_s))
    , m_holderBar(new HolderBar)
    , m_state(new QLabel)
    , m_copies(new Copies(this))
    , m_imports(new Imports(this))
{
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_messageBar->addCloseButton(u"messageCloseButton"_s);
    layout->addWidget(m_holderBar);
    layout->addWidget(m_messageBar);
    m_start = makeStartPage();
    m_stack->addWidget(m_start);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
    makeMenus();
    addPanel(new FindingsPanel, tr("点検"), tr("点検(&C)"), QKeySequence(Qt::Key_F8), Qt::BottomDockWidgetArea);
    connect(m_holderBar, &HolderBar::writingRequested, this, &MainWindow::reopenForWriting);
    connect(new FileDrop(this), &FileDrop::dropped, this, &MainWindow::openFile);
    m_state->setObjectName(u"saveStateLabel"_s);
    m_state->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_state, 1);
    statusBar()->setSizeGripEnabled(false); // the frame is there for that, and takes no room
    constexpr int kFrame = 48;              // what a desktop puts above and below
    resize(1200, std::min(760, screen()->availableGeometry().height() - kFrame));
    refresh();
}

MainWindow::~MainWindow()
{
    closePlan();
}

// -- what is there

StartPage *MainWindow::makeStartPage()
{
    auto *page = new StartPage;
    connect(page, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(page, &StartPage::newRequested, this, &MainWindow::newPlan);
    connect(page, &StartPage::openRequested, this, &MainWindow::openPlan);
    connect(page, &StartPage::importRequested, this, [this] { m_imports->asNewPlan({}); });
    connect(page, &StartPage::clipboardRequested, m_imports, &Imports::clipboard);
    return page;
}

void MainWindow::makeMenus()
{
    m_menus = {new FileMenu(this), new EditMenu(this), new ItemMenu(this)};
    m_viewMenu = new ViewMenu(this);
    m_menus.append(m_viewMenu);
    m_menus.append(new HistoryMenu(this));
    m_menus.append(new HelpMenu(this));

    QToolBar *bar = addToolBar(tr("道具"));
    bar->setObjectName(u"mainToolBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (const QString &name : {u"undoAction"_s, u"redoAction"_s, QString(), u"addPolicyAction"_s, u"addItemAction"_s,
             u"addInitiativeAction"_s, QString(), u"overviewAction"_s, u"printAction"_s}) {
        if (name.isEmpty())
            bar->addSeparator();
        else
            bar->addAction(findChild<QAction *>(name));
    }
    for (QToolButton *button : bar->findChildren<QToolButton *>()) {
        if (button->defaultAction())
            button->setAccessibleName(button->defaultAction()->toolTip()); // the text on it may be brief
    }
}

void MainWindow::addPanel(
    Panel *panel, const QString &title, const QString &entry, const QKeySequence &keys, Qt::DockWidgetArea area)
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
    toggle->setText(entry);
    toggle->setShortcut(keys);
    m_viewMenu->addPanel(toggle, panel->needsPlan() ? Menu::Needs::Plan : Menu::Needs::Nothing);
    connect(toggle, &QAction::triggered, dock, [dock, panel](bool shown) {
        if (shown) {
            dock->raise();
            panel->setFocus(Qt::ShortcutFocusReason);
        }
    });
    connect(panel, &Panel::openRequested, this, &MainWindow::openElement);
    connect(panel, &Panel::failed, this, [this](const Error &error) { say(words::error(error), true); });
    connect(panel, &Panel::said, this, [this](const QString &message) { sayUntilChanged(message); });
    connect(panel, &Panel::paperMade, this,
        [this](const report::Document &paper) { showPaper(paper, uprightPaper(), true); });
    m_panels.append(panel);
    panel->setDocument(m_document.get());
}

void MainWindow::showPaper(const report::Document &paper, const report::PaperOptions &usual, bool isOfMeeting)
{
    const report::PdfMetadata metadata = listMetadata(paper);
    const QString municipality =
        isOfMeeting && m_document ? m_document->plan().text(m_document->plan().root(), u"municipality") : QString();
    auto *dialog = new PreviewDialog(paper.title, paper.title,
        std::vector{PreviewDialog::Kind{paper.title, usual,
            [paper, metadata, municipality](const report::PaperOptions &chosen) {
                report::Document out = paper;
                out.head = {chosen.number, chosen.meeting, chosen.date, municipality, chosen.note};
                return PreviewDialog::Paper{out, listSetup(chosen), metadata};
            }}},
        m_questions, this);
    dialog->setAsksHead(isOfMeeting);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->start();
}

void MainWindow::openElement(const ElementId &id, const QString &field)
{
    if (!m_view)
        return;
    m_view->show(id, true);
    if (field.isEmpty())
        return;
    m_view->page()->focusField(id, field);
    // A list, not a field: to where something is added to it.
    static const QHash<QString, QString> lists{{u"statements"_s, u"statementAddButton"_s},
        {u"indicators"_s, u"indicatorAddButton"_s}, {u"values"_s, u"valuesTable"_s}};
    if (auto *there = m_view->page()->findChild<QWidget *>(lists.value(field)); there && lists.contains(field)) {
        there->setFocus(Qt::OtherFocusReason);
        m_view->rollTo(there);
    }
}

void MainWindow::openEdition(const ElementId &edition)
{
    auto state = documentOfEdition(*m_document, edition);
    if (!state) {
        say(words::error(state.error()), true);
        return;
    }
    const QString name = m_document->plan().text(edition, u"name");
    auto *other = new MainWindow(m_services, m_questions);
    other->setAttribute(Qt::WA_DeleteOnClose);
    m_editions.append(other);
    other->take(
        OpenedPlan{std::move(state).value(), {tr("版「%1」のときの内容です。読むだけで、直せません。").arg(name)}});
    other->show();
}

// -- plans come and go

bool MainWindow::leavePlan()
{
    if (!m_document)
        return true;
    CompositionGuard::finish();
    m_document->save();
    if (m_document->saveState() == PlanDocument::SaveState::Unsaved && !m_questions->closeUnsaved(this))
        return false;
    const UnreadTexts *unread = UnreadTexts::of(m_document.get());
    if (unread->first().isNull() || m_questions->closeUnread(this, unread->all()))
        return true;
    openElement(unread->first());
    return false;
}

/// With the title that it has now; what is open for reading only, such as a copy looked at, is no plan to come back to.
void MainWindow::noteRecent() const
{
    const bool isWorkedOn = !m_document->isReadOnly() || m_document->holder();
    if (isWorkedOn && !m_document->path().isEmpty())
        settings::noteOpened(m_document->path(), m_document->plan().text(m_document->plan().root(), u"title"));
}

void MainWindow::closePlan()
{
    if (m_document) {
        CompositionGuard::finish();
        m_document->endRun();
        noteRecent();
        m_document->disconnect(this);
    }
    m_holderBar->setDocument(nullptr);
    for (const QPointer<MainWindow> &edition : std::exchange(m_editions, {}))
        delete edition.data();
    for (Panel *panel : std::as_const(m_panels))
        panel->setDocument(nullptr);
    delete std::exchange(m_view, nullptr);
    m_document.reset();
}

bool MainWindow::take(Result<OpenedPlan> opened)
{
    if (!opened) {
        sayFailure(opened.error());
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
    m_document->takeLargeStepsBeside(besideWindow(tr("変更しています")));
    connect(m_document.get(), &PlanDocument::saveStateChanged, this, &MainWindow::updateState);
    connect(UnreadTexts::of(m_document.get()), &UnreadTexts::changed, this, &MainWindow::updateState);
    connect(m_document.get(), &PlanDocument::elementsChanged, this, [this] {
        if (m_saysUntilChanged)
            say({});
        refresh();
    });
    connect(m_document.get(), &PlanDocument::notedWhileSaving, this, [this](const QList<Error> &notes) {
        say(tr("計画は保存しましたが、控えを作れないか、後始末ができませんでした。\n%1")
                .arg(words::error(notes.constFirst())),
            true);
    });
    for (Menu *menu : std::as_const(m_menus))
        menu->planOpened(m_view);
    for (Panel *panel : std::as_const(m_panels)) {
        panel->setDocument(m_document.get());
        panel->setElement(m_view->current());
    }
    m_holderBar->setDocument(m_document.get());
    noteRecent();
    say(opened.value().notices.join(u'\n'));
    refresh();
    m_view->tree()->setFocus();
    QItemSelectionModel *chosen = m_view->tree()->selectionModel();
    if (!chosen->hasSelection()) // the focus makes a row the current one, but does not show it as such
        chosen->select(chosen->currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
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

bool MainWindow::reopenForWriting(const LockInfo &holder)
{
    if (!m_document || m_document->path().isEmpty())
        return false;
    if (!holder.token.isEmpty() && !m_questions->takeLock(this, holder))
        return false;
    const ElementId shown = m_view->current();
    const QString path = m_document->path();
    if (!take(holder.token.isEmpty() ? m_services->open(path) : m_services->openTaking(path, holder.token)))
        return false;
    m_view->show(m_document->plan().contains(shown) ? shown : m_document->plan().root(), true);
    return !m_document->isReadOnly();
}

void MainWindow::openBeside(const QString &path)
{
    auto opened = m_services->openForReading(path);
    if (!opened) {
        sayFailure(opened.error());
        return;
    }
    auto *beside = new MainWindow(m_services, m_questions, this); // goes with this one
    beside->setAttribute(Qt::WA_DeleteOnClose);
    beside->show();
    beside->take(std::move(opened));
}

void MainWindow::openFile(const QString &path)
{
    if (QFileInfo(path).suffix().compare(u"mezasu"_s, Qt::CaseInsensitive) == 0)
        openPlan(path);
    else
        m_imports->table(path);
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
    const QString path = pathForNewPlan();
    if (!path.isEmpty() && take(m_services->create(path)))
        m_view->show(m_document->plan().root(), true);
}

QString MainWindow::pathForNewPlan(const QString &title)
{
    QString path = m_questions->pathToSave(this, tr("新しい計画"), tr("計画 (*.mezasu)"),
        title.isEmpty() ? tr("新しい計画.mezasu") : QString(nameForFile(title) + u".mezasu"_s));
    if (!path.isEmpty() && !path.endsWith(u".mezasu"_s))
        path += u".mezasu"_s;
    if (path.isEmpty() || !QFileInfo::exists(path))
        return path;
    say(tr("「%1」という名前のファイルがもうあります。上書きはしません。別の名前を選んでください。")
            .arg(QFileInfo(path).fileName()),
        true);
    return {};
}

QString MainWindow::suggestedName() const
{
    const QString title = m_document->plan().text(m_document->plan().root(), u"title");
    return nameForFile(title.isEmpty() ? tr("計画") : title);
}

QList<Offer> MainWindow::offersFor(const QString &path) const
{
    return {{u"openFolderButton"_s, tr("フォルダーを開く"),
        [folder = QFileInfo(path).absolutePath()] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }}};
}

void MainWindow::exportPlan(const ExportFormat &format, bool lossesKnown)
{
    CompositionGuard::finish();
    m_document->flush();
    if (!lossesKnown) {
        const auto losses = m_services->exportLosses(*m_document, format.id);
        if (!losses) {
            say(words::error(losses.error()), true);
            return;
        }
        if (!losses.value().isEmpty() && !m_questions->acceptLosses(this, format, losses.value()))
            return;
    }
    QString path = m_questions->pathToSave(this, tr("書き出す"), u"%1 (*.%2)"_s.arg(format.name, format.ending),
        u"%1.%2"_s.arg(suggestedName(), format.ending));
    if (path.isEmpty() || !m_document)
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + format.ending;
    const auto done = m_services->exportPlan(*m_document, format.id, path);
    if (!done) {
        sayFailure(done.error());
        return;
    }
    const QString written = tr("「%1」に書き出しました。").arg(QFileInfo(path).fileName());
    say(QStringList(QStringList{written} + done.value()).join(u'\n'), false, offersFor(path));
}

void MainWindow::saveCopy()
{
    CompositionGuard::finish();
    QString path = m_questions->pathToSave(
        this, tr("写しを保存"), tr("計画 (*.mezasu)"), tr("%1の写し.mezasu").arg(suggestedName()));
    if (path.isEmpty() || !m_document)
        return;
    if (!path.endsWith(u".mezasu"_s))
        path += u".mezasu"_s;
    if (QFileInfo(path) == QFileInfo(m_document->path())) {
        say(tr("開いている計画そのものには、写しを保存できません。別の名前を選んでください。"), true);
        return;
    }
    if (const auto done = m_services->saveCopy(*m_document, path); !done) {
        sayFailure(done.error());
        return;
    }
    say(tr("写しを「%1」に保存しました。いま開いているのは、もとの計画です。").arg(QFileInfo(path).fileName()), false,
        offersFor(path));
}

void MainWindow::startAgain()
{
    if (!leavePlan())
        return;
    const QString path = m_document ? m_document->path() : QString();
    closePlan(); // the other one wants to write it
    refresh();
    if (m_services->startAgain(path))
        close();
    else
        say(tr("起動し直せませんでした。終了してから、もう一度起動してください。"), true);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(leavePlan());
}

/// Tab goes as one reads: messages, tree, page, panels. Pages and plans come later than the panels, and whatever comes later
/// is put at the end of the order.
bool MainWindow::focusNextPrevChild(bool next)
{
    QWidgetList areas{m_holderBar, m_messageBar, m_start};
    for (int i = 0; m_view && i < m_view->count(); ++i)
        areas.append(m_view->widget(i));
    for (const Qt::DockWidgetArea area : {Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea}) {
        for (QDockWidget *dock : findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly)) {
            if (dockWidgetArea(dock) == area)
                areas += static_cast<Panel *>(dock->widget())->partsInOrder() << dock;
        }
    }
    putInOrder(this, areas);
    const QWidget *before = focusWidget();
    bool isDone = false;
    do {
        isDone = QMainWindow::focusNextPrevChild(next);
    } while (isDone && focusWidget() != before && isBehindAnotherPanel(focusWidget()));
    return isDone;
}

/// A panel behind another counts as visible; it lies beside the window then.
bool MainWindow::isBehindAnotherPanel(const QWidget *widget) const
{
    const QWidget *dock = widget;
    while (dock && !qobject_cast<const QDockWidget *>(dock))
        dock = dock->parentWidget();
    return dock && !rect().intersects(dock->geometry());
}

// -- states

void MainWindow::sayFailure(const Error &error)
{
    say(words::error(error), error.code != Error::Code::Cancelled);
}

void MainWindow::say(const QString &message, bool isTrouble, const QList<Offer> &offers)
{
    QList<Offer> offered = offers;
    if (offered.isEmpty() && cannotSave())
        offered.append({u"messageOfferButton"_s, tr("もう一度保存する"), [this] { saveAgain(); }});
    const bool isShown = isTrouble && !message.isEmpty();
    m_messageBar->say(isShown ? QString(u"⚠ "_s + message) : message, offered, isShown);
    m_saysUntilChanged = false;
}

void MainWindow::sayUntilChanged(const QString &message)
{
    say(message);
    m_saysUntilChanged = true;
}

bool MainWindow::cannotSave() const
{
    const auto state = m_document ? m_document->saveState() : PlanDocument::SaveState::Saved;
    return state == PlanDocument::SaveState::Rescued || state == PlanDocument::SaveState::Unsaved;
}

void MainWindow::saveAgain()
{
    CompositionGuard::finish();
    m_document->save();
    if (cannotSave())
        say(tr("まだ保存できません。%1").arg(words::saveState(*m_document)), true);
}

QString MainWindow::said() const
{
    return m_messageBar->text();
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
    const auto unread = m_document ? UnreadTexts::of(m_document.get())->all().size() : 0;
    const QString alas =
        unread > 0 ? tr("（読み取れない入力%n件は、まだ記録していません）", nullptr, int(unread)) : QString();
    m_state->setText(m_document ? QString(words::saveState(*m_document) + alas) : QString());
    const auto state = m_document ? m_document->saveState() : PlanDocument::SaveState::InMemory;
    const bool isDamaged = state == PlanDocument::SaveState::Damaged;
    const bool trouble = isDamaged || cannotSave();
    const bool isOnTheWay = state == PlanDocument::SaveState::Saving || state == PlanDocument::SaveState::Typing;
    QFont font = statusBar()->font();
    font.setBold(trouble);
    m_state->setFont(font);
    if (trouble)
        say(words::saveState(*m_document), true);
    else if (m_inTrouble && m_document && !isOnTheWay)
        say(tr("保存できました。入力した内容は、すべて計画のファイルに入っています。"));
    m_inTrouble = trouble || (m_inTrouble && isOnTheWay);
}

} // namespace mezasu::ui
