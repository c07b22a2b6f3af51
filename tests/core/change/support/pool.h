// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/record.h"

#include <QSet>
#include <memory>
#include <set>
#include <vector>

namespace mezasu::test {

/// Every ChangeSet of a world with its whole past as a set of bits: the plain definition of who is in whose past.
class Pool
{
public:
    struct Item
    {
        ChangeSet changeSet; ///< with all its texts, erased ones too
        Record record;
        std::shared_ptr<const Record> shared; ///< the same, to spare a journal the parsing
        std::vector<QString> things;          ///< of the writes
        std::vector<int> parents;             ///< numbers in the pool; -1: never made
        std::vector<quint64> past;            ///< bits by number
        int depth = 1;
    };

    /// \return its number; the same for the same name. Parents that are known must have been added before.
    int add(const ChangeSet &changeSet);
    int numberOf(const Name &name) const { return m_numbers.value(name, -1); }
    const Item &at(int n) const { return m_items.at(size_t(n)); }
    int size() const { return int(m_items.size()); }
    const std::set<QString> &elements() const { return m_elements; } ///< everything that anybody wrote to
    bool before(int a, int b) const
    {
        const auto &past = at(b).past;
        const auto word = size_t(a) / 64;
        return word < past.size() && ((past[word] >> (a % 64)) & 1) != 0;
    }

private:
    std::vector<Item> m_items;
    QHash<Name, int> m_numbers;
    std::set<QString> m_elements;
};

/// What one copy was given, in any order: all that its state may depend on.
struct Holding
{
    std::vector<char> has; ///< by number in the pool
    QHash<Digest, QString> texts;
    QSet<Digest> erased;

    void give(const Pool &pool, const ChangeSet &changeSet);
    bool contains(int n) const { return size_t(n) < has.size() && has[size_t(n)] != 0; }
};

} // namespace mezasu::test
