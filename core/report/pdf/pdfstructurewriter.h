// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfstructure.h"

class QPDF;

namespace mezasu::report {

/// Writes the structure tree into a file made by CairoPdfDevice, in place of the flat one that cairo wrote, and wraps
/// all that is no content as artifacts.
/// \throws std::runtime_error when the tags in the file are not those of the structure
void writeStructure(QPDF &pdf, const PdfStructure &structure);

} // namespace mezasu::report
