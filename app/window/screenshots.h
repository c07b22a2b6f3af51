// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mezasu::ui {
class MainWindow;
}

/// Pictures of the window with one page of each kind, as PNG files: to look at, and for the guide.
/// \return how many were written; fewer than there are pages where the folder cannot be written
int writeScreenshots(mezasu::ui::MainWindow &window, const QString &folder);
