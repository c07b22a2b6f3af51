// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/editing.h"

#include "core/change/journal.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <span>

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
    /// What fields would show if an element that is gone came back.
    struct Gone
    {
        FieldMap fields;
        QSet<QString> contested;
    };
    std::function<std::optional<Gone>(const ElementId &)> gone;    ///< nothing when nobody has heard of it
    std::function<QList<QByteArray>(const ElementId &)> keysBelow; ///< gone elements included, sorted
    std::function<bool(const ElementId &)> livesByItself;          ///< not only for the sake of what is below it
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
    void reserve(qsizetype elements) { m_elements.reserve(elements); }
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
        const auto before = [this](const QByteArray &key, const ElementId &s) {
            return key < this->element(s)->place.key;
        };
        if (list.isEmpty() || !before(place.key, list.constLast()))
            list.append(id); // the common case of an import
        else
            list.insert(std::upper_bound(list.begin(), list.end(), place.key, before), id);
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
    void expect(std::span<const PlanChange> steps)
    {
        qsizetype things = 0;
        for (const PlanChange &step : steps)
            things += step.op == PlanChange::Op::Insert ? step.fields.size() + 2 : 1;
        m_writes.reserve(m_writes.size() + things + 1); // and the existence of a new plan
        m_written.reserve(qsizetype(steps.size()));
        m_now.reserve(qsizetype(steps.size()));
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

    Draft takeDraft()
    {
        keepWhatLostItsLast();
        m_writes.removeIf([this](const DraftWrite &write) { return !write.value || endsWhereItBegan(write); });
        Draft out;
        out.writes = std::move(m_writes);
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

    /// Where among the writes those to one element are; a value that was dropped is null there.
    struct Slots
    {
        qsizetype first = 0, count = 0; ///< those of its insertion stand together
        QList<qsizetype> more;
        bool isNew = false; ///< nobody had heard of the element before
    };

    void write(const ElementId &id, const QString &aspect, Written value)
    {
        Slots &slots_ = m_written[id];
        const auto isIt = [&](qsizetype i) { return m_writes.at(i).thing.aspect == aspect; };
        for (qsizetype i = slots_.first; i < slots_.first + slots_.count; ++i) {
            if (isIt(i)) {
                m_writes[i].value = std::move(value);
                return;
            }
        }
        const auto it = std::find_if(slots_.more.cbegin(), slots_.more.cend(), isIt);
        if (it != slots_.more.cend()) {
            m_writes[*it].value = std::move(value);
            return;
        }
        slots_.more.append(m_writes.size());
        m_writes.append({{id, aspect}, std::move(value), {}});
    }

    void dropWrites(const ElementId &id)
    {
        const auto slots_ = m_written.constFind(id);
        if (slots_ == m_written.constEnd())
            return;
        for (qsizetype i = slots_->first; i < slots_->first + slots_->count; ++i)
            m_writes[i].value.reset();
        for (const qsizetype i : slots_->more)
            m_writes[i].value.reset();
    }

    bool isNew(const ElementId &id) const
    {
        const auto it = m_written.constFind(id);
        return it != m_written.constEnd() && it->isNew;
    }

    QList<QByteArray> &keys(const ElementId &parent)
    {
        auto it = m_keys.find(parent);
        if (it == m_keys.end())
            it = m_keys.insert(parent, isNew(parent) ? QList<QByteArray>() : m_ground.keysBelow(parent));
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
        if (all.isEmpty() || all.constLast() <= key)
            all.append(key);
        else
            all.insert(std::upper_bound(all.cbegin(), all.cend(), key) - all.cbegin(), key);
        return key;
    }

    std::optional<Error> insert(const PlanChange &step)
    {
        if (step.id.kind == Kind::Plan || step.id.isNull())
            return bad(Error::Code::InvalidInput, u"a plan cannot be inserted"_s);
        if (m_now.contains(step.id))
            return bad(Error::Code::InvalidInput, u"the id exists already"_s);
        if (auto error = checkParent(step.id, step.parent))
            return error;
        for (const auto &[name, value] : step.fields) {
            if (auto error = checkField(step.id, name, value))
                return error;
        }
        const auto key = keyFor(step);
        if (!key)
            return bad(Error::Code::NotFound, u"unknown sibling "_s + step.after.toString());
        auto element = std::make_shared<Element>(Element{step.id, {step.parent, *key}, step.fields});
        if (m_written.contains(step.id)) {
            bringBack(*element, isNew(step.id) ? Ground::Gone() : fieldsBefore(step.id));
        } else if (const auto gone = m_ground.gone(step.id)) {
            bringBack(*element, *gone);
        } else {
            m_written.insert(step.id, {m_writes.size(), step.fields.size() + 2, {}, true});
            m_writes.emplaceBack(DraftWrite{{step.id, aspect::kExists}, Life::Alive, {}});
            m_writes.emplaceBack(DraftWrite{{step.id, aspect::kPlace}, element->place, {}});
            for (const auto &[name, value] : step.fields)
                m_writes.emplaceBack(DraftWrite{{step.id, name}, value, {}});
        }
        m_now.put(std::move(element));
        return {};
    }

    /// Inserting what is gone makes the same element live again, with just the values that the step gives.
    void bringBack(Element &element, const Ground::Gone &gone)
    {
        const ElementId id = element.id;
        write(id, aspect::kExists, Life::Alive);
        write(id, aspect::kPlace, element.place);
        for (const auto &[name, value] : element.fields) {
            const Value *was = gone.fields.find(name);
            if (!was || !(*was == value) || gone.contested.contains(name))
                write(id, name, value);
        }
        for (const auto &[name, value] : gone.fields) {
            if (element.fields.find(name))
                continue;
            if (value.isErased()) // what it held cannot be given, and is no less erased
                element.fields.set(name, value);
            else
                write(id, name, Value());
        }
    }

    /// Of an element that this batch removed.
    Ground::Gone fieldsBefore(const ElementId &id) const
    {
        const Element *element = m_before.element(id);
        if (!element)
            return m_ground.gone(id).value_or(Ground::Gone());
        const QStringList contested = m_before.conflicts().value(id).keys();
        return {element->fields, QSet<QString>(contested.begin(), contested.end())};
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
        write(step.id, name, step.value);
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
        write(step.id, aspect::kPlace, moved->place);
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
        dropWrites(id);
        if (m_before.contains(id))
            write(id, aspect::kExists, Life::Removed);
        m_now.take(id);
    }

    /// What somebody removed, and what lives on for the sake of something below it, would be gone with the last that this batch
    /// moves out of it or removes: unasked, and seen by nobody. It is kept; removing it is a step of its own.
    void keepWhatLostItsLast()
    {
        const QList<ElementId> touched = m_written.keys();
        for (const ElementId &id : touched) {
            const ElementId parent = m_before.parentOf(id);
            if (parent.isNull() || m_now.parentOf(id) == parent || !m_now.contains(parent)
                || !m_now.children(parent).isEmpty() || !isContested({parent, aspect::kExists}))
                continue;
            if (!m_ground.livesByItself(parent))
                write(parent, aspect::kExists, Life::Alive);
        }
    }

    bool endsWhereItBegan(const DraftWrite &write) const
    {
        const Thing &thing = write.thing;
        const Element *element = m_before.element(thing.element);
        if (!element || isContested(thing))
            return false;
        if (const auto *value = std::get_if<Value>(&*write.value)) {
            const Value *was = element->fields.find(thing.aspect);
            return (was ? *was : Value()) == *value;
        }
        if (const auto *place = std::get_if<Place>(&*write.value))
            return element->place == *place;
        return std::get<Life>(*write.value) == Life::Alive;
    }

    bool isContested(const Thing &thing) const
    {
        const auto it = m_before.conflicts().constFind(thing.element);
        return it != m_before.conflicts().constEnd() && it->contains(thing.aspect);
    }

    const Plan &m_before;
    Overlay m_now;
    Ground m_ground;
    RunsOfSession &m_runs;
    QList<DraftWrite> m_writes;        ///< a thing once; without a value where it was dropped again
    QHash<ElementId, Slots> m_written; ///< all elements that this batch wrote to
    QHash<ElementId, QList<QByteArray>> m_keys;
};

Result<> run(Batch &batch, std::span<const PlanChange> steps)
{
    batch.expect(steps);
    for (size_t i = 0; i < steps.size(); ++i) {
        if (auto error = batch.run(steps[i])) {
            error->subject = u"%1: %2"_s.arg(i + 1).arg(steps[i].id.toString());
            return *error;
        }
    }
    return {};
}

std::span<const PlanChange> all(const QList<PlanChange> &steps)
{
    return {steps.constData(), size_t(steps.size())};
}

Ground groundOf(const Plan &plan)
{
    return {[](const ElementId &) { return std::nullopt; },
        [&plan](const ElementId &parent) {
            QList<QByteArray> keys;
            for (const ElementId &child : plan.children(parent))
                keys.append(plan.element(child)->place.key);
            return keys;
        },
        [](const ElementId &) { return false; }}; // not known: kept where it is contested
}

std::optional<Ground::Gone> goneIn(Journal &journal, const ElementId &id)
{
    if (!journal.knows(id))
        return {};
    Ground::Gone out;
    for (const QString &aspect : journal.aspects(id)) {
        if (aspect == aspect::kExists || aspect == aspect::kPlace)
            continue;
        const law::Candidates candidates = journal.candidates({id, aspect});
        if (!candidates.empty())
            out.fields.set(aspect, candidates.front().plain);
        if (candidates.size() > 1)
            out.contested.insert(aspect);
    }
    return out;
}
} // namespace

Result<Draft> draftOf(Journal &journal, const QList<PlanChange> &steps, RunsOfSession &runs)
{
    Batch batch(journal.plan(),
        {[&journal](const ElementId &id) { return goneIn(journal, id); },
            [&journal](const ElementId &parent) { return journal.keysBelow(parent); },
            [&journal](const ElementId &id) { return journal.livesByItself(id); }},
        runs);
    const auto done = run(batch, all(steps));
    if (const auto failure = journal.failure())
        return *failure;
    if (!done)
        return done.error();
    return batch.takeDraft();
}

Result<Draft> draftOf(const Plan &plan, const QList<PlanChange> &steps, RunsOfSession &runs)
{
    Batch batch(plan, groundOf(plan), runs);
    if (const auto done = run(batch, all(steps)); !done)
        return done.error();
    return batch.takeDraft();
}

Result<Draft> draftOfNewPlan(
    const ElementId &plan, const FieldMap &fields, const QList<PlanChange> &steps, RunsOfSession &runs)
{
    Plan empty;
    empty.setRoot(plan);
    empty.put(std::make_shared<Element>(Element{plan, {}, {}}));
    QList<PlanChange> first;
    for (const auto &[name, value] : fields)
        first.append(PlanChange::set(plan, name, value));
    Batch batch(empty, groundOf(empty), runs);
    for (const auto part : {all(first), all(steps)}) {
        if (const auto done = run(batch, part); !done)
            return done.error();
    }
    Draft draft = batch.takeDraft();
    draft.writes.append({{plan, aspect::kExists}, Life::Alive, {}});
    return draft;
}

} // namespace mezasu
