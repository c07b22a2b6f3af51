// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/questions.h"
#include "ui/services.h"
#include "ui/treecommands.h"

#include <QMainWindow>

class QAction;
class QLabel;
class QMenu;
class QStackedWidget;

namespace mezasu::ui {

class PlanView;

/// The window: one plan, or the page to begin with.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// \param services, questions outlive the window
    MainWindow(Services *services, Questions *questions, QWidget *parent = nullptr);
    ~MainWindow() override;

    PlanDocument *document() const { return m_document.get(); }
    PlanView *view() const { return m_view; }

    /// Opens a plan and says so; where it cannot, says why, and what was open stays.
    bool openPlan(const QString &path);
    void openSample();
    void newPlan();
    /// Shows what an import would do, and does it when it is accepted.
    void importTable(const QString &path);
    /// The table that was copied in a spreadsheet or browser.
    void importClipboard();
    void exportPlan(const ExportFormat &format);
    /// Says something above the page until it is dismissed or replaced. An empty text hides it.
    void say(const QString &message, bool isTrouble = false);
    QString said() const;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void importFrom(const ImportSource &source, const QString &name);
    using Command = treecommands::Made (*)(const Plan &, const ElementId &);
    QWidget *makeStartPage();
    QWidget *makeMessageBar();
    void makeMenus();
    void makeFileMenu();
    void makeItemMenu();
    QAction *action(const QString &text, const QString &name, const QKeySequence &keys, std::function<void()> deed);
    QAction *treeAction(const QString &text, const QString &name, const QKeySequence &keys, std::function<void()> deed);
    void runCommand(Command command, bool focusPage);
    bool take(Result<OpenedPlan> opened);
    bool leavePlan();
    void closePlan();
    void undo();
    void redo();
    void sayLeft(const Result<PlanDocument::Left> &left);
    void refresh();
    void updateUndo();
    void updateState();

    Services *m_services;
    Questions *m_questions;
    std::unique_ptr<PlanDocument> m_document;
    PlanView *m_view = nullptr;
    QStackedWidget *m_stack;
    QWidget *m_start = nullptr;
    QWidget *m_messageBar = nullptr;
    QLabel *m_message = nullptr, *m_state;
    QAction *m_undo = nullptr, *m_redo = nullptr;
    QMenu *m_exportMenu = nullptr;
    QList<QAction *> m_needPlan, m_needWriting, m_inTree;
};

} // namespace mezasu::ui
