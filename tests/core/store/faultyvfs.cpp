// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"

#include <QFile>
#include <QRandomGenerator>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <new>
#include <sqlite3.h>
#include <vector>

namespace mezasu::test {

namespace {
constexpr qint64 kSector = 512;

struct Change
{
    bool truncate = false;
    qint64 at = 0; ///< or the new size
    QByteArray bytes;
};

/// A file as the disk knows it.
struct OnDisk
{
    bool entrySynced = false; ///< its directory entry is on the disk
    QByteArray synced;
    std::vector<Change> unsynced;
};

struct State
{
    QMap<QString, OnDisk> files;
    FaultyVfs::Fault fault = FaultyVfs::Fault::None;
    int failFrom = 0, operations = 0;
    bool watching = false;
    QByteArrayList freed;
    sqlite3_vfs *real = nullptr;
};
State g_state; // a VFS is a table of plain functions

struct Gate
{
    std::mutex mutex;
    std::condition_variable opened;
    bool isClosed = false;
    std::chrono::milliseconds atMost{};
    int waiting = 0;
};
Gate g_gate;

void waitForDisk()
{
    std::unique_lock lock(g_gate.mutex);
    ++g_gate.waiting;
    g_gate.opened.wait_for(lock, g_gate.atMost, [] { return !g_gate.isClosed; });
    --g_gate.waiting;
}

/// SQLITE_OK, or what this operation fails with.
int change()
{
    ++g_state.operations;
    if (g_state.fault == FaultyVfs::Fault::None || g_state.operations < g_state.failFrom)
        return SQLITE_OK;
    switch (g_state.fault) {
    case FaultyVfs::Fault::DiskFull:
        return SQLITE_FULL;
    case FaultyVfs::Fault::ReadOnly:
        return SQLITE_READONLY;
    default:
        return SQLITE_IOERR;
    }
}

struct File
{
    sqlite3_file base;
    QString *path; ///< null for temporary files
    sqlite3_file *real;
};
File *fileOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

int xClose(sqlite3_file *f)
{
    File *file = fileOf(f);
    delete file->path;
    return file->real->pMethods->xClose(file->real);
}
int xRead(sqlite3_file *f, void *into, int amount, sqlite3_int64 at)
{
    return fileOf(f)->real->pMethods->xRead(fileOf(f)->real, into, amount, at);
}
int xWrite(sqlite3_file *f, const void *from, int amount, sqlite3_int64 at)
{
    File *file = fileOf(f);
    if (file->path) {
        const int rc = change();
        if (rc != SQLITE_OK && g_state.fault != FaultyVfs::Fault::PowerCut)
            return rc;
        if (rc == SQLITE_OK
            || g_state.operations == g_state.failFrom) // the write during which the power goes may be torn
            g_state.files[*file->path].unsynced.push_back(
                {false, at, QByteArray(static_cast<const char *>(from), amount)});
        if (rc != SQLITE_OK)
            return rc;
    }
    return file->real->pMethods->xWrite(file->real, from, amount, at);
}
int xFileSize(sqlite3_file *f, sqlite3_int64 *size)
{
    return fileOf(f)->real->pMethods->xFileSize(fileOf(f)->real, size);
}
int xTruncate(sqlite3_file *f, sqlite3_int64 size)
{
    File *file = fileOf(f);
    if (file->path) {
        if (const int rc = change(); rc != SQLITE_OK)
            return rc;
        g_state.files[*file->path].unsynced.push_back({true, size, {}});
        if (sqlite3_int64 was = 0; g_state.watching && xFileSize(f, &was) == SQLITE_OK && was > size) {
            QByteArray tail(was - size, '\0');
            xRead(f, tail.data(), int(tail.size()), size);
            g_state.freed.append(tail);
        }
    }
    return file->real->pMethods->xTruncate(file->real, size);
}

void applyTo(QByteArray &bytes, const Change &change)
{
    if (change.truncate) {
        bytes.resize(change.at);
        return;
    }
    if (bytes.size() < change.at + change.bytes.size())
        bytes.append(QByteArray(change.at + change.bytes.size() - bytes.size(), '\0'));
    std::memcpy(bytes.data() + change.at, change.bytes.constData(), size_t(change.bytes.size()));
}

int xSync(sqlite3_file *f, int)
{
    File *file = fileOf(f);
    if (!file->path)
        return SQLITE_OK;
    waitForDisk();
    if (const int rc = change(); rc != SQLITE_OK)
        return rc;
    OnDisk &disk = g_state.files[*file->path];
    for (const Change &one : disk.unsynced)
        applyTo(disk.synced, one);
    disk.unsynced.clear();
    disk.entrySynced = true; // SQLite's own VFS syncs the folder of a new journal here
    return SQLITE_OK;        // the real disk needs no syncing: the power goes only here
}
int xLock(sqlite3_file *f, int level)
{
    return fileOf(f)->real->pMethods->xLock(fileOf(f)->real, level);
}
int xUnlock(sqlite3_file *f, int level)
{
    return fileOf(f)->real->pMethods->xUnlock(fileOf(f)->real, level);
}
int xCheckReservedLock(sqlite3_file *f, int *out)
{
    return fileOf(f)->real->pMethods->xCheckReservedLock(fileOf(f)->real, out);
}
int xFileControl(sqlite3_file *f, int op, void *argument)
{
    return fileOf(f)->real->pMethods->xFileControl(fileOf(f)->real, op, argument);
}
int xSectorSize(sqlite3_file *)
{
    return int(kSector);
}
int xDeviceCharacteristics(sqlite3_file *)
{
    return 0; // promises nothing: no atomic writes, no order
}

const sqlite3_io_methods kMethods = {1, xClose, xRead, xWrite, xTruncate, xSync, xFileSize, xLock, xUnlock,
    xCheckReservedLock, xFileControl, xSectorSize, xDeviceCharacteristics, nullptr, nullptr, nullptr, nullptr, nullptr,
    nullptr};

int xOpen(sqlite3_vfs *, const char *name, sqlite3_file *f, int flags, int *outFlags)
{
    File *file = new (f) File{};
    file->real = reinterpret_cast<sqlite3_file *>(file + 1);
    const QString path = QString::fromUtf8(name ? name : "");
    const bool isKept = name && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    const bool existed = isKept && QFile::exists(path);
    if (isKept && !existed && (flags & SQLITE_OPEN_CREATE) != 0) {
        if (change() != SQLITE_OK)
            return SQLITE_CANTOPEN;
    }
    const int rc = g_state.real->xOpen(g_state.real, name, file->real, flags, outFlags);
    if (rc != SQLITE_OK)
        return rc;
    if (isKept) {
        file->path = new QString(path);
        if (!g_state.files.contains(path)) {
            OnDisk disk;
            disk.entrySynced = existed;
            if (QFile there(path); existed && there.open(QIODevice::ReadOnly))
                disk.synced = there.readAll();
            g_state.files.insert(path, disk);
        }
    }
    file->base.pMethods = &kMethods;
    return SQLITE_OK;
}
int xDelete(sqlite3_vfs *, const char *name, int syncFolder)
{
    if (const int rc = change(); rc != SQLITE_OK)
        return rc == SQLITE_IOERR ? SQLITE_IOERR_DELETE : rc;
    if (QFile file(QString::fromUtf8(name)); g_state.watching && file.open(QIODevice::ReadOnly))
        g_state.freed.append(file.readAll());
    const int rc = g_state.real->xDelete(g_state.real, name, 0);
    const auto it = g_state.files.find(QString::fromUtf8(name));
    if (rc == SQLITE_OK && it != g_state.files.end()) {
        if (syncFolder)
            g_state.files.erase(it);
        else
            it->entrySynced = false; // may be there again after a power cut
    }
    return rc;
}
int xAccess(sqlite3_vfs *, const char *name, int flags, int *out)
{
    return g_state.real->xAccess(g_state.real, name, flags, out);
}
int xFullPathname(sqlite3_vfs *, const char *name, int size, char *out)
{
    return g_state.real->xFullPathname(g_state.real, name, size, out);
}
int xRandomness(sqlite3_vfs *, int size, char *out)
{
    return g_state.real->xRandomness(g_state.real, size, out);
}
int xSleep(sqlite3_vfs *, int microseconds)
{
    return g_state.real->xSleep(g_state.real, microseconds);
}
int xCurrentTime(sqlite3_vfs *, double *out)
{
    return g_state.real->xCurrentTime(g_state.real, out);
}
sqlite3_vfs g_vfs = {1, 0, 1024, nullptr, "mezasu-faulty", nullptr, xOpen, xDelete, xAccess, xFullPathname, nullptr,
    nullptr, nullptr, nullptr, xRandomness, xSleep, xCurrentTime, nullptr, nullptr, nullptr, nullptr, nullptr};
} // namespace

FaultyVfs::FaultyVfs()
{
    g_state = {};
    g_state.real = sqlite3_vfs_find(nullptr);
    g_vfs.szOsFile = int(sizeof(File)) + g_state.real->szOsFile;
    g_vfs.mxPathname = g_state.real->mxPathname;
    sqlite3_vfs_register(&g_vfs, 1);
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(&g_vfs);
    sqlite3_vfs_register(g_state.real, 1);
}

void FaultyVfs::failFrom(int n, Fault fault)
{
    g_state.fault = fault;
    g_state.failFrom = n;
    g_state.operations = 0;
}

void FaultyVfs::mend()
{
    failFrom(0, Fault::None);
}

void FaultyVfs::hold(std::chrono::milliseconds atMost)
{
    const std::lock_guard lock(g_gate.mutex);
    g_gate.atMost = atMost;
    g_gate.isClosed = true;
}

void FaultyVfs::release()
{
    {
        const std::lock_guard lock(g_gate.mutex);
        g_gate.isClosed = false;
    }
    g_gate.opened.notify_all();
}

bool FaultyVfs::isWaitedFor() const
{
    const std::lock_guard lock(g_gate.mutex);
    return g_gate.waiting > 0;
}

void FaultyVfs::watchFreed()
{
    g_state.watching = true;
    g_state.freed.clear();
}

QByteArrayList FaultyVfs::freed() const
{
    return g_state.freed;
}

int FaultyVfs::operations() const
{
    return g_state.operations;
}

QMap<QString, QByteArray> FaultyVfs::diskAfterPowerCut(quint32 seed) const
{
    QRandomGenerator random(seed);
    const quint32 habit = random.bounded(3U); // nothing reached the disk, all did, or some sectors in any order
    QMap<QString, QByteArray> out;
    for (auto it = g_state.files.cbegin(); it != g_state.files.cend(); ++it) {
        if (!it->entrySynced && (habit == 0 || (habit == 2 && random.bounded(2U) == 0)))
            continue;
        QByteArray bytes = it->synced;
        for (const Change &one : it->unsynced) {
            if (habit == 0)
                continue;
            if (habit == 1 || one.truncate) {
                if (habit == 1 || random.bounded(2U) == 0)
                    applyTo(bytes, one);
                continue;
            }
            for (qint64 from = 0; from < one.bytes.size(); from += kSector) {
                if (random.bounded(2U) == 0)
                    applyTo(bytes, {false, one.at + from, one.bytes.mid(from, kSector)});
            }
        }
        out.insert(it.key(), bytes);
    }
    return out;
}

} // namespace mezasu::test
