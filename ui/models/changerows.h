// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"

namespace mezasu::ui {

/// One row of a plan as it would be: what becomes of an element, in words.
struct ChangeRow
{
    enum class What { Same, Added, Changed, Moved, Removed };
    ElementId element;
    int parent = -1; ///< index of the row above; -1: top
    What what = What::Same;
    QString words;              ///< what it is called
    QString detail;             ///< what differs: 名称：「旧」→「新」; empty where nothing does
    bool leadsToChange = false; ///< it, or something below it, differs
};

/// A plan as it would be after some steps: in its order, what is removed where it stood. Parents before children.
/// \param after the plan with the steps in it
QList<ChangeRow> changeRows(const Plan &before, const Plan &after, const QList<PlanChange> &steps);

/// 追加, 変更, …; empty for what stays.
QString changeWord(ChangeRow::What what);
/// 追加 3件、変更 2件; a sentence of its own where nothing changes.
QString changeSummary(const QList<ChangeRow> &rows);

} // namespace mezasu::ui
