// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/layout.h"

#include <QStringList>

namespace mezasu::report {

/// What a person chooses about a paper.
struct PaperOptions
{
    QString number;  ///< of the paper: 資料1-1
    QString meeting; ///< that it is made for
    QString date;    ///< as it is printed
    PaperSize paper = PaperSize::A3Landscape;
    Typeface typeface = Typeface::Mincho;

    /// Reads "key=value": number, meeting, date, paper (A3, A4, A4-portrait), font (mincho, gothic).
    /// \retval InvalidInput an unknown key or value (subject: the pair; detail: what is known)
    /// \param usual what stands where no pair says anything
    static Result<PaperOptions> fromPairs(const QStringList &pairs, PaperOptions usual);
    static Result<PaperOptions> fromPairs(const QStringList &pairs);
};

} // namespace mezasu::report
