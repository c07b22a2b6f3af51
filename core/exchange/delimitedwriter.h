// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/encoding.h"
#include "core/exchange/sheet.h"
#include <QIODevice>

namespace mezasu::exchange {

struct DelimitedOptions
{
    QChar separator = u',';
    Encoding encoding = Encoding::Utf8; ///< Utf8 or Cp932
    bool mark = true;                   ///< a byte order mark, without which a spreadsheet takes UTF-8 for CP932
    bool crlf = true;
    bool fillMerged = false; ///< repeat the text of a merged cell in every cell that it covers

    static DelimitedOptions csv() { return {}; }
    static DelimitedOptions csvCp932() { return {u',', Encoding::Cp932, false, true, false}; }
    /// Without a mark and with LF, as such tables leave other systems.
    static DelimitedOptions tsv() { return {u'\t', Encoding::Utf8, false, false, false}; }
};

/// Writes a table as text. Cells that a spreadsheet would run get an apostrophe, which parseDelimited() takes off again;
/// what CP932 cannot hold is listed per cell and replaced by 〓. The device is written once, at the end.
WriteResult writeDelimited(const Sheet &sheet, const DelimitedOptions &options, QIODevice *device);

} // namespace mezasu::exchange
