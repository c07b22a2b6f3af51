// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/store/presenttables.h"

#include <span>

namespace mezasu {

/// Writes what a journal took over into the tables, inside a transaction of the caller.
class DeltaWriter
{
public:
    DeltaWriter(SqlConnection &connection, PresentTables &present)
        : m_connection(connection)
        , m_present(present)
    {
    }
    /// \param deltas oldest first, all that the journal has and the file has not
    Result<> write(std::span<const JournalDelta> deltas, Journal &journal);
    /// Empties the tables of the journal; erased digests, registers and meta stay.
    Result<> clear();

private:
    Result<> writeApplied(const JournalDelta &delta);
    Result<> noteTouched(const JournalDelta &delta);
    Result<> insertWrite(SqlStatement &insert, qint64 element, const JournalDelta::Applied &applied, qsizetype at);
    Result<> insertWrites(const JournalDelta &delta);
    Result<> writeWrites(const JournalDelta &delta);
    Result<> writeWaiting(const JournalDelta &delta);
    Result<> writeHeads(const QList<Name> &heads);
    Result<> writeIncomplete(const JournalDelta &delta, Journal &journal);
    Result<> erase(const JournalDelta &delta, Journal &journal);
    Result<> refreshElements(std::span<const JournalDelta> deltas, Journal &journal);
    Result<> run(const QString &sql, const QVariantList &values);

    SqlConnection &m_connection;
    PresentTables &m_present;
    QHash<ElementId, QStringList> m_touched; ///< of what the file had before
    QByteArray m_value;                      ///< of the row that is being written
};

} // namespace mezasu
