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
    /// As it is printed, exact: "△1,234.50"; of a missing value the sign that says why (－ … x). Empty: made from value.
    QString text = {};
    QString reason = {}; ///< of a missing value, in words: "未調査"
};

/// What a value says of its indicator.
enum class TrendRole { Baseline, Target, Actual };

/// All that a trend chart shows, as plain data; trendOf() makes it from a plan.
struct TrendData
{
    QString title; ///< the indicator's name
    QString unit;
    int decimals = 0;                ///< of values that have no text of their own
    std::vector<TrendPoint> actuals; ///< in any order, at most one a year
    std::vector<TrendPoint> targets;
    std::optional<TrendPoint> baseline;
    struct YearLabel
    {
        int year = 0;
        QString text;       ///< on the axis; may have two lines
        QString brief = {}; ///< where there is no room for text; empty: the same
        QString name = {};  ///< in words; empty: the same as text
    };
    std::vector<YearLabel> years; ///< the axis, ascending; years outside it widen it and are labelled by number
};

} // namespace mezasu::report
