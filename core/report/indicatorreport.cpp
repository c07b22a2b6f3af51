// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/indicatorreport.h"

#include "core/indicator/fiscalyear.h"
#include "core/indicator/typedvalue.h"
#include "core/report/branches.h"
#include "core/report/plantrend.h"
#include "core/report/planwords.h"
#include "core/report/trendwords.h"

#include <algorithm>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr std::size_t kYearsAcross = 7; ///< in one table of values
constexpr double kTallestChartMm = 66;  ///< on a page with room left
constexpr double kChartHeightMm = 42;   ///< two indicators with a few lines of definition stand on one A4 page
constexpr QStringView kBaseline = u"baseline", kTarget = u"target", kActual = u"actual";
constexpr QStringView kRoles[] = {kBaseline, kTarget, kActual};

/// The values of one indicator: by year, then by role.
using Values = std::map<int, std::map<QStringView, IndicatorValue>>;

/// The rows of the overview, and a section for each indicator, made when they are laid out.
class IndicatorReport : public RowSource, public std::enable_shared_from_this<IndicatorReport>
{
public:
    IndicatorReport(const Plan &plan, const PaperOptions &options)
        : m_plan(plan)
        , m_options(options)
        , m_years(fiscal::yearStyleFromName(plan.text(plan.root(), u"year_style")))
    {
        for (const QString &name : options.branches) { // one of an older state of the plan may be gone
            if (Branches::of(plan, {name}))
                m_chosen += name;
        }
        if (auto found = Branches::of(plan, m_chosen))
            m_branches = std::move(found).value();
        for (const ElementId &id : plan.preorder()) {
            if (id.kind == Kind::Indicator && m_branches.hold(id))
                m_indicators.append(id);
        }
    }

    Document document() const;

    std::size_t count() const override { return std::size_t(m_indicators.size()); }
    TableRow row(std::size_t index) const override;
    std::vector<std::size_t> columns(std::size_t index) const override;

private:
    Values valuesOf(const ElementId &indicator) const;
    bool isContested(const ElementId &id, const QString &field) const;
    QString marked(const ElementId &id, std::initializer_list<QStringView> fields) const;
    QString yearName(int year) const { return fiscal::label(year, m_years); }
    QString homeOf(const ElementId &indicator) const;
    QString unitOf(const ElementId &indicator) const;
    QString departmentOf(const ElementId &indicator) const;
    bool beginsHome(qsizetype index) const
    {
        return index == 0 || m_plan.parentOf(m_indicators.at(index - 1)) != m_plan.parentOf(m_indicators.at(index));
    }
    Section overview() const;
    TableCell latest(const ElementId &indicator, const Values &values, QStringView role) const;
    std::vector<Block> page(const ElementId &indicator, int number, const ElementId &policy) const;
    void addFacts(std::vector<Block> &blocks, const ElementId &indicator) const;
    void addValues(std::vector<Block> &blocks, const ElementId &indicator, const Values &values) const;
    Table valueTable(const ElementId &indicator, const Values &values, const std::vector<int> &years) const;
    TableCell valueCell(const ElementId &indicator, int year, QStringView role, const IndicatorValue *value) const;
    std::vector<Block> contested() const;

    const Plan m_plan; ///< copies, as sections are made when the caller has gone on
    const PaperOptions m_options;
    fiscal::YearStyle m_years;
    QStringList m_chosen; ///< branches
    Branches m_branches;
    QList<ElementId> m_indicators;
};

Values IndicatorReport::valuesOf(const ElementId &indicator) const
{
    Values out;
    const Element *element = m_plan.element(indicator);
    for (const auto &[name, value] : element->fields) {
        const QList<QStringView> parts = field::parts(name);
        const IndicatorValue *entry = value.entry();
        if (!entry || parts.size() != 3 || parts.at(0) != u"values"_s)
            continue;
        for (const QStringView role : kRoles) {
            if (parts.at(2) == role)
                out[parts.at(1).toInt()][role] = *entry;
        }
    }
    return out;
}

bool IndicatorReport::isContested(const ElementId &id, const QString &field) const
{
    const auto found = m_plan.conflicts().constFind(id);
    return found != m_plan.conflicts().cend() && found->contains(field);
}

QString IndicatorReport::marked(const ElementId &id, std::initializer_list<QStringView> fields) const
{
    const bool here =
        std::any_of(fields.begin(), fields.end(), [&](QStringView field) { return isContested(id, field.toString()); });
    return m_plan.text(id, *fields.begin()) + (here ? contestedSign() : QString());
}

QString IndicatorReport::homeOf(const ElementId &indicator) const
{
    const ElementId home = m_plan.parentOf(indicator);
    return home.isNull() ? QString() : nameOf(m_plan, home);
}

QString IndicatorReport::unitOf(const ElementId &indicator) const
{
    return marked(indicator, {u"unit"});
}

QString IndicatorReport::departmentOf(const ElementId &indicator) const
{
    const QString uuid = m_plan.text(indicator, u"department");
    return uuid.isEmpty() ? QString() : m_plan.text({Kind::Department, QUuid::fromString(uuid)}, u"name");
}

TableCell header(const QString &text)
{
    TableCell cell;
    cell.paragraphs.push_back({{}, text, Emphasis::Strong});
    cell.alignment = Alignment::Center;
    cell.isHeader = true;
    return cell;
}

TableCell plain(const QString &text, Alignment alignment = Alignment::Left)
{
    TableCell cell;
    cell.alignment = alignment;
    if (!text.isEmpty())
        cell.paragraphs.push_back({{}, text, Emphasis::Normal});
    return cell;
}

QString statusOf(const IndicatorValue &value)
{
    if (value.status == u"preliminary"_s)
        return statusWord(ValueStatus::Preliminary);
    return value.status == u"estimate"_s ? statusWord(ValueStatus::Estimate) : QString();
}

TableCell IndicatorReport::valueCell(
    const ElementId &indicator, int year, QStringView role, const IndicatorValue *value) const
{
    TableCell cell = plain({}, Alignment::Decimal);
    if (!value)
        return cell;
    cell.paragraphs.push_back(
        {{}, value->value ? printedDecimal(*value->value) : missingSign(value->missing), Emphasis::Normal});
    if (const QString status = value->value ? statusOf(*value) : QString(); !status.isEmpty())
        cell.paragraphs.push_back({{}, u"（"_s + status + u"）"_s, Emphasis::Note});
    if (isContested(indicator, field::values(year, role)))
        cell.paragraphs.push_back({{}, contestedSign(), Emphasis::Note});
    return cell;
}

/// The last value of a role that is a number, with its year; where all are missing, the last sign.
TableCell IndicatorReport::latest(const ElementId &indicator, const Values &values, QStringView role) const
{
    const IndicatorValue *found = nullptr;
    int year = 0;
    for (auto it = values.rbegin(); it != values.rend() && !(found && found->value); ++it) {
        const auto entry = it->second.find(role);
        if (entry == it->second.end() || (found && !entry->second.value))
            continue;
        found = &entry->second;
        year = it->first;
    }
    TableCell cell = valueCell(indicator, year, role, found);
    cell.alignment = Alignment::Right; // what stands below each other has different units
    if (found)
        cell.paragraphs.push_back({{}, yearName(year), Emphasis::Note});
    return cell;
}

/// All indicators at a glance; those of one home are one merged cell.
Section IndicatorReport::overview() const
{
    Section section;
    section.blocks.emplace_back(Heading{2, u"一覧"_s});
    if (!m_branches.areAll()) {
        QStringList names;
        for (const ElementId &id : m_branches.roots())
            names += nameOf(m_plan, id);
        section.blocks.emplace_back(Paragraph{u"※"_s, u"計画の一部です："_s + names.join(u"、"_s), Emphasis::Note});
    }
    Table table;
    table.summary = levelWord(m_plan, Kind::Indicator) + u"の一覧。基準値、最新の実績値、目標値。"_s;
    table.columns = {{30, 52}, {8, 12}, {34, 60}, {12, 20}, {18, 26}, {18, 26}, {18, 26}};
    TableRow heading;
    const QString home = levelWord(m_plan, Kind::Goal) + u"・"_s + levelWord(m_plan, Kind::ReformItem);
    for (const QString &word : {home, u"№"_s, levelWord(m_plan, Kind::Indicator), fieldWord(u"unit"),
             fieldWord(kBaseline), fieldWord(kActual), fieldWord(kTarget)})
        heading.cells.push_back(header(word));
    table.headingRows.push_back(heading);
    table.source = shared_from_this();
    section.blocks.emplace_back(Paragraph{u"※"_s, u"実績値は、値のある最も新しい年度のものです。"_s, Emphasis::Note});
    section.blocks.emplace_back(std::move(table));
    return section;
}

TableRow IndicatorReport::row(std::size_t index) const
{
    const auto i = qsizetype(index);
    const ElementId &id = m_indicators.at(i);
    TableRow row;
    if (beginsHome(i)) {
        TableCell cell = plain(homeOf(id));
        cell.continuation = homeOf(id);
        cell.isHeader = true;
        for (qsizetype next = i + 1; next < m_indicators.size() && !beginsHome(next); ++next)
            ++cell.rowSpan;
        row.cells.push_back(std::move(cell));
    }
    const Values values = valuesOf(id);
    TableCell name = plain(marked(id, {u"name", u"place", u"exists"}));
    for (Paragraph &paragraph : name.paragraphs)
        paragraph.link = anchorOf(id);
    name.isHeader = true;
    row.cells.push_back(plain(QString::number(i + 1), Alignment::Right));
    row.cells.push_back(std::move(name));
    row.cells.push_back(plain(unitOf(id), Alignment::Center));
    for (const QStringView role : {kBaseline, kActual, kTarget})
        row.cells.push_back(latest(id, values, role));
    return row;
}

std::vector<std::size_t> IndicatorReport::columns(std::size_t index) const
{
    if (beginsHome(qsizetype(index)))
        return {0, 1, 2, 3, 4, 5, 6};
    return {1, 2, 3, 4, 5, 6};
}

void IndicatorReport::addFacts(std::vector<Block> &blocks, const ElementId &indicator) const
{
    const auto add = [&blocks](const QString &word, const QString &text) {
        if (!text.isEmpty())
            blocks.emplace_back(Paragraph{word + u"："_s, text, Emphasis::Normal});
    };
    add(u"位置づけ"_s, homeOf(indicator));
    add(u"定義・算出方法"_s, marked(indicator, {u"definition"}));
    add(fieldWord(u"source"), marked(indicator, {u"source"}));
    // Two short ones share a line.
    QStringList line;
    for (const auto &[word, text] :
        {std::pair(fieldWord(u"direction"), directionWord(m_plan.text(indicator, u"direction"))),
            std::pair(fieldWord(u"department"), departmentOf(indicator))}) {
        if (!text.isEmpty())
            line += word + u"："_s + text;
    }
    if (!line.isEmpty())
        blocks.emplace_back(Paragraph{{}, line.join(u"　　"_s), Emphasis::Normal});
}

Table IndicatorReport::valueTable(const ElementId &indicator, const Values &values, const std::vector<int> &years) const
{
    Table table;
    table.summary = m_plan.text(indicator, u"name") + u"の値"_s;
    table.columns.push_back({18, 24});
    TableRow heading;
    const QString unit = unitOf(indicator);
    heading.cells.push_back(header(unit.isEmpty() ? QString() : QString(u"単位："_s + unit)));
    for (const int year : years) {
        table.columns.push_back({15, 23});
        heading.cells.push_back(header(yearName(year)));
    }
    table.headingRows.push_back(std::move(heading));
    for (const QStringView role : kRoles) {
        TableRow row;
        row.cells.push_back(header(fieldWord(role)));
        for (const int year : years) {
            const auto of = values.find(year);
            const IndicatorValue *value = nullptr;
            if (of != values.end()) {
                if (const auto entry = of->second.find(role); entry != of->second.end())
                    value = &entry->second;
            }
            row.cells.push_back(valueCell(indicator, year, role, value));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

void IndicatorReport::addValues(std::vector<Block> &blocks, const ElementId &indicator, const Values &values) const
{
    if (values.empty()) {
        blocks.emplace_back(Paragraph{{}, u"値はまだありません。"_s, Emphasis::Note});
        return;
    }
    // Every year of the plan has its column, so that a missing one is seen; years outside only where they have a value.
    std::vector<int> years;
    for (const auto &[year, of] : values)
        years.push_back(year);
    const auto first = m_plan.number(m_plan.root(), u"first_year");
    const auto last = m_plan.number(m_plan.root(), u"last_year");
    for (qint64 year = first.value_or(0); first && last && year <= *last && year - *first < 60; ++year)
        years.push_back(int(year));
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    for (std::size_t at = 0; at < years.size(); at += kYearsAcross) {
        const auto from = years.begin() + std::ptrdiff_t(at);
        const auto to = years.begin() + std::ptrdiff_t(std::min(years.size(), at + kYearsAcross));
        blocks.emplace_back(valueTable(indicator, values, {from, to}));
    }
    QStringList signs;
    std::vector<std::pair<QString, QStringList>> notes; ///< what is said of several years stands once
    for (const auto &[year, of] : values) {
        for (const QStringView role : kRoles) {
            const auto entry = of.find(role);
            if (entry == of.end())
                continue;
            const IndicatorValue &value = entry->second;
            if (const QString reason = missingReason(value.missing); !value.value && !reason.isEmpty())
                signs += missingSign(value.missing) + u"："_s + reason;
            if (value.note.isEmpty())
                continue;
            const QString said = u"の"_s + fieldWord(role) + u"："_s + value.note;
            auto same = std::find_if(notes.begin(), notes.end(), [&said](const auto &n) { return n.first == said; });
            if (same == notes.end())
                same = notes.insert(notes.end(), {said, {}});
            same->second += yearName(year);
        }
    }
    signs.removeDuplicates();
    if (!signs.isEmpty())
        blocks.emplace_back(Paragraph{{}, signs.join(u"　"_s), Emphasis::Note});
    for (const auto &[said, ofYears] : notes)
        blocks.emplace_back(Paragraph{u"※"_s, ofYears.join(u"、"_s) + said, Emphasis::Note});
    Figure figure;
    TrendData trend = trendOf(m_plan, indicator);
    figure.alt = chartInWords(trend);
    trend.title.clear(); // the heading above says it
    figure.chart = std::make_shared<const TrendData>(std::move(trend));
    figure.heightMm = kChartHeightMm;
    figure.growsToMm = kTallestChartMm;
    figure.fullWidth = true;
    blocks.emplace_back(std::move(figure));
}

/// \param policy stands above it as a heading, where it is another than before
std::vector<Block> IndicatorReport::page(const ElementId &indicator, int number, const ElementId &policy) const
{
    std::vector<Block> blocks;
    if (!policy.isNull()) {
        const QString title =
            QString(m_plan.text(policy, u"number") + u" "_s + m_plan.text(policy, u"title")).trimmed();
        blocks.emplace_back(Heading{2, title.isEmpty() ? levelWord(m_plan, Kind::Policy) : title});
    }
    const QString name = marked(indicator, {u"name", u"place", u"exists"});
    blocks.emplace_back(
        Heading{3, QString::number(number) + u"　"_s + (name.isEmpty() ? levelWord(m_plan, Kind::Indicator) : name),
            anchorOf(indicator)});
    addFacts(blocks, indicator);
    addValues(blocks, indicator, valuesOf(indicator));
    return blocks;
}

std::vector<Block> IndicatorReport::contested() const
{
    return contestedBlocks(
        m_plan, {}, [this](const ElementId &id) { return id.kind == Kind::Indicator && m_branches.hold(id); });
}

Document IndicatorReport::document() const
{
    Document document;
    document.head = paperHead(m_plan, m_options);
    const QString title = m_plan.text(m_plan.root(), u"title");
    document.title = m_options.title;
    if (document.title.isEmpty())
        document.title =
            (title.isEmpty() ? levelWord(m_plan, Kind::Plan) : title) + u"　"_s + levelWord(m_plan, Kind::Indicator);
    if (m_indicators.isEmpty()) {
        Section section;
        section.blocks.emplace_back(
            Paragraph{{}, levelWord(m_plan, Kind::Indicator) + u"はまだありません。"_s, Emphasis::Note});
        document.sections.push_back(std::move(section));
    } else {
        document.sections.push_back(overview());
    }
    const auto self = shared_from_this();
    ElementId before;
    int number = 0;
    for (const ElementId &id : std::as_const(m_indicators)) {
        ElementId policy = m_plan.parentOf(id);
        while (!policy.isNull() && policy.kind != Kind::Policy)
            policy = m_plan.parentOf(policy);
        Section section;
        section.keepTogether = true;
        section.later = [self, id, number = ++number, above = policy == before ? ElementId() : policy] {
            return self->page(id, number, above);
        };
        document.sections.push_back(std::move(section));
        before = policy;
    }
    Section last;
    last.later = [self] { return self->contested(); };
    document.sections.push_back(std::move(last));
    return document;
}

} // namespace

Document indicatorReport(const Plan &plan, const PaperOptions &options)
{
    return std::make_shared<const IndicatorReport>(plan, options)->document();
}

} // namespace mezasu::report
