// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "slowdisk.h"

#include <QThread>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <sqlite3.h>

namespace mezasu::bench {

namespace {
/// The methods of a file with another way to sync; the first member, so that a file leads back to the others.
struct Methods
{
    sqlite3_io_methods slow;
    const sqlite3_io_methods *real;
};

std::atomic<int> g_ms = 0, g_syncs = 0; // a VFS is a table of plain functions
sqlite3_vfs g_vfs;
sqlite3_vfs *g_real = nullptr;
std::mutex g_mutex;
std::map<const sqlite3_io_methods *, std::unique_ptr<Methods>> g_methods;

void wait()
{
    ++g_syncs;
    QThread::msleep(static_cast<unsigned long>(g_ms.load()));
}

int xSync(sqlite3_file *file, int flags)
{
    wait();
    return reinterpret_cast<const Methods *>(file->pMethods)->real->xSync(file, flags);
}

int xOpen(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *given)
{
    const int rc = g_real->xOpen(g_real, name, file, flags, given);
    if (rc != SQLITE_OK || !file->pMethods)
        return rc;
    const std::lock_guard lock(g_mutex);
    auto &methods = g_methods[file->pMethods];
    if (!methods) {
        methods = std::make_unique<Methods>(Methods{*file->pMethods, file->pMethods});
        methods->slow.xSync = xSync;
    }
    file->pMethods = &methods->slow;
    return rc;
}

int xDelete(sqlite3_vfs *, const char *name, int syncFolder)
{
    if (syncFolder)
        wait();
    return g_real->xDelete(g_real, name, syncFolder);
}
} // namespace

SlowDisk::SlowDisk(int msPerSync)
{
    g_ms = msPerSync;
    g_syncs = 0;
    g_real = sqlite3_vfs_find(nullptr);
    g_vfs = *g_real;
    g_vfs.zName = "slow";
    g_vfs.pNext = nullptr;
    g_vfs.xOpen = xOpen;
    g_vfs.xDelete = xDelete;
    sqlite3_vfs_register(&g_vfs, 1);
}

SlowDisk::~SlowDisk()
{
    sqlite3_vfs_register(g_real, 1);
    sqlite3_vfs_unregister(&g_vfs);
}

int SlowDisk::syncs()
{
    return g_syncs;
}

} // namespace mezasu::bench
