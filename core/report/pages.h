// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/trenddata.h"

#include <QByteArray>
#include <QColor>
#include <QHash>
#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <memory>
#include <vector>

class QImage;

/// Laid-out pages as plain data: every line of text, rule and chart with its place.
///
/// Unit: 1/20 point (1440 to the inch), origin at the top left corner of the sheet, y downwards. In this unit the em of
/// a font is a whole number for every size in use, so that layout and painting measure alike on every device.
namespace mezasu::report {

inline constexpr double kUnitsPerPoint = 20;
inline constexpr int kUnitsPerInch = 1440;
inline constexpr double kUnitsPerMm = kUnitsPerInch / 25.4;

/// The marks on a page that belong to no element of the structure.
inline constexpr int kArtifact = -1;

struct TextStyle
{
    QString family;
    int size = 200; ///< em in page units
    bool bold = false;

    bool operator==(const TextStyle &) const = default;
};

/// A part of a filled line that is drawn by itself.
struct TextPiece
{
    int length = 0;      ///< in the line's text
    double x = 0;        ///< from the beginning of the line
    bool spaced = false; ///< space is added behind each of its characters; a word in Latin letters has none
};

/// One line of text, drawn from its baseline's left end.
struct TextLine
{
    QString text;
    QPointF baseline;
    double width = 0;        ///< of what is seen: without blanks at its end, nor the blank half of a 。 or ）
    int style = 0;           ///< index into Pages::styles
    int element = kArtifact; ///< index into Pages::elements
    double spacing = 0;      ///< that is added between characters so that the line fills its width
    std::vector<TextPiece> pieces = {}; ///< of a line with spacing, in order; empty: all of it is spaced
};

/// A straight rule; always an artifact.
struct Rule
{
    QLineF line;
    double thickness = 5;
};

/// A filled area; always an artifact.
struct Fill
{
    QRectF area;
    QColor color;
};

/// A chart, painted into its area.
struct ChartBox
{
    std::shared_ptr<const TrendData> chart;
    QRectF area;
    QString family; ///< of its text
    int element = kArtifact;
    double mostHeight = 0; ///< to which it may have grown on a page with room left
};

/// A picture, scaled into its area.
struct PictureBox
{
    std::shared_ptr<const QImage> image;
    QRectF area;
    int element = kArtifact;
};

/// The area of one cell, or of the part of it that is on this page. Nothing is painted for it: it is what the lines
/// within must not leave, for tests and for a preview that shows what was clicked on.
struct CellBox
{
    QRectF area;
    int element = kArtifact; ///< kArtifact for a repeated heading
    bool continued = false;  ///< began on an earlier page
};

/// Painted from the first member to the last.
struct Page
{
    std::vector<Fill> fills;
    std::vector<Rule> rules;
    std::vector<ChartBox> charts;
    std::vector<PictureBox> pictures;
    std::vector<TextLine> lines; ///< in reading order
    std::vector<CellBox> cells;
    double bottom = 0; ///< where its content ends
};

/// An element of the logical structure. A parent stands before its children.
struct StructureElement
{
    QByteArray role;  ///< as in PDF: Sect, H1, P, L, LI, Lbl, LBody, Table, TR, TH, TD, Figure
    int parent = -1;  ///< -1: the document
    QString alt;      ///< of a Figure, in words
    QString summary;  ///< of a Table, in words
    QByteArray scope; ///< of a TH
    QString target;   ///< of a Link: the anchor that it leads to
    int rowSpan = 1;
    int columnSpan = 1;
};

struct Bookmark
{
    int level = 1;
    QString title;
    int page = 0; ///< from 0
    double y = 0;
};

/// A place in the paper that has a name.
struct Anchor
{
    int page = 0; ///< from 0
    double y = 0;
    QString title; ///< what is there, in words; may be empty
};

/// An area that leads to another place when it is pressed.
struct PageLink
{
    int page = 0;
    QRectF area;
    int element = 0; ///< a Link
    Anchor target;
};

struct Pages
{
    QSizeF size; ///< of every sheet
    std::vector<TextStyle> styles;
    std::vector<StructureElement> elements; ///< in reading order
    std::vector<Bookmark> bookmarks;
    QHash<QString, Anchor> anchors; ///< by name
    std::vector<PageLink> links;    ///< in the order of pages and of reading
    std::vector<Page> pages;
};

} // namespace mezasu::report
