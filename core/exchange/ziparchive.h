// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/limits.h"
#include "core/exchange/message.h"
#include <QByteArray>
#include <QIODevice>
#include <QStringList>
#include <memory>

struct zip;
struct zip_file;

namespace mezasu::exchange {

/// One part of an archive, unpacked while it is read, so that a bomb is noticed before it is in memory.
class ZipPart final : public QIODevice
{
public:
    ~ZipPart() override;
    bool isSequential() const override { return true; }
    bool atEnd() const override;
    /// What went wrong: empty, "damaged", "part" (too large), "ratio" (packed too tightly) or "total".
    QString failure() const { return m_failure; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    friend class ZipArchive;
    ZipPart(zip_file *file, qint64 packed, qint64 *total, const Limits &limits);
    zip_file *m_file;
    qint64 m_packed;
    qint64 m_read = 0;
    qint64 *m_total;
    Limits m_limits;
    QString m_failure;
    bool m_end = false;
};

/// A zip archive in memory, read under limits.
class ZipArchive
{
public:
    ZipArchive(const QByteArray &bytes, const Limits &limits);
    ~ZipArchive();
    ZipArchive(const ZipArchive &) = delete;
    ZipArchive &operator=(const ZipArchive &) = delete;

    bool isOpen() const { return m_zip != nullptr; }
    qint64 entryCount() const;
    bool contains(const QString &part) const;
    /// The part, open for reading; null if there is none. It must not outlive the archive.
    std::unique_ptr<ZipPart> open(const QString &part);

private:
    QByteArray m_bytes;
    Limits m_limits;
    qint64 m_total = 0;
    zip *m_zip = nullptr;
};

} // namespace mezasu::exchange
