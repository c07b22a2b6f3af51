// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/palettes.h"

#include <QLocale>
#include <optional>

class QApplication;

namespace mezasu::ui {

/// Which colours a person wants.
enum class Look { System, Light, Dark, HighContrast };

/// "light", "dark", "contrast"; of the system: empty.
QString nameOf(Look look);
/// \return nothing for other words
std::optional<Look> lookNamed(QStringView name);

/// Style and font of the application: Fusion with colours of ours, in a Japanese face that is installed.
void setUpLook(QApplication &application);
/// Colours the window at once. As the system's: also each time that the system changes its own.
void setLook(Look look);
/// The colours that the window has now. Whoever keeps something painted in them makes it anew at a PaletteChange.
Scheme scheme();
inline const Colours &colours()
{
    return coloursOf(scheme());
}
/// What a desktop means by its colours: dark where its windows are darker than its texts, high contrast where it writes in
/// plain white on plain black.
Scheme schemeOf(const QPalette &desktop);

/// The size of all text, in percent of what setUpLook() found.
void setTextSize(int percent);
/// The same as a fraction: 1 is the usual size.
double textShare();
/// Loads the words of the interface and of Qt's own dialogs.
void setUpLanguage(QApplication &application, const QLocale &locale);

} // namespace mezasu::ui
