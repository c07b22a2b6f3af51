// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/questions.h"
#include "ui/services.h"

#include <QMainWindow>

class QLabel;
class QStackedWidget;

namespace mezasu::ui {

class Menu;
class Panel;
class PlanView;
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

    /// Opens a plan and says so; where it cannot, says why, and what was open stays.
    bool openPlan(const QString &path);
    void openSample();
    void newPlan();
    /// Shows what an import would do, and does it when it is accepted.
    void importTable(const QString &path);
    /// The table that was copied in a spreadsheet or browser.
    void importClipboard();
    void exportPlan(const ExportFormat &format);
    /// Puts a panel beside the page, with an entry in the menu; hidden at first.
    void addPanel(Panel *panel, const QString &title, const QKeySequence &keys,
        Qt::DockWidgetArea area = Qt::RightDockWidgetArea);
    /// Shows the page of an element, with the focus in one of its fields where one is named.
    void openElement(const ElementId &id, const QString &field = {});
    /// Says something above the page until it is dismissed or replaced. An empty text hides it.
    void say(const QString &message, bool isTrouble = false);
    QString said() const;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void importFrom(const ImportSource &source, const QString &name);
    QWidget *makeStartPage();
    QWidget *makeMessageBar();
    void makeMenus();
    bool take(Result<OpenedPlan> opened);
    bool leavePlan();
    void closePlan();
    void refresh();
    void updateState();

    Services *m_services;
    Questions *m_questions;
    std::unique_ptr<PlanDocument> m_document;
    PlanView *m_view = nullptr;
    QStackedWidget *m_stack;
    QWidget *m_start = nullptr;
    QWidget *m_messageBar = nullptr;
    QLabel *m_message = nullptr, *m_state;
    QList<Menu *> m_menus;
    ViewMenu *m_viewMenu = nullptr;
    QList<Panel *> m_panels;
};

} // namespace mezasu::ui
