// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/record.h"

#include "core/change/sha256.h"
#include "core/plan/utf8.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace aspect {
const QString kExists = u"exists"_s;
const QString kPlace = u"place"_s;
} // namespace aspect

namespace {
constexpr qsizetype kMaxAspect = 200;

bool isAspect(QStringView text)
{
    if (text.isEmpty() || text.size() > kMaxAspect || text.startsWith(u'/') || text.endsWith(u'/'))
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
            || c == u'/' || c == u'.' || c == u'-' || c == u':';
    });
}

/// Code points decide, not UTF-16 units.
bool codePointLess(const QString &a, const QString &b)
{
    const qsizetype n = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < n; ++i) {
        if (a.at(i) == b.at(i))
            continue;
        // Surrogates stand for code points above all others of the basic plane.
        if (a.at(i).isSurrogate() != b.at(i).isSurrogate())
            return b.at(i).isSurrogate();
        return a.at(i) < b.at(i);
    }
    return a.size() < b.size();
}

void appendCanonical(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        return;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Double:
        out += QByteArray::number(value.toInteger());
        return;
    case QJsonValue::String:
        appendJsonString(out, value.toString());
        return;
    case QJsonValue::Array: {
        out += '[';
        bool first = true;
        for (const QJsonValue &item : value.toArray()) {
            if (!std::exchange(first, false))
                out += ',';
            appendCanonical(out, item);
        }
        out += ']';
        return;
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        QStringList keys = object.keys();
        std::sort(keys.begin(), keys.end(), codePointLess);
        out += '{';
        bool first = true;
        for (const QString &key : keys) {
            if (!std::exchange(first, false))
                out += ',';
            appendJsonString(out, key);
            out += ':';
            appendCanonical(out, object.value(key));
        }
        out += '}';
        return;
    }
    }
}

/// Room for so many more bytes, to be filled at once.
char *grow(QByteArray &out, qsizetype by)
{
    const qsizetype at = out.size();
    out.resize(at + by);
    return out.data() + at;
}

char *put(char *to, QLatin1StringView text)
{
    std::memcpy(to, text.data(), size_t(text.size()));
    return to + text.size();
}

char *put(char *to, const ElementId &id)
{
    to = put(to, kindWord(id.kind));
    *to++ = ':';
    id.writeUuid(to);
    return to + ElementId::kUuidSize;
}

qsizetype sizeOf(const ElementId &id)
{
    return kindWord(id.kind).size() + 1 + ElementId::kUuidSize;
}

char *put(char *to, const Hash &hash)
{
    static constexpr char kHex[] = "0123456789abcdef";
    for (const quint8 byte : hash.bytes) {
        *to++ = kHex[byte >> 4];
        *to++ = kHex[byte & 15];
    }
    return to;
}
constexpr qsizetype kHexSize = 64;

void appendHex(QByteArray &out, const Hash &hash)
{
    out += '"';
    hash.appendHex(out);
    out += '"';
}

/// Thing::toString() as a JSON string. The names of this program need no escapes.
void appendThing(QByteArray &out, const Thing &thing)
{
    if (!isAspect(thing.aspect))
        return appendJsonString(out, thing.toString());
    char *to = grow(out, sizeOf(thing.element) + thing.aspect.size() + 3);
    *to++ = '"';
    to = put(to, thing.element);
    *to++ = '/';
    for (const QChar c : thing.aspect)
        *to++ = c.toLatin1();
    *to = '"';
}

void appendHexes(QByteArray &out, const QList<Hash> &hashes)
{
    out += '[';
    for (qsizetype i = 0; i < hashes.size(); ++i) {
        if (i > 0)
            out += ',';
        appendHex(out, hashes.at(i));
    }
    out += ']';
}

void appendDigest(QByteArray &out, const Digest &digest)
{
    constexpr auto kBefore = R"({"d":")"_L1, kBehind = R"("})"_L1;
    char *to = grow(out, kBefore.size() + kHexSize + kBehind.size());
    put(put(put(to, kBefore), digest), kBehind);
}

void appendOrNull(QByteArray &out, const QString &text)
{
    if (text.isEmpty())
        out += "null";
    else
        appendJsonString(out, text);
}

struct ContentWriter
{
    QByteArray &out;
    void operator()(std::monostate) const { out += "null"; }
    void operator()(bool b) const { out += b ? "true" : "false"; }
    void operator()(qint64 n) const { out += QByteArray::number(n); }
    void operator()(const Digest &d) const { appendDigest(out, d); }
    void operator()(Life life) const { out += life == Life::Alive ? R"("alive")" : R"("removed")"; }
    void operator()(const Place &place) const { appendPlace(out, place); }
    void operator()(const Shared<EntryContent> &shared) const
    {
        const EntryContent &entry = *shared.get();
        out += R"({"missing":)";
        appendOrNull(out, entry.missing);
        out += R"(,"note":)";
        if (entry.note)
            appendDigest(out, *entry.note);
        else
            out += "null";
        out += R"(,"status":)";
        appendOrNull(out, entry.status);
        out += R"(,"value":)";
        if (entry.value)
            appendJsonString(out, entry.value->toString());
        else
            out += "null";
        out += '}';
    }
    void operator()(const QJsonValue &json) const { appendCanonical(out, json); }
};

} // namespace

Hash Hash::of(QByteArrayView data)
{
    Sha256 sum;
    sum.add(data);
    return {sum.result()};
}

void Hash::appendHex(QByteArray &out) const
{
    put(grow(out, kHexSize), *this);
}

std::optional<Hash> Hash::fromHex(QStringView hex)
{
    if (hex.size() != 64)
        return {};
    Hash h;
    for (qsizetype i = 0; i < 64; ++i) {
        const char16_t c = hex.at(i).unicode();
        int nibble = 0;
        if (c >= u'0' && c <= u'9')
            nibble = c - u'0';
        else if (c >= u'a' && c <= u'f')
            nibble = c - u'a' + 10;
        else
            return {};
        quint8 &byte = h.bytes.at(static_cast<size_t>(i / 2));
        byte = static_cast<quint8>((byte << 4) | nibble);
    }
    return h;
}

std::optional<Thing> Thing::fromString(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return {};
    const auto element = ElementId::fromString(text.left(slash));
    const QStringView rest = text.mid(slash + 1);
    if (!element || !isAspect(rest))
        return {};
    return Thing{*element, internFieldName(rest)};
}

Digest digestOf(const Salted &salted)
{
    QByteArray bytes;
    bytes.reserve((salted.salt.size() + salted.text.size()) * 3 + 1); // the most that UTF-8 takes
    appendUtf8(bytes, salted.salt);
    bytes += '\0';
    appendUtf8(bytes, salted.text);
    return Hash::of(bytes);
}

std::optional<Digest> textDigestOf(const Content &content)
{
    if (const auto *digest = std::get_if<Digest>(&content))
        return *digest;
    if (const EntryContent *entry = entryOf(content))
        return entry->note;
    return {};
}

Value plainOf(const Content &content, const Texts &texts)
{
    const auto digest = textDigestOf(content);
    const auto it = digest ? texts.constFind(*digest) : texts.constEnd();
    return plainOf(content, it == texts.constEnd() ? nullptr : &it->text);
}

Value plainOf(const Content &content, const QString *text)
{
    if (std::holds_alternative<Digest>(content))
        return text ? Value(*text) : Value::erased();
    if (const EntryContent *entry = entryOf(content)) {
        IndicatorValue value{entry->value, entry->status, entry->missing, {}, entry->note.has_value() && !text};
        if (text)
            value.note = *text;
        return Value(std::move(value));
    }
    if (const auto *b = std::get_if<bool>(&content))
        return Value::fromBool(*b);
    if (const auto *n = std::get_if<qint64>(&content))
        return Value(*n);
    if (const auto *json = std::get_if<QJsonValue>(&content))
        return Value::fromStructure(*json);
    return {};
}

void appendJsonString(QByteArray &out, QStringView text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    qsizetype plainFrom = 0;
    const auto flush = [&](qsizetype end) {
        if (end > plainFrom)
            appendUtf8(out, text.mid(plainFrom, end - plainFrom));
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c >= 0x20 && c != u'"' && c != u'\\')
            continue;
        flush(i);
        plainFrom = i + 1;
        switch (c) {
        case u'"':
            out += "\\\"";
            break;
        case u'\\':
            out += "\\\\";
            break;
        case u'\n':
            out += "\\n";
            break;
        case u'\r':
            out += "\\r";
            break;
        case u'\t':
            out += "\\t";
            break;
        case u'\b':
            out += "\\b";
            break;
        case u'\f':
            out += "\\f";
            break;
        default:
            out += "\\u00";
            out += kHex[c >> 4];
            out += kHex[c & 15];
        }
    }
    flush(text.size());
    out += '"';
}

void appendPlace(QByteArray &out, const Place &place)
{
    constexpr auto kKey = R"({"key":)"_L1, kParent = R"(,"parent":")"_L1, kEnd = R"("})"_L1;
    put(grow(out, kKey.size()), kKey);
    const QLatin1StringView key(place.key);
    if (std::any_of(key.begin(), key.end(), [](char c) { return c <= ' ' || c > '~' || c == '"' || c == '\\'; })) {
        appendJsonString(out, key.toString());
    } else {
        char *to = grow(out, key.size() + 2);
        *to++ = '"';
        *put(to, key) = '"';
    }
    char *to = grow(out, kParent.size() + sizeOf(place.parent) + kEnd.size());
    put(put(put(to, kParent), place.parent), kEnd);
}

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    appendCanonical(out, value);
    return out;
}

void appendWrite(QByteArray &out, const Write &write)
{
    out += '{';
    if (write.keep) {
        out += R"("keep":)";
        appendHexes(out, *write.keep);
        out += ',';
    }
    out += R"("t":)";
    appendThing(out, write.thing);
    if (write.value) {
        out += R"(,"v":)";
        std::visit(ContentWriter{out}, *write.value);
    }
    out += '}';
}

QByteArray Record::canonical() const
{
    QByteArray out;
    out.reserve(400 + writes.size() * 150);
    out += R"({"author":)";
    appendDigest(out, author);
    out += R"(,"erases":)";
    appendHexes(out, erases);
    out += R"(,"parents":)";
    appendHexes(out, parents);
    out += R"(,"reason":)";
    appendDigest(out, reason);
    out += R"(,"time":)";
    appendJsonString(out, time);
    out += R"(,"version":1,"writes":[)";
    bool first = true;
    for (const Write &write : writes) {
        if (!std::exchange(first, false))
            out += ',';
        appendWrite(out, write);
    }
    out += "]}";
    return out;
}

QList<Digest> Record::digests() const
{
    QList<Digest> out{author, reason};
    for (const Write &write : writes) {
        if (const auto digest = write.value ? textDigestOf(*write.value) : std::nullopt)
            out.append(*digest);
    }
    return out;
}

bool Record::isCompleteWith(const Texts &texts, const std::function<bool(const Digest &)> &isErased) const
{
    const auto hasText = [](const Write &write) { return write.value && textDigestOf(*write.value); };
    if (texts.size() >= std::count_if(writes.begin(), writes.end(), hasText) + 2) // author and reason
        return true;
    const QList<Digest> all = digests();
    return std::all_of(
        all.begin(), all.end(), [&](const Digest &digest) { return texts.contains(digest) || isErased(digest); });
}

} // namespace mezasu
