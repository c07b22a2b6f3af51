// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "ui/models/changerows.h"

#include <QHash>
#include <functional>
#include <memory>

namespace mezasu::ui {

/// Where a table comes from: a file, or what was copied in a spreadsheet or browser.
struct ImportSource
{
    QString path = {}; ///< empty: the clipboard
    QString html = {}, text = {};
};

/// What a person chose in the preview of an import.
struct ImportWishes
{
    bool removeMissing = false;      ///< remove what the table does not have
    bool clearEmpty = false;         ///< empty what is blank in the table
    QHash<QString, QString> matches; ///< key of a row → id of an element, empty: it is new
    QHash<int, QString> columns;     ///< column from 0 → what it holds, one of ImportPreview::roles
    QString title, municipality;     ///< of the plan, where it has none yet
    std::optional<int> firstYear, lastYear;
};

/// What an import would do, in words of the user, and the deed itself.
struct ImportPreview
{
    struct Count
    {
        QString what; ///< "追加"
        qsizetype number = 0;
    };
    struct Choice
    {
        QString id, words;
    };
    /// A row of the table and the element that it stands for.
    struct Row
    {
        QString key, kind, words;
        QString element;       ///< id; empty: new
        QString why;           ///< by what they were found to be the same
        bool doubtful = false; ///< code and text disagree: to be looked at
    };
    struct Column
    {
        int column = 0;
        QString heading;
    };
    QList<Count> counts;
    QStringList messages;                   ///< warnings and what cannot be taken, each with its place
    QList<ChangeRow> tree;                  ///< the plan as it would be
    QList<Row> rows;                        ///< the doubtful ones first
    QHash<QString, QList<Choice>> elements; ///< by kind: what a row could stand for
    QList<Column> unknownColumns;
    QList<Choice> roles;            ///< what a column could hold
    bool asksSettings = false;      ///< the plan has no title and years yet, and a table does not say them
    std::function<Result<>()> take; ///< null: nothing can be taken
};

/// The preview with other wishes.
using ImportPreviewer = std::function<Result<ImportPreview>(const ImportWishes &)>;

struct ExportFormat
{
    QString id;               ///< "pdf", "json", "csv" …
    QString name;             ///< "PDF（会議資料の表）…"
    QString ending;           ///< "pdf"
    QString explanation = {}; ///< for what it is good, and what it does not hold; one or two sentences
};

/// A dated copy of a plan file.
struct BackupFile
{
    QString path;
    QDateTime made;
    qint64 bytes = 0;
    bool beforeStep = false; ///< made before the file was brought to a newer version; never removed
};

struct BackupList
{
    QString folder;
    int kept = 0;            ///< how many dated ones are kept
    QList<BackupFile> files; ///< the latest first
};

/// What going back to a copy would change, and the deed itself.
struct Restoring
{
    QList<ChangeRow> tree;
    std::function<Result<>()> take; ///< null: nothing differs
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
    virtual Result<ImportPreview> previewImport(
        PlanDocument &document, const ImportSource &source, const ImportWishes &wishes) = 0;
    virtual QList<ExportFormat> exportFormats() const = 0;
    /// What a copy (a plan file, a packet, a rescue file) has and the document has not; see readCopy() of core/store.
    virtual Result<QList<ChangeSet>> readCopy(PlanDocument &, const QString &path)
    {
        return makeError(Error::Code::NotFound, QStringLiteral("there are no copies here"), path);
    }
    /// Everything that the plan has, into a packet. \return how many ChangeSets
    virtual Result<qsizetype> pack(PlanDocument &, const QString &path)
    {
        return makeError(Error::Code::Storage, QStringLiteral("there are no packets here"), path);
    }
    /// What was left out or changed on the way, as sentences.
    virtual Result<QStringList> exportPlan(PlanDocument &document, const QString &format, const QString &path) = 0;

    // What follows has a plain answer where nothing is wired to it.

    /// What this format cannot hold of the plan, as sentences; known before anything is written.
    virtual Result<QStringList> exportLosses(PlanDocument &document, const QString &format);
    /// Whether a file is a whole plan as JSON, which becomes a new plan and is no table.
    virtual Result<bool> isWholePlan(const QString &path);
    /// An empty plan in no file, in which an import is looked at before there is a file for it.
    virtual Result<OpenedPlan> scratch();
    /// A new plan from that. \param path of the new plan; InvalidInput where there is a file of this name
    virtual Result<OpenedPlan> importPlan(const QString &json, const QString &path);

    /// Opens a plan whose foreign lock the user was shown and wants to take.
    virtual Result<OpenedPlan> openTaking(const QString &path, const QString &token);
    virtual Result<OpenedPlan> openForReading(const QString &path);
    /// The plan file as it is, whole and with its history, under another name. What is there is replaced only when the copy
    /// is whole. InvalidInput: it is the plan's own file.
    virtual Result<> saveCopy(PlanDocument &document, const QString &path);
    virtual Result<BackupList> backups(const PlanDocument &document);
    /// \param document outlives the result
    virtual Result<Restoring> previewRestoring(PlanDocument &document, const BackupFile &backup);
    /// Whose name stands with changes where a person gives none: the system's user.
    virtual QString usualAuthor() const { return {}; }
    /// Starts the program once more, with this plan where it is not empty; the one that runs is closed by whoever asks.
    virtual bool startAgain(const QString &path);
    /// Whose name stands with changes from now on.
    virtual void setAuthor(PlanDocument *document, const QString &author);
};

} // namespace mezasu::ui
