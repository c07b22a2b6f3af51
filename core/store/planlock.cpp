// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/planlock.h"

#include "core/store/durable.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kLongestLock = 1 << 16;

std::optional<LockInfo> readLock(const QString &path)
{
    if (!QFileInfo::exists(path))
        return {};
    QFile file;
    LockInfo info;
    if (!durable::openShared(file, path, durable::Access::Read))
        return info; // there, but not for us to read
    const QJsonObject object = QJsonDocument::fromJson(file.read(kLongestLock)).object();
    info.computer = object.value("computer"_L1).toString();
    info.user = object.value("user"_L1).toString();
    info.token = object.value("token"_L1).toString();
    info.since = QDateTime::fromString(object.value("since"_L1).toString(), Qt::ISODate);
    info.lastSign = QDateTime::fromString(object.value("last_sign"_L1).toString(), Qt::ISODate);
    return info;
}

} // namespace

QString PlanLock::systemUser()
{
    for (const char *name : {"USER", "USERNAME", "LOGNAME"}) {
        const QString user = qEnvironmentVariable(name);
        if (!user.isEmpty())
            return user;
    }
#ifdef Q_OS_UNIX
    if (const passwd *entry = getpwuid(geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
#endif
    return {};
}

QString PlanLock::pathFor(const QString &planPath)
{
    const QFileInfo info(planPath);
    return info.absolutePath() + "/.~lock."_L1 + info.fileName() + u'#';
}

std::optional<LockInfo> PlanLock::holderOf(const QString &planPath)
{
    return readLock(pathFor(planPath));
}

Result<std::unique_ptr<PlanLock>> PlanLock::take(const QString &planPath, const Asking &asking)
{
    const QString path = pathFor(planPath);
    std::unique_ptr<PlanLock> lock(new PlanLock(path));
    lock->m_info = {asking.computer.isEmpty() ? QSysInfo::machineHostName() : asking.computer,
        asking.user.isEmpty() ? systemUser() : asking.user, asking.now, asking.now,
        QUuid::createUuid().toString(QUuid::WithoutBraces)};
    const auto foreign = [&path] { return makeError(Error::Code::Conflict, u"somebody else holds the lock"_s, path); };
    // A few turns: between a look at the file and the attempt, its holder may go.
    for (int turn = 0; turn < 5; ++turn) {
        if (durable::openShared(lock->m_file, path, durable::Access::Write, true)) {
            if (!durable::hold(lock->m_file))
                return foreign();
            if (const auto done = lock->write(); !done) {
                lock->m_file.close(); // a file whose last bytes cannot be written is not removed while it is open
                QFile::remove(path);
                return done.error();
            }
            if (!durable::isAt(lock->m_file, path)) { // taken for a dead one before it was held
                lock->m_file.close();
                continue;
            }
            durable::syncFolderOf(path);
            return lock;
        }
        const auto holder = readLock(path);
        if (!holder) {
            if (!QFileInfo(QFileInfo(path).absolutePath()).isWritable())
                return makeError(Error::Code::Storage, lock->m_file.errorString(), path);
            continue;
        }
        if (!asking.takeToken.isEmpty() && holder->token == asking.takeToken) {
            if (QFile taken; durable::openShared(taken, path, durable::Access::Remove))
                durable::removeOpen(taken, path);
            continue;
        }
        if (holder->computer != lock->m_info.computer && !holder->computer.isEmpty())
            return foreign();
        // Of this computer: dead, if the system lets us hold what its holder kept open.
        QFile dead;
        if (!durable::openShared(dead, path, durable::Access::Remove) || !durable::hold(dead))
            return foreign();
        // While held, of two who find it only one removes it; and what has its name by now may be somebody's at work.
        const auto again = durable::isAt(dead, path) ? readLock(path) : std::nullopt;
        if (again && again->token == holder->token && durable::removeOpen(dead, path) && !again->token.isEmpty())
            lock->m_leftBehind = again;
    }
    return foreign();
}

PlanLock::~PlanLock()
{
    if (m_file.isOpen() && isStillOurs()) {
        m_file.close();
        QFile::remove(m_path);
    }
}

bool PlanLock::isStillOurs() const
{
    const auto holder = readLock(m_path);
    return holder && holder->token == m_info.token;
}

Result<> PlanLock::beat(const QDateTime &now)
{
    if (!isStillOurs())
        return makeError(Error::Code::Conflict, u"the lock was taken by somebody else"_s, m_path);
    m_info.lastSign = now;
    return write();
}

Result<> PlanLock::write()
{
    QByteArray text =
        QJsonDocument(QJsonObject{{u"computer"_s, m_info.computer}, {u"user"_s, m_info.user},
                          {u"since"_s, m_info.since.toString(Qt::ISODate)},
                          {u"last_sign"_s, m_info.lastSign.toString(Qt::ISODate)}, {u"token"_s, m_info.token}})
            .toJson();
    if (!m_file.seek(0) || m_file.write(text) != text.size() || !m_file.resize(text.size()) || !durable::sync(m_file))
        return makeError(Error::Code::Storage, m_file.errorString(), m_path);
    return {};
}

} // namespace mezasu
