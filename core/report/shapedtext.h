// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

#include <vector>

namespace mezasu::report {

/// How far every place of a text in one font is from its beginning: one more than the text has characters. Within what is
/// drawn as one (a surrogate pair, a combining mark) the places after the first are at its end.
std::vector<double> shapedPlaces(const QString &text, const QFont &font);

} // namespace mezasu::report
