// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeset.h"

namespace mezasu {
class Journal;

/// One text of the journal in which a word was found.
struct FoundText
{
    Digest digest;
    Name changeSet;
    std::optional<Thing> thing; ///< nothing: the reason or author of the ChangeSet
    QString text;
};

/// Every text of the whole journal, waiting ChangeSets included, that contains the word as typed.
QList<FoundText> findTexts(Journal &journal, const QString &word);

/// The ChangeSet that erases them for good.
Draft draftOfErasure(const QList<FoundText> &texts, const QString &author, const QString &time, const QString &reason);

/// Writes that grew from an erased text without knowing of the erasure: the word may stand there again, a person must look.
QList<std::pair<Thing, Name>> suspectsOfErasure(Journal &journal);

} // namespace mezasu
