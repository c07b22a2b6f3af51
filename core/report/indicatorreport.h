// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/report/document.h"
#include "core/report/paperoptions.h"

namespace mezasu::report {

/// The report kind `indicators`: all indicators in the order of the plan. First a table of them with baseline, latest actual and
/// target; then each with what it measures, its values by fiscal year, and their chart.
///
/// Numbers are printed as they were typed, nothing is computed. What is missing has its sign and is explained; provisional and
/// estimated values say so; notes of values stand below them. What is contested is marked （調整中） and listed at the end.
Document indicatorReport(const Plan &plan, const PaperOptions &options);

} // namespace mezasu::report
