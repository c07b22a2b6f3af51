// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/branches.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

bool canBegin(Kind kind)
{
    return kind == Kind::Policy || kind == Kind::Goal || kind == Kind::ReformItem;
}

/// By what may be typed for an element, the surest first.
QStringView keyOf(const Plan &plan, const ElementId &id, int rank, QString &buffer)
{
    switch (rank) {
    case 0:
        buffer = id.toString();
        break;
    case 1:
        buffer = plan.text(id, id.kind == Kind::Policy ? u"number" : u"code");
        break;
    default:
        buffer = plan.text(id, u"title");
        break;
    }
    return buffer;
}

} // namespace

Result<Branches> Branches::of(const Plan &plan, const QStringList &names)
{
    Branches branches;
    if (names.isEmpty())
        return branches;
    branches.m_areAll = false;
    const QList<ElementId> order = plan.preorder();
    QSet<ElementId> roots;
    for (const QString &name : names) {
        bool found = false;
        for (int rank = 0; rank < 3 && !found; ++rank) {
            for (const ElementId &id : order) {
                QString buffer;
                if (!canBegin(id.kind) || keyOf(plan, id, rank, buffer) != name)
                    continue;
                roots.insert(id); // all that are called so: two copies may both have made a 1-5
                found = true;
            }
        }
        if (!found)
            return makeError(Error::Code::NotFound, u"no branch is called so"_s, name);
    }
    for (const ElementId &id : order) {
        if (roots.contains(id))
            branches.m_roots.append(id);
        const bool isWithin = roots.contains(id) || branches.m_within.contains(plan.parentOf(id));
        if (!isWithin)
            continue;
        branches.m_within.insert(id);
        if (!roots.contains(id))
            continue;
        for (ElementId above = plan.parentOf(id); !above.isNull(); above = plan.parentOf(above))
            branches.m_above.insert(above);
    }
    return branches;
}

QList<ElementId> Branches::children(const Plan &plan, const ElementId &parent, Kind kind) const
{
    QList<ElementId> shown = plan.children(parent, kind);
    if (!m_areAll)
        shown.removeIf([this](const ElementId &id) { return !show(id); });
    return shown;
}

} // namespace mezasu::report
