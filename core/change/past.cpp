// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/past.h"

#include "core/change/journal.h"

#include <algorithm>

namespace mezasu {

namespace {
law::Candidates candidatesOf(Journal &journal, const Thing &thing, Number changeSet, bool withItself)
{
    const Ancestry &ancestry = journal.ancestry();
    std::vector<StoredWrite> past;
    law::Numbers numbers;
    for (const StoredWrite &write : journal.writes(thing)) {
        if ((withItself && write.changeSet == changeSet) || ancestry.before(write.changeSet, changeSet)) {
            past.push_back(write);
            numbers.push_back(write.changeSet);
        }
    }
    const law::Numbers live = law::liveOf({past, ancestry}, numbers);
    for (StoredWrite &write : past)
        write.live = std::binary_search(live.begin(), live.end(), write.changeSet);
    return law::resolve({past, ancestry});
}
} // namespace

law::Candidates candidatesBefore(Journal &journal, const Thing &thing, Number changeSet)
{
    return candidatesOf(journal, thing, changeSet, false);
}

law::Candidates candidatesAfter(Journal &journal, const Thing &thing, Number changeSet)
{
    return candidatesOf(journal, thing, changeSet, true);
}

QList<Name> originsOf(Journal &journal, const law::Candidates &candidates)
{
    QList<Name> out;
    for (const law::Candidate &candidate : candidates) {
        for (const Number n : candidate.origins)
            out.append(journal.ancestry().name(n));
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace mezasu
