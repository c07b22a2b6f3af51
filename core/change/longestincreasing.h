// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <algorithm>
#include <iterator>
#include <vector>

namespace mezasu {

/// The members (by index) of a longest increasing run of \p positions: when a list is reordered these stay, the others move.
inline QSet<qsizetype> longestIncreasing(const std::vector<qsizetype> &positions)
{
    std::vector<size_t> tails; // index of the smallest end of a run of each length
    std::vector<qsizetype> previous(positions.size(), -1);
    for (size_t i = 0; i < positions.size(); ++i) {
        const auto it = std::lower_bound(tails.begin(), tails.end(), positions.at(i),
            [&](size_t tail, qsizetype p) { return positions.at(tail) < p; });
        if (it != tails.begin())
            previous[i] = qsizetype(*std::prev(it));
        if (it == tails.end())
            tails.push_back(i);
        else
            *it = i;
    }
    QSet<qsizetype> out;
    for (qsizetype i = tails.empty() ? -1 : qsizetype(tails.back()); i >= 0; i = previous.at(size_t(i)))
        out.insert(i);
    return out;
}

} // namespace mezasu
