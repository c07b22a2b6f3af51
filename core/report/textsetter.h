// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"
#include "core/report/pages.h"
#include "core/report/reportfonts.h"

#include <vector>

namespace mezasu::report {

/// A text within a line of a flow.
struct FlowText
{
    QString text;
    double x = 0; ///< from the left edge of the flow
    double width = 0;
    int style = 0;
    int element = kArtifact;
    double spacing = 0; ///< as in TextLine
    std::vector<TextPiece> pieces = {};

    TextLine at(QPointF origin, double ascent) const
    {
        return {text, {origin.x() + x, origin.y() + ascent}, width, style, element, spacing, pieces};
    }
};

/// One line of a flow: what a page end can stand between.
struct FlowLine
{
    double spaceBefore = 0; ///< dropped at the top of a page
    double height = 0;
    double ascent = 0;         ///< from the top of the line to its baseline
    int index = 0;             ///< in its paragraph
    int count = 1;             ///< of lines that its paragraph has
    bool keepWithNext = false; ///< it heads what follows
    std::vector<FlowText> texts;
};

using Flow = std::vector<FlowLine>;

/// The height of the lines from `first` on, without the space before the first.
double flowHeight(const Flow &flow, std::size_t first = 0);

/// How many lines from `first` on stand on a page with room for this height: no line of a paragraph is left alone at the
/// foot of a page or carried alone to the next, and none that heads others ends a page. May be 0.
std::size_t linesOnPage(const Flow &flow, std::size_t first, double room);
/// The fewest lines from `first` on after which a page may end.
std::size_t leastLines(const Flow &flow, std::size_t first);

/// Breaks texts into lines, by the rules for Japanese where the text is Japanese. A word too long for its line is
/// broken anywhere. Every character of the text comes out in exactly one line, in order; tabs and other control
/// characters come out as blanks.
class TextSetter
{
public:
    TextSetter(Pages *pages, FontChoice fonts);

    /// The index of a style in the pages, added where it is new.
    int style(double sizePt, Emphasis emphasis);

    /// \param bodyElement the element of the text, \param labelElement of its label
    Flow set(const Paragraph &paragraph, double width, double sizePt, Alignment alignment, int bodyElement,
        int labelElement);
    Flow set(const Paragraph &paragraph, double width, double sizePt, Alignment alignment, int bodyElement)
    {
        return set(paragraph, width, sizePt, alignment, bodyElement, bodyElement);
    }
    double widthOf(const QString &text, int style) const;
    /// The text, or as much of its beginning as fits, with ….
    QString elided(const QString &text, int style, double width) const;

private:
    void append(Flow &flow, const QString &text, double x, double width, int style, Alignment alignment, bool isHeading,
        int element);

    Pages *m_pages;
    FontChoice m_fonts;
    std::vector<QFont> m_styleFonts; ///< parallel to the pages' styles
};

/// Divides a text at its line breaks (LF, and the separators that word processors use).
QStringList paragraphsOf(const QString &text);

} // namespace mezasu::report
