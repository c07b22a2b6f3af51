// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"

namespace mezasu {

/// The step that gives the present state a name. InvalidInput where the name is empty or an edition has it already.
Result<PlanChange> nameEdition(const Journal &journal, const QString &name);
/// The ChangeSets that an edition names. Damaged where they cannot be read.
Result<QList<Name>> headsOfEdition(const Plan &plan, const ElementId &edition);

} // namespace mezasu
