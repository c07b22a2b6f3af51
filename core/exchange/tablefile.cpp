// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tablefile.h"
#include "core/exchange/delimited.h"
#include "core/exchange/encoding.h"
#include "core/exchange/workbookreader.h"
#include <QFile>
#include <QFileInfo>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

/// A name in the directory of an OLE file, where names are UTF-16.
bool holdsName(const QByteArray &bytes, const QString &name)
{
    QByteArray wide;
    for (const QChar c : name) {
        wide += char(c.cell());
        wide += char(c.row());
    }
    return bytes.contains(wide);
}

QString kindName(FileKind kind)
{
    switch (kind) {
    case FileKind::Workbook:
        return u"xlsx"_s;
    case FileKind::Html:
        return u"html"_s;
    default:
        return u"text"_s;
    }
}

/// Whether people expect such content behind the extension.
bool fits(const QString &extension, FileKind kind)
{
    if (extension.isEmpty())
        return true;
    const bool workbook = extension == u"xlsx" || extension == u"xlsm" || extension == u"xltx";
    const bool html = extension == u"html" || extension == u"htm";
    const bool text = extension == u"tsv" || extension == u"csv" || extension == u"txt" || extension == u"tab";
    switch (kind) {
    case FileKind::Workbook:
        return workbook;
    case FileKind::Html:
        return html;
    default:
        return text;
    }
}

std::optional<TableFile> refuse(MessageCode code, MessageList &messages, const QStringList &args = {})
{
    messages.add(code, Severity::Refusal, 0, 0, args);
    return std::nullopt;
}

} // namespace

FileKind detectKind(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return FileKind::Empty;
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        return FileKind::Workbook;
    if (bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return holdsName(bytes, u"EncryptedPackage"_s) || holdsName(bytes, u"EncryptionInfo"_s)
            ? FileKind::EncryptedWorkbook
            : FileKind::OldWorkbook;
    if (bytes.startsWith("%PDF-"))
        return FileKind::Pdf;
    if (bytes.startsWith("SQLite format 3"))
        return FileKind::Database;
    QByteArray start = bytes.left(4096);
    if (start.startsWith("\xef\xbb\xbf"))
        start.remove(0, 3);
    start = start.trimmed().toLower();
    if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<table"))
        return FileKind::Html;
    // A browser's clipboard begins with <meta>; a table of text may have a table in a cell, but not before its first tab.
    const qsizetype table = start.indexOf("<table");
    if (start.startsWith("<") && table >= 0 && !start.left(table).contains('\t'))
        return FileKind::Html;
    if ((start.startsWith('{') || start.startsWith('[')) && start.contains('"') && !start.contains('\t'))
        return FileKind::Json;
    return FileKind::Text;
}

std::optional<TableFile> readTableFile(
    const QByteArray &bytes, const QString &name, const ReadOptions &options, MessageList &messages)
{
    TableFile result;
    result.file = name;
    result.kind = detectKind(bytes);
    messages.setPlace(name, {});
    if (bytes.size() > options.limits.fileBytes)
        return refuse(MessageCode::TooLarge, messages, {u"bytes"_s, QString::number(options.limits.fileBytes)});
    switch (result.kind) {
    case FileKind::Empty:
        return refuse(MessageCode::EmptyFile, messages);
    case FileKind::Json:
        return refuse(MessageCode::JsonFile, messages);
    case FileKind::EncryptedWorkbook:
        return refuse(MessageCode::EncryptedWorkbook, messages);
    case FileKind::OldWorkbook:
        return refuse(MessageCode::OldWorkbook, messages);
    case FileKind::Pdf:
        return refuse(MessageCode::PdfFile, messages);
    case FileKind::Database:
        return refuse(MessageCode::DatabaseFile, messages);
    case FileKind::Binary:
        return refuse(MessageCode::BinaryFile, messages);
    case FileKind::Workbook: {
        auto sheets = readWorkbook(bytes, name, options.limits, messages);
        if (!sheets)
            return std::nullopt;
        result.sheets = *sheets;
        break;
    }
    case FileKind::Html:
    case FileKind::Text: {
        const auto decoded = decodeText(bytes, options.encoding, messages);
        if (!decoded)
            return std::nullopt;
        result.encoding = encodingName(decoded->encoding);
        auto grid = result.kind == FileKind::Html
            ? readHtmlTable(decoded->text, options.limits, messages)
            : parseDelimited(decoded->text, detectSeparator(decoded->text), options.limits, messages);
        if (!grid)
            return std::nullopt;
        grid->file = name;
        result.sheets = {*grid};
        break;
    }
    }
    const QString extension = QFileInfo(name).suffix().toLower();
    if (!fits(extension, result.kind))
        messages.add(MessageCode::ExtensionDiffers, Severity::Warning, 0, 0, {u'.' + extension, kindName(result.kind)});
    return result;
}

std::optional<TableFile> readTableFileAt(const QString &path, const ReadOptions &options, MessageList &messages)
{
    messages.setPlace(path, {});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(MessageCode::CannotOpen, messages, {file.errorString()});
    if (file.size() > options.limits.fileBytes)
        return refuse(MessageCode::TooLarge, messages, {u"bytes"_s, QString::number(options.limits.fileBytes)});
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return refuse(MessageCode::CannotOpen, messages, {file.errorString()});
    return readTableFile(bytes, path, options, messages);
}

std::optional<TableFile> readClipboard(
    const QString &html, const QString &text, const Limits &limits, MessageList &messages)
{
    TableFile result;
    std::optional<Grid> grid;
    if (!html.isEmpty()) {
        MessageList ofHtml;
        grid = readHtmlTable(html, limits, ofHtml);
        if (grid || text.isEmpty())
            messages.append(ofHtml);
        result.kind = FileKind::Html;
    }
    if (!grid && (!text.isEmpty() || html.isEmpty())) {
        grid = parseDelimited(text, detectSeparator(text), limits, messages);
        result.kind = FileKind::Text;
    }
    if (!grid)
        return std::nullopt;
    result.sheets = {*grid};
    return result;
}

} // namespace mezasu::exchange
