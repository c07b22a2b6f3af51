// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/erasure.h"

#include "core/change/journal.h"

#include <algorithm>

namespace mezasu {

namespace {
void findIn(const ChangeSet &set, const QString &word, QList<FoundText> &out)
{
    const auto contains = [&](const Digest &digest) {
        const auto it = set.texts.constFind(digest);
        return it != set.texts.constEnd() && it->text.contains(word);
    };
    if (std::none_of(set.texts.begin(), set.texts.end(), [&](const Salted &s) { return s.text.contains(word); }))
        return;
    const auto record = set.record ? Result<Record>(*set.record) : Record::parse(set.body);
    if (!record) { // of a newer version: where its texts belong is not known, that they hold the word is
        for (auto it = set.texts.begin(); it != set.texts.end(); ++it) {
            if (it->text.contains(word))
                out.append({it.key(), set.name, {}, it->text});
        }
        return;
    }
    for (const Digest &digest : {record.value().author, record.value().reason}) {
        if (contains(digest))
            out.append({digest, set.name, {}, set.texts.value(digest).text});
    }
    for (const Write &write : record.value().writes) {
        const auto digest = write.value ? textDigestOf(*write.value) : std::nullopt;
        if (digest && contains(*digest))
            out.append({*digest, set.name, write.thing, set.texts.value(*digest).text});
    }
}

std::optional<Digest> digestOfWrite(const StoredWrite &w)
{
    return w.hasValue ? textDigestOf(w.content) : std::nullopt;
}
} // namespace

QList<FoundText> findTexts(Journal &journal, const QString &word)
{
    QList<FoundText> out;
    if (word.isEmpty())
        return out;
    for (const Name &name : journal.names())
        findIn(journal.changeSet(name), word, out);
    for (const Name &name : journal.waiting())
        findIn(journal.changeSet(name), word, out);
    return out;
}

Draft draftOfErasure(const QList<FoundText> &texts, const QString &author, const QString &time, const QString &reason)
{
    Draft draft;
    draft.author = author;
    draft.time = time;
    draft.reason = reason;
    for (const FoundText &text : texts)
        draft.erases.append(text.digest);
    return draft;
}

QList<std::pair<Thing, Name>> suspectsOfErasure(Journal &journal)
{
    const Ancestry &ancestry = journal.ancestry();
    QHash<Digest, law::Numbers> erasedBy;
    for (const Name &name : journal.names()) {
        const auto record = Record::parse(journal.changeSet(name, WithTexts::OfItself).body);
        if (!record)
            continue;
        for (const Digest &digest : record.value().erases)
            erasedBy[digest].push_back(*ancestry.numberOf(name));
    }
    QList<std::pair<Thing, Name>> out;
    for (auto it = erasedBy.cbegin(); it != erasedBy.cend(); ++it) {
        for (const Thing &thing : journal.thingsWith({it.key()})) {
            const auto &writes = journal.writes(thing);
            for (const StoredWrite &origin : writes) {
                if (digestOfWrite(origin) != it.key())
                    continue;
                for (const StoredWrite &later : writes) {
                    const auto digest = digestOfWrite(later);
                    const bool knew = std::any_of(it->begin(), it->end(),
                        [&](Number erasure) { return ancestry.before(erasure, later.changeSet); });
                    if (digest && !journal.isErased(*digest) && !knew
                        && ancestry.before(origin.changeSet, later.changeSet))
                        out.append({thing, ancestry.name(later.changeSet)});
                }
            }
        }
    }
    return out;
}

} // namespace mezasu
