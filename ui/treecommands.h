// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

namespace mezasu::ui {

/// What a command of the tree does to the plan, and where the person is afterwards.
struct TreeCommand
{
    QList<PlanChange> changes;
    ElementId focus; ///< to be selected afterwards
};

/// The commands of the tree, as changes of a plan; nothing where a command does not apply.
///
/// A goal and its only reform item stand in one row and act as one: they move and go together. Numbers and codes are
/// suggested for what is new, and are text like any other from then on.
namespace treecommands {
using Made = std::optional<TreeCommand>;

/// The element that moves and goes when the row of \p id does.
ElementId whole(const Plan &plan, const ElementId &id);

Made addPolicy(const Plan &plan, const ElementId &at);
/// A goal with one reform item, as one row: after the row of \p at, or last below a policy.
Made addItem(const Plan &plan, const ElementId &at);
/// One more reform item for the goal of \p at.
Made addItemToGoal(const Plan &plan, const ElementId &at);
Made addInitiative(const Plan &plan, const ElementId &at);
/// One more of the same kind, below the row of \p at.
Made addSibling(const Plan &plan, const ElementId &at);
Made remove(const Plan &plan, const ElementId &at);
/// Among its siblings. \param by -1: up, 1: down
Made move(const Plan &plan, const ElementId &at, int by);
/// To the neighbouring element of the parent's kind; never changes what it is. \param by -1: the one before, 1: the next
Made moveToNeighbour(const Plan &plan, const ElementId &at, int by);
} // namespace treecommands

} // namespace mezasu::ui
