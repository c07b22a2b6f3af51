// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxKey = 4000;

/// Printable ASCII; the bytes sort as the text.
bool isPlaceKey(QStringView text)
{
    return !text.isEmpty() && text.size() <= kMaxKey
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

std::optional<Digest> digestFrom(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    if (object.size() != 1)
        return {};
    return Hash::fromHex(object.value("d"_L1).toString());
}

std::optional<QList<Hash>> hashesFrom(const QJsonValue &json)
{
    if (!json.isArray())
        return {};
    QList<Hash> out;
    for (const QJsonValue &item : json.toArray()) {
        const auto hash = Hash::fromHex(item.toString());
        if (!hash || (!out.isEmpty() && !(out.constLast() < *hash)))
            return {};
        out.append(*hash);
    }
    return out;
}

std::optional<Content> placeFrom(const QJsonValue &json, Kind child)
{
    const QJsonObject object = json.toObject();
    const auto parent = ElementId::fromString(object.value("parent"_L1).toString());
    const QString key = object.value("key"_L1).toString();
    if (object.size() != 2 || !parent || !canStandBelow(child, parent->kind) || !isPlaceKey(key))
        return {};
    return Place{*parent, key.toLatin1()};
}

std::optional<Content> entryFrom(const QJsonObject &object)
{
    if (object.size() != 4)
        return {};
    EntryContent entry;
    const auto word = [&object](QLatin1StringView key, std::span<const QLatin1StringView> list, QString &into) {
        const QJsonValue v = object.value(key);
        into = v.toString();
        return v.isNull() || (v.isString() && isListed(list, into));
    };
    if (!word("status"_L1, field::kStatuses, entry.status) || !word("missing"_L1, field::kMissing, entry.missing))
        return {};
    if (const QJsonValue number = object.value("value"_L1); !number.isNull()) {
        entry.value = Decimal::fromCanonical(number.toString());
        if (!entry.value)
            return {};
    }
    const QJsonValue note = object.value("note"_L1);
    if (note.isUndefined())
        return {};
    if (!note.isNull()) {
        entry.note = digestFrom(note);
        if (!entry.note)
            return {};
    }
    return Shared(std::move(entry));
}

/// Only whole numbers, so that the canonical form is one.
bool hasFractions(const QJsonValue &json)
{
    if (json.isDouble())
        return QJsonValue(json.toInteger()) != json;
    if (json.isArray()) {
        const QJsonArray array = json.toArray();
        return std::any_of(array.begin(), array.end(), [](const QJsonValue &v) { return hasFractions(v); });
    }
    const QJsonObject object = json.toObject();
    return std::any_of(object.begin(), object.end(), [](const QJsonValue &v) { return hasFractions(v); });
}

std::optional<Content> contentFrom(const Thing &thing, const QJsonValue &json)
{
    if (thing.aspect == aspect::kExists) {
        if (json.toString() == "alive"_L1)
            return Life::Alive;
        if (json.toString() == "removed"_L1)
            return Life::Removed;
        return {};
    }
    if (thing.aspect == aspect::kPlace)
        return placeFrom(json, thing.element.kind);
    switch (json.type()) {
    case QJsonValue::Null:
        return std::monostate{};
    case QJsonValue::Bool:
        return json.toBool();
    case QJsonValue::Double:
        if (hasFractions(json))
            return {};
        return json.toInteger();
    case QJsonValue::Object: {
        if (thing.aspect.startsWith("values/"_L1))
            return entryFrom(json.toObject());
        if (const auto digest = digestFrom(json))
            return *digest;
        if (hasFractions(json))
            return {};
        return json;
    }
    case QJsonValue::Array:
        if (hasFractions(json))
            return {};
        return json;
    default:
        return {}; // a text never stands in a record as such
    }
}

Error malformed(const char *why)
{
    return makeError(Error::Code::InvalidInput, QString::fromLatin1(why), u"record"_s);
}

std::optional<Write> writeFrom(const QJsonObject &object)
{
    Write write;
    const auto thing = Thing::fromString(object.value("t"_L1).toString());
    if (!thing)
        return {};
    write.thing = *thing;
    qsizetype keys = 1;
    if (const auto keep = object.find("keep"_L1); keep != object.end()) {
        const auto names = hashesFrom(*keep);
        if (!names)
            return {};
        write.keep = *names;
        ++keys;
    }
    if (const auto value = object.find("v"_L1); value != object.end()) {
        const auto content = contentFrom(write.thing, *value);
        if (!content)
            return {};
        write.value = *content;
        ++keys;
    }
    if (object.size() != keys)
        return {};
    return write;
}

/// The record that a body says, whether or not it says it in canonical form.
Result<Record> recordFrom(const QByteArray &body)
{
    QJsonParseError jsonError{};
    const QJsonDocument document = QJsonDocument::fromJson(body, &jsonError);
    if (jsonError.error != QJsonParseError::NoError || !document.isObject())
        return malformed("not a JSON object");
    const QJsonObject object = document.object();
    const QJsonValue version = object.value("version"_L1);
    if (!version.isDouble() || hasFractions(version) || version.toInteger() < 1)
        return malformed("no version");
    if (version.toInteger() > Record::kVersion)
        return makeError(Error::Code::NewerFormat, u"record version %1"_s.arg(version.toInteger()), u"record"_s);

    Record record;
    const auto author = digestFrom(object.value("author"_L1));
    const auto reason = digestFrom(object.value("reason"_L1));
    const auto parents = hashesFrom(object.value("parents"_L1));
    const auto erases = hashesFrom(object.value("erases"_L1));
    if (!author || !reason || !parents || !erases || !object.value("time"_L1).isString()
        || !object.value("writes"_L1).isArray() || object.size() != 7)
        return malformed("a part is missing or of the wrong shape");
    record.author = *author;
    record.reason = *reason;
    record.parents = *parents;
    record.erases = *erases;
    record.time = object.value("time"_L1).toString();
    const QJsonArray writes = object.value("writes"_L1).toArray();
    record.writes.reserve(writes.size());
    QString last;
    for (const QJsonValue &item : writes) {
        auto write = writeFrom(item.toObject());
        if (!write)
            return malformed("a write is malformed");
        QString name = write->thing.toString();
        if (!(last < name))
            return malformed("writes are not sorted, or a thing is written twice");
        last = std::move(name);
        record.writes.append(*std::move(write));
    }
    return record;
}
} // namespace

Result<Record> Record::parse(const QByteArray &body)
{
    auto record =
        recordFrom(body); // what JSON takes in memory, which is much, is gone before the canonical form is made
    if (record && record.value().canonical() != body)
        return malformed("not in canonical form");
    return record;
}

} // namespace mezasu
