// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/document.h"
#include "core/report/pagebuilder.h"
#include "core/report/pages.h"
#include "core/report/reportfonts.h"

#include <functional>

namespace mezasu::report {

enum class PaperSize { A3Landscape, A4Landscape, A4Portrait };

/// The least size of a text on A4 that everybody reads, in points.
inline constexpr double kLeastSizePt = 10.5;
/// The least size once a sheet of A3 is copied down to A4, which is done to seven tenths.
inline constexpr double kLeastReducedSizePt = 8;
inline constexpr double kReduction = 0.7071;
/// The size on A3, so that the copy can be read.
inline constexpr double kA3SizePt = 11.5;

/// The sheet and the type on it.
struct PageSetup
{
    PaperSize paper = PaperSize::A3Landscape;
    PageMargins margins;
    FontChoice fonts;
    double sizePt = kA3SizePt; ///< of the text

    /// What suits this paper.
    static PageSetup forPaper(PaperSize paper, Typeface typeface = Typeface::Mincho);
};

/// Is asked whenever a page is full, with the pages so far. What stands on the last of them may still change. False cancels.
using LayoutProgress = std::function<bool(const Pages &soFar)>;

/// Lays a document out. Needs a QGuiApplication for its fonts; may run in any thread.
///
/// \retval NotFound     a font is not installed (subject: its family)
/// \retval InvalidInput a table with a row of more cells than columns (subject: the row, counted from 1); of rows that a source
///                      makes, what is too much is left out
/// \retval Cancelled    by `progress`
Result<Pages> layoutDocument(const Document &document, const PageSetup &setup, const LayoutProgress &progress = {});
/// The same pages, given away as soon as they are complete; Cancelled by the sink.
Result<> layoutDocument(const Document &document, const PageSetup &setup, PageSink *sink);

} // namespace mezasu::report
