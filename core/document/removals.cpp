// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/removals.h"

#include "core/change/journal.h"
#include "core/change/journalsource.h"
#include "core/change/law.h"

#include <algorithm>

namespace mezasu {

namespace {
/// The removals that a write to existence lets stand again; none where it lets anything else stand.
std::vector<Number> removalsNamed(Journal &journal, const DraftWrite &draft)
{
    if (draft.thing.aspect != aspect::kExists || draft.value || !draft.keep)
        return {};
    std::vector<Number> out;
    const auto &writes = journal.writes(draft.thing);
    for (const StoredWrite &w : writes) {
        if (!draft.keep->contains(journal.ancestry().name(w.changeSet)))
            continue;
        const auto *life = w.hasValue ? std::get_if<Life>(&w.content) : nullptr;
        if (!life || *life != Life::Removed)
            return {};
        out.push_back(w.changeSet);
    }
    return out;
}
} // namespace

void renewRemovals(Journal &journal, const QSet<Name> &own, Draft &draft)
{
    for (DraftWrite &w : draft.writes) {
        const std::vector<Number> removals = removalsNamed(journal, w);
        if (removals.empty())
            continue;
        const ElementId id = w.thing.element;
        bool isOutdated = false;
        bool isOwn = true;
        const QStringList aspects = journal.aspects(id);
        for (const QString &aspect : aspects) {
            if (aspect == aspect::kExists)
                continue;
            const auto &writes = journal.writes({id, aspect});
            for (const StoredWrite &other : writes) {
                const Number n = other.changeSet;
                const bool isKnown = std::any_of(removals.begin(), removals.end(),
                    [&](Number removal) { return n == removal || journal.ancestry().before(n, removal); });
                if (!other.live || isKnown)
                    continue;
                isOutdated = true;
                isOwn = isOwn && own.contains(journal.ancestry().name(n));
            }
        }
        if (isOutdated && isOwn) {
            w.value = Life::Removed;
            w.keep.reset();
        }
    }
}

} // namespace mezasu
