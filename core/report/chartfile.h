// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/trenddata.h"

#include <QSizeF>
#include <optional>

namespace mezasu::report {

enum class ChartFormat { Png, Svg, Pdf };

/// By the ending of a path; nothing for another ending.
std::optional<ChartFormat> chartFormatOf(const QString &path);

/// A trend chart as the bytes of a file: what writeChart() writes, the CLI and the window show and the clipboard gets.
/// Needs a QApplication, in its thread. Parameters and errors as writeChart().
Result<QByteArray> renderChart(
    const TrendData &data, ChartFormat format, const QByteArray &date, QSizeF sizeMm = {170, 95});

/// Writes a trend chart as .png, .svg or .pdf, as the path's ending says. A file that is there stays until the new one
/// is complete. Needs a QApplication, in its thread.
///
/// \param date   for the PDF's metadata, ISO 8601 with offset
/// \param sizeMm of the picture
/// \retval InvalidInput another ending (subject: the path)
/// \retval NotFound     the font is not installed
/// \retval Storage      it could not be written (subject: the path)
Result<> writeChart(const TrendData &data, const QString &path, const QByteArray &date, QSizeF sizeMm = {170, 95});

} // namespace mezasu::report
