// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace mezasu::notes {

/// Marks in a text that refer to a note, as they stand: ※ and ※1 behind a word, （※）, (※1), （注1）. A ※ that begins a line
/// or a sentence begins a note itself and refers to none.
QStringList marksIn(const QString &text);

/// What marks of the same note have in common: ※１, (※1) and ※1 are one.
QString key(const QString &mark);

} // namespace mezasu::notes
