// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlconnection.h"

#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace mezasu {

/// The check of the pages of a file: that each tree is one, and that its rows are of the types of the schema.
///
/// Of a large plan nine tenths are the journal, which opening does not read. Its pages can be looked at behind the opening, in
/// another thread; whoever writes asks result() first, which waits for that or looks itself.
class FileCheck
{
public:
    explicit FileCheck(QString path)
        : m_path(std::move(path))
    {
    }
    ~FileCheck() { stop(); }
    /// Breaks off a check that is under way, and waits for its thread.
    void stop();
    Q_DISABLE_COPY_MOVE(FileCheck)

    /// Only some tables with their indexes, at once. Damaged, Storage.
    static Result<> tables(SqlConnection &connection, const QStringList &names);

    /// The whole file, in another thread and by a connection of its own.
    /// \param done called in that thread when result() would no longer wait; at once where the check is over
    void start(std::function<void()> done);
    /// What the check of the whole file found: nothing, or Damaged. Waits for start(), or checks here by \p connection.
    /// Storage: it could not be made, and is made again next time.
    Result<> result(SqlConnection &connection);

private:
    Result<> inOtherThread();
    QString m_path;
    std::optional<Result<>> m_result; ///< nothing: not known yet
    std::future<Result<>> m_running;
    std::thread m_thread;
    std::mutex m_mutex; ///< of the two below
    sqlite3 *m_handle = nullptr;
    bool m_stop = false;
};

} // namespace mezasu
