// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace mezasu {

namespace ui {
class MainWindow;
} // namespace ui

/// Called with everything that the window can show, once it is shown and has its size. \param name of the place: "policy"
using Visit = std::function<void(const QString &name, QWidget &widget)>;

/// Shows all that the window has, one after the other: pages, panels, dialogs, menus. For pictures, and for tests that look
/// at everything. Opens the sample plan where none is open, and changes the plan that is.
///
/// \param folder for files of its own; empty at first
void tour(ui::MainWindow &window, const QString &folder, const Visit &visit);

} // namespace mezasu
