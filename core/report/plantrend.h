// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/report/trenddata.h"

namespace mezasu::report {

/// The values of an indicator of the plan, ready to be drawn; a year that is recorded as missing has no value.
/// The axis goes over the plan's period and every year that has a value.
/// Years are labelled in the style of the plan; values keep the text that was typed.
TrendData trendOf(const Plan &plan, const ElementId &indicator);

} // namespace mezasu::report
