// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace mezasu::ui {

/// Sees to it that a widget never gets less height than what stands in it needs at its width. A form of Qt's does not when a
/// row takes another line because there is less width.
void keepHeight(QWidget *widget);

} // namespace mezasu::ui
