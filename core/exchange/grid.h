// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFlags>
#include <QList>
#include <QString>

namespace mezasu::exchange {

/// What a reader knows about a cell beside its text.
enum class CellFlag : quint8 {
    Number = 1,   ///< a number cell of a workbook
    Date = 2,     ///< a number that the workbook shows as a date; its text is ISO
    Formula = 4,  ///< computed; its text is the last value
    Error = 8,    ///< #REF! and the like
    Covered = 16, ///< lies under a merged cell that begins further up or left
    Html = 32     ///< its text is HTML even where no known tag is in it
};
Q_DECLARE_FLAGS(CellFlags, CellFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(CellFlags)

/// One cell: its text as the file has it (plain, or HTML source), line ends as U+000A.
struct Cell
{
    QString text;
    int rowSpan = 1; ///< rows that a merged cell covers, itself included
    int columnSpan = 1;
    CellFlags flags;

    /// No text but white space.
    bool isBlank() const;
};

/// A row of cells. Its number is the one that a spreadsheet shows, from 1; rows without cells may be missing.
struct GridRow
{
    int number = 0;
    bool hidden = false;
    QList<Cell> cells; ///< by column, from column 1; rows may differ in length

    /// The cell in the column (from 0), or a blank one.
    const Cell &at(int column) const;
    bool isBlank() const;
};

/// A table as read, before anything is known about its meaning. Rows are in order of their numbers.
struct Grid
{
    QString file;        ///< as the caller named it, for messages
    QString sheet;       ///< name of the sheet; empty where the format has none
    bool hidden = false; ///< a hidden sheet
    QList<GridRow> rows;

    int columnCount() const;
    bool isBlank() const;
};

} // namespace mezasu::exchange
