// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"

#include <QDateTime>
#include <QFile>
#include <memory>

namespace mezasu {

/// What a lock file says of the one who may write.
struct LockInfo
{
    QString computer, user;
    QDateTime since;    ///< when the lock was taken
    QDateTime lastSign; ///< when its holder last gave a sign of life
    QString token;      ///< names this taking of the lock
};

/// The right to write to a plan file: a file beside it, created exclusively and held open.
///
/// A lock whose holder died on this computer is taken over, and leftBehind() tells (the system has let go of the file that the
/// holder kept open). Any other is foreign and is taken only by the token that a user was shown.
class PlanLock
{
public:
    /// The name of who is at work here, as the system says; may be empty.
    static QString systemUser();
    /// The lock file of a plan file: ".~lock.NAME#" in the same folder.
    static QString pathFor(const QString &planPath);
    /// Who holds the lock; nothing when nobody does. A lock file that cannot be understood is held by somebody unknown.
    static std::optional<LockInfo> holderOf(const QString &planPath);

    struct Asking
    {
        QString user, computer; ///< empty: as the system says
        QDateTime now;
        QString takeToken; ///< the foreign lock that may be taken
    };
    /// Conflict: somebody else holds it (see holderOf()). Storage: no lock file can be made there.
    static Result<std::unique_ptr<PlanLock>> take(const QString &planPath, const Asking &asking);
    ~PlanLock(); ///< gives it back, if it still is ours
    Q_DISABLE_COPY_MOVE(PlanLock)

    const LockInfo &info() const { return m_info; }
    /// Whose lock was found here and taken over, because its holder had died on this computer.
    const std::optional<LockInfo> &leftBehind() const { return m_leftBehind; }
    /// Whether the lock file still carries our token.
    bool isStillOurs() const;
    /// Leaves a sign of life.
    Result<> beat(const QDateTime &now);

private:
    explicit PlanLock(const QString &path)
        : m_path(path)
    {
    }
    Result<> write();
    QString m_path;
    QFile m_file; ///< need not know its name: see durable::openShared()
    LockInfo m_info;
    std::optional<LockInfo> m_leftBehind;
};

} // namespace mezasu
