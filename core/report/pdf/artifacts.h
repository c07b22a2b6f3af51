// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mezasu::report {

/// The signs that a page's content carries where a piece of the structure begins and ends: filled rectangles at a place and of
/// sizes, in points, that nothing else has. They are taken out again. Cairo's own tags would stay in its memory until the end.
namespace sign {
inline constexpr double kLeft = 0.25;
inline constexpr double kTop = 0.5;
inline constexpr double kWidth = 0.75;
inline constexpr double kBeginHeight = 1.25;
inline constexpr double kEndHeight = 1.75;
} // namespace sign

struct MarkedContent
{
    std::string text;
    int pieces = 0;
};

/// A page's content with its pieces marked in place of their signs and numbered from 0, and all that is outside as artifact:
/// cairo 1.16 has no tag for those. Between two signs of a beginning one piece ends where the next begins.
MarkedContent markedContent(std::string_view content);

} // namespace mezasu::report
