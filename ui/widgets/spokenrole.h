// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace mezasu::ui {

/// What a screen reader calls a widget that Qt knows nothing of. To be said before it gets its name.
void speakAs(QWidget *widget, QAccessible::Role role);

} // namespace mezasu::ui
