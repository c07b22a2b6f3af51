// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/trenddata.h"

namespace mezasu::report {

/// The points that have a value, by year, divided wherever a year is missing: each part is one unbroken line.
std::vector<std::vector<TrendPoint>> segmentsOf(std::vector<TrendPoint> points);

/// A scale of values with round steps.
struct TrendScale
{
    double minimum = 0;
    double maximum = 1;
    double step = 1;
    int decimals = 0; ///< that its steps need

    int tickCount() const;
};

/// A scale that holds both values, with steps of 1, 2 or 5 times a power of ten. It begins at zero where the values lie
/// near enough to it; equal values get room above and below.
TrendScale scaleFor(double lowest, double highest);

/// The years of the axis: those with labels, widened by years with values, without a gap.
std::vector<TrendData::YearLabel> yearsOf(const TrendData &data);

/// The value with its decimals, thousands separated, △ for minus, as printed in Japanese papers.
QString printedValue(double value, int decimals);

/// The text of a point, or its value as printedValue() prints it; empty where nothing is known.
QString printedPoint(const TrendPoint &point, int decimals);

/// How a year is called in words.
QString nameOfYear(const TrendData &data, int year);

/// The line from the baseline over the targets, in order of the years: what the plan means to reach when.
std::vector<TrendPoint> targetPath(const TrendData &data);

/// The chart in words, for those who hear it: every series with its years and values.
QString wordsOf(const TrendData &data);

} // namespace mezasu::report
