// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace mezasu::report {

/// Whether a line may end at a place in a text.
enum class LineEnd : std::uint8_t {
    Never,  ///< within what a reader sees as one character
    InNeed, ///< where a number or a rule is broken: only when a line has no better place
    InWord, ///< within a word, or what Unicode keeps together: when a line has no better place than this
    Allowed,
};

/// For every place in a paragraph whether a line may end before the character there; one more than the text has.
///
/// By the Unicode rules for breaking lines and, beyond them, those of JIS X 4051 for what begins no line (、。」ー々ッ…),
/// ends none (「（￥№…) and is not divided: …… and ――, numbers with their separators, and numbers with what they count
/// (第3回, 2021年度, 12.5%, 3か所, 令和8年).
std::vector<LineEnd> lineEnds(const QString &text);

/// Whether the right half of the character is blank in a font for Japanese, so that it may stand beyond the end of a line:
/// closing brackets, full stops and commas of full width.
bool hasBlankEnd(QChar c);

/// Whether space may be added between two neighbours to fill a line: not within words and numbers in Latin letters.
bool canStretch(QChar before, QChar after);

/// Whether only this is left of a text that it takes no line of its own: less than two characters beside marks.
bool isLonely(QStringView rest);

} // namespace mezasu::report
