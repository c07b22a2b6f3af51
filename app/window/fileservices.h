// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

namespace mezasu::exchange {
class MessageList;
}

namespace mezasu {

/// The window's services over plan files and core/exchange.
class FileServices final : public ui::Services
{
public:
    explicit FileServices(QString author)
        : m_author(std::move(author))
    {
    }

    Result<ui::OpenedPlan> create(const QString &path) override;
    Result<ui::OpenedPlan> open(const QString &path) override;
    Result<ui::OpenedPlan> sample() override;
    Result<ui::ImportPreview> previewImport(
        PlanDocument &document, const ui::ImportSource &source, const ui::ImportWishes &wishes) override;
    QList<ui::ExportFormat> exportFormats() const override;
    Result<QStringList> exportPlan(PlanDocument &document, const QString &format, const QString &path) override;

private:
    /// In the language of the window.
    static QStringList messageLines(const exchange::MessageList &messages);
    Session session() const { return {m_author}; }
    QString m_author;
};

} // namespace mezasu
