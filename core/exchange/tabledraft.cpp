// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tabledraft.h"
#include <algorithm>

namespace mezasu::exchange {

bool TableDraft::has(Role role) const
{
    return std::any_of(columns.cbegin(), columns.cend(), [role](const ColumnUse &use) { return use.role == role; });
}

int TableDraft::goalCount() const
{
    int count = 0;
    for (const DraftPolicy &policy : policies)
        count += int(policy.goals.size());
    return count;
}

int TableDraft::itemCount() const
{
    int count = 0;
    for (const DraftPolicy &policy : policies) {
        for (const DraftGoal &goal : policy.goals)
            count += int(goal.items.size());
    }
    return count;
}

} // namespace mezasu::exchange
