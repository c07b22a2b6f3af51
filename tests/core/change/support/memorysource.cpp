// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/support/memorysource.h"

#include <algorithm>

namespace mezasu::test {

namespace {
std::optional<Digest> digestIn(const StoredWrite &write)
{
    if (!write.hasValue)
        return {};
    if (const auto *digest = std::get_if<Digest>(&write.content))
        return *digest;
    if (const EntryContent *entry = entryOf(write.content))
        return entry->note;
    return {};
}
} // namespace

void MemorySource::write(const JournalDelta &delta, Journal &journal)
{
    for (const auto &[digest, by] : delta.erased) {
        m_erased.insert(digest);
        m_texts.remove(digest);
    }
    for (const JournalDelta::Applied &applied : delta.applied) {
        Q_ASSERT(applied.number == m_standings.size());
        m_standings.push_back(applied.standing);
        m_sets.insert(applied.changeSet.name, {applied.changeSet.body, applied.record().digests()});
        m_texts.insert(applied.changeSet.texts);
        for (size_t i = 0; i < applied.writes.size(); ++i) {
            const Write &write = applied.record().writes.at(qsizetype(i));
            StoredWrite stored{applied.number, applied.writes.at(i).hasValue, true, {}, {}, applied.writes.at(i).keep};
            if (stored.hasValue)
                stored.content = *write.value;
            m_writes[write.thing.element][write.thing.aspect][applied.number] = {stored, digestIn(stored)};
        }
    }
    for (const Knowledge &k : delta.knowledge)
        m_knowledge[{k.chain, k.of, k.seq}] = k.upto;
    for (const JournalDelta::Reference &old : delta.replaced)
        m_writes[old.element][old.aspect].at(old.changeSet).write.live = false;
    for (const auto &[reference, text] : delta.lateTexts)
        m_texts.insert(text.first, text.second);
    for (const WaitingChangeSet &w : delta.waitingAdded)
        m_waiting.insert(w.changeSet.name, w);
    for (const Name &name : delta.waitingRemoved)
        m_waiting.remove(name);
    if (delta.heads)
        m_heads = *delta.heads;
    for (const ElementId &id : delta.elements) {
        m_places.insert(id, journal.shownPlace(id));
        if (const Element *element = journal.plan().element(id)) {
            m_plan.put(std::make_shared<const Element>(*element));
            const auto old = m_plan.conflicts().value(id), now = journal.plan().conflicts().value(id);
            for (auto it = old.begin(); it != old.end(); ++it)
                m_plan.setConflict(id, it.key(), {});
            for (auto it = now.begin(); it != now.end(); ++it)
                m_plan.setConflict(id, it.key(), *it);
        } else if (m_plan.contains(id)) {
            m_plan.take(id);
        }
    }
    m_plan.setRoot(journal.plan().root());
}

QStringList MemorySource::texts() const
{
    QStringList out;
    for (const Salted &text : m_texts)
        out.append(text.text);
    for (const WaitingChangeSet &w : m_waiting) {
        for (const Salted &text : w.changeSet.texts)
            out.append(text.text);
    }
    return out;
}

std::vector<Knowledge> MemorySource::knowledge()
{
    std::vector<Knowledge> out;
    for (const auto &[key, upto] : m_knowledge)
        out.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), upto});
    return out;
}

QList<Name> MemorySource::incomplete()
{
    QList<Name> out;
    for (auto it = m_sets.cbegin(); it != m_sets.cend(); ++it) {
        if (std::any_of(it->second.begin(), it->second.end(),
                [this](const Digest &d) { return !m_texts.contains(d) && !m_erased.contains(d); }))
            out.append(it.key());
    }
    return out;
}

Value MemorySource::plainOf(const StoredWrite &write) const
{
    if (!write.hasValue)
        return {};
    if (const auto *digest = std::get_if<Digest>(&write.content))
        return m_texts.contains(*digest) ? Value(m_texts.value(*digest).text) : Value::erased();
    if (const EntryContent *entry = entryOf(write.content)) {
        IndicatorValue value{entry->value, entry->status, entry->missing, {}, false};
        if (entry->note) {
            value.noteErased = !m_texts.contains(*entry->note);
            value.note = m_texts.value(*entry->note).text;
        }
        return value;
    }
    if (const auto *b = std::get_if<bool>(&write.content))
        return Value::fromBool(*b);
    if (const auto *n = std::get_if<qint64>(&write.content))
        return *n;
    if (const auto *json = std::get_if<QJsonValue>(&write.content))
        return Value::fromStructure(*json);
    return {};
}

std::vector<ThingHistory> MemorySource::element(const ElementId &id)
{
    std::vector<ThingHistory> out;
    const auto it = m_writes.constFind(id);
    if (it == m_writes.constEnd())
        return out;
    for (const auto &[aspect, rows] : *it) {
        ThingHistory history{aspect, {}};
        for (const auto &[number, row] : rows) {
            history.writes.push_back(row.write);
            history.writes.back().plain = plainOf(row.write);
        }
        out.push_back(std::move(history));
    }
    return out;
}

QList<QByteArray> MemorySource::keysBelow(const ElementId &parent)
{
    QList<QByteArray> out;
    for (const Place &place : m_places) {
        if (place.parent == parent)
            out.append(place.key);
    }
    std::sort(out.begin(), out.end());
    return out;
}

QList<Thing> MemorySource::thingsWith(const QList<Digest> &digests)
{
    QList<Thing> out;
    for (auto it = m_writes.cbegin(); it != m_writes.cend(); ++it) {
        for (const auto &[aspect, rows] : *it) {
            if (std::any_of(rows.begin(), rows.end(),
                    [&](const auto &row) { return row.second.digest && digests.contains(*row.second.digest); }))
                out.append({it.key(), aspect});
        }
    }
    return out;
}

ChangeSet MemorySource::changeSet(const Name &name, WithTexts /*texts*/)
{
    ChangeSet out;
    const auto it = m_sets.constFind(name);
    if (it == m_sets.constEnd())
        return out;
    out.name = name;
    out.body = it->first;
    for (const Digest &digest : it->second) {
        if (m_texts.contains(digest))
            out.texts.insert(digest, m_texts.value(digest));
    }
    return out;
}

} // namespace mezasu::test
