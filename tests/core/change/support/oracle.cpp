// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/support/oracle.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
#include <functional>

namespace mezasu::test {

using namespace Qt::StringLiterals;

namespace {
const QByteArray kErasedText = QByteArrayLiteral("[\"erased\"]");
QString elementOf(const QString &thing)
{
    return thing.section(u'/', 0, 0);
}
bool isPlan(const QString &element)
{
    return element.startsWith("plan:"_L1);
}
Life lifeOf(const Write &write)
{
    return std::get<Life>(*write.value);
}
} // namespace

bool State::isSameBut(const State &other) const
{
    return values == other.values && lives == other.lives && tree == other.tree && conflicts == other.conflicts
        && unplaced == other.unplaced;
}

QString State::differenceTo(const State &other) const
{
    QStringList out;
    const auto sets = [&out](const char *what, const std::set<QString> &a, const std::set<QString> &b) {
        for (const QString &x : a) {
            if (!b.contains(x))
                out += u"- %1 %2"_s.arg(QLatin1StringView(what), x);
        }
        for (const QString &x : b) {
            if (!a.contains(x))
                out += u"+ %1 %2"_s.arg(QLatin1StringView(what), x);
        }
    };
    sets("lives", lives, other.lives);
    sets("conflict", conflicts, other.conflicts);
    sets("unplaced", unplaced, other.unplaced);
    const auto maps = [&out](const auto &a, const auto &b, const auto &show) {
        for (const auto &[k, v] : a) {
            const auto it = b.find(k);
            if (it == b.end() || it->second != v)
                out += u"%1: %2 | %3"_s.arg(k, show(v), it == b.end() ? u"-"_s : show(it->second));
        }
        for (const auto &[k, v] : b) {
            if (!a.contains(k))
                out += u"%1: - | %2"_s.arg(k, show(v));
        }
    };
    maps(values, other.values, [](const QByteArrayList &v) { return QString::fromUtf8(v.join(" ~ ")); });
    maps(tree, other.tree, [](const QStringList &v) { return v.join(u' '); });
    if (heads != other.heads)
        out += u"heads %1 | %2"_s.arg(heads.join(u' '), other.heads.join(u' '));
    return out.mid(0, 8).join(u"\n  "_s);
}

Oracle::Oracle(const Pool &pool, const Holding &holding, int only)
    : m_pool(pool)
    , m_holding(holding)
{
    std::vector<char> applied(size_t(pool.size()));
    for (int n = 0; n < pool.size(); ++n) { // ancestors come first
        const auto &parents = pool.at(n).parents;
        const bool ready =
            std::all_of(parents.begin(), parents.end(), [&](int p) { return p >= 0 && applied[size_t(p)] != 0; });
        if (holding.contains(n) && ready && (only < 0 || n == only || before(n, only))) {
            applied[size_t(n)] = 1;
            m_applied.push_back(n);
        }
    }
    std::map<QString, std::vector<int>> born;
    for (const int n : m_applied) {
        for (const Write &write : pool.at(n).record.writes) {
            if (write.thing.aspect == aspect::kExists && write.value && lifeOf(write) == Life::Alive)
                born[write.thing.element.toString()].push_back(n);
        }
    }
    for (const int n : m_applied) {
        const auto &item = pool.at(n);
        for (qsizetype i = 0; i < item.record.writes.size(); ++i) {
            const Write &write = item.record.writes.at(i);
            Got got{&write, write.value.has_value(), {}};
            if (write.thing.aspect == aspect::kPlace && got.hasValue) {
                const Place &place = std::get<Place>(*write.value);
                const auto &made = born[place.parent.toString()];
                if (place.parent.kind != Kind::Plan
                    && std::none_of(made.begin(), made.end(), [&](int b) { return b == n || before(b, n); }))
                    got.hasValue = false; // below what the writer never knew: no place
            }
            const QString &thing = item.things.at(size_t(i));
            Writes &writes = m_writes[thing];
            if (write.keep) {
                for (const Name &name : *write.keep) {
                    const int k = pool.numberOf(name);
                    const auto it = writes.find(k);
                    if (k >= 0 && it != writes.end() && before(k, n) && it->second.hasValue)
                        got.keep.push_back(k);
                }
            }
            if (writes.empty())
                m_things[elementOf(thing)].push_back(thing);
            writes.emplace(n, std::move(got));
        }
    }
}

const Oracle::Writes *Oracle::writesTo(const QString &thing) const
{
    const auto it = m_writes.find(thing);
    return it == m_writes.end() ? nullptr : &it->second;
}

Oracle::Numbers Oracle::numbers(const Writes &all)
{
    Numbers out;
    for (const auto &[n, got] : all)
        out.push_back(n);
    return out;
}

Oracle::Numbers Oracle::liveOf(const Numbers &ws) const
{
    Numbers out;
    std::copy_if(ws.begin(), ws.end(), std::back_inserter(out),
        [&](int w) { return std::none_of(ws.begin(), ws.end(), [&](int x) { return before(w, x); }); });
    return out;
}

std::set<int> Oracle::selection(int w, const Numbers &ws, const Writes &all, int without) const
{
    const Got &got = all.at(w);
    std::set<int> out;
    if (got.hasValue)
        out.insert(w);
    for (const int k : got.keep) {
        if (std::find(ws.begin(), ws.end(), k) != ws.end())
            out.insert(k);
    }
    if (without >= 0 && out.erase(without) > 0) {
        Numbers past;
        std::copy_if(ws.begin(), ws.end(), std::back_inserter(past), [&](int x) { return before(x, without); });
        std::set<int> raised;
        for (const int p : candidates(past, all)) {
            if (std::none_of(out.begin(), out.end(), [&](int o) { return before(p, o); }))
                raised.insert(p);
        }
        out.insert(raised.begin(), raised.end());
    }
    return out;
}

std::set<int> Oracle::candidates(const Numbers &ws, const Writes &all, int without) const
{
    Numbers rest;
    std::copy_if(ws.begin(), ws.end(), std::back_inserter(rest), [&](int w) { return w != without; });
    Numbers live = liveOf(rest);
    std::map<int, std::set<int>> chosen;
    for (const int w : live)
        chosen[w] = selection(w, ws, all, without);
    if (live.size() > 1) {
        std::map<int, Numbers> beatenBy;
        for (const int t : live) {
            for (const int w : live) {
                if (w == t || chosen[t] == chosen[w])
                    continue;
                Numbers common;
                std::copy_if(rest.begin(), rest.end(), std::back_inserter(common),
                    [&](int x) { return before(x, t) && before(x, w); });
                if (candidates(common, all) == chosen[t])
                    beatenBy[t].push_back(w);
            }
        }
        std::erase_if(live, [&](int t) {
            return std::any_of(beatenBy[t].begin(), beatenBy[t].end(), [&](int w) { return beatenBy[w].empty(); });
        });
    }
    std::set<int> out;
    for (const int w : live)
        out.insert(chosen[w].begin(), chosen[w].end());
    return out;
}

std::set<int> Oracle::candidates(const QString &thing, int without) const
{
    const Writes *all = writesTo(thing);
    return all ? candidates(numbers(*all), *all, without) : std::set<int>();
}

QString Oracle::textOf(const Digest &digest, bool &erased) const
{
    const auto it = m_holding.texts.constFind(digest);
    erased = it == m_holding.texts.constEnd();
    return erased ? QString() : *it;
}

QByteArray Oracle::plain(const Content &content) const
{
    bool erased = false;
    if (const auto *digest = std::get_if<Digest>(&content)) {
        const QString text = textOf(*digest, erased);
        if (erased)
            return kErasedText;
        QByteArray out;
        appendJsonString(out, text);
        return out;
    }
    if (const auto *b = std::get_if<bool>(&content))
        return *b ? "true" : "false";
    if (const auto *n = std::get_if<qint64>(&content))
        return QByteArray::number(*n);
    if (const auto *life = std::get_if<Life>(&content))
        return *life == Life::Alive ? "\"alive\"" : "\"removed\"";
    if (const auto *place = std::get_if<Place>(&content))
        return "{\"key\":\"" + place->key + "\",\"parent\":\"" + place->parent.toString().toLatin1()
            + "\"}"; // keys are plain ASCII
    if (const EntryContent *entry = entryOf(content)) {
        const auto orNull = [](const QString &s) { return s.isEmpty() ? QJsonValue() : QJsonValue(s); };
        QJsonValue note;
        if (entry->note) {
            const QString text = textOf(*entry->note, erased);
            note = erased ? QJsonValue(QJsonArray{u"erased"_s}) : QJsonValue(text);
        }
        return canonicalJson(
            QJsonObject{{u"value"_s, entry->value ? QJsonValue(entry->value->toString()) : QJsonValue()},
                {u"status"_s, orNull(entry->status)}, {u"missing"_s, orNull(entry->missing)}, {u"note"_s, note}});
    }
    if (const auto *json = std::get_if<QJsonValue>(&content))
        return canonicalJson(*json);
    return "null";
}

std::vector<std::pair<QByteArray, Oracle::Numbers>> Oracle::resolve(const Writes &all) const
{
    std::map<QByteArray, Numbers> by;
    for (const int o : candidates(numbers(all), all))
        by[plain(*all.at(o).write->value)].push_back(o);
    std::vector<std::pair<QByteArray, Numbers>> out(by.begin(), by.end());
    const auto better = [this](int a, int b) {
        const auto &x = m_pool.at(a), &y = m_pool.at(b);
        return x.depth != y.depth ? x.depth > y.depth : x.changeSet.name < y.changeSet.name;
    };
    for (auto &[value, origins] : out)
        std::sort(origins.begin(), origins.end(), better);
    std::sort(out.begin(), out.end(), [&](const auto &a, const auto &b) {
        const auto last = [&](const auto &c) {
            return std::pair(
                all.at(c.second.front()).write->thing.aspect == aspect::kExists && c.first == "\"removed\"",
                c.first == kErasedText);
        };
        if (last(a) != last(b))
            return last(a) < last(b);
        return better(a.second.front(), b.second.front());
    });
    if (out.size() > 1)
        std::erase_if(out, [](const auto &c) { return c.first == kErasedText; });
    return out;
}

bool Oracle::livesByItself(const QString &element) const
{
    if (isPlan(element))
        return true;
    const Writes *exists = writesTo(element + u"/exists"_s);
    if (!exists)
        return false;
    const auto current = candidates(numbers(*exists), *exists);
    if (current.empty())
        return false;
    if (std::any_of(current.begin(), current.end(), [&](int o) { return lifeOf(*exists->at(o).write) == Life::Alive; }))
        return true;
    for (const QString &thing : m_things.at(element)) {
        if (thing.endsWith("/exists"_L1))
            continue;
        for (const int w : liveOf(numbers(*writesTo(thing)))) {
            if (std::none_of(current.begin(), current.end(), [&](int r) { return w == r || before(w, r); }))
                return true;
        }
    }
    return false;
}

State Oracle::state() const
{
    State s;
    std::map<QString, std::pair<QByteArray, QString>> places; // key, parent
    std::set<QString> removals;
    for (const auto &[thing, all] : m_writes) {
        const auto found = resolve(all);
        if (thing.endsWith("/exists"_L1)) {
            if (std::any_of(found.begin(), found.end(), [](const auto &c) { return c.first == "\"removed\""; }))
                removals.insert(elementOf(thing));
            continue;
        }
        if (found.empty())
            continue;
        if (thing.endsWith("/place"_L1)) {
            const auto &place = std::get<Place>(*all.at(found.front().second.front()).write->value);
            places[elementOf(thing)] = {place.key, place.parent.toString()};
        }
        for (const auto &[value, origins] : found)
            s.values[thing].append(value);
    }
    for (const auto &[element, things] : m_things) {
        if (livesByItself(element))
            s.lives.insert(element);
    }
    const std::set<QString> own = s.lives;
    for (QString e : own) { // what lives keeps its ancestors alive
        for (auto it = places.find(e); it != places.end() && m_things.contains(it->second.second);
             it = places.find(e)) {
            e = it->second.second;
            s.lives.insert(e);
        }
    }
    std::map<QString, std::vector<std::pair<QByteArray, QString>>> below;
    for (const QString &e : s.lives) {
        if (const auto it = places.find(e); it != places.end())
            below[it->second.second].emplace_back(it->second.first, e);
        else if (!isPlan(e))
            s.unplaced.insert(e);
    }
    for (auto &[parent, children] : below) {
        std::sort(children.begin(), children.end());
        for (const auto &[key, e] : children)
            s.tree[parent].append(e);
    }
    std::erase_if(s.values, [&](const auto &v) { return !s.lives.contains(elementOf(v.first)); });
    for (const auto &[thing, values] : s.values) {
        if (values.size() > 1)
            s.conflicts.insert(thing);
    }
    for (const QString &e : removals) {
        if (s.lives.contains(e) && !isPlan(e))
            s.conflicts.insert(e + u"/exists"_s);
    }
    for (const int n : m_applied) {
        if (std::none_of(m_applied.begin(), m_applied.end(), [&](int m) { return before(n, m); }))
            s.heads.append(m_pool.at(n).changeSet.name.toHex());
    }
    s.heads.sort();
    return s;
}

std::set<std::pair<QString, Name>> Oracle::suspects() const
{
    std::set<std::pair<QString, Name>> out;
    const auto digestIn = [](const Write &write) -> std::optional<Digest> {
        if (!write.value)
            return {};
        if (const auto *digest = std::get_if<Digest>(&*write.value))
            return *digest;
        if (const EntryContent *entry = entryOf(*write.value))
            return entry->note;
        return {};
    };
    for (const int c : m_applied) {
        for (const Digest &erased : m_pool.at(c).record.erases) {
            for (const auto &[thing, all] : m_writes) {
                for (const auto &[o, got] : all) {
                    if (digestIn(*got.write) != erased)
                        continue;
                    for (const auto &[w, later] : all) {
                        const auto text = digestIn(*later.write);
                        if (!before(o, w) || !text || m_holding.erased.contains(*text))
                            continue;
                        const bool knew = std::any_of(m_applied.begin(), m_applied.end(),
                            [&](int k) { return m_pool.at(k).record.erases.contains(erased) && before(k, w); });
                        if (!knew)
                            out.emplace(thing, m_pool.at(w).changeSet.name);
                    }
                }
            }
        }
    }
    return out;
}

Oracle::Taken Oracle::takeBack(int x, const State &now) const
{
    Taken out;
    const Record &record = m_pool.at(x).record;
    std::set<QString> inserted, ok, existences;
    for (const Write &write : record.writes) {
        const QString thing = write.thing.toString();
        if (write.thing.aspect != aspect::kExists)
            continue;
        existences.insert(write.thing.element.toString());
        const Numbers ws = numbers(*writesTo(thing));
        if (write.value && lifeOf(write) == Life::Alive
            && std::none_of(ws.begin(), ws.end(), [&](int o) { return before(o, x); }))
            inserted.insert(write.thing.element.toString());
    }
    for (const QString &e : inserted) {
        const auto &things = m_things.at(e);
        if (std::all_of(things.begin(), things.end(),
                [&](const QString &t) { return liveOf(numbers(*writesTo(t))) == Numbers{x}; }))
            ok.insert(e);
    }
    for (bool changed = true; changed;) { // an insertion below which something else lives stays
        changed = std::erase_if(ok, [&](const QString &e) {
            const auto it = now.tree.find(e);
            return it != now.tree.end()
                && std::any_of(it->second.begin(), it->second.end(), [&](const QString &k) { return !ok.contains(k); });
        }) > 0;
    }
    for (const Write &write : record.writes) {
        const QString thing = write.thing.toString(), e = write.thing.element.toString();
        if (inserted.contains(e)) {
            if (write.thing.aspect == aspect::kExists)
                (ok.contains(e) ? out.removed : out.left).insert(thing);
            continue;
        }
        const Writes &all = *writesTo(thing);
        const Numbers ws = numbers(all), live = liveOf(ws);
        const auto with = candidates(ws, all), without = candidates(ws, all, x);
        const bool stands = with != without || std::find(live.begin(), live.end(), x) != live.end();
        if (!stands || (!now.lives.contains(e) && !existences.contains(e))) {
            out.left.insert(thing);
            continue;
        }
        QList<Name> &names = out.keep[thing];
        for (const int n : without)
            names.append(m_pool.at(n).changeSet.name);
        std::sort(names.begin(), names.end());
    }
    return out;
}

/// Every write to an element, for a failure.
QString Oracle::tell(const QString &element) const
{
    QString out;
    for (const QString &thing : m_things.at(element)) {
        for (const auto &[n, got] : *writesTo(thing)) {
            QString past;
            for (const auto &[p, other] : *writesTo(thing))
                past += before(p, n) ? u" %1"_s.arg(p) : QString();
            QString keep;
            for (const int k : got.keep)
                keep += u" %1"_s.arg(k);
            out += u"\n    %1 %2: %3 keep%4 past%5"_s.arg(n).arg(thing.section(u'/', 1),
                got.hasValue ? QString::fromUtf8(plain(*got.write->value)) : u"-"_s, keep, past);
        }
    }
    return out;
}

std::optional<QString> Oracle::insane(const State &s, bool forged) const
{
    // Everything that lives is shown exactly once, below living parents.
    std::set<QString> seen;
    QString twice, plan;
    const std::function<void(const QString &)> walk = [&](const QString &e) {
        if (!seen.insert(e).second)
            twice = e;
        if (const auto it = s.tree.find(e); it != s.tree.end()) {
            for (const QString &child : it->second)
                walk(child);
        }
    };
    for (const QString &e : s.lives) {
        if (isPlan(e))
            walk(plan = e);
    }
    if (!twice.isEmpty())
        return u"shown twice: "_s + twice;
    if (!forged && (seen != s.lives || !s.unplaced.empty()))
        return u"something that lives is not shown"_s;
    for (const auto &[parent, children] : s.tree) {
        std::set<QByteArray> keys;
        for (const QString &e : children)
            keys.insert(s.values.at(e + u"/place"_s).first());
        if (!forged && qsizetype(keys.size()) != children.size())
            return u"two equal keys below "_s + parent;
    }
    for (const auto &[thing, all] : m_writes) {
        const bool exists = thing.endsWith("/exists"_L1);
        const Numbers ws = numbers(all);
        const auto current = candidates(ws, all);
        const bool lives = s.lives.contains(elementOf(thing));
        for (const int w : liveOf(ws)) {
            if (!all.at(w).hasValue)
                continue;
            if (!current.contains(w))
                return u"a write that nothing replaces is no candidate: "_s + thing;
            const QByteArray value = plain(*all.at(w).write->value);
            if (lives && !exists && value != kErasedText && !s.values.at(thing).contains(value))
                return u"a value that nothing replaces is not seen: "_s + thing;
        }
        if (!lives && !exists) { // of what is gone every write was known to a removal
            const Writes *existence = writesTo(elementOf(thing) + u"/exists"_s);
            for (const int w : ws) {
                if (!existence) // its insertion is not here: the writer never knew it, or it waits
                    continue;
                if (std::none_of(existence->begin(), existence->end(), [&](const auto &r) {
                        return r.second.hasValue && lifeOf(*r.second.write) == Life::Removed
                            && (r.first == w || before(w, r.first));
                    })) {
                    if (!forged)
                        return u"gone with a write that no removal knew: "_s + thing + tell(elementOf(thing));
                }
            }
        }
    }
    return {};
}

} // namespace mezasu::test
