// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/delimitedwriter.h"
#include "core/exchange/formulaguard.h"

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

/// A cell as it stands in the file. Quotes only where reading would else find something different: a TSV cell with
/// quotes inside stays as it is, and what begins the file is not taken for a mark of its encoding.
QString quoted(const QString &text, QChar separator, bool isFirst)
{
    bool needed = text.startsWith(u'"') || (isFirst && text.startsWith(QChar(QChar::ByteOrderMark)));
    for (const QChar c : text)
        needed = needed || c == separator || c == u'\n' || c == u'\r' || (c == u'"' && separator != u'\t');
    if (!needed)
        return text;
    QString doubled = text;
    doubled.replace(u"\""_s, u"\"\""_s);
    return QString(u'"' + doubled + u'"');
}

QList<QList<SheetCell>> filled(QList<QList<SheetCell>> rows)
{
    for (qsizetype row = 0; row < rows.size(); ++row) {
        for (qsizetype column = 0; column < rows.at(row).size(); ++column) {
            const SheetCell cell = rows.at(row).at(column);
            for (int r = 0; r < cell.rowSpan && row + r < rows.size(); ++r) {
                for (int c = 0; c < cell.columnSpan && column + c < rows.at(row + r).size(); ++c)
                    rows[row + r][column + c].text = cell.text;
            }
        }
    }
    return rows;
}

/// Characters for a message; a variation selector, which nobody sees, by its number.
QString shown(const QStringList &characters)
{
    QStringList names;
    for (const QString &character : characters) {
        const uint code = character.toUcs4().value(0);
        const bool selector = (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
        names += selector ? QString(u"U+" + QString::number(code, 16).toUpper()) : character;
    }
    return names.join(u' ');
}

} // namespace

WriteResult writeDelimited(const Sheet &sheet, const DelimitedOptions &options, QIODevice *device)
{
    WriteResult result;
    QByteArray bytes;
    if (options.mark && options.encoding == Encoding::Utf8)
        bytes = "\xef\xbb\xbf";
    const QByteArray lineEnd = options.crlf ? "\r\n" : "\n";
    const QList<QList<SheetCell>> rows = options.fillMerged ? filled(sheet.rows) : sheet.rows;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        for (qsizetype column = 0; column < rows.at(row).size(); ++column) {
            if (column > 0)
                bytes += char(options.separator.unicode());
            const QString &text = rows.at(row).at(column).text;
            if (needsApostrophe(text))
                ++result.guarded;
            const QString cell = quoted(guarded(text), options.separator, row == 0 && column == 0);
            if (options.encoding != Encoding::Cp932) {
                bytes += cell.toUtf8();
                continue;
            }
            const Cp932Result encoded = encodeCp932(cell);
            bytes += encoded.bytes;
            if (!encoded.alike.isEmpty())
                result.messages.add(MessageCode::EncodedAlike, Severity::Warning, int(row) + 1, int(column) + 1,
                    {encoded.alike.join(u' ')});
            if (!encoded.notEncodable.isEmpty()) {
                result.messages.add(MessageCode::NotEncodable, Severity::Warning, int(row) + 1, int(column) + 1,
                    {shown(encoded.notEncodable), u"〓"_s});
            }
        }
        bytes += lineEnd;
    }
    if (result.guarded > 0)
        result.messages.add(MessageCode::FormulaGuarded, Severity::Info, 0, 0, {QString::number(result.guarded)});
    result.ok = device->write(bytes) == bytes.size();
    if (!result.ok)
        result.messages.add(MessageCode::CannotWrite, Severity::Refusal, 0, 0, {device->errorString()});
    return result;
}

} // namespace mezasu::exchange
