// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/report/document.h"
#include "core/report/layout.h"
#include "core/report/paperoptions.h"

#include <span>

namespace mezasu::report {

/// A kind of paper: what it says of a plan, and on what sheet it usually stands. A new kind is one more row of reportKinds().
struct ReportKind
{
    QLatin1StringView name; ///< on the command line
    PaperOptions usual;
    double sizePt = 0; ///< of the text; 0: as the sheet has it
    Document (*make)(const Plan &plan, const PaperOptions &options) = nullptr;

    PageSetup setup(const PaperOptions &options) const;
};

/// All kinds, the planning table first.
std::span<const ReportKind> reportKinds();
/// Null where there is none of this name.
const ReportKind *reportKind(QStringView name);

} // namespace mezasu::report
