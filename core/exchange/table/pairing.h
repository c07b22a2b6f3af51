// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table/likeness.h"
#include "core/exchange/table/matching.h"

#include <functional>

namespace mezasu::exchange {

/// One side of a comparison: a row of a table, or an element.
struct Compared
{
    QString text; ///< comparisonKey() of what names it
    QString more; ///< comparisonKey() of what describes it
    QString code; ///< codeKey(); empty: none
    TextShape textShape, moreShape;

    void setTexts(const QString &name, const QString &description);
};

/// Pairs two sets of things of one kind. Indices are those of the two lists.
struct PairingOptions
{
    MatchMode mode = MatchMode::Text;
    double least = 0.4;         ///< likeness without a code in common
    double leastWithCode = 0.2; ///< likeness with the same code
    bool codeAlone = true;      ///< the code alone may decide, last
    bool equalTextOnly = false; ///< nothing but equal texts
    /// How much else speaks for a pair, from 0 to 1: the same parent, what stands below.
    std::function<double(int left, int right)> support;
    /// Pairs that are to be considered beside those with texts in common.
    std::vector<std::pair<int, int>> hints;
    double supportWorth = 0.2; ///< how much full support adds to a likeness …
    bool supportAlone = false; ///< … and whether it makes a match where texts have nothing in common
    std::function<bool()> isCancelled;
};

struct Pairing
{
    int left = 0;
    int right = 0;
    MatchReason reason = MatchReason::None;
    double likeness = 0;
};

double likenessOf(const Compared &a, const Compared &b);

std::vector<Pairing> pairUp(
    const std::vector<Compared> &lefts, const std::vector<Compared> &rights, const PairingOptions &options);

} // namespace mezasu::exchange
