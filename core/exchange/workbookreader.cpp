// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/workbookreader.h"
#include "core/exchange/formulaguard.h"
#include "core/exchange/messagetext.h"
#include "core/exchange/numberformat.h"
#include "core/exchange/xmlpart.h"
#include <QHash>
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

/// _x000D_ and the like, which workbooks write for characters that XML cannot hold.
QString unescaped(const QString &text)
{
    if (!text.contains(u"_x"_s))
        return text;
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'_' && i + 6 < text.size() && text.at(i + 1) == u'x' && text.at(i + 6) == u'_') {
            bool ok = false;
            const ushort code = text.mid(i + 2, 4).toUShort(&ok, 16);
            if (ok) {
                result += QChar(code);
                i += 6;
                continue;
            }
        }
        result += text.at(i);
    }
    return result;
}

QString normalLineEnds(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text.at(i) == u'\r')
            text[i] = u'\n';
    }
    return text;
}

class WorkbookReader
{
public:
    WorkbookReader(const QByteArray &bytes, const QString &file, const Limits &limits, MessageList &messages)
        : m_archive(bytes, limits)
        , m_file(file)
        , m_limits(limits)
        , m_messages(messages)
    {
    }

    std::optional<QList<Grid>> read()
    {
        if (!m_archive.isOpen())
            return refuse(MessageCode::DamagedWorkbook, {m_file, u"zip"_s});
        if (m_archive.entryCount() > m_limits.zipEntries)
            return refuse(MessageCode::TooLarge, {u"entries"_s, QString::number(m_limits.zipEntries)});
        const QString main = mainPart();
        if (m_messages.hasRefusal())
            return std::nullopt;
        if (!m_archive.contains(main)) {
            if (m_archive.contains(u"xl/workbook.bin"_s))
                return refuse(MessageCode::BinaryWorkbook, {});
            return refuse(
                m_archive.contains(u"content.xml"_s) ? MessageCode::OpenDocument : MessageCode::NotAWorkbook, {});
        }
        m_folder = main.left(main.lastIndexOf(u'/') + 1);
        if (!readRelations(main) || !readSheetList(main) || !readStyles() || !readStrings())
            return std::nullopt;
        QList<Grid> grids;
        for (const SheetInfo &sheet : std::as_const(m_sheets)) {
            Grid grid;
            if (!readSheet(sheet, grid))
                return std::nullopt;
            grids.append(std::move(grid));
        }
        m_messages.setPlace(m_file, {});
        return grids;
    }

private:
    struct SheetInfo
    {
        QString name;
        QString part;
        bool hidden = false;
    };
    struct RawCell
    {
        QString type;
        int style = 0;
        QString value;
        QString inlineText;
        bool formula = false;
        bool hasValue = false;
    };

    std::nullopt_t refuse(MessageCode code, const QStringList &args)
    {
        m_messages.add(code, Severity::Refusal, 0, 0, args);
        return std::nullopt;
    }

    QString resolved(const QString &target, const QString &folder) const
    {
        if (target.startsWith(u'/'))
            return target.mid(1);
        QStringList parts = QString(folder + target).split(u'/');
        for (qsizetype i = 1; i < parts.size();) {
            if (parts.at(i) == u"..") {
                parts.remove(i - 1, 2);
                i = std::max<qsizetype>(1, i - 1);
            } else {
                ++i;
            }
        }
        return parts.join(u'/');
    }

    QString mainPart()
    {
        QString main = u"xl/workbook.xml"_s;
        XmlPart xml(m_archive, u"_rels/.rels"_s, m_limits);
        while (xml.next()) {
            if (xml.isStart(u"Relationship") && xml.attribute(u"Type"_s).endsWith(u"/officeDocument"))
                main = resolved(xml.attribute(u"Target"_s), {});
        }
        xml.finish(m_messages);
        // A document or a slide show has its own main part; only a workbook's name ends so.
        return main.endsWith(u".bin") || main.endsWith(u"document.xml") || main.endsWith(u"presentation.xml")
            ? QString()
            : main;
    }

    bool readRelations(const QString &main)
    {
        const QString name = main.mid(main.lastIndexOf(u'/') + 1);
        XmlPart xml(m_archive, m_folder + u"_rels/" + name + u".rels", m_limits);
        while (xml.next()) {
            if (!xml.isStart(u"Relationship"))
                continue;
            const QString part = resolved(xml.attribute(u"Target"_s), m_folder);
            const QString type = xml.attribute(u"Type"_s);
            m_relations.insert(xml.attribute(u"Id"_s), part);
            if (type.endsWith(u"/sharedStrings"))
                m_stringsPart = part;
            else if (type.endsWith(u"/styles"))
                m_stylesPart = part;
        }
        return xml.finish(m_messages);
    }

    bool readSheetList(const QString &main)
    {
        XmlPart xml(m_archive, main, m_limits);
        while (xml.next()) {
            if (xml.isStart(u"workbookPr")) {
                const QString flag = xml.attribute(u"date1904"_s);
                m_from1904 = flag == u"1" || flag == u"true";
            } else if (xml.isStart(u"sheet")) {
                SheetInfo sheet;
                sheet.name = xml.attribute(u"name"_s);
                sheet.hidden = xml.attribute(u"state"_s).contains(u"idden");
                sheet.part = m_relations.value(xml.attributeAnyNamespace(u"id"));
                if (m_archive.contains(sheet.part) && !sheet.part.contains(u"chartsheets/"))
                    m_sheets.append(sheet);
            }
        }
        if (!xml.finish(m_messages))
            return false;
        if (m_sheets.isEmpty())
            refuse(MessageCode::NoSheet, {});
        return !m_sheets.isEmpty();
    }

    bool readStyles()
    {
        XmlPart xml(m_archive, m_stylesPart, m_limits);
        QHash<int, QString> formats;
        bool inCells = false;
        while (xml.next()) {
            if (xml.isStart(u"numFmt"))
                formats.insert(xml.attribute(u"numFmtId"_s).toInt(), xml.attribute(u"formatCode"_s));
            else if (xml.isStart(u"cellXfs"))
                inCells = true;
            else if (xml.isEnd(u"cellXfs"))
                inCells = false;
            else if (inCells && xml.isStart(u"xf") && m_formats.size() < 100'000) {
                const int id = xml.attribute(u"numFmtId"_s).toInt();
                m_formats.append(formats.contains(id) ? formats.value(id) : builtInFormat(id));
                m_isDate.append(numberKind(m_formats.constLast()) == NumberKind::Date);
            }
        }
        return xml.finish(m_messages);
    }

    /// The words of a <si> or <is> that just began: plain or rich text, without furigana.
    QString readRichText(XmlPart &xml, QStringView element)
    {
        QString text;
        bool inText = false;
        while (xml.next() && !xml.isEnd(element)) {
            if (xml.isStart(u"rPh"))
                xml.skip();
            else if (xml.isStart(u"t"))
                inText = true;
            else if (xml.isEnd(u"t"))
                inText = false;
            else if (inText && xml.isText())
                text += xml.text();
        }
        return unescaped(text);
    }

    bool readStrings()
    {
        XmlPart xml(m_archive, m_stringsPart, m_limits);
        while (xml.next()) {
            if (xml.isStart(u"si"))
                m_strings.append(readRichText(xml, u"si"));
            if (m_strings.size() > m_limits.cells) {
                refuse(MessageCode::TooLarge, {u"cells"_s, QString::number(m_limits.cells)});
                return false;
            }
        }
        return xml.finish(m_messages);
    }

    RawCell readRawCell(XmlPart &xml)
    {
        RawCell raw;
        raw.type = xml.attribute(u"t"_s);
        raw.style = xml.attribute(u"s"_s).toInt();
        bool inValue = false;
        while (xml.next() && !xml.isEnd(u"c")) {
            if (xml.isStart(u"v")) {
                inValue = true;
                raw.hasValue = true;
            } else if (xml.isEnd(u"v")) {
                inValue = false;
            } else if (xml.isStart(u"f")) {
                raw.formula = true;
            } else if (xml.isStart(u"is")) {
                raw.inlineText = readRichText(xml, u"is");
                raw.hasValue = true;
            } else if (inValue && xml.isText()) {
                raw.value += xml.text();
            }
        }
        return raw;
    }

    Cell toCell(const RawCell &raw, int row, int column)
    {
        Cell cell;
        if (raw.type == u"s") {
            bool ok = false;
            const qsizetype index = raw.value.toInt(&ok);
            if (ok && index >= 0 && index < m_strings.size())
                cell.text = m_strings.at(index);
        } else if (raw.type == u"inlineStr") {
            cell.text = raw.inlineText;
        } else if (raw.type == u"str") {
            cell.text = unescaped(raw.value);
        } else if (raw.type == u"b") {
            cell.text = raw.value == u"1" ? u"TRUE"_s : u"FALSE"_s;
        } else if (raw.type == u"e") {
            cell.text = raw.value;
            cell.flags |= CellFlag::Error;
            m_messages.add(MessageCode::ErrorValue, Severity::Warning, row, column + 1, {raw.value});
        } else if (raw.type == u"d") {
            cell.text = raw.value;
            cell.flags |= CellFlag::Date;
        } else if (!raw.value.isEmpty()) {
            cell.flags |= CellFlag::Number;
            if (raw.style >= 0 && raw.style < m_isDate.size() && m_isDate.at(raw.style)) {
                cell.text = isoDate(raw.value.toDouble(), m_from1904);
                if (!cell.text.isEmpty())
                    cell.flags |= CellFlag::Date;
            }
            if (cell.text.isEmpty())
                cell.text = formatNumber(raw.value, raw.style >= 0 ? m_formats.value(raw.style) : QString());
        }
        if (raw.formula) {
            cell.flags |= CellFlag::Formula;
            if (raw.hasValue && (!raw.value.isEmpty() || raw.type == u"str"))
                m_messages.add(MessageCode::FormulaValue, Severity::Info, row, column + 1);
            else
                m_messages.add(MessageCode::FormulaWithoutValue, Severity::Warning, row, column + 1);
        }
        if (!cell.flags.testFlag(CellFlag::Number)) {
            const QString plain = unguarded(cell.text);
            if (plain.size() != cell.text.size())
                m_messages.add(MessageCode::ApostropheRemoved, Severity::Info, row, column + 1);
            cell.text = normalLineEnds(plain);
        }
        return cell;
    }

    bool readSheet(const SheetInfo &sheet, Grid &grid)
    {
        m_messages.setPlace(m_file, sheet.name);
        grid.file = m_file;
        grid.sheet = sheet.name;
        grid.hidden = sheet.hidden;
        XmlPart xml(m_archive, sheet.part, m_limits);
        GridRow row;
        int number = 0;
        int column = 0;
        int hiddenRows = 0;
        QStringList merges;
        while (xml.next()) {
            if (xml.isStart(u"row")) {
                bool ok = false;
                const int given = xml.attribute(u"r"_s).toInt(&ok);
                number = ok && given > number ? given : number + 1;
                if (number > m_limits.rows) {
                    refuse(MessageCode::TooLarge, {u"rows"_s, QString::number(m_limits.rows)});
                    return false;
                }
                row = GridRow();
                row.number = number;
                const QString hidden = xml.attribute(u"hidden"_s);
                row.hidden = hidden == u"1" || hidden == u"true";
                column = 0;
            } else if (xml.isStart(u"c")) {
                int at = column;
                int ignored = 0;
                if (parseReference(xml.attribute(u"r"_s), at, ignored))
                    column = std::max(column, at);
                Cell cell = toCell(readRawCell(xml), number, column);
                if (!cell.text.isEmpty()) {
                    if (column >= m_limits.columns) {
                        m_messages.add(MessageCode::ColumnsIgnored, Severity::Warning, number, column + 1,
                            {QString::number(m_limits.columns)});
                    } else {
                        m_cells += column + 1 - row.cells.size();
                        if (m_cells > m_limits.cells) {
                            refuse(MessageCode::TooLarge, {u"cells"_s, QString::number(m_limits.cells)});
                            return false;
                        }
                        row.cells.resize(column);
                        row.cells.append(std::move(cell));
                    }
                }
                ++column;
            } else if (xml.isEnd(u"row")) {
                if (!row.isBlank()) {
                    hiddenRows += row.hidden ? 1 : 0;
                    grid.rows.append(std::move(row));
                    row = GridRow();
                }
            } else if (xml.isStart(u"mergeCell") && merges.size() < 200'000) {
                merges.append(xml.attribute(u"ref"_s));
            }
        }
        if (!xml.finish(m_messages))
            return false;
        if (hiddenRows > 0 && !sheet.hidden)
            m_messages.add(MessageCode::HiddenRowsTaken, Severity::Info, 0, 0, {QString::number(hiddenRows)});
        applyMerges(grid, merges);
        return true;
    }

    void applyMerges(Grid &grid, const QStringList &merges)
    {
        qint64 budget = m_limits.cells; // overlapping merges, which no spreadsheet writes, must not cost more than this
        for (const QString &merge : merges) {
            const qsizetype colon = merge.indexOf(u':');
            int left = 0, top = 0, right = 0, bottom = 0;
            if (colon < 0 || !parseReference(QStringView(merge).left(colon), left, top)
                || !parseReference(QStringView(merge).mid(colon + 1), right, bottom) || right < left || bottom < top)
                continue;
            right = std::min(right, m_limits.columns - 1);
            auto row = std::lower_bound(grid.rows.begin(), grid.rows.end(), top,
                [](const GridRow &r, int number) { return r.number < number; });
            for (; row != grid.rows.end() && row->number <= bottom; ++row) {
                budget -= right - left + 1;
                if (budget < 0)
                    return;
                const qsizetype size = row->cells.size();
                if (size <= right) {
                    m_cells += right + 1 - size;
                    if (m_cells > m_limits.cells)
                        return;
                    row->cells.resize(right + 1);
                }
                for (int column = left; column <= right; ++column) {
                    Cell &cell = row->cells[column];
                    if (row->number == top && column == left) {
                        cell.rowSpan = bottom - top + 1;
                        cell.columnSpan = right - left + 1;
                    } else {
                        cell.flags |= CellFlag::Covered;
                        if (!cell.isBlank())
                            m_messages.add(MessageCode::CoveredTextLeftOut, Severity::Warning, row->number, column + 1,
                                {cell.text.left(60)});
                        cell.text.clear(); // no spreadsheet shows it
                    }
                }
            }
        }
    }

    ZipArchive m_archive;
    QString m_file;
    Limits m_limits;
    MessageList &m_messages;
    QString m_folder;
    QHash<QString, QString> m_relations;
    QString m_stringsPart;
    QString m_stylesPart;
    QList<SheetInfo> m_sheets;
    QStringList m_strings;
    QStringList m_formats;
    QList<bool> m_isDate;
    qint64 m_cells = 0;
    bool m_from1904 = false;
};

} // namespace

bool parseReference(QStringView reference, int &column, int &row)
{
    int letters = 0;
    qsizetype i = 0;
    for (; i < reference.size() && reference.at(i) >= u'A' && reference.at(i) <= u'Z' && i < 4; ++i)
        letters = letters * 26 + (reference.at(i).unicode() - u'A' + 1);
    bool ok = false;
    const int number = reference.mid(i).toInt(&ok);
    if (letters == 0 || !ok || number < 1)
        return false;
    column = letters - 1;
    row = number;
    return true;
}

std::optional<QList<Grid>> readWorkbook(
    const QByteArray &bytes, const QString &file, const Limits &limits, MessageList &messages)
{
    return WorkbookReader(bytes, file, limits, messages).read();
}

} // namespace mezasu::exchange
