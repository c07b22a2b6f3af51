// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

#include <initializer_list>
#include <memory>

/// Builds plans for tests, element by element, with UUIDs that are counted.
class PlanMaker
{
public:
    using Fields = std::initializer_list<std::pair<QString, mezasu::Value>>;

    // Explicit, so that PlanMaker({}) is no copy of an empty one.
    explicit PlanMaker(Fields fields) // NOLINT(google-explicit-constructor)
    {
        root = nextId(mezasu::Kind::Plan);
        plan.setRoot(root);
        put(root, {}, fields);
    }

    mezasu::ElementId add(mezasu::Kind kind, const mezasu::ElementId &parent, Fields fields)
    {
        const mezasu::ElementId id = nextId(kind);
        put(id, {parent, QByteArray::number(m_count).rightJustified(8, '0')}, fields);
        return id;
    }

    mezasu::Plan plan;
    mezasu::ElementId root;

private:
    mezasu::ElementId nextId(mezasu::Kind kind)
    {
        return {kind, QUuid(uint(++m_count), 1, 2, 0x80, 4, 5, 6, 7, 8, 9, 10)};
    }
    void put(const mezasu::ElementId &id, const mezasu::Place &place, Fields fields)
    {
        auto element = std::make_shared<mezasu::Element>();
        element->id = id;
        element->place = place;
        for (const auto &[name, value] : fields)
            element->fields.set(name, value);
        plan.put(element);
    }

    int m_count = 0;
};
