// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>
#include <optional>

namespace mezasu::fiscal {

/// How a plan writes its fiscal years.
enum class YearStyle {
    Western,         ///< 2022年度
    Japanese,        ///< 令和4年度
    JapaneseWestern, ///< 令和4年度（2022年度）
    WesternJapanese, ///< 2022年度（令和4年度）
};

/// "western", "japanese", "japanese_western", "western_japanese"; anything else is Western.
YearStyle yearStyleFromName(QStringView name);

/// The name of the fiscal year that begins on 1 April of \p year.
///
/// The era is that of 1 April, but the fiscal year 2019 is 令和元年度 as a whole; the first year of an era is 元. Years before
/// the first era, and beyond the table's last era however far, are counted on. The eras come from eras().
QString label(int year, YearStyle style);
/// For the axis of a chart: as label(), but where both are wanted they stand in two lines.
QString axisLabel(int year, YearStyle style);
/// As short as can be, for an axis with many years: "2022", "R4", or both in two lines.
QString briefLabel(int year, YearStyle style);
/// A date in Japanese style: 平成31年4月30日, 令和元年5月1日.
QString japaneseDate(QDate date);

/// Reads what a person types: 2022, 2022年度, '22, R4, 令和４, H31, 平成元年度, in full or half width.
/// Nothing where it is doubtful or no year between 1868 and 2999.
std::optional<int> fromTyped(QStringView text);
/// The fiscal year in which a day lies (1 April to 31 March).
int ofDate(QDate date);

} // namespace mezasu::fiscal
