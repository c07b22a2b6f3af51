// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/trenddata.h"

namespace mezasu::report {

/// 速報値, 見込み; empty for a final value.
QString statusWord(ValueStatus status);
/// The chart in words, for those who hear it: every value that it shows, by role and year.
QString chartInWords(const TrendData &data);

} // namespace mezasu::report
