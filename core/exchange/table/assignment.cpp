// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/assignment.h"

#include <QHash>
#include <algorithm>
#include <limits>
#include <numeric>

namespace mezasu::exchange {

namespace {

/// Which block each end belongs to.
class Blocks
{
public:
    int find(int x)
    {
        while (m_parent.at(size_t(x)) != x) {
            m_parent[size_t(x)] = m_parent.at(size_t(m_parent.at(size_t(x))));
            x = m_parent.at(size_t(x));
        }
        return x;
    }
    void join(int a, int b) { m_parent[size_t(find(a))] = find(b); }
    int add()
    {
        m_parent.push_back(int(m_parent.size()));
        return m_parent.back();
    }

private:
    std::vector<int> m_parent;
};

/// The Hungarian method with potentials on a rectangle, rows not more than columns. cost is row by row.
std::vector<int> hungarian(const std::vector<double> &cost, int rows, int columns)
{
    constexpr double kFar = std::numeric_limits<double>::max();
    const auto n = size_t(rows);
    const auto m = size_t(columns);
    std::vector<double> u(n + 1, 0);
    std::vector<double> v(m + 1, 0);
    std::vector<size_t> owner(m + 1, 0); // row (from 1) that has the column (from 1)
    std::vector<size_t> way(m + 1, 0);
    for (size_t i = 1; i <= n; ++i) {
        owner[0] = i;
        size_t column = 0;
        std::vector<double> least(m + 1, kFar);
        std::vector<char> used(m + 1, 0);
        do {
            used[column] = 1;
            const size_t row = owner[column];
            double delta = kFar;
            size_t next = 0;
            for (size_t j = 1; j <= m; ++j) {
                if (used[j])
                    continue;
                const double current = cost[(row - 1) * m + j - 1] - u[row] - v[j];
                if (current < least[j]) {
                    least[j] = current;
                    way[j] = column;
                }
                if (least[j] < delta) {
                    delta = least[j];
                    next = j;
                }
            }
            for (size_t j = 0; j <= m; ++j) {
                if (used[j]) {
                    u[owner[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            column = next;
        } while (owner[column] != 0);
        while (column != 0) {
            owner[column] = owner[way[column]];
            column = way[column];
        }
    }
    std::vector<int> result(n, -1);
    for (size_t j = 1; j <= m; ++j) {
        if (owner[j] != 0)
            result[owner[j] - 1] = int(j - 1);
    }
    return result;
}

struct Sides
{
    std::vector<int> lefts, rights;
};

Sides sidesOf(const std::vector<Edge> &edges)
{
    Sides s;
    for (const Edge &e : edges) {
        s.lefts.push_back(e.left);
        s.rights.push_back(e.right);
    }
    for (auto *side : {&s.lefts, &s.rights}) {
        std::sort(side->begin(), side->end());
        side->erase(std::unique(side->begin(), side->end()), side->end());
    }
    return s;
}

int indexIn(const std::vector<int> &sorted, int value)
{
    return int(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

void solveBlock(const std::vector<Edge> &edges, const Sides &sides, std::vector<Edge> &out)
{
    // Beside the true columns each row has one of its own, worth nothing: staying alone.
    const bool swapped = sides.lefts.size() > sides.rights.size();
    const std::vector<int> &rowIds = swapped ? sides.rights : sides.lefts;
    const std::vector<int> &columnIds = swapped ? sides.lefts : sides.rights;
    const size_t rows = rowIds.size();
    const size_t columns = columnIds.size() + rows;
    std::vector<double> cost(rows * columns, 1e6);
    std::vector<const Edge *> at(rows * columnIds.size(), nullptr);
    for (size_t i = 0; i < rows; ++i)
        cost[i * columns + columnIds.size() + i] = 0;
    for (const Edge &e : edges) {
        const auto row = size_t(indexIn(rowIds, swapped ? e.right : e.left));
        const auto column = size_t(indexIn(columnIds, swapped ? e.left : e.right));
        double &c = cost[row * columns + column];
        if (-e.worth < c) {
            c = -e.worth;
            at[row * columnIds.size() + column] = &e;
        }
    }
    const std::vector<int> chosen = hungarian(cost, int(rows), int(columns));
    for (size_t i = 0; i < rows; ++i) {
        const auto column = size_t(chosen[i]);
        if (column < columnIds.size() && at[i * columnIds.size() + column])
            out.push_back(*at[i * columnIds.size() + column]);
    }
}

/// The edges, block by block; within a block in their old order.
std::vector<std::vector<Edge>> blocksOf(const std::vector<Edge> &edges)
{
    Blocks blocks;
    QHash<int, int> left;
    QHash<int, int> right;
    const auto nodeOf = [&blocks](QHash<int, int> &side, int id) {
        const auto it = side.constFind(id);
        return it != side.constEnd() ? *it : *side.insert(id, blocks.add());
    };
    std::vector<int> start;
    start.reserve(edges.size());
    for (const Edge &e : edges) {
        const int a = nodeOf(left, e.left);
        blocks.join(a, nodeOf(right, e.right));
        start.push_back(a);
    }
    std::vector<std::vector<Edge>> out;
    QHash<int, size_t> number;
    for (size_t i = 0; i < edges.size(); ++i) {
        const int root = blocks.find(start[i]);
        auto it = number.constFind(root);
        if (it == number.constEnd()) {
            it = number.insert(root, out.size());
            out.emplace_back();
        }
        out[*it].push_back(edges[i]);
    }
    return out;
}

/// Best first: what is left over when a block cannot be cut by worth (all worth the same).
void takeBestFirst(std::vector<Edge> edges, std::vector<Edge> &out)
{
    std::stable_sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) { return a.worth > b.worth; });
    QHash<int, bool> left;
    QHash<int, bool> right;
    for (const Edge &e : edges) {
        if (left.contains(e.left) || right.contains(e.right))
            continue;
        left.insert(e.left, true);
        right.insert(e.right, true);
        out.push_back(e);
    }
}

} // namespace

std::vector<Edge> bestAssignment(std::vector<Edge> edges, int largestBlock)
{
    std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) {
        return a.left != b.left ? a.left < b.left : a.right != b.right ? a.right < b.right : a.worth > b.worth;
    });
    std::vector<Edge> out;
    std::vector<std::vector<Edge>> open = blocksOf(edges);
    int cuts = 0;
    while (!open.empty()) {
        std::vector<Edge> block = std::move(open.back());
        open.pop_back();
        const Sides sides = sidesOf(block);
        if (int(std::min(sides.lefts.size(), sides.rights.size())) <= largestBlock
            && std::max(sides.lefts.size(), sides.rights.size()) <= size_t(largestBlock) * 8) {
            solveBlock(block, sides, out);
            continue;
        }
        std::vector<double> worths;
        worths.reserve(block.size());
        for (const Edge &e : block)
            worths.push_back(e.worth);
        std::nth_element(worths.begin(), worths.begin() + qsizetype(worths.size() / 2), worths.end());
        const double cut = worths[worths.size() / 2];
        std::vector<Edge> kept;
        std::copy_if(
            block.begin(), block.end(), std::back_inserter(kept), [cut](const Edge &e) { return e.worth > cut; });
        if (kept.empty() || ++cuts > 4096) {
            takeBestFirst(std::move(block), out);
            continue;
        }
        // The better half is decided first; what is left of the other half then goes by worth.
        std::vector<Edge> decided;
        for (std::vector<Edge> &part : blocksOf(kept)) {
            const Sides s = sidesOf(part);
            if (int(std::min(s.lefts.size(), s.rights.size())) <= largestBlock
                && std::max(s.lefts.size(), s.rights.size()) <= size_t(largestBlock) * 8)
                solveBlock(part, s, decided);
            else
                takeBestFirst(std::move(part), decided);
        }
        QHash<int, bool> left;
        QHash<int, bool> right;
        for (const Edge &e : decided) {
            left.insert(e.left, true);
            right.insert(e.right, true);
        }
        std::vector<Edge> rest;
        std::copy_if(block.begin(), block.end(), std::back_inserter(rest),
            [&](const Edge &e) { return !left.contains(e.left) && !right.contains(e.right); });
        out.insert(out.end(), decided.begin(), decided.end());
        for (std::vector<Edge> &part : blocksOf(rest))
            open.push_back(std::move(part));
    }
    std::sort(out.begin(), out.end(), [](const Edge &a, const Edge &b) { return a.left < b.left; });
    return out;
}

} // namespace mezasu::exchange
