// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/plan/result.h"

#include <QSet>
#include <QStringList>

namespace mezasu::report {

/// The part of a plan that a paper shows: chosen branches with all below them, and what stands above them.
class Branches
{
public:
    /// All of the plan.
    Branches() = default;
    /// \param names what begins each branch: the identity of a policy, a goal or a reform item, the number of a policy or the
    /// code of an item as they are printed, or else a title. None: all of the plan.
    /// \retval NotFound nothing is called so (subject: the name)
    static Result<Branches> of(const Plan &plan, const QStringList &names);

    bool areAll() const { return m_areAll; }
    /// Whether the element is in a branch, or above one.
    bool show(const ElementId &id) const { return m_areAll || m_within.contains(id) || m_above.contains(id); }
    /// Whether the element is in a branch.
    bool hold(const ElementId &id) const { return m_areAll || m_within.contains(id); }
    /// Where the branches begin, in the order of the plan.
    const QList<ElementId> &roots() const { return m_roots; }

    /// The shown ones among the children.
    QList<ElementId> children(const Plan &plan, const ElementId &parent, Kind kind) const;

private:
    bool m_areAll = true;
    QSet<ElementId> m_within;
    QSet<ElementId> m_above;
    QList<ElementId> m_roots;
};

} // namespace mezasu::report
