// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/filestorage.h"
#include "core/store/copies.h"
#include "ui/compositionguard.h"
#include "ui/copies.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/planview.h"

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QInputMethodEvent>
#include <QTemporaryDir>
#include <QtTest>

namespace mezasu::test {

using namespace Qt::StringLiterals;

/// Real plan files in a folder of the test, each opened by somebody.
class FileServices : public ui::Services
{
public:
    explicit FileServices(const QString &folder)
        : m_rescues(folder + u"/rescues"_s)
    {
        m_options.backupFolder = folder + u"/backups"_s;
        m_options.user = u"佐藤"_s;
        m_options.computer = u"PC-1"_s;
    }
    Session session(const QString &author) const
    {
        return {author, [this] { return m_now; }};
    }
    void advance(int seconds) { m_now = m_now.addSecs(seconds); }
    std::unique_ptr<PlanDocument> openAs(const QString &path, const QString &author) const
    {
        auto opened = openPlanFile(path, m_options, session(author), m_rescues);
        return opened ? std::move(opened.value().document) : nullptr;
    }

    Result<ui::OpenedPlan> create(const QString &path) override
    {
        auto made = createPlanFile(path, m_options, session(u"佐藤"_s), m_rescues);
        if (!made)
            return made.error();
        FieldMap fields;
        fields.set(u"title", u"計画"_s);
        if (const auto begun = made.value()->createPlan(fields); !begun)
            return begun.error();
        return ui::OpenedPlan{std::move(made).value(), {}};
    }
    Result<ui::OpenedPlan> open(const QString &path) override
    {
        auto document = openAs(path, u"佐藤"_s);
        if (!document)
            return makeError(Error::Code::NotFound, {}, path);
        return ui::OpenedPlan{std::move(document), {}};
    }
    Result<ui::OpenedPlan> sample() override { return makeError(Error::Code::NotFound, {}); }
    Result<ui::ImportPreview> previewImport(PlanDocument &, const ui::ImportSource &, const ui::ImportWishes &) override
    {
        return makeError(Error::Code::NotFound, {});
    }
    QList<ui::ExportFormat> exportFormats() const override { return {}; }
    Result<QStringList> exportPlan(PlanDocument &, const QString &, const QString &) override { return QStringList(); }
    Result<QList<ChangeSet>> readCopy(PlanDocument &document, const QString &path) override
    {
        return mezasu::readCopy(path, document.journal());
    }
    Result<qsizetype> pack(PlanDocument &document, const QString &path) override
    {
        return packJournal(document.journal(), QFileInfo(document.path()).fileName(), path);
    }

private:
    QString m_rescues;
    PlanFile::Options m_options;
    QDateTime m_now{QDate(2026, 4, 1), QTime(9, 0), Qt::UTC};
};

class Answers : public ui::Questions
{
public:
    QStringList paths;
    QString pathToOpen(QWidget *, const QString &, const QString &) override { return paths.value(0); }
    QStringList pathsToOpen(QWidget *, const QString &, const QString &) override { return paths; }
    QString pathToSave(QWidget *, const QString &, const QString &, const QString &) override { return paths.value(0); }
    std::optional<ui::ImportPreview> acceptImport(
        QWidget *, const QString &, const ui::ImportPreview &, const ui::ImportPreviewer &) override
    {
        return {};
    }
    bool closeUnsaved(QWidget *) override { return true; }
};

/// A window on a plan of one's own with two policies, and what a person does with it.
class FileStory
{
public:
    FileStory()
        : services(folder.path())
        , window(std::make_unique<ui::MainWindow>(&services, &answers))
    {
        answers.paths = {path()};
        window->newPlan();
        first = addPolicy(u"窓口の改善"_s);
        second = addPolicy(u"財政の見える化"_s);
        show();
    }

    void show() const
    {
        window->show();
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
    }
    QString path(const QString &name = u"計画.mezasu"_s) const { return folder.filePath(name); }
    PlanDocument &document() const { return *window->document(); }
    const Plan &plan() const { return document().plan(); }
    QString title(const ElementId &id) const { return plan().text(id, u"title"); }
    QAction *action(const QString &name) const { return window->findChild<QAction *>(name); }
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        for (Widget *widget : window->findChildren<Widget *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    ElementId addPolicy(const QString &title)
    {
        const ElementId id = ElementId::create(Kind::Policy);
        FieldMap fields;
        fields.set(u"title", title);
        (void)document().apply({PlanChange::insert(id, plan().root(), fields)});
        return id;
    }
    /// Goes to a field, replaces its text as an input method does, and pauses; the focus stays.
    void write(const ElementId &id, const QString &text)
    {
        window->openElement(id, u"title"_s);
        QWidget *editor = QApplication::focusWidget();
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QInputMethodEvent event({}, {});
        event.setCommitString(text);
        QApplication::sendEvent(editor, &event);
        document().flush();
        services.advance(5);
    }
    /// Somebody takes a copy, changes it, and brings it back.
    QString copy(const QString &name, const QString &author, const std::function<void(PlanDocument &)> &change)
    {
        document().flush();
        const QString copied = path(name);
        (void)QFile::copy(path(), copied);
        const auto theirs = services.openAs(copied, author);
        change(*theirs);
        theirs->flush();
        return copied;
    }
    static void setTitle(PlanDocument &document, const ElementId &id, const QString &text)
    {
        (void)document.apply({PlanChange::set(id, u"title"_s, text)});
    }
    bool merge(const QStringList &paths)
    {
        answers.paths = paths;
        action(u"mergeAction"_s)->trigger();
        return QTest::qWaitFor([this] { return !window->copies()->isRunning(); });
    }
    void restart()
    {
        window = std::make_unique<ui::MainWindow>(&services, &answers);
        window->openPlan(path());
        show();
    }

    QTemporaryDir folder;
    FileServices services;
    Answers answers;
    ui::CompositionGuard guard;
    std::unique_ptr<ui::MainWindow> window;
    ElementId first, second;
};

} // namespace mezasu::test
