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
class Imports;
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
    Imports *imports() const { return m_imports; }

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
    /// Saves the plan that is open, if one is. \return false: it cannot be saved, and the person stays with it
    bool leavePlan();
    /// Shows a plan that was opened instead of the one that is; where it could not be opened, says why and stays.
    bool take(Result<OpenedPlan> opened);
    /// Asks where a new plan is to lie, without asking to write over anything.
    /// \param title of the plan, for the name that is suggested
    /// \return empty: cancelled, or there is such a file, which is said
    QString pathForNewPlan(const QString &title = {});
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
    /// Says why something was not done; that a person cancelled it is no trouble.
    void sayFailure(const Error &error);
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
    StartPage *makeStartPage();
    void makeMenus();
    /// An offer to open the folder of a file that was written.
    QList<Offer> offersFor(const QString &path) const;
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
    Imports *m_imports;
    QList<QPointer<MainWindow>> m_editions;
    QList<Menu *> m_menus;
    ViewMenu *m_viewMenu = nullptr;
    bool m_saysUntilChanged = false;
    QList<Panel *> m_panels;
};

} // namespace mezasu::ui
