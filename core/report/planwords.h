// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/report/document.h"
#include "core/report/paperoptions.h"

#include <functional>

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

/// 増加, 減少 …: where an indicator is to go; empty for none.
QString directionWord(const QString &direction);
/// 未調査, 把握不可, 秘匿: why a value is missing.
QString missingReason(const QString &missing);
/// （調整中）, behind what is contested.
QString contestedSign();
/// What stands around the content of a paper of this plan.
PageHead paperHead(const Plan &plan, const PaperOptions &options);

/// The name of the place on a paper where an element stands; lists of contested things lead there.
QString anchorOf(const ElementId &id);

/// The contested things of a plan with their candidates, the shown one first, as a list with its heading; empty when there
/// are none.
/// \param where    the shown ones stand: u"表に", or nothing
/// \param concerns which elements
std::vector<Block> contestedBlocks(
    const Plan &plan, const QString &where, const std::function<bool(const ElementId &)> &concerns);

} // namespace mezasu::report
