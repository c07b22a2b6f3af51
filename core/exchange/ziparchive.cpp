// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ziparchive.h"
#include <zip.h>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

ZipPart::ZipPart(zip_file *file, qint64 packed, qint64 *total, const Limits &limits)
    : m_file(file)
    , m_packed(packed)
    , m_total(total)
    , m_limits(limits)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

ZipPart::~ZipPart()
{
    zip_fclose(m_file);
}

bool ZipPart::atEnd() const
{
    return m_end;
}

qint64 ZipPart::readData(char *data, qint64 size)
{
    if (!m_failure.isEmpty())
        return -1;
    if (m_end || size <= 0)
        return 0;
    const zip_int64_t got = zip_fread(m_file, data, zip_uint64_t(size));
    if (got < 0) {
        m_failure = u"damaged"_s;
        m_end = true;
        return -1;
    }
    if (got == 0)
        m_end = true;
    m_read += got;
    *m_total += got;
    if (m_read > m_limits.zipPartBytes)
        m_failure = u"part"_s;
    else if (*m_total > m_limits.zipTotalBytes)
        m_failure = u"total"_s;
    else if (m_read > m_limits.zipRatioFreeBytes && m_read / std::max<qint64>(m_packed, 1) > m_limits.zipRatio)
        m_failure = u"ratio"_s;
    if (!m_failure.isEmpty()) {
        m_end = true;
        return -1;
    }
    return got;
}

qint64 ZipPart::writeData(const char *, qint64)
{
    return -1;
}

ZipArchive::ZipArchive(const QByteArray &bytes, const Limits &limits)
    : m_bytes(bytes)
    , m_limits(limits)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(m_bytes.constData(), zip_uint64_t(m_bytes.size()), 0, &error);
    if (source) {
        m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (!m_zip)
            zip_source_free(source);
    }
    zip_error_fini(&error);
}

ZipArchive::~ZipArchive()
{
    if (m_zip)
        zip_discard(m_zip);
}

qint64 ZipArchive::entryCount() const
{
    return m_zip ? zip_get_num_entries(m_zip, 0) : 0;
}

bool ZipArchive::contains(const QString &part) const
{
    return m_zip && zip_name_locate(m_zip, part.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

std::unique_ptr<ZipPart> ZipArchive::open(const QString &part)
{
    if (!m_zip)
        return nullptr;
    const zip_int64_t index = zip_name_locate(m_zip, part.toUtf8().constData(), ZIP_FL_NOCASE);
    if (index < 0)
        return nullptr;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(m_zip, zip_uint64_t(index), 0, &stat) != 0)
        return nullptr;
    zip_file_t *file = zip_fopen_index(m_zip, zip_uint64_t(index), 0);
    if (!file)
        return nullptr;
    return std::unique_ptr<ZipPart>(new ZipPart(file, qint64(stat.comp_size), &m_total, m_limits));
}

} // namespace mezasu::exchange
