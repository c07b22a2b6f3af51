// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QObject>
#include <QPointer>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

class QThreadPool;

namespace mezasu::ui {

/// What long work is told and tells while it runs. May be used from any thread.
class WorkTicket
{
public:
    bool isCancelled() const { return m_cancelled; }
    void cancel() { m_cancelled = true; }
    /// How far it is; what is never told is shown as "busy".
    void report(qint64 done, qint64 all)
    {
        m_all = all;
        m_done = done;
    }
    qint64 done() const { return m_done; }
    qint64 all() const { return m_all; }
    /// Does something in the thread of the window, for what only that thread may touch, and waits for it.
    /// \return false when the work was cancelled instead
    bool inWindow(const std::function<void()> &deed);

private:
    friend class Work;
    std::weak_ptr<WorkTicket> m_self;
    std::atomic<bool> m_cancelled = false;
    std::atomic<qint64> m_done = 0, m_all = 0;
};

/// Long work beside the window. Plans and pages are values: hand copies to it.
class Work
{
public:
    using Ticket = std::shared_ptr<WorkTicket>;

    /// Runs the deed in a worker and waits, while the window stays alive: it repaints, and after a moment shows what is being
    /// done, how far it is, and a button to cancel. What has been cancelled is left to end by itself and its result is lost,
    /// so the deed owns all that it touches and asks isCancelled() before it writes anything.
    /// \return nothing when it was cancelled
    template <typename T>
    static std::optional<T> run(const QString &what, std::function<T(const Ticket &)> deed)
    {
        auto result = std::make_shared<std::optional<T>>();
        const bool done =
            wait(what, [result, deed = std::move(deed)](const Ticket &ticket) { *result = deed(ticket); });
        return done ? std::move(*result) : std::nullopt;
    }

    /// Runs the deed in a worker and waits for its end in any case: it may touch what is the window's own, which nobody else
    /// touches meanwhile. Who cancels it only says so to it.
    static void runToEnd(const QString &what, std::function<void(const Ticket &)> deed)
    {
        wait(what, std::move(deed), Cancelling::IsWaitedFor);
    }

    /// Runs the deed in a worker and goes on at once; then \p done in the thread of the window, if \p receiver lives still
    /// and the ticket was not cancelled.
    template <typename T>
    static Ticket start(QObject *receiver, std::function<T(const Ticket &)> deed, std::function<void(T)> done)
    {
        auto result = std::make_shared<std::optional<T>>();
        return begin(
            receiver, [result, deed = std::move(deed)](const Ticket &ticket) { *result = deed(ticket); },
            [result, done = std::move(done)] { done(std::move(**result)); });
    }

    /// The threads in which all of it runs, for whoever has to wait until nothing is under way.
    static QThreadPool *workers();

private:
    static Ticket makeTicket();
    enum class Cancelling { Leaves, IsWaitedFor };
    static bool wait(
        const QString &what, std::function<void(const Ticket &)> deed, Cancelling cancelling = Cancelling::Leaves);
    static Ticket begin(QObject *receiver, std::function<void(const Ticket &)> deed, std::function<void()> done);
};

/// Lets a document do what takes long in a worker, with a dialog that says what it is and can cancel it.
PlanDocument::Beside besideWindow(const QString &what);

} // namespace mezasu::ui
