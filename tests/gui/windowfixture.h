// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/fileservices.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"

#include <QAction>
#include <QPrinter>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

namespace mezasu::ui {

/// Answers as the test has said before.
class Answers : public Questions
{
public:
    QString path, printTo;
    bool takesLock = false, acceptsLosses = false;
    QStringList losses;
    QString shownHolder;
    QString pathToOpen(QWidget *, const QString &, const QString &) override { return path; }
    QString pathToSave(QWidget *, const QString &, const QString &, const QString &) override { return path; }
    std::optional<ImportPreview> acceptImport(
        QWidget *, const QString &, const ImportPreview &first, const ImportPreviewer &) override
    {
        return first;
    }
    bool closeUnsaved(QWidget *) override { return true; }
    bool takeLock(QWidget *, const LockInfo &holder) override
    {
        shownHolder = holder.user;
        return takesLock;
    }
    bool acceptLosses(QWidget *, const ExportFormat &, const QStringList &lines) override
    {
        losses = lines;
        return acceptsLosses;
    }
    bool choosePrinter(QWidget *, QPrinter *printer) override
    {
        if (printTo.isEmpty())
            return false;
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(printTo);
        return true;
    }
};

/// The real ones; only that no other program is started.
class TestServices : public FileServices
{
public:
    using FileServices::FileServices;
    bool startAgain(const QString &path) override
    {
        started.append(path);
        wasFree = !PlanLock::holderOf(path);
        return true;
    }
    QStringList started;
    bool wasFree = false;
};

/// A window over real files, as a person has it.
class WindowFixture : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestServices> m_services;
    std::unique_ptr<Answers> m_answers;
    std::unique_ptr<MainWindow> m_window;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    template <typename Widget>
    Widget *child(const QString &name, QWidget *below = nullptr) const
    {
        return (below ? below : m_window.get())->findChild<Widget *>(name);
    }
    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    const Plan &plan() const { return m_window->document()->plan(); }
    QString title() const { return plan().text(plan().root(), u"title"); }
    std::unique_ptr<MainWindow> makeWindow() const
    {
        auto window = std::make_unique<MainWindow>(m_services.get(), m_answers.get());
        window->show();
        return window;
    }
    void newPlan(const QString &name, const QString &itsTitle)
    {
        m_answers->path = at(name);
        m_window->newPlan();
        QVERIFY(m_window->document());
        setTitle(itsTitle);
    }
    void setTitle(const QString &text)
    {
        QVERIFY(m_window->document()->apply({PlanChange::set(plan().root(), QStringLiteral("title"), Value(text))}));
    }

    void prepare()
    {
        QStandardPaths::setTestModeEnabled(true);
        setUpLook(*qApp);
    }
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        settings::keepIn(at(QStringLiteral("settings.ini")));
        m_services = std::make_unique<TestServices>(QStringLiteral("試験"));
        m_answers = std::make_unique<Answers>();
        m_window = makeWindow();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void end()
    {
        m_window.reset();
        m_services.reset();
        settings::keepIn({});
    }
};

} // namespace mezasu::ui
