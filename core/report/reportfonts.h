// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/pages.h"

#include <QFont>

namespace mezasu::report {

/// The families that a paper is set in.
struct FontChoice
{
    QString body = QStringLiteral("IPAexMincho");
    QString strong = QStringLiteral("IPAexGothic"); ///< headings and names
};

enum class Typeface { Mincho, Gothic };

FontChoice fontChoice(Typeface typeface);

/// Loads the font files that lie beside the program (folder "fonts"), where the installer puts them.
/// Does nothing where there are none. Call once, after the QGuiApplication is made.
void loadShippedFonts();

/// \retval NotFound with the family as subject when one of them is not installed: another font in its place would
/// change every line, so no paper is made with it
Result<> requireFonts(const FontChoice &fonts);

/// The font in page units.
QFont fontOf(const TextStyle &style);

} // namespace mezasu::report
