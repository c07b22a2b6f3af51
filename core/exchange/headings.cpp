// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/headings.h"
#include "core/exchange/cellcontent.h"
#include "core/exchange/codekey.h"
#include <QMap>
#include <QSet>
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsSearched = 20;
constexpr int kRowsSampled = 200;

QString headingText(const Cell &cell)
{
    return parseCell(cell.text, cell.flags.testFlag(CellFlag::Html)).text().trimmed();
}

/// The level that a role's word stands for: 0 policy, 1 reform item, 2 initiative.
Role levelRole(int slot, const QString &aspect)
{
    static const QHash<QString, QList<Role>> roles = {
        {u"id"_s, {Role::PolicyId, Role::ItemId, Role::InitiativeId}},
        {u"code"_s, {Role::PolicyNumber, Role::ItemCode, Role::InitiativeCode}},
        {u"title"_s, {Role::PolicyTitle, Role::ItemTitle, Role::InitiativeTitle}},
        {u"description"_s, {Role::PolicyDescription, Role::ItemDescription, Role::InitiativeDescription}},
        {u"department"_s, {Role::Unknown, Role::ItemDepartment, Role::InitiativeDepartment}},
        {u"departments"_s, {Role::Unknown, Role::ItemDepartments, Role::InitiativeDepartments}},
    };
    const QList<Role> list = roles.value(aspect);
    return list.value(slot, Role::Unknown);
}

Role fieldRole(const QString &name)
{
    static const QHash<QString, Role> roles = {
        {u"statements"_s, Role::Statements},
        {u"indicators"_s, Role::Indicators},
        {u"issues"_s, Role::Issues},
        {u"footnotes"_s, Role::Footnotes},
        {u"unit"_s, Role::IndicatorUnit},
        {u"definition"_s, Role::IndicatorDefinition},
        {u"source"_s, Role::IndicatorSource},
        {u"ids_statements"_s, Role::StatementIds},
        {u"ids_indicators"_s, Role::IndicatorIds},
        {u"ids_issues"_s, Role::IssueIds},
        {u"ids_footnotes"_s, Role::FootnoteIds},
        {u"id_goal"_s, Role::GoalId},
    };
    return roles.value(name, Role::Unknown);
}

/// Works out one candidate for the heading row.
class Resolver
{
public:
    Resolver(const Grid &grid, qsizetype firstRow, qsizetype dataRow, const QMap<int, QString> &texts,
        const HeadingWords &words)
        : m_grid(grid)
        , m_texts(texts)
    {
        m_result.firstRow = firstRow;
        m_result.dataRow = dataRow;
        for (auto it = texts.cbegin(); it != texts.cend(); ++it)
            m_words.insert(it.key(), words.read(it.value()));
    }

    Headings resolve(const ColumnMapping &mapping)
    {
        keepNamedLevels();
        assignSlots();
        for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
            const HeadingWord &word = m_words[it.key()];
            ColumnUse &use = m_uses[it.key()];
            use.column = it.key();
            use.heading = it.value();
            use.state = word.state;
            use.year = word.year;
            if (word.kind == HeadingWord::Kind::Level && !word.name.isEmpty()) {
                use.role = levelRole(slotOf(word), word.name);
            } else if (word.kind == HeadingWord::Kind::Field) {
                use.role = fieldRole(word.name);
                if (use.role == Role::Indicators)
                    use.home = homeOf(word);
            } else if (word.kind == HeadingWord::Kind::Value) {
                use.role = Role::IndicatorValue;
                use.valueRole = word.name;
            }
        }
        resolveLevelsAlone();
        resolveAspectsAlone();
        resolveIndicatorHomes();
        // What the caller says goes before what was read.
        for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it) {
            ColumnUse use = it.value();
            use.column = it.key();
            if (use.heading.isEmpty())
                use.heading = m_texts.value(it.key());
            m_uses.insert(it.key(), use);
            m_mapped.insert(it.key());
        }
        leaveOutDoubles();
        for (const ColumnUse &use : std::as_const(m_uses)) {
            m_result.columns.append(use);
            if (use.role != Role::Unknown && use.role != Role::LeaveOut)
                ++m_result.known;
        }
        return m_result;
    }

private:
    int slotOf(const HeadingWord &word) const { return m_slots.value(word.rank, -1); }

    Kind homeOf(const HeadingWord &word) const
    {
        if (word.levelWord.isEmpty())
            return Kind::Goal;
        // A level's own indicators; a policy has none, its goals have.
        const int slot = m_slots.value(word.rank, -1);
        return slot == 1 ? Kind::ReformItem : slot == 2 ? Kind::Initiative : Kind::Goal;
    }

    /// A level of which the table has neither a title nor a code ("施策の目的" beside 基本施策) is no level of its own:
    /// the column tells something about its neighbour.
    void keepNamedLevels()
    {
        QSet<int> named;
        for (const HeadingWord &word : std::as_const(m_words)) {
            if (word.kind == HeadingWord::Kind::Level
                && (word.name.isEmpty() || word.name == u"title" || word.name == u"code"))
                named.insert(word.rank);
        }
        for (HeadingWord &word : m_words) {
            if (word.kind == HeadingWord::Kind::Level && !named.contains(word.rank))
                word.kind = HeadingWord::Kind::Aspect;
        }
    }

    /// Gives each rank that occurs its place in the plan: by nature where there is one of each, else in order.
    void assignSlots()
    {
        QSet<int> ranks;
        for (const HeadingWord &word : std::as_const(m_words)) {
            if (word.kind == HeadingWord::Kind::Level)
                ranks.insert(word.rank);
        }
        QList<int> sorted(ranks.cbegin(), ranks.cend());
        std::sort(sorted.begin(), sorted.end());
        while (sorted.size() > 3)
            sorted.removeFirst(); // more levels than a plan has: the topmost stay unknown
        QList<int> places;
        for (const int rank : std::as_const(sorted)) {
            const int natural = rank <= 20 ? 0 : rank <= 40 ? 1 : 2;
            places.append(places.isEmpty() ? natural : std::max(natural, places.constLast() + 1));
        }
        for (qsizetype i = places.size() - 1, limit = 2; i >= 0; --i, --limit) {
            places[i] = std::min(places.at(i), int(limit));
            limit = places.at(i);
        }
        static const Kind kinds[] = {Kind::Policy, Kind::ReformItem, Kind::Initiative};
        for (qsizetype i = 0; i < sorted.size(); ++i) {
            m_slots.insert(sorted.at(i), places.at(i));
            for (const HeadingWord &word : std::as_const(m_words)) {
                const Kind kind = kinds[places.at(i)];
                if (word.kind == HeadingWord::Kind::Level && word.rank == sorted.at(i)
                    && !m_result.levelNames.contains(kind))
                    m_result.levelNames.insert(kind, word.levelWord);
            }
        }
    }

    bool taken(Role role) const
    {
        return std::any_of(m_uses.cbegin(), m_uses.cend(), [role](const ColumnUse &use) { return use.role == role; });
    }

    /// Whether the cells below are codes, or days that once were.
    bool holdsCodes(int column) const
    {
        int codes = 0;
        int others = 0;
        const qsizetype end = std::min(m_grid.rows.size(), m_result.dataRow + kRowsSampled);
        for (qsizetype i = m_result.dataRow; i < end; ++i) {
            const Cell &cell = m_grid.rows.at(i).at(column);
            if (cell.isBlank())
                continue;
            const QString text = headingText(cell);
            ++(looksLikeCode(text) || codeFromDate(text) ? codes : others);
        }
        return codes > others;
    }

    void resolveLevelsAlone()
    {
        for (auto it = m_words.cbegin(); it != m_words.cend(); ++it) {
            if (it->kind != HeadingWord::Kind::Level || !it->name.isEmpty() || slotOf(*it) < 0)
                continue;
            const Role code = levelRole(slotOf(*it), u"code"_s);
            const Role title = levelRole(slotOf(*it), u"title"_s);
            ColumnUse &use = m_uses[it.key()];
            if (!taken(code) && holdsCodes(it.key()))
                use.role = code;
            else if (!taken(title))
                use.role = title;
        }
    }

    /// The level beside a column, at most one step further than columns that belong to no level.
    int neighbour(int column, bool toTheRight, Role wanted[3]) const
    {
        const QList<int> columns = m_texts.keys();
        for (qsizetype i = columns.indexOf(column) + (toTheRight ? 1 : -1); i >= 0 && i < columns.size();
             i += toTheRight ? 1 : -1) {
            const HeadingWord &word = *m_words.constFind(columns.at(i));
            const int slot = word.kind == HeadingWord::Kind::Level ? slotOf(word) : -1;
            if (slot >= 0 && wanted[slot] != Role::Unknown && !taken(wanted[slot]))
                return slot;
        }
        return -1;
    }

    void resolveAspectsAlone()
    {
        for (auto it = m_words.cbegin(); it != m_words.cend(); ++it) {
            if (it->kind != HeadingWord::Kind::Aspect || it->name == u"id")
                continue;
            Role wanted[3];
            for (int slot = 0; slot < 3; ++slot)
                wanted[slot] = levelRole(slot, it->name);
            const bool codeFirst = it->name == u"code"; // a number stands before what it numbers
            int slot = neighbour(it.key(), codeFirst, wanted);
            if (slot < 0)
                slot = neighbour(it.key(), !codeFirst, wanted);
            if (slot < 0 && it->name.startsWith(u"department"))
                slot = 1;
            if (slot >= 0 && !taken(wanted[slot]))
                m_uses[it.key()].role = wanted[slot];
        }
    }

    /// Units and values belong to the indicators left of them.
    void resolveIndicatorHomes()
    {
        Kind home = Kind::Goal;
        for (ColumnUse &use : m_uses) {
            if (use.role == Role::Indicators)
                home = use.home;
            else if (use.role == Role::IndicatorUnit || use.role == Role::IndicatorDefinition
                || use.role == Role::IndicatorSource || use.role == Role::IndicatorValue
                || use.role == Role::IndicatorIds)
                use.home = home;
        }
    }

    static bool same(const ColumnUse &a, const ColumnUse &b)
    {
        return a.role == b.role && a.home == b.home
            && (a.role != Role::IndicatorValue || (a.year == b.year && a.valueRole == b.valueRole));
    }

    void leaveOutDoubles()
    {
        for (auto it = m_uses.begin(); it != m_uses.end(); ++it) {
            if (it->role == Role::Unknown || it->role == Role::LeaveOut)
                continue;
            for (auto other = m_uses.begin(); other != m_uses.end(); ++other) {
                if (other == it || !same(*it, *other))
                    continue;
                // The caller's columns win, then the first one.
                const bool loses =
                    m_mapped.contains(it.key()) || (!m_mapped.contains(other.key()) && it.key() < other.key());
                if (loses)
                    other->role = Role::Unknown;
            }
        }
    }

    const Grid &m_grid;
    QMap<int, QString> m_texts;
    QMap<int, HeadingWord> m_words;
    QMap<int, ColumnUse> m_uses;
    QSet<int> m_mapped;
    QHash<int, int> m_slots;
    Headings m_result;
};

QMap<int, QString> textsOf(const GridRow &row)
{
    QMap<int, QString> texts;
    for (int column = 0; column < row.cells.size(); ++column) {
        const QString text = headingText(row.at(column));
        if (!text.isEmpty())
            texts.insert(column, text);
    }
    return texts;
}

/// Two heading rows as one: a merged cell above goes before each heading below it.
std::optional<QMap<int, QString>> joined(const GridRow &upper, const GridRow &lower, const HeadingWords &words)
{
    QMap<int, QString> texts;
    bool spans = false;
    QString above;
    int reach = 0;
    const int columns = int(std::max(upper.cells.size(), lower.cells.size()));
    for (int column = 0; column < columns; ++column) {
        const Cell &cell = upper.at(column);
        if (!cell.isBlank()) {
            above = headingText(cell);
            reach = column + cell.columnSpan;
            spans = spans || cell.columnSpan > 1;
        } else if (column >= reach) {
            above.clear();
        }
        const QString below = headingText(lower.at(column));
        if (below.isEmpty()) {
            if (!cell.isBlank())
                texts.insert(column, above);
        } else if (above.isEmpty()) {
            texts.insert(column, below);
        } else {
            // "基本方針 / 名称" is one heading; "指標 / 現状値" is known by its lower half.
            const bool whole = words.read(above + below).kind != HeadingWord::Kind::Unknown;
            texts.insert(column, whole ? QString(above + u'\n' + below) : below);
        }
    }
    if (!spans)
        return std::nullopt;
    return texts;
}

bool isUsable(const Headings &headings)
{
    static const Role cores[] = {Role::PolicyTitle, Role::Statements, Role::ItemTitle, Role::InitiativeTitle};
    const bool core = std::any_of(std::begin(cores), std::end(cores), [&](Role role) { return headings.has(role); });
    return core && headings.known >= 2;
}

} // namespace

const ColumnUse *Headings::find(Role role) const
{
    for (const ColumnUse &use : columns) {
        if (use.role == role)
            return &use;
    }
    return nullptr;
}

std::optional<Headings> findHeadings(const Grid &grid, const ColumnMapping &mapping, const HeadingWords &words)
{
    std::optional<Headings> best;
    const auto consider = [&](qsizetype first, qsizetype data, const QMap<int, QString> &texts) {
        if (texts.isEmpty() || texts.size() > 500)
            return;
        const Headings found = Resolver(grid, first, data, texts, words).resolve(mapping);
        if ((isUsable(found) || mapping.headingRow) && (!best || found.known > best->known))
            best = found;
    };
    const qsizetype end = std::min<qsizetype>(grid.rows.size(), kRowsSearched);
    for (qsizetype i = 0; i < (mapping.headingRow ? grid.rows.size() : end); ++i) {
        const GridRow &row = grid.rows.at(i);
        if (mapping.headingRow && row.number != *mapping.headingRow)
            continue;
        consider(i, i + 1, textsOf(row));
        if (i + 1 < grid.rows.size()) {
            if (const auto texts = joined(row, grid.rows.at(i + 1), words))
                consider(i, i + 2, *texts);
        }
    }
    if (best && !isUsable(*best))
        return std::nullopt;
    return best;
}

void reportColumns(const Grid &grid, const Headings &headings, MessageList &messages)
{
    const int row = grid.rows.at(headings.firstRow).number;
    for (const ColumnUse &use : headings.columns) {
        if (use.role == Role::LeaveOut)
            messages.add(MessageCode::ColumnLeftOut, Severity::Info, row, use.column + 1, {use.heading});
        if (use.role != Role::Unknown)
            continue;
        const HeadingWord word = HeadingWords::builtIn().read(use.heading);
        const QStringList names = headings.levelNames.values();
        MessageCode code = word.kind == HeadingWord::Kind::Unknown || word.kind == HeadingWord::Kind::Aspect
            ? MessageCode::UnknownColumn
            : MessageCode::DuplicateColumn;
        if (word.kind == HeadingWord::Kind::Level && names.size() == 3 && !names.contains(word.levelWord))
            code = MessageCode::LevelLeftOut;
        messages.add(code, Severity::Warning, row, use.column + 1, {use.heading});
    }
}

} // namespace mezasu::exchange
