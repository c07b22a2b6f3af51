// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/takeback.h"

#include "core/change/journal.h"

#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
QList<Name> namesOf(const Ancestry &ancestry, const law::Numbers &numbers)
{
    QList<Name> out;
    for (const Number n : numbers)
        out.append(ancestry.name(n));
    std::sort(out.begin(), out.end());
    return out;
}

/// Takes one ChangeSet back: what it inserted, and what it wrote elsewhere.
class TakingBack
{
public:
    TakingBack(Journal &journal, Number x, Record record)
        : m_journal(journal)
        , m_x(x)
        , m_record(std::move(record))
    {
    }

    TakeBack run()
    {
        findInserted();
        keepWhatOthersBuiltUpon();
        TakeBack out;
        QSet<ElementId> existenceWritten;
        for (const Write &write : m_record.writes) {
            if (write.thing.aspect == aspect::kExists)
                existenceWritten.insert(write.thing.element);
        }
        for (const Write &write : m_record.writes) {
            const Thing &thing = write.thing;
            if (m_inserted.contains(thing.element)) {
                if (thing.aspect != aspect::kExists)
                    continue;
                if (m_removable.contains(thing.element))
                    out.draft.writes.append({thing, Life::Removed, {}});
                else
                    out.left.append(thing);
                continue;
            }
            const bool there = m_journal.plan().contains(thing.element) || existenceWritten.contains(thing.element);
            const auto keep =
                there ? law::keepToTakeBack({m_journal.writes(thing), m_journal.ancestry()}, m_x) : std::nullopt;
            if (keep)
                out.draft.writes.append({thing, {}, namesOf(m_journal.ancestry(), *keep)});
            else
                out.left.append(thing);
        }
        return out;
    }

private:
    void findInserted()
    {
        for (const Write &write : m_record.writes) {
            if (write.thing.aspect != aspect::kExists || !write.value || std::get<Life>(*write.value) != Life::Alive)
                continue;
            const auto &writes = m_journal.writes(write.thing);
            const bool earlier = std::any_of(writes.begin(), writes.end(),
                [&](const StoredWrite &w) { return m_journal.ancestry().before(w.changeSet, m_x); });
            if (!earlier)
                m_inserted.insert(write.thing.element);
        }
    }

    bool isUntouched(const ElementId &id)
    {
        for (const QString &aspect : m_journal.aspects(id)) {
            qsizetype live = 0;
            bool byX = false;
            for (const StoredWrite &w : m_journal.writes({id, aspect})) {
                if (w.live) {
                    ++live;
                    byX = w.changeSet == m_x;
                }
            }
            if (live != 1 || !byX)
                return false;
        }
        return true;
    }

    void keepWhatOthersBuiltUpon()
    {
        for (const ElementId &id : m_inserted) {
            if (isUntouched(id))
                m_removable.insert(id);
        }
        // An insertion below which something else lives stays, and so on upwards.
        QList<ElementId> order(m_removable.begin(), m_removable.end());
        std::sort(order.begin(), order.end(),
            [](const ElementId &a, const ElementId &b) { return layerOf(a.kind) > layerOf(b.kind); });
        for (const ElementId &id : order) {
            const QList<ElementId> &below = m_journal.plan().children(id);
            if (std::any_of(
                    below.begin(), below.end(), [this](const ElementId &c) { return !m_removable.contains(c); }))
                m_removable.remove(id);
        }
    }

    Journal &m_journal;
    Number m_x;
    Record m_record;
    QSet<ElementId> m_inserted;
    QSet<ElementId> m_removable;
};

void removeBranch(const Plan &plan, const ElementId &id, QList<DraftWrite> &writes)
{
    for (const ElementId &child : plan.children(id))
        removeBranch(plan, child, writes);
    writes.append({{id, aspect::kExists}, Life::Removed, {}});
}
} // namespace

Result<TakeBack> takeBack(Journal &journal, const Name &name)
{
    const auto number = journal.ancestry().numberOf(name);
    if (!number)
        return makeError(Error::Code::NotFound, u"no such ChangeSet"_s, name.toHex());
    const auto record = Record::parse(journal.changeSet(name, WithTexts::OfItself).body);
    if (!record)
        return record.error();
    TakeBack out = TakingBack(journal, *number, record.value()).run();
    if (const auto failure = journal.failure())
        return *failure;
    return out;
}

Result<Draft> decide(Journal &journal, const Thing &thing, const QList<Name> &keep)
{
    if (thing.aspect == aspect::kExists)
        return makeError(Error::Code::InvalidInput, u"existence is decided by decideExistence"_s, thing.toString());
    const law::Numbers candidates = law::candidateWrites({journal.writes(thing), journal.ancestry()});
    for (const Name &name : keep) {
        const auto number = journal.ancestry().numberOf(name);
        if (!number || !std::binary_search(candidates.begin(), candidates.end(), *number))
            return makeError(Error::Code::NotFound, u"not a candidate: "_s + name.toHex(), thing.toString());
    }
    if (keep.isEmpty())
        return makeError(Error::Code::InvalidInput, u"no candidate is kept"_s, thing.toString());
    Draft draft;
    draft.writes.append({thing, {}, keep});
    return draft;
}

Result<Draft> decideExistence(Journal &journal, const ElementId &id, bool alive)
{
    if (id.kind == Kind::Plan || !journal.plan().contains(id))
        return makeError(Error::Code::NotFound, u"no such element"_s, id.toString());
    Draft draft;
    if (alive)
        draft.writes.append({{id, aspect::kExists}, Life::Alive, {}});
    else
        removeBranch(journal.plan(), id, draft.writes);
    return draft;
}

} // namespace mezasu
