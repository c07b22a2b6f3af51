// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/durable.h"

#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>
#include <optional>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
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

bool overwrite(QFile &file)
{
    const QByteArray zeros(1 << 16, '\0');
    if (!file.seek(0))
        return false;
    for (qint64 left = file.size(); left > 0; left -= zeros.size()) {
        const qint64 part = std::min<qint64>(left, zeros.size());
        if (file.write(zeros.constData(), part) != part)
            return false;
    }
    return sync(file);
}

namespace {
#ifdef Q_OS_WIN
std::optional<BY_HANDLE_FILE_INFORMATION> factsOf(const QString &path)
{
    const HANDLE file = CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), 0,
        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING, 0, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return {};
    BY_HANDLE_FILE_INFORMATION info = {};
    const bool known = GetFileInformationByHandle(file, &info) != 0;
    CloseHandle(file);
    return known ? std::optional(info) : std::nullopt;
}
#else
std::optional<struct stat> factsOf(const QString &path)
{
    struct stat info = {};
    return stat(QFile::encodeName(path).constData(), &info) == 0 ? std::optional(info) : std::nullopt;
}
#endif
} // namespace

int namesOf(const QString &path)
{
    const auto facts = factsOf(path);
#ifdef Q_OS_WIN
    return facts ? int(facts->nNumberOfLinks) : 1;
#else
    return facts ? int(facts->st_nlink) : 1;
#endif
}

bool isAt(const QFile &file, const QString &path)
{
    const auto there = factsOf(path);
#ifdef Q_OS_WIN
    BY_HANDLE_FILE_INFORMATION here = {};
    return there && GetFileInformationByHandle(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle())), &here) != 0
        && here.dwVolumeSerialNumber == there->dwVolumeSerialNumber && here.nFileIndexHigh == there->nFileIndexHigh
        && here.nFileIndexLow == there->nFileIndexLow;
#else
    struct stat here = {};
    return there && fstat(file.handle(), &here) == 0 && here.st_dev == there->st_dev && here.st_ino == there->st_ino;
#endif
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
