// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/columnresolver.h"
#include "core/exchange/cellcontent.h"
#include "core/exchange/codekey.h"
#include <algorithm>
#include <iterator>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsSampled = 200;

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

bool isGoalColumn(Role role)
{
    return role == Role::Statements || role == Role::Indicators || role == Role::Issues;
}

bool isIndicatorColumn(Role role)
{
    return role == Role::IndicatorUnit || role == Role::IndicatorDefinition || role == Role::IndicatorSource
        || role == Role::IndicatorValue || role == Role::IndicatorIds;
}

/// Whether two columns say the same thing, so that only one of them can be taken.
bool isDouble(const ColumnUse &a, const ColumnUse &b)
{
    if (a.role != b.role || a.home != b.home || a.group != b.group)
        return false;
    if (a.role == Role::IndicatorValue)
        return a.year == b.year && a.valueRole == b.valueRole;
    return !isListRole(a.role) || a.heading == b.heading;
}

} // namespace

QString headingText(const Cell &cell)
{
    return parseCell(cell.text, cell.flags.testFlag(CellFlag::Html)).text().trimmed();
}

ColumnResolver::ColumnResolver(
    const Grid &grid, qsizetype firstRow, qsizetype dataRow, const QMap<int, QString> &texts, const HeadingWords &words)
    : m_grid(grid)
    , m_texts(texts)
{
    m_result.firstRow = firstRow;
    m_result.dataRow = dataRow;
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        m_words.insert(it.key(), words.read(it.value()));
}

Headings ColumnResolver::resolve(const ColumnMapping &mapping)
{
    findLevels();
    dropSurplusLevels();
    assignSlots();
    useKnownLevels(mapping.levelNames);
    nameLevels();
    for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it)
        use(it.key(), m_words[it.key()]);
    resolveLevelsAlone();
    resolveVagueValues();
    resolveAspectsAlone();
    resolveIndicatorHomes();
    // What the caller says goes before what was read.
    for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it) {
        ColumnUse byHand = it.value();
        byHand.column = it.key();
        if (byHand.heading.isEmpty())
            byHand.heading = m_texts.value(it.key());
        m_uses.insert(it.key(), byHand);
        m_mapped.insert(it.key());
    }
    leaveOutDoubles();
    for (const ColumnUse &column : std::as_const(m_uses)) {
        m_result.columns.append(column);
        if (column.role != Role::Unknown && column.role != Role::LeaveOut)
            ++m_result.known;
    }
    return m_result;
}

void ColumnResolver::use(int column, const HeadingWord &word)
{
    ColumnUse &use = m_uses[column];
    use.column = column;
    use.heading = m_texts.value(column);
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

// -- levels

const ColumnResolver::Level *ColumnResolver::levelOf(const HeadingWord &word) const
{
    const Level *sameRank = nullptr;
    for (const Level &level : m_levels) {
        if (level.word == word.levelWord)
            return &level;
        if (level.rank == word.rank && !sameRank)
            sameRank = &level;
    }
    return sameRank;
}

const ColumnResolver::Level *ColumnResolver::levelAt(int slot) const
{
    const auto it =
        std::find_if(m_levels.cbegin(), m_levels.cend(), [slot](const Level &level) { return level.slot == slot; });
    return it == m_levels.cend() ? nullptr : &*it;
}

int ColumnResolver::slotOf(const HeadingWord &word) const
{
    const Level *level = levelOf(word);
    return level ? level->slot : -1;
}

Kind ColumnResolver::homeOf(const HeadingWord &word) const
{
    if (word.levelWord.isEmpty())
        return Kind::Goal;
    // A level's own indicators; a policy has none, its goals have.
    const int slot = slotOf(word);
    return slot == 1 ? Kind::ReformItem : slot == 2 ? Kind::Initiative : Kind::Goal;
}

void ColumnResolver::findLevels()
{
    for (auto it = m_words.cbegin(); it != m_words.cend(); ++it) {
        if (it->kind != HeadingWord::Kind::Level)
            continue;
        const auto known = std::find_if(
            m_levels.begin(), m_levels.end(), [&](const Level &level) { return level.word == it->levelWord; });
        Level &level = known != m_levels.end() ? *known : m_levels.emplaceBack();
        if (level.word.isEmpty()) {
            level.rank = it->rank;
            level.word = it->levelWord;
            level.column = it.key();
        }
        level.titled = level.titled || it->name.isEmpty() || it->name == u"title";
        level.named = level.named || level.titled || it->name == u"code";
    }
    // Words of a rank are one level as long as only one of them has a title ("取組番号" and "具体的な取組").
    for (qsizetype i = m_levels.size() - 1; i >= 0; --i) {
        if (m_levels.at(i).titled)
            continue;
        const auto takes = [this, i](bool titled) {
            return std::find_if(m_levels.begin(), m_levels.end(),
                [&](const Level &level) { return level.rank == m_levels.at(i).rank && level.titled == titled; });
        };
        auto host = takes(true);
        if (host == m_levels.end())
            host = takes(false);
        if (host - m_levels.begin() == i)
            continue;
        host->named = host->named || m_levels.at(i).named;
        m_levels.removeAt(i);
    }
    // A level of which the table has neither a title nor a code ("施策の目的" beside 基本施策) is no level of its own:
    // the column tells something about its neighbour.
    // Where no level has one ("番号" beside "改革項目の説明"), the rows are those of a plan that exists.
    if (std::none_of(m_levels.cbegin(), m_levels.cend(), [](const Level &level) { return level.named; })) {
        for (Level &level : m_levels)
            level.named = true;
    }
    for (HeadingWord &word : m_words) {
        if (word.kind == HeadingWord::Kind::Level && !levelOf(word)->named)
            word.kind = HeadingWord::Kind::Aspect;
    }
    m_levels.removeIf([](const Level &level) { return !level.named; });
    std::stable_sort(m_levels.begin(), m_levels.end(),
        [](const Level &a, const Level &b) { return a.rank != b.rank ? a.rank < b.rank : a.column < b.column; });
}

/// A plan has three levels: of several of one rank the first stays, then the lower ones stay.
void ColumnResolver::dropSurplusLevels()
{
    while (m_levels.size() > 3) {
        const auto twice = std::adjacent_find(
            m_levels.begin(), m_levels.end(), [](const Level &a, const Level &b) { return a.rank == b.rank; });
        m_levels.erase(twice == m_levels.end() ? m_levels.begin() : std::next(twice));
    }
}

/// Gives each level its place in the plan. None is skipped: initiatives without items would stand below nothing.
void ColumnResolver::assignSlots()
{
    constexpr int kPolicies = 20;
    int slot = 0;
    if (m_levels.size() == 1 && m_levels.constFirst().rank > kPolicies)
        slot = 1;
    if (m_levels.size() == 2 && m_levels.constFirst().rank > kPolicies) {
        // A goal stands below a policy: where its column comes between two levels, the upper one is that policy.
        const bool goalBetween = std::any_of(m_words.keyValueBegin(), m_words.keyValueEnd(), [this](const auto &entry) {
            return entry.second.kind == HeadingWord::Kind::Field && isGoalColumn(fieldRole(entry.second.name))
                && entry.second.levelWord.isEmpty() && entry.first > m_levels.constFirst().column
                && entry.first < m_levels.constLast().column;
        });
        slot = goalBetween ? 0 : 1;
    }
    for (Level &level : m_levels)
        level.slot = slot++;
}

/// A partial table may leave out a level that the plan has; its words tell which ones it shows.
void ColumnResolver::useKnownLevels(const QHash<Kind, QString> &names)
{
    static const Kind kinds[] = {Kind::Policy, Kind::ReformItem, Kind::Initiative};
    QList<Level> levels = m_levels;
    int least = 0;
    for (Level &level : levels) {
        for (int slot = 0; slot < 3; ++slot) {
            if (const QString name = names.value(kinds[slot]);
                !name.isEmpty() && HeadingWords::builtIn().read(name).levelWord == level.word)
                level.slot = slot;
        }
        if (level.slot < least || level.slot > 2)
            return; // at odds with the order of the columns
        least = level.slot + 1;
    }
    m_levels = levels;
}

void ColumnResolver::nameLevels()
{
    static const Kind kinds[] = {Kind::Policy, Kind::ReformItem, Kind::Initiative};
    for (const Level &level : std::as_const(m_levels))
        m_result.levelNames.insert(kinds[level.slot], level.word);
}

// -- what the cells below say

bool ColumnResolver::taken(Role role) const
{
    return std::any_of(m_uses.cbegin(), m_uses.cend(), [role](const ColumnUse &use) { return use.role == role; });
}

/// Whether the cells below are codes, or days that once were.
bool ColumnResolver::holdsCodes(int column) const
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

/// Whether the cells below have figures, at least as many as texts without one.
bool ColumnResolver::holdsNumbers(int column) const
{
    int numbers = 0;
    int others = 0;
    const qsizetype end = std::min(m_grid.rows.size(), m_result.dataRow + kRowsSampled);
    for (qsizetype i = m_result.dataRow; i < end; ++i) {
        const Cell &cell = m_grid.rows.at(i).at(column);
        if (cell.isBlank())
            continue;
        const QString text = headingText(cell);
        const bool number =
            text.size() <= 20 && std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
        const bool dash = text.size() == 1 && !text.at(0).isLetter();
        ++(number || dash ? numbers : others);
    }
    return numbers >= others;
}

void ColumnResolver::resolveLevelsAlone()
{
    for (auto it = m_words.cbegin(); it != m_words.cend(); ++it) {
        if (it->kind != HeadingWord::Kind::Level || !it->name.isEmpty() || slotOf(*it) < 0)
            continue;
        // Another word of the same rank that had to give way is not this level.
        if (levelOf(*it)->titled && levelOf(*it)->word != it->levelWord)
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

/// "目標" heads numbers in one table and sentences in the next.
void ColumnResolver::resolveVagueValues()
{
    for (auto it = m_words.cbegin(); it != m_words.cend(); ++it) {
        if (it->kind != HeadingWord::Kind::Value || !it->vague || holdsNumbers(it.key()))
            continue;
        ColumnUse &use = m_uses[it.key()];
        use.valueRole.clear();
        use.role = taken(Role::Statements) ? Role::Unknown : Role::Statements;
    }
}

// -- aspects alone

/// The level beside a column, beyond columns that belong to no level.
int ColumnResolver::neighbour(int column, bool toTheRight, const Role wanted[3], Across across) const
{
    const QList<int> columns = m_texts.keys();
    for (qsizetype i = columns.indexOf(column) + (toTheRight ? 1 : -1); i >= 0 && i < columns.size();
         i += toTheRight ? 1 : -1) {
        const HeadingWord &word = *m_words.constFind(columns.at(i));
        if (across == Across::Nothing && isGoalColumn(m_uses.value(columns.at(i)).role))
            return -1;
        const int slot = word.kind == HeadingWord::Kind::Level ? slotOf(word) : -1;
        if (slot >= 0 && wanted[slot] != Role::Unknown && !taken(wanted[slot]))
            return slot;
    }
    return -1;
}

/// In how many rows a number begins where no element of the level does, or the other way round.
int ColumnResolver::misfits(int codeColumn, int slot) const
{
    const Role title = levelRole(slot, u"title"_s);
    const auto use = std::find_if(
        m_uses.cbegin(), m_uses.cend(), [title](const ColumnUse &candidate) { return candidate.role == title; });
    if (use == m_uses.cend())
        return 0;
    QString above[2];
    int misfits = 0;
    const qsizetype end = std::min(m_grid.rows.size(), m_result.dataRow + kRowsSampled);
    for (qsizetype i = m_result.dataRow; i < end; ++i) {
        bool begins[2];
        const int columns[2] = {codeColumn, use->column};
        for (int k = 0; k < 2; ++k) {
            const Cell &cell = m_grid.rows.at(i).at(columns[k]);
            begins[k] = !cell.isBlank() && cell.text != above[k];
            if (begins[k])
                above[k] = cell.text;
        }
        misfits += begins[0] != begins[1] ? 1 : 0;
    }
    return misfits;
}

/// The level that a column of numbers counts: the one to the right, unless the rows say that it is another.
int ColumnResolver::codeSlot(int column, const Role wanted[3]) const
{
    const int right = neighbour(column, true, wanted, Across::Nothing);
    const int left = neighbour(column, false, wanted, Across::Nothing);
    if (right < 0 && left < 0)
        return -1;
    int best = right >= 0 ? right : left;
    int least = misfits(column, best);
    for (int slot = 0; slot < 3 && least > 0; ++slot) {
        if (wanted[slot] == Role::Unknown || taken(wanted[slot]) || !levelAt(slot))
            continue;
        if (const int faults = misfits(column, slot); faults < least) {
            best = slot;
            least = faults;
        }
    }
    const auto rows = std::min<qsizetype>(m_grid.rows.size() - m_result.dataRow, kRowsSampled);
    return least * 4 > rows ? -1 : best;
}

/// Where the table has no word for its items: the column from which bare aspects ("番号", "名称") right of the goal
/// are theirs. \return a column beyond all where there is none
int ColumnResolver::itemAspectsFrom() const
{
    constexpr int kNowhere = 1 << 20;
    if (levelAt(1))
        return kNowhere;
    int goal = kNowhere;
    for (auto it = m_words.cbegin(); it != m_words.cend(); ++it) {
        if (isGoalColumn(m_uses.value(it.key()).role))
            goal = std::min(goal, it.key());
        else if (it->kind == HeadingWord::Kind::Aspect && it->name == u"title" && it.key() > goal)
            return goal;
    }
    return kNowhere;
}

/// A number right before its level's column, row by row: it goes before numbers that stand further away.
void ColumnResolver::resolveCodesBeside()
{
    for (auto it = m_words.cbegin(); it != m_words.cend() && std::next(it) != m_words.cend(); ++it) {
        const HeadingWord &next = *std::next(it);
        if (it->kind != HeadingWord::Kind::Aspect || it->name != u"code" || next.kind != HeadingWord::Kind::Level)
            continue;
        const int slot = slotOf(next);
        const Role code = levelRole(slot, u"code"_s);
        if (slot >= 0 && !taken(code) && misfits(it.key(), slot) == 0)
            m_uses[it.key()].role = code;
    }
}

void ColumnResolver::resolveAspectsAlone()
{
    resolveCodesBeside();
    const int itemsFrom = itemAspectsFrom();
    for (auto it = m_words.cbegin(); it != m_words.cend(); ++it) {
        const bool done = m_uses.value(it.key()).role != Role::Unknown;
        if (it->kind != HeadingWord::Kind::Aspect || it->name == u"id" || done)
            continue;
        Role wanted[3];
        for (int slot = 0; slot < 3; ++slot)
            wanted[slot] = levelRole(slot, it->name);
        int slot = -1;
        if (it.key() > itemsFrom) {
            slot = 1;
        } else if (it->name == u"code") {
            slot = codeSlot(it.key(), wanted);
        } else {
            for (const Across across : {Across::Nothing, Across::GoalColumns}) {
                for (const bool toTheRight : {false, true}) {
                    if (slot < 0)
                        slot = neighbour(it.key(), toTheRight, wanted, across);
                }
            }
        }
        if (slot < 0 && it->name.startsWith(u"department"))
            slot = 1;
        if (slot >= 0 && !taken(wanted[slot]))
            m_uses[it.key()].role = wanted[slot];
    }
}

// -- indicators

/// Units and values belong to the indicators left of them. Indicators belong to the goal, unless the table has none or
/// they are a second group that stands behind a lower level.
void ColumnResolver::resolveIndicatorHomes()
{
    const bool hasGoals = taken(Role::Statements) || taken(Role::Issues);
    QHash<Kind, int> groups;
    Kind home = Kind::Goal;
    Kind level = Kind::Goal; // the lowest level since the last indicators
    int group = 0;
    bool first = true;
    for (auto it = m_uses.begin(); it != m_uses.end(); ++it) {
        const HeadingWord &word = m_words[it.key()];
        if (it->role == Role::Indicators) {
            if (word.levelWord.isEmpty() && level != Kind::Goal && (!hasGoals || !first))
                it->home = level;
            home = it->home;
            group = it->group = groups[home]++;
            first = false;
            if (hasGoals)
                level = Kind::Goal;
        } else if (isIndicatorColumn(it->role)) {
            it->home = home;
            it->group = group;
        } else if (word.kind == HeadingWord::Kind::Level && slotOf(word) > 0) {
            level = slotOf(word) == 1 ? Kind::ReformItem : Kind::Initiative;
        }
    }
    // What stands left of all indicators belongs to the first ones.
    for (auto it = m_uses.begin(); it != m_uses.end() && it->role != Role::Indicators; ++it) {
        const auto named =
            std::find_if(it, m_uses.end(), [](const ColumnUse &use) { return use.role == Role::Indicators; });
        if (isIndicatorColumn(it->role) && named != m_uses.end())
            it->home = named->home;
    }
}

void ColumnResolver::leaveOutDoubles()
{
    for (auto it = m_uses.begin(); it != m_uses.end(); ++it) {
        if (it->role == Role::Unknown || it->role == Role::LeaveOut)
            continue;
        for (auto other = m_uses.begin(); other != m_uses.end(); ++other) {
            const bool byHand = m_mapped.contains(it.key()) && !m_mapped.contains(other.key())
                && it->role == other->role && it->home == other->home && it->role != Role::IndicatorValue;
            if (other == it || !(isDouble(*it, *other) || byHand))
                continue;
            // The caller's columns win, then the first one.
            const bool loses =
                m_mapped.contains(it.key()) || (!m_mapped.contains(other.key()) && it.key() < other.key());
            if (loses)
                other->role = Role::Unknown;
        }
    }
}

} // namespace mezasu::exchange
