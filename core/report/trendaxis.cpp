// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/trendaxis.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kWantedSteps = 5;
constexpr double kNearZero = 0.5; ///< the lowest value as a part of the highest, for a scale that begins at zero

QString statusWord(ValueStatus status)
{
    switch (status) {
    case ValueStatus::Preliminary:
        return u"（速報）"_s;
    case ValueStatus::Estimate:
        return u"（見込み）"_s;
    case ValueStatus::Final:
        break;
    }
    return {};
}

TrendData::YearLabel labelOf(const std::vector<TrendData::YearLabel> &years, int year)
{
    const auto found = std::find_if(
        years.begin(), years.end(), [year](const TrendData::YearLabel &label) { return label.year == year; });
    return found == years.end() ? TrendData::YearLabel{year, QString::number(year)} : *found;
}

} // namespace

std::vector<std::vector<TrendPoint>> segmentsOf(std::vector<TrendPoint> points)
{
    std::erase_if(points, [](const TrendPoint &point) { return !point.value; });
    std::stable_sort(
        points.begin(), points.end(), [](const TrendPoint &a, const TrendPoint &b) { return a.year < b.year; });
    std::vector<std::vector<TrendPoint>> segments;
    for (const TrendPoint &point : points) {
        if (segments.empty() || segments.back().back().year + 1 < point.year)
            segments.emplace_back();
        segments.back().push_back(point);
    }
    return segments;
}

int TrendScale::tickCount() const
{
    return int(std::lround((maximum - minimum) / step)) + 1;
}

TrendScale scaleFor(double lowest, double highest)
{
    if (lowest > highest)
        std::swap(lowest, highest);
    if (lowest >= 0 && lowest <= highest * kNearZero)
        lowest = 0;
    if (highest <= 0 && highest >= lowest * kNearZero)
        highest = 0;
    if (lowest == highest) {
        const double room = lowest == 0 ? 1 : std::abs(lowest) * 0.1;
        lowest -= lowest == 0 ? 0 : room;
        highest += room;
    }
    const double rough = (highest - lowest) / kWantedSteps;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    TrendScale scale;
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        scale.step = factor * power;
        if (scale.step >= rough * (1 - 1e-9))
            break;
    }
    scale.minimum = std::floor(lowest / scale.step + 1e-9) * scale.step;
    scale.maximum = std::ceil(highest / scale.step - 1e-9) * scale.step;
    scale.decimals = std::max(0, int(-std::floor(std::log10(scale.step) + 1e-9)));
    return scale;
}

std::vector<TrendData::YearLabel> yearsOf(const TrendData &data)
{
    std::vector<int> years;
    for (const TrendData::YearLabel &label : data.years)
        years.push_back(label.year);
    for (const auto *points : {&data.actuals, &data.targets}) {
        for (const TrendPoint &point : *points) {
            if (point.value)
                years.push_back(point.year);
        }
    }
    if (data.baseline && data.baseline->value)
        years.push_back(data.baseline->year);
    if (years.empty())
        return {};
    const auto [first, last] = std::minmax_element(years.begin(), years.end());
    std::vector<TrendData::YearLabel> all;
    for (int year = *first; year <= *last; ++year)
        all.push_back(labelOf(data.years, year));
    return all;
}

QString printedValue(double value, int decimals)
{
    static const QLocale locale(QLocale::Japanese, QLocale::Japan);
    const QString digits = locale.toString(std::abs(value), 'f', std::max(0, decimals));
    const bool isZero = std::none_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    return value < 0 && !isZero ? u"△"_s + digits : digits;
}

QString printedPoint(const TrendPoint &point, int decimals)
{
    if (!point.text.isEmpty())
        return point.text;
    return point.value ? printedValue(*point.value, decimals) : QString();
}

QString nameOfYear(const TrendData &data, int year)
{
    const TrendData::YearLabel label = labelOf(data.years, year);
    return label.name.isEmpty() ? label.text : label.name;
}

std::vector<TrendPoint> targetPath(const TrendData &data)
{
    std::vector<TrendPoint> path = data.targets;
    std::erase_if(path, [](const TrendPoint &point) { return !point.value; });
    std::stable_sort(
        path.begin(), path.end(), [](const TrendPoint &a, const TrendPoint &b) { return a.year < b.year; });
    if (data.baseline && data.baseline->value && !path.empty() && data.baseline->year < path.front().year)
        path.insert(path.begin(), *data.baseline);
    return path;
}

QString wordsOf(const TrendData &data)
{
    const auto one = [&](const TrendPoint &point) {
        const QString missing = point.reason.isEmpty() ? u"値なし"_s : point.reason;
        const QString value = point.value ? printedPoint(point, data.decimals) : missing;
        return QString(
            nameOfYear(data, point.year) + u" "_s + value + (point.value ? statusWord(point.status) : QString()));
    };
    const auto list = [&](std::vector<TrendPoint> points) {
        std::stable_sort(
            points.begin(), points.end(), [](const TrendPoint &a, const TrendPoint &b) { return a.year < b.year; });
        QStringList words;
        for (const TrendPoint &point : points)
            words += one(point);
        return words.join(u"、"_s);
    };
    QString words = data.title;
    if (!data.unit.isEmpty())
        words += u"（単位："_s + data.unit + u"）"_s;
    words += u"の推移。"_s;
    if (data.baseline)
        words += u"基準値："_s + one(*data.baseline) + u"。"_s;
    words += data.actuals.empty() ? u"実績値はない。"_s : QString(u"実績値："_s + list(data.actuals) + u"。"_s);
    if (!data.targets.empty())
        words += u"目標値："_s + list(data.targets) + u"。"_s;
    return words;
}

} // namespace mezasu::report
