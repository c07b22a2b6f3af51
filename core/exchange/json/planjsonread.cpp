// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json/keyedfields.h"
#include "core/exchange/json/planjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {
Error at(const QString &path, Error error)
{
    error.subject = path;
    return error;
}

Error bad(const QString &path, const QString &detail)
{
    return makeError(Error::Code::InvalidInput, detail, path);
}

/// Where the children of a kind stand in the JSON of their parent.
struct ChildList
{
    QLatin1StringView key;
    Kind kind;
};
constexpr ChildList kOfPolicy[] = {{"goals"_L1, Kind::Goal}};
constexpr ChildList kOfGoal[] = {{"statements"_L1, Kind::Statement}, {"indicators"_L1, Kind::Indicator},
    {"issues"_L1, Kind::Issue}, {"footnotes"_L1, Kind::Footnote}, {"reform_items"_L1, Kind::ReformItem}};
constexpr ChildList kOfReformItem[] = {{"indicators"_L1, Kind::Indicator}, {"initiatives"_L1, Kind::Initiative}};
constexpr ChildList kOfInitiative[] = {{"indicators"_L1, Kind::Indicator}};

std::span<const ChildList> childLists(Kind kind)
{
    switch (kind) {
    case Kind::Policy:
        return kOfPolicy;
    case Kind::Goal:
        return kOfGoal;
    case Kind::ReformItem:
        return kOfReformItem;
    case Kind::Initiative:
        return kOfInitiative;
    default:
        return {};
    }
}

std::optional<QUuid> uuidFrom(const QJsonValue &json)
{
    const auto id = ElementId::fromString(QString("plan:"_L1 + json.toString()));
    if (!id)
        return {};
    return id->uuid;
}

class Import
{
public:
    explicit Import(const UuidSource &uuids)
        : m_uuids(uuids)
    {
    }

    Result<PlanFromJson> run(const QJsonObject &root)
    {
        if (root.value("format"_L1) != "mezasu-plan"_L1)
            return bad(u"format"_s, u"not a mezasu-plan"_s);
        const int version = root.value("version"_L1).toInt();
        if (version > 1)
            return makeError(Error::Code::NewerFormat, u"version %1"_s.arg(version), u"version"_s);
        if (version != 1)
            return bad(u"version"_s, u"no version"_s);
        for (auto it = root.begin(); it != root.end(); ++it) {
            static const QSet<QString> kKnown{u"format"_s, u"version"_s, u"plan"_s, u"departments"_s, u"policies"_s,
                u"field_states"_s, u"conflicts"_s, u"editions"_s};
            const bool history = (it.key() == "conflicts"_L1 || it.key() == "editions"_L1) && !it->toArray().isEmpty();
            if (!kKnown.contains(it.key()) || history)
                m_out.leftOut.append(it.key());
        }
        plan(root.value("plan"_L1));
        if (!m_error)
            children(root, {"departments"_L1, Kind::Department}, m_out.plan, {});
        if (!m_error)
            children(root, {"policies"_L1, Kind::Policy}, m_out.plan, {});
        if (!m_error)
            states(root.value("field_states"_L1));
        if (m_error)
            return *m_error;
        return m_out;
    }

private:
    QUuid newUuid(const QJsonValue &json, const QString &path)
    {
        if (json.isNull() || json.isUndefined())
            return m_uuids(m_count++);
        const auto uuid = uuidFrom(json);
        if (!uuid) {
            m_error = bad(path + u".id"_s, u"not a UUID"_s);
            return {};
        }
        return *uuid;
    }

    void plan(const QJsonValue &json)
    {
        if (!json.isObject()) {
            m_error = bad(u"plan"_s, u"no plan"_s);
            return;
        }
        const QJsonObject object = json.toObject();
        m_out.plan = {Kind::Plan, newUuid(object.value("id"_L1), u"plan"_s)};
        m_ids.insert(m_out.plan.uuid, m_out.plan);
        if (!m_error)
            m_out.fields = fields(Kind::Plan, object, {}, u"plan"_s);
    }

    FieldMap fields(Kind kind, const QJsonObject &object, std::span<const ChildList> lists, const QString &path)
    {
        FieldMap out;
        for (auto it = object.begin(); it != object.end() && !m_error; ++it) {
            const bool isList =
                std::any_of(lists.begin(), lists.end(), [&](const ChildList &list) { return list.key == it.key(); });
            if (it.key() == "id"_L1 || isList)
                continue;
            const auto items = fieldsFromJson(kind, it.key(), it.value());
            if (items) {
                for (const auto &[name, value] : items.value())
                    out.set(name, value);
            } else if (items.error().code == Error::Code::NotFound && !it.key().contains(u'/')) {
                m_out.leftOut.append(path + u'.' + it.key());
            } else {
                m_error = at(path + u'.' + it.key(), items.error());
            }
        }
        return out;
    }

    void children(const QJsonObject &object, const ChildList &list, const ElementId &parent, const QString &path)
    {
        const QString listPath = path.isEmpty() ? QString(list.key) : path + u'.' + list.key;
        const QJsonValue json = object.value(list.key);
        if (!json.isArray() && !json.isNull() && !json.isUndefined()) {
            m_error = bad(listPath, u"not a list"_s);
            return;
        }
        qsizetype index = 0;
        for (const QJsonValue &item : json.toArray()) {
            element(item, list.kind, parent, u"%1[%2]"_s.arg(listPath).arg(index++));
            if (m_error)
                return;
        }
    }

    void element(const QJsonValue &json, Kind kind, const ElementId &parent, const QString &path)
    {
        if (!json.isObject()) {
            m_error = bad(path, u"not an object"_s);
            return;
        }
        const QJsonObject object = json.toObject();
        const ElementId id{kind, newUuid(object.value("id"_L1), path)};
        if (!m_error && m_ids.contains(id.uuid))
            m_error = bad(path + u".id"_s, u"the id is used twice"_s);
        if (m_error)
            return;
        m_ids.insert(id.uuid, id);
        FieldMap map = fields(kind, object, childLists(kind), path);
        if (m_error)
            return;
        m_index.insert(id, m_out.steps.size());
        m_out.steps.append(PlanChange::insert(id, parent, std::move(map)));
        for (const ChildList &list : childLists(kind)) {
            children(object, list, id, path);
            if (m_error)
                return;
        }
    }

    void states(const QJsonValue &json)
    {
        qsizetype index = 0;
        for (const QJsonValue &item : json.toArray()) {
            const QString path = u"field_states[%1]"_s.arg(index++);
            const QJsonObject object = item.toObject();
            const auto uuid = uuidFrom(object.value("element"_L1));
            const auto kind = kindFromName(object.value("kind"_L1).toString());
            const auto id = uuid ? m_ids.constFind(*uuid) : m_ids.constEnd();
            const Value value(object.value("state"_L1).toString());
            if (id == m_ids.constEnd() || !kind) {
                m_error = bad(path, u"unknown element or kind"_s);
                return;
            }
            const QString name = field::state(*kind, object.value("field"_L1).toString());
            const FieldInfo *info = fieldInfo(id->kind, name);
            if (!info || !accepts(*info, value)) {
                m_error = bad(path, u"not a field state"_s);
                return;
            }
            if (id->kind == Kind::Plan)
                m_out.fields.set(name, value);
            else
                m_out.steps[m_index.value(*id)].fields.set(name, value);
        }
    }

    const UuidSource &m_uuids;
    int m_count = 0;
    PlanFromJson m_out;
    QHash<QUuid, ElementId> m_ids;
    QHash<ElementId, qsizetype> m_index;
    std::optional<Error> m_error;
};

Result<QJsonObject> parseObject(const QByteArray &json)
{
    QByteArray bytes = json;
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return bad(u"byte %1"_s.arg(error.offset), error.errorString());
    if (!document.isObject())
        return bad({}, u"not a JSON object"_s);
    return document.object();
}

/// Reads the steps of a batch; ids may be of the plan or of elements that the batch itself inserts.
class BatchReader
{
public:
    explicit BatchReader(const Plan &plan)
        : m_plan(plan)
    {
        for (const ElementId &id : plan.preorder())
            m_ids.insert(id.uuid, id);
    }

    Result<BatchFromJson> run(const QJsonObject &root)
    {
        m_out.author = root.value("author"_L1).toString();
        m_out.reason = root.value("reason"_L1).toString();
        for (const auto &[key, text] : {std::pair(u"author"_s, m_out.author), std::pair(u"reason"_s, m_out.reason)}) {
            if (!text.isValidUtf16())
                return bad(key, u"half a character"_s);
        }
        const QStringList keys = root.keys();
        for (const QString &key : keys) {
            if (key != "author"_L1 && key != "reason"_L1 && key != "changes"_L1)
                return bad(key, u"unknown key"_s);
        }
        if (!root.value("changes"_L1).isArray())
            return bad(u"changes"_s, u"not a list"_s);
        qsizetype index = 0;
        for (const QJsonValue &item : root.value("changes"_L1).toArray()) {
            m_path = u"changes[%1]"_s.arg(index++);
            if (auto error = step(item.toObject()))
                return *error;
        }
        return m_out;
    }

private:
    std::optional<Error> step(const QJsonObject &o)
    {
        const QString op = o.value("op"_L1).toString();
        if (op == "insert"_L1)
            return checked(
                o, {"op"_L1, "id"_L1, "kind"_L1, "parent"_L1, "after"_L1, "fields"_L1}, &BatchReader::insert);
        if (op == "set"_L1)
            return checked(o, {"op"_L1, "id"_L1, "kind"_L1, "field"_L1, "old"_L1, "new"_L1}, &BatchReader::set);
        if (op == "move"_L1)
            return checked(o, {"op"_L1, "id"_L1, "kind"_L1, "parent"_L1, "after"_L1}, &BatchReader::move);
        if (op == "remove"_L1)
            return checked(o, {"op"_L1, "id"_L1, "kind"_L1}, &BatchReader::remove);
        if (op == "decide"_L1)
            return checked(o, {"op"_L1, "id"_L1, "kind"_L1, "field"_L1, "keep"_L1}, &BatchReader::decide);
        if (op == "take_back"_L1)
            return checked(o, {"op"_L1, "changeset"_L1}, &BatchReader::takeBack);
        return bad(m_path + u".op"_s, u"unknown op %1"_s.arg(op));
    }

    using Reader = std::optional<Error> (BatchReader::*)(const QJsonObject &);
    std::optional<Error> checked(const QJsonObject &o, std::initializer_list<QLatin1StringView> keys, Reader reader)
    {
        const QStringList given = o.keys();
        for (const QString &key : given) {
            if (std::none_of(keys.begin(), keys.end(), [&](QLatin1StringView k) { return k == key; }))
                return bad(m_path + u'.' + key, u"unknown key"_s);
        }
        return (this->*reader)(o);
    }

    std::optional<ElementId> idFrom(const QJsonValue &json) const
    {
        const QString text = json.toString();
        if (const auto id = ElementId::fromString(text))
            return id;
        const auto uuid = uuidFrom(json);
        const auto it = uuid ? m_ids.constFind(*uuid) : m_ids.constEnd();
        if (it == m_ids.constEnd())
            return {};
        return *it;
    }

    Error unknown(QLatin1StringView key) const
    {
        return makeError(Error::Code::NotFound, u"unknown id"_s, m_path + u'.' + key);
    }

    std::optional<Error> place(const QJsonObject &o, PlanChange &c) const
    {
        const auto parent = idFrom(o.value("parent"_L1));
        if (!parent)
            return unknown("parent"_L1);
        c.parent = *parent;
        const QJsonValue after = o.value("after"_L1);
        if (after.isUndefined()) {
            c.at = PlanChange::At::Last;
        } else if (after.isNull()) {
            c.at = PlanChange::At::First;
        } else {
            const auto sibling = idFrom(after);
            if (!sibling)
                return unknown("after"_L1);
            c.at = PlanChange::At::After;
            c.after = *sibling;
        }
        return {};
    }

    std::optional<Error> insert(const QJsonObject &o)
    {
        const auto kind = kindFromName(o.value("kind"_L1).toString());
        if (!kind)
            return bad(m_path + u".kind"_s, u"unknown kind"_s);
        QUuid uuid = QUuid::createUuid();
        if (const QJsonValue id = o.value("id"_L1); !id.isUndefined() && !id.isNull()) {
            const auto given = uuidFrom(id);
            const auto named = ElementId::fromString(id.toString());
            if (!given && (!named || named->kind != *kind))
                return bad(m_path + u".id"_s, u"not a UUID"_s);
            uuid = given ? *given : named->uuid;
        }
        PlanChange c = PlanChange::insert({*kind, uuid}, {});
        if (m_ids.contains(uuid))
            return bad(m_path + u".id"_s, u"the id exists already"_s);
        if (auto error = place(o, c))
            return error;
        const QJsonValue fields = o.value("fields"_L1);
        if (!fields.isObject() && !fields.isUndefined() && !fields.isNull())
            return bad(m_path + u".fields"_s, u"not an object"_s);
        const QJsonObject object = fields.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const auto items = fieldsFromJson(*kind, it.key(), it.value());
            if (!items)
                return at(m_path + u".fields."_s + it.key(), items.error());
            for (const auto &[name, value] : items.value())
                c.fields.set(name, value);
        }
        m_ids.insert(uuid, c.id);
        m_inserted.insert(c.id, c.fields);
        m_out.made.append(c.id);
        m_out.steps.append(std::move(c));
        return {};
    }

    std::optional<Error> set(const QJsonObject &o)
    {
        const auto id = idFrom(o.value("id"_L1));
        if (!id)
            return unknown("id"_L1);
        const QString name = o.value("field"_L1).toString();
        if (!o.contains("new"_L1))
            return bad(m_path + u".new"_s, u"no new value"_s);
        const Element *element = m_plan.element(*id);
        const FieldMap current = element ? element->fields : m_inserted.value(*id);
        const auto items = fieldsFromJson(id->kind, name, o.value("new"_L1), current);
        if (!items)
            return at(m_path + u".field"_s, items.error());
        FieldMap old;
        const bool checks = o.contains("old"_L1);
        if (checks) {
            const auto was = fieldsFromJson(id->kind, name, o.value("old"_L1));
            if (!was)
                return at(m_path + u".old"_s, was.error());
            for (const auto &[field, value] : was.value())
                old.set(field, value);
        }
        for (const auto &[field, value] : items.value()) {
            std::optional<Value> expected;
            if (checks) {
                const Value *was = old.find(field);
                expected = was ? *was : Value();
            }
            m_out.steps.append(PlanChange::set(*id, field, value, expected));
        }
        return {};
    }

    std::optional<Error> move(const QJsonObject &o)
    {
        const auto id = idFrom(o.value("id"_L1));
        if (!id)
            return unknown("id"_L1);
        PlanChange c = PlanChange::move(*id, {}, PlanChange::At::Last);
        if (auto error = place(o, c))
            return error;
        m_out.steps.append(std::move(c));
        return {};
    }

    std::optional<Error> remove(const QJsonObject &o)
    {
        const auto id = idFrom(o.value("id"_L1));
        if (!id)
            return unknown("id"_L1);
        m_out.steps.append(PlanChange::remove(*id));
        return {};
    }

    std::optional<Error> decide(const QJsonObject &o)
    {
        const auto id = idFrom(o.value("id"_L1));
        if (!id)
            return unknown("id"_L1);
        QStringList keep;
        const QJsonValue given = o.value("keep"_L1);
        if (given.isString())
            keep.append(given.toString());
        for (const QJsonValue &name : given.toArray())
            keep.append(name.toString());
        m_out.decisions.append({*id, o.value("field"_L1).toString(), keep});
        return {};
    }

    std::optional<Error> takeBack(const QJsonObject &o)
    {
        m_out.takeBacks.append(o.value("changeset"_L1).toString());
        return {};
    }

    const Plan &m_plan;
    QHash<QUuid, ElementId> m_ids;
    QHash<ElementId, FieldMap> m_inserted;
    BatchFromJson m_out;
    QString m_path;
};
} // namespace

Result<PlanFromJson> planFromJson(const QByteArray &json, const UuidSource &uuids)
{
    const auto object = parseObject(json);
    if (!object)
        return object.error();
    return Import(uuids).run(object.value());
}

Result<BatchFromJson> batchFromJson(const QByteArray &json, const Plan &plan)
{
    const auto object = parseObject(json);
    if (!object)
        return object.error();
    return BatchReader(plan).run(object.value());
}

} // namespace mezasu::exchange
