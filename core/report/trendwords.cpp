// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/trendwords.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

QString yearName(const TrendData &data, int year)
{
    const auto found = std::find_if(
        data.years.begin(), data.years.end(), [year](const TrendData::YearLabel &label) { return label.year == year; });
    if (found == data.years.end())
        return QString::number(year) + u"年度"_s;
    return found->name.isEmpty() ? found->text : found->name;
}

QString pointInWords(const TrendData &data, const TrendPoint &point)
{
    const QString year = yearName(data, point.year) + u"は"_s;
    if (!point.value)
        return year + (point.reason.isEmpty() ? u"値なし"_s : point.reason);
    const QString number =
        (point.text.isEmpty() ? QString::number(*point.value, 'f', data.decimals) : point.text) + data.unit;
    const QString status = statusWord(point.status);
    return year + number + (status.isEmpty() ? QString() : QString(u"（"_s + status + u"）"_s));
}

QString pointsInWords(const TrendData &data, const QString &role, std::vector<TrendPoint> points)
{
    std::sort(points.begin(), points.end(), [](const TrendPoint &a, const TrendPoint &b) { return a.year < b.year; });
    QStringList words;
    for (const TrendPoint &point : points)
        words += pointInWords(data, point);
    return words.isEmpty() ? QString() : QString(role + u"："_s + words.join(u"、"_s) + u"。"_s);
}

} // namespace

QString statusWord(ValueStatus status)
{
    switch (status) {
    case ValueStatus::Preliminary:
        return u"速報値"_s;
    case ValueStatus::Estimate:
        return u"見込み"_s;
    case ValueStatus::Final:
        return {};
    }
    return {};
}

QString chartInWords(const TrendData &data)
{
    const QString values =
        pointsInWords(data, u"基準値"_s, data.baseline ? std::vector{*data.baseline} : std::vector<TrendPoint>())
        + pointsInWords(data, u"目標値"_s, data.targets) + pointsInWords(data, u"実績値"_s, data.actuals);
    return u"グラフ「"_s + data.title + u"」の推移。"_s + (values.isEmpty() ? u"値はまだありません。"_s : values);
}

} // namespace mezasu::report
