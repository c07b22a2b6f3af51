// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tablereport.h"

#include "core/report/branches.h"
#include "core/report/planwords.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr qsizetype kBookmarkLength = 60;

/// A column of the table: which field it shows, and how.
struct Column
{
    Kind kind;
    QStringView field; ///< also names a heading that was read, "goal.statements", and the state
    QStringView word;  ///< follows the level's name; the whole heading where the level is not named
    bool namesLevel;
    double minimumMm;
    double maximumMm;
    Alignment alignment;
};

constexpr Column kColumns[] = {
    {Kind::Policy, u"title", u"", true, 30, 60, Alignment::Left},
    {Kind::Policy, u"description", u"の説明", true, 36, 110, Alignment::Left},
    {Kind::Goal, u"statements", u"", true, 30, 110, Alignment::Left},
    {Kind::Goal, u"indicators", u"指標", false, 30, 110, Alignment::Left},
    {Kind::Goal, u"issues", u"現状と課題", false, 40, 180, Alignment::Left},
    {Kind::ReformItem, u"code", u"", true, 14, 30, Alignment::Center},
    {Kind::ReformItem, u"title", u"名称", true, 28, 80, Alignment::Left},
    {Kind::ReformItem, u"description", u"の説明", true, 40, 130, Alignment::Left},
};

QString columnName(const Column &column)
{
    return QString(kindName(column.kind) + u'.' + column.field);
}

QString headingState(const Plan &plan, const Column &column)
{
    return plan.text(plan.root(), field::state(column.kind, column.field));
}

QString headingOf(const Plan &plan, const Column &column)
{
    const QString read = plan.text(plan.root(), field::heading(columnName(column)));
    if (!read.isEmpty())
        return read;
    const QString level = column.namesLevel ? levelWord(plan, column.kind) : QString();
    const QString state = stateWord(headingState(plan, column));
    return level + column.word + (state.isEmpty() ? QString() : QString(u"（"_s + state + u"）"_s));
}

/// The rows of the table, and what stands around it. Of the plan it keeps only in which row everything begins.
class TableReport : public RowSource, public std::enable_shared_from_this<TableReport>
{
public:
    TableReport(const Plan &plan, const PaperOptions &options)
        : m_plan(plan)
        , m_options(options)
    {
        // One that nothing is called by any more was chosen for an older state of the plan.
        for (const QString &name : options.branches) {
            if (const auto one = Branches::of(plan, {name}))
                m_chosen += name;
        }
        if (auto found = Branches::of(plan, m_chosen))
            m_branches = std::move(found).value();
        for (std::size_t c = 0; c < std::size(kColumns); ++c)
            m_isShown[c] = options.columns.isEmpty() || options.columns.contains(columnName(kColumns[c]));
        findRows();
    }

    Document document() const;

    std::size_t count() const override { return m_rowItems.size(); }
    TableRow row(std::size_t index) const override;
    std::vector<std::size_t> columns(std::size_t index) const override;

private:
    /// A goal, or a policy without any, with the rows that it takes.
    struct Part
    {
        ElementId policy;
        ElementId goal; ///< may be null
        std::size_t first = 0;
        int rows = 1;
        int policyRows = 0; ///< of the whole policy, where this is its first part
    };
    void findRows();
    const Part &partOf(std::size_t row) const;
    std::vector<Block> below() const;
    std::vector<Block> contested() const;
    TableRow headingRow() const;
    bool shows(std::initializer_list<std::size_t> columns) const
    {
        return std::any_of(columns.begin(), columns.end(), [this](std::size_t c) { return m_isShown[c]; });
    }
    bool showsItems() const { return shows({5, 6, 7}); }
    bool showsGoals() const { return shows({2, 3, 4}); }
    void place(TableRow &row, std::size_t column, TableCell cell) const;
    QStringList anchorsOf(const ElementId &id, std::initializer_list<Kind> below) const;
    void addPolicy(TableRow &row, const Part &part) const;
    void addGoal(TableRow &row, const Part &part) const;
    void addItem(TableRow &row, const ElementId &item, int bookmarkLevel) const;
    TableCell textCell(const ElementId &id, std::size_t column, Emphasis emphasis = Emphasis::Normal) const;
    void addMarked(TableCell &cell, const ElementId &goal, Kind kind, Emphasis emphasis = Emphasis::Normal) const;
    void addState(TableCell &cell, const ElementId &id, std::size_t column) const;
    void addIndicators(TableCell &cell, const ElementId &home, const QString &mark = {}) const;
    void addItemDetails(TableCell &cell, const ElementId &item) const;
    QString marked(const ElementId &id, std::initializer_list<QStringView> fields) const;
    QStringList leftOut() const;

    const Plan m_plan; ///< copies, as rows are made when the caller has gone on
    const PaperOptions m_options;
    QStringList m_chosen; ///< branches
    Branches m_branches;
    std::array<bool, std::size(kColumns)> m_isShown = {};
    std::vector<Part> m_parts;
    std::vector<ElementId> m_rowItems; ///< of each row; null where a goal has none
};

/// The text of the first field, with （調整中） when any of the fields is contested.
QString TableReport::marked(const ElementId &id, std::initializer_list<QStringView> fields) const
{
    QString text = m_plan.text(id, *fields.begin());
    const auto contested = m_plan.conflicts().constFind(id);
    if (contested == m_plan.conflicts().constEnd())
        return text;
    const bool here = std::any_of(
        fields.begin(), fields.end(), [&](QStringView field) { return contested->contains(field.toString()); });
    return here ? text + contestedSign() : text;
}

TableRow TableReport::headingRow() const
{
    TableRow row;
    for (std::size_t c = 0; c < std::size(kColumns); ++c) {
        TableCell cell;
        cell.paragraphs.push_back({{}, headingOf(m_plan, kColumns[c]), Emphasis::Strong});
        cell.alignment = Alignment::Center;
        cell.isHeader = true;
        place(row, c, std::move(cell));
    }
    return row;
}

/// Puts a cell behind the others of its row, if its column is shown.
void TableReport::place(TableRow &row, std::size_t column, TableCell cell) const
{
    if (m_isShown[column])
        row.cells.push_back(std::move(cell));
}

/// The names of the element's place, and of what is contested below it.
QStringList TableReport::anchorsOf(const ElementId &id, std::initializer_list<Kind> below) const
{
    QStringList names{anchorOf(id)};
    for (const Kind kind : below) {
        for (const ElementId &child : m_plan.children(id, kind)) {
            if (m_plan.conflicts().contains(child))
                names += anchorOf(child);
            for (const ElementId &indicator : m_plan.children(child, Kind::Indicator)) {
                if (kind == Kind::Initiative && m_plan.conflicts().contains(indicator))
                    names += anchorOf(indicator);
            }
        }
    }
    return names;
}

void TableReport::findRows()
{
    // The first page waits for this: a large plan's lists are walked, not copied.
    m_parts.reserve(std::size_t(m_plan.size()) / 4);
    m_rowItems.reserve(std::size_t(m_plan.size()) / 2);
    for (const ElementId &policy : m_branches.children(m_plan, m_plan.root(), Kind::Policy)) {
        const std::size_t firstPart = m_parts.size();
        const std::size_t firstRow = m_rowItems.size();
        if (showsGoals() || showsItems()) {
            for (const ElementId &goal : m_branches.children(m_plan, policy, Kind::Goal)) {
                Part part{policy, goal, m_rowItems.size(), 1, 0};
                if (showsItems()) {
                    for (const ElementId &child : m_plan.children(goal)) {
                        if (child.kind == Kind::ReformItem && m_branches.show(child))
                            m_rowItems.push_back(child);
                    }
                }
                if (m_rowItems.size() == part.first)
                    m_rowItems.emplace_back();
                part.rows = int(m_rowItems.size() - part.first);
                m_parts.push_back(part);
            }
        }
        if (m_parts.size() == firstPart) {
            m_parts.push_back({policy, {}, firstRow, 1, 0});
            m_rowItems.emplace_back();
        }
        m_parts[firstPart].policyRows = int(m_rowItems.size() - firstRow);
    }
}

const TableReport::Part &TableReport::partOf(std::size_t row) const
{
    const auto next = std::upper_bound(
        m_parts.begin(), m_parts.end(), row, [](std::size_t wanted, const Part &part) { return wanted < part.first; });
    return *std::prev(next);
}

TableRow TableReport::row(std::size_t index) const
{
    const Part &part = partOf(index);
    TableRow row;
    if (index == part.first) {
        if (part.policyRows > 0)
            addPolicy(row, part);
        if (!part.goal.isNull())
            addGoal(row, part);
        for (std::size_t c = 2; part.goal.isNull() && c < 5; ++c)
            place(row, c, {});
    }
    const ElementId &item = m_rowItems[index];
    // A goal with one item is one entry in the tree, under the item's name; with several it is one of its own.
    if (!item.isNull())
        addItem(row, item, part.rows > 1 ? 3 : 2);
    for (std::size_t c = 5; item.isNull() && c < std::size(kColumns); ++c)
        place(row, c, {});
    return row;
}

std::vector<std::size_t> TableReport::columns(std::size_t index) const
{
    const Part &part = partOf(index);
    const bool isFirst = index == part.first;
    std::vector<std::size_t> begins;
    std::size_t shown = 0;
    for (std::size_t c = 0; c < std::size(kColumns); ++c) {
        if (!m_isShown[c])
            continue;
        if (c >= 5 || (c >= 2 && isFirst) || (isFirst && part.policyRows > 0))
            begins.push_back(shown);
        ++shown;
    }
    return begins;
}

TableCell TableReport::textCell(const ElementId &id, std::size_t column, Emphasis emphasis) const
{
    TableCell cell;
    cell.alignment = kColumns[column].alignment;
    const QString text = marked(id, {kColumns[column].field});
    if (!text.isEmpty())
        cell.paragraphs.push_back({{}, text, emphasis});
    addState(cell, id, column);
    return cell;
}

/// The state of a cell that differs from that of its column.
void TableReport::addState(TableCell &cell, const ElementId &id, std::size_t column) const
{
    if (cell.paragraphs.empty())
        return;
    const QString state = m_plan.fieldState(id, kColumns[column].field);
    if (state == headingState(m_plan, kColumns[column]))
        return;
    const QString word = state == u"final"_s ? u"確定"_s : stateWord(state);
    if (!word.isEmpty())
        cell.paragraphs.push_back({{}, u"（"_s + word + u"）"_s, Emphasis::Note});
}

void TableReport::addMarked(TableCell &cell, const ElementId &goal, Kind kind, Emphasis emphasis) const
{
    for (const ElementId &id : m_plan.children(goal, kind)) {
        cell.paragraphs.push_back(
            {m_plan.text(id, u"mark"), marked(id, {u"text", u"mark", u"place", u"exists"}), emphasis});
    }
}

/// \param mark of those that have none
void TableReport::addIndicators(TableCell &cell, const ElementId &home, const QString &mark) const
{
    for (const ElementId &id : m_plan.children(home, Kind::Indicator)) {
        const QString own = m_plan.text(id, u"mark");
        cell.paragraphs.push_back(
            {own.isEmpty() ? mark : own, marked(id, {u"name", u"mark", u"place", u"exists"}), Emphasis::Normal});
    }
}

/// What an item has besides its description: its departments, indicators and initiatives, as a list below it.
void TableReport::addItemDetails(TableCell &cell, const ElementId &item) const
{
    const auto department = [this](const ElementId &id) {
        const QString uuid = m_plan.text(id, u"department");
        const ElementId found{Kind::Department, QUuid::fromString(uuid)};
        return uuid.isEmpty() ? QString() : m_plan.text(found, u"name");
    };
    if (const QString lead = department(item); !lead.isEmpty())
        cell.paragraphs.push_back({{}, u"所管課："_s + lead, Emphasis::Note});
    if (const auto own = m_plan.children(item, Kind::Indicator); !own.isEmpty()) {
        cell.paragraphs.push_back({{}, levelWord(m_plan, Kind::Indicator), Emphasis::Strong});
        addIndicators(cell, item);
    }
    const QList<ElementId> initiatives = m_plan.children(item, Kind::Initiative);
    if (initiatives.isEmpty())
        return;
    cell.paragraphs.push_back({{}, levelWord(m_plan, Kind::Initiative), Emphasis::Strong});
    for (const ElementId &id : initiatives) {
        const QString code = m_plan.text(id, u"code");
        QString text = marked(id, {u"title", u"code", u"place", u"exists"});
        if (const QString lead = department(id); !lead.isEmpty())
            text += u"（"_s + lead + u"）"_s;
        cell.paragraphs.push_back({code.isEmpty() ? u"・"_s : code, text, Emphasis::Normal});
        addIndicators(cell, id, QString(u"（"_s + levelWord(m_plan, Kind::Indicator) + u"）"_s));
    }
}

void TableReport::addItem(TableRow &row, const ElementId &item, int bookmarkLevel) const
{
    const QString code = m_plan.text(item, u"code");
    const QString title = m_plan.text(item, u"title");
    TableCell codeCell = textCell(item, 5);
    codeCell.continuation = code;
    TableCell titleCell = textCell(item, 6);
    titleCell.continuation = title;
    TableCell descriptionCell = textCell(item, 7);
    const auto contested = m_plan.conflicts().value(item);
    if (contested.contains(u"place"_s) || contested.contains(u"exists"_s))
        titleCell.paragraphs.push_back({{}, contestedSign(), Emphasis::Note});
    addItemDetails(descriptionCell, item);
    const std::size_t first = row.cells.size();
    place(row, 5, std::move(codeCell));
    place(row, 6, std::move(titleCell));
    place(row, 7, std::move(descriptionCell));
    if (first == row.cells.size())
        return;
    TableCell &naming = row.cells[first];
    naming.isHeader = true;
    naming.anchors = anchorsOf(item, {Kind::Indicator, Kind::Initiative});
    naming.bookmarks.push_back({bookmarkLevel, shortened(QString(code + u" "_s + title).trimmed(), kBookmarkLength)});
}

void TableReport::addGoal(TableRow &row, const Part &part) const
{
    const ElementId &goal = part.goal;
    const QList<ElementId> statements = m_plan.children(goal, Kind::Statement);
    const QString name = statements.isEmpty() ? QString() : m_plan.text(statements.front(), u"text");

    TableCell statementCell;
    addMarked(statementCell, goal, Kind::Statement);
    const auto contested = m_plan.conflicts().value(goal);
    if (contested.contains(u"place"_s) || contested.contains(u"exists"_s))
        statementCell.paragraphs.push_back({{}, contestedSign(), Emphasis::Note});
    addState(statementCell, goal, 2);
    statementCell.continuation = name;
    TableCell indicatorCell;
    addIndicators(indicatorCell, goal);
    addState(indicatorCell, goal, 3);
    TableCell issueCell;
    addMarked(issueCell, goal, Kind::Issue);
    addMarked(issueCell, goal, Kind::Footnote, Emphasis::Note);
    addState(issueCell, goal, 4);
    const std::size_t begin = row.cells.size();
    std::size_t column = 2;
    for (TableCell *cell : {&statementCell, &indicatorCell, &issueCell}) {
        cell->rowSpan = part.rows;
        place(row, column++, std::move(*cell));
    }
    if (begin == row.cells.size())
        return;
    TableCell &naming = row.cells[begin];
    naming.anchors = anchorsOf(goal, {Kind::Statement, Kind::Indicator, Kind::Issue, Kind::Footnote});
    if (part.rows > 1 || m_rowItems[part.first].isNull())
        naming.bookmarks.push_back(
            {2, name.isEmpty() ? levelWord(m_plan, Kind::Goal) : shortened(name, kBookmarkLength)});
}

void TableReport::addPolicy(TableRow &row, const Part &part) const
{
    const ElementId &policy = part.policy;
    const QString title = m_plan.text(policy, u"title");
    TableCell titleCell = textCell(policy, 0, Emphasis::Strong);
    if (const QString number = m_plan.text(policy, u"number"); !number.isEmpty())
        titleCell.paragraphs.insert(titleCell.paragraphs.begin(), {{}, number, Emphasis::Strong});
    const auto contested = m_plan.conflicts().value(policy);
    if (contested.contains(u"place"_s) || contested.contains(u"exists"_s))
        titleCell.paragraphs.push_back({{}, contestedSign(), Emphasis::Note});
    titleCell.continuation = QString(m_plan.text(policy, u"number") + u" "_s + title).trimmed();
    titleCell.rowSpan = part.policyRows;
    TableCell descriptionCell = textCell(policy, 1);
    descriptionCell.rowSpan = part.policyRows;
    place(row, 0, std::move(titleCell));
    place(row, 1, std::move(descriptionCell));
    if (row.cells.empty())
        return;
    TableCell &naming = row.cells.front();
    naming.isHeader = true;
    naming.anchors = {anchorOf(policy)};
    naming.bookmarks.push_back(
        {1, title.isEmpty() ? levelWord(m_plan, Kind::Policy) : shortened(title, kBookmarkLength)});
}

/// What the plan has and this table does not show, counted.
QStringList TableReport::leftOut() const
{
    int values = 0;
    int schedules = 0;
    int descriptions = 0;
    for (const ElementId &id : m_plan.preorder()) {
        const Element *element = m_plan.element(id);
        if (!element || (id.kind != Kind::Indicator && id.kind != Kind::Initiative) || !m_branches.show(id))
            continue;
        for (const auto &item : element->fields) {
            values += item.first.startsWith(u"values/"_s) ? 1 : 0;
            schedules += item.first.startsWith(u"schedule/"_s) ? 1 : 0;
            descriptions += id.kind == Kind::Initiative && item.first == u"description"_s ? 1 : 0;
        }
    }
    QStringList parts;
    for (std::size_t c = 0; c < std::size(kColumns); ++c) {
        if (!m_isShown[c])
            parts += u"「"_s + headingOf(m_plan, kColumns[c]) + u"」"_s;
    }
    const auto add = [&](const QString &what, int count) {
        if (count > 0)
            parts += what + u"（"_s + QString::number(count) + u"件）"_s;
    };
    add(u"指標の値"_s, values);
    add(levelWord(m_plan, Kind::Initiative) + u"の説明"_s, descriptions);
    add(levelWord(m_plan, Kind::Initiative) + u"の工程"_s, schedules);
    return parts;
}

/// What stands below the table.
std::vector<Block> TableReport::below() const
{
    std::vector<Block> blocks;
    if (m_rowItems.empty())
        blocks.emplace_back(Paragraph{{}, u"まだ何も書かれていません。"_s, Emphasis::Note});
    if (const QStringList parts = leftOut(); !parts.isEmpty()) {
        blocks.emplace_back(Paragraph{u"※"_s, u"この表に載せていないもの："_s + parts.join(u"、"_s), Emphasis::Note});
    }
    return blocks;
}

std::vector<Block> TableReport::contested() const
{
    return contestedBlocks(m_plan, u"表に"_s, [this](const ElementId &id) { return m_branches.show(id); });
}

Document TableReport::document() const
{
    Document document;
    document.title = m_options.title.isEmpty() ? m_plan.text(m_plan.root(), u"title") : m_options.title;
    if (document.title.isEmpty())
        document.title = levelWord(m_plan, Kind::Plan);
    document.head = paperHead(m_plan, m_options);

    Table table;
    table.summary = document.title + u"の一覧表"_s;
    for (std::size_t c = 0; c < std::size(kColumns); ++c) {
        if (m_isShown[c])
            table.columns.push_back({kColumns[c].minimumMm, kColumns[c].maximumMm});
    }
    table.headingRows.push_back(headingRow());
    const auto self = shared_from_this();
    table.source = self;

    Section section;
    if (!m_branches.areAll()) {
        QStringList names;
        for (const ElementId &id : m_branches.roots())
            names += nameOf(m_plan, id);
        section.blocks.emplace_back(Paragraph{u"※"_s, u"計画の一部です："_s + names.join(u"、"_s), Emphasis::Note});
    }
    section.blocks.emplace_back(std::move(table));
    section.later = [self] { return self->below(); };
    document.sections.push_back(std::move(section));
    Section last;
    last.later = [self] { return self->contested(); };
    document.sections.push_back(std::move(last));
    return document;
}

} // namespace

Document tableReport(const Plan &plan, const PaperOptions &options)
{
    return std::make_shared<const TableReport>(plan, options)->document();
}

const QStringList &tableColumnNames()
{
    static const QStringList names = [] {
        QStringList all;
        for (const Column &column : kColumns)
            all += columnName(column);
        return all;
    }();
    return names;
}

QString tableColumnHeading(const Plan &plan, QStringView name)
{
    const auto *found = std::find_if(
        std::begin(kColumns), std::end(kColumns), [name](const Column &column) { return columnName(column) == name; });
    return found == std::end(kColumns) ? QString() : headingOf(plan, *found);
}

PdfMetadata reportMetadata(const Plan &plan, const Document &document, const QByteArray &date)
{
    PdfMetadata metadata;
    metadata.title = document.title;
    metadata.author =
        QString(plan.text(plan.root(), u"municipality") + u" "_s + plan.text(plan.root(), u"division")).trimmed();
    QStringList subject{document.head.number, document.head.meeting, document.head.date};
    subject.removeAll(QString());
    metadata.subject = subject.join(u"　"_s);
    metadata.creator = u"Mezasu"_s;
    metadata.date = date;
    return metadata;
}

} // namespace mezasu::report
