// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/layout.h"

#include <QStringList>

#include <optional>

namespace mezasu::report {

/// What a person chooses about a paper.
struct PaperOptions
{
    QString number;               ///< of the paper: 資料1-1
    QString meeting;              ///< that it is made for
    QString date;                 ///< as it is printed
    QString title;                ///< of the paper; empty: the plan's
    QString note;                 ///< how the paper is to be handled: 取扱注意
    QStringList columns;          ///< of the planning table, by their names; none: all
    QStringList branches;         ///< what of the plan is shown, as Branches::of() reads it; none: all
    std::optional<double> sizePt; ///< of the text; none: as the sheet has it
    PaperSize paper = PaperSize::A3Landscape;
    Typeface typeface = Typeface::Mincho;

    /// Reads "key=value": number, meeting, date, title, note, paper (A3, A4, A4-portrait), font (mincho, gothic), size (6 to
    /// 24, in points), columns and branch (of several: with commas between; branch also several times).
    /// \retval InvalidInput an unknown key or value (subject: the pair; detail: what is known)
    /// \param usual what stands where no pair says anything
    static Result<PaperOptions> fromPairs(const QStringList &pairs, PaperOptions usual);
    static Result<PaperOptions> fromPairs(const QStringList &pairs);
    /// The pairs that make these options from the usual ones.
    QStringList toPairs(const PaperOptions &usual) const;

    bool operator==(const PaperOptions &) const = default;
};

} // namespace mezasu::report
