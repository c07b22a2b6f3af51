// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backups.h"

#include "core/store/durable.h"
#include "core/store/sqlconnection.h"

#include <QDir>
#include <QRegularExpression>
#include <QVariant>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kEnding = ".mezasu"_L1;
const QString kTime = u"yyyyMMdd-HHmmss"_s;
const QString kDated = u"_\\d{8}-\\d{6}"_s;

bool holds(const QString &path, const QList<Digest> &digests)
{
    const auto connection = SqlConnection::open(path, SqlConnection::Mode::ReadOnly);
    if (!connection)
        return true; // cannot be looked into: better gone than left with the text
    for (const Digest &digest : digests) {
        const auto found =
            connection.value()->value("SELECT count(*) FROM erased WHERE digest = x'"_L1 + digest.toHex() + u'\'');
        if (!found || found.value().toInt() == 0)
            return true;
    }
    return false;
}

void overwriteAndRemove(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite))
        durable::overwrite(file);
    file.remove();
}

/// Makes a copy in a transaction of its own, in which nobody else writes.
template <typename Make>
Result<QString> reading(SqlConnection &connection, Make make)
{
    Transaction transaction(connection);
    if (const auto done = transaction.begin(Transaction::Kind::Read); !done)
        return done.error();
    const Result<QString> path = make();
    if (!path)
        return path;
    if (const auto done = transaction.commit(); !done)
        return done.error();
    return path;
}
} // namespace

QString Backups::defaultFolder(const QString &planPath)
{
    const QFileInfo info(planPath);
    return info.absolutePath() + u'/' + info.completeBaseName() + "-backups"_L1;
}

Backups::Backups(const QString &planPath, const QString &folder, int kept)
    : m_base(QFileInfo(planPath).completeBaseName())
    , m_folder(folder.isEmpty() ? defaultFolder(planPath) : folder)
    , m_kept(std::max(kept, 1))
{
}

Result<QString> Backups::copy(SqlConnection &connection, const QString &stem) const
{
    if (!QDir().mkpath(m_folder))
        return makeError(Error::Code::Storage, u"the folder cannot be made"_s, m_folder);
    QString path = m_folder + u'/' + stem + kEnding;
    for (int n = 2; QFile::exists(path); ++n)
        path = m_folder + u'/' + stem + u"~%1"_s.arg(n, 3, 10, QChar(u'0')) + kEnding;
    if (const auto done = connection.copyBytes(path); !done)
        return done.error();
    return path;
}

Result<QString> Backups::add(SqlConnection &connection, const QDateTime &now)
{
    return reading(connection, [&] { return addInTransaction(connection, now); });
}

Result<QString> Backups::addInTransaction(SqlConnection &connection, const QDateTime &now)
{
    for (const QString &half : matching(kDated, ".mezasu.part"_L1)) // of a copy that was killed
        overwriteAndRemove(half);
    const QString time = now.toString(kTime);
    const auto path = copy(connection, m_base + u'_' + time);
    if (path) {
        // Names carry the time of the computer's clock. Copies of the future were made before the clock was put back, or by a
        // wrong one: either way they are older than those that follow.
        QStringList all = files();
        std::stable_partition(all.begin(), all.end(), [this, &time](const QString &file) {
            return QFileInfo(file).fileName().mid(m_base.size() + 1, time.size()) > time;
        });
        while (all.size() > m_kept)
            QFile::remove(all.takeFirst());
    }
    return path;
}

Result<QString> Backups::addBeforeStep(SqlConnection &connection, int version)
{
    return reading(connection, [&] { return copy(connection, m_base + u"_before-step-%1"_s.arg(version + 1)); });
}

QStringList Backups::matching(const QString &pattern, QLatin1StringView ending) const
{
    // By regular expression, not by wildcard: the plan's name may hold brackets and stars.
    const QRegularExpression expression(QRegularExpression::anchoredPattern(
        QRegularExpression::escape(m_base) + pattern + "(~\\d+)?"_L1 + QRegularExpression::escape(ending)));
    QStringList out;
    const QStringList names = QDir(m_folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString &name : names) {
        if (expression.match(name).hasMatch())
            out.append(m_folder + u'/' + name);
    }
    std::sort(out.begin(), out.end(), [ending](const QString &a, const QString &b) { // "x.mezasu" before "x~002.mezasu"
        return a.chopped(ending.size()) < b.chopped(ending.size());
    });
    return out;
}

QStringList Backups::files() const
{
    return matching(kDated, kEnding);
}

QStringList Backups::filesBeforeSteps() const
{
    return matching(u"_before-step-\\d+"_s, kEnding);
}

QStringList Backups::removeHolding(const QList<Digest> &digests) const
{
    QStringList removed;
    for (const QString &path : files() + filesBeforeSteps()) {
        if (!holds(path, digests))
            continue;
        overwriteAndRemove(path);
        removed.append(path);
    }
    return removed;
}

} // namespace mezasu
