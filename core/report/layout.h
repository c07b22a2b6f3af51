// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/document.h"
#include "core/report/pagebuilder.h"
#include "core/report/pages.h"
#include "core/report/reportfonts.h"

namespace mezasu::report {

enum class PaperSize { A3Landscape, A4Landscape, A4Portrait };

/// The sheet and the type on it.
struct PageSetup
{
    PaperSize paper = PaperSize::A3Landscape;
    PageMargins margins;
    FontChoice fonts;
    double sizePt = 10.5; ///< of the text

    /// What suits this paper.
    static PageSetup forPaper(PaperSize paper, Typeface typeface = Typeface::Mincho);
};

/// Lays a document out. Needs a QGuiApplication for its fonts; may run in any thread.
///
/// \retval NotFound     a font is not installed (subject: its family)
/// \retval InvalidInput a table with a row of more cells than columns (subject: the row, counted from 1)
Result<Pages> layoutDocument(const Document &document, const PageSetup &setup);

} // namespace mezasu::report
