// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/law.h"

namespace mezasu {
class Journal;

/// What a thing held in the state that the author of an applied ChangeSet saw: the candidates, the shown one first.
law::Candidates candidatesBefore(Journal &journal, const Thing &thing, Number changeSet);
/// What it held in the state that this ChangeSet left.
law::Candidates candidatesAfter(Journal &journal, const Thing &thing, Number changeSet);

/// The writes in which candidates were typed, sorted: what a write names to make them stand again.
QList<Name> originsOf(Journal &journal, const law::Candidates &candidates);

} // namespace mezasu
