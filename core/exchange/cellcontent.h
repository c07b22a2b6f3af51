// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/marks.h"
#include <QList>
#include <QString>
#include <QStringList>

namespace mezasu::exchange {

/// One line of a cell, decoded.
struct CellLine
{
    enum class Kind { Plain, Paragraph, ListItem };
    Kind kind = Kind::Plain;
    bool startsBlock = true; ///< false: a line break within the paragraph or list item of the line before
    bool markGiven = false;  ///< the mark was spelt out (see parseCell())
    bool footnote = false;   ///< a paragraph that says that it is a footnote
    QString mark;            ///< where markGiven
    QString text;
};

/// A cell's words, and what was beside them.
struct CellContent
{
    bool html = false;
    QList<CellLine> lines;
    QStringList dropped;   ///< tags whose words were kept, or that carry none; each once
    QStringList wordless;  ///< script, style …: left out with their content
    bool furigana = false; ///< <rt> was left out
    QString entity;        ///< the first character reference that was decoded

    bool isBlank() const;
    /// All lines as one text.
    QString text() const;
};

/// Decodes a cell.
///
/// A cell with no tag known to HTML is plain: its lines are taken as they are. In HTML, paragraphs, list items and
/// <br> make lines, and only the white space of the source between blocks and at their ends is layout. Entities are
/// decoded in both. No other character changes.
///
/// Two notations of our own let a table hold what marks alone would not tell: <span class="mark">…</span> at the
/// start of a block is its mark, and <p class="footnote"> is a footnote.
CellContent parseCell(const QString &source, bool forceHtml = false);

/// What a column of lists holds.
enum class ListKind { Statements, Indicators, Issues, Footnotes };

struct CellList
{
    QList<MarkedText> items;
    QList<MarkedText> footnotes; ///< paragraphs at the end that begin with ※ or 注; belong to the whole cell
    bool operator==(const CellList &) const = default;
};

/// The items of a list: list items, paragraphs and lines, each with its mark. A line without a mark after one with a
/// mark goes on with it; <br> begins an item only before a mark. Statements are also cut at ①②③.
CellList listOf(const CellContent &content, ListKind kind);

} // namespace mezasu::exchange
