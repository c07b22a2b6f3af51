// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/tablereader.h"
#include "tests/core/exchange/drafttext.h"
#include "tests/fuzz/property.h"
#include <algorithm>

namespace mezasu::fuzz {

/// Every message can be said in both languages, and points into the table or at nothing.
inline void requireSayable(const exchange::MessageList &messages)
{
    using namespace exchange;
    const QList<Message> all = messages.all();
    for (const Message &message : all) {
        require(!codeName(message.code).isEmpty(), "every message has a code");
        require(!severityName(message.severity).isEmpty(), "every message has a severity");
        for (const Language language : {Language::Japanese, Language::English}) {
            const QString said = lineOf(message, language);
            require(!sentence(message, language).isEmpty() && !said.isEmpty(), "every message is a sentence",
                codeName(message.code));
            require(
                std::none_of(said.cbegin(), said.cend(), [](QChar c) { return c.category() == QChar::Other_Control; }),
                "no control characters in a message", codeName(message.code));
        }
        require(message.row >= 0 && message.column >= 0, "places count from 1", codeName(message.code));
    }
}

inline void requireGrid(const exchange::Grid &grid, const exchange::Limits &limits)
{
    int last = 0;
    qint64 cells = 0;
    for (const exchange::GridRow &row : grid.rows) {
        require(row.number > last && row.number <= limits.rows, "rows are numbered upwards, within the limit");
        require(row.cells.size() <= limits.columns, "columns are within the limit");
        last = row.number;
        cells += row.cells.size();
        for (const exchange::Cell &cell : row.cells)
            require(cell.rowSpan >= 1 && cell.columnSpan >= 1 && cell.text.isValidUtf16(),
                "a cell covers itself, and is text");
    }
    require(cells <= limits.cells, "cells are within the limit");
}

/// The promises about any bytes that are read as a table. \return what was read, if it is a table
inline std::optional<exchange::TableFile> checkTable(const QByteArray &bytes, const QString &name)
{
    using namespace exchange;
    const ReadOptions options;
    MessageList messages;
    const auto file = readTableFile(bytes, name, options, messages);
    requireSayable(messages);
    require(
        file.has_value() != messages.hasRefusal(), "refused if and only if a refusal says why", messageText(messages));
    if (!file)
        return std::nullopt;
    for (const Grid &grid : file->sheets)
        requireGrid(grid, options.limits);

    const auto table = readTable(*file, {}, messages);
    requireSayable(messages);
    require(table.has_value() != messages.hasRefusal(), "understood, or a refusal says why", messageText(messages));
    if (!table)
        return file;
    require(!table->draft.policies.isEmpty(), "a table that was taken gives something");
    const int lastRow = table->grid.rows.constLast().number;
    const auto within = [&](const DraftPlace &place) {
        require(place.row >= 0 && place.row <= lastRow, "what was read stands in a row of the table");
    };
    for (const DraftPolicy &policy : table->draft.policies) {
        within(policy.place);
        for (const DraftGoal &goal : policy.goals) {
            within(goal.place);
            for (const DraftLine &line : goal.statements + goal.issues + goal.footnotes)
                within(line.place);
            for (const DraftItem &item : goal.items)
                within(item.place);
        }
    }

    MessageList again;
    const auto second = readTableFile(bytes, name, options, again);
    require(second.has_value(), "read twice, taken twice");
    const auto secondTable = readTable(*second, {}, again);
    require(
        secondTable && draftText(secondTable->draft) == draftText(table->draft), "read twice, the draft is the same");
    require(again.all() == messages.all(), "read twice, the messages are the same");
    return file;
}

} // namespace mezasu::fuzz
