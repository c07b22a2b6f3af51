// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/treecommands.h"

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

QList<ElementId> allOf(const Plan &plan, Kind kind)
{
    QList<ElementId> out;
    for (const ElementId &policy : plan.children(plan.root(), Kind::Policy)) {
        if (kind == Kind::Policy)
            out.append(policy);
        for (const ElementId &goal : plan.children(policy, Kind::Goal)) {
            if (kind == Kind::Goal)
                out.append(goal);
            else if (kind == Kind::ReformItem)
                out += plan.children(goal, Kind::ReformItem);
        }
    }
    return out;
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

Made remove(const Plan &plan, const ElementId &at)
{
    if (at.kind == Kind::Plan || !plan.contains(at))
        return {};
    const ElementId gone = whole(plan, at);
    const ElementId parent = plan.parentOf(gone);
    const QList<ElementId> siblings = plan.children(parent, gone.kind);
    const qsizetype i = siblings.indexOf(gone);
    const ElementId focus = i + 1 < siblings.size() ? siblings.at(i + 1) : i > 0 ? siblings.at(i - 1) : parent;
    return TreeCommand{{PlanChange::remove(gone)}, focus};
}

Made move(const Plan &plan, const ElementId &at, int by)
{
    if (at.kind == Kind::Plan || !plan.contains(at))
        return {};
    const ElementId moved = whole(plan, at);
    const ElementId parent = plan.parentOf(moved);
    const QList<ElementId> siblings = plan.children(parent, moved.kind);
    const qsizetype to = siblings.indexOf(moved) + by;
    if (to < 0 || to >= siblings.size())
        return {};
    const ElementId after = by > 0 ? siblings.at(to) : to > 0 ? siblings.at(to - 1) : ElementId();
    const auto where = after.isNull() ? PlanChange::At::First : PlanChange::At::After;
    return TreeCommand{{PlanChange::move(moved, parent, where, after)}, at};
}

Made moveToNeighbour(const Plan &plan, const ElementId &at, int by)
{
    const ElementId moved = whole(plan, at);
    const ElementId parent = plan.parentOf(moved);
    if (moved.kind == Kind::Policy || parent.isNull())
        return {};
    const QList<ElementId> parents = allOf(plan, parent.kind);
    const qsizetype to = parents.indexOf(parent) + by;
    if (parents.indexOf(parent) < 0 || to < 0 || to >= parents.size())
        return {};
    const auto where = by < 0 ? PlanChange::At::Last : PlanChange::At::First;
    return TreeCommand{{PlanChange::move(moved, parents.at(to), where)}, at};
}

} // namespace mezasu::ui::treecommands
