// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace mezasu::ui {

/// The icon of a command. \param name the object name of its action; empty icon: it has none
QIcon iconOfAction(const QString &name);

} // namespace mezasu::ui
