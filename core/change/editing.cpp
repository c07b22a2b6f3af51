// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/editing.h"

#include "core/change/journal.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

PlanChange PlanChange::insert(
    const ElementId &id, const ElementId &parent, FieldMap fields, At at, const ElementId &after)
{
    PlanChange c;
    c.op = Op::Insert;
    c.id = id;
    c.parent = parent;
    c.fields = std::move(fields);
    c.at = at;
    c.after = after;
    return c;
}

PlanChange PlanChange::set(const ElementId &id, const QString &field, Value value, std::optional<Value> old)
{
    PlanChange c;
    c.op = Op::Set;
    c.id = id;
    c.field = field;
    c.value = std::move(value);
    c.old = std::move(old);
    return c;
}

PlanChange PlanChange::move(const ElementId &id, const ElementId &parent, At at, const ElementId &after)
{
    PlanChange c;
    c.op = Op::Move;
    c.id = id;
    c.parent = parent;
    c.at = at;
    c.after = after;
    return c;
}

PlanChange PlanChange::remove(const ElementId &id)
{
    PlanChange c;
    c.op = Op::Remove;
    c.id = id;
    return c;
}

namespace {
/// What a batch needs to know beside the plan that it starts from.
struct Ground
{
    std::function<bool(const ElementId &)> knows;                  ///< gone elements included
    std::function<QList<QByteArray>(const ElementId &)> keysBelow; ///< gone elements included, sorted
};

/// The plan as the steps so far have left it, without copying it: an edit must not cost more in a larger plan.
class Overlay
{
public:
    explicit Overlay(const Plan &base)
        : m_base(base)
    {
    }

    const Element *element(const ElementId &id) const
    {
        const auto it = m_elements.constFind(id);
        return it != m_elements.constEnd() ? it->get() : m_base.element(id); // null where it was taken away
    }
    bool contains(const ElementId &id) const { return element(id) != nullptr; }
    ElementId parentOf(const ElementId &id) const
    {
        const Element *e = element(id);
        return e ? e->place.parent : ElementId();
    }
    const QList<ElementId> &children(const ElementId &parent) const
    {
        const auto it = m_children.constFind(parent);
        return it != m_children.constEnd() ? *it : m_base.children(parent);
    }
    Value value(const ElementId &id, QStringView field) const
    {
        const Element *e = element(id);
        const Value *v = e ? e->fields.find(field) : nullptr;
        return v ? *v : Value();
    }

    void put(std::shared_ptr<const Element> element)
    {
        const ElementId id = element->id;
        const Place place = element->place;
        const Element *old = this->element(id);
        if (old && old->place == place) {
            m_elements.insert(id, std::move(element));
            return;
        }
        if (old)
            siblings(old->place.parent).removeOne(id);
        m_elements.insert(id, std::move(element));
        QList<ElementId> &list = siblings(place.parent);
        const auto at = std::upper_bound(list.begin(), list.end(), place.key,
            [this](const QByteArray &key, const ElementId &s) { return key < this->element(s)->place.key; });
        list.insert(at, id);
    }
    void take(const ElementId &id)
    {
        siblings(parentOf(id)).removeOne(id);
        m_elements.insert(id, nullptr);
    }

private:
    QList<ElementId> &siblings(const ElementId &parent)
    {
        auto it = m_children.find(parent);
        if (it == m_children.end())
            it = m_children.insert(parent, m_base.children(parent));
        return *it;
    }

    const Plan &m_base;
    QHash<ElementId, std::shared_ptr<const Element>> m_elements;
    QHash<ElementId, QList<ElementId>> m_children;
};

class Batch
{
public:
    Batch(const Plan &plan, Ground ground, RunsOfSession &runs)
        : m_before(plan)
        , m_now(plan)
        , m_ground(std::move(ground))
        , m_runs(runs)
    {
    }

    /// Makes room for a big import.
    void expect(qsizetype steps)
    {
        constexpr qsizetype kThingsPerStep = 6;
        m_writes.reserve(steps * kThingsPerStep);
        m_order.reserve(steps * kThingsPerStep);
        m_inserted.reserve(steps);
        m_aspects.reserve(steps);
    }

    std::optional<Error> run(const PlanChange &step)
    {
        switch (step.op) {
        case PlanChange::Op::Insert:
            return insert(step);
        case PlanChange::Op::Set:
            return set(step);
        case PlanChange::Op::Move:
            return move(step);
        case PlanChange::Op::Remove:
            return remove(step);
        }
        return {};
    }

    Draft draft() const
    {
        Draft out;
        QSet<Thing> done;
        done.reserve(m_order.size());
        out.writes.reserve(m_order.size());
        for (const Thing &thing : m_order) {
            const auto it = m_writes.constFind(thing);
            if (it == m_writes.constEnd() || done.contains(thing) || endsWhereItBegan(thing))
                continue;
            done.insert(thing);
            out.writes.append({thing, *it, {}});
        }
        return out;
    }

private:
    using Written = std::variant<Value, Life, Place>;

    static Error bad(Error::Code code, const QString &detail) { return makeError(code, detail); }

    std::optional<Error> checkParent(const ElementId &id, const ElementId &parent) const
    {
        if (!m_now.contains(parent))
            return bad(Error::Code::NotFound, u"unknown parent "_s + parent.toString());
        if (!canStandBelow(id.kind, parent.kind))
            return bad(
                Error::Code::InvalidInput, u"%1 cannot stand below %2"_s.arg(kindName(id.kind), kindName(parent.kind)));
        return {};
    }

    static std::optional<Error> checkField(const ElementId &id, const QString &field, const Value &value)
    {
        const FieldInfo *info = fieldInfo(id.kind, field);
        if (!info)
            return bad(Error::Code::NotFound, u"%1 has no field %2"_s.arg(kindName(id.kind), field));
        if (!accepts(*info, value))
            return bad(Error::Code::InvalidInput, u"the value does not fit the field "_s + field);
        return {};
    }

    void write(const Thing &thing, Written value)
    {
        if (!m_writes.contains(thing)) {
            m_order.append(thing);
            m_aspects[thing.element].append(thing.aspect);
        }
        m_writes.insert(thing, std::move(value));
    }

    QList<QByteArray> &keys(const ElementId &parent)
    {
        auto it = m_keys.find(parent);
        if (it == m_keys.end())
            it = m_keys.insert(parent, m_inserted.contains(parent) ? QList<QByteArray>() : m_ground.keysBelow(parent));
        return *it;
    }

    /// The key for a place; nothing when `after` does not stand below that parent.
    std::optional<QByteArray> keyFor(const PlanChange &step)
    {
        QList<QByteArray> &all = keys(step.parent);
        QByteArray left;
        QByteArray right;
        if (step.at == PlanChange::At::First) {
            right = all.isEmpty() ? QByteArray() : all.constFirst();
        } else if (step.at == PlanChange::At::Last) {
            left = all.isEmpty() ? QByteArray() : all.constLast();
        } else {
            if (m_now.parentOf(step.after) != step.parent || step.after == step.id)
                return {};
            left = m_now.element(step.after)->place.key;
            const auto next = std::upper_bound(all.cbegin(), all.cend(), left);
            right = next == all.cend() ? QByteArray() : *next;
        }
        const QByteArray key = orderKeyBetween(left, right, step.id.uuid, m_runs);
        all.insert(std::upper_bound(all.cbegin(), all.cend(), key) - all.cbegin(), key);
        return key;
    }

    std::optional<Error> insert(const PlanChange &step)
    {
        if (step.id.kind == Kind::Plan || step.id.isNull())
            return bad(Error::Code::InvalidInput, u"a plan cannot be inserted"_s);
        if (m_inserted.contains(step.id) || m_ground.knows(step.id))
            return bad(Error::Code::InvalidInput, u"the id exists already"_s);
        if (auto error = checkParent(step.id, step.parent))
            return error;
        for (const auto &[name, value] : step.fields) {
            if (auto error = checkField(step.id, name, value))
                return error;
        }
        m_inserted.insert(step.id);
        const auto key = keyFor(step);
        if (!key)
            return bad(Error::Code::NotFound, u"unknown sibling "_s + step.after.toString());
        auto element = std::make_shared<Element>(Element{step.id, {step.parent, *key}, step.fields});
        write({step.id, aspect::kExists}, Life::Alive);
        write({step.id, aspect::kPlace}, element->place);
        for (const auto &[name, value] : step.fields)
            write({step.id, name}, value);
        m_now.put(std::move(element));
        return {};
    }

    std::optional<Error> set(const PlanChange &step)
    {
        const Element *element = m_now.element(step.id);
        if (!element)
            return bad(Error::Code::NotFound, u"unknown id"_s);
        if (auto error = checkField(step.id, step.field, step.value))
            return error;
        const Value current = m_now.value(step.id, step.field);
        if (step.old && !(*step.old == current))
            return bad(Error::Code::Conflict, u"the old value does not match: "_s + step.field);
        const QString name = internFieldName(step.field);
        auto changed = std::make_shared<Element>(*element);
        changed->fields.set(name, step.value);
        m_now.put(std::move(changed));
        write({step.id, name}, step.value);
        return {};
    }

    std::optional<Error> move(const PlanChange &step)
    {
        const Element *element = m_now.element(step.id);
        if (!element || step.id.kind == Kind::Plan)
            return bad(Error::Code::NotFound, u"unknown id"_s);
        if (auto error = checkParent(step.id, step.parent))
            return error;
        if (standsThere(step))
            return {};
        if (step.parent == element->place.parent)
            keys(step.parent).removeOne(element->place.key);
        const auto key = keyFor(step);
        if (!key)
            return bad(Error::Code::NotFound, u"unknown sibling "_s + step.after.toString());
        auto moved = std::make_shared<Element>(*element);
        moved->place = {step.parent, *key};
        write({step.id, aspect::kPlace}, moved->place);
        m_now.put(std::move(moved));
        return {};
    }

    /// Among its own kind an element already stands where it is to go.
    bool standsThere(const PlanChange &step) const
    {
        if (m_now.parentOf(step.id) != step.parent || m_before.conflicts().value(step.id).contains(aspect::kPlace))
            return false;
        const QList<ElementId> &siblings = m_now.children(step.parent);
        const qsizetype at = siblings.indexOf(step.id);
        if (step.at == PlanChange::At::After)
            return at > 0 && siblings.at(at - 1) == step.after;
        return step.at == PlanChange::At::First ? at == 0 : at == siblings.size() - 1;
    }

    std::optional<Error> remove(const PlanChange &step)
    {
        if (step.id.kind == Kind::Plan)
            return bad(Error::Code::InvalidInput, u"the plan cannot be removed"_s);
        if (!m_now.contains(step.id))
            return bad(Error::Code::NotFound, u"unknown id"_s);
        removeBranch(step.id);
        return {};
    }

    void removeBranch(const ElementId &id)
    {
        const QList<ElementId> below = m_now.children(id);
        for (const ElementId &child : below)
            removeBranch(child);
        for (const QString &aspect : m_aspects.take(id))
            m_writes.remove({id, aspect});
        if (!m_inserted.contains(id))
            write({id, aspect::kExists}, Life::Removed);
        m_now.take(id);
    }

    bool endsWhereItBegan(const Thing &thing) const
    {
        const Element *element = m_before.element(thing.element);
        if (!element || m_before.conflicts().value(thing.element).contains(thing.aspect))
            return false;
        const Written &written = m_writes.constFind(thing).value();
        if (const auto *value = std::get_if<Value>(&written)) {
            const Value *was = element->fields.find(thing.aspect);
            return (was ? *was : Value()) == *value;
        }
        if (const auto *place = std::get_if<Place>(&written))
            return element->place == *place;
        return false;
    }

    const Plan &m_before;
    Overlay m_now;
    Ground m_ground;
    RunsOfSession &m_runs;
    QHash<Thing, Written> m_writes;
    QList<Thing> m_order;
    QHash<ElementId, QStringList> m_aspects; ///< what this batch wrote to an element
    QSet<ElementId> m_inserted;
    QHash<ElementId, QList<QByteArray>> m_keys;
};

Result<Draft> run(Batch &batch, const QList<PlanChange> &steps)
{
    batch.expect(steps.size());
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (auto error = batch.run(steps.at(i))) {
            error->subject = u"%1: %2"_s.arg(i + 1).arg(steps.at(i).id.toString());
            return *error;
        }
    }
    return batch.draft();
}
} // namespace

Result<Draft> draftOf(Journal &journal, const QList<PlanChange> &steps, RunsOfSession &runs)
{
    Batch batch(journal.plan(),
        {[&journal](const ElementId &id) { return journal.knows(id); },
            [&journal](const ElementId &parent) { return journal.keysBelow(parent); }},
        runs);
    auto draft = run(batch, steps);
    if (const auto failure = journal.failure())
        return *failure;
    return draft;
}

Result<Draft> draftOf(const Plan &plan, const QList<PlanChange> &steps, RunsOfSession &runs)
{
    Batch batch(plan,
        {[&plan](const ElementId &id) { return plan.contains(id); },
            [&plan](const ElementId &parent) {
                QList<QByteArray> keys;
                for (const ElementId &child : plan.children(parent))
                    keys.append(plan.element(child)->place.key);
                return keys;
            }},
        runs);
    return run(batch, steps);
}

Result<Draft> draftOfNewPlan(
    const ElementId &plan, const FieldMap &fields, const QList<PlanChange> &steps, RunsOfSession &runs)
{
    Plan empty;
    empty.setRoot(plan);
    empty.put(std::make_shared<Element>(Element{plan, {}, {}}));
    QList<PlanChange> all;
    for (const auto &[name, value] : fields)
        all.append(PlanChange::set(plan, name, value));
    auto draft = draftOf(empty, all + steps, runs);
    if (draft)
        draft.value().writes.prepend({{plan, aspect::kExists}, Life::Alive, {}});
    return draft;
}

} // namespace mezasu
