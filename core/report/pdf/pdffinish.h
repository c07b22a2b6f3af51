// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/pdf/pdfstructure.h"

namespace mezasu::report {

/// The finishing pass over a file written by CairoPdfDevice: structure tree, artifacts, language, XMP, output intent.
///
/// \param raw         what the device wrote
/// \param srgbProfile an ICC profile; empty: no output intent and no claim of PDF/A
/// \return the finished file, the same bytes for the same input
/// \retval Damaged when raw is not what the device writes for this structure
Result<QByteArray> finishPdf(
    const QByteArray &raw, const PdfStructure &structure, const PdfMetadata &metadata, const QByteArray &srgbProfile);

} // namespace mezasu::report
