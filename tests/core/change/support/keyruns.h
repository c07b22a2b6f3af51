// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/change/support/world.h"

namespace mezasu::test {

/// Copies type runs at one place (forward, backward, some going on after the file was copied): keys are different, old ones
/// stay as they are, there is room everywhere, and each run is unbroken when the copies are united.
std::optional<QString> keyRuns(quint64 seed, Counts &counts);

} // namespace mezasu::test
