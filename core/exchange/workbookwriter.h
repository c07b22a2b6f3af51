// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/sheet.h"
#include <QDateTime>
#include <QIODevice>

namespace mezasu::exchange {

struct WorkbookOptions
{
    /// Stands in the file as the time of making, so that the same table gives the same bytes.
    QDateTime created = QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
    QString title;
    QString author;
};

/// Writes an .xlsx workbook: every cell is text (1-1 stays 1-1), wrapped, with borders; merged cells; A3 landscape, one
/// page wide, headings on every page; row heights from the length of the texts.
///
/// A text longer than a cell can hold (32,767 characters) is left out and reported: never cut. Text cells of a workbook
/// do not run, so that only texts which already begin with an apostrophe get another (see guardedForWorkbook()).
WriteResult writeWorkbook(const QList<Sheet> &sheets, const WorkbookOptions &options, QIODevice *device);

} // namespace mezasu::exchange
