// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QApplication;

namespace mezasu::ui {

/// Style and font of the application: Fusion with the system's colours, in a Japanese face that is installed.
void setUpLook(QApplication &application);
/// The size of all text, in percent of what setUpLook() found.
void setTextSize(int percent);
/// Loads the words of the interface and of Qt's own dialogs.
void setUpLanguage(QApplication &application, const QLocale &locale);

} // namespace mezasu::ui
