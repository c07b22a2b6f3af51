// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/sheetbuilder.h"

#include "core/exchange/headingwords.h"
#include "core/exchange/table/tableheadings.h"

#include <QMap>
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

/// Which kinds of content a plan has beyond the classic columns.
struct Contents
{
    bool policyNumbers = false;
    bool initiatives = false;
    struct Indicators
    {
        bool any = false, unit = false, definition = false, source = false;
        QMap<std::pair<int, QString>, bool> values; ///< by year and role
    };
    QMap<Kind, Indicators> indicators;             ///< by home
    QMap<Kind, std::pair<bool, bool>> departments; ///< lead, joint
    bool footnotesApart = false;

    explicit Contents(const Plan &plan)
    {
        for (const ElementId &id : plan.preorder()) {
            const Element *element = plan.element(id);
            if (id.kind == Kind::Policy)
                policyNumbers = policyNumbers || !plan.text(id, u"number").isEmpty();
            else if (id.kind == Kind::Initiative)
                initiatives = true;
            else if (id.kind == Kind::Indicator)
                add(indicators[element->place.parent.kind], element->fields);
            for (const auto &[name, value] : element->fields) {
                if (name == u"department" && id.kind != Kind::Indicator)
                    departments[id.kind].first = true;
                else if (name.startsWith("departments/"_L1))
                    departments[id.kind].second = true;
            }
        }
        footnotesApart = !plan.text(plan.root(), field::heading(u"goal.footnotes")).isEmpty();
    }

    static void add(Indicators &found, const FieldMap &fields)
    {
        found.any = true;
        for (const auto &[name, value] : fields) {
            found.unit = found.unit || name == u"unit";
            found.definition = found.definition || name == u"definition";
            found.source = found.source || name == u"source";
            if (!name.startsWith("values/"_L1) || !value.entry() || !value.entry()->value)
                continue;
            const auto parts = field::parts(name);
            found.values.insert({parts.at(1).toInt(), parts.at(2).toString()}, true);
        }
    }
};

class Columns
{
public:
    Columns(const Plan &plan, bool withUuids)
        : m_plan(plan)
        , m_contents(plan)
        , m_withUuids(withUuids)
    {
        for (const Kind kind : {Kind::Policy, Kind::Goal, Kind::ReformItem, Kind::Initiative}) {
            if (const QString name = plan.levelName(kind); !name.isEmpty())
                m_levelNames.insert(kind, name);
        }
    }

    QList<SheetColumn> run()
    {
        uuid(Role::PolicyId, Kind::Policy);
        if (m_contents.policyNumbers)
            add(Role::PolicyNumber, Kind::Policy);
        add(Role::PolicyTitle, Kind::Policy);
        add(Role::PolicyDescription, Kind::Policy);
        uuid(Role::GoalId, Kind::Goal);
        add(Role::Statements, Kind::Goal);
        uuid(Role::StatementIds, Kind::Goal);
        indicators(Kind::Goal, true);
        add(Role::Issues, Kind::Goal);
        uuid(Role::IssueIds, Kind::Goal);
        if (m_contents.footnotesApart)
            add(Role::Footnotes, Kind::Goal);
        uuid(Role::FootnoteIds, Kind::Goal);
        uuid(Role::ItemId, Kind::ReformItem);
        add(Role::ItemCode, Kind::ReformItem);
        add(Role::ItemTitle, Kind::ReformItem);
        add(Role::ItemDescription, Kind::ReformItem);
        departments(Kind::ReformItem, Role::ItemDepartment, Role::ItemDepartments);
        indicators(Kind::ReformItem, false);
        if (!m_contents.initiatives)
            return m_out;
        uuid(Role::InitiativeId, Kind::Initiative);
        add(Role::InitiativeCode, Kind::Initiative);
        add(Role::InitiativeTitle, Kind::Initiative);
        add(Role::InitiativeDescription, Kind::Initiative);
        departments(Kind::Initiative, Role::InitiativeDepartment, Role::InitiativeDepartments);
        indicators(Kind::Initiative, false);
        return m_out;
    }

private:
    void departments(Kind kind, Role lead, Role joint)
    {
        const auto [one, more] = m_contents.departments.value(kind);
        if (one)
            add(lead, kind);
        if (more)
            add(joint, kind);
    }

    void indicators(Kind home, bool always)
    {
        const Contents::Indicators found = m_contents.indicators.value(home);
        if (!found.any && !always)
            return;
        add(Role::Indicators, home);
        if (found.unit)
            add(Role::IndicatorUnit, home);
        if (found.definition)
            add(Role::IndicatorDefinition, home);
        if (found.source)
            add(Role::IndicatorSource, home);
        for (auto it = found.values.cbegin(); it != found.values.cend(); ++it)
            add(Role::IndicatorValue, home, it.key().first, it.key().second);
        uuid(Role::IndicatorIds, home);
    }

    void uuid(Role role, Kind level)
    {
        if (!m_withUuids)
            return;
        add(role, level);
        m_out.last().isUuid = true;
    }

    void add(Role role, Kind level, std::optional<int> year = {}, const QString &valueRole = {})
    {
        SheetColumn column;
        column.level = level;
        ColumnUse &use = column.use;
        use.column = int(m_out.size());
        use.role = role;
        use.year = year;
        use.valueRole = valueRole;
        const bool ofIndicators = role == Role::Indicators || role == Role::IndicatorUnit
            || role == Role::IndicatorDefinition || role == Role::IndicatorSource || role == Role::IndicatorValue
            || role == Role::IndicatorIds;
        use.home = ofIndicators ? level : Kind::Goal;
        if (const auto stated = stateFieldOf(use))
            use.state = m_plan.text(m_plan.root(), field::state(stated->first, stated->second));
        use.heading = defaultHeading(use, m_levelNames);
        if (keepsHeading(use)) {
            const QString asRead = m_plan.text(m_plan.root(), field::heading(roleName(role)));
            if (!asRead.isEmpty() && HeadingWords::builtIn().read(asRead).state == use.state)
                use.heading = asRead;
        }
        m_out.append(column);
    }

    const Plan &m_plan;
    Contents m_contents;
    bool m_withUuids;
    QHash<Kind, QString> m_levelNames;
    QList<SheetColumn> m_out;
};

QString fieldOf(Role role)
{
    switch (role) {
    case Role::PolicyNumber:
        return u"number"_s;
    case Role::PolicyTitle:
    case Role::ItemTitle:
    case Role::InitiativeTitle:
        return u"title"_s;
    case Role::PolicyDescription:
    case Role::ItemDescription:
    case Role::InitiativeDescription:
        return u"description"_s;
    case Role::ItemCode:
    case Role::InitiativeCode:
        return u"code"_s;
    default:
        return {};
    }
}

} // namespace

QList<SheetColumn> columnsFor(const Plan &plan, bool withUuids)
{
    return Columns(plan, withUuids).run();
}

SheetBuilder::SheetBuilder(const Plan &plan, const QList<SheetColumn> &columns, CellForm form)
    : m_plan(plan)
    , m_columns(columns)
    , m_form(form)
{
}

Sheet SheetBuilder::build()
{
    QList<SheetCell> headings;
    for (const SheetColumn &column : m_columns) {
        headings.append({textSource(column.use.heading, m_form), 1, 1});
        m_sheet.hiddenColumns.append(column.isUuid);
    }
    m_sheet.rows.append(headings);
    for (const ElementId &policy : m_plan.children(m_plan.root(), Kind::Policy))
        addPolicy(policy);
    return std::move(m_sheet);
}

qsizetype SheetBuilder::newRow()
{
    m_sheet.rows.append(QList<SheetCell>(m_columns.size()));
    return m_sheet.rows.size() - 1;
}

void SheetBuilder::addPolicy(const ElementId &policy)
{
    const qsizetype from = m_sheet.rows.size();
    for (const ElementId &goal : m_plan.children(policy, Kind::Goal))
        addGoal(goal);
    if (m_sheet.rows.size() == from)
        newRow();
    fill(from, Kind::Policy, policy);
    merge(from, Kind::Policy);
}

void SheetBuilder::addGoal(const ElementId &goal)
{
    const qsizetype from = m_sheet.rows.size();
    for (const ElementId &item : m_plan.children(goal, Kind::ReformItem))
        addItem(item);
    if (m_sheet.rows.size() == from)
        newRow();
    fill(from, Kind::Goal, goal);
    merge(from, Kind::Goal);
}

void SheetBuilder::addItem(const ElementId &item)
{
    const qsizetype from = m_sheet.rows.size();
    for (const ElementId &initiative : m_plan.children(item, Kind::Initiative))
        fill(newRow(), Kind::Initiative, initiative);
    if (m_sheet.rows.size() == from)
        newRow();
    fill(from, Kind::ReformItem, item);
    merge(from, Kind::ReformItem);
}

void SheetBuilder::fill(qsizetype row, Kind level, const ElementId &id)
{
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (m_columns.at(i).level == level)
            m_sheet.rows[row][i].text = cell(m_columns.at(i), id);
    }
}

void SheetBuilder::merge(qsizetype from, Kind level)
{
    const int span = int(m_sheet.rows.size() - from);
    for (qsizetype i = 0; span > 1 && i < m_columns.size(); ++i) {
        if (m_columns.at(i).level == level && !m_columns.at(i).isUuid)
            m_sheet.rows[from][i].rowSpan = span;
    }
}

QString SheetBuilder::cell(const SheetColumn &column, const ElementId &id) const
{
    switch (column.use.role) {
    case Role::PolicyId:
    case Role::GoalId:
    case Role::ItemId:
    case Role::InitiativeId:
        return id.uuidString();
    case Role::ItemDepartment:
    case Role::InitiativeDepartment:
        return textSource(
            m_plan.text({Kind::Department, QUuid::fromString(m_plan.text(id, u"department"))}, u"name"), m_form);
    case Role::ItemDepartments:
    case Role::InitiativeDepartments:
        return departmentsCell(id);
    default:
        break;
    }
    if (const QString name = fieldOf(column.use.role); !name.isEmpty())
        return textSource(m_plan.text(id, name), m_form);
    return listCell(column, id);
}

QString SheetBuilder::departmentsCell(const ElementId &id) const
{
    QStringList names;
    for (const ElementId &department : m_plan.children(m_plan.root(), Kind::Department)) {
        const QString name = m_plan.text(department, u"name");
        if (!name.isEmpty() && m_plan.value(id, field::jointDepartment(department.uuid)).boolean() == true)
            names += name;
    }
    return textSource(names.join(u'、'), m_form);
}

/// The lines of a list that a cell can hold: those with words.
QList<ElementId> SheetBuilder::listed(const ElementId &id, Kind kind) const
{
    QList<ElementId> out;
    for (const ElementId &child : m_plan.children(id, kind)) {
        if (!isBlank(m_plan.text(child, kind == Kind::Indicator ? u"name" : u"text")))
            out += child;
    }
    return out;
}

QString SheetBuilder::listCell(const SheetColumn &column, const ElementId &id) const
{
    const auto lines = [this, &id](Kind kind) {
        QList<MarkedText> items;
        for (const ElementId &child : listed(id, kind))
            items.append(
                {m_plan.text(child, u"mark"), m_plan.text(child, kind == Kind::Indicator ? u"name" : u"text")});
        return items;
    };
    const auto uuids = [this, &id](Kind kind) {
        QStringList ids;
        for (const ElementId &child : listed(id, kind))
            ids += child.uuidString();
        return linesCell(ids);
    };
    const bool apart = std::any_of(
        m_columns.cbegin(), m_columns.cend(), [](const SheetColumn &c) { return c.use.role == Role::Footnotes; });
    switch (column.use.role) {
    case Role::Statements:
        return listSource({lines(Kind::Statement), {}}, ListKind::Statements, m_form);
    case Role::Indicators:
        return listSource({lines(Kind::Indicator), {}}, ListKind::Indicators, m_form);
    case Role::Issues:
        return listSource(
            {lines(Kind::Issue), apart ? QList<MarkedText>() : lines(Kind::Footnote)}, ListKind::Issues, m_form);
    case Role::Footnotes:
        return listSource({{}, lines(Kind::Footnote)}, ListKind::Footnotes, m_form);
    case Role::StatementIds:
        return uuids(Kind::Statement);
    case Role::IndicatorIds:
        return uuids(Kind::Indicator);
    case Role::IssueIds:
        return uuids(Kind::Issue);
    case Role::FootnoteIds:
        return uuids(Kind::Footnote);
    default:
        return indicatorCell(column, id);
    }
}

/// One line for each; blank where a line could not stand for itself.
QString SheetBuilder::linesCell(const QStringList &lines) const
{
    if (lines.isEmpty())
        return {};
    return textSource(lines.join(u'\n'), m_form);
}

QString SheetBuilder::indicatorCell(const SheetColumn &column, const ElementId &id) const
{
    const QList<ElementId> indicators = listed(id, Kind::Indicator);
    QStringList lines;
    bool any = false;
    for (const ElementId &indicator : indicators) {
        QString text;
        if (column.use.role == Role::IndicatorValue) {
            const Value value =
                m_plan.value(indicator, field::values(column.use.year.value_or(0), column.use.valueRole));
            if (value.entry() && value.entry()->value)
                text = value.entry()->value->toString();
        } else {
            text = m_plan.text(indicator,
                column.use.role == Role::IndicatorUnit             ? u"unit"
                    : column.use.role == Role::IndicatorDefinition ? u"definition"
                                                                   : u"source");
        }
        // What would not come back as this one line is left to the hidden sheet.
        if (text.contains(u'\n') || text.contains(u'\r') || text != text.trimmed() || text == kNoValue)
            text.clear();
        any = any || !text.isEmpty();
        lines += text.isEmpty() ? kNoValue : text;
    }
    return any ? linesCell(lines) : QString();
}

} // namespace mezasu::exchange
