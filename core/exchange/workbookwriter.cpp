// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/workbookwriter.h"
#include "core/exchange/formulaguard.h"
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <algorithm>
#include <xlsxwriter.h>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestCell = 32767;
constexpr double kLineHeightPt = 13.5;
constexpr double kTallestRowPt = 409.0; // what a spreadsheet allows
constexpr uint8_t kPaperA3 = 8;
constexpr int kNarrowest = 8;
constexpr int kWidest = 60;

/// Width in half-width characters.
int widthOf(QStringView text)
{
    int width = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (c.isLowSurrogate() || c.isMark())
            continue;
        width += u < 0x1100 || (u >= 0xff61 && u <= 0xff9f) ? 1 : 2;
    }
    return width;
}

int linesOf(const QString &text, int columnWidth)
{
    int lines = 0;
    const auto parts = QStringView(text).split(u'\n');
    for (const QStringView part : parts)
        lines += std::max(1, (widthOf(part) + columnWidth - 2) / std::max(1, columnWidth - 1));
    return std::max(1, lines);
}

/// A text as a workbook can hold it: literal _x000D_ must not be read as a character.
QByteArray cellBytes(const QString &text)
{
    QString result = text;
    for (qsizetype i = result.indexOf(u"_x"_s); i >= 0; i = result.indexOf(u"_x"_s, i + 1)) {
        bool hex = i + 6 < result.size() && result.at(i + 6) == u'_';
        for (qsizetype k = i + 2; hex && k < i + 6; ++k)
            hex = result.at(k).isDigit() || (result.at(k).toUpper() >= u'A' && result.at(k).toUpper() <= u'F');
        if (hex)
            result.insert(i, u"_x005F"_s);
        if (hex)
            i += 6;
    }
    result.replace(u"\r"_s, u"_x000D_"_s);
    return result.toUtf8();
}

/// A name that a workbook takes: without certain characters, at most 31 of them, and no other sheet's.
QByteArray sheetName(QString name, qsizetype number, QSet<QString> &used)
{
    static const QString forbidden = u"[]:*?/\\'"_s;
    for (QChar &c : name) {
        if (forbidden.contains(c))
            c = u' ';
    }
    name = name.trimmed().left(31);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    while (name.isEmpty() || used.contains(name.toLower())) {
        const QString suffix = u" "_s + QString::number(number);
        name = name.isEmpty() ? QString(u"Sheet"_s + QString::number(number))
                              : QString(name.left(31 - suffix.size()) + suffix);
        ++number;
    }
    used.insert(name.toLower());
    return name.toUtf8();
}

class SheetWriter
{
public:
    SheetWriter(const Sheet &sheet, lxw_workbook *book, lxw_worksheet *target, WriteResult &result)
        : m_sheet(sheet)
        , m_target(target)
        , m_result(result)
    {
        m_cellFormat = makeFormat(book, false);
        m_headingFormat = makeFormat(book, true);
    }

    void write()
    {
        chooseWidths();
        setUpPage();
        writeHeights();
        for (qsizetype row = 0; row < m_sheet.rows.size(); ++row) {
            for (qsizetype column = 0; column < m_sheet.rows.at(row).size(); ++column)
                writeCell(row, column);
        }
        if (m_sheet.hidden)
            worksheet_hide(m_target);
    }

private:
    static lxw_format *makeFormat(lxw_workbook *book, bool heading)
    {
        lxw_format *format = workbook_add_format(book);
        format_set_num_format_index(format, 49); // text
        format_set_text_wrap(format);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_align(format, heading ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
        if (heading) {
            format_set_align(format, LXW_ALIGN_CENTER);
            format_set_bold(format);
            format_set_bg_color(format, 0xE8EEF4);
        }
        format_set_font_name(format, "游ゴシック");
        format_set_font_size(format, 10);
        return format;
    }

    void chooseWidths()
    {
        qsizetype columns = 0;
        for (const QList<SheetCell> &row : m_sheet.rows)
            columns = std::max(columns, row.size());
        for (qsizetype column = 0; column < columns; ++column) {
            int width = m_sheet.columnWidths.value(column, 0);
            if (width <= 0) {
                int longest = kNarrowest;
                for (const QList<SheetCell> &row : m_sheet.rows) {
                    if (column < row.size() && row.at(column).columnSpan == 1)
                        longest = std::max(longest, std::min(widthOf(row.at(column).text), 40 * kWidest));
                }
                // Short texts in one line, long ones in a column wide enough to keep the row low.
                width = longest <= 24 ? longest + 2 : std::clamp(16 + longest / 10, 24, kWidest);
            }
            m_widths.append(width);
            lxw_row_col_options options = {};
            options.hidden = m_sheet.hiddenColumns.value(column, false) ? 1 : 0;
            worksheet_set_column_opt(m_target, lxw_col_t(column), lxw_col_t(column), width, nullptr, &options);
        }
    }

    void setUpPage()
    {
        worksheet_set_landscape(m_target);
        worksheet_set_paper(m_target, kPaperA3);
        worksheet_fit_to_pages(m_target, 1, 0);
        worksheet_set_margins(m_target, 0.6, 0.4, 0.6, 0.6);
        worksheet_set_footer(m_target, "&C&P / &N");
        if (m_sheet.headingRows > 0) {
            worksheet_repeat_rows(m_target, 0, lxw_row_t(m_sheet.headingRows - 1));
            worksheet_freeze_panes(m_target, lxw_row_t(m_sheet.headingRows), 0);
        }
    }

    int spanWidth(qsizetype column, int span) const
    {
        int width = 0;
        for (int i = 0; i < span; ++i)
            width += m_widths.value(column + i, 0);
        return std::max(width, 1);
    }

    void writeHeights()
    {
        QList<double> heights(m_sheet.rows.size(), kLineHeightPt + 3);
        for (qsizetype row = 0; row < m_sheet.rows.size(); ++row) {
            for (qsizetype column = 0; column < m_sheet.rows.at(row).size(); ++column) {
                const SheetCell &cell = m_sheet.rows.at(row).at(column);
                if (cell.rowSpan > 1 || m_sheet.hiddenColumns.value(column, false))
                    continue;
                const double height = linesOf(cell.text, spanWidth(column, cell.columnSpan)) * kLineHeightPt + 3;
                heights[row] = std::min(kTallestRowPt, std::max(heights.at(row), height));
            }
        }
        // A merged cell that needs more than its rows have makes the last of them taller.
        for (qsizetype row = 0; row < m_sheet.rows.size(); ++row) {
            for (qsizetype column = 0; column < m_sheet.rows.at(row).size(); ++column) {
                const SheetCell &cell = m_sheet.rows.at(row).at(column);
                if (cell.rowSpan < 2)
                    continue;
                const qsizetype last = std::min(row + cell.rowSpan, m_sheet.rows.size()) - 1;
                double have = 0;
                for (qsizetype i = row; i <= last; ++i)
                    have += heights.at(i);
                const double need = linesOf(cell.text, spanWidth(column, cell.columnSpan)) * kLineHeightPt + 3;
                if (need > have)
                    heights[last] = std::min(kTallestRowPt, heights.at(last) + need - have);
            }
        }
        for (qsizetype row = 0; row < heights.size(); ++row)
            worksheet_set_row(m_target, lxw_row_t(row), heights.at(row), nullptr);
    }

    void writeCell(qsizetype row, qsizetype column)
    {
        const SheetCell &cell = m_sheet.rows.at(row).at(column);
        lxw_format *format = row < m_sheet.headingRows ? m_headingFormat : m_cellFormat;
        QString text = guardedForWorkbook(cell.text);
        if (text.size() != cell.text.size())
            ++m_result.guarded;
        QByteArray bytes = cellBytes(text);
        if (text.size() > kLongestCell || QString::fromUtf8(bytes).size() > kLongestCell) {
            m_result.messages.add(MessageCode::CellTooLong, Severity::Warning, int(row) + 1, int(column) + 1,
                {QString::number(text.size()), QString::number(kLongestCell)});
            bytes.clear();
        }
        const auto r = lxw_row_t(row);
        const auto c = lxw_col_t(column);
        if (cell.rowSpan > 1 || cell.columnSpan > 1) {
            worksheet_merge_range(
                m_target, r, c, lxw_row_t(row + cell.rowSpan - 1), lxw_col_t(column + cell.columnSpan - 1), "", format);
            for (int i = 0; i < cell.rowSpan; ++i) {
                for (int k = 0; k < cell.columnSpan; ++k)
                    m_covered.insert(quint64(row + i) << 20 | quint64(column + k));
            }
        } else if (m_covered.contains(quint64(row) << 20 | quint64(column)) && bytes.isEmpty()) {
            return; // merge_range has drawn it
        }
        if (bytes.isEmpty())
            worksheet_write_blank(m_target, r, c, format);
        else
            worksheet_write_string(m_target, r, c, bytes.constData(), format);
    }

    const Sheet &m_sheet;
    lxw_worksheet *m_target;
    WriteResult &m_result;
    lxw_format *m_cellFormat = nullptr;
    lxw_format *m_headingFormat = nullptr;
    QList<int> m_widths;
    QSet<quint64> m_covered;
};

} // namespace

WriteResult writeWorkbook(const QList<Sheet> &sheets, const WorkbookOptions &options, QIODevice *device)
{
    WriteResult result;
    const auto fail = [&result](const QString &reason) {
        result.messages.add(MessageCode::CannotWrite, Severity::Refusal, 0, 0, {reason});
        return result;
    };
    // The library writes to a name only.
    QTemporaryDir folder;
    if (!folder.isValid())
        return fail(folder.errorString());
    const QString path = folder.filePath(u"table.xlsx"_s);
    lxw_workbook *book = workbook_new(QFile::encodeName(path).constData());
    if (!book)
        return fail(u"libxlsxwriter"_s);
    QByteArray title = options.title.toUtf8();
    QByteArray author = options.author.toUtf8();
    lxw_doc_properties properties = {};
    properties.title = title.isEmpty() ? nullptr : title.data();
    properties.author = author.isEmpty() ? nullptr : author.data();
    properties.created = time_t(options.created.toSecsSinceEpoch());
    workbook_set_properties(book, &properties);
    QSet<QString> names;
    QString failed;
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        lxw_worksheet *target = workbook_add_worksheet(book, sheetName(sheets.at(i).name, i + 1, names).constData());
        if (target)
            SheetWriter(sheets.at(i), book, target, result).write();
        else
            failed = sheets.at(i).name;
    }
    const lxw_error error = workbook_close(book);
    if (error != LXW_NO_ERROR)
        return fail(QString::fromUtf8(lxw_strerror(error)));
    if (!failed.isNull())
        return fail(failed);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.errorString());
    const QByteArray bytes = file.readAll();
    if (result.guarded > 0)
        result.messages.add(MessageCode::FormulaGuarded, Severity::Info, 0, 0, {QString::number(result.guarded)});
    result.ok = device->write(bytes) == bytes.size();
    return result.ok ? result : fail(device->errorString());
}

} // namespace mezasu::exchange
