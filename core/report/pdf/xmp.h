// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfstructure.h"

namespace mezasu::report {

/// The XMP packet of a PDF: title, author, subject, language, dates, and what the file claims to conform to.
/// \param pdfA   claims PDF/A-2 (level A when tagged, else B)
/// \param tagged claims PDF/UA-1
QByteArray xmpPacket(const PdfMetadata &metadata, bool pdfA, bool tagged);

} // namespace mezasu::report
