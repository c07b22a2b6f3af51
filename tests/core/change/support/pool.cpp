// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/support/pool.h"

#include <algorithm>

namespace mezasu::test {

int Pool::add(const ChangeSet &changeSet)
{
    if (const int known = numberOf(changeSet.name); known >= 0) {
        Item &item = m_items.at(size_t(known));
        item.changeSet.texts.insert(changeSet.texts);
        return known;
    }
    Item item;
    item.changeSet = changeSet;
    auto record = Record::parse(changeSet.body);
    Q_ASSERT(record);
    item.record = std::move(record).value();
    item.shared = std::make_shared<const Record>(item.record);
    for (const Write &write : item.record.writes) {
        item.things.push_back(write.thing.toString());
        m_elements.insert(write.thing.element.toString());
    }
    item.past.resize(size_t(size()) / 64 + 1);
    for (const Name &name : item.record.parents) {
        const int p = numberOf(name);
        item.parents.push_back(p);
        if (p < 0)
            continue;
        const Item &parent = at(p);
        for (size_t i = 0; i < parent.past.size(); ++i)
            item.past[i] |= parent.past[i];
        item.past[size_t(p) / 64] |= quint64(1) << (p % 64);
        item.depth = std::max(item.depth, parent.depth + 1);
    }
    m_items.push_back(std::move(item));
    m_numbers.insert(changeSet.name, size() - 1);
    return size() - 1;
}

void Holding::give(const Pool &pool, const ChangeSet &changeSet)
{
    const int n = pool.numberOf(changeSet.name);
    has.resize(size_t(std::max(pool.size(), int(has.size()))));
    has[size_t(n)] = 1;
    const Record &record = pool.at(n).record;
    for (const Digest &digest : record.erases) {
        erased.insert(digest);
        texts.remove(digest);
    }
    for (const Digest &digest : record.digests()) {
        const auto text = changeSet.texts.constFind(digest);
        if (text != changeSet.texts.constEnd() && !erased.contains(digest) && digestOf(*text) == digest)
            texts.insert(digest, text->text);
    }
}

} // namespace mezasu::test
