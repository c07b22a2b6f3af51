// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ratios.h"

namespace mezasu::bench {

/// Each measurement runs in a process of its own.
std::vector<Score> memoryUse(const Setup &setup);
/// What such a process does: "open" or "import". Prints megabytes, separated by blanks.
int runMemoryChild(const QString &what, const QString &path);

} // namespace mezasu::bench
