// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/durable.h"

#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace mezasu::durable {

bool sync(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()))) != 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

void syncFolderOf(const QString &path)
{
#ifndef Q_OS_WIN
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int fd = open(folder.constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
#else
    Q_UNUSED(path);
#endif
}

bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path); // syncs before it renames
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

bool hold(QFile &file)
{
#ifdef Q_OS_WIN
    OVERLAPPED at = {};
    at.OffsetHigh = 0x40000000; // a byte far behind the text, so that others can read the text
    return LockFileEx(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle())),
               LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)
        != 0;
#else
    return flock(file.handle(), LOCK_EX | LOCK_NB) == 0;
#endif
}

} // namespace mezasu::durable
