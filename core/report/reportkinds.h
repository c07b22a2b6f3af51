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
    double sizePt = 0;       ///< of the text; 0: as the sheet has it
    bool hasColumns = false; ///< that can be chosen
    Document (*make)(const Plan &plan, const PaperOptions &options) = nullptr;

    PageSetup setup(const PaperOptions &options) const;
    /// The field of a plan that keeps how this paper is made: "papers/table".
    QString field() const;
    /// As this paper of the plan was made last: what that field of the plan holds, pairs of --set in lines of their
    /// own, over what is usual. A pair that is not understood, of a newer program for instance, counts for nothing.
    PaperOptions optionsOf(const Plan &plan) const;
    /// What that field has to hold for these options.
    QString keptText(const PaperOptions &options) const;
};

/// All kinds, the planning table first.
std::span<const ReportKind> reportKinds();
/// Null where there is none of this name.
const ReportKind *reportKind(QStringView name);

} // namespace mezasu::report
