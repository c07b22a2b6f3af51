// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/treecommands.h"

#include <QSet>
#include <algorithm>

namespace mezasu::ui::treecommands {

using namespace Qt::StringLiterals;

namespace {
ElementId above(const Plan &plan, ElementId id, Kind kind)
{
    while (!id.isNull() && id.kind != kind)
        id = plan.parentOf(id);
    return id;
}

/// "2-3" below policy 2 with two rows; nothing where the policy has no number.
QString suggestedCode(const Plan &plan, const ElementId &policy)
{
    const QString number = plan.text(policy, u"number");
    if (number.isEmpty())
        return {};
    qsizetype items = 0;
    for (const ElementId &goal : plan.children(policy, Kind::Goal))
        items += plan.children(goal, Kind::ReformItem).size();
    return u"%1-%2"_s.arg(number).arg(items + 1);
}

FieldMap coded(QStringView field, const QString &code)
{
    FieldMap fields;
    if (!code.isEmpty())
        fields.set(field, code);
    return fields;
}

TreeCommand insertion(const ElementId &id, const ElementId &parent, const FieldMap &fields, const ElementId &after)
{
    return {
        {PlanChange::insert(id, parent, fields, after.isNull() ? PlanChange::At::Last : PlanChange::At::After, after)},
        id};
}

/// The element of the same kind before or behind it, also below another parent.
ElementId neighbour(const Plan &plan, const ElementId &id, int by)
{
    const ElementId parent = plan.parentOf(id);
    if (parent.isNull())
        return {};
    const QList<ElementId> siblings = plan.children(parent, id.kind);
    const qsizetype to = siblings.indexOf(id) + by;
    if (to >= 0 && to < siblings.size())
        return siblings.at(to);
    for (ElementId other = neighbour(plan, parent, by); !other.isNull(); other = neighbour(plan, other, by)) {
        const QList<ElementId> below = plan.children(other, id.kind);
        if (!below.isEmpty())
            return by < 0 ? below.constLast() : below.constFirst();
    }
    return {};
}

/// From the top to the element itself.
QList<ElementId> pathOf(const Plan &plan, const ElementId &id)
{
    QList<ElementId> path;
    for (ElementId at = id; !at.isNull(); at = plan.parentOf(at))
        path.prepend(at);
    return path;
}

bool standsBefore(const Plan &plan, const QList<ElementId> &a, const QList<ElementId> &b)
{
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a.at(i) == b.at(i))
            continue;
        const int order = plan.element(a.at(i))->place.key.compare(plan.element(b.at(i))->place.key);
        return order != 0 ? order < 0 : a.at(i) < b.at(i);
    }
    return a.size() < b.size();
}

/// By parent, in the order in which the parents come.
QList<QList<ElementId>> grouped(const Plan &plan, const QList<ElementId> &branches)
{
    QList<QList<ElementId>> groups;
    for (const ElementId &id : branches) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const QList<ElementId> &group) {
            return plan.parentOf(group.constFirst()) == plan.parentOf(id) && group.constFirst().kind == id.kind;
        });
        if (same == groups.end())
            groups.append(QList<ElementId>{id});
        else
            same->append(id);
    }
    return groups;
}

PlanChange placed(const ElementId &id, const ElementId &parent, const ElementId &after)
{
    return PlanChange::move(id, parent, after.isNull() ? PlanChange::At::First : PlanChange::At::After, after);
}

/// One step up or down for those that are marked, as few moves as can be: what a block passes moves, not the block.
void step(
    const QList<ElementId> &siblings, const QSet<ElementId> &marked, const ElementId &parent, TreeCommand &made, int by)
{
    const auto isMarked = [&](qsizetype i) { return marked.contains(siblings.at(i)); };
    for (qsizetype begin = 0; begin < siblings.size(); ++begin) {
        if (!isMarked(begin))
            continue;
        qsizetype end = begin + 1;
        while (end < siblings.size() && isMarked(end))
            ++end;
        const qsizetype passed = by < 0 ? begin - 1 : end;
        if (passed >= 0 && passed < siblings.size()) {
            const ElementId before = begin > (by < 0 ? 1 : 0) ? siblings.at(begin - (by < 0 ? 2 : 1)) : ElementId();
            if (end - begin == 1)
                made.changes.append(placed(siblings.at(begin), parent, by < 0 ? before : siblings.at(passed)));
            else
                made.changes.append(placed(siblings.at(passed), parent, by < 0 ? siblings.at(end - 1) : before));
        }
        begin = end;
    }
}
} // namespace

ElementId whole(const Plan &plan, const ElementId &id)
{
    const ElementId goal = id.kind == Kind::ReformItem ? plan.parentOf(id) : ElementId();
    return !goal.isNull() && plan.children(goal, Kind::ReformItem).size() == 1 ? goal : id;
}

Made addPolicy(const Plan &plan, const ElementId &at)
{
    if (plan.isEmpty())
        return {};
    const auto number = QString::number(plan.children(plan.root(), Kind::Policy).size() + 1);
    return insertion(
        ElementId::create(Kind::Policy), plan.root(), coded(u"number", number), above(plan, at, Kind::Policy));
}

Made addItem(const Plan &plan, const ElementId &at)
{
    ElementId policy = above(plan, at, Kind::Policy);
    if (policy.isNull()) {
        const QList<ElementId> policies = plan.children(plan.root(), Kind::Policy);
        if (policies.isEmpty())
            return {};
        policy = policies.constLast();
    }
    const ElementId goal = ElementId::create(Kind::Goal);
    const ElementId item = ElementId::create(Kind::ReformItem);
    TreeCommand made = insertion(goal, policy, {}, above(plan, at, Kind::Goal));
    made.changes.append(PlanChange::insert(item, goal, coded(u"code", suggestedCode(plan, policy))));
    made.focus = item;
    return made;
}

Made addItemToGoal(const Plan &plan, const ElementId &at)
{
    const ElementId goal = above(plan, at, Kind::Goal);
    if (goal.isNull())
        return {};
    return insertion(ElementId::create(Kind::ReformItem), goal,
        coded(u"code", suggestedCode(plan, plan.parentOf(goal))), above(plan, at, Kind::ReformItem));
}

Made addInitiative(const Plan &plan, const ElementId &at)
{
    const ElementId item = above(plan, at, Kind::ReformItem);
    if (item.isNull())
        return {};
    return insertion(ElementId::create(Kind::Initiative), item, {}, above(plan, at, Kind::Initiative));
}

Made addSibling(const Plan &plan, const ElementId &at)
{
    switch (at.kind) {
    case Kind::Goal:
        return addItem(plan, at);
    case Kind::ReformItem:
        return whole(plan, at) == at ? addItemToGoal(plan, at) : addItem(plan, at);
    case Kind::Initiative:
        return addInitiative(plan, at);
    default:
        return addPolicy(plan, at);
    }
}

QList<ElementId> branches(const Plan &plan, const Rows &rows)
{
    QSet<ElementId> all;
    for (const ElementId &row : rows) {
        if (plan.contains(row) && row.kind != Kind::Plan)
            all.insert(whole(plan, row));
    }
    QList<QList<ElementId>> paths;
    for (const ElementId &id : std::as_const(all)) {
        const QList<ElementId> path = pathOf(plan, id);
        if (std::none_of(path.begin(), path.end() - 1, [&](const ElementId &above) { return all.contains(above); }))
            paths.append(path);
    }
    std::sort(paths.begin(), paths.end(), [&](const auto &a, const auto &b) { return standsBefore(plan, a, b); });
    QList<ElementId> out;
    for (const QList<ElementId> &path : std::as_const(paths))
        out.append(path.constLast());
    return out;
}

Made remove(const Plan &plan, const Rows &rows)
{
    const QList<ElementId> gone = branches(plan, rows);
    if (gone.isEmpty())
        return {};
    TreeCommand made;
    for (const ElementId &id : gone)
        made.changes.append(PlanChange::remove(id));
    // What comes next where they were, else what stood before, else what they stood in.
    const ElementId last = gone.constLast();
    made.focus = plan.parentOf(last);
    const QList<ElementId> siblings = plan.children(made.focus, last.kind);
    const QSet<ElementId> all(gone.begin(), gone.end());
    const qsizetype i = siblings.indexOf(last);
    for (qsizetype before = i - 1; before >= 0; --before) {
        if (!all.contains(siblings.at(before))) {
            made.focus = siblings.at(before);
            break;
        }
    }
    if (i + 1 < siblings.size())
        made.focus = siblings.at(i + 1);
    return made;
}

Made move(const Plan &plan, const Rows &rows, int by)
{
    TreeCommand made;
    for (const QList<ElementId> &group : grouped(plan, branches(plan, rows))) {
        const ElementId parent = plan.parentOf(group.constFirst());
        step(plan.children(parent, group.constFirst().kind), {group.begin(), group.end()}, parent, made, by);
    }
    if (made.changes.isEmpty())
        return {};
    made.focus = rows.constFirst();
    return made;
}

Made moveToNeighbour(const Plan &plan, const Rows &rows, int by)
{
    TreeCommand made;
    for (const QList<ElementId> &group : grouped(plan, branches(plan, rows))) {
        const ElementId parent = neighbour(plan, plan.parentOf(group.constFirst()), by);
        if (parent.isNull())
            continue;
        ElementId after;
        for (const ElementId &id : group) {
            made.changes.append(
                by < 0 ? PlanChange::move(id, parent, PlanChange::At::Last) : placed(id, parent, after));
            after = id;
        }
    }
    if (made.changes.isEmpty())
        return {};
    made.focus = rows.constFirst();
    return made;
}

// -- places

std::optional<Spot> spotAt(const Plan &plan, Kind kind, const ElementId &at)
{
    for (ElementId id = at.isNull() ? plan.root() : at; !id.isNull(); id = plan.parentOf(id)) {
        if (id.kind == kind)
            return Spot{plan.parentOf(id), id};
        if (canStandBelow(kind, id.kind)) {
            const QList<ElementId> siblings = plan.children(id, kind);
            return Spot{id, siblings.isEmpty() ? ElementId() : siblings.constLast()};
        }
    }
    return {};
}

std::optional<Spot> spotOn(const Plan &plan, Kind kind, const ElementId &row)
{
    const ElementId at = row.isNull() ? plan.root() : row;
    for (const ElementId &id : {at, whole(plan, at)}) { // the row of an only item is its goal's too
        if (canStandBelow(kind, id.kind))
            return spotAt(plan, kind, id);
    }
    return {};
}

std::optional<Spot> spotBelow(const Plan &plan, Kind kind, const ElementId &parent, const ElementId &before)
{
    const ElementId below = parent.isNull() ? plan.root() : parent;
    const ElementId after = before.isNull() ? before : whole(plan, before);
    const bool fits =
        canStandBelow(kind, below.kind) && (after.isNull() || (after.kind == kind && plan.parentOf(after) == below));
    return fits ? std::optional(Spot{below, after}) : std::nullopt;
}

Made moveTo(const Plan &plan, const QList<ElementId> &branches, const Spot &spot)
{
    if (branches.isEmpty())
        return {};
    const Kind kind = branches.constFirst().kind;
    const bool fits = std::all_of(branches.begin(), branches.end(), [&](const ElementId &id) {
        return id.kind == kind && plan.contains(id) && canStandBelow(kind, spot.parent.kind);
    });
    if (!fits)
        return {};
    // Behind the nearest one that stays where it is.
    const QList<ElementId> siblings = plan.children(spot.parent, kind);
    const QSet<ElementId> moved(branches.begin(), branches.end());
    qsizetype at = siblings.indexOf(spot.after);
    while (at >= 0 && moved.contains(siblings.at(at)))
        --at;
    ElementId after = at >= 0 ? siblings.at(at) : ElementId();
    TreeCommand made;
    for (const ElementId &id : branches) {
        made.changes.append(placed(id, spot.parent, after));
        after = id;
    }
    made.focus = branches.constFirst();
    return made;
}

} // namespace mezasu::ui::treecommands
