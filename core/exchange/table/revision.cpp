// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/revision.h"

#include "core/change/longestincreasing.h"
#include "core/exchange/codekey.h"
#include "core/exchange/table/tableheadings.h"

#include <QSet>
#include <algorithm>
#include <array>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isList(Kind kind)
{
    return kind == Kind::Statement || kind == Kind::Indicator || kind == Kind::Issue || kind == Kind::Footnote;
}

class Reviser
{
public:
    Reviser(const Plan &plan, const TableTree &tree, const QList<Match> &matches, const RevisionOptions &options)
        : m_plan(plan)
        , m_tree(tree)
        , m_matches(matches)
        , m_options(options)
        , m_children(tree.childLists())
        , m_elements(tree.nodes.size())
        , m_places(size_t(tree.nodes.size()))
    {
        m_parents.reserve(tree.nodes.size());
        m_fields.reserve(tree.nodes.size());
        m_made.reserve(tree.nodes.size());
    }

    Revision run()
    {
        for (int i = 0; i < m_tree.nodes.size(); ++i) {
            if (!m_matches.at(i).element.isNull()) {
                m_elements[i] = m_matches.at(i).element;
                m_nodeOf.insert(m_matches.at(i).element, i);
            }
        }
        for (const ElementId &id : m_plan.children(m_plan.root(), Kind::Department)) {
            m_departments.insert(m_plan.text(id, u"name").trimmed(), id);
            if (const QString name = m_plan.text(id, u"short_name").trimmed();
                !name.isEmpty() && !m_departments.contains(name))
                m_departments.insert(name, id);
        }
        planFields();
        for (int i = 0; i < m_tree.nodes.size(); ++i)
            place(i);
        for (int i = 0; i < m_tree.nodes.size(); ++i) {
            if (!m_elements.at(i).isNull())
                fields(i);
        }
        missing();
        return build();
    }

private:
    using Sequences = std::array<QList<ElementId>, kKindCount>; // by kind

    // -- where things stand

    ElementId create(int node)
    {
        const TableNode &n = m_tree.nodes.at(node);
        const bool keeps = m_options.newPlan && !n.uuid.isNull() && !m_made.contains({n.kind, n.uuid});
        ElementId id{n.kind, keeps ? n.uuid : m_options.newUuid()};
        m_elements[node] = id;
        m_made.insert(id);
        return id;
    }

    /// The element below which a node belongs; makes implied parents where nothing stands for them.
    ElementId parentFor(int node)
    {
        const int parent = m_tree.nodes.at(node).parent;
        if (parent < 0)
            return m_plan.root();
        if (!m_elements.at(parent).isNull())
            return m_elements.at(parent);
        // The table does not say which one it is: what is known stays, what is new goes where its neighbour is.
        if (!m_matches.at(node).element.isNull())
            return m_plan.parentOf(m_matches.at(node).element);
        const QList<int> &siblings = m_children.at(parent);
        const Kind kind = m_tree.nodes.at(parent).kind;
        const qsizetype at = siblings.indexOf(node);
        for (qsizetype i = at - 1; i >= 0; --i) {
            const ElementId above = m_places[size_t(siblings.at(i))].value_or(ElementId());
            if (above.kind == kind && !above.isNull())
                return above;
        }
        for (qsizetype i = at + 1; i < siblings.size(); ++i) {
            const ElementId above = m_plan.parentOf(m_matches.at(siblings.at(i)).element);
            if (above.kind == kind && !above.isNull())
                return above;
        }
        create(parent);
        put(parent, parentFor(parent));
        return m_elements.at(parent);
    }

    void put(int node, const ElementId &parent)
    {
        const ElementId id = m_elements.at(node);
        m_places[size_t(node)] = parent;
        m_parents.insert(id, parent);
        m_sequences[parent][size_t(id.kind)].append(id);
    }

    void place(int node)
    {
        const TableNode &n = m_tree.nodes.at(node);
        if (m_places[size_t(node)])
            return; // made already, for something below it
        const bool matched = !m_elements.at(node).isNull();
        if (n.implied && !matched && !m_options.newPlan)
            return; // until something needs it
        const ElementId parent = parentFor(node);
        if (!matched)
            create(node);
        put(node, parent);
    }

    // -- what they hold

    QUuid department(const QString &name)
    {
        const QString key = name.trimmed();
        auto it = m_departments.constFind(key);
        if (it == m_departments.constEnd()) {
            const ElementId id{Kind::Department, m_options.newUuid()};
            FieldMap fields;
            fields.set(u"name"_s, key);
            m_fields.insert(id, fields);
            m_parents.insert(id, m_plan.root());
            m_sequences[m_plan.root()][size_t(Kind::Department)].append(id);
            it = m_departments.insert(key, id);
        }
        return it->uuid;
    }

    FieldMap fieldsBefore(const ElementId &id) const
    {
        const auto it = m_fields.constFind(id);
        if (it != m_fields.constEnd())
            return *it;
        const Element *element = m_plan.element(id);
        return element ? element->fields : FieldMap();
    }

    void planFields()
    {
        FieldMap fields = fieldsBefore(m_plan.root());
        const FieldMap before = fields;
        for (const auto &[name, value] : m_tree.planFields) {
            if (m_options.newPlan || !before.find(name) || name.startsWith("state/"_L1) || tellsNewState(name, before))
                fields.set(name, value);
        }
        m_fields.insert(m_plan.root(), fields);
    }

    /// A plan keeps its headings and level names; only a heading that tells another state takes the place of the old one.
    bool tellsNewState(const QString &name, const FieldMap &before) const
    {
        if (!name.startsWith("headings/"_L1))
            return false;
        ColumnUse use;
        use.role = roleFromName(QStringView(name).mid(9)).value_or(Role::Unknown);
        const auto stated = stateFieldOf(use);
        if (!stated)
            return false;
        const QString state = field::state(stated->first, stated->second);
        const Value *now = m_tree.planFields.find(state);
        const Value *was = before.find(state);
        return now && (!was || !(*now == *was));
    }

    static void mergeInto(FieldMap &fields, const FieldMap &read)
    {
        for (const auto &[name, value] : read) {
            const Value *before = fields.find(name);
            if (const IndicatorValue *entry = value.entry(); entry && before && before->entry()) {
                // A cell has the number alone; what else is known of it stays.
                IndicatorValue merged = *before->entry();
                if (merged.value == entry->value)
                    continue;
                merged.value = entry->value;
                merged.missing.clear();
                fields.set(name, merged);
                continue;
            }
            // A code that is a day in the plan too comes back as what it seems to have been.
            const bool isCode = name == u"code" || name == u"number";
            if (isCode && before && codeFromDate(before->text()) == value.text())
                continue;
            fields.set(name, value);
        }
    }

    void fields(int node)
    {
        const TableNode &n = m_tree.nodes.at(node);
        const ElementId id = m_elements.at(node);
        FieldMap fields = fieldsBefore(id);
        if (fields.isEmpty()) // the common case of a new plan: shared, not copied
            fields = n.fields;
        else
            mergeInto(fields, n.fields);
        for (const QString &name : n.emptiedFields) {
            if (const Value *before = fields.find(name); before && !before->text().isEmpty())
                fields.set(name, Value());
        }
        for (const QString &name : n.blankFields) {
            const Value *before = fields.find(name);
            if (m_options.clearEmpty)
                fields.set(name, Value());
            else if (before && !before->text().isEmpty())
                m_emptyCells.append({node, name, before->text()});
        }
        if (!m_options.clearEmpty && !m_options.newPlan)
            blankLists(node, id);
        if (!n.department.isEmpty())
            fields.set(u"department"_s, department(n.department).toString(QUuid::WithoutBraces));
        joint(n, fields);
        m_fields.insert(id, fields);
    }

    void blankLists(int node, const ElementId &id)
    {
        static const QHash<Kind, QString> names = {{Kind::Statement, u"statements"_s},
            {Kind::Indicator, u"indicators"_s}, {Kind::Issue, u"issues"_s}, {Kind::Footnote, u"footnotes"_s}};
        for (const Kind kind : m_tree.nodes.at(node).blankLists) {
            QStringList words;
            for (const ElementId &child : m_plan.children(id, kind)) {
                if (!m_nodeOf.contains(child))
                    words += m_plan.text(child, kind == Kind::Indicator ? u"name" : u"text");
            }
            if (!words.isEmpty())
                m_emptyCells.append({node, names.value(kind), words.join(u' ')});
        }
    }

    void joint(const TableNode &n, FieldMap &fields)
    {
        if (n.jointDepartments.isEmpty())
            return;
        QSet<QString> named;
        for (const QString &name : n.jointDepartments) {
            const QString key = field::jointDepartment(department(name));
            named.insert(key);
            fields.set(key, Value::fromBool(true));
        }
        if (!m_options.removeMissing)
            return;
        QStringList gone;
        for (const auto &[name, value] : fields) {
            if (name.startsWith("departments/"_L1) && !named.contains(name))
                gone.append(name);
        }
        for (const QString &name : gone)
            fields.set(name, Value());
    }

    // -- what the table lacks

    ElementId parentOf(const ElementId &id) const { return m_parents.value(id, m_plan.parentOf(id)); }

    bool isMissing(const ElementId &id) const
    {
        if (m_nodeOf.contains(id))
            return false;
        if (!isList(id.kind))
            return m_tree.rowKinds.contains(id.kind);
        const auto parent = m_nodeOf.constFind(m_plan.parentOf(id));
        return parent != m_nodeOf.constEnd() && m_tree.nodes.at(*parent).filledLists.contains(id.kind);
    }

    bool isCleared(const ElementId &id) const
    {
        if (!isList(id.kind) || m_nodeOf.contains(id))
            return false;
        const auto parent = m_nodeOf.constFind(m_plan.parentOf(id));
        return parent != m_nodeOf.constEnd() && m_tree.nodes.at(*parent).blankLists.contains(id.kind);
    }

    void missing()
    {
        if (m_options.newPlan)
            return;
        // Whatever the table has keeps what it stands below.
        QSet<ElementId> needed;
        for (const ElementId &id : std::as_const(m_elements)) {
            for (ElementId up = id; !up.isNull() && !needed.contains(up); up = parentOf(up))
                needed.insert(up);
        }
        for (const ElementId &id : m_plan.preorder()) {
            if (m_removed.contains(m_plan.parentOf(id))) {
                if (!m_nodeOf.contains(id))
                    m_removed.insert(id);
                continue;
            }
            if (needed.contains(id))
                continue;
            const bool goes = (m_options.removeMissing && isMissing(id)) || (m_options.clearEmpty && isCleared(id));
            if (goes)
                m_removed.insert(id);
            else if (isMissing(id) && !m_leftBelow.contains(m_plan.parentOf(id)))
                m_leftAlone.append(id);
            if (!goes && (isMissing(id) || m_leftBelow.contains(m_plan.parentOf(id))))
                m_leftBelow.insert(id);
        }
    }

    // -- the plan as it will be

    QList<ElementId> childrenOf(const ElementId &parent) const
    {
        QList<ElementId> staying;
        for (const ElementId &id : m_plan.children(parent)) {
            if (!m_removed.contains(id) && parentOf(id) == parent)
                staying.append(id);
        }
        const auto found = m_sequences.constFind(parent);
        if (found == m_sequences.constEnd())
            return staying;
        const Sequences &sequences = *found;
        if (staying.isEmpty()) {
            for (const QList<ElementId> &sequence : sequences)
                staying += sequence;
            return staying;
        }
        QHash<ElementId, qsizetype> positions;
        for (qsizetype i = 0; i < staying.size(); ++i)
            positions.insert(staying.at(i), i);
        QSet<ElementId> moving;
        QHash<ElementId, QList<ElementId>> before;
        QHash<ElementId, QList<ElementId>> after;
        QList<ElementId> last;
        for (const QList<ElementId> &sequence : sequences) {
            std::vector<qsizetype> had;
            std::vector<qsizetype> indexes;
            for (qsizetype i = 0; i < sequence.size(); ++i) {
                if (const auto it = positions.constFind(sequence.at(i)); it != positions.constEnd()) {
                    had.push_back(*it);
                    indexes.push_back(i);
                }
            }
            QSet<qsizetype> anchors;
            for (const qsizetype k : longestIncreasing(had))
                anchors.insert(indexes.at(size_t(k)));
            ElementId anchor;
            QList<ElementId> first;
            for (qsizetype i = 0; i < sequence.size(); ++i) {
                const ElementId &id = sequence.at(i);
                if (anchors.contains(i)) {
                    if (anchor.isNull())
                        before[id] += std::exchange(first, {});
                    anchor = id;
                    continue;
                }
                moving.insert(id);
                (anchor.isNull() ? first : after[anchor]).append(id);
            }
            last += first;
        }
        QList<ElementId> out;
        for (const ElementId &id : std::as_const(staying)) {
            if (moving.contains(id))
                continue;
            out += before.value(id);
            out += id;
            out += after.value(id);
        }
        return out + last;
    }

    Revision build()
    {
        Revision out;
        const ElementId root = m_plan.root();
        out.wanted.reserve(m_plan.size() + m_tree.nodes.size() + 1);
        out.wanted.setRoot(root);
        out.wanted.put(std::make_shared<Element>(Element{root, {}, fieldsBefore(root)}));
        QList<ElementId> open{root};
        while (!open.isEmpty()) {
            const ElementId parent = open.takeLast();
            QByteArray key(10, '0'); // counted up: only the order matters
            for (const ElementId &id : childrenOf(parent)) {
                for (auto digit = key.rbegin(); digit != key.rend() && ++*digit > '9'; ++digit)
                    *digit = '0';
                out.wanted.put(std::make_shared<Element>(Element{id, {parent, key}, fieldsBefore(id)}));
                open.append(id);
            }
        }
        out.elements = m_elements;
        out.leftAlone = m_leftAlone;
        out.made = m_made;
        out.emptyCells = m_emptyCells;
        return out;
    }

    const Plan &m_plan;
    const TableTree &m_tree;
    const QList<Match> &m_matches;
    const RevisionOptions &m_options;
    QList<QList<int>> m_children;
    QList<ElementId> m_elements;                    ///< by node
    QHash<ElementId, int> m_nodeOf;                 ///< of what was matched
    std::vector<std::optional<ElementId>> m_places; ///< by node: its parent, once it has a place
    QHash<ElementId, ElementId> m_parents;          ///< of what the table has
    QHash<ElementId, Sequences> m_sequences;        ///< by parent: the table's order
    QHash<ElementId, FieldMap> m_fields;
    QHash<QString, ElementId> m_departments; ///< by name
    QSet<ElementId> m_made, m_removed, m_leftBelow;
    QList<ElementId> m_leftAlone;
    QList<Revision::EmptyCell> m_emptyCells;
};

} // namespace

Revision revise(const Plan &plan, const TableTree &tree, const QList<Match> &matches, const RevisionOptions &options)
{
    return Reviser(plan, tree, matches, options).run();
}

} // namespace mezasu::exchange
