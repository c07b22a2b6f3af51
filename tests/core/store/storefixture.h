// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"
#include "core/change/erasure.h"
#include "core/change/takeback.h"
#include "core/store/backups.h"
#include "core/store/packet.h"
#include "core/store/planfile.h"

#include <QTemporaryDir>
#include <memory>

namespace mezasu::test {

/// A plan file with its journal, as a document holds them, and a few strokes to edit it.
struct Session
{
    std::unique_ptr<PlanFile> file;
    std::unique_ptr<Journal> journal;
    std::vector<JournalDelta> unsaved;
    RunsOfSession runs;
    std::optional<Error> error; ///< why the last commit failed
    bool behind = false;        ///< whether another thread ends the transactions

    static Result<Session> open(const QString &path, const PlanFile::Options &options = {});
    static Result<Session> create(const QString &path, const PlanFile::Options &options = {});

    /// Takes it over and commits; false when the commit failed, see error.
    bool take(const QList<ChangeSet> &changeSets);
    bool commit();
    Name edit(const QList<PlanChange> &steps, const QString &reason = QStringLiteral("編集"));
    Name seal(Draft draft);
    QString title(const ElementId &id) const;
    ElementId root() const { return journal->plan().root(); }
    ElementId first(Kind kind) const;
    QList<ChangeSet> all();
};

/// A small plan with something in every table: keyed entries, states, conflicts to come, an unknown field's neighbour.
QList<PlanChange> sampleSteps(const ElementId &plan);
/// Creates the file and fills it.
Session makeSample(const QString &path, const PlanFile::Options &options = {});
QByteArray bytesOf(const QString &path);
void writeBytes(const QString &path, const QByteArray &bytes);
/// Runs SQL on a file as a stranger's program would.
void alter(const QString &path, const char *sql);

} // namespace mezasu::test
