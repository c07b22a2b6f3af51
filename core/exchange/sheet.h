// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/message.h"
#include <QList>
#include <QString>

namespace mezasu::exchange {

/// A cell to write. Cells that a merged cell covers are given as blank ones.
struct SheetCell
{
    QString text;
    int rowSpan = 1;
    int columnSpan = 1;
};

/// A table to write, whatever the format.
struct Sheet
{
    QString name; ///< of a workbook's sheet; made valid if need be
    bool hidden = false;
    int headingRows = 1;     ///< repeated on every page
    QList<int> columnWidths; ///< in half-width characters; 0 or missing: chosen by the text
    QList<bool> hiddenColumns;
    QList<QList<SheetCell>> rows;
};

/// What a writer did.
struct WriteResult
{
    bool ok = false; ///< false: nothing usable was written, and a refusal says why
    int guarded = 0; ///< cells that got an apostrophe
    MessageList messages;
};

} // namespace mezasu::exchange
