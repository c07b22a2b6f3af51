// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace mezasu::exchange {

/// A text that a spreadsheet would run when it opens a text file: = + - @ tab or CR at the start, or that with
/// apostrophes before it.
bool needsApostrophe(const QString &text);

/// The text with one apostrophe before it where needsApostrophe() says so.
QString guarded(const QString &text);

/// Takes off the one apostrophe that guarded() puts there; unguarded(guarded(t)) is t for every text.
QString unguarded(const QString &text);

/// As guarded(), for a workbook, whose text cells do not run: only texts that unguarded() would change.
QString guardedForWorkbook(const QString &text);

} // namespace mezasu::exchange
