// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/grid.h"
#include "core/exchange/limits.h"
#include "core/exchange/message.h"
#include <optional>

namespace mezasu::exchange {

/// Reads every sheet of an .xlsx workbook, hidden ones too, in the workbook's order.
///
/// Texts are taken as they are: rich text joined, furigana (rPh) left out. Numbers are shown as a spreadsheet shows
/// them where the format is simple; days become ISO and are marked. Formulas give their last value. Merged cells
/// are marked. Nothing is computed and nothing outside the file is opened.
/// \retval nullopt with a refusal in \p messages
std::optional<QList<Grid>> readWorkbook(
    const QByteArray &bytes, const QString &file, const Limits &limits, MessageList &messages);

/// A1 → column 0, row 1. \return false if it is no such name
bool parseReference(QStringView reference, int &column, int &row);

} // namespace mezasu::exchange
