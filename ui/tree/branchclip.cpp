// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/branchclip.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QSet>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kJoint = "departments/"_L1;

/// Branches that are dragged or copied. In this program they need no way through bytes; those are made when another asks.
class BranchMime : public QMimeData
{
    Q_OBJECT
public:
    explicit BranchMime(BranchClip branches)
        : clip(std::move(branches))
    {
    }
    const BranchClip clip;

    QStringList formats() const override { return {BranchClip::mimeType(), u"text/plain"_s}; }

protected:
    QVariant retrieveData(const QString &type, QMetaType preferred) const override
    {
        if (type == BranchClip::mimeType())
            return clip.bytes();
        return type == "text/plain"_L1 ? QVariant(clip.plainText()) : QMimeData::retrieveData(type, preferred);
    }
};

BranchClip::Node nodeOf(const Plan &plan, const ElementId &id)
{
    BranchClip::Node node{id, plan.element(id)->fields, {}};
    for (const ElementId &child : plan.children(id))
        node.children.append(nodeOf(plan, child));
    return node;
}

QJsonObject jsonOf(const BranchClip::Node &node)
{
    QJsonObject fields;
    for (const auto &[name, value] : node.fields) {
        if (!value.isErased())
            fields.insert(name, value.toJson());
    }
    QJsonArray children;
    for (const BranchClip::Node &child : node.children)
        children.append(jsonOf(child));
    return {{u"id"_s, node.id.toString()}, {u"fields"_s, fields}, {u"children"_s, children}};
}

/// \param depth what is deeper than a plan can be is refused
std::optional<BranchClip::Node> nodeFrom(const QJsonObject &json, int depth = 0)
{
    const auto id = ElementId::fromString(json.value(u"id"_s).toString());
    if (!id || depth > kKindCount)
        return {};
    BranchClip::Node node{*id, {}, {}};
    const QJsonObject fields = json.value(u"fields"_s).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const FieldInfo *info = fieldInfo(id->kind, it.key());
        const auto value = info ? Value::fromJson(it.value(), info->type == FieldType::Entry) : std::nullopt;
        if (!value || !accepts(*info, *value))
            return {};
        node.fields.set(internFieldName(it.key()), *value);
    }
    for (const QJsonValue &child : json.value(u"children"_s).toArray()) {
        const auto read = nodeFrom(child.toObject(), depth + 1);
        if (!read || !canStandBelow(read->id.kind, id->kind))
            return {};
        node.children.append(*read);
    }
    return node;
}

QString textIn(const FieldMap &fields, QStringView name)
{
    const Value *value = fields.find(name);
    return value ? value->text() : QString();
}

/// What a branch is called in the name of a step.
QString labelOf(const BranchClip::Node &node)
{
    for (const QString &name : {u"code"_s, u"number"_s, u"title"_s}) {
        if (const QString text = textIn(node.fields, name); !text.isEmpty())
            return text;
    }
    for (const BranchClip::Node &child : node.children) {
        if (child.id.kind == Kind::ReformItem)
            return labelOf(child);
    }
    return {};
}

/// Codes and titles, one line each; a goal with one item is one line with it, as in the tree.
void addLines(const BranchClip::Node &node, int depth, QStringList &lines)
{
    const auto items = std::count_if(node.children.begin(), node.children.end(),
        [](const BranchClip::Node &child) { return child.id.kind == Kind::ReformItem; });
    const bool isRow = node.id.kind == Kind::Policy || node.id.kind == Kind::ReformItem
        || node.id.kind == Kind::Initiative || (node.id.kind == Kind::Goal && items != 1);
    if (isRow) {
        QString code = textIn(node.fields, node.id.kind == Kind::Policy ? u"number" : u"code");
        QString title = textIn(node.fields, u"title");
        if (node.id.kind == Kind::Goal) {
            const auto first = std::find_if(node.children.begin(), node.children.end(),
                [](const BranchClip::Node &child) { return child.id.kind == Kind::Statement; });
            if (first != node.children.end())
                title = textIn(first->fields, u"text");
        }
        if (!code.isEmpty() && !title.isEmpty())
            code += u'\u3000';
        lines.append(QString(depth, u'\u3000') + QString(code + title).replace(u'\n', u' '));
        ++depth;
    }
    for (const BranchClip::Node &child : node.children)
        addLines(child, depth, lines);
}
} // namespace

// -- there

QString BranchClip::mimeType()
{
    return u"application/x-mezasu-branches"_s;
}

BranchClip BranchClip::ofRows(const Plan &plan, const QList<ElementId> &rows, bool isCut)
{
    BranchClip clip;
    clip.m_plan = plan.root().uuid;
    clip.m_isCut = isCut;
    for (const ElementId &id : treecommands::branches(plan, rows)) {
        clip.m_branches.append(nodeOf(plan, id));
        clip.addDepartments(plan, clip.m_branches.constLast());
    }
    return clip;
}

void BranchClip::addDepartments(const Plan &plan, const Node &node)
{
    const auto add = [&](const QString &uuid) {
        const auto id = ElementId::fromString(QString(u"department:"_s + uuid));
        const bool known = std::any_of(m_departments.begin(), m_departments.end(),
            [&](const Department &department) { return id && department.id == id->uuid; });
        if (id && !known && plan.contains(*id))
            m_departments.append({id->uuid, plan.text(*id, u"name"), plan.text(*id, u"short_name")});
    };
    for (const auto &[name, value] : node.fields) {
        if (name.startsWith(kJoint))
            add(name.mid(kJoint.size()));
        else if (const FieldInfo *info = fieldInfo(node.id.kind, name); info && info->type == FieldType::Reference)
            add(value.text());
    }
    for (const Node &child : node.children)
        addDepartments(plan, child);
}

BranchClip BranchClip::asCopy() const
{
    BranchClip copy = *this;
    copy.m_isCut = false;
    return copy;
}

QList<ElementId> BranchClip::ids() const
{
    QList<ElementId> out;
    for (const Node &node : m_branches)
        out.append(node.id);
    return out;
}

std::optional<Kind> BranchClip::kind() const
{
    if (m_branches.isEmpty())
        return {};
    const Kind first = m_branches.constFirst().id.kind;
    const bool alike =
        std::all_of(m_branches.begin(), m_branches.end(), [first](const Node &node) { return node.id.kind == first; });
    return alike ? std::optional(first) : std::nullopt;
}

QString BranchClip::plainText() const
{
    QStringList lines;
    for (const Node &node : m_branches)
        addLines(node, 0, lines);
    return lines.join(u'\n');
}

// -- the way

QByteArray BranchClip::bytes() const
{
    QJsonArray departments;
    for (const Department &one : m_departments)
        departments.append(QJsonObject{
            {u"id"_s, one.id.toString(QUuid::WithoutBraces)}, {u"name"_s, one.name}, {u"short_name"_s, one.shortName}});
    QJsonArray branches;
    for (const Node &node : m_branches)
        branches.append(jsonOf(node));
    return QJsonDocument(QJsonObject{{u"format"_s, u"mezasu-branches"_s}, {u"version"_s, 1},
                             {u"plan"_s, m_plan.toString(QUuid::WithoutBraces)}, {u"cut"_s, m_isCut},
                             {u"departments"_s, departments}, {u"branches"_s, branches}})
        .toJson(QJsonDocument::Compact);
}

std::optional<BranchClip> BranchClip::fromJson(const QByteArray &json)
{
    const QJsonObject top = QJsonDocument::fromJson(json).object();
    if (top.value(u"format"_s) != u"mezasu-branches"_s || top.value(u"version"_s).toInt() != 1)
        return {};
    BranchClip clip;
    clip.m_plan = QUuid::fromString(top.value(u"plan"_s).toString());
    clip.m_isCut = top.value(u"cut"_s).toBool();
    for (const QJsonValue &value : top.value(u"departments"_s).toArray()) {
        const QJsonObject one = value.toObject();
        clip.m_departments.append({QUuid::fromString(one.value(u"id"_s).toString()), one.value(u"name"_s).toString(),
            one.value(u"short_name"_s).toString()});
    }
    for (const QJsonValue &value : top.value(u"branches"_s).toArray()) {
        const auto node = nodeFrom(value.toObject());
        if (!node)
            return {};
        clip.m_branches.append(*node);
    }
    return clip.m_branches.isEmpty() ? std::nullopt : std::optional(clip);
}

QMimeData *BranchClip::toMime() const
{
    return new BranchMime(*this);
}

std::optional<BranchClip> BranchClip::fromMime(const QMimeData *data)
{
    if (const auto *own = qobject_cast<const BranchMime *>(data))
        return own->clip.isEmpty() ? std::nullopt : std::optional(own->clip);
    return data && data->hasFormat(mimeType()) ? fromJson(data->data(mimeType())) : std::nullopt;
}

// -- and here

/// Makes insertions of the branches for one plan: new ids, departments of this plan.
class BranchClip::Copying
{
public:
    Copying(const BranchClip &clip, const Plan &plan)
        : m_clip(clip)
        , m_plan(plan)
    {
    }

    ElementId add(const Node &node, const ElementId &parent, PlanChange::At at, const ElementId &after)
    {
        const ElementId id = ElementId::create(node.id.kind);
        FieldMap fields;
        for (const auto &[name, value] : node.fields)
            addField(node.id.kind, name, value, fields);
        m_inserts.append(PlanChange::insert(id, parent, fields, at, after));
        for (const Node &child : node.children)
            add(child, id, PlanChange::At::Last, {});
        return id;
    }
    QList<PlanChange> changes() const { return m_departments + m_inserts; }

private:
    void addField(Kind kind, const QString &name, const Value &value, FieldMap &fields)
    {
        const FieldInfo *info = fieldInfo(kind, name);
        if (!info || value.isErased())
            return;
        if (name.startsWith(kJoint)) {
            if (const QUuid here = departmentHere(QUuid::fromString(name.mid(kJoint.size()))); !here.isNull())
                fields.set(field::jointDepartment(here), value);
        } else if (info->type == FieldType::Reference) {
            if (const QUuid here = departmentHere(QUuid::fromString(value.text())); !here.isNull())
                fields.set(name, here.toString(QUuid::WithoutBraces));
        } else {
            fields.set(name, value);
        }
    }

    QUuid departmentHere(const QUuid &id)
    {
        if (m_plan.contains({Kind::Department, id}))
            return id;
        if (const auto known = m_known.constFind(id); known != m_known.constEnd())
            return *known;
        QUuid here;
        const auto from = std::find_if(m_clip.m_departments.begin(), m_clip.m_departments.end(),
            [&](const Department &one) { return one.id == id; });
        if (from != m_clip.m_departments.end()) {
            for (const ElementId &one : m_plan.children(m_plan.root(), Kind::Department)) {
                if (here.isNull() && m_plan.text(one, u"name") == from->name)
                    here = one.uuid;
            }
            if (here.isNull()) {
                const ElementId made = ElementId::create(Kind::Department);
                FieldMap fields;
                fields.set(u"name", from->name.isEmpty() ? Value() : Value(from->name));
                fields.set(u"short_name", from->shortName.isEmpty() ? Value() : Value(from->shortName));
                m_departments.append(PlanChange::insert(made, m_plan.root(), fields));
                here = made.uuid;
            }
        }
        m_known.insert(id, here);
        return here;
    }

    const BranchClip &m_clip;
    const Plan &m_plan;
    QHash<QUuid, QUuid> m_known;
    QList<PlanChange> m_departments, m_inserts;
};

bool BranchClip::canMoveIn(const Plan &plan) const
{
    return m_isCut && plan.root().uuid == m_plan
        && std::all_of(m_branches.begin(), m_branches.end(), [&](const Node &node) { return plan.contains(node.id); });
}

treecommands::Made BranchClip::insertAt(const Plan &plan, const treecommands::Spot &spot) const
{
    if (!kind() || !canStandBelow(*kind(), spot.parent.kind))
        return {};
    Copying copying(*this, plan);
    TreeCommand made;
    ElementId after = spot.after;
    for (const Node &node : m_branches) {
        after = copying.add(node, spot.parent, after.isNull() ? PlanChange::At::First : PlanChange::At::After, after);
        made.selected.append(after);
    }
    made.changes = copying.changes();
    made.focus = made.selected.constFirst();
    made.step = Step{Step::What::Insert, made.focus, {}, labelOf(m_branches.constFirst())};
    return made;
}

treecommands::Made BranchClip::pasteAt(const Plan &plan, const ElementId &at) const
{
    // Each kind by itself, in the order of the branches.
    TreeCommand made;
    QList<Kind> kinds;
    for (const Node &node : m_branches) {
        if (!kinds.contains(node.id.kind))
            kinds.append(node.id.kind);
    }
    const bool moves = canMoveIn(plan);
    for (const Kind one : kinds) {
        const auto spot = treecommands::spotAt(plan, one, at);
        if (!spot)
            return {};
        BranchClip part = *this;
        part.m_branches.removeIf([one](const Node &node) { return node.id.kind != one; });
        const auto done = moves ? treecommands::moveTo(plan, part.ids(), *spot) : part.insertAt(plan, *spot);
        if (!done)
            return {};
        made.changes += done->changes;
        made.selected += moves ? part.ids() : done->selected;
        if (!made.step)
            made.step = done->step;
    }
    if (made.changes.isEmpty())
        return {};
    made.focus = made.selected.constFirst();
    return made;
}

} // namespace mezasu::ui

#include "branchclip.moc"
