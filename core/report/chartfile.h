// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/trenddata.h"

#include <QSizeF>

namespace mezasu::report {

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
