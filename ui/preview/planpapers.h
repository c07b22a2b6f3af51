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

/// What the PDF of a paper about the program itself says: a list of keys, the guide. In the language of the window.
report::PdfMetadata programPaperMetadata(const report::Document &document);

} // namespace mezasu::ui
