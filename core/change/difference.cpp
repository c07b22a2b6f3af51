// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/difference.h"

#include "core/change/longestincreasing.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace mezasu {

namespace {
class Comparison
{
public:
    Comparison(const Plan &a, const Plan &b)
        : m_a(a)
        , m_b(b)
    {
    }

    QList<PlanChange> run()
    {
        for (const ElementId &id : m_b.preorder()) {
            fields(id);
            children(id);
        }
        for (const ElementId &id : m_a.preorder()) {
            if (id != m_a.root() && !m_b.contains(id) && (here(m_a.parentOf(id))))
                m_out.append(PlanChange::remove(id));
        }
        return m_out;
    }

private:
    /// Two plans of different origin are compared as if their roots were one.
    ElementId inA(const ElementId &id) const { return id == m_b.root() ? m_a.root() : id; }
    bool here(const ElementId &idInA) const { return idInA == m_a.root() || m_b.contains(idInA); }

    void fields(const ElementId &id)
    {
        const Element *was = m_a.element(inA(id));
        if (!was)
            return; // inserted with its fields
        const FieldMap &now = m_b.element(id)->fields;
        for (const auto &[name, value] : now) {
            const Value *old = was->fields.find(name);
            if (value.isErased() || (old && *old == value))
                continue;
            m_out.append(PlanChange::set(inA(id), name, value, old ? *old : Value()));
        }
        for (const auto &[name, old] : was->fields) {
            if (!now.find(name))
                m_out.append(PlanChange::set(inA(id), name, Value(), old));
        }
    }

    void children(const ElementId &parent)
    {
        const QList<ElementId> &wanted = m_b.children(parent);
        if (wanted.isEmpty())
            return;
        QHash<ElementId, qsizetype> positions;
        const QList<ElementId> &had = m_a.children(inA(parent));
        for (qsizetype i = 0; i < had.size(); ++i)
            positions.insert(had.at(i), i);
        std::vector<qsizetype> kept;
        std::vector<qsizetype> indexes;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (const auto it = positions.constFind(wanted.at(i)); it != positions.constEnd()) {
                kept.push_back(*it);
                indexes.push_back(i);
            }
        }
        QSet<qsizetype> staying;
        for (const qsizetype k : longestIncreasing(kept))
            staying.insert(indexes.at(size_t(k)));
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (staying.contains(i))
                continue;
            const ElementId &id = wanted.at(i);
            const auto at = i == 0 ? PlanChange::At::First : PlanChange::At::After;
            const ElementId after = i == 0 ? ElementId() : wanted.at(i - 1);
            if (m_a.contains(id)) {
                m_out.append(PlanChange::move(id, inA(parent), at, after));
            } else {
                FieldMap values;
                for (const auto &[name, value] : m_b.element(id)->fields) {
                    if (!value.isErased())
                        values.set(name, value);
                }
                m_out.append(PlanChange::insert(id, inA(parent), std::move(values), at, after));
            }
        }
    }

    const Plan &m_a;
    const Plan &m_b;
    QList<PlanChange> m_out;
};
} // namespace

QList<PlanChange> difference(const Plan &a, const Plan &b)
{
    return Comparison(a, b).run();
}

} // namespace mezasu
