// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/report/document.h"

namespace mezasu::report {

/// What a level is called on paper: by the plan, else by the usual word.
QString levelWord(const Plan &plan, Kind kind);
/// What a field is called on paper; the name itself for one without a word.
QString fieldWord(QStringView field);
/// 素案, 案, 修正案; empty for what is final or has no state.
QString stateWord(const QString &state);
/// Which element it is, for a reader: its level and its code, title or text, shortened.
QString nameOf(const Plan &plan, const ElementId &id);
/// The beginning of a long text, with ….
QString shortened(const QString &text, qsizetype length);

/// The contested things of a plan with their candidates, the shown one first, as list items; empty when there are none.
std::vector<Paragraph> contestedItems(const Plan &plan);

} // namespace mezasu::report
