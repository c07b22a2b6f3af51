// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

namespace mezasu::exchange {

/// What the readers take at most; far above any real table, and low enough to stay within an office PC.
struct Limits
{
    qint64 fileBytes = 256LL * 1024 * 1024;
    int rows = 1'048'576;     ///< as a spreadsheet
    int columns = 1024;       ///< a spreadsheet has 16,384; nobody's plan does
    qint64 cells = 5'000'000; ///< blank ones left of the last filled one included
    int zipEntries = 4096;
    qint64 zipPartBytes = 256LL * 1024 * 1024;     ///< one part of a workbook, unpacked
    qint64 zipTotalBytes = 512LL * 1024 * 1024;    ///< all parts that are read, unpacked
    qint64 zipRatioFreeBytes = 16LL * 1024 * 1024; ///< the ratio counts from this size on
    qint64 zipRatio = 300;                         ///< unpacked to packed; real sheets reach about 60
    int xmlDepth = 128;
};

} // namespace mezasu::exchange
