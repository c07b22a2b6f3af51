// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"
#include "core/report/paperoptions.h"
#include "ui/questions.h"
#include "ui/services.h"
#include "ui/widgets/messagebar.h"

#include <QMainWindow>
#include <QPointer>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace mezasu::ui {

class HolderBar;
class Copies;
class Menu;
class Panel;
class PlanView;
class StartPage;
class ViewMenu;

/// The window: one plan, or the page to begin with.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// \param services, questions outlive the window
    MainWindow(Services *services, Questions *questions, QWidget *parent = nullptr);
    ~MainWindow() override;

    PlanDocument *document() const { return m_document.get(); }
    PlanView *view() const { return m_view; } ///< null where no plan is open
    Services *services() const { return m_services; }
    Questions *questions() const { return m_questions; }
    Copies *copies() const { return m_copies; }

    /// Opens a plan and says so; where it cannot, says why, and what was open stays.
    bool openPlan(const QString &path);
    /// Opens the plan that is open once more, to write; with the lock of this holder where it is not empty.
    bool reopenForWriting(const LockInfo &holder);
    /// Opens a plan for reading in a window of its own, beside this one.
    void openBeside(const QString &path);
    /// A plan, or a table to import: what a file is that was dropped here.
    void openFile(const QString &path);
    void openSample();
    void newPlan();
    /// Shows what an import would do, and does it when it is accepted.
    void importTable(const QString &path);
    /// Makes a new plan from a table, or from a whole plan as JSON, whatever is open. Nothing is written before the person has
    /// seen it, accepted it and chosen a place. \param path empty: to be asked for
    void importAsNewPlan(const QString &path);
    /// The table that was copied in a spreadsheet or browser.
    void importClipboard();
    /// \param lossesKnown the person was told what the format cannot hold
    void exportPlan(const ExportFormat &format, bool lossesKnown = false);
    /// The plan as it is, under another name; the plan that is open stays open.
    void saveCopy();
    /// Ends the program, and begins it once more with the same plan.
    void startAgain();
    /// Puts a panel beside the page, with an entry in the menu; hidden at first.
    /// \param entry its text there, with a mnemonic
    void addPanel(Panel *panel, const QString &title, const QString &entry, const QKeySequence &keys,
        Qt::DockWidgetArea area = Qt::RightDockWidgetArea);
    /// Shows a paper before it is printed or written as PDF. \param isOfMeeting it may have a number, a meeting and a date
    void showPaper(const report::Document &paper, const report::PaperOptions &usual, bool isOfMeeting);
    /// Shows the page of an element, with the focus in one of its fields where one is named.
    void openElement(const ElementId &id, const QString &field = {});
    /// Shows the plan as it was in an edition, for reading, in a window of its own that goes with this plan.
    void openEdition(const ElementId &edition);
    /// Says something above the page until it is dismissed or replaced. An empty text hides it. While the plan cannot be
    /// saved, a message without an offer of its own offers to try that again.
    void say(const QString &message, bool isTrouble = false, const QList<Offer> &offers = {});
    /// Says something that is true until the plan changes next: what was removed and can be undone.
    void sayUntilChanged(const QString &message);
    QString said() const;
    /// A name for files that are made of the plan, without ending.
    QString suggestedName() const;
    HolderBar *holderBar() const { return m_holderBar; }

protected:
    void closeEvent(QCloseEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void importFrom(const ImportSource &source, const QString &name);
    void importWholePlan(const QString &json);
    void makePlanFrom(const ImportSource &source, const QString &name);
    void createFrom(const ImportSource &source, const QString &name, const ImportWishes &wishes);
    /// Whether it is a whole plan; nothing: it was cancelled, which is said.
    std::optional<bool> isWholePlan(const QString &path);
    QString pathToImport(const QString &path, const QString &title);
    QString pathForNewPlan(const QString &title = {});
    StartPage *makeStartPage();
    void makeMenus();
    /// An offer to open the folder of a file that was written.
    QList<Offer> offersFor(const QString &path) const;
    bool take(Result<OpenedPlan> opened);
    bool leavePlan();
    void closePlan();
    void noteRecent() const;
    void refresh();
    void updateState();
    bool cannotSave() const;
    void saveAgain();
    bool isBehindAnotherPanel(const QWidget *widget) const;

    Services *m_services;
    Questions *m_questions;
    std::unique_ptr<PlanDocument> m_document;
    PlanView *m_view = nullptr;
    QStackedWidget *m_stack;
    StartPage *m_start = nullptr;
    MessageBar *m_messageBar;
    HolderBar *m_holderBar;
    QLabel *m_state;
    bool m_inTrouble = false; ///< the plan cannot be saved, and that was said
    Copies *m_copies;
    QList<QPointer<MainWindow>> m_editions;
    QList<Menu *> m_menus;
    ViewMenu *m_viewMenu = nullptr;
    bool m_saysUntilChanged = false;
    QList<Panel *> m_panels;
};

} // namespace mezasu::ui
