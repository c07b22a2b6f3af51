// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace mezasu::ui {

/// Whoever gives the focus to the whole gives it to a part of it. Unlike a focus proxy, which Tab goes to when it comes to the
/// whole, and so leaps over everything that stands before that part, this leaves the way of Tab as it is.
void enterAt(QWidget *whole, QWidget *part);

/// Sees to it that Tab goes through these parts of a window one after the other, and before them through what is in none.
/// Inside a part the order stays.
void putInOrder(QWidget *window, const QWidgetList &parts);

} // namespace mezasu::ui
