// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace mezasu::report {

/// How certain a measured value is.
enum class ValueStatus { Final, Preliminary, Estimate };

/// One year of an indicator, as it is drawn. Missing is missing: never 0, and the line breaks.
struct TrendPoint
{
    int year = 0; ///< fiscal year, by the calendar year in which it begins
    std::optional<double> value;
    ValueStatus status = ValueStatus::Final;
};

/// All that a trend chart shows, as plain data. Labels of years come from the caller, who knows the style of the plan.
struct TrendData
{
    QString title; ///< the indicator's name
    QString unit;
    int decimals = 0;                ///< of the values in labels and words
    std::vector<TrendPoint> actuals; ///< in any order, at most one a year
    std::vector<TrendPoint> targets;
    std::optional<TrendPoint> baseline;
    struct YearLabel
    {
        int year = 0;
        QString text;
    };
    std::vector<YearLabel> years; ///< the axis, ascending; years outside it widen it and are labelled by number
};

} // namespace mezasu::report
