// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <memory>

class QMimeData;

namespace mezasu::ui::cellblock {

/// Rows of cells as spreadsheets put them on the clipboard. Rows may differ in length.
using Block = QList<QStringList>;

/// The block that was copied in a spreadsheet, a word processor or a browser; empty where there is none.
///
/// Where text and HTML agree in their shape, the text is taken: it is exact. Where they do not (a word processor's
/// paragraphs in a cell, merged cells), the HTML is.
Block fromClipboard(const QMimeData &copied);

/// As text with tabs, and as an HTML table in which spreadsheets keep the decimals of numbers.
std::unique_ptr<QMimeData> toClipboard(const Block &block);

} // namespace mezasu::ui::cellblock
