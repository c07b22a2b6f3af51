// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

class QPrinter;
class QWidget;

namespace mezasu::ui {

/// Everything that the window asks a person in a dialog, so that tests can answer.
class Questions
{
public:
    virtual ~Questions() = default;
    Questions() = default;
    Q_DISABLE_COPY_MOVE(Questions)

    /// Empty: cancelled. \param filter as QFileDialog has it
    virtual QString pathToOpen(QWidget *parent, const QString &title, const QString &filter) = 0;
    /// Several at once; none: cancelled.
    virtual QStringList pathsToOpen(QWidget *parent, const QString &title, const QString &filter);
    virtual QString pathToSave(
        QWidget *parent, const QString &title, const QString &filter, const QString &suggestion) = 0;
    /// Shows what an import would do and lets it be corrected. \return the preview to be taken; nothing: cancelled
    virtual std::optional<ImportPreview> acceptImport(
        QWidget *parent, const QString &file, const ImportPreview &first, const ImportPreviewer &preview) = 0;
    /// Shows how numbers would become, for a branch (or all), and lets that be chosen. \return the changes; nothing: cancelled
    virtual std::optional<QList<PlanChange>> renumber(QWidget *parent, const Plan &plan, const ElementId &branch);
    /// Whether to close although what was typed is saved nowhere.
    virtual bool closeUnsaved(QWidget *parent) = 0;

    /// Whether to close although these texts, as typed, could not be read and are not in the plan. With yes where nobody is
    /// asked.
    virtual bool closeUnread(QWidget *parent, const QStringList &texts);

    // What follows is answered with no where nobody is asked.

    /// Whether to take the lock of this holder, who is shown.
    virtual bool takeLock(QWidget *parent, const LockInfo &holder);
    /// Whether to write although the format cannot hold all. \param losses as sentences
    virtual bool acceptLosses(QWidget *parent, const ExportFormat &format, const QStringList &losses);
    /// Chooses a printer, its paper and the pages.
    virtual bool choosePrinter(QWidget *parent, QPrinter *printer);
};

/// Asks with the dialogs of the desktop.
class DesktopQuestions final : public Questions
{
public:
    QString pathToOpen(QWidget *parent, const QString &title, const QString &filter) override;
    QStringList pathsToOpen(QWidget *parent, const QString &title, const QString &filter) override;
    QString pathToSave(
        QWidget *parent, const QString &title, const QString &filter, const QString &suggestion) override;
    std::optional<ImportPreview> acceptImport(
        QWidget *parent, const QString &file, const ImportPreview &first, const ImportPreviewer &preview) override;
    std::optional<QList<PlanChange>> renumber(QWidget *parent, const Plan &plan, const ElementId &branch) override;
    bool closeUnsaved(QWidget *parent) override;
    bool closeUnread(QWidget *parent, const QStringList &texts) override;
    bool takeLock(QWidget *parent, const LockInfo &holder) override;
    bool acceptLosses(QWidget *parent, const ExportFormat &format, const QStringList &losses) override;
    bool choosePrinter(QWidget *parent, QPrinter *printer) override;
};

} // namespace mezasu::ui
