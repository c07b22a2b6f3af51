// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/grid.h"
#include "core/exchange/headings.h"
#include "core/exchange/message.h"
#include "core/exchange/tabledraft.h"

namespace mezasu::exchange {

/// Makes a draft of the rows below the headings.
///
/// A level whose cells are blank, or repeat what stands above, is the same as above. Where the goals' columns (目指す姿,
/// 指標, 現状と課題) are all blank, a row adds its item to the goal above; where they are not, but the statement is, it
/// begins a goal without one, with a warning. Cells below a merged cell belong to it. UUIDs of our own tables decide
/// before texts. Missing parents are made without a title, with a warning if the table has columns for them.
TableDraft interpret(const Grid &grid, const Headings &headings, MessageList &messages);

} // namespace mezasu::exchange
