// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/report/reportkinds.h"
#include "ui/preview/previewdialog.h"

#include <functional>

namespace mezasu::ui {

/// Keeps how a paper is made with its plan.
using KeepPaper = std::function<void(const report::ReportKind &kind, const report::PaperOptions &options)>;

/// The papers that can be made of a plan, as the preview offers them. The plan may change or go afterwards.
/// \param keep empty: what is chosen is forgotten
std::vector<PreviewDialog::Kind> planPapers(const Plan &plan, const KeepPaper &keep = {});

/// What the PDF of a paper says about itself that is no report of core/report: a list, the guide. In the window's language.
report::PdfMetadata listMetadata(const report::Document &document);
/// Such a paper's usual sheet: A4, upright, in Gothic.
report::PaperOptions uprightPaper();
report::PageSetup listSetup(const report::PaperOptions &options);

} // namespace mezasu::ui
