// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cellcontent.h"
#include "core/exchange/formulaguard.h"
#include "core/exchange/htmltokenizer.h"
#include "core/exchange/tablefile.h"
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

/// What the source of a web page breaks for its own sake: a line end with the blanks around it is a space between
/// Latin words and nothing between Japanese ones.
void appendCollapsed(QString &target, const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c != u'\n' && c != u'\r') {
            target += c;
            continue;
        }
        while (i + 1 < text.size()
            && (text.at(i + 1) == u' ' || text.at(i + 1) == u'\t' || text.at(i + 1) == u'\n'
                || text.at(i + 1) == u'\r'))
            ++i;
        while (target.endsWith(u' ') || target.endsWith(u'\t'))
            target.chop(1);
        const bool latin = !target.isEmpty() && target.back().unicode() < 0x250 && target.back() != u'>'
            && i + 1 < text.size() && text.at(i + 1).unicode() < 0x250;
        if (latin)
            target += u' ';
    }
}

QString escaped(const QString &text)
{
    if (text == u"&")
        return u"&amp;"_s;
    if (text == u"<")
        return u"&lt;"_s;
    if (text == u">")
        return u"&gt;"_s;
    if (text.size() == 1 && text.at(0).isSpace() && text.at(0).unicode() < 0x80)
        return QString(u"&#" + QString::number(text.at(0).unicode()) + u';');
    return text;
}

/// Builds one table; nested ones are part of their cell.
class TableBuilder
{
public:
    TableBuilder(const Limits &limits, MessageList &messages)
        : m_limits(limits)
        , m_messages(messages)
    {
    }

    void beginRow()
    {
        endRow();
        m_inRow = true;
        ++m_number;
        m_column = 0;
    }

    void endRow()
    {
        endCell();
        if (!m_inRow)
            return;
        m_inRow = false;
        for (qsizetype column = m_column; column < m_hanging.size(); ++column) {
            Cell rest; // merged cells from above right of the last cell
            if (m_hanging.at(column).rows > 0)
                rest.flags = CellFlag::Covered;
            place(rest);
        }
        m_row.number = m_number;
        if (!m_row.isBlank() || !m_row.cells.isEmpty())
            m_grid.rows.append(m_row);
        m_row = GridRow();
        for (Hanging &hanging : m_hanging) {
            if (hanging.rows > 0)
                --hanging.rows;
        }
    }

    void beginCell(const QString &attributes)
    {
        if (!m_inRow)
            beginRow();
        endCell();
        while (m_column < m_hanging.size() && m_hanging.at(m_column).rows > 0) {
            Cell covered;
            covered.flags = CellFlag::Covered;
            place(covered);
        }
        m_cell = Cell();
        m_cell.columnSpan = std::clamp(htmlAttribute(attributes, u"colspan"_s).toInt(), 1, m_limits.columns);
        m_cell.rowSpan = std::clamp(htmlAttribute(attributes, u"rowspan"_s).toInt(), 1, m_limits.rows);
        m_source.clear();
        m_plain.clear();
        m_blocks = false;
        m_inCell = true;
    }

    void endCell()
    {
        if (!m_inCell)
            return;
        m_inCell = false;
        if (m_blocks) {
            m_cell.text = m_source.trimmed();
            m_cell.flags |= CellFlag::Html;
        } else {
            m_cell.text = m_plain.trimmed();
            const QString plain = unguarded(m_cell.text);
            if (plain.size() != m_cell.text.size())
                m_messages.add(MessageCode::ApostropheRemoved, Severity::Info, m_number, m_column + 1);
            m_cell.text = plain;
        }
        const int columnSpan = std::min(m_cell.columnSpan, m_limits.columns - m_column);
        const int rowSpan = m_cell.rowSpan;
        for (int i = 0; i < columnSpan; ++i) {
            const int column = m_column;
            Cell covered;
            covered.flags = CellFlag::Covered;
            place(i == 0 ? m_cell : covered);
            if (rowSpan > 1) {
                if (m_hanging.size() <= column)
                    m_hanging.resize(column + 1);
                m_hanging[column].rows = rowSpan; // endRow() takes one off
            }
        }
    }

    void text(const QString &words, bool fromEntity)
    {
        if (!m_inCell)
            return;
        if (fromEntity) {
            m_source += escaped(words);
            m_plain += words;
        } else {
            appendCollapsed(m_source, words);
            appendCollapsed(m_plain, words);
        }
    }

    void tag(const HtmlToken &token)
    {
        if (!m_inCell)
            return;
        const bool start = token.kind == HtmlToken::Kind::Start;
        if (token.text == u"br") {
            m_plain += u'\n';
            m_source += u"<br>";
            return;
        }
        m_blocks = m_blocks || token.text == u"ul" || token.text == u"ol" || token.text == u"li" || token.text == u"p"
            || token.text == u"div" || token.text == u"ruby" || token.text == u"table";
        m_source += QString((start ? u"<"_s : u"</"_s) + token.text + token.attributes + u'>');
    }

    bool failed() const { return m_failed; }

    Grid finish()
    {
        endRow();
        return m_grid;
    }

private:
    struct Hanging
    {
        int rows = 0; ///< rows that a merged cell above still covers, the present one included
    };

    void place(const Cell &cell)
    {
        if (m_column >= m_limits.columns || ++m_cells > m_limits.cells || m_number > m_limits.rows) {
            m_failed = m_failed || m_cells > m_limits.cells || m_number > m_limits.rows;
            return;
        }
        m_row.cells.append(cell);
        ++m_column;
    }

    Limits m_limits;
    MessageList &m_messages;
    Grid m_grid;
    GridRow m_row;
    Cell m_cell;
    QString m_source;
    QString m_plain;
    QList<Hanging> m_hanging;
    qint64 m_cells = 0;
    int m_number = 0;
    int m_column = 0;
    bool m_inRow = false;
    bool m_inCell = false;
    bool m_blocks = false;
    bool m_failed = false;
};

constexpr int kBesideKept = 300;

QString firstWords(const Grid &grid)
{
    for (const GridRow &row : grid.rows) {
        for (const Cell &cell : row.cells) {
            if (!cell.isBlank())
                return parseCell(cell.text, cell.flags.testFlag(CellFlag::Html)).text().trimmed().left(60);
        }
    }
    return {};
}

} // namespace

std::optional<Grid> readHtmlTable(const QString &html, const Limits &limits, MessageList &messages)
{
    HtmlTokenizer tokenizer(html);
    HtmlToken token;
    std::optional<Grid> best;
    std::optional<TableBuilder> builder;
    int depth = 0;
    QString beside;
    const auto take = [&] {
        if (!builder)
            return;
        Grid grid = builder->finish();
        if (!grid.isBlank() && (!best || grid.rows.size() > best->rows.size()))
            std::swap(grid, best ? *best : best.emplace());
        if (!grid.isBlank())
            messages.add(MessageCode::OtherTable, Severity::Warning, 0, 0, {firstWords(grid)});
        builder.reset();
    };
    while (tokenizer.next(token)) {
        const bool start = token.kind == HtmlToken::Kind::Start;
        if (token.kind == HtmlToken::Kind::Text || token.kind == HtmlToken::Kind::Character) {
            if (builder)
                builder->text(token.text, token.kind == HtmlToken::Kind::Character);
            else if (beside.size() < kBesideKept)
                beside += token.text;
        } else if (token.text == u"table") {
            depth += start ? 1 : depth > 0 ? -1 : 0;
            if (start && depth == 1)
                builder.emplace(limits, messages);
            else if (!start && depth == 0)
                take();
            else if (builder)
                builder->tag(token);
        } else if (builder && depth == 1 && token.text == u"tr") {
            start ? builder->beginRow() : builder->endRow();
        } else if (builder && depth == 1 && (token.text == u"td" || token.text == u"th")) {
            start ? builder->beginCell(token.attributes) : builder->endCell();
        } else if (builder) {
            builder->tag(token);
        }
        if (builder && builder->failed()) {
            messages.add(MessageCode::TooLarge, Severity::Refusal, 0, 0, {u"cells"_s, QString::number(limits.cells)});
            return std::nullopt;
        }
    }
    take(); // a table that is never closed
    if (!best)
        messages.add(MessageCode::NoTableInHtml, Severity::Refusal);
    else if (beside = beside.simplified(); !beside.isEmpty())
        messages.add(MessageCode::TextBesideTable, Severity::Warning, 0, 0, {beside});
    return best;
}

} // namespace mezasu::exchange
