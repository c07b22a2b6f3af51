// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cellblock.h"

#include "core/exchange/cellcontent.h"
#include "core/exchange/delimited.h"
#include "core/exchange/tablefile.h"
#include "core/plan/decimal.h"

#include <QMimeData>

namespace mezasu::ui::cellblock {

using namespace Qt::StringLiterals;

namespace {

/// Far more than an indicator has years and columns.
constexpr int kMostRows = 2000;
constexpr int kMostColumns = 200;

Block blockOf(const std::optional<exchange::Grid> &grid)
{
    Block block;
    if (!grid)
        return block;
    for (const exchange::GridRow &row : grid->rows) {
        while (block.size() + 1 < row.number) // rows without cells count
            block.append(QStringList{QString()});
        QStringList cells;
        for (const exchange::Cell &cell : row.cells)
            cells.append(cell.flags.testFlag(exchange::CellFlag::Html) ? exchange::parseCell(cell.text, true).text()
                                                                       : cell.text);
        block.append(cells.isEmpty() ? QStringList{QString()} : cells);
    }
    return block;
}

bool haveSameShape(const Block &a, const Block &b)
{
    return a.size() == b.size()
        && std::equal(a.begin(), a.end(), b.begin(),
            [](const QStringList &x, const QStringList &y) { return x.size() == y.size(); });
}

QString quoted(const QString &cell)
{
    const bool needs = cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'"');
    return needs ? QString(u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"') : cell;
}

QString htmlCell(const QString &cell)
{
    QString style;
    if (const auto number = Decimal::fromCanonical(cell)) {
        const QString zeros =
            number->decimals() > 0 ? QString(u"\\."_s + QString(number->decimals(), u'0')) : QString();
        style = u" style='mso-number-format:\"0%1\"'"_s.arg(zeros);
    }
    return u"<td%1>%2</td>"_s.arg(style, cell.toHtmlEscaped().replace(u'\n', u"<br>"_s));
}

} // namespace

Block fromClipboard(const QMimeData &copied)
{
    exchange::Limits limits;
    limits.rows = kMostRows;
    limits.columns = kMostColumns;
    exchange::MessageList unsaid; // what could not be read shows in the cells
    Block html;
    if (copied.hasHtml() && copied.html().contains("<t"_L1, Qt::CaseInsensitive))
        html = blockOf(exchange::readHtmlTable(copied.html(), limits, unsaid));
    QString plain = copied.text();
    if (plain.endsWith(u'\n'))
        plain.chop(plain.endsWith("\r\n"_L1) ? 2 : 1);
    Block text;
    qsizetype width = 1, height = 1; // the reader leaves out blank cells at the ends; here they are cells to be emptied
    for (const QString &line : plain.split(u'\n'))
        width = std::max(width, line.count(u'\t') + 1);
    if (!plain.contains(u'"'))
        height = plain.count(u'\n') + 1;
    if (!plain.contains(u'\t') && !plain.contains(u'\n') && !plain.contains(u'"'))
        text = plain.isEmpty() ? Block() : Block{{plain}};
    else
        text = blockOf(exchange::parseDelimited(plain, u'\t', limits, unsaid));
    while (!text.isEmpty() && text.size() < std::min<qsizetype>(height, kMostRows))
        text.append(QStringList());
    for (QStringList &row : text) {
        while (row.size() < std::min<qsizetype>(width, kMostColumns))
            row.append(QString());
    }
    return html.isEmpty() || haveSameShape(html, text) ? text : html;
}

std::unique_ptr<QMimeData> toClipboard(const Block &block)
{
    auto copied = std::make_unique<QMimeData>();
    QStringList lines;
    QString html = u"<meta charset=\"utf-8\"><table>"_s;
    for (const QStringList &row : block) {
        QStringList cells;
        html += "<tr>"_L1;
        for (const QString &cell : row) {
            cells.append(quoted(cell));
            html += htmlCell(cell);
        }
        html += "</tr>"_L1;
        lines.append(cells.join(u'\t'));
    }
    html += "</table>"_L1;
    copied->setText(lines.join(u'\n'));
    copied->setHtml(html);
    return copied;
}

} // namespace mezasu::ui::cellblock
