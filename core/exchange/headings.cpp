// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/headings.h"
#include "core/exchange/columnresolver.h"
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsSearched = 20;
constexpr int kHeadingRows = 3; ///< at most so many rows make one heading

/// One heading row, or several read as one.
struct HeadingLine
{
    QMap<int, QString> texts; ///< by column; blank ones are missing
    QMap<int, int> spans;     ///< columns that a text stands above
};

HeadingLine lineOf(const GridRow &row)
{
    HeadingLine line;
    for (int column = 0; column < row.cells.size(); ++column) {
        const QString text = headingText(row.at(column));
        if (text.isEmpty())
            continue;
        line.texts.insert(column, text);
        line.spans.insert(column, row.at(column).columnSpan);
    }
    return line;
}

bool isYear(const QString &text)
{
    QString rest = text;
    return takeYear(rest) && rest.trimmed().isEmpty();
}

/// Two heading rows as one: what stands above several columns goes before each heading below it. Where no cell is
/// merged, a blank cell goes on with the one to its left as long as every cell below is a heading too.
std::optional<HeadingLine> joined(const HeadingLine &upper, const HeadingLine &lower, const HeadingWords &words)
{
    if (upper.texts.isEmpty() || lower.texts.isEmpty())
        return std::nullopt;
    const bool merged = std::any_of(upper.spans.cbegin(), upper.spans.cend(), [](int columns) { return columns > 1; });
    HeadingLine line;
    QString above;
    int reach = 0;
    const int columns = std::max(upper.texts.lastKey(), lower.texts.lastKey()) + 1;
    for (int column = 0; column < columns; ++column) {
        const bool starts = upper.texts.contains(column);
        const QString below = lower.texts.value(column);
        if (starts) {
            above = upper.texts.value(column);
            reach = column + upper.spans.value(column);
        } else if (column >= reach && (merged || below.isEmpty())) {
            above.clear();
        }
        if (below.isEmpty()) {
            if (starts) {
                line.texts.insert(column, above);
                line.spans.insert(column, upper.spans.value(column));
            }
            continue;
        }
        // "基本方針 / 名称" is one heading; "指標 / 現状値" is known by its lower half.
        const QString both = above + u'\n' + below;
        const bool whole = !above.isEmpty() && words.read(above + below).kind != HeadingWord::Kind::Unknown;
        if (!merged && !whole && words.read(below).kind == HeadingWord::Kind::Unknown && !isYear(below))
            return std::nullopt; // a row of the table
        line.texts.insert(column, whole ? both : below);
        line.spans.insert(column, lower.spans.value(column));
    }
    if (!merged && lower.texts.size() < 2)
        return std::nullopt;
    return line;
}

bool isUsable(const Headings &headings, bool onlyColumn)
{
    static const Role cores[] = {Role::PolicyTitle, Role::Statements, Role::ItemTitle, Role::InitiativeTitle};
    static const Role codes[] = {Role::ItemCode, Role::InitiativeCode};
    const auto has = [&headings](Role role) { return headings.has(role); };
    const bool core = std::any_of(std::begin(cores), std::end(cores), has);
    // Codes with something beside them are rows of a plan that exists.
    const bool coded = std::any_of(std::begin(codes), std::end(codes), has);
    return core ? headings.known >= 2 || onlyColumn : coded && headings.known >= 2;
}

} // namespace

QString rowText(const GridRow &row)
{
    QStringList texts;
    for (const Cell &cell : row.cells) {
        if (const QString text = headingText(cell); !text.isEmpty())
            texts += text;
    }
    return texts.join(u" | "_s).left(300);
}

QString bannerText(const GridRow &row, const Headings &headings, const HeadingWords &words)
{
    if (headings.has(Role::PolicyTitle) || headings.has(Role::PolicyNumber))
        return {};
    const Cell *only = nullptr;
    for (const Cell &cell : row.cells) {
        if (cell.isBlank())
            continue;
        if (only)
            return {};
        only = &cell;
    }
    if (!only)
        return {};
    const QString text = headingText(*only);
    const bool spans = only->columnSpan > 1 && only->columnSpan >= headings.columns.size();
    return words.namesElement(text) || spans ? text : QString();
}

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
    const bool onlyColumn = grid.columnCount() == 1;
    const auto rowsOf = [](const Headings &headings) { return headings.dataRow - headings.firstRow; };
    const auto consider = [&](qsizetype first, qsizetype data, const QMap<int, QString> &texts) {
        if (texts.isEmpty() || texts.size() > 500)
            return;
        const Headings found = ColumnResolver(grid, first, data, texts, words).resolve(mapping);
        if (!isUsable(found, onlyColumn) && !mapping.headingRow)
            return;
        // Of rows that say the same the fewest are the heading: what stands above them is no part of it.
        if (!best || found.known > best->known || (found.known == best->known && rowsOf(found) < rowsOf(*best)))
            best = found;
    };
    const qsizetype end = std::min<qsizetype>(grid.rows.size(), kRowsSearched);
    for (qsizetype i = 0; i < (mapping.headingRow ? grid.rows.size() : end); ++i) {
        if (mapping.headingRow && grid.rows.at(i).number != *mapping.headingRow)
            continue;
        HeadingLine line = lineOf(grid.rows.at(i));
        consider(i, i + 1, line.texts);
        for (qsizetype j = i + 1; j < std::min(i + kHeadingRows, grid.rows.size()); ++j) {
            const auto more = joined(line, lineOf(grid.rows.at(j)), words);
            if (!more)
                break;
            line = *more;
            consider(i, j + 1, line.texts);
        }
    }
    if (!best || !isUsable(*best, onlyColumn))
        return std::nullopt;
    // The nearest row above that names an element begins the table; a title merged across it does not.
    for (qsizetype i = best->firstRow - 1; i >= 0 && best->banners.isEmpty(); --i) {
        const QString text = bannerText(grid.rows.at(i), *best, words);
        if (!text.isEmpty() && words.namesElement(text))
            best->banners.append(i);
    }
    return best;
}

void reportColumns(const Grid &grid, const Headings &headings, MessageList &messages)
{
    for (qsizetype i = 0; i < headings.firstRow; ++i) {
        if (!headings.banners.contains(i))
            messages.add(MessageCode::LineAboveLeftOut, Severity::Warning, grid.rows.at(i).number, 0,
                {rowText(grid.rows.at(i))});
    }
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
