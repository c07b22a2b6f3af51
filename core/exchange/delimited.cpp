// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/delimited.h"
#include "core/exchange/formulaguard.h"
#include <QMap>
#include <algorithm>
#include <array>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// Walks through text cell by cell.
class Scanner
{
public:
    Scanner(const QString &text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }

    /// The next cell; afterwards the scanner stands behind its separator or line end.
    QString next(bool &endsRow)
    {
        QString cell;
        if (m_at < m_text.size() && m_text.at(m_at) == u'"' && quoted(cell)) {
            finish(endsRow);
            return cell;
        }
        qsizetype end = m_at;
        while (end < m_text.size() && m_text.at(end) != m_separator && !isLineEnd(m_text.at(end)))
            ++end;
        cell = m_text.mid(m_at, end - m_at);
        m_at = end;
        finish(endsRow);
        return cell;
    }

private:
    bool quoted(QString &cell)
    {
        // A quote that is never closed makes this walk to the end once; whatever cell begins behind it then meets
        // another parity of quotes and stops at once, so that the whole stays linear.
        qsizetype from = m_at + 1;
        for (;;) {
            const qsizetype quote = m_text.indexOf(u'"', from);
            if (quote < 0)
                return false;
            const qsizetype after = quote + 1;
            if (after < m_text.size() && m_text.at(after) == u'"') {
                from = after + 1;
                continue;
            }
            if (after < m_text.size() && m_text.at(after) != m_separator && !isLineEnd(m_text.at(after)))
                return false;
            cell = m_text.mid(m_at + 1, quote - m_at - 1);
            cell.replace(u"\"\""_s, u"\""_s);
            cell.replace(u"\r\n"_s, u"\n"_s);
            // A CR alone is a line end within the cell, but not one that stands for the formula guard's sake.
            for (qsizetype i = 2; i < cell.size(); ++i) {
                if (cell.at(i) == u'\r')
                    cell[i] = u'\n';
            }
            m_at = after;
            return true;
        }
    }

    void finish(bool &endsRow)
    {
        endsRow = true;
        if (m_at >= m_text.size())
            return;
        const QChar c = m_text.at(m_at++);
        if (c == m_separator)
            endsRow = false;
        else if (c == u'\r' && m_at < m_text.size() && m_text.at(m_at) == u'\n')
            ++m_at;
    }

    const QString &m_text;
    QChar m_separator;
    qsizetype m_at = 0;
};

/// The share of the first rows that have the most frequent number of cells above one.
double evenness(const QString &text, QChar separator)
{
    constexpr int kRows = 40;
    Scanner scanner(text, separator);
    QMap<int, int> counts;
    int rows = 0;
    int cells = 0;
    bool blank = true;
    while (!scanner.atEnd() && rows < kRows) {
        bool endsRow = false;
        blank = scanner.next(endsRow).isEmpty() && blank;
        ++cells;
        if (!endsRow)
            continue;
        if (cells > 1 || !blank) {
            ++rows;
            if (cells > 1)
                ++counts[cells];
        }
        cells = 0;
        blank = true;
    }
    int best = 0;
    for (const int count : std::as_const(counts))
        best = std::max(best, count);
    return rows == 0 ? 0.0 : double(best) / rows;
}

} // namespace

QChar detectSeparator(const QString &text)
{
    constexpr std::array<char16_t, 3> kCandidates = {u'\t', u',', u';'};
    const QString start = text.left(1'000'000);
    QChar best = u'\t';
    double bestShare = 0.0;
    for (const char16_t candidate : kCandidates) {
        const double share = evenness(start, candidate);
        if (share > bestShare + (bestShare > 0 ? 0.2 : 0.0)) {
            bestShare = share;
            best = candidate;
        }
    }
    return best;
}

std::optional<Grid> parseDelimited(const QString &text, QChar separator, const Limits &limits, MessageList &messages)
{
    Grid grid;
    Scanner scanner(text, separator);
    GridRow row;
    int number = 1;
    int column = 0;
    qint64 cells = 0;
    const auto tooLarge = [&](const QString &what, qint64 limit) {
        messages.add(MessageCode::TooLarge, Severity::Refusal, number, 0, {what, QString::number(limit)});
        return std::nullopt;
    };
    while (!scanner.atEnd()) {
        bool endsRow = false;
        Cell cell;
        cell.text = scanner.next(endsRow);
        ++column;
        const QString plain = unguarded(cell.text);
        if (plain.size() != cell.text.size()) {
            cell.text = plain;
            messages.add(MessageCode::ApostropheRemoved, Severity::Info, number, column);
        }
        if (column <= limits.columns) {
            if (++cells > limits.cells)
                return tooLarge(u"cells"_s, limits.cells);
            row.cells.append(std::move(cell));
        } else if (!cell.isBlank()) {
            messages.add(
                MessageCode::ColumnsIgnored, Severity::Warning, number, column, {QString::number(limits.columns)});
        }
        if (!endsRow)
            continue;
        row.number = number;
        if (!row.isBlank()) {
            while (!row.cells.isEmpty() && row.cells.constLast().text.isEmpty())
                row.cells.removeLast();
            grid.rows.append(std::move(row));
        }
        row = GridRow();
        column = 0;
        if (++number > limits.rows && !scanner.atEnd())
            return tooLarge(u"rows"_s, limits.rows);
    }
    if (!row.cells.isEmpty() && !row.isBlank()) { // the last line ended with a separator
        row.number = number;
        grid.rows.append(std::move(row));
    }
    if (grid.rows.isEmpty()) {
        messages.add(MessageCode::EmptyFile, Severity::Refusal);
        return std::nullopt;
    }
    return grid;
}

} // namespace mezasu::exchange
