// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mezasu {

/// How many characters a person sees in a text: grapheme clusters, line ends not counted.
qsizetype countCharacters(const QString &text);

} // namespace mezasu
