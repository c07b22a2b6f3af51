// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/indicator/fiscalyear.h"
#include "core/report/trenddata.h"

namespace mezasu::ui::words {

/// A fiscal year in the language of the window: 令和4年度, or in English FY2022. Where the plan names years by eras, English
/// gives the era's short form too: R4 (FY2022).
QString fiscalYear(int year, fiscal::YearStyle style);
/// Names the years of a chart that is shown in the window; on paper they stay as the plan writes them.
report::TrendData withYearsOfWindow(report::TrendData data, fiscal::YearStyle style);

} // namespace mezasu::ui::words
