// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/ancestry.h"
#include "core/change/journalsource.h"
#include "core/change/law.h"

#include <QHash>
#include <QSet>
#include <vector>

namespace mezasu {

/// What is known of one element: every write to every thing of it.
struct ElementHistory
{
    std::vector<ThingHistory> things;

    ThingHistory *find(const QString &aspect);
    ThingHistory &get(const QString &aspect); ///< made where it is not there
};

/// What has been written to since the plan was last brought up to date.
class TouchedThings
{
public:
    void add(const ElementId &element, const QString &aspect);
    void addAll(const ElementId &element); ///< whatever the element has

private:
    friend class JournalProjection;
    struct Group
    {
        ElementId element;
        bool all = false;
        std::vector<QString> aspects;
    };
    Group &group(const ElementId &element);
    std::vector<Group> m_groups; ///< an element may have several
};

/// The part of a journal that turns writes into the plan that they add up to: holds the histories of elements as they are
/// needed, applies law.h to them, and keeps the plan and the list of what changed in it up to date.
class JournalProjection
{
public:
    /// \param ancestry outlives this
    JournalProjection(const Ancestry &ancestry, JournalSource *source, Plan plan);

    /// Nothing was there before: no need to ask the source for elements.
    void setFresh(bool fresh) { m_fresh = fresh; }
    void reserve(qsizetype elements);
    /// All writes to an element, read from the source when they are not here yet. Valid until the next call for another one.
    ElementHistory &history(const ElementId &id);
    const QHash<ElementId, ElementHistory> &loaded() const { return m_elements; }
    void forgetLoaded() { m_elements.clear(); }

    const Plan &plan() const { return m_plan; }
    law::Candidates candidates(const ThingHistory *thing) const;
    Place shownPlace(const ElementId &id);

    /// Not only for the sake of what lives below it.
    bool livesByItself(const ElementId &id);

    /// Brings the plan up to date.
    void refresh(TouchedThings touched);
    /// The elements that refresh() changed since the last call, sorted.
    QList<ElementId> takeChanged();

private:
    using Aspects = std::vector<QString>;
    law::View view(const ThingHistory &thing) const { return {thing.writes, m_ancestry}; }
    void show(const ElementId &id, const Aspects *only);
    void showThing(Element &element, const ThingHistory &thing, QList<Value> &contested) const;
    void settle(ElementId id);

    const Ancestry &m_ancestry;
    JournalSource *m_source;
    Plan m_plan;
    QHash<ElementId, ElementHistory> m_elements;
    QSet<ElementId> m_changed;
    bool m_fresh = false;
};

} // namespace mezasu
