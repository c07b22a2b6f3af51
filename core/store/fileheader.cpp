// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fileheader.h"

#include "core/store/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kHeaderSize = 100;
constexpr int kPageSizeAt = 16, kPagesAt = 28, kCounterAt = 24, kValidForAt = 92, kUserVersionAt = 60,
              kApplicationIdAt = 68;
} // namespace

Result<FileHeader> FileHeader::read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return makeError(Error::Code::NotFound, u"there is no such file"_s, path);
    if (!QFileInfo(path).isFile())
        return makeError(Error::Code::Damaged, u"not a file"_s, path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(Error::Code::Storage, file.errorString(), path);
    const QByteArray bytes = file.read(kHeaderSize);
    if (bytes.isEmpty())
        return makeError(Error::Code::Damaged, u"the file is empty"_s, path);
    if (bytes.size() < kHeaderSize || !bytes.startsWith(QByteArray("SQLite format 3\0", 16)))
        return makeError(Error::Code::Damaged, u"not a plan file"_s, path);
    const auto number = [&bytes](int at) { return qFromBigEndian<quint32>(bytes.constData() + at); };
    if (number(kApplicationIdAt) != schema::kApplicationId)
        return makeError(Error::Code::Damaged, u"a database of another program"_s, path);
    const qint64 version = number(kUserVersionAt);
    if (version > schema::newestVersion())
        return makeError(
            Error::Code::NewerFormat, u"version %1, known are %2"_s.arg(version).arg(schema::newestVersion()), path);
    // With a journal beside it the file is in the middle of something, and its size says nothing.
    const qint64 pageSize = qFromBigEndian<quint16>(bytes.constData() + kPageSizeAt);
    const qint64 expected = (pageSize == 1 ? 65536 : pageSize) * qint64(number(kPagesAt));
    if (number(kCounterAt) == number(kValidForAt) && file.size() < expected && !QFile::exists(path + "-journal"_L1))
        return makeError(Error::Code::Damaged, u"cut off: %1 of %2 bytes"_s.arg(file.size()).arg(expected), path);
    return FileHeader{int(version)};
}

} // namespace mezasu
