// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace mezasu::ui {

/// An icon of the one set that the window has (Breeze), in the colour of its texts; it follows the scheme by itself.
///
/// \param name of the set: "document-open"; one that is not there gives an empty icon
QIcon icon(const QString &name);

} // namespace mezasu::ui
