// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"

#include <map>
#include <memory>

namespace mezasu::test {

/// Tables in memory, fed by nothing but what a journal says is to be written: what a store does, without one.
class MemorySource : public JournalSource
{
public:
    /// Writes a delta; \p journal is the one that gave it.
    void write(const JournalDelta &delta, Journal &journal);
    const Plan &plan() const { return m_plan; }
    /// Every text that is kept anywhere.
    QStringList texts() const;

    std::vector<Standing> standings() override { return m_standings; }
    std::vector<Knowledge> knowledge() override;
    QList<Name> heads() override { return m_heads; }
    QList<WaitingChangeSet> waiting() override { return m_waiting.values(); }
    QList<Digest> erased() override { return m_erased.values(); }
    QList<Name> incomplete() override;
    std::vector<ThingHistory> element(const ElementId &id) override;
    QList<QByteArray> keysBelow(const ElementId &parent) override;
    QList<Thing> thingsWith(const QList<Digest> &digests) override;
    ChangeSet changeSet(const Name &name, WithTexts texts) override;
    std::optional<Error> failure() const override { return {}; }

private:
    struct Row
    {
        StoredWrite write; ///< plain holds nothing that is a text
        std::optional<Digest> digest;
    };
    Value plainOf(const StoredWrite &write) const;

    std::vector<Standing> m_standings;
    std::map<std::tuple<quint32, quint32, quint32>, quint32> m_knowledge;
    QList<Name> m_heads;
    QHash<Name, WaitingChangeSet> m_waiting;
    QSet<Digest> m_erased;
    QHash<Digest, Salted> m_texts;
    QHash<Name, std::pair<QByteArray, QList<Digest>>> m_sets;
    QHash<ElementId, std::map<QString, std::map<Number, Row>>> m_writes;
    QHash<ElementId, Place> m_places; ///< shown places, of what is gone too
    Plan m_plan;
};

} // namespace mezasu::test
