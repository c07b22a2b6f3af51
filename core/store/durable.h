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
/// Puts zeros over all that an open file holds, down to the disk; its size stays. For what must not be left in freed blocks.
bool overwrite(QFile &file);
/// How many names the file has (hard links); 1 where the system does not say.
int namesOf(const QString &path);
/// Whether an open file is the one that has this name now: it may have been removed and another one made.
bool isAt(const QFile &file, const QString &path);
/// What a file is opened for by openShared().
enum class Access {
    Read,
    Write,  ///< and read
    Remove, ///< and write: its name may be taken from it by removeOpen()
};
/// Opens a file in such a way that others may read, write and even remove it meanwhile, on every system.
/// The file does not know its name afterwards: QFile::fileName() may be empty.
/// \param isNew it is made, and must not be there yet
bool openShared(QFile &file, const QString &path, Access access, bool isNew = false);
/// Takes the name from a file that was opened for that, so that another one can be made under it at once.
bool removeOpen(QFile &file, const QString &path);
/// Keeps others who ask the same from holding this open file. Ends when the file is closed or the process dies.
bool hold(QFile &file);

} // namespace mezasu::durable
