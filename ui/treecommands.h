// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

namespace mezasu::ui {

/// What a command of the tree does to the plan, and where the person is afterwards.
struct TreeCommand
{
    QList<PlanChange> changes;
    ElementId focus;                ///< its row becomes the current one
    QList<ElementId> selected = {}; ///< where these are several, all are selected
    std::optional<Step> step = {};  ///< what undo says; nothing: what the first change is
};

/// The commands of the tree, as changes of a plan; nothing where a command does not apply.
///
/// A goal and its only reform item stand in one row and act as one: they move and go together. Numbers and codes are
/// suggested for what is new, and are text like any other from then on. Commands for several rows take them in any order,
/// and a row below another one that is named goes with it. Nothing here walks the whole plan.
namespace treecommands {
using Made = std::optional<TreeCommand>;
using Rows = QList<ElementId>;

/// The element that moves and goes when the row of \p id does.
ElementId whole(const Plan &plan, const ElementId &id);
/// What moves and goes with these rows: each branch once, in the order of the plan.
QList<ElementId> branches(const Plan &plan, const Rows &rows);

Made addPolicy(const Plan &plan, const ElementId &at);
/// A goal with one reform item, as one row: after the row of \p at, or last below a policy.
Made addItem(const Plan &plan, const ElementId &at);
/// One more reform item for the goal of \p at.
Made addItemToGoal(const Plan &plan, const ElementId &at);
Made addInitiative(const Plan &plan, const ElementId &at);
/// One more of the same kind, below the row of \p at.
Made addSibling(const Plan &plan, const ElementId &at);
Made remove(const Plan &plan, const Rows &rows);
/// Among their siblings. \param by -1: up, 1: down
Made move(const Plan &plan, const Rows &rows, int by);
/// To the neighbouring element of the parent's kind; never changes what they are. \param by -1: the one before, 1: the next
Made moveToNeighbour(const Plan &plan, const Rows &rows, int by);

/// A place for what is dropped or pasted: behind \p after below \p parent.
struct Spot
{
    ElementId parent;
    ElementId after; ///< null: as the first
    bool operator==(const Spot &) const = default;
};
/// Where something of this kind goes that is pasted at an element: behind the element of its kind that is there or above,
/// or as the last below what can be its parent; nothing where neither is there.
std::optional<Spot> spotAt(const Plan &plan, Kind kind, const ElementId &at);
/// The same for what is dropped on a row (null: on the tree): as the last below it.
std::optional<Spot> spotOn(const Plan &plan, Kind kind, const ElementId &row);
/// The same for what is dropped between rows.
/// \param parent the row above, null: the top of the tree
/// \param before the row after which it is put; null: the first place
std::optional<Spot> spotBelow(const Plan &plan, Kind kind, const ElementId &parent, const ElementId &before);
/// Puts branches of one kind there, in the order given.
Made moveTo(const Plan &plan, const QList<ElementId> &branches, const Spot &spot);
} // namespace treecommands

} // namespace mezasu::ui
