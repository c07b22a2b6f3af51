// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"

namespace mezasu::ui {

/// What is to be numbered anew.
struct RenumberingWishes
{
    ElementId branch; ///< what stands in it; null or the plan: everything
    bool policies = true, items = true, initiatives = true;
};

/// One number or code before and after.
struct CodeChange
{
    enum class Note {
        None,
        Contested, ///< stays: several candidates are to be decided between first
        Shared,    ///< another one of its kind has, or will have, the same
    };
    ElementId id;
    QString before, after; ///< as they are written; the same where it stays
    Note note = Note::None;
    bool isChange() const { return before != after; }
};

/// Numbers by place, for a person to look at: policies 1, 2, 3 …; reform items by their policy's number and their place in it
/// (1-1, 1-2 …), initiatives by their item's code and place (1-1-1 …). Written as the codes are written already (full width,
/// which hyphen, words around the number of a policy); what means the same stays as it is. In the order of the plan.
QList<CodeChange> renumbering(const Plan &plan, const RenumberingWishes &wishes);

/// The changes of a plan that make it so.
QList<PlanChange> changesOf(const QList<CodeChange> &codes);

} // namespace mezasu::ui
