// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/opening.h"

#include "ui/work.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMutex>
#include <QSet>
#include <QThread>
#include <QWaitCondition>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileServices)
};

using Opened = Result<std::unique_ptr<PlanFile>>;

Error cancelled(const QString &path)
{
    return makeError(Error::Code::Cancelled, u"cancelled"_s, path);
}

/// One opening at a time of a file. One that was cancelled may be on its way out still, with the lock of the plan: the next
/// one would take itself for somebody else.
class Turn
{
public:
    Turn(const QString &path, const std::function<bool()> &isCancelled)
        : m_path(QFileInfo(path).absoluteFilePath())
    {
        constexpr int kLookEveryMs = 20;
        const QMutexLocker locker(&s_mutex);
        while (s_underWay.contains(m_path)) {
            if (isCancelled())
                return;
            s_ended.wait(&s_mutex, kLookEveryMs);
        }
        s_underWay.insert(m_path);
        m_isOurs = true;
    }
    ~Turn()
    {
        if (!m_isOurs)
            return;
        const QMutexLocker locker(&s_mutex);
        s_underWay.remove(m_path);
        s_ended.wakeAll();
    }
    Q_DISABLE_COPY_MOVE(Turn)
    bool isOurs() const { return m_isOurs; }

private:
    static inline QMutex s_mutex;
    static inline QWaitCondition s_ended;
    static inline QSet<QString> s_underWay;
    QString m_path;
    bool m_isOurs = false;
};
} // namespace

Result<std::unique_ptr<PlanFile>> openInWorker(const QString &path, PlanFile::Options options)
{
    auto opened = ui::Work::run<Opened>(Text::tr("計画を開いています"),
        [path, options = std::move(options), window = QThread::currentThread()](
            const ui::Work::Ticket &ticket) mutable -> Opened {
            options.isCancelled = [ticket] { return ticket->isCancelled(); };
            const Turn turn(path, options.isCancelled);
            if (!turn.isOurs())
                return cancelled(path);
            auto file = PlanFile::open(path, options);
            if (!file)
                return file;
            if (ticket->isCancelled())
                return cancelled(path); // and the file is closed within its turn
            file.value()->handTo(window);
            return file;
        });
    return opened ? std::move(*opened) : Opened(cancelled(path));
}

} // namespace mezasu
