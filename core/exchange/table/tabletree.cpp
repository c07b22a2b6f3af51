// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/tabletree.h"

#include "core/exchange/headingwords.h"
#include "core/exchange/table/tableheadings.h"

#include <QRegularExpression>
#include <algorithm>
#include <utility>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

qsizetype countOf(const TableDraft &draft)
{
    qsizetype count = 0;
    for (const DraftPolicy &policy : draft.policies) {
        ++count;
        for (const DraftGoal &goal : policy.goals) {
            count += 1 + goal.statements.size() + goal.indicators.size() + goal.issues.size() + goal.footnotes.size();
            for (const DraftItem &item : goal.items) {
                count += 1 + item.indicators.size();
                for (const DraftInitiative &initiative : item.initiatives)
                    count += 1 + initiative.indicators.size();
            }
        }
    }
    return count;
}

class TreeBuilder
{
public:
    TreeBuilder(const TableDraft &draft, MessageList &messages)
        : m_draft(draft)
        , m_messages(messages)
    {
    }

    TableTree run()
    {
        m_messages.setPlace(m_draft.file, m_draft.sheet);
        readPlanFields();
        readKinds();
        m_tree.nodes.reserve(countOf(m_draft));
        for (const DraftPolicy &policy : m_draft.policies)
            add(policy);
        return std::move(m_tree);
    }

private:
    bool has(Role role) const { return m_draft.has(role); }

    bool hasIndicators(Kind home) const
    {
        return std::any_of(m_draft.columns.cbegin(), m_draft.columns.cend(),
            [home](const ColumnUse &use) { return use.role == Role::Indicators && use.home == home; });
    }

    void readPlanFields()
    {
        FieldMap &fields = m_tree.planFields;
        for (auto it = m_draft.levelNames.cbegin(); it != m_draft.levelNames.cend(); ++it) {
            if (it.value() != defaultLevelName(it.key()))
                fields.set(field::levelName(it.key()), it.value());
        }
        for (const DraftState &state : m_draft.states)
            fields.set(field::state(state.kind, state.field), state.state);
        for (const ColumnUse &use : m_draft.columns) {
            const bool first = !fields.find(field::heading(roleName(use.role)));
            if (first && keepsHeading(use) && use.heading != defaultHeading(use, m_draft.levelNames))
                fields.set(field::heading(roleName(use.role)), use.heading);
        }
    }

    void readKinds()
    {
        if (has(Role::PolicyTitle) || has(Role::PolicyNumber) || has(Role::PolicyId))
            m_tree.rowKinds.append(Kind::Policy);
        if (has(Role::Statements) || has(Role::GoalId))
            m_tree.rowKinds.append(Kind::Goal);
        if (has(Role::ItemTitle) || has(Role::ItemCode) || has(Role::ItemId))
            m_tree.rowKinds.append(Kind::ReformItem);
        if (has(Role::InitiativeTitle) || has(Role::InitiativeCode) || has(Role::InitiativeId))
            m_tree.rowKinds.append(Kind::Initiative);
    }

    int append(Kind kind, int parent, const QString &id, const DraftPlace &place)
    {
        TableNode node;
        node.kind = kind;
        node.parent = parent;
        node.row = place.row;
        node.column = place.column;
        if (!id.isEmpty())
            node.uuid = QUuid::fromString(id);
        m_tree.nodes.append(std::move(node));
        return int(m_tree.nodes.size()) - 1;
    }

    void text(int at, const QString &name, const QString &text, Role role)
    {
        TableNode &node = m_tree.nodes[at];
        if (!text.isEmpty())
            node.fields.set(name, text);
        else if (has(role))
            node.blankFields.append(name);
    }

    void listDone(int at, Kind kind, bool filled, bool hasColumn)
    {
        TableNode &node = m_tree.nodes[at];
        if (filled)
            node.filledLists.append(kind);
        else if (hasColumn)
            node.blankLists.append(kind);
    }

    void addLines(Kind kind, int parent, const QList<DraftLine> &lines)
    {
        for (const DraftLine &line : lines) {
            const int at = append(kind, parent, line.id, line.place);
            // A line always says its whole self: a mark that is not there is gone.
            TableNode &node = m_tree.nodes[at];
            node.fields.set(u"text"_s, line.text);
            setMark(node, line.mark);
        }
    }

    static void setMark(TableNode &node, const QString &mark)
    {
        if (!mark.isEmpty())
            node.fields.set(u"mark"_s, mark);
        else
            node.emptiedFields.append(u"mark"_s);
    }

    void addIndicators(int parent, const QList<DraftIndicator> &indicators, Kind home)
    {
        for (const DraftIndicator &indicator : indicators) {
            const int at = append(Kind::Indicator, parent, indicator.id, indicator.place);
            TableNode &node = m_tree.nodes[at];
            node.fields.set(u"name"_s, indicator.name);
            setMark(node, indicator.mark);
            const auto known = [](const QString &text) { return text == kNoValue ? QString() : text; };
            text(at, u"unit"_s, known(indicator.unit), Role::IndicatorUnit);
            text(at, u"definition"_s, known(indicator.definition), Role::IndicatorDefinition);
            text(at, u"source"_s, known(indicator.source), Role::IndicatorSource);
            for (const DraftValue &value : indicator.values)
                addValue(at, value);
        }
        listDone(parent, Kind::Indicator, !indicators.isEmpty(), hasIndicators(home));
    }

    /// A value as cells have it: "120（R3）", "9.5％", "1,200人".
    struct TypedValue
    {
        std::optional<Decimal> number;
        std::optional<int> year;
        QString digits, unit;
    };

    static TypedValue typedValue(const QString &typed)
    {
        static const QRegularExpression withUnit(
            u"^([-+−－△▲]?\\s*[0-9０-９][0-9０-９,，.．]*)\\s*([^0-9０-９]{1,12})$"_s);
        TypedValue out;
        QString words = typed;
        if (QString inside = takeBracket(words); !inside.isEmpty()) {
            // A year in brackets is the value's own; anything else there is part of what was typed.
            out.year = takeYear(inside);
            if (!out.year || !inside.trimmed().isEmpty())
                words = typed;
        }
        out.digits = words.trimmed();
        if (const auto match = withUnit.match(out.digits); match.hasMatch()) {
            if (const auto number = Decimal::fromTyped(match.captured(1))) {
                out.number = *number;
                out.digits = match.captured(1);
                out.unit = match.captured(2);
            }
        } else if (const auto number = Decimal::fromTyped(out.digits)) {
            out.number = *number;
        }
        return out;
    }

    void addValue(int at, const DraftValue &value)
    {
        const QString typed = value.text.trimmed();
        static const QString dashes = u"-‐‑‒–—―−─ーｰ－…"_s;
        if (typed.isEmpty() || typed == kNoValue || (typed.size() == 1 && dashes.contains(typed)))
            return;
        const auto warn = [&](MessageCode code) {
            m_messages.add(code, Severity::Warning, value.place.row, value.place.column, {typed});
        };
        const TypedValue read = typedValue(typed);
        const std::optional<int> year = read.year ? read.year : value.year;
        if (!year)
            return warn(MessageCode::ValueWithoutYear);
        const QString name = field::values(*year, value.role);
        if (!read.number || !fieldInfo(Kind::Indicator, name))
            return warn(MessageCode::NotANumber);
        if (!read.unit.isEmpty() && !takesUnit(at, read, value))
            return warn(MessageCode::NotANumber);
        IndicatorValue entry;
        entry.value = *read.number;
        m_tree.nodes[at].fields.set(name, entry);
    }

    /// A unit behind the number is the indicator's: the one that it has, or its first.
    bool takesUnit(int at, const TypedValue &read, const DraftValue &value)
    {
        TableNode &node = m_tree.nodes[at];
        const Value *known = node.fields.find(u"unit"_s);
        if (known)
            return unitKey(known->text()) == unitKey(read.unit);
        if (!HeadingWords::builtIn().isUnit(read.unit))
            return false;
        node.fields.set(u"unit"_s, read.unit);
        node.blankFields.removeAll(u"unit"_s);
        m_messages.add(MessageCode::UnitFromValue, Severity::Info, value.place.row, value.place.column,
            {value.text.trimmed(), read.digits, read.unit});
        return true;
    }

    void add(const DraftPolicy &policy)
    {
        const int at = append(Kind::Policy, -1, policy.id, policy.place);
        m_tree.nodes[at].implied = policy.implied;
        text(at, u"number"_s, policy.number.text, Role::PolicyNumber);
        text(at, u"title"_s, policy.title.text, Role::PolicyTitle);
        text(at, u"description"_s, policy.description.text, Role::PolicyDescription);
        for (const DraftGoal &goal : policy.goals)
            add(goal, at);
    }

    void add(const DraftGoal &goal, int policy)
    {
        const int at = append(Kind::Goal, policy, goal.id, goal.place);
        addLines(Kind::Statement, at, goal.statements);
        addIndicators(at, goal.indicators, Kind::Goal);
        addLines(Kind::Issue, at, goal.issues);
        addLines(Kind::Footnote, at, goal.footnotes);
        listDone(at, Kind::Statement, !goal.statements.isEmpty(), has(Role::Statements));
        listDone(at, Kind::Issue, !goal.issues.isEmpty(), has(Role::Issues));
        // Footnotes have a column of their own or stand below the issues.
        listDone(at, Kind::Footnote, !goal.footnotes.isEmpty() || (!has(Role::Footnotes) && !goal.issues.isEmpty()),
            has(Role::Footnotes) || has(Role::Issues));
        const bool says = !goal.statements.isEmpty() || !goal.indicators.isEmpty() || !goal.issues.isEmpty()
            || !goal.footnotes.isEmpty() || !m_tree.nodes.at(at).uuid.isNull();
        m_tree.nodes[at].implied = goal.implied || !says;
        for (const DraftItem &item : goal.items)
            add(item, at);
    }

    void departments(int at, const DraftText &lead, const QStringList &joint)
    {
        m_tree.nodes[at].department = lead.text.trimmed();
        m_tree.nodes[at].jointDepartments = joint;
    }

    void add(const DraftItem &item, int goal)
    {
        const int at = append(Kind::ReformItem, goal, item.id, item.place);
        m_tree.nodes[at].implied = item.implied;
        text(at, u"code"_s, item.code.text, Role::ItemCode);
        text(at, u"title"_s, item.title.text, Role::ItemTitle);
        text(at, u"description"_s, item.description.text, Role::ItemDescription);
        departments(at, item.department, item.departments);
        addIndicators(at, item.indicators, Kind::ReformItem);
        for (const DraftInitiative &initiative : item.initiatives)
            add(initiative, at);
    }

    void add(const DraftInitiative &initiative, int item)
    {
        const int at = append(Kind::Initiative, item, initiative.id, initiative.place);
        text(at, u"code"_s, initiative.code.text, Role::InitiativeCode);
        text(at, u"title"_s, initiative.title.text, Role::InitiativeTitle);
        text(at, u"description"_s, initiative.description.text, Role::InitiativeDescription);
        departments(at, initiative.department, initiative.departments);
        addIndicators(at, initiative.indicators, Kind::Initiative);
    }

    const TableDraft &m_draft;
    MessageList &m_messages;
    TableTree m_tree;
};

} // namespace

QList<QList<int>> TableTree::childLists() const
{
    QList<QList<int>> lists(nodes.size());
    for (int i = 0; i < nodes.size(); ++i) {
        if (nodes.at(i).parent >= 0)
            lists[nodes.at(i).parent].append(i);
    }
    return lists;
}

TableTree treeOf(const TableDraft &draft, MessageList &messages)
{
    return TreeBuilder(draft, messages).run();
}

} // namespace mezasu::exchange
