// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <functional>
#include <memory>

namespace mezasu::ui {

/// What an import would do, in words of the user, and the deed itself.
struct ImportPreview
{
    struct Count
    {
        QString what; ///< "改革項目"
        qsizetype number = 0;
    };
    QList<Count> counts;
    QStringList messages;             ///< warnings and what cannot be taken, each with its place
    std::function<Result<>()> take;   ///< null: nothing can be taken
};

struct ExportFormat
{
    QString id;     ///< "pdf", "json", "csv" …
    QString name;   ///< "PDF（会議資料の表）…"
    QString ending; ///< "pdf"
};

struct OpenedPlan
{
    std::unique_ptr<PlanDocument> document;
    QStringList notices; ///< what happened beside it: a rescue file that was taken in, tables that were rebuilt
};

/// What the window needs from files; the application wires it to core, tests to something simpler.
class Services
{
public:
    virtual ~Services() = default;
    Services() = default;
    Q_DISABLE_COPY_MOVE(Services)

    virtual Result<OpenedPlan> create(const QString &path) = 0;
    /// A plan that somebody else holds opens for reading; PlanDocument::holder() says who has it.
    virtual Result<OpenedPlan> open(const QString &path) = 0;
    /// The sample plan, for trying things out; in no file.
    virtual Result<OpenedPlan> sample() = 0;

    /// \param document outlives the preview
    virtual Result<ImportPreview> previewImport(PlanDocument &document, const QString &path) = 0;
    virtual QList<ExportFormat> exportFormats() const = 0;
    /// What was left out or changed on the way, as sentences.
    virtual Result<QStringList> exportPlan(PlanDocument &document, const QString &format, const QString &path) = 0;
};

} // namespace mezasu::ui
