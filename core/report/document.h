// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/trenddata.h"

#include <QStringList>
#include <QtGlobal>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

class QImage;

/// Reports as data: what is said, in which order and structure, and nothing of pages, fonts or places.
namespace mezasu::report {

/// How a text is set off from the others.
enum class Emphasis {
    Normal,
    Strong,
    Note, ///< smaller: footnotes, remarks
};

/// A heading of the document. Level 1 is the title.
struct Heading
{
    int level = 1; ///< 1 to 6
    QString text;
    QString anchor = {}; ///< the name by which links lead here
};

/// A paragraph, or a list item when it has a label. Line breaks (U+000A) divide it into further paragraphs.
struct Paragraph
{
    QString label; ///< a mark such as ・ ① ※, exactly as it is printed; it hangs, the text is aligned beside it
    QString text;
    Emphasis emphasis = Emphasis::Normal;
    QString link = {}; ///< the anchor that the text leads to; one that nothing has is no link
};

/// A bookmark that leads to where something begins.
struct BookmarkEntry
{
    int level = 1; ///< 1 is the top
    QString title;
};

enum class Alignment {
    Left,
    Center,
    Right,
    Decimal, ///< in a table: numbers stand below each other by their decimal signs, other texts at the right
};

struct TableCell
{
    std::vector<Paragraph> paragraphs;
    int rowSpan = 1;
    int columnSpan = 1;
    bool isHeader = false; ///< names its row (in the heading rows: its column)
    Alignment alignment = Alignment::Left;
    /// What names the cell again where it continues on another page, before （続き）; may be empty.
    QString continuation;
    std::vector<BookmarkEntry> bookmarks;
    QStringList anchors; ///< names by which links lead here
};

/// A row holds the cells that begin in it, from left to right; what a merged cell from above covers is left out.
struct TableRow
{
    std::vector<TableCell> cells;
};

/// The rows of a long table, made when they are asked for and the same every time. Owns all that it reads.
///
/// Numbers in them are not aligned by their decimal signs, as that needs all rows at once.
class RowSource
{
public:
    RowSource() = default;
    virtual ~RowSource() = default;
    Q_DISABLE_COPY_MOVE(RowSource)

    virtual std::size_t count() const = 0;
    virtual TableRow row(std::size_t index) const = 0;
    /// The column in which each cell of the row begins.
    virtual std::vector<std::size_t> columns(std::size_t index) const = 0;
};

/// Limits for the width of a column. Within them the layout chooses by content.
struct TableColumn
{
    double minimumMm = 12;
    double maximumMm = 120;
};

struct Table
{
    QString summary; ///< what the table is, in words, for those who hear it
    std::vector<TableColumn> columns;
    std::vector<TableRow> headingRows; ///< repeated on every page
    std::vector<TableRow> rows;
    std::shared_ptr<const RowSource> source = {}; ///< of all rows; where there is one, `rows` is empty

    std::size_t rowCount() const { return source ? source->count() : rows.size(); }
};

/// A chart in the text.
struct Figure
{
    std::shared_ptr<const TrendData> chart;
    QString alt; ///< the chart in words
    double heightMm = 70;
    double growsToMm = 0;   ///< on a page with room left; no more than heightMm: it does not grow
    bool fullWidth = false; ///< as wide as the text, else twice its height
};

/// A picture such as a screenshot, at the left edge of the text.
struct Picture
{
    std::shared_ptr<const QImage> image;
    QString alt;        ///< the picture in words
    double widthMm = 0; ///< 0: as wide as the text; the height follows
    std::vector<Paragraph>
        beside; ///< in the room to its right, from its top on; a picture as wide as the text leaves none
};

using Block = std::variant<Heading, Paragraph, Table, Figure, Picture>;

/// A part of the document, with its heading, if any, as first block.
struct Section
{
    bool keepTogether = false; ///< begins on a new page where it does not fit on the rest of this one
    std::vector<Block> blocks;
    /// Makes what comes behind `blocks` when the section is reached, so that a long document is never there as a whole. Owns
    /// all that it reads, and gives the same every time; nothing at all where the section is to be left out. May be empty.
    std::function<std::vector<Block>()> later = {};
};

/// What stands around the content of a council paper.
struct PageHead
{
    QString number;       ///< of the paper: 資料1-1; in a box at the top right of the first page
    QString meeting;      ///< for which it is made
    QString date;         ///< as it is printed
    QString municipality; ///< whose paper it is
    QString note;         ///< how to handle it: 取扱注意; in a box of its own, and on every page

    /// What is printed, in the order in which it is read.
    QStringList texts() const
    {
        QStringList all{note, number, meeting, date, municipality};
        all.removeAll(QString());
        return all;
    }
};

struct Document
{
    QString title; ///< of the paper; also in the running head from the second page on
    PageHead head;
    std::vector<Section> sections;
};

/// The same document with all that it would make later.
Document completed(const Document &document);

} // namespace mezasu::report
