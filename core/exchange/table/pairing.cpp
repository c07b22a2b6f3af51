// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/pairing.h"

#include "core/exchange/table/assignment.h"

#include <QHash>
#include <algorithm>
#include <map>

namespace mezasu::exchange {

namespace {

constexpr size_t kAllPairs = 4096;      ///< up to so many pairs are compared without looking for candidates
constexpr size_t kCandidates = 12;      ///< per row
constexpr size_t kOftenAtMost = 64;     ///< pairs of characters in more elements than that tell nothing
constexpr size_t kEqualTextsBlock = 96; ///< more equal texts than that are paired in order

class PairUp
{
public:
    PairUp(const std::vector<Compared> &lefts, const std::vector<Compared> &rights, const PairingOptions &options)
        : m_lefts(lefts)
        , m_rights(rights)
        , m_options(options)
        , m_leftDone(lefts.size(), 0)
        , m_rightDone(rights.size(), 0)
    {
    }

    std::vector<Pairing> run()
    {
        if (m_options.mode == MatchMode::Code)
            sameCodes(false);
        equalTexts();
        if (!m_options.equalTextOnly) {
            bestPairs();
            if (m_options.codeAlone)
                sameCodes(true);
        }
        return std::move(m_out);
    }

private:
    using Groups = std::map<QString, std::pair<std::vector<int>, std::vector<int>>>;

    template <typename KeyOf>
    Groups groups(KeyOf keyOf) const
    {
        Groups out;
        for (size_t i = 0; i < m_lefts.size(); ++i) {
            if (!m_leftDone[i] && !keyOf(m_lefts[i]).isEmpty())
                out[keyOf(m_lefts[i])].first.push_back(int(i));
        }
        for (size_t i = 0; i < m_rights.size(); ++i) {
            if (m_rightDone[i] || keyOf(m_rights[i]).isEmpty())
                continue;
            if (const auto it = out.find(keyOf(m_rights[i])); it != out.end())
                it->second.second.push_back(int(i));
        }
        return out;
    }

    void take(int left, int right, MatchReason reason)
    {
        m_leftDone[size_t(left)] = m_rightDone[size_t(right)] = 1;
        m_out.push_back({left, right, reason, likenessOf(m_lefts[size_t(left)], m_rights[size_t(right)])});
    }

    double support(int left, int right) const { return m_options.support ? m_options.support(left, right) : 0; }
    bool sameCode(int left, int right) const
    {
        const QString &code = m_lefts[size_t(left)].code;
        return !code.isEmpty() && code == m_rights[size_t(right)].code;
    }

    void sameCodes(bool alone)
    {
        for (const auto &[code, sides] : groups([](const Compared &c) -> const QString & { return c.code; })) {
            const auto &[lefts, rights] = sides;
            if (lefts.size() == 1 && rights.size() == 1)
                take(lefts.front(), rights.front(), MatchReason::Code);
            else if (!alone && !rights.empty())
                assignAmong(lefts, rights, MatchReason::Code);
        }
    }

    void equalTexts()
    {
        for (const auto &[text, sides] : groups([](const Compared &c) -> const QString & { return c.text; })) {
            const auto &[lefts, rights] = sides;
            if (rights.empty())
                continue;
            if (lefts.size() == 1 && rights.size() == 1)
                take(lefts.front(), rights.front(), MatchReason::EqualText);
            else
                assignAmong(lefts, rights, MatchReason::EqualText);
        }
    }

    /// Among equals: by code, by what else speaks for it, by what describes it, then in order.
    void assignAmong(const std::vector<int> &lefts, const std::vector<int> &rights, MatchReason reason)
    {
        if (lefts.size() > kEqualTextsBlock || rights.size() > kEqualTextsBlock) {
            for (size_t i = 0; i < std::min(lefts.size(), rights.size()); ++i)
                take(lefts[i], rights[i], reason);
            return;
        }
        std::vector<Edge> edges;
        for (size_t i = 0; i < lefts.size(); ++i) {
            for (size_t j = 0; j < rights.size(); ++j) {
                const auto distance = double(std::abs(qsizetype(i) - qsizetype(j)));
                edges.push_back({lefts[i], rights[j],
                    10 + 4 * double(sameCode(lefts[i], rights[j])) + 2 * support(lefts[i], rights[j])
                        + likenessOf(m_lefts[size_t(lefts[i])], m_rights[size_t(rights[j])])
                        - 0.001 * distance * distance});
            }
        }
        for (const Edge &e : bestAssignment(std::move(edges)))
            take(e.left, e.right, reason);
    }

    void bestPairs()
    {
        std::vector<Edge> edges;
        for (const auto &[left, right] : candidates()) {
            const double worth = worthOf(left, right);
            if (worth > 0)
                edges.push_back({left, right, worth});
        }
        for (const Edge &e : bestAssignment(std::move(edges))) {
            const double likeness = likenessOf(m_lefts[size_t(e.left)], m_rights[size_t(e.right)]);
            const bool alike = likeness >= m_options.leastWithCode;
            take(e.left, e.right,
                sameCode(e.left, e.right) && alike ? MatchReason::CodeAndLikeness
                    : alike                        ? MatchReason::Likeness
                                                   : MatchReason::Contents);
        }
    }

    double worthOf(int left, int right) const
    {
        const double likeness = likenessOf(m_lefts[size_t(left)], m_rights[size_t(right)]);
        const double also = support(left, right);
        const double order = 1e-6 / (1 + std::abs(left - right));
        if (sameCode(left, right) && likeness >= m_options.leastWithCode)
            return 1 + likeness + m_options.supportWorth * also + order;
        if (likeness >= m_options.least)
            return likeness + m_options.supportWorth * also + order;
        if (m_options.supportAlone && also > 0)
            return likeness + m_options.supportWorth * also + order;
        return 0;
    }

    std::vector<std::pair<int, int>> candidates() const
    {
        std::vector<int> lefts;
        std::vector<int> rights;
        for (size_t i = 0; i < m_lefts.size(); ++i) {
            if (!m_leftDone[i])
                lefts.push_back(int(i));
        }
        for (size_t i = 0; i < m_rights.size(); ++i) {
            if (!m_rightDone[i])
                rights.push_back(int(i));
        }
        std::vector<std::pair<int, int>> out;
        if (lefts.empty() || rights.empty())
            return out;
        if (lefts.size() * rights.size() <= kAllPairs) {
            for (const int l : lefts) {
                for (const int r : rights)
                    out.emplace_back(l, r);
            }
            return out;
        }
        for (const auto &hint : m_options.hints) {
            if (!m_leftDone[size_t(hint.first)] && !m_rightDone[size_t(hint.second)])
                out.push_back(hint);
        }
        for (const auto &[code, sides] : groups([](const Compared &c) -> const QString & { return c.code; })) {
            for (size_t i = 0; i < std::min(sides.first.size(), kCandidates); ++i) {
                for (size_t j = 0; j < std::min(sides.second.size(), kCandidates); ++j)
                    out.emplace_back(sides.first[i], sides.second[j]);
            }
        }
        byPairs(lefts, rights, out);
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    /// For each row the elements that share most of its rarer pairs of characters.
    void byPairs(
        const std::vector<int> &lefts, const std::vector<int> &rights, std::vector<std::pair<int, int>> &out) const
    {
        QHash<quint32, std::vector<int>> index;
        const auto eachPair = [](const Compared &c, auto &&use) {
            for (const TextShape *shape : {&c.textShape, &c.moreShape}) {
                quint32 last = 0;
                for (const quint32 pair : shape->pairs()) {
                    if (pair != last)
                        use(pair);
                    last = pair;
                }
            }
        };
        for (const int r : rights) {
            eachPair(m_rights[size_t(r)], [&](quint32 pair) {
                std::vector<int> &list = index[pair];
                if (list.size() <= kOftenAtMost && (list.empty() || list.back() != r))
                    list.push_back(r);
            });
        }
        QHash<int, int> shared;
        for (const int l : lefts) {
            if (m_options.isCancelled && m_options.isCancelled())
                return;
            shared.clear();
            eachPair(m_lefts[size_t(l)], [&](quint32 pair) {
                const auto it = index.constFind(pair);
                if (it == index.constEnd() || it->size() > kOftenAtMost)
                    return;
                for (const int r : *it)
                    ++shared[r];
            });
            std::vector<std::pair<int, int>> ranked; // (−shared, right)
            ranked.reserve(size_t(shared.size()));
            for (auto it = shared.cbegin(); it != shared.cend(); ++it)
                ranked.emplace_back(-it.value(), it.key());
            const size_t count = std::min(ranked.size(), kCandidates);
            std::partial_sort(ranked.begin(), ranked.begin() + qsizetype(count), ranked.end());
            for (size_t i = 0; i < count; ++i)
                out.emplace_back(l, ranked[i].second);
        }
    }

    const std::vector<Compared> &m_lefts;
    const std::vector<Compared> &m_rights;
    const PairingOptions &m_options;
    std::vector<char> m_leftDone;
    std::vector<char> m_rightDone;
    std::vector<Pairing> m_out;
};

} // namespace

void Compared::setTexts(const QString &name, const QString &description)
{
    text = comparisonKey(name);
    more = comparisonKey(description);
    textShape = TextShape(text);
    moreShape = TextShape(more);
}

double likenessOf(const Compared &a, const Compared &b)
{
    const double names = !a.text.isEmpty() && a.text == b.text ? 1 : a.textShape.likeness(b.textShape);
    if (a.moreShape.isEmpty() || b.moreShape.isEmpty())
        return names;
    // A name may be rewritten while its description stays, and the other way round.
    const double descriptions = a.more == b.more ? 1 : a.moreShape.likeness(b.moreShape);
    return std::max(names, 0.55 * names + 0.45 * descriptions);
}

std::vector<Pairing> pairUp(
    const std::vector<Compared> &lefts, const std::vector<Compared> &rights, const PairingOptions &options)
{
    return PairUp(lefts, rights, options).run();
}

} // namespace mezasu::exchange
