// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plantrend.h"

#include "core/indicator/fiscalyear.h"
#include "core/indicator/typedvalue.h"
#include "core/report/planwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr int kLongestAxis = 200; ///< years; a mistyped year must not make a chart of a thousand

ValueStatus statusOf(const QString &word)
{
    if (word == u"preliminary"_s)
        return ValueStatus::Preliminary;
    return word == u"estimate"_s ? ValueStatus::Estimate : ValueStatus::Final;
}

} // namespace

TrendData trendOf(const Plan &plan, const ElementId &indicator)
{
    TrendData data;
    const Element *element = plan.element(indicator);
    if (!element)
        return data;
    data.title = plan.text(indicator, u"name");
    data.unit = plan.text(indicator, u"unit");
    int decimals = 0;
    std::vector<int> years;
    for (const auto &[name, value] : element->fields) {
        const IndicatorValue *entry = value.entry();
        const QList<QStringView> parts = field::parts(name);
        if (!entry || parts.size() != 3 || parts[0] != u"values"_s)
            continue;
        TrendPoint point;
        point.year = parts[1].toInt();
        point.status = statusOf(entry->status);
        if (entry->value) {
            point.value = entry->value->toDouble();
            point.text = printedDecimal(*entry->value);
            decimals = std::max(decimals, entry->value->decimals());
            years.push_back(point.year);
        } else {
            point.text = missingSign(entry->missing);
            point.reason = missingReason(entry->missing);
        }
        if (parts[2] == u"actual"_s)
            data.actuals.push_back(point);
        else if (parts[2] == u"target"_s)
            data.targets.push_back(point);
        else if (point.value && (!data.baseline || data.baseline->year < point.year))
            data.baseline = point;
    }
    data.decimals = int(plan.number(indicator, u"decimals").value_or(decimals));
    for (const QStringView bound : {u"first_year", u"last_year"}) {
        if (const auto year = plan.number(plan.root(), bound))
            years.push_back(int(*year));
    }
    if (years.empty())
        return data;
    const auto style = fiscal::yearStyleFromName(plan.text(plan.root(), u"year_style"));
    const auto [first, last] = std::minmax_element(years.begin(), years.end());
    for (int year = *first; year <= *last && year - *first < kLongestAxis; ++year)
        data.years.push_back(
            {year, fiscal::axisLabel(year, style), fiscal::briefLabel(year, style), fiscal::label(year, style)});
    return data;
}

} // namespace mezasu::report
