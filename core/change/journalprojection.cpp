// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journalprojection.h"

#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

ThingHistory *ElementHistory::find(const QString &aspect)
{
    const auto it =
        std::find_if(things.begin(), things.end(), [&aspect](const ThingHistory &t) { return t.aspect == aspect; });
    return it == things.end() ? nullptr : &*it;
}

ThingHistory &ElementHistory::get(const QString &aspect)
{
    ThingHistory *thing = find(aspect);
    return thing ? *thing : things.emplace_back(ThingHistory{aspect, {}});
}

TouchedThings::Group &TouchedThings::group(const ElementId &element)
{
    if (m_groups.empty() || m_groups.back().element != element)
        m_groups.push_back({element, false, {}});
    return m_groups.back();
}

void TouchedThings::add(const ElementId &element, const QString &aspect)
{
    group(element).aspects.push_back(aspect);
}

void TouchedThings::addAll(const ElementId &element)
{
    group(element).all = true;
}

JournalProjection::JournalProjection(const Ancestry &ancestry, JournalSource *source, Plan plan)
    : m_ancestry(ancestry)
    , m_source(source)
    , m_plan(std::move(plan))
{
}

void JournalProjection::reserve(qsizetype elements)
{
    m_elements.reserve(m_elements.size() + elements);
    m_changed.reserve(m_changed.size() + elements);
    m_plan.reserve(m_plan.size() + elements);
}

ElementHistory &JournalProjection::history(const ElementId &id)
{
    const auto it = m_elements.find(id);
    if (it != m_elements.end())
        return *it;
    ElementHistory loaded;
    if (m_source && !m_fresh)
        loaded.things = m_source->element(id);
    return *m_elements.insert(id, std::move(loaded));
}

law::Candidates JournalProjection::candidates(const ThingHistory *thing) const
{
    return thing ? law::resolve(view(*thing)) : law::Candidates();
}

Place JournalProjection::shownPlace(const ElementId &id)
{
    if (const Element *e = m_plan.element(id))
        return e->place;
    const law::Candidates found = candidates(history(id).find(aspect::kPlace));
    return found.empty() ? Place() : std::get<Place>(found.front().content);
}

bool JournalProjection::livesByItself(const ElementId &id)
{
    if (id.kind == Kind::Plan)
        return true;
    ElementHistory &h = history(id);
    const ThingHistory *exists = h.find(aspect::kExists);
    if (!exists)
        return false;
    if (const StoredWrite *only = law::undisputed(view(*exists)); only && std::get<Life>(only->content) == Life::Alive)
        return true;
    law::Numbers others;
    for (const ThingHistory &thing : h.things) {
        if (thing.aspect == aspect::kExists)
            continue;
        for (const StoredWrite &w : thing.writes) {
            if (w.live)
                others.push_back(w.changeSet);
        }
    }
    return law::livesByItself(view(*exists), others);
}

/// Puts the shown value of a thing into its element. A forged record may hold what its field cannot: it counts as it stands, but
/// is nothing to show or to choose.
/// \param contested becomes the candidates where there are several
void JournalProjection::showThing(Element &element, const ThingHistory &thing, QList<Value> &contested) const
{
    const bool isPlace = thing.aspect == aspect::kPlace;
    if (const StoredWrite *only = law::undisputed(view(thing))) { // nearly always
        if (isPlace)
            element.place = std::get<Place>(only->content);
        else
            element.fields.set(thing.aspect, fits(element.id.kind, thing.aspect, only->plain) ? only->plain : Value());
        return;
    }
    const law::Candidates found = candidates(&thing);
    QList<Value> values;
    for (const law::Candidate &c : found) {
        if (isPlace)
            values.append(Value(std::get<Place>(c.content).parent.toString()));
        else if (fits(element.id.kind, thing.aspect, c.plain))
            values.append(c.plain);
    }
    if (isPlace)
        element.place = found.empty() ? Place() : std::get<Place>(found.front().content);
    else
        element.fields.set(thing.aspect, values.value(0));
    if (values.size() > 1)
        contested.append(values);
}

/// Brings an element's shown values up to date; without \p only all of them.
void JournalProjection::show(const ElementId &id, const Aspects *only)
{
    ElementHistory &h = history(id);
    const Element *old = m_plan.element(id);
    const bool all = !only || !old;
    auto element = std::make_shared<Element>();
    element->id = id;
    if (all)
        element->fields.reserve(qsizetype(h.things.size()));
    else
        *element = *old;
    const bool wasContested = m_plan.conflicts().contains(id);
    QList<std::pair<QString, QList<Value>>> contested;
    for (const ThingHistory &thing : h.things) {
        if (thing.aspect == aspect::kExists)
            continue;
        if (!all && std::find(only->begin(), only->end(), thing.aspect) == only->end())
            continue;
        QList<Value> values;
        showThing(*element, thing, values);
        if (wasContested || !values.isEmpty())
            contested.append({thing.aspect, values});
    }
    m_plan.put(std::move(element));
    for (const auto &[thing, values] : contested)
        m_plan.setConflict(id, thing, values);
    const ThingHistory *exists = h.find(aspect::kExists);
    QList<Value> life;
    if (exists && id.kind != Kind::Plan && law::hasRemoval(view(*exists)))
        life = {Value(u"alive"_s), Value(u"removed"_s)};
    m_plan.setConflict(id, aspect::kExists, life);
}

/// Upwards, as long as a life changes: at most one step per layer.
void JournalProjection::settle(ElementId id)
{
    while (!id.isNull()) {
        const bool lived = m_plan.contains(id);
        const bool hasChildren = !m_plan.children(id).isEmpty();
        const bool lives = hasChildren || livesByItself(id);
        if (lived == lives)
            return;
        m_changed.insert(id);
        ElementId parent;
        if (lives) {
            if (history(id).things.empty())
                return;
            show(id, nullptr);
            parent = m_plan.parentOf(id);
        } else {
            parent = m_plan.parentOf(id);
            m_plan.take(id);
        }
        id = parent;
    }
}

void JournalProjection::refresh(TouchedThings touched)
{
    auto &groups = touched.m_groups;
    std::sort(groups.begin(), groups.end(), [](const auto &a, const auto &b) {
        const int la = layerOf(a.element.kind);
        const int lb = layerOf(b.element.kind);
        return la != lb ? la > lb : (a.element <=> b.element) < 0;
    });
    for (size_t i = 0; i < groups.size();) {
        TouchedThings::Group &group = groups[i];
        const ElementId id = group.element;
        for (++i; i < groups.size() && groups[i].element == id; ++i) {
            group.all = group.all || groups[i].all;
            std::move(groups[i].aspects.begin(), groups[i].aspects.end(), std::back_inserter(group.aspects));
        }
        std::sort(group.aspects.begin(), group.aspects.end());
        group.aspects.erase(std::unique(group.aspects.begin(), group.aspects.end()), group.aspects.end());

        m_changed.insert(id);
        if (id.kind == Kind::Plan && m_plan.root().isNull())
            m_plan.setRoot(id);
        const ElementId oldParent = m_plan.parentOf(id);
        const bool lived = m_plan.contains(id);
        const bool lives = livesByItself(id) || !m_plan.children(id).isEmpty();
        if (lives)
            show(id, group.all ? nullptr : &group.aspects);
        else if (lived)
            m_plan.take(id);
        const ElementId newParent = m_plan.parentOf(id);
        if (!oldParent.isNull() && oldParent != newParent)
            settle(oldParent);
        if (!newParent.isNull())
            settle(newParent);
    }
}

QList<ElementId> JournalProjection::takeChanged()
{
    QList<ElementId> out = m_changed.values();
    std::sort(out.begin(), out.end());
    m_changed.clear();
    return out;
}

} // namespace mezasu
