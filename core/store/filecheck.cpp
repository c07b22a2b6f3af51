// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filecheck.h"

#include <sqlite3.h>
#include <system_error>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
Result<> quickCheck(SqlConnection &connection, const QString &argument)
{
    const auto found = connection.column(u"PRAGMA quick_check(%1)"_s.arg(argument), 10);
    if (!found)
        return found.error();
    if (found.value() != QStringList{u"ok"_s})
        return makeError(Error::Code::Damaged, found.value().join(u"; "_s), connection.path());
    return {};
}

Result<> wholeFile(SqlConnection &connection)
{
    return quickCheck(connection, u"5"_s);
}
} // namespace

Result<> FileCheck::tables(SqlConnection &connection, const QStringList &names)
{
    for (const QString &name : names) {
        if (const auto done = quickCheck(connection, u'\'' + name + u'\''); !done)
            return done;
    }
    return {};
}

void FileCheck::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
        if (m_handle)
            sqlite3_interrupt(m_handle);
    }
    if (m_thread.joinable())
        m_thread.join();
}

void FileCheck::start(std::function<void()> done)
{
    if (m_result || m_running.valid()) {
        if (m_result)
            done();
        return;
    }
    if (m_thread.joinable())
        m_thread.join();
    std::promise<Result<>> promise;
    m_running = promise.get_future();
    try {
        m_thread = std::thread([this, promise = std::move(promise), done = std::move(done)]() mutable {
            promise.set_value(inOtherThread());
            done();
        });
    } catch (const std::system_error &) {
        m_running = {}; // no thread to be had: whoever asks for the result makes the check
    }
}

Result<> FileCheck::inOtherThread()
{
    const auto connection = SqlConnection::open(m_path, SqlConnection::Mode::ReadOnly);
    if (!connection)
        return connection.error();
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stop)
            return makeError(Error::Code::Cancelled, u"not needed any more"_s, m_path);
        m_handle = connection.value()->handle();
    }
    const auto found = wholeFile(*connection.value());
    const std::scoped_lock lock(m_mutex);
    m_handle = nullptr;
    return found;
}

Result<> FileCheck::result(SqlConnection &connection)
{
    if (!m_result && m_running.valid()) {
        const auto found = m_running.get();
        if (found || found.error().code == Error::Code::Damaged)
            m_result = found;
    }
    if (!m_result) {
        const auto found = wholeFile(connection);
        if (!found && found.error().code != Error::Code::Damaged)
            return found;
        m_result = found;
    }
    return *m_result;
}

} // namespace mezasu
