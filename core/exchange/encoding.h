// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/message.h"
#include <QByteArray>
#include <QString>
#include <optional>

namespace mezasu::exchange {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Cp932 };

/// The encoding of that name ("utf-8", "UTF-16LE", "Shift_JIS", "cp932", …), whatever its case; nothing if unknown.
std::optional<Encoding> encodingByName(const QString &name);
QString encodingName(Encoding encoding);

struct DecodedText
{
    QString text; ///< without a byte order mark
    Encoding encoding = Encoding::Utf8;
    bool hadMark = false;
};

/// Turns bytes into text: by the name given; else by the byte order mark; else as strict UTF-8; else as CP932.
/// Nothing is replaced: what cannot be read is refused, with its place.
/// \param name empty for detection. UTF-16 without a mark is read only when named.
/// \retval nullopt with a refusal in \p messages: UnknownEncoding, NotDecodable, NulCharacter, BinaryFile
std::optional<DecodedText> decodeText(const QByteArray &bytes, const QString &name, MessageList &messages);

struct Cp932Result
{
    QByteArray bytes;
    QStringList notEncodable; ///< each character once, in order of appearance; 〓 stands for it
    QStringList alike;        ///< "〜→～": each character once for which one that looks the same stands
};

/// Code page 932 by our own table, the same on every platform. 〜 − ‖ — become ～ － ∥ ― first, which is
/// what Windows shows for them. A variation selector after a character that stays is dropped and listed.
Cp932Result encodeCp932(const QString &text);

} // namespace mezasu::exchange
