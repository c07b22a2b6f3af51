// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace mezasu {

/// A stretch of text that two texts share, or that only one of them has.
struct TextPart
{
    enum class Is { Same, Removed, Added };
    Is is = Is::Same;
    QString text;
    bool operator==(const TextPart &) const = default;
};

/// How \p before becomes \p after, for a reader: by characters as a person counts them, in Latin script and numbers by words;
/// lonely characters between two changes go with them. Removed stands before what was added in its place. The parts that are
/// not Added make \p before, those that are not Removed make \p after, character for character.
QList<TextPart> textDifference(const QString &before, const QString &after);

} // namespace mezasu
