// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json/jsonwriter.h"
#include "core/exchange/json/keyedfields.h"
#include "core/exchange/json/planjson.h"

#include <QJsonArray>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {
class Export
{
public:
    explicit Export(const Plan &plan)
        : m_plan(plan)
    {
    }

    QByteArray run()
    {
        m_json.beginObject();
        m_json.member(u"format", u"mezasu-plan"_s);
        m_json.member(u"version", 1);
        plan();
        list(u"departments", m_plan.root(), Kind::Department);
        list(u"policies", m_plan.root(), Kind::Policy);
        list(u"editions", m_plan.root(), Kind::Edition);
        fieldStates();
        conflicts();
        m_json.endObject();
        return m_json.take();
    }

private:
    void id(const ElementId &element)
    {
        m_json.member(u"id", element.isNull() ? QJsonValue() : QJsonValue(element.uuidString()));
    }

    void plan()
    {
        m_json.key(u"plan");
        m_json.beginObject();
        id(m_plan.root());
        fields(m_plan.root());
        m_json.endObject();
    }

    /// The fields of an element in the order of its kind; sets of keyed ones as lists.
    void fields(const ElementId &element)
    {
        static const FieldMap kNone;
        const Element *e = m_plan.element(element);
        const FieldMap &map = e ? e->fields : kNone;
        for (const FieldInfo &info : fieldsOf(element.kind)) {
            if (info.name == "state"_L1)
                continue; // all states stand in one list
            m_json.key(info.name.toString());
            if (info.name == "values"_L1)
                m_json.value(valuesToJson(map));
            else if (info.name == "schedule"_L1)
                m_json.value(scheduleToJson(map));
            else if (info.name == "level_names"_L1)
                m_json.value(levelNamesToJson(map));
            else if (info.name == "headings"_L1 || info.name == "papers"_L1)
                m_json.value(namedTexts(map, info.name + u'/'));
            else if (info.name == "limits"_L1)
                m_json.value(limitsToJson(map));
            else if (info.name == "departments"_L1)
                m_json.value(jointDepartments(map));
            else
                m_json.value(m_plan.value(element, info.name.toString()).toJson());
        }
    }

    static QJsonObject namedTexts(const FieldMap &map, const QString &prefix)
    {
        QJsonObject out;
        for (const auto &[name, value] : map) {
            if (name.startsWith(prefix))
                out.insert(name.mid(prefix.size()), value.toJson());
        }
        return out;
    }

    /// In the order of the plan's departments; those that are gone last.
    QJsonArray jointDepartments(const FieldMap &map) const
    {
        QStringList uuids;
        for (const auto &[name, value] : map) {
            if (name.startsWith("departments/"_L1))
                uuids.append(name.mid(12));
        }
        QJsonArray out;
        for (const ElementId &department : m_plan.children(m_plan.root(), Kind::Department)) {
            if (uuids.removeOne(department.uuidString()))
                out.append(department.uuidString());
        }
        for (const QString &gone : uuids)
            out.append(gone);
        return out;
    }

    void list(QStringView name, const ElementId &parent, Kind kind)
    {
        m_json.key(name);
        m_json.beginArray();
        for (const ElementId &child : m_plan.children(parent, kind))
            element(child);
        m_json.endArray();
    }

    void element(const ElementId &e)
    {
        m_json.beginObject();
        id(e);
        fields(e);
        switch (e.kind) {
        case Kind::Policy:
            list(u"goals", e, Kind::Goal);
            break;
        case Kind::Goal:
            list(u"statements", e, Kind::Statement);
            list(u"indicators", e, Kind::Indicator);
            list(u"issues", e, Kind::Issue);
            list(u"footnotes", e, Kind::Footnote);
            list(u"reform_items", e, Kind::ReformItem);
            break;
        case Kind::ReformItem:
            list(u"indicators", e, Kind::Indicator);
            list(u"initiatives", e, Kind::Initiative);
            break;
        case Kind::Initiative:
            list(u"indicators", e, Kind::Indicator);
            break;
        default:
            break;
        }
        m_json.endObject();
    }

    void fieldStates()
    {
        m_json.key(u"field_states");
        m_json.beginArray();
        for (const ElementId &e : m_plan.preorder()) {
            for (const auto &[name, value] : m_plan.element(e)->fields) {
                if (!name.startsWith("state/"_L1))
                    continue;
                const QList<QStringView> parts = field::parts(name);
                m_json.beginObject();
                m_json.member(u"element", e.uuidString());
                m_json.member(u"kind", parts.at(1).toString());
                m_json.member(u"field", parts.at(2).toString());
                m_json.member(u"state", value.toJson());
                m_json.endObject();
            }
        }
        m_json.endArray();
    }

    void conflicts()
    {
        m_json.key(u"conflicts");
        m_json.beginArray();
        for (auto it = m_plan.conflicts().begin(); it != m_plan.conflicts().end(); ++it) {
            for (auto thing = it->begin(); thing != it->end(); ++thing) {
                m_json.beginObject();
                m_json.member(u"element", it.key().uuidString());
                m_json.member(u"kind", kindName(it.key().kind));
                m_json.member(u"field", thing.key());
                m_json.member(u"shown", thing->constFirst().toJson());
                QJsonArray candidates;
                for (const Value &value : *thing)
                    candidates.append(value.toJson());
                m_json.member(u"candidates", candidates);
                m_json.endObject();
            }
        }
        m_json.endArray();
    }

    const Plan &m_plan;
    JsonWriter m_json;
};
} // namespace

QByteArray planToJson(const Plan &plan)
{
    return Export(plan).run();
}

QJsonArray stepsToJson(const QList<PlanChange> &steps)
{
    QJsonArray out;
    const auto at = [](QJsonObject &step, const PlanChange &c) {
        if (c.at == PlanChange::At::First)
            step.insert("after"_L1, QJsonValue::Null);
        else if (c.at == PlanChange::At::After)
            step.insert("after"_L1, c.after.uuidString());
    };
    for (const PlanChange &c : steps) {
        QJsonObject step{{u"id"_s, c.id.uuidString()}, {u"kind"_s, kindName(c.id.kind)}};
        switch (c.op) {
        case PlanChange::Op::Insert: {
            step.insert("op"_L1, u"insert"_s);
            step.insert("parent"_L1, c.parent.uuidString());
            QJsonObject fields;
            for (const auto &[name, value] : c.fields)
                fields.insert(name, value.toJson());
            step.insert("fields"_L1, fields);
            at(step, c);
            break;
        }
        case PlanChange::Op::Set:
            step.insert("op"_L1, u"set"_s);
            step.insert("field"_L1, c.field);
            step.insert("new"_L1, c.value.toJson());
            if (c.old)
                step.insert("old"_L1, c.old->toJson());
            break;
        case PlanChange::Op::Move:
            step.insert("op"_L1, u"move"_s);
            step.insert("parent"_L1, c.parent.uuidString());
            at(step, c);
            break;
        case PlanChange::Op::Remove:
            step.insert("op"_L1, u"remove"_s);
            break;
        }
        out.append(step);
    }
    return out;
}

} // namespace mezasu::exchange
