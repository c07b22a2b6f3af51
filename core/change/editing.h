// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeset.h"
#include "core/change/orderkey.h"
#include "core/plan/plan.h"

namespace mezasu {
class Journal;

/// One step of a batch, in the terms of a plan (not of records): what `apply` reads, what diff prints, what import makes.
struct PlanChange
{
    enum class Op { Insert, Set, Move, Remove };
    /// Where among the children of the parent; `after` has the same parent at that moment. Last: as the last of its kind.
    enum class At { First, Last, After };

    Op op = Op::Set;
    ElementId id;
    ElementId parent;         ///< Insert, Move
    At at = At::Last;         ///< Insert, Move
    ElementId after;          ///< with At::After
    FieldMap fields;          ///< Insert: first values
    QString field;            ///< Set
    Value value;              ///< Set: null empties the field
    std::optional<Value> old; ///< Set: what the author saw; nothing: not checked

    static PlanChange insert(const ElementId &id, const ElementId &parent, FieldMap fields = {}, At at = At::Last,
        const ElementId &after = {});
    static PlanChange set(const ElementId &id, const QString &field, Value value, std::optional<Value> old = {});
    static PlanChange move(const ElementId &id, const ElementId &parent, At at, const ElementId &after = {});
    static PlanChange remove(const ElementId &id); ///< with everything below it
    bool operator==(const PlanChange &) const = default;
};

/// Turns steps into the writes of one ChangeSet on top of the journal's present state. All or nothing:
/// NotFound for an unknown id or field, Conflict for an `old` that does not match, InvalidInput for what cannot be
/// (an id that lives, a parent of the wrong kind, a value of the wrong type, removing the plan).
/// Error::subject names the step ("3: goal:UUID title").
///
/// Steps see the effect of those before them. A later write to a thing replaces an earlier one of the same batch; what ends
/// where it began is not written. A Set of a contested field to any value decides it. An Insert of what is gone brings that
/// element back, with the fields of the step and no others; what stood below it stays gone.
/// \param runs the order-key runs of the session; for a file, an empty set of its own
Result<Draft> draftOf(Journal &journal, const QList<PlanChange> &steps, RunsOfSession &runs);
/// The same against a state of the past: keys below a parent are those of that plan.
Result<Draft> draftOf(const Plan &plan, const QList<PlanChange> &steps, RunsOfSession &runs);

/// The draft of a new plan: the plan element with these first values, and what is inserted below it in the same breath.
Result<Draft> draftOfNewPlan(
    const ElementId &plan, const FieldMap &fields, const QList<PlanChange> &steps, RunsOfSession &runs);

} // namespace mezasu
