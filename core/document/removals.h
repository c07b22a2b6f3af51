// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"

#include <QSet>

namespace mezasu {

/// A removal that stands again knows only what it knew when it was first made, and what was undone and redone around it would
/// keep its element alive. Where all of that is one's own, it is made anew; what others wrote since is not hidden.
/// \param own names of one's own ChangeSets
void renewRemovals(Journal &journal, const QSet<Name> &own, Draft &draft);

} // namespace mezasu
