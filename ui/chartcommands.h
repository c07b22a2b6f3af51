// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/chartfile.h"

namespace mezasu::ui {

class MainWindow;

/// What is done with the chart of an indicator beyond looking at it; made by the same code as `mezasu-cli chart`.
namespace chartcommands {

/// Asks where to, writes the file, and says so; nothing when it was cancelled.
void save(MainWindow *window, const report::TrendData &data, report::ChartFormat format);
/// Puts the chart on the clipboard, as a picture and as SVG.
void copy(MainWindow *window, const report::TrendData &data);

} // namespace chartcommands
} // namespace mezasu::ui
