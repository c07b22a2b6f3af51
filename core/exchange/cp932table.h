// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstddef>

namespace mezasu::exchange {

constexpr std::size_t kCp932Leads = 60;   ///< lead bytes 81–9F and E0–FC
constexpr std::size_t kCp932Trails = 188; ///< trail bytes 40–7E and 80–FC

/// The two-byte half of code page 932 as Windows has it, NEC and IBM extensions included; 0: no such character.
extern const std::array<char16_t, kCp932Leads * kCp932Trails> kCp932Table;

} // namespace mezasu::exchange
