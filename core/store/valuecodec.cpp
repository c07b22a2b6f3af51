// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/valuecodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mezasu::codec {

using namespace Qt::StringLiterals;

namespace {
QString jsonText(const QJsonValue &json)
{
    return QString::fromUtf8(canonicalJson(json));
}

/// Any JSON value, also one that is no object or array.
std::optional<QJsonValue> parseJson(const QString &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']', &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return {};
    return document.array().at(0);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject entryObject(const std::optional<Decimal> &value, const QString &status, const QString &missing)
{
    return {{u"missing"_s, orNull(missing)}, {u"status"_s, orNull(status)},
        {u"value"_s, value ? QJsonValue(value->toString()) : QJsonValue()}};
}

std::optional<EntryContent> entryFrom(const QJsonObject &object)
{
    EntryContent entry{{}, object.value("status"_L1).toString(), object.value("missing"_L1).toString(), {}};
    if (const QJsonValue number = object.value("value"_L1); !number.isNull()) {
        entry.value = Decimal::fromCanonical(number.toString());
        if (!entry.value)
            return {};
    }
    return entry;
}
} // namespace

Columns fromValue(const Value &value)
{
    if (value.isNull())
        return {u"null"_s, {}};
    if (value.isErased())
        return {u"erased"_s, {}};
    if (value.isText())
        return {u"text"_s, value.text()};
    if (const auto number = value.number())
        return {u"number"_s, QString::number(*number)};
    if (const auto flag = value.boolean())
        return {u"flag"_s, *flag ? u"true"_s : u"false"_s};
    if (const IndicatorValue *entry = value.entry()) {
        QJsonObject object = entryObject(entry->value, entry->status, entry->missing);
        object.insert(u"note"_s, orNull(entry->note));
        if (entry->noteErased)
            object.insert(u"note_erased"_s, true);
        return {u"entry"_s, jsonText(object)};
    }
    return {u"structure"_s, jsonText(value.structure().value_or(QJsonValue()))};
}

std::optional<Value> toValue(const QString &type, const QString &value)
{
    if (type == "null"_L1)
        return Value();
    if (type == "erased"_L1)
        return Value::erased();
    if (type == "text"_L1)
        return Value(value);
    if (type == "number"_L1) {
        bool ok = false;
        const qint64 number = value.toLongLong(&ok);
        return ok ? std::optional(Value(number)) : std::nullopt;
    }
    if (type == "flag"_L1)
        return Value::fromBool(value == "true"_L1);
    const auto json = parseJson(value);
    if (!json)
        return {};
    if (type == "structure"_L1)
        return Value::fromStructure(*json);
    if (type != "entry"_L1)
        return {};
    const auto entry = entryFrom(json->toObject());
    if (!entry)
        return {};
    return Value(IndicatorValue{entry->value, entry->status, entry->missing,
        json->toObject().value("note"_L1).toString(), json->toObject().value("note_erased"_L1).toBool()});
}

std::pair<QLatin1StringView, bool> fromContent(const Content &content, QByteArray &value)
{
    struct Visitor
    {
        using Columns = std::pair<QLatin1StringView, bool>;
        QByteArray &value;
        Columns operator()(std::monostate) const { return {"null"_L1, false}; }
        Columns operator()(bool flag) const { return with("flag"_L1, flag ? "true" : "false"); }
        Columns operator()(qint64 number) const { return with("number"_L1, QByteArray::number(number)); }
        Columns operator()(const Digest &) const { return {"text"_L1, false}; }
        Columns operator()(Life life) const { return with("life"_L1, life == Life::Alive ? "alive" : "removed"); }
        Columns operator()(const Place &place) const
        {
            value.resize(0);
            appendPlace(value, place);
            return {"place"_L1, true};
        }
        Columns operator()(const Shared<EntryContent> &shared) const
        {
            const EntryContent &entry = *shared.get();
            return with("entry"_L1, canonicalJson(entryObject(entry.value, entry.status, entry.missing)));
        }
        Columns operator()(const QJsonValue &json) const { return with("structure"_L1, canonicalJson(json)); }
        Columns with(QLatin1StringView type, QByteArrayView text) const
        {
            value.resize(0);
            value.append(text.data(), text.size());
            return {type, true};
        }
    };
    return std::visit(Visitor{value}, content);
}

std::optional<Content> toContent(const QString &type, const QString &value, const std::optional<Digest> &digest)
{
    if (type == "text"_L1)
        return digest ? std::optional<Content>(*digest) : std::nullopt;
    if (type == "null"_L1)
        return std::monostate{};
    if (type == "flag"_L1)
        return value == "true"_L1;
    if (type == "life"_L1)
        return value == "alive"_L1 ? Life::Alive : Life::Removed;
    if (type == "number"_L1) {
        bool ok = false;
        const qint64 number = value.toLongLong(&ok);
        return ok ? std::optional<Content>(number) : std::nullopt;
    }
    const auto json = parseJson(value);
    if (!json)
        return {};
    if (type == "structure"_L1)
        return *json;
    if (type == "place"_L1) {
        const auto parent = ElementId::fromString(json->toObject().value("parent"_L1).toString());
        return parent ? std::optional<Content>(Place{*parent, json->toObject().value("key"_L1).toString().toLatin1()})
                      : std::nullopt;
    }
    if (type == "entry"_L1) {
        auto entry = entryFrom(json->toObject());
        if (!entry)
            return {};
        entry->note = digest;
        return Shared(*std::move(entry));
    }
    return {};
}

Value plainOf(const Content &content, const std::optional<QString> &text)
{
    return mezasu::plainOf(content, text ? &*text : nullptr);
}

std::optional<Digest> digestIn(const Content &content)
{
    if (const auto *digest = std::get_if<Digest>(&content))
        return *digest;
    if (const EntryContent *entry = entryOf(content))
        return entry->note;
    return {};
}

QString keptToText(const std::vector<Number> &kept)
{
    if (kept.empty())
        return {};
    QStringList numbers;
    for (const Number n : kept)
        numbers.append(QString::number(n));
    return u'[' + numbers.join(u',') + u']';
}

std::vector<Number> keptFromText(const QString &text)
{
    std::vector<Number> out;
    if (text.size() < 3)
        return out;
    for (const QStringView number : QStringView(text).mid(1).chopped(1).split(u','))
        out.push_back(number.toUInt());
    return out;
}

QByteArray textsToJson(const Texts &texts)
{
    QList<Digest> digests = texts.keys();
    std::sort(digests.begin(), digests.end());
    QByteArray out = "{";
    for (const Digest &digest : std::as_const(digests)) {
        const Salted &salted = *texts.constFind(digest);
        if (out.size() > 1)
            out += ',';
        appendJsonString(out, digest.toHex());
        out += ":{\"salt\":";
        appendJsonString(out, salted.salt);
        out += ",\"text\":";
        appendJsonString(out, salted.text);
        out += '}';
    }
    return out + '}';
}

std::optional<Texts> textsFromJson(const QJsonValue &json)
{
    if (!json.isObject())
        return {};
    const QJsonObject object = json.toObject();
    Texts out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto digest = Digest::fromHex(it.key());
        const QJsonObject salted = it->toObject();
        if (!digest || !salted.value("salt"_L1).isString() || !salted.value("text"_L1).isString())
            return {};
        out.insert(*digest, {salted.value("salt"_L1).toString(), salted.value("text"_L1).toString()});
    }
    return out;
}

std::optional<Texts> textsFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? textsFromJson(QJsonValue(document.object())) : std::nullopt;
}

} // namespace mezasu::codec
