// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>

namespace mezasu::exchange {

struct HtmlEntity
{
    const char *name; ///< without & and ;
    char16_t character;
};

/// Sorted by name (bytes), for a binary search.
extern const std::array<HtmlEntity, 253> kHtmlEntities;

} // namespace mezasu::exchange
