// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/report/document.h"
#include "core/report/layout.h"
#include "core/report/paperoptions.h"
#include "core/report/pdf/pdfstructure.h"

namespace mezasu::report {

/// The report kind `table`: the plan as the table that a planning division works with, one row for each reform item.
///
/// Headings are those that were read with the plan, else the plan's names of its levels with the state of the column,
/// （案）. A policy or a goal of several rows is one merged cell; what has no rows below it has one of its own. What is
/// contested is marked （調整中）, and its candidates are listed at the end with links to their rows, as is what the table
/// does not show. Columns and branches are chosen by the options; rows that would only divide what is not shown are joined.
///
/// Rows are made when they are laid out; completed() makes all at once.
Document tableReport(const Plan &plan, const PaperOptions &options);

/// What PaperOptions::columns may name, in the order of the table: "policy.title" …
const QStringList &tableColumnNames();
/// How a column of the table is headed in this plan.
QString tableColumnHeading(const Plan &plan, QStringView name);

/// What the PDF of a plan says about itself. \param date when it is made, ISO 8601 with offset
PdfMetadata reportMetadata(const Plan &plan, const Document &document, const QByteArray &date);

} // namespace mezasu::report
