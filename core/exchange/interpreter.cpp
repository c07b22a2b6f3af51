// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/interpreter.h"
#include "core/exchange/codekey.h"
#include "core/exchange/indicatorcolumn.h"
#include "core/exchange/rowreader.h"
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

struct StateField
{
    Role role;
    Kind kind;
    const char16_t *field;
};

constexpr StateField kStateFields[] = {
    {Role::PolicyNumber, Kind::Policy, u"number"},
    {Role::PolicyTitle, Kind::Policy, u"title"},
    {Role::PolicyDescription, Kind::Policy, u"description"},
    {Role::Statements, Kind::Goal, u"statements"},
    {Role::Indicators, Kind::Goal, u"indicators"},
    {Role::Issues, Kind::Goal, u"issues"},
    {Role::Footnotes, Kind::Goal, u"footnotes"},
    {Role::ItemCode, Kind::ReformItem, u"code"},
    {Role::ItemTitle, Kind::ReformItem, u"title"},
    {Role::ItemDescription, Kind::ReformItem, u"description"},
    {Role::ItemDepartment, Kind::ReformItem, u"department"},
    {Role::ItemDepartments, Kind::ReformItem, u"departments"},
    {Role::InitiativeCode, Kind::Initiative, u"code"},
    {Role::InitiativeTitle, Kind::Initiative, u"title"},
    {Role::InitiativeDescription, Kind::Initiative, u"description"},
    {Role::InitiativeDepartment, Kind::Initiative, u"department"},
    {Role::InitiativeDepartments, Kind::Initiative, u"departments"},
};

class Interpreter
{
public:
    Interpreter(const Grid &grid, const Headings &headings, MessageList &messages)
        : m_grid(grid)
        , m_headings(headings)
        , m_messages(messages)
        , m_row(grid, headings, messages)
        , m_hasItems(headings.has(Role::ItemTitle) || headings.has(Role::ItemCode))
        , m_hasPolicies(headings.has(Role::PolicyTitle) || headings.has(Role::PolicyNumber))
    {
    }

    TableDraft run()
    {
        m_draft.file = m_grid.file;
        m_draft.sheet = m_grid.sheet;
        m_draft.columns = m_headings.columns;
        m_draft.levelNames = m_headings.levelNames;
        readStates();
        for (const qsizetype banner : m_headings.banners) {
            m_row.setRow(banner);
            readBanner(m_row.banner());
        }
        for (qsizetype i = m_headings.dataRow; i < m_grid.rows.size(); ++i) {
            m_row.setRow(i);
            if (m_row.isHeadingAgain()) {
                m_messages.add(MessageCode::RepeatedHeading, Severity::Info, m_row.rowNumber());
                continue;
            }
            if (const QString note = m_row.note(); !note.isEmpty()) {
                m_messages.add(MessageCode::NoteRowLeftOut, Severity::Warning, m_row.rowNumber(), 0, {note.left(80)});
                continue;
            }
            if (const QString total = m_row.total(); !total.isEmpty()) {
                m_messages.add(MessageCode::TotalRowLeftOut, Severity::Warning, m_row.rowNumber(), 0, {total});
                continue;
            }
            if (const QString banner = m_row.banner(); !banner.isEmpty()) {
                readBanner(banner);
                continue;
            }
            m_departmentTaken = false;
            readPolicy();
            readGoal();
            readItem();
            readInitiative();
            m_row.report();
        }
        return std::move(m_draft);
    }

private:
    void warn(MessageCode code, Role role, const QStringList &args = {})
    {
        m_messages.add(code, Severity::Warning, m_row.rowNumber(), m_row.place(role).column, args);
    }

    void readStates()
    {
        for (const ColumnUse &use : m_headings.columns) {
            if (use.state.isEmpty())
                continue;
            for (const StateField &field : kStateFields) {
                if (field.role == use.role)
                    m_draft.states.append({use.role == Role::Indicators ? use.home : field.kind,
                        QString::fromUtf16(field.field), use.state});
            }
        }
    }

    // What a level's cells say against what stands above: blank, the same, or something new.
    static bool repeats(const DraftText &now, const DraftText &above)
    {
        return now.isEmpty() || now.text == above.text;
    }

    void checkDouble(const DraftText &code, Kind kind)
    {
        if (code.isEmpty())
            return;
        QHash<QString, int> &seen = m_codes[kind];
        const QString key = codeKey(code.text);
        if (const auto first = seen.constFind(key); first != seen.cend()) {
            Message message;
            message.code = MessageCode::DuplicateCode;
            message.row = code.place.row;
            message.column = code.place.column;
            message.element = kindName(kind);
            message.field = kind == Kind::Policy ? u"number"_s : u"code"_s;
            message.args = {code.text, QString::number(*first)};
            m_messages.add(message);
        } else {
            seen.insert(key, code.place.row);
        }
    }

    DraftPolicy *policy() { return m_policy < 0 ? nullptr : &m_draft.policies[m_policy]; }
    DraftGoal *goal() { return m_goal < 0 ? nullptr : &policy()->goals[m_goal]; }
    DraftItem *item() { return m_itemOpen ? &goal()->items.last() : nullptr; }

    void begin(const DraftPolicy &read)
    {
        m_draft.policies.append(read);
        m_policy = m_draft.policies.size() - 1;
        m_goal = -1;
        m_itemOpen = false;
        if (read.id.isEmpty() && !read.title.isEmpty())
            m_policies.insert(read.number.text + u'\n' + read.title.text, m_policy);
    }

    void begin(const DraftGoal &read, const QStringList &texts)
    {
        policy()->goals.append(read);
        m_goal = policy()->goals.size() - 1;
        m_itemOpen = false;
        m_goalTexts = texts;
        if (read.id.isEmpty() && !texts.constFirst().isEmpty())
            m_goals.insert({m_policy, texts.constFirst()}, {m_goal, texts});
    }

    void continued(const QString &what, const DraftPlace &first)
    {
        m_messages.add(MessageCode::ElementContinued, Severity::Warning, m_row.rowNumber(), first.column,
            {what.left(60), QString::number(first.row)});
    }

    /// A row that names the policy of the rows below it.
    void readBanner(const QString &text)
    {
        DraftPolicy read;
        read.title = {text, {m_row.rowNumber(), 1}};
        read.place = read.title.place;
        m_messages.add(MessageCode::BannerTaken, Severity::Info, m_row.rowNumber(), 0, {text.left(60)});
        begin(read);
    }

    void readPolicy()
    {
        if (m_row.areBlank({Role::PolicyId, Role::PolicyNumber, Role::PolicyTitle, Role::PolicyDescription}))
            return;
        DraftPolicy read;
        read.id = m_row.text(Role::PolicyId).text.trimmed();
        read.number = m_row.text(Role::PolicyNumber);
        read.title = m_row.text(Role::PolicyTitle);
        read.description = m_row.text(Role::PolicyDescription);
        read.place = {m_row.rowNumber(), read.title.place.column};
        DraftPolicy *current = policy();
        if (current && !current->implied) {
            const bool named = !read.number.isEmpty() || !read.title.isEmpty();
            const bool same = !read.id.isEmpty() || !current->id.isEmpty()
                ? read.id == current->id
                    || (read.id.isEmpty() && repeats(read.number, current->number)
                        && repeats(read.title, current->title))
                : repeats(read.number, current->number) && repeats(read.title, current->title)
                    && (named || repeats(read.description, current->description));
            if (same) {
                if (!repeats(read.description, current->description))
                    warn(MessageCode::RowTextDiffers, Role::PolicyDescription, {read.description.text.left(60)});
                return;
            }
        }
        if (!read.number.isEmpty())
            read.number = m_row.code(Role::PolicyNumber);
        if (continuesEarlier(read))
            return;
        checkDouble(read.number, Kind::Policy);
        begin(read);
    }

    /// A table sorted by something else names the same policy again further down.
    bool continuesEarlier(const DraftPolicy &read)
    {
        const auto known = m_policies.constFind(read.number.text + u'\n' + read.title.text);
        if (!read.id.isEmpty() || read.title.isEmpty() || known == m_policies.cend())
            return false;
        DraftPolicy &earlier = m_draft.policies[*known];
        if (earlier.description.isEmpty())
            earlier.description = read.description;
        else if (!repeats(read.description, earlier.description))
            warn(MessageCode::RowTextDiffers, Role::PolicyDescription, {read.description.text.left(60)});
        m_policy = *known;
        m_goal = -1;
        m_itemOpen = false;
        continued(read.title.text, earlier.place);
        return true;
    }

    void needPolicy()
    {
        if (policy())
            return;
        DraftPolicy implied;
        implied.implied = true;
        implied.place = {m_row.rowNumber(), 0};
        begin(implied);
        if (m_hasPolicies)
            warn(MessageCode::PolicyMissing, Role::PolicyTitle);
    }

    /// The texts by which a repeated goal is known.
    QStringList goalTexts() const
    {
        return {m_row.text(Role::Statements).text, m_row.text(Role::Indicators).text, m_row.text(Role::Issues).text};
    }

    bool continuesGoal(const QString &id, const QStringList &texts)
    {
        if (!goal())
            return false;
        if (!id.isEmpty() || !goal()->id.isEmpty())
            return id.isEmpty() ? texts.join(QString()).isEmpty() : id == goal()->id;
        bool allBlank = true;
        bool allRepeat = true;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            allBlank = allBlank && texts.at(i).isEmpty();
            allRepeat = allRepeat && (texts.at(i).isEmpty() || texts.at(i) == m_goalTexts.value(i));
        }
        if (allBlank)
            return true;
        if (m_row.isCovered(Role::Statements))
            return true;
        return allRepeat && !texts.constFirst().isEmpty();
    }

    void readGoal()
    {
        const QStringList texts = goalTexts();
        const QString id = m_row.text(Role::GoalId).text.trimmed();
        const bool nothing =
            id.isEmpty() && m_row.areBlank({Role::Statements, Role::Indicators, Role::Issues, Role::Footnotes});
        m_continuing = continuesGoal(id, texts);
        if (m_continuing) {
            // Below a merged statement the lists go on; what only repeats is not added twice.
            for (int i = 0; i < 3; ++i)
                m_addList[i] = !texts.at(i).isEmpty() && texts.at(i) != m_goalTexts.value(i) && i > 0
                    && m_row.isCovered(Role::Statements) && id.isEmpty();
            if (m_addList[1] || m_addList[2] || !m_row.isBlank(Role::Footnotes))
                fillGoal();
            if (!m_addList[1] && texts.at(1).isEmpty())
                reportLooseColumns();
            return;
        }
        if (nothing) {
            reportLooseColumns();
            return;
        }
        if (id.isEmpty() && staysBelowItem()) {
            std::fill(std::begin(m_addList), std::end(m_addList), true);
            m_continuing = true;
            fillGoal();
            return;
        }
        needPolicy();
        if (id.isEmpty() && continuesEarlierGoal(texts))
            return;
        DraftGoal read;
        read.id = id;
        read.place = {m_row.rowNumber(), m_row.place(Role::Statements).column};
        begin(read, texts);
        for (bool &add : m_addList)
            add = true;
        fillGoal();
        if (goal()->statements.isEmpty() && id.isEmpty())
            warnWithoutStatement();
    }

    /// The row begins a part of the item above it, so that what it says of a goal is about that item's goal. So in
    /// tables whose goals stand right of their items, which say something of every part.
    bool staysBelowItem() const
    {
        return m_itemOpen && !initiativeIsBlank() && m_row.areBlank({Role::ItemId, Role::ItemCode, Role::ItemTitle})
            && m_row.hasColumn(Role::ItemTitle) && m_row.hasColumn(Role::Statements)
            && m_row.place(Role::ItemTitle).column < m_row.place(Role::Statements).column;
    }

    /// A table without the column is told once.
    void warnWithoutStatement()
    {
        if (m_row.hasColumn(Role::Statements) || !m_toldNoStatements)
            warn(MessageCode::GoalWithoutStatement, Role::Statements);
        m_toldNoStatements = true;
    }

    bool continuesEarlierGoal(const QStringList &texts)
    {
        const auto known = m_goals.constFind({m_policy, texts.constFirst()});
        if (texts.constFirst().isEmpty() || known == m_goals.cend())
            return false;
        for (qsizetype i = 1; i < texts.size(); ++i) {
            if (!texts.at(i).isEmpty() && texts.at(i) != known->second.at(i))
                return false;
        }
        m_goal = known->first;
        m_goalTexts = known->second;
        m_itemOpen = false;
        m_continuing = true;
        if (!m_row.isBlank(Role::Footnotes)) {
            std::fill(std::begin(m_addList), std::end(m_addList), false);
            fillGoal();
        }
        continued(texts.constFirst(), goal()->place);
        return true;
    }

    /// Units and values of a goal's indicators in a row that has no indicator.
    void reportLooseColumns()
    {
        QList<DraftIndicator> none;
        for (const ColumnUse &use : m_headings.columns) {
            if (use.home == Kind::Goal)
                addIndicatorColumn(none, 0, use, m_row, m_messages);
        }
    }

    void fillGoal()
    {
        DraftGoal &target = *goal();
        if (m_addList[0])
            addLines(target.statements, Role::Statements, ListKind::Statements, Role::StatementIds);
        if (m_addList[1])
            addIndicators(target.indicators, Kind::Goal);
        if (m_addList[2])
            addLines(target.issues, Role::Issues, ListKind::Issues, Role::IssueIds);
        const CellList notes = m_row.list(Role::Footnotes, ListKind::Footnotes);
        addFootnotes(notes.footnotes, m_row.place(Role::Footnotes));
        const auto ids = idsOf(Role::FootnoteIds, Kind::Goal);
        if (ids.size() == target.footnotes.size()) {
            for (qsizetype i = 0; i < ids.size(); ++i)
                target.footnotes[i].id = ids.at(i);
        }
    }

    QStringList idsOf(Role role, Kind home) const
    {
        for (const ColumnUse &use : m_headings.columns) {
            if (use.role == role && use.home == home)
                return m_row.lines(use);
        }
        return {};
    }

    void addFootnotes(const QList<MarkedText> &notes, const DraftPlace &place)
    {
        if (notes.isEmpty())
            return;
        needGoal();
        for (const MarkedText &note : notes) {
            const QList<DraftLine> &known = goal()->footnotes;
            const bool repeated = m_continuing && std::any_of(known.cbegin(), known.cend(), [&](const DraftLine &line) {
                return line.mark == note.mark && line.text == note.text;
            });
            if (!repeated)
                goal()->footnotes.append({{}, note.mark, note.text, place});
        }
    }

    void addLines(QList<DraftLine> &target, Role role, ListKind kind, Role idRole)
    {
        const CellList list = m_row.list(role, kind);
        const QStringList ids = idsOf(idRole, Kind::Goal);
        const bool withIds = ids.size() == list.items.size();
        for (qsizetype i = 0; i < list.items.size(); ++i)
            target.append(
                {withIds ? ids.at(i) : QString(), list.items.at(i).mark, list.items.at(i).text, m_row.place(role)});
        addFootnotes(list.footnotes, m_row.place(role));
    }

    void addIndicators(QList<DraftIndicator> &target, Kind home)
    {
        for (const ColumnUse &use : m_headings.columns) {
            if (use.role == Role::Indicators && use.home == home)
                addIndicators(target, use);
        }
    }

    /// The indicators of one column, and what the columns of its group say of them.
    void addIndicators(QList<DraftIndicator> &target, const ColumnUse &names)
    {
        const CellList list = m_row.list(names, ListKind::Indicators);
        const QStringList ids = names.group == 0 ? idsOf(Role::IndicatorIds, names.home) : QStringList();
        const DraftPlace place{m_row.rowNumber(), names.column + 1};
        const qsizetype first = target.size();
        for (qsizetype i = 0; i < list.items.size(); ++i) {
            DraftIndicator indicator;
            indicator.id = ids.size() == list.items.size() ? ids.at(i) : QString();
            indicator.mark = list.items.at(i).mark;
            indicator.name = list.items.at(i).text;
            indicator.place = place;
            target.append(indicator);
        }
        addFootnotes(list.footnotes, place);
        for (const ColumnUse &use : m_headings.columns) {
            if (use.home == names.home && use.group == names.group)
                addIndicatorColumn(target, first, use, m_row, m_messages);
        }
    }

    void needGoal()
    {
        if (goal())
            return;
        needPolicy();
        DraftGoal implied;
        implied.implied = true;
        implied.place = {m_row.rowNumber(), 0};
        begin(implied, {QString(), QString(), QString()});
        if (m_row.hasColumn(Role::Statements))
            warn(MessageCode::GoalWithoutStatement, Role::Statements);
    }

    bool initiativeIsBlank() const
    {
        // A department alone makes no initiative.
        return m_row.areBlank(
                   {Role::InitiativeId, Role::InitiativeCode, Role::InitiativeTitle, Role::InitiativeDescription})
            && m_row.isBlank(Role::Indicators, Kind::Initiative);
    }

    void readItem()
    {
        const bool tells = !m_row.isBlank(Role::Indicators, Kind::ReformItem);
        const bool blank = m_row.areBlank({Role::ItemId, Role::ItemCode, Role::ItemTitle, Role::ItemDescription,
            Role::ItemDepartment, Role::ItemDepartments});
        if (blank && !tells)
            return;
        const QString id = m_row.text(Role::ItemId).text.trimmed();
        if (DraftItem *current = item(); current && !current->implied) {
            const bool known = !id.isEmpty() || !current->id.isEmpty();
            const DraftText title = m_row.text(Role::ItemTitle);
            const DraftText code = m_row.text(Role::ItemCode);
            const bool repeated = title.text == current->title.text && codeKey(code.text) == codeKey(current->code.text)
                && !(title.isEmpty() && code.isEmpty()) && (!initiativeIsBlank() || (tells && !tellsAgain()));
            const bool same = known ? id == current->id : repeated;
            if (same || (blank && !known)) {
                // An indicator of its own in every row.
                if (tells && !known && !tellsAgain())
                    addIndicators(current->indicators, Kind::ReformItem);
                m_itemIndicators = tells ? m_row.indicatorText(Kind::ReformItem) : m_itemIndicators;
                return;
            }
        }
        needGoal();
        DraftItem read;
        read.id = id;
        read.code = m_row.code(Role::ItemCode);
        read.title = m_row.text(Role::ItemTitle);
        read.description = m_row.text(Role::ItemDescription);
        read.department = m_row.text(Role::ItemDepartment);
        read.departments = m_row.names(Role::ItemDepartments);
        if (!m_row.hasColumn(Role::ItemDepartment) && initiativeIsBlank()) {
            // The one column of departments speaks of the item where there is no initiative.
            read.department = m_row.text(Role::InitiativeDepartment);
            m_departmentTaken = true;
        }
        read.place = {
            m_row.rowNumber(), m_row.place(m_row.hasColumn(Role::ItemTitle) ? Role::ItemTitle : Role::ItemCode).column};
        checkDouble(read.code, Kind::ReformItem);
        addIndicators(read.indicators, Kind::ReformItem);
        m_itemIndicators = m_row.indicatorText(Kind::ReformItem);
        goal()->items.append(read);
        m_itemOpen = true;
    }

    /// The row only repeats the item's indicators of the row above.
    bool tellsAgain() const { return m_row.indicatorText(Kind::ReformItem) == m_itemIndicators; }

    /// An indicator below those of the initiative above it.
    bool continuesInitiative()
    {
        const bool blank = m_row.areBlank({Role::InitiativeId, Role::InitiativeCode, Role::InitiativeTitle,
            Role::InitiativeDescription, Role::InitiativeDepartment, Role::InitiativeDepartments, Role::ItemId,
            Role::ItemCode, Role::ItemTitle, Role::ItemDescription});
        if (!blank || !item() || item()->initiatives.isEmpty() || !item()->initiatives.constLast().id.isEmpty())
            return false;
        addIndicators(item()->initiatives.last().indicators, Kind::Initiative);
        return true;
    }

    void readInitiative()
    {
        if (initiativeIsBlank()) {
            for (const Role role : {Role::InitiativeDepartment, Role::InitiativeDepartments}) {
                const bool taken = role == Role::InitiativeDepartment && m_departmentTaken;
                if (!taken && !m_row.isBlank(role))
                    warn(MessageCode::ParentMissing, role, {m_headings.find(role)->heading});
            }
            return;
        }
        if (continuesInitiative())
            return;
        needGoal();
        if (!item()) {
            DraftItem implied;
            implied.implied = true;
            implied.place = {m_row.rowNumber(), 0};
            goal()->items.append(implied);
            m_itemOpen = true;
            if (m_hasItems)
                warn(MessageCode::ItemWithoutTitle, Role::ItemTitle);
        }
        DraftInitiative read;
        read.id = m_row.text(Role::InitiativeId).text.trimmed();
        read.code = m_row.code(Role::InitiativeCode);
        read.title = m_row.text(Role::InitiativeTitle);
        read.description = m_row.text(Role::InitiativeDescription);
        read.department = m_row.text(Role::InitiativeDepartment);
        read.departments = m_row.names(Role::InitiativeDepartments);
        read.place = {m_row.rowNumber(),
            m_row.place(m_row.hasColumn(Role::InitiativeTitle) ? Role::InitiativeTitle : Role::InitiativeCode).column};
        checkDouble(read.code, Kind::Initiative);
        addIndicators(read.indicators, Kind::Initiative);
        item()->initiatives.append(read);
    }

    const Grid &m_grid;
    const Headings &m_headings;
    MessageList &m_messages;
    RowReader m_row;
    TableDraft m_draft;
    QHash<Kind, QHash<QString, int>> m_codes;
    qsizetype m_policy = -1;              ///< the one that takes what comes; -1: none
    qsizetype m_goal = -1;                ///< within it
    QHash<QString, qsizetype> m_policies; ///< by number and title; those without an id
    QHash<std::pair<qsizetype, QString>, std::pair<qsizetype, QStringList>> m_goals; ///< by policy and statement
    QStringList m_goalTexts;
    QString m_itemIndicators;  ///< what the last row said of its item's indicators
    bool m_addList[3] = {};    ///< which lists of the row go to the goal: statements, indicators, issues
    bool m_continuing = false; ///< the row belongs to the goal above
    bool m_toldNoStatements = false;
    bool m_itemOpen = false;
    bool m_hasItems;
    bool m_departmentTaken = false; ///< the row's department went to its item
    bool m_hasPolicies;
};

} // namespace

TableDraft interpret(const Grid &grid, const Headings &headings, MessageList &messages)
{
    return Interpreter(grid, headings, messages).run();
}

} // namespace mezasu::exchange
