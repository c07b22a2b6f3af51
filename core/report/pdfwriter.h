// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/pages.h"
#include "core/report/pdf/pdfstructure.h"
#include "core/report/trendchart.h"

#include <functional>

namespace mezasu::report {

/// Is asked after each page, with the pages done and their number. False cancels.
using PageProgress = std::function<bool(std::size_t done, std::size_t all)>;

/// The pages as a tagged PDF (PDF/A-2a, PDF/UA-1) with embedded fonts, bookmarks and metadata. The same pages and
/// metadata give the same bytes.
///
/// \param inGui needed where pages with charts are rendered in another thread
/// \retval NotFound  the sRGB profile is not installed
/// \retval Damaged   a fault in the pages, such as text outside every tag
/// \retval Cancelled by `progress`
Result<QByteArray> renderPdf(
    const Pages &pages, const PdfMetadata &metadata, const PageProgress &progress = {}, const InGuiThread &inGui = {});

/// renderPdf() into a file. A file that is there stays as it is until the new one is complete.
/// \retval Storage it could not be written (subject: the path)
Result<> writePdf(const Pages &pages, const PdfMetadata &metadata, const QString &path,
    const PageProgress &progress = {}, const InGuiThread &inGui = {});

} // namespace mezasu::report
