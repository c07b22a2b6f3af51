// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlconnection.h"

namespace mezasu {

/// How a transaction that erases a text leaves nothing of it in what it gives back to the disk.
///
/// SQLite keeps the old pages in a journal beside the file until the commit and then deletes it, so that its blocks go back
/// as they are. While this lives the journal is kept, and overwritten after every transaction; in the end only zeros are
/// deleted. What this cannot reach: blocks that were given back earlier, and what a disk or file system keeps by itself.
class ErasingJournal
{
public:
    explicit ErasingJournal(SqlConnection &connection);
    ~ErasingJournal();
    Q_DISABLE_COPY_MOVE(ErasingJournal)

    /// To be called after each transaction.
    void overwrite();
    /// Writes the file anew from what counts in it: a page keeps, in its gaps, remnants of rows that moved to other pages when
    /// its tree grew. What is cut off the end is overwritten. A transaction of its own, not inside another.
    /// Storage: the file stands as before.
    Result<> compact();

    /// Overwrites and removes a journal that a crash left in the middle of this. Needs the lock of the plan.
    static void clearRemains(SqlConnection &connection);

private:
    Result<> cutOff();
    SqlConnection &m_connection;
    QString m_path;
};

} // namespace mezasu
