// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/plan.h"

#include <QSharedData>
#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

struct Plan::Data : QSharedData
{
    ElementId root;
    QHash<ElementId, std::shared_ptr<const Element>> elements;
    QHash<ElementId, QList<ElementId>> children;
    Conflicts conflicts;

    static bool less(const Element &a, const Element &b)
    {
        const int order = a.place.key.compare(b.place.key);
        return order != 0 ? order < 0 : (a.id <=> b.id) < 0;
    }
    /// \p place is that of \p id
    void link(const ElementId &id, const Place &place)
    {
        const auto isBefore = [&](const ElementId &other, const ElementId &) {
            const int order = elements.constFind(other).value()->place.key.compare(place.key);
            return order != 0 ? order < 0 : (other <=> id) < 0;
        };
        QList<ElementId> &siblings = children[place.parent];
        if (siblings.isEmpty() || isBefore(siblings.constLast(), id))
            siblings.append(id); // what is read in order stays linear
        else
            siblings.insert(std::lower_bound(siblings.begin(), siblings.end(), id, isBefore), id);
    }
    void unlink(const ElementId &id, const ElementId &parent)
    {
        const auto it = children.find(parent);
        if (it == children.end())
            return;
        it->removeOne(id);
        if (it->isEmpty())
            children.erase(it);
    }
};

Plan::Plan()
    : d(new Data)
{
}
Plan::Plan(const Plan &) = default;
Plan::Plan(Plan &&) noexcept = default;
Plan &Plan::operator=(const Plan &) = default;
Plan &Plan::operator=(Plan &&) noexcept = default;
Plan::~Plan() = default;

ElementId Plan::root() const
{
    return d->root;
}

qsizetype Plan::size() const
{
    return d->elements.size();
}

bool Plan::contains(const ElementId &id) const
{
    return d->elements.contains(id);
}

const Element *Plan::element(const ElementId &id) const
{
    const auto it = d->elements.constFind(id);
    return it == d->elements.constEnd() ? nullptr : it->get();
}

ElementId Plan::parentOf(const ElementId &id) const
{
    const Element *e = element(id);
    return e ? e->place.parent : ElementId();
}

const QList<ElementId> &Plan::children(const ElementId &parent) const
{
    static const QList<ElementId> kNone;
    const auto it = d->children.constFind(parent);
    return it == d->children.constEnd() ? kNone : *it;
}

QList<ElementId> Plan::children(const ElementId &parent, Kind kind) const
{
    QList<ElementId> out;
    for (const ElementId &id : children(parent)) {
        if (id.kind == kind)
            out.append(id);
    }
    return out;
}

ElementId Plan::namedBy(const ElementId &id) const
{
    if (id.kind != Kind::Goal)
        return id;
    const QList<ElementId> &below = children(id);
    const auto statement =
        std::find_if(below.begin(), below.end(), [](const ElementId &child) { return child.kind == Kind::Statement; });
    return statement == below.end() ? id : *statement;
}

QList<ElementId> Plan::preorder() const
{
    QList<ElementId> out;
    if (isEmpty())
        return out;
    QList<ElementId> todo{root()};
    while (!todo.isEmpty()) {
        const ElementId id = todo.takeLast();
        out.append(id);
        const QList<ElementId> &below = children(id);
        for (auto it = below.crbegin(); it != below.crend(); ++it)
            todo.append(*it);
    }
    return out;
}

Value Plan::value(const ElementId &id, QStringView field) const
{
    const Element *e = element(id);
    const Value *v = e ? e->fields.find(field) : nullptr;
    return v ? *v : Value();
}

QString Plan::text(const ElementId &id, QStringView field) const
{
    const Element *e = element(id);
    const Value *v = e ? e->fields.find(field) : nullptr;
    return v ? v->text() : QString();
}

std::optional<qint64> Plan::number(const ElementId &id, QStringView field) const
{
    return value(id, field).number();
}

QString Plan::fieldState(const ElementId &id, QStringView field) const
{
    const QString name = field::state(id.kind, field);
    for (ElementId at = id; !at.isNull(); at = parentOf(at)) {
        const QString state = text(at, name);
        if (!state.isEmpty())
            return state;
    }
    return {};
}

std::optional<qint64> Plan::limit(Kind kind, QStringView field) const
{
    return number(root(), field::limit(kind, field));
}

QString Plan::levelName(Kind kind) const
{
    return text(root(), field::levelName(kind));
}

const Plan::Conflicts &Plan::conflicts() const
{
    return d->conflicts;
}

void Plan::setRoot(const ElementId &root)
{
    d->root = root;
}

void Plan::put(std::shared_ptr<const Element> element)
{
    const ElementId id = element->id;
    const Place place = element->place;
    const auto it = d->elements.find(id);
    if (it == d->elements.end()) {
        d->elements.insert(id, std::move(element));
    } else {
        const Place old = (*it)->place;
        if (old == place) {
            *it = std::move(element);
            return;
        }
        d->unlink(id, old.parent);
        *it = std::move(element);
    }
    if (!place.parent.isNull())
        d->link(id, place);
}

void Plan::fill(const std::vector<std::shared_ptr<const Element>> &elements)
{
    Q_ASSERT(d->elements.isEmpty());
    d->elements.reserve(qsizetype(elements.size()));
    using Siblings = std::vector<const Element *>;
    QHash<ElementId, Siblings> below;
    ElementId parent;
    Siblings *siblings = nullptr; // of the one before: they mostly come together
    for (const auto &element : elements) {
        d->elements.insert(element->id, element);
        if (element->place.parent.isNull())
            continue;
        if (!siblings || element->place.parent != parent) {
            parent = element->place.parent;
            siblings = &below[parent];
        }
        siblings->push_back(element.get());
    }
    const auto less = [](const Element *a, const Element *b) { return Data::less(*a, *b); };
    d->children.reserve(below.size());
    for (auto it = below.begin(); it != below.end(); ++it) {
        if (!std::is_sorted(it->begin(), it->end(), less))
            std::sort(it->begin(), it->end(), less);
        QList<ElementId> ids;
        ids.reserve(qsizetype(it->size()));
        for (const Element *element : *it)
            ids.append(element->id);
        d->children.insert(it.key(), std::move(ids));
    }
}

void Plan::take(const ElementId &id)
{
    const Element *e = element(id);
    if (!e)
        return;
    const ElementId parent = e->place.parent;
    d->unlink(id, parent);
    d->elements.remove(id);
    d->conflicts.remove(id);
}

void Plan::setConflict(const ElementId &id, const QString &thing, QList<Value> candidates)
{
    if (candidates.size() > 1) {
        d->conflicts[id][thing] = std::move(candidates);
        return;
    }
    const auto it = std::as_const(*d).conflicts.constFind(id);
    if (it == d->conflicts.constEnd() || !it->contains(thing))
        return;
    auto &things = d->conflicts[id];
    things.remove(thing);
    if (things.isEmpty())
        d->conflicts.remove(id);
}

void Plan::reserve(qsizetype elements)
{
    d->elements.reserve(elements);
}

namespace {
/// Kinds are listed apart on screen and paper, so how they are interleaved means nothing.
bool sameOrder(QList<ElementId> a, QList<ElementId> b)
{
    const auto byKind = [](const ElementId &x, const ElementId &y) { return x.kind < y.kind; };
    std::stable_sort(a.begin(), a.end(), byKind);
    std::stable_sort(b.begin(), b.end(), byKind);
    return a == b;
}
} // namespace

bool Plan::isSameAs(const Plan &other) const
{
    if (root() != other.root() || size() != other.size() || !(conflicts() == other.conflicts()))
        return false;
    for (auto it = d->elements.cbegin(); it != d->elements.cend(); ++it) {
        const Element *o = other.element(it.key());
        if (!o || o->place.parent != it.value()->place.parent || !(o->fields == it.value()->fields)
            || !sameOrder(children(it.key()), other.children(it.key())))
            return false;
    }
    return true;
}

} // namespace mezasu
