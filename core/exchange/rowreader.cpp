// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rowreader.h"
#include "core/exchange/codekey.h"
#include <QRegularExpression>
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

RowReader::RowReader(const Grid &grid, const Headings &headings, MessageList &messages)
    : m_grid(grid)
    , m_headings(headings)
    , m_messages(messages)
{
    for (const ColumnUse &use : headings.columns) {
        if (use.role != Role::Unknown && use.role != Role::LeaveOut && use.home == Kind::Goal
            && !m_columns.contains(use.role))
            m_columns.insert(use.role, use.column);
    }
}

void RowReader::setRow(qsizetype index)
{
    m_row = &m_grid.rows.at(index);
    m_contents.clear();
    resolveDitto(*m_row);
}

void RowReader::resolveDitto(const GridRow &row)
{
    m_ditto.clear();
    const HeadingWords &words = HeadingWords::builtIn();
    for (const ColumnUse &use : m_headings.columns) {
        const Cell &cell = row.at(use.column);
        if (cell.isBlank() || use.role == Role::Unknown || use.role == Role::LeaveOut)
            continue;
        const Cell *above = m_above.value(use.column);
        if (above && words.isDitto(cell.text)) {
            m_ditto.insert(use.column, above);
            m_messages.add(
                MessageCode::DittoResolved, Severity::Info, row.number, use.column + 1, {cell.text.trimmed()});
        } else {
            m_above.insert(use.column, &cell);
        }
    }
}

const CellContent &RowReader::content(int column) const
{
    const auto found = m_contents.constFind(column);
    if (found != m_contents.cend())
        return *found;
    const Cell &cell = *m_ditto.value(column, &m_row->at(column));
    return *m_contents.insert(column, parseCell(cell.text, cell.flags.testFlag(CellFlag::Html)));
}

const ColumnUse *RowReader::find(Role role, Kind home) const
{
    for (const ColumnUse &use : m_headings.columns) {
        if (use.role == role && use.home == home)
            return &use;
    }
    return nullptr;
}

bool RowReader::isBlank(Role role, Kind home) const
{
    if (home != Kind::Goal || isListRole(role)) {
        return std::all_of(m_headings.columns.cbegin(), m_headings.columns.cend(), [&](const ColumnUse &use) {
            return use.role != role || use.home != home || content(use.column).isBlank();
        });
    }
    const auto column = m_columns.constFind(role);
    return column == m_columns.cend() || content(*column).isBlank();
}

bool RowReader::areBlank(std::initializer_list<Role> roles) const
{
    return std::all_of(roles.begin(), roles.end(), [this](Role role) { return isBlank(role); });
}

bool RowReader::isCovered(Role role) const
{
    const auto column = m_columns.constFind(role);
    return column != m_columns.cend() && m_row->at(*column).flags.testFlag(CellFlag::Covered);
}

DraftPlace RowReader::place(Role role, Kind home) const
{
    const ColumnUse *use = find(role, home);
    return {m_row->number, use ? use->column + 1 : 0};
}

DraftText RowReader::text(Role role) const
{
    const auto column = m_columns.constFind(role);
    if (column == m_columns.cend())
        return {};
    DraftText result{content(*column).text(), {m_row->number, *column + 1}};
    if (isListRole(role)) {
        for (const ColumnUse &use : m_headings.columns) {
            if (use.role != role || use.home != Kind::Goal || use.column == *column)
                continue;
            const QString more = content(use.column).text();
            if (!more.isEmpty())
                result.text += (result.text.isEmpty() ? QString() : u"\n"_s) + more;
        }
    }
    // A department that is merged over several rows is each one's.
    const bool shared = role == Role::ItemDepartment || role == Role::ItemDepartments
        || role == Role::InitiativeDepartment || role == Role::InitiativeDepartments;
    const Cell *above = m_above.value(*column);
    if (shared && result.text.isEmpty() && above && isCovered(role))
        result.text = parseCell(above->text, above->flags.testFlag(CellFlag::Html)).text();
    return result;
}

bool RowReader::holdsCodesOfThree(int column)
{
    const auto known = m_codesOfThree.constFind(column);
    if (known != m_codesOfThree.cend())
        return *known;
    const auto isOne = [column](const GridRow &row) {
        const QString text = row.at(column).text.trimmed();
        return isCodeOfThree(text) && !codeFromDate(text);
    };
    return *m_codesOfThree.insert(column, std::any_of(m_grid.rows.cbegin(), m_grid.rows.cend(), isOne));
}

DraftText RowReader::code(Role role)
{
    DraftText result = text(role);
    if (result.isEmpty())
        return result;
    const CellFlags flags = m_row->at(m_columns.value(role)).flags;
    auto recovered = codeFromDate(result.text);
    if (recovered && isCodeOfThree(result.text) && holdsCodesOfThree(m_columns.value(role)))
        recovered.reset();
    if (!recovered && flags.testFlag(CellFlag::Number) && role != Role::PolicyNumber)
        recovered = codeFromSerial(result.text);
    if (recovered) {
        m_messages.add(MessageCode::CodeWasDate, Severity::Warning, result.place.row, result.place.column,
            {result.text, *recovered});
        result.text = *recovered;
    }
    return result;
}

CellList RowReader::list(Role role, ListKind kind) const
{
    CellList all;
    for (const ColumnUse &use : m_headings.columns) {
        if (use.role != role || use.home != Kind::Goal)
            continue;
        const CellList more = list(use, kind);
        all.items += more.items;
        all.footnotes += more.footnotes;
    }
    return all;
}

CellList RowReader::list(const ColumnUse &use, ListKind kind) const
{
    return listOf(content(use.column), kind);
}

QString RowReader::indicatorText(Kind home) const
{
    QString text;
    for (const ColumnUse &use : m_headings.columns) {
        const bool tells = use.role == Role::Indicators || use.role == Role::IndicatorUnit
            || use.role == Role::IndicatorDefinition || use.role == Role::IndicatorSource
            || use.role == Role::IndicatorValue;
        if (tells && use.home == home)
            text += content(use.column).text() + u'\t';
    }
    return text.trimmed();
}

QStringList RowReader::lines(const ColumnUse &use) const
{
    QStringList result;
    for (const CellLine &line : content(use.column).lines) {
        const QString text = line.text.trimmed();
        if (!text.isEmpty())
            result += text;
    }
    return result;
}

QStringList RowReader::names(Role role) const
{
    static const QRegularExpression separator(u"[、，,;；\\n/／]"_s);
    QStringList result;
    const QStringList parts = text(role).text.split(separator);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            result += part.trimmed();
    }
    return result;
}

bool RowReader::isHeadingAgain() const
{
    int same = 0;
    for (const ColumnUse &use : m_headings.columns) {
        const QString text = content(use.column).text().trimmed();
        if (text != use.heading)
            return false;
        ++same;
    }
    return same > 1;
}

/// "(1) | (2) | (3)" below the headings: numbers for speaking of the columns.
bool RowReader::numbersColumns() const
{
    int expected = 0;
    int filled = 0;
    for (const Cell &cell : m_row->cells) {
        if (cell.isBlank())
            continue;
        QString text = cell.text.trimmed();
        if (const QString inside = takeBracket(text); !inside.isEmpty() && text.isEmpty())
            text = inside;
        const int number = text.size() == 1 && circledNumber(text.at(0)) > 0
            ? circledNumber(text.at(0))
            : text.normalized(QString::NormalizationForm_KC).toInt();
        if (number != ++expected)
            return false;
        ++filled;
    }
    return filled >= 3 && filled == m_headings.columns.size();
}

QString RowReader::note() const
{
    if (numbersColumns())
        return rowText(*m_row);
    QString only;
    for (int column = 0; column < m_row->cells.size(); ++column) {
        if (content(column).isBlank())
            continue;
        const bool mayHoldNotes = m_columns.value(Role::Statements, -1) == column
            || m_columns.value(Role::Issues, -1) == column || m_columns.value(Role::Footnotes, -1) == column
            || m_columns.value(Role::Indicators, -1) == column;
        if (!only.isEmpty() || mayHoldNotes)
            return {};
        only = content(column).text().trimmed();
    }
    static const QRegularExpression pattern(u"^(?:※|[(（]?注[0-9０-９)）:：]|出典[:：]|資料[:：]|[(（]注|以上$)"_s);
    return pattern.match(only).hasMatch() ? only : QString();
}

QString RowReader::total() const
{
    for (const Cell &cell : m_row->cells) {
        if (!cell.isBlank())
            return HeadingWords::builtIn().isTotal(cell.text) ? rowText(*m_row) : QString();
    }
    return {};
}

QString RowReader::banner() const
{
    return bannerText(*m_row, m_headings, HeadingWords::builtIn());
}

void RowReader::report()
{
    const int row = m_row->number;
    for (int column = 0; column < m_row->cells.size(); ++column) {
        const Cell &cell = m_row->at(column);
        if (cell.isBlank())
            continue;
        const auto use = std::find_if(m_headings.columns.cbegin(), m_headings.columns.cend(),
            [column](const ColumnUse &candidate) { return candidate.column == column; });
        if (use == m_headings.columns.cend()) {
            m_messages.add(MessageCode::UnevenRows, Severity::Warning, row, column + 1, {cell.text.left(60)});
            continue;
        }
        if (use->role == Role::Unknown || use->role == Role::LeaveOut)
            continue;
        const CellContent &cellContent = content(column);
        if (!cellContent.dropped.isEmpty())
            m_messages.add(
                MessageCode::MarkupDropped, Severity::Info, row, column + 1, {cellContent.dropped.join(u", "_s)});
        if (!cellContent.wordless.isEmpty())
            m_messages.add(
                MessageCode::ScriptDropped, Severity::Warning, row, column + 1, {cellContent.wordless.join(u", "_s)});
        if (cellContent.furigana)
            m_messages.add(MessageCode::FuriganaDropped, Severity::Info, row, column + 1);
        if (!cellContent.html && !cellContent.entity.isEmpty())
            m_messages.add(MessageCode::EntityDecoded, Severity::Info, row, column + 1, {cellContent.entity});
    }
}

} // namespace mezasu::exchange
