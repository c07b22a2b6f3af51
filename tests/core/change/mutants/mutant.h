// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mezasu::test {

/// The fault that is switched on; 0: none.
inline int mutant = 0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
inline bool isMutant(int number)
{
    return mutant == number;
}

} // namespace mezasu::test
