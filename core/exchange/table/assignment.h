// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace mezasu::exchange {

/// A possible pair: left and right by index, and what it is worth (more than 0).
struct Edge
{
    int left = 0;
    int right = 0;
    double worth = 0;
};

/// The pairs of greatest total worth, no left and no right twice; ties go to the smaller indexes.
///
/// Method: the edges fall into blocks that share no end; each block is solved by the Hungarian method in cubic time.
/// A block with more than \p largestBlock on its smaller side is first cut at its cheapest edges, so that time stays
/// bounded; only there the result may fall short of the greatest.
std::vector<Edge> bestAssignment(std::vector<Edge> edges, int largestBlock = 160);

} // namespace mezasu::exchange
