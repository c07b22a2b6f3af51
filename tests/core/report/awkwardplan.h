// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

/// A plan of a shape that is hard to print, made by chance: very long cells, dozens of indicators in one goal, one item in
/// a policy, long words in Latin letters, empty cells, rare characters, contested fields. The same seed is the same plan.
mezasu::Plan awkwardPlan(unsigned seed);
