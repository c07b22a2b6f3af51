// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

namespace mezasu::ui::words {

/// What a level is called over a list of its elements: by the plan, else the usual word, in English in the plural.
QString levelHeading(const Plan &plan, Kind kind);
/// What a level is called within a sentence: in English the usual word begins small there.
QString levelInSentence(const Plan &plan, Kind kind);

} // namespace mezasu::ui::words
