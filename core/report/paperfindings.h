// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/layout.h"

#include <optional>
#include <vector>

namespace mezasu::report {

/// Something about a paper that makes it hard to read. The paper is made all the same.
struct PaperFinding
{
    enum class Code {
        SmallText,    ///< on A4, less than what everybody reads; size: of the text, in points
        SmallReduced, ///< on A3, too small once it is copied down to A4; size: of the copy, in points
        NarrowColumn, ///< long texts in lines of few characters; size: how many stand in a line
    };
    Code code = Code::SmallText;
    double size = 0;
    int page = 0; ///< from 0: where it is seen first
};

/// Looks at pages one after the other.
class PaperReader
{
public:
    explicit PaperReader(const PageSetup &setup)
        : m_setup(setup)
    {
    }
    void read(const Page &page);
    /// What was found so far, at most one of each code.
    std::vector<PaperFinding> findings() const;

private:
    PageSetup m_setup;
    int m_page = 0; ///< the next
    std::optional<PaperFinding> m_narrow;
};

/// At most one of each code.
std::vector<PaperFinding> paperFindings(const PageSetup &setup, const Pages &pages);

} // namespace mezasu::report
