// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace mezasu::bench {

/// A disk that is slow to say that something is safe, as a share is: SQLite's default VFS while it exists. Nothing else differs.
class SlowDisk
{
public:
    explicit SlowDisk(int msPerSync);
    ~SlowDisk();
    Q_DISABLE_COPY_MOVE(SlowDisk)

    static int syncs(); ///< since it was made
};

} // namespace mezasu::bench
