// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/planfile.h"
#include "ui/services.h"

namespace mezasu::exchange {
class MessageList;
}

namespace mezasu {

/// The window's services over plan files and core/exchange.
class FileServices : public ui::Services
{
public:
    /// \param usualAuthor stands with changes where a person has set no name
    explicit FileServices(const QString &usualAuthor);

    Result<ui::OpenedPlan> create(const QString &path) override;
    Result<ui::OpenedPlan> open(const QString &path) override;
    Result<ui::OpenedPlan> sample() override;
    Result<ui::ImportPreview> previewImport(
        PlanDocument &document, const ui::ImportSource &source, const ui::ImportWishes &wishes) override;
    QList<ui::ExportFormat> exportFormats() const override;
    Result<QStringList> exportPlan(PlanDocument &document, const QString &format, const QString &path) override;
    Result<QList<ChangeSet>> readCopy(PlanDocument &document, const QString &path) override;
    Result<qsizetype> pack(PlanDocument &document, const QString &path) override;

    Result<QStringList> exportLosses(PlanDocument &document, const QString &format) override;
    Result<bool> isWholePlan(const QString &path) override;
    Result<ui::OpenedPlan> importPlan(const QString &json, const QString &path) override;
    Result<ui::OpenedPlan> openTaking(const QString &path, const QString &token) override;
    Result<ui::OpenedPlan> openForReading(const QString &path) override;
    Result<> saveCopy(PlanDocument &document, const QString &path) override;
    Result<ui::BackupList> backups(const PlanDocument &document) override;
    Result<ui::Restoring> previewRestoring(PlanDocument &document, const ui::BackupFile &backup) override;
    bool startAgain(const QString &path) override;
    QString usualAuthor() const override { return m_usualAuthor; }
    void setAuthor(PlanDocument *document, const QString &author) override;

private:
    Result<ui::OpenedPlan> openWith(const QString &path, const PlanFile::Options &options);
    PlanFile::Options options() const;
    /// In the language of the window.
    static QStringList messageLines(const exchange::MessageList &messages);
    Session session() const { return {m_author}; }
    QString m_usualAuthor, m_author;
};

} // namespace mezasu
