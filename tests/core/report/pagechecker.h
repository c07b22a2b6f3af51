// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"
#include "core/report/layout.h"

#include <QList>
#include <QString>

/// Says what is wrong with laid-out pages, against the document that they were made of.
///
/// Knows the rules of a printed paper by itself and shares no code with the layout: what may begin and end a line, what is
/// not divided, what stands on every page.
namespace pagechecker {

/// What a page can be wrong in.
enum class Rule {
    Margins,      ///< something outside the margins or the sheet
    Cell,         ///< a text outside its cell, or two cells on each other
    Text,         ///< a text lost, doubled or changed, or one that belongs to nothing
    Order,        ///< not in reading order
    OpenRules,    ///< a cell that is not ruled on every side
    Continuation, ///< a cell that continues without its name
    HeadingRows,  ///< a page of a table without its heading
    HeadingAlone, ///< a heading at the foot of a page, what it heads on the next
    SingleLine,   ///< one line of a paragraph alone at a foot or a top
    LineBreak,    ///< a line that begins or ends with what may not, or that divides a number
    PageNumber,
    Spacing, ///< a filled line with holes, or one that does not end where it should
};

struct Fault
{
    Rule rule = Rule::Text;
    int page = -1; ///< from 0; -1: none in particular
    QString text;
};

QList<Fault> faultsOf(const mezasu::report::Document &document, const mezasu::report::PageSetup &setup,
    const mezasu::report::Pages &pages);

/// All that the document says, in reading order: headings, marks and paragraphs, without line breaks.
QStringList saidTexts(const mezasu::report::Document &document);

/// One line for each, for messages.
QString inWords(const QList<Fault> &faults);

/// Everything that can be seen of the pages, as bytes: the same pages are the same bytes.
QByteArray fingerprint(const mezasu::report::Pages &pages);

} // namespace pagechecker
