// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeset.h"

namespace mezasu {
class Journal;

/// What taking a ChangeSet back writes, and what it must leave alone.
struct TakeBack
{
    Draft draft;       ///< empty when nothing of it stands any more
    QList<Thing> left; ///< replaced since, gone, or built upon by others
};

/// Gives what every thing would hold if this ChangeSet were thought away; names writes, never copies text.
/// An insertion is taken back by a removal, unless somebody wrote to the element or below it since. Nothing is written to an
/// element that is gone, unless it is brought back in the same ChangeSet. Taking back a taking back is redoing.
/// NotFound when there is no such applied ChangeSet.
Result<TakeBack> takeBack(Journal &journal, const Name &name);

/// The draft that decides a conflict for some of its candidates, by naming the writes that they were typed in.
/// For existence: "alive" keeps the element, "removed" removes it and what lives below it anew.
Result<Draft> decide(Journal &journal, const Thing &thing, const QList<Name> &keep);
Result<Draft> decideExistence(Journal &journal, const ElementId &id, bool alive);

} // namespace mezasu
