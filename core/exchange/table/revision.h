// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"
#include "core/exchange/table/matching.h"
#include "core/exchange/table/tabletree.h"

#include <functional>

namespace mezasu::exchange {

struct RevisionOptions
{
    bool removeMissing = false; ///< what the table does not have is removed
    bool clearEmpty = false;    ///< a blank cell empties the field or list
    bool newPlan = false;       ///< the plan is empty; UUIDs of the table are kept
    std::function<QUuid()> newUuid;
};

/// A plan as a table wants it.
struct Revision
{
    Plan wanted;
    QList<ElementId> elements; ///< by node: the element that it became; null for an implied one that was not needed
    QList<ElementId>
        leftAlone;        ///< in the plan, of a kind that the table has, but not in it; what stands below is not named
    QSet<ElementId> made; ///< elements that the plan did not have

    /// A blank cell where the plan has something that stays.
    struct EmptyCell
    {
        int node = 0;
        QString field; ///< or "statements", "indicators", "issues", "footnotes"
        QString words; ///< the plan's
    };
    QList<EmptyCell> emptyCells;
};

/// Applies a table to a plan, given what stands for what.
///
/// What the table has takes its order, with the fewest moves; the rest keeps its place near its neighbours. Columns that the
/// table lacks, rows that it lacks and blank cells change nothing unless the options say so.
Revision revise(const Plan &plan, const TableTree &tree, const QList<Match> &matches, const RevisionOptions &options);

} // namespace mezasu::exchange
