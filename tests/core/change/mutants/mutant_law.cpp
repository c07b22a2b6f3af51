// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/mutants/mutant.h"
#include "tests/core/change/support/keyruns.h"
#include "tests/core/change/support/scenarios.h"
#include "tests/core/change/support/world.h"

#include <cstdio>
#include <cstdlib>

using namespace mezasu::test;

/// mutant_law NUMBER CASES: random worlds on a journal with this fault. \return 1 when the fault was noticed
int main(int argc, char *argv[])
{
    if (argc != 3)
        return 2;
    mutant = std::atoi(argv[1]);
    const quint64 cases = std::strtoull(argv[2], nullptr, 10);
    Counts counts;
    for (quint64 seed = 1; seed <= cases; ++seed) {
        auto what = runCase(Case::of(seed), counts);
        if (!what)
            what = scenarios(seed);
        for (quint64 i = 0; !what && i < 5; ++i)
            what = keyRuns(seed * 5 + i, counts);
        if (what) {
            std::printf("noticed in world %llu: %s\n", static_cast<unsigned long long>(seed), qPrintable(*what));
            return 1;
        }
    }
    return 0;
}
