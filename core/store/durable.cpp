// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/durable.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>
#include <algorithm>
#include <optional>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#include <vector>
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

#ifdef Q_OS_WIN
namespace {
QString nativePath(const QString &path)
{
    return QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
}
const wchar_t *wide(const QString &text)
{
    return reinterpret_cast<const wchar_t *>(text.utf16());
}
} // namespace

// QFile shares what it opens for reading and writing only: nobody could take a lock from a computer that hangs.
bool openShared(QFile &file, const QString &path, Access access, bool isNew)
{
    DWORD wanted = GENERIC_READ;
    if (access != Access::Read)
        wanted |= GENERIC_WRITE;
    if (access == Access::Remove)
        wanted |= DELETE;
    const HANDLE handle =
        CreateFileW(wide(nativePath(path)), wanted, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
            isNew ? CREATE_NEW : OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    const int descriptor = _open_osfhandle(reinterpret_cast<intptr_t>(handle), _O_BINARY);
    if (descriptor < 0) {
        CloseHandle(handle);
        return false;
    }
    return file.open(
        descriptor, access == Access::Read ? QIODevice::ReadOnly : QIODevice::ReadWrite, QFileDevice::AutoCloseHandle);
}

bool removeOpen(QFile &file, const QString &path)
{
    // A removed file keeps its name until the last who has it open closes it. So it gets another one first.
    const QString gone = nativePath(path + u'.' + QUuid::createUuid().toString(QUuid::WithoutBraces).left(8));
    const auto bytes = DWORD(gone.size() * qsizetype(sizeof(wchar_t)));
    std::vector<char> room(sizeof(FILE_RENAME_INFO) + bytes);
    auto *naming = reinterpret_cast<FILE_RENAME_INFO *>(room.data());
    naming->FileNameLength = bytes;
    std::copy_n(wide(gone), gone.size(), naming->FileName);
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
    if (!SetFileInformationByHandle(handle, FileRenameInfo, naming, DWORD(room.size())))
        return false;
    FILE_DISPOSITION_INFO end = {};
    end.DeleteFile = TRUE;
    return SetFileInformationByHandle(handle, FileDispositionInfo, &end, sizeof(end)) != 0;
}
#else
bool openShared(QFile &file, const QString &path, Access access, bool isNew)
{
    file.setFileName(path);
    const QIODevice::OpenMode mode = access == Access::Read ? QIODevice::ReadOnly : QIODevice::ReadWrite;
    return file.open(mode | (isNew ? QIODevice::NewOnly : QIODevice::ExistingOnly));
}

bool removeOpen(QFile &, const QString &path)
{
    return QFile::remove(path);
}
#endif

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
