// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/erasure.h"
#include "tests/core/change/support/world.h"

#include <QJsonObject>

/// What comes to a world's copies from elsewhere: erasures, packets, damaged and forged ones.
namespace mezasu::test {

using namespace Qt::StringLiterals;

void World::erase(Copy &copy)
{
    QStringList words;
    for (const QString &text : copy.holding.texts) {
        if (const qsizetype from = text.indexOf(u'<'); from >= 0)
            words.append(text.mid(from, text.indexOf(u'>') + 1 - from));
    }
    if (words.isEmpty())
        return;
    words.sort();
    const QString word = m_random.oneOf(words);
    QSet<Digest> expected;
    for (auto it = copy.holding.texts.cbegin(); it != copy.holding.texts.cend(); ++it) {
        if (it->contains(word))
            expected.insert(it.key());
    }
    const QList<FoundText> found = findTexts(*copy.journal, word);
    QSet<Digest> digests;
    for (const FoundText &text : found)
        digests.insert(text.digest);
    require(digests == expected, u"the search for a word misses a text"_s);
    m_old.push_back(bundle(copy));
    commit(copy, draftOfErasure(found, u"a"_s, u"2026-01-01"_s, u"erased"_s));
    m_erased.push_back({word, digests});
    require(findTexts(*copy.journal, word).isEmpty(), u"an erased word is still found"_s);
    checkErased(copy);
    count("erased");
}

/// Any part of another copy, in any order, some twice, now and then without texts.
void World::packet(Copy &copy)
{
    QList<ChangeSet> sets = bundle(m_random.oneOf(m_copies));
    m_random.shuffle(sets);
    if (m_random.chance(50))
        sets.resize(m_random.between(0, int(sets.size())));
    if (m_random.chance(15)) {
        for (ChangeSet &set : sets) {
            if (m_random.chance(30))
                set.texts.clear();
        }
    }
    for (int i = m_random.below(3); i > 0 && !sets.isEmpty(); --i)
        sets.append(m_random.oneOf(sets));
    take(copy, sets);
    count("packets");
}

/// What was altered on the way is refused and changes nothing.
void World::damagedPacket(Copy &copy)
{
    QList<ChangeSet> sets = bundle(m_random.oneOf(m_copies));
    ChangeSet set = m_random.oneOf(sets);
    set.record.reset();
    const State before = stateOf(copy);
    const bool had = copy.journal->contains(set.name);
    const Digest altered = set.texts.isEmpty() ? Digest() : set.texts.keyBegin().base().key();
    const bool body = set.texts.isEmpty() || m_random.chance(50);
    if (body)
        set.body[20] = set.body.at(20) == '0' ? '1' : '0'; // a digit of a digest
    else
        set.texts[altered].text += u"!"_s;
    const auto result = copy.journal->take({set});
    require(bool(result), u"taking over failed"_s);
    if (body) {
        require(
            result.value().refused.size() == 1 && stateOf(copy) == before && copy.journal->contains(set.name) == had,
            u"an altered ChangeSet was taken"_s);
        copy.journal->takeDelta();
    } else {
        const bool hasRoom = !copy.journal->changeSet(set.name).texts.contains(altered);
        require(hasRoom || copy.journal->changeSet(set.name).texts.value(altered) != set.texts.value(altered),
            u"an altered text was taken"_s);
        copy.holding.give(m_pool, set);
        const JournalDelta delta = copy.journal->takeDelta();
        if (copy.source)
            copy.source->write(delta, *copy.journal);
    }
    count("damaged packets");
}

/// Records that no honest program makes: they are kept, and silence nothing.
void World::forge(Copy &copy)
{
    const Oracle truth = oracle(copy);
    Record record;
    const int base = m_random.oneOf(truth.applied());
    record.parents = {m_pool.at(base).changeSet.name};
    const Salted text{m_random.salt(), newText()}, nobody{m_random.salt(), u"?"_s};
    record.author = record.reason = digestOf(nobody);
    Texts texts{{digestOf(nobody), nobody}};
    const State state = truth.state();
    QStringList things;
    for (const auto &[thing, values] : state.values) {
        if (thing.endsWith("/title"_L1) || thing.endsWith("/text"_L1) || thing.endsWith("/name"_L1))
            things.append(thing);
    }
    if (things.isEmpty())
        return;
    const Thing thing = *Thing::fromString(m_random.oneOf(things));
    const int what = m_random.below(6);
    if (what <= 1) { // claims to keep what it never knew
        QList<Name> keep;
        for (const int n : truth.candidates(thing.toString()))
            keep.append(m_pool.at(n).changeSet.name);
        keep.append(digestOf(text)); // and what is no ChangeSet
        std::sort(keep.begin(), keep.end());
        record.writes = {{thing, digestOf(text), keep}};
        texts.insert(digestOf(text), text);
    } else if (what == 2) { // stands below what nobody has made
        ElementId below;
        for (const QString &e : state.lives) {
            const ElementId id = *ElementId::fromString(e);
            if (id.kind == Kind::Statement)
                below = id;
        }
        if (below.isNull())
            return;
        record.writes = {{{below, aspect::kPlace}, Place{{Kind::Goal, uuid()}, "m123456mm"}, {}}};
        m_isForged = true;
    } else if (what == 3) {
        record.writes = {{{m_plan, aspect::kExists}, Life::Removed, {}}};
    } else if (what == 4) { // empties without a value
        record.writes = {{thing, {}, {}}};
    } else { // never complete
        record.parents.append(digestOf(text));
        std::sort(record.parents.begin(), record.parents.end());
        record.writes = {{thing, digestOf(text), {}}};
        texts.insert(digestOf(text), text);
    }
    ChangeSet set;
    set.body = record.canonical();
    set.name = Hash::of(set.body);
    set.texts = texts;
    m_pool.add(set);
    m_forged.push_back(set);
    take(copy, {set});
    count("forged");
}

} // namespace mezasu::test
