// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace mezasu::test {

/// The cases by which the law was found, one after another; the first that does not hold, or nothing.
std::optional<QString> scenarios(quint64 seed);

} // namespace mezasu::test
