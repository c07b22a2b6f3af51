// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"

namespace mezasu {

/// The steps that turn plan \p a into plan \p b (elements, order, fields): applied to a they give b.
/// Reordering moves the fewest elements. Conflicts are no part of it.
QList<PlanChange> difference(const Plan &a, const Plan &b);

} // namespace mezasu
