// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work.h"

#include <QApplication>
#include <QEventLoop>
#include <QProgressDialog>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <QTimer>
#include <algorithm>

namespace mezasu::ui {

namespace {
constexpr int kAtOnceMs = 30;  ///< what is done by then needs no event loop
constexpr int kUnseenMs = 400; ///< what is done by then needs no dialog
constexpr int kLookEveryMs = 15;
constexpr int kSteps = 1000; ///< of the bar
constexpr QLatin1StringView kDialog("workDialog");
constexpr int kWorkers = 4; ///< at least: some may be waiting for what was cancelled to end

/// Closing a dialog only says that it is to be closed.
class StaysOpen : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Close)
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

/// What a desktop closes while one waits is closed when one has waited: it may be what asked for the work, and must not go
/// under its own feet.
class ClosesLater : public QObject
{
public:
    ClosesLater() { qApp->installEventFilter(this); }
    ~ClosesLater() override
    {
        for (const QPointer<QWidget> &window : std::as_const(m_asked)) {
            if (window)
                QMetaObject::invokeMethod(window, &QWidget::close, Qt::QueuedConnection);
        }
    }
    Q_DISABLE_COPY_MOVE(ClosesLater)

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Close || !watched->isWidgetType() || watched->objectName() == kDialog)
            return QObject::eventFilter(watched, event);
        auto *window = static_cast<QWidget *>(watched);
        if (!window->isWindow() || window->windowType() == Qt::Popup)
            return false;
        if (!m_asked.contains(window))
            m_asked.append(window);
        event->ignore();
        return true;
    }

private:
    QList<QPointer<QWidget>> m_asked;
};
} // namespace

bool WorkTicket::inWindow(const std::function<void()> &deed)
{
    const auto ready = std::make_shared<QSemaphore>();
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [ticket = m_self.lock(), deed, ready] {
            if (!ticket->isCancelled()) // is set in this thread: what the deed touches is still there
                deed();
            ready->release();
        },
        Qt::QueuedConnection);
    while (!ready->tryAcquire(1, kLookEveryMs)) {
        if (isCancelled())
            return false;
    }
    return !isCancelled();
}

QThreadPool *Work::workers()
{
    // Not Qt's own pool, with which it paints: work that waits for a share that is gone would hold up the whole window.
    static QThreadPool *const pool = [] {
        auto *made = new QThreadPool;
        made->setMaxThreadCount(std::max(kWorkers, QThread::idealThreadCount()));
        qAddPostRoutine([] { workers()->waitForDone(); }); // while there still is an application to speak to
        return made;
    }();
    return pool;
}

Work::Ticket Work::makeTicket()
{
    auto ticket = std::make_shared<WorkTicket>();
    ticket->m_self = ticket;
    return ticket;
}

bool Work::wait(const QString &what, std::function<void(const Ticket &)> deed, Cancelling cancelling)
{
    const Ticket ticket = makeTicket();
    const auto finished = std::make_shared<QSemaphore>();
    workers()->start([ticket, finished, deed = std::move(deed)] {
        deed(ticket);
        finished->release();
    });
    if (finished->tryAcquire(1, kAtOnceMs))
        return true;

    const ClosesLater closesLater;
    QEventLoop loop;
    QTimer look;
    look.setInterval(kLookEveryMs);
    bool done = false;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (!done)
            done = finished->tryAcquire(1);
        if (done || (ticket->isCancelled() && cancelling == Cancelling::Leaves))
            loop.quit();
    });
    look.start();
    QTimer::singleShot(kUnseenMs, &loop, &QEventLoop::quit);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (done)
        return true;

    QProgressDialog dialog(what, QCoreApplication::translate("Work", "中止"), 0, 0, QApplication::activeWindow());
    dialog.setObjectName(kDialog);
    dialog.setAccessibleName(what);
    dialog.setWindowTitle(QCoreApplication::translate("Work", "処理中"));
    dialog.setWindowModality(Qt::ApplicationModal);
    dialog.setMinimumDuration(0);
    dialog.setAutoClose(false);
    dialog.setAutoReset(false);
    QObject::connect(&look, &QTimer::timeout, &dialog, [&] {
        if (const qint64 all = ticket->all(); all > 0) {
            dialog.setMaximum(kSteps);
            dialog.setValue(int(ticket->done() * kSteps / all));
        }
    });
    StaysOpen staysOpen;
    if (cancelling == Cancelling::IsWaitedFor) {
        QObject::disconnect(&dialog, SIGNAL(canceled()), &dialog, SLOT(cancel())); // which would hide it
        dialog.installEventFilter(&staysOpen);
    }
    QObject::connect(&dialog, &QProgressDialog::canceled, &loop, [&] {
        ticket->cancel();
        if (cancelling == Cancelling::Leaves)
            loop.quit();
        else
            dialog.setLabelText(QCoreApplication::translate("Work", "中止しています"));
    });
    dialog.show();
    while (!done && loop.exec() == 0 && cancelling == Cancelling::IsWaitedFor) { }
    if (!done)
        ticket->cancel(); // also where the program ends: whoever waits for the window then waits in vain
    return done;
}

Work::Ticket Work::begin(QObject *receiver, std::function<void(const Ticket &)> deed, std::function<void()> done)
{
    const Ticket ticket = makeTicket();
    workers()->start([ticket, deed = std::move(deed), done = std::move(done), receiver = QPointer<QObject>(receiver)] {
        deed(ticket);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [ticket, done, receiver] {
                if (receiver && !ticket->isCancelled())
                    done();
            },
            Qt::QueuedConnection);
    });
    return ticket;
}

PlanDocument::Beside besideWindow(const QString &what)
{
    return [what](const PlanDocument::Deed &deed) {
        Work::runToEnd(
            what, [&deed](const Work::Ticket &ticket) { deed([&ticket] { return ticket->isCancelled(); }); });
    };
}

} // namespace mezasu::ui
