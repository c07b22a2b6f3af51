// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/ancestry.h"

#include <algorithm>

namespace mezasu {

Ancestry::Ancestry(std::vector<Standing> standings, const std::vector<Knowledge> &knowledge)
    : m_standings(std::move(standings))
{
    m_numbers.reserve(qsizetype(m_standings.size()));
    for (Number n = 0; n < m_standings.size(); ++n) {
        const Standing &s = m_standings.at(n);
        m_numbers.insert(s.name, n);
        if (s.chain >= m_tips.size())
            m_tips.resize(s.chain + 1);
        m_tips[s.chain] = std::max(m_tips.at(s.chain), s.seq);
    }
    m_knows.resize(m_tips.size());
    for (const Knowledge &k : knowledge) {
        if (k.chain < m_knows.size())
            m_knows[k.chain][k.of].push_back({k.seq, k.upto});
    }
    for (auto &ofChain : m_knows) {
        for (auto &steps : ofChain)
            std::sort(steps.begin(), steps.end(), [](const Step &a, const Step &b) { return a.seq < b.seq; });
    }
}

qint64 Ancestry::upTo(quint32 chain, quint32 seq, quint32 of) const
{
    if (chain == of)
        return seq;
    const auto it = m_knows.at(chain).constFind(of);
    if (it == m_knows.at(chain).constEnd())
        return -1;
    const auto step = std::upper_bound(it->begin(), it->end(), seq, [](quint32 s, const Step &k) { return s < k.seq; });
    return step == it->begin() ? qint64(-1) : qint64(std::prev(step)->upto); // never unsigned: -1 is "nothing"
}

Number Ancestry::add(const Name &name, const QList<Name> &parents)
{
    std::vector<Number> known;
    Standing standing{name, 0, 0, 1};
    for (const Name &parent : parents) {
        known.push_back(m_numbers.value(parent));
        standing.depth = std::max(standing.depth, depth(known.back()) + 1);
    }
    // Parents come sorted by name, so that every copy chooses alike; the choice is local and never leaves this copy.
    const auto own = std::find_if(known.begin(), known.end(),
        [this](Number p) { return m_tips.at(m_standings.at(p).chain) == m_standings.at(p).seq; });
    if (own != known.end()) {
        standing.chain = m_standings.at(*own).chain;
        standing.seq = ++m_tips[standing.chain];
    } else {
        standing.chain = quint32(m_tips.size());
        m_tips.push_back(0);
        m_knows.emplace_back();
    }
    for (const Number parent : known) {
        if (own != known.end() && parent == *own)
            continue;
        const Standing &p = m_standings.at(parent);
        std::vector<quint32> chains{p.chain};
        for (auto it = m_knows.at(p.chain).keyBegin(); it != m_knows.at(p.chain).keyEnd(); ++it)
            chains.push_back(*it);
        for (const quint32 of : chains) {
            const qint64 upto = upTo(p.chain, p.seq, of);
            if (of == standing.chain || upto <= upTo(standing.chain, standing.seq, of))
                continue;
            auto &steps = m_knows[standing.chain][of];
            if (!steps.empty() && steps.back().seq == standing.seq)
                steps.back().upto = quint32(upto);
            else
                steps.push_back({standing.seq, quint32(upto)});
            m_new.push_back({standing.chain, of, standing.seq, quint32(upto)});
        }
    }
    const Number number = Number(m_standings.size());
    m_standings.push_back(standing);
    m_numbers.insert(name, number);
    return number;
}

std::vector<Knowledge> Ancestry::takeNewKnowledge()
{
    return std::exchange(m_new, {});
}

std::optional<Number> Ancestry::numberOf(const Name &name) const
{
    const auto it = m_numbers.constFind(name);
    if (it == m_numbers.constEnd())
        return {};
    return *it;
}

bool Ancestry::before(Number a, Number b) const
{
    if (a == b)
        return false;
    const Standing &sa = m_standings.at(a);
    const Standing &sb = m_standings.at(b);
    return upTo(sb.chain, sb.seq, sa.chain) >= qint64(sa.seq);
}

} // namespace mezasu
