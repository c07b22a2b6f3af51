// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>

namespace mezasu::report {

/// One element of the logical structure of a tagged PDF.
///
/// Elements form a tree. Painted content is attached to an element in pieces, one for each stretch of painting, so an
/// element may be left and taken up again later, for instance where a table row continues on the next page.
struct PdfElement
{
    QByteArray role; ///< a standard structure type: Document, Sect, H1, P, L, LI, Lbl, LBody, Table, TR, TH, TD, Figure
    QString alt;     ///< text in place of a figure
    QString summary; ///< what a table is, in words
    QByteArray scope; ///< of a TH: Row, Column or Both
    QRectF box;       ///< of a Figure: its area, in points from the lower left corner of its page
    int rowSpan = 1;
    int columnSpan = 1;
};

/// An area of a page that leads to a place in the document.
struct PdfLink
{
    int page = 0;         ///< from 0
    QRectF area;          ///< in points from the lower left corner, as PDF has it
    int element = 0;      ///< number of the Link that it belongs to
    int targetPage = 0;   ///< from 0
    double targetTop = 0; ///< in points from the lower edge
    QString contents;     ///< where it leads, in words
};

/// What a PDF says about itself.
struct PdfMetadata
{
    QString title;
    QString author;
    QString subject;
    QString keywords;
    QString creator;                                  ///< the program that made it
    QByteArray language = QByteArrayLiteral("ja-JP"); ///< BCP 47
    /// When it was made, ISO 8601 with offset (2026-03-31T09:00:00+09:00). Given by the caller, never read from the
    /// clock, so that the same input gives the same bytes.
    QByteArray date;
};

} // namespace mezasu::report
