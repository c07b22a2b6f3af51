// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"

namespace mezasu {

/// What the first hundred bytes of a plan file say; read before anything is opened as a database, so that a file that is not
/// ours or is newer is left untouched.
struct FileHeader
{
    int version = 0;

    /// NotFound: no such file. Damaged: empty, too short, no database, not one of ours, or cut off.
    /// NewerFormat: made by a newer version. Storage: cannot be read.
    static Result<FileHeader> read(const QString &path);
};

} // namespace mezasu
