// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace mezasu::ui {

/// The sets of colours that the window can have. Paper has colours of its own, which are always the same.
enum class Scheme { Light, Dark, HighContrast };

/// Colours of the window that no role of a palette holds. What they say is always said by form or words too.
struct Colours
{
    QColor line;     ///< around what can be pressed or typed into
    QColor hairline; ///< between parts that belong together; may be faint
    QColor focus;    ///< around what has the focus
    QColor match;    ///< behind text that was searched
    QColor trouble;  ///< behind a message that something is wrong; a common one has the tool tips' colours
    QColor added;    ///< text that came, in a comparison
    QColor removed;  ///< text that went
    QColor actual;   ///< a chart's measured values
    QColor target;   ///< a chart's targets
    QColor grid;     ///< a chart's lines behind the values
};

QPalette paletteOf(Scheme scheme);
const Colours &coloursOf(Scheme scheme);

/// How well one colour can be told from another: 1 (not at all) to 21 (black on white), as WCAG 2 defines it.
double contrastOf(const QColor &a, const QColor &b);

} // namespace mezasu::ui
