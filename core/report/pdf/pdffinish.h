// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/pdf/pdfstructure.h"

#include <vector>

class QIODevice;

namespace mezasu::report {

class PdfFile;

/// What the finished file has besides what cairo wrote.
struct PdfFinish
{
    std::vector<int> pages;              ///< the objects that the pages become
    std::vector<int> pieces;             ///< of content, on each page
    std::vector<QByteArray> annotations; ///< of each page: references; may be empty
    int structure = 0;                   ///< the root of the structure tree
    PdfMetadata metadata;
    QByteArray srgbProfile; ///< empty: it is no PDF/A
};

/// Takes pages, fonts and bookmarks over from the file that cairo wrote, completes what PDF/A and PDF/UA ask for, and ends the
/// file. The content of each page is marked: the pieces of the structure, and everything else as artifact.
///
/// \param raw a file by its name, or a QBuffer
/// \retval Damaged cairo's file is not as expected, or has another number of pages or pieces
/// \retval Storage the file could not be written
Result<> finishPdf(QIODevice *raw, const PdfFinish &finish, PdfFile *file);

} // namespace mezasu::report
