// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

/// Reads a tagged PDF as one who hears it does, and says what in it breaks PDF/A-2a or PDF/UA-1.
///
/// Knows the file format only through libqpdf and shares no code with the writer: content streams, character maps and the
/// structure tree are read here anew.
namespace pdfreader {

/// An element of the structure, with what is said in it.
struct Node
{
    QByteArray role;
    QString text; ///< of its own content, in order; without that of its children
    QString alt;
    QByteArray scope;
    int rowSpan = 1;
    int columnSpan = 1;
    QStringList links;  ///< the contents of its annotations
    QList<int> targets; ///< the pages, from 0, that they lead to
    int page = -1;      ///< of its first content
    std::vector<Node> kids;

    /// Its own text and that of all below it, in reading order.
    QString wholeText() const;
};

struct File
{
    Node document;
    QStringList faults; ///< what is not as PDF/A-2a and PDF/UA-1 want it; empty: nothing was found
    QStringList labels; ///< of the pages
    int pages = 0;
};

/// \return a file with one fault where the bytes are no PDF
File read(const QByteArray &bytes);

/// The texts of the blocks (headings, paragraphs, marks, items) in reading order, those of links and spans within them.
QStringList blockTexts(const Node &node);

} // namespace pdfreader
