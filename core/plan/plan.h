// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/element.h"
#include "core/plan/field.h"

#include <QHash>
#include <QMap>
#include <QSharedDataPointer>
#include <memory>
#include <vector>

namespace mezasu {

/// One element that lives: where it stands and the values shown for its fields.
struct Element
{
    ElementId id;
    Place place; ///< null parent for the plan itself
    FieldMap fields;
};

/// The present state of a plan: what lives, in order, with the value shown for every field, and which are contested.
///
/// An implicitly shared value: cheap to copy, safe to hand to a worker thread. It knows nothing of history.
class Plan
{
public:
    Plan();
    Plan(const Plan &);
    Plan(Plan &&) noexcept;
    Plan &operator=(const Plan &);
    Plan &operator=(Plan &&) noexcept;
    ~Plan();

    bool isEmpty() const { return root().isNull(); }
    ElementId root() const; ///< the plan element itself; null before the first ChangeSet
    qsizetype size() const; ///< elements that live, the plan included
    bool contains(const ElementId &id) const;
    const Element *element(const ElementId &id) const; ///< null when it does not live
    ElementId parentOf(const ElementId &id) const;     ///< null for the plan and for what does not live
    /// All children in order (by key, then by id), kinds mixed.
    const QList<ElementId> &children(const ElementId &parent) const;
    QList<ElementId> children(const ElementId &parent, Kind kind) const;
    /// Whose words an element goes by: a goal has none of its own and goes by its first statement, everything else (and a goal
    /// without one) by itself.
    ElementId namedBy(const ElementId &id) const;
    /// All elements, parents before children, in order.
    QList<ElementId> preorder() const;

    Value value(const ElementId &id, QStringView field) const; ///< null when unknown
    QString text(const ElementId &id, QStringView field) const;
    std::optional<qint64> number(const ElementId &id, QStringView field) const;
    /// The state in force for a field of an element: set here or at the nearest element above; empty when none is.
    QString fieldState(const ElementId &id, QStringView field) const;
    /// How many characters (grapheme clusters) a text of this kind may have in this plan; nothing when it sets no limit.
    std::optional<qint64> limit(Kind kind, QStringView field) const;
    /// What a level is called in this plan; empty when the plan does not say.
    QString levelName(Kind kind) const;
    /// Editions in order.
    QList<ElementId> editions() const { return children(root(), Kind::Edition); }

    /// The candidates of every contested thing, the shown one first. Fields by name; "place" holds "goal:UUID" texts of the
    /// parents, "exists" the words "alive" and "removed".
    using Conflicts = QMap<ElementId, QMap<QString, QList<Value>>>;
    const Conflicts &conflicts() const;

    // -- for those who build a plan: the journal, the store, tests
    void setRoot(const ElementId &root);
    void put(std::shared_ptr<const Element> element); ///< adds or replaces, and moves where the place differs
    /// put() for many at once, quicker: into a plan that has no elements yet, no id twice.
    void fill(const std::vector<std::shared_ptr<const Element>> &elements);
    void take(const ElementId &id); ///< its children stay, orphaned until taken or moved too
    void setConflict(const ElementId &id, const QString &thing, QList<Value> candidates); ///< fewer than two: settled
    void reserve(qsizetype elements);

    /// Same root, elements, parents, order among those of one kind (not keys), values and conflicts.
    bool isSameAs(const Plan &other) const;

private:
    struct Data;
    QSharedDataPointer<Data> d;
};

} // namespace mezasu
