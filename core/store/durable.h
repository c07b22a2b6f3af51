// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace mezasu::durable {

/// Flushes a file down to the disk.
bool sync(QFile &file);
/// Makes the entry of a new, renamed or removed file durable, where the system knows such a thing.
void syncFolderOf(const QString &path);
/// Writes a small file in one piece: all of it or nothing.
bool write(const QString &path, const QByteArray &bytes);
/// Keeps others who ask the same from holding this open file. Ends when the file is closed or the process dies.
bool hold(QFile &file);

} // namespace mezasu::durable
