// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"

namespace mezasu {

/// What a copy has that \p ours has not, or has without its texts. A copy is a plan file, a packet, or a rescue file (only
/// such a file may be cut short). It is opened for reading only, and \p ours is not changed.
/// NotFound; Conflict: of another plan; InvalidInput: neither a plan file nor a packet; NewerFormat; Storage;
/// Damaged with the detail "truncated", "altered" or "name: " and a name, the subject being the place.
Result<QList<ChangeSet>> readCopy(const QString &path, Journal &ours);

/// Writes everything that a journal has into a packet. \param from for people: what it was made of
/// \return how many ChangeSets it holds
Result<qsizetype> packJournal(Journal &journal, const QString &from, const QString &path);

/// What taking copies over came to, to be said.
struct Union
{
    qsizetype applied = 0, known = 0;
    qsizetype waiting = 0;      ///< of the whole plan: their ancestors have not come yet
    qsizetype newer = 0;        ///< of the whole plan: made by a newer program, kept
    QList<Name> refused;        ///< malformed
    qsizetype textsRefused = 0; ///< texts that do not fit their records
    qsizetype erased = 0;       ///< texts that the copies erase, and that are erased here now
    qsizetype conflicts = 0;    ///< contested things of the plan
};
Union unionOf(Journal &journal, const Intake &intake);

/// Contested things of a plan.
qsizetype conflictCount(const Plan &plan);

} // namespace mezasu
