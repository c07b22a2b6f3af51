// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/cellcontent.h"
#include <QString>

namespace mezasu::exchange {

/// How a cell is written.
enum class CellForm {
    Lines, ///< for people: a line for each paragraph or item (workbooks)
    Html   ///< lists and paragraphs as HTML, everything in one line (TSV, CSV)
};

/// The cell source of a text, such that parseCell(source).text() is the text again (blank texts become an empty cell).
QString textSource(const QString &text, CellForm form);

/// The cell source of a list, such that listOf(parseCell(source), kind) is the list again, character for character.
/// Takes the plainest form that reads back the same: a single item as its line; several as lines or as <ul>;
/// with marks spelt out only where reading would find others.
QString listSource(const CellList &list, ListKind kind, CellForm form);

} // namespace mezasu::exchange
