// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/grid.h"
#include "core/exchange/limits.h"
#include "core/exchange/message.h"
#include <QByteArray>
#include <optional>

namespace mezasu::exchange {

/// What bytes are, by their content.
enum class FileKind {
    Empty,
    Text, ///< TSV, CSV
    Html,
    Json,
    Workbook, ///< a zip file; whether it is a workbook shows when it is read
    EncryptedWorkbook,
    OldWorkbook,
    Pdf,
    Database,
    Binary
};

FileKind detectKind(const QByteArray &bytes);

struct ReadOptions
{
    QString encoding; ///< by name; empty: detected
    Limits limits;
};

/// What a file holds, before anything is known about its meaning.
struct TableFile
{
    QString file; ///< as the caller named it
    FileKind kind = FileKind::Empty;
    QString encoding;   ///< of texts: "utf-8" …
    QList<Grid> sheets; ///< one for texts; every sheet of a workbook, hidden ones too
};

/// Reads a table from bytes, by its content and not by its name.
/// \param name for messages; its extension is compared with the content
/// \retval nullopt with a refusal in \p messages
std::optional<TableFile> readTableFile(
    const QByteArray &bytes, const QString &name, const ReadOptions &options, MessageList &messages);

/// The same from a file on disk. CannotOpen and TooLarge are refusals too.
std::optional<TableFile> readTableFileAt(const QString &path, const ReadOptions &options, MessageList &messages);

/// A table from the clipboard: its HTML if there is a table in it, else its text as TSV or CSV.
std::optional<TableFile> readClipboard(
    const QString &html, const QString &text, const Limits &limits, MessageList &messages);

/// A table from HTML, as spreadsheets and browsers put it on the clipboard: the largest table in it.
std::optional<Grid> readHtmlTable(const QString &html, const Limits &limits, MessageList &messages);

} // namespace mezasu::exchange
