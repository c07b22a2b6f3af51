// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace mezasu::ui {

/// Distances in pixels, in steps of four: what belongs together stands closer.
namespace gap {
constexpr int kHair = 4;    ///< parts of one control
constexpr int kSmall = 8;   ///< controls in a row, fields of a form
constexpr int kMedium = 12; ///< columns, groups
constexpr int kLarge = 16;  ///< edges of what fills a window
constexpr int kPage = 24;   ///< edges of a page, between its sections
} // namespace gap

/// The sizes in which the window writes; everything else has the usual one.
enum class Type {
    Title,   ///< of the program, on its first page
    Heading, ///< of a page
    Section, ///< of a part of a page
    Strong,  ///< the usual size, bold
    Small,   ///< beside what it belongs to
    SmallStrong,
};

/// Makes a window so many Latin characters wide and lines high, and no larger than the screen has room for.
void sizeFor(QWidget *window, int characters, int lines);

/// How large this is, of the usual size.
double shareOf(Type type);
/// Writes the widget's text so, also after the size of all text has changed.
void setType(QWidget *widget, Type type);
/// The same once more for all widgets: the size of all text has changed.
void applyTypes();

} // namespace mezasu::ui
