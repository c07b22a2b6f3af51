// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mezasu::ui {
class Questions;
class Services;
} // namespace mezasu::ui

/// Writes the quick guide in the language of the window, mezasu-guide-ja.pdf and .html, into a folder, which is made where it
/// is not there. \return whether both were written; what went wrong is said on standard error
bool writeGuide(mezasu::ui::Services *services, mezasu::ui::Questions *questions, const QString &folder);
