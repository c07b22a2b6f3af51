// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/hash.h"
#include "core/plan/result.h"

#include <QDateTime>
#include <QStringList>

namespace mezasu {
class SqlConnection;

/// Dated copies of a plan file: one at the first change of each session, and one before each step of the schema.
class Backups
{
public:
    static constexpr int kDefaultKept = 10;
    /// The folder beside the plan file: "NAME-backups".
    static QString defaultFolder(const QString &planPath);

    Backups(const QString &planPath, const QString &folder, int kept);
    const QString &folder() const { return m_folder; }
    int kept() const { return m_kept; }

    /// Copies the file as it is now and removes the oldest dated copies beyond those kept; a copy with a later date than \p now
    /// is older than all, for clocks are put back. \return the path of the copy
    Result<QString> add(SqlConnection &connection, const QDateTime &now);
    /// The same inside a transaction, of which nothing was put into the file yet.
    Result<QString> addInTransaction(SqlConnection &connection, const QDateTime &now);
    /// The copy before a step of the schema; never removed.
    Result<QString> addBeforeStep(SqlConnection &connection, int version);
    /// Dated copies, oldest first.
    QStringList files() const;
    QStringList filesBeforeSteps() const;

    /// Removes every copy that still holds one of these texts; their bytes are overwritten first. \return what was removed
    QStringList removeHolding(const QList<Digest> &digests) const;

private:
    Result<QString> copy(SqlConnection &connection, const QString &stem) const;
    QStringList matching(const QString &pattern, QLatin1StringView ending) const;
    QString m_base, m_folder;
    int m_kept;
};

} // namespace mezasu
