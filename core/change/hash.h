// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <array>
#include <compare>
#include <cstring>
#include <optional>

namespace mezasu {

/// A SHA-256: the name of a ChangeSet, or the digest of a salted text.
struct Hash
{
    std::array<quint8, 32> bytes{};

    static Hash of(QByteArrayView data);
    /// 32 raw bytes, as in BLOB columns.
    static std::optional<Hash> fromBytes(QByteArrayView raw)
    {
        if (raw.size() != 32)
            return {};
        Hash h;
        std::memcpy(h.bytes.data(), raw.data(), h.bytes.size());
        return h;
    }
    /// 64 lower-case hexadecimal digits.
    static std::optional<Hash> fromHex(QStringView hex);
    void appendHex(QByteArray &out) const; ///< the 64 digits of toHex()
    QByteArray toBytes() const { return {reinterpret_cast<const char *>(bytes.data()), 32}; }
    QString toHex() const { return QString::fromLatin1(toBytes().toHex()); }

    bool operator==(const Hash &) const = default;
    auto operator<=>(const Hash &) const = default; ///< byte order, which is the order of the hexadecimal text
    friend size_t qHash(const Hash &h, size_t seed = 0) noexcept
    {
        size_t n = 0;
        std::memcpy(&n, h.bytes.data(), sizeof n);
        return n ^ seed;
    }
};

using Name = Hash;   ///< names a ChangeSet: SHA-256 of its canonical record
using Digest = Hash; ///< stands in a record for a typed text: SHA-256 of salt, NUL and text

} // namespace mezasu
