// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What every fuzz target defines: checks one input, returns 0, and aborts where a promise is broken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace mezasu::fuzz {

/// A promise that must hold for every input. Says which one was broken, and on what, and aborts.
inline void require(bool holds, const char *promise, const QString &about = {})
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n%s\n", promise, qPrintable(about));
    std::fflush(stderr);
    std::abort();
}

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

} // namespace mezasu::fuzz
