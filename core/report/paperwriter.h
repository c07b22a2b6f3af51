// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/layout.h"
#include "core/report/paperfindings.h"
#include "core/report/pdf/pdfstructure.h"
#include "core/report/trendchart.h"

#include <functional>
#include <vector>

class QIODevice;

namespace mezasu::report {

/// What is known of a paper when it is written.
struct WrittenPaper
{
    int pages = 0;
    std::vector<PaperFinding> findings;
};

/// Is told how much of the document is on pages, at most 1. False cancels.
using PaperProgress = std::function<bool(double share)>;

/// From the content to the finished PDF (see renderPdf()), page by page: only a few pages are in memory at a time. Pages are laid
/// out in a thread beside and painted in the caller's.
///
/// \param inGui needed where a paper with charts is written in another thread than that of the window
/// \retval NotFound     a font, or the sRGB profile, is not installed
/// \retval InvalidInput as layoutDocument()
/// \retval Damaged      a fault in the pages
/// \retval Storage      it could not be written (subject: the path)
/// \retval Cancelled    by `progress`
Result<WrittenPaper> writePaper(const Document &document, const PageSetup &setup, const PdfMetadata &metadata,
    const QString &path, const PaperProgress &progress = {}, const InGuiThread &inGui = {});
/// The same into something that is open for writing.
Result<WrittenPaper> writePaper(const Document &document, const PageSetup &setup, const PdfMetadata &metadata,
    QIODevice *out, const PaperProgress &progress = {}, const InGuiThread &inGui = {});

} // namespace mezasu::report
