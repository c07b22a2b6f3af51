// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/law.h"

#include "core/change/ancestry.h"

#include <algorithm>
#include <map>

namespace mezasu::law {

namespace {
const StoredWrite *find(const View &view, Number n)
{
    const auto it = std::lower_bound(view.writes.begin(), view.writes.end(), n,
        [](const StoredWrite &w, Number number) { return w.changeSet < number; });
    return it != view.writes.end() && it->changeSet == n ? &*it : nullptr;
}

bool contains(const Numbers &sorted, Number n)
{
    return std::binary_search(sorted.begin(), sorted.end(), n);
}

void add(Numbers &sorted, Number n)
{
    const auto it = std::lower_bound(sorted.begin(), sorted.end(), n);
    if (it == sorted.end() || *it != n)
        sorted.insert(it, n);
}

/// Candidates of subsets of the writes to one thing. Pasts of pairs repeat, so they are remembered.
class Judge
{
public:
    explicit Judge(const View &view)
        : m_view(view)
    {
    }

    Numbers candidates(const Numbers &subset, std::optional<Number> without)
    {
        const std::pair key(subset, without ? qint64(*without) : -1);
        if (const auto it = m_known.find(key); it != m_known.end())
            return it->second;
        Numbers present;
        for (const Number n : subset) {
            if (n != without)
                present.push_back(n);
        }
        const Numbers live = standing(liveOf(m_view, present), subset, present, without);
        Numbers out;
        for (const Number w : live) {
            for (const Number s : selection(w, subset, without))
                add(out, s);
        }
        m_known.emplace(key, out);
        return out;
    }

private:
    bool before(Number a, Number b) const { return m_view.ancestry.before(a, b); }

    /// The writes whose values w stands for. Thinking away one that it keeps puts back what that one had replaced, unless
    /// another one that is kept had replaced it too.
    Numbers selection(Number w, const Numbers &subset, std::optional<Number> without)
    {
        const StoredWrite &write = *find(m_view, w);
        Numbers out;
        if (write.hasValue)
            out.push_back(w);
        for (const Number k : write.keep) {
            if (contains(subset, k))
                add(out, k);
        }
        if (without && contains(out, *without)) {
            std::erase(out, *without);
            Numbers past;
            for (const Number n : subset) {
                if (before(n, *without))
                    past.push_back(n);
            }
            const Numbers kept = out;
            for (const Number p : candidates(past, {})) {
                if (std::none_of(kept.begin(), kept.end(), [&](Number o) { return before(p, o); }))
                    add(out, p);
            }
        }
        return out;
    }

    /// Of two live writes, one that stands for just what was the value in their common past is no change against the other,
    /// if the other is one and is not itself outdone.
    Numbers standing(const Numbers &live, const Numbers &subset, const Numbers &present, std::optional<Number> without)
    {
        if (live.size() < 2)
            return live;
        std::map<Number, Numbers> stands;
        for (const Number w : live)
            stands[w] = selection(w, subset, without);
        std::map<Number, Numbers> outdoneBy;
        for (const Number t : live) {
            for (const Number w : live) {
                if (w == t)
                    continue;
                Numbers common;
                for (const Number n : present) {
                    if (before(n, t) && before(n, w))
                        common.push_back(n);
                }
                const Numbers was = candidates(common, {});
                if (stands.at(t) == was && was != stands.at(w))
                    outdoneBy[t].push_back(w);
            }
        }
        Numbers out;
        for (const Number t : live) {
            const auto it = outdoneBy.find(t);
            const bool outdone = it != outdoneBy.end()
                && std::any_of(it->second.begin(), it->second.end(), [&](Number w) { return !outdoneBy.contains(w); });
            if (!outdone)
                out.push_back(t);
        }
        return out;
    }

    const View &m_view;
    std::map<std::pair<Numbers, qint64>, Numbers> m_known;
};

Numbers all(const View &view)
{
    Numbers out;
    out.reserve(view.writes.size());
    for (const StoredWrite &w : view.writes)
        out.push_back(w.changeSet);
    return out;
}

/// Null when there are several, or none.
const StoredWrite *onlyLive(const View &view)
{
    const StoredWrite *only = nullptr;
    for (const StoredWrite &w : view.writes) {
        if (w.live && std::exchange(only, &w))
            return nullptr;
    }
    return only;
}

bool isRemoval(const Content &content)
{
    const auto *life = std::get_if<Life>(&content);
    return life && *life == Life::Removed;
}

bool sameValue(const StoredWrite &a, const StoredWrite &b)
{
    if (std::holds_alternative<Life>(a.content) || std::holds_alternative<Place>(a.content))
        return a.content == b.content;
    return a.plain == b.plain;
}
} // namespace

Numbers liveOf(const View &view, const Numbers &subset)
{
    // Later ones first: whoever is replaced at all is replaced by one that is live (being before is transitive).
    Numbers live;
    for (auto it = subset.rbegin(); it != subset.rend(); ++it) {
        if (std::none_of(live.begin(), live.end(), [&](Number l) { return view.ancestry.before(*it, l); }))
            live.push_back(*it);
    }
    std::reverse(live.begin(), live.end());
    return live;
}

const StoredWrite *undisputed(const View &view)
{
    const StoredWrite *only = onlyLive(view);
    return only && only->hasValue && only->keep.empty() ? only : nullptr;
}

Numbers candidateWrites(const View &view, std::optional<Number> without)
{
    if (!without) {
        if (const StoredWrite *only = onlyLive(view)) { // the common case: what it says holds
            Numbers out = only->keep;
            std::sort(out.begin(), out.end());
            if (only->hasValue)
                add(out, only->changeSet);
            return out;
        }
    }
    return Judge(view).candidates(all(view), without);
}

std::optional<Numbers> keepToTakeBack(const View &view, Number x)
{
    const StoredWrite *write = find(view, x);
    if (!write)
        return {};
    Judge judge(view);
    const Numbers now = judge.candidates(all(view), {});
    Numbers without = judge.candidates(all(view), x);
    if (now == without && !write->live)
        return {};
    return without;
}

Candidates resolve(const View &view)
{
    const Numbers origins = candidateWrites(view);
    Candidates out;
    std::vector<const StoredWrite *> first;
    for (const Number n : origins) {
        const StoredWrite *w = find(view, n);
        const auto same =
            std::find_if(first.begin(), first.end(), [w](const StoredWrite *f) { return sameValue(*f, *w); });
        if (same == first.end()) {
            first.push_back(w);
            out.push_back({w->content, w->plain, {n}});
        } else {
            out[size_t(same - first.begin())].origins.push_back(n);
        }
    }
    const auto ranksBefore = [&view](Number a, Number b) {
        const quint32 da = view.ancestry.depth(a);
        const quint32 db = view.ancestry.depth(b);
        return da != db ? da > db : view.ancestry.name(a) < view.ancestry.name(b);
    };
    for (Candidate &c : out)
        std::sort(c.origins.begin(), c.origins.end(), ranksBefore);
    std::sort(out.begin(), out.end(), [&](const Candidate &a, const Candidate &b) {
        if (isRemoval(a.content) != isRemoval(b.content))
            return isRemoval(b.content);
        if (a.plain.isErased() != b.plain.isErased())
            return b.plain.isErased();
        return ranksBefore(a.origins.front(), b.origins.front());
    });
    if (out.size() > 1)
        std::erase_if(out, [](const Candidate &c) { return c.plain.isErased(); });
    return out;
}

bool livesByItself(const View &exists, const Numbers &others)
{
    const Numbers candidates = candidateWrites(exists);
    if (candidates.empty())
        return false;
    for (const Number n : candidates) {
        if (!isRemoval(find(exists, n)->content))
            return true;
    }
    return std::any_of(others.begin(), others.end(), [&](Number w) {
        return std::none_of(candidates.begin(), candidates.end(),
            [&](Number removal) { return w == removal || exists.ancestry.before(w, removal); });
    });
}

bool hasRemoval(const View &exists)
{
    if (const StoredWrite *only = undisputed(exists))
        return isRemoval(only->content);
    const Numbers candidates = candidateWrites(exists);
    return std::any_of(
        candidates.begin(), candidates.end(), [&](Number n) { return isRemoval(find(exists, n)->content); });
}

} // namespace mezasu::law
