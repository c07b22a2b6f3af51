// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journalsource.h"

namespace mezasu::codec {

/// A value as two columns: what it is, and its text (JSON where it is not plain).
struct Columns
{
    QString type;  ///< null: no value
    QString value; ///< null: nothing to say beyond the type
};

/// A value that stands in no column of its own: a candidate, a field of a newer version.
Columns fromValue(const Value &value);
std::optional<Value> toValue(const QString &type, const QString &value);

/// The content of a write: its type, and in \p value what stands beside it, in UTF-8; \return the type and whether there is
/// anything beside it. A typed text is only named here; its digest, text and salt have columns of their own.
std::pair<QLatin1StringView, bool> fromContent(const Content &content, QByteArray &value);
/// \param digest of the text or note, from its own column
std::optional<Content> toContent(const QString &type, const QString &value, const std::optional<Digest> &digest);

/// The value of a write with its text: what StoredWrite::plain holds.
Value plainOf(const Content &content, const std::optional<QString> &text);
/// The digest of the text or note that the content holds.
std::optional<Digest> digestIn(const Content &content);

QString keptToText(const std::vector<Number> &kept); ///< null when empty
std::vector<Number> keptFromText(const QString &text);

QByteArray textsToJson(const Texts &texts);
std::optional<Texts> textsFromJson(const QByteArray &json);
std::optional<Texts> textsFromJson(const QJsonValue &json);

} // namespace mezasu::codec
