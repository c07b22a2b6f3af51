// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <chrono>

namespace mezasu::test {

/// A disk that fails on demand: SQLite's default VFS while it exists.
///
/// It remembers for every file which bytes were synced. When the power goes, what was not synced is there, is not there, or is
/// there in part, sector by sector; the file as a whole likewise where its directory entry was not yet synced.
class FaultyVfs
{
public:
    FaultyVfs();
    ~FaultyVfs();
    Q_DISABLE_COPY_MOVE(FaultyVfs)

    enum class Fault { None, DiskFull, ReadOnly, PowerCut };
    /// From the n-th operation that changes something (1 is the next one) every such operation fails.
    void failFrom(int n, Fault fault);
    void mend();
    int operations() const; ///< that change something, since the last failFrom() or mend()

    /// From now on the disk takes its time: who syncs a file waits in its thread, until release() or that long.
    void hold(std::chrono::milliseconds atMost = std::chrono::minutes(10));
    void release();
    /// Whether somebody waits.
    bool isWaitedFor() const;

    /// From now on: the bytes of files when they were deleted, and those cut off files, which the disk keeps in free blocks.
    void watchFreed();
    QByteArrayList freed() const;

    /// After a power cut: what the disk holds, by path. Files that are not there are left out.
    QMap<QString, QByteArray> diskAfterPowerCut(quint32 seed) const;
};

} // namespace mezasu::test
