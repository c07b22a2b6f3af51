// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journaltables.h"
#include "core/store/planfile.h"

#include <QSet>

namespace mezasu {

/// Adds the journal of a file up anew and compares the tables with the result.
class Verifier
{
public:
    Verifier(SqlConnection &connection, JournalTables &tables)
        : m_connection(connection)
        , m_tables(tables)
    {
    }
    /// \param present the tables of present values as they were read; nothing where they could not be read
    Result<Verification> run(const std::optional<Plan> &present);
    /// After run(): the journal as its records say, in memory.
    Journal &rebuilt() { return m_fresh; }

private:
    Result<> readJournal();
    void findUnfit(const QSet<Thing> &suspects);
    void compareAncestry();
    void comparePlan(const Plan &present);
    Result<> compareWrites();
    Result<> compareElements();

    SqlConnection &m_connection;
    JournalTables &m_tables;
    Journal m_fresh;
    QList<std::pair<Name, QList<Name>>> m_order; ///< applied ChangeSets by number, with their parents
    Verification m_out;
};

} // namespace mezasu
