// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/document.h"

#include <iterator>

namespace mezasu::report {

Document completed(const Document &document)
{
    Document out = document;
    out.sections.clear();
    for (const Section &section : document.sections) {
        Section whole = section;
        if (section.later) {
            std::vector<Block> blocks = section.later();
            whole.later = {};
            std::move(blocks.begin(), blocks.end(), std::back_inserter(whole.blocks));
            if (whole.blocks.empty())
                continue;
        }
        for (Block &block : whole.blocks) {
            auto *table = std::get_if<Table>(&block);
            if (!table || !table->source)
                continue;
            const auto source = std::move(table->source);
            table->source = {};
            for (std::size_t i = 0; i < source->count(); ++i)
                table->rows.push_back(source->row(i));
        }
        out.sections.push_back(std::move(whole));
    }
    return out;
}

} // namespace mezasu::report
