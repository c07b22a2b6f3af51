// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"

#include <QByteArray>
#include <QDate>
#include <vector>

namespace mezasu::fiscal {

/// One Japanese era.
struct Era
{
    QString name; ///< 令和
    QChar letter; ///< R
    QDate from;   ///< its first day
    /// Names the fiscal year in which it begins as a whole (2019 is 令和元年度), not only from its first day on.
    bool wholeFiscalYear = false;

    bool operator==(const Era &) const = default;
};

using EraTable = std::vector<Era>;

/// Reads a table such as resources/eras.json: rows of name, letter, from and, where it applies, whole_fiscal_year.
/// \retval InvalidInput a row lacks something, or the days are not ascending, or a name or letter stands twice
///         (subject: the row, from 1; 0: the file as a whole). Nothing of such a table is used.
Result<EraTable> erasFromJson(const QByteArray &json);

/// The table in force, ascending: a file eras.json beside the program or in ../share/mezasu, so that the next era needs
/// no new program; else the one that is compiled in; and where neither can be used, the eras up to 令和.
const EraTable &eras();

/// Puts another table in force; an empty one brings back the first. At start-up and in tests: not while others read it.
void setEras(EraTable table);

} // namespace mezasu::fiscal
