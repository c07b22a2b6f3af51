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

/// Where the JSON object ends that begins at \p begin, which is behind its last brace; nothing where it has no end, or is
/// nested deeper than Qt's parser reads in a whole record. Says nothing about what is in it.
std::optional<qsizetype> endOfObject(const QByteArray &body, qsizetype begin)
{
    constexpr int kDeepest = 1024 - 2; // the record and its list of writes are around it
    int depth = 0;
    bool isText = false;
    for (qsizetype i = begin; i < body.size(); ++i) {
        switch (body.at(i)) {
        case '"':
            isText = !isText;
            break;
        case '\\':
            i += isText ? 1 : 0;
            break;
        case '{':
        case '[':
            depth += isText ? 0 : 1;
            if (depth > kDeepest)
                return {};
            break;
        case '}':
        case ']':
            depth -= isText ? 0 : 1;
            if (depth == 0)
                return i + 1;
            break;
        default:
            break;
        }
        if (depth == 0)
            return {};
    }
    return {};
}

constexpr QByteArrayView kWrites = R"(,"writes":[)", kEnd = "]}";
} // namespace

RecordReader::RecordReader(QByteArray body)
    : m_body(std::move(body))
{
    // A quote within a text is escaped, so this stands in none.
    const qsizetype writes = m_body.indexOf(kWrites);
    if (writes < 0 || !m_body.endsWith(kEnd)) {
        refuse();
        return;
    }
    m_at = writes + kWrites.size();
    const QByteArray head = m_body.first(m_at) + kEnd;
    auto record = recordFrom(head);
    if (!record || record.value().canonical() != head) {
        refuse();
        return;
    }
    m_head = std::move(record).value();
    if (m_at + kEnd.size() == m_body.size())
        m_state = State::Complete;
}

std::optional<Write> RecordReader::refuse()
{
    m_state = State::Refused;
    return {};
}

std::optional<Write> RecordReader::next()
{
    if (m_state != State::Reading)
        return {};
    const auto end = endOfObject(m_body, m_at);
    if (!end)
        return refuse();
    const auto said = QByteArray::fromRawData(m_body.constData() + m_at, *end - m_at);
    auto write = writeFrom(QJsonDocument::fromJson(said).object());
    if (!write)
        return refuse();
    QByteArray canonical;
    canonical.reserve(said.size());
    appendWrite(canonical, *write);
    QString thing = write->thing.toString();
    if (canonical != said || !(m_last < thing))
        return refuse();
    m_last = std::move(thing);
    const bool isLast = *end + kEnd.size() == m_body.size();
    if (!isLast && (*end >= m_body.size() || m_body.at(*end) != ','))
        return refuse();
    m_at = *end + 1;
    if (isLast)
        m_state = State::Complete;
    return write;
}

Result<Record> Record::parse(const QByteArray &body)
{
    RecordReader reader(body);
    Record record = reader.head();
    while (auto write = reader.next())
        record.writes.append(*std::move(write));
    if (reader.isComplete())
        return record;
    const auto read = recordFrom(body); // for the reason alone
    return read ? malformed("not in canonical form") : read.error();
}

} // namespace mezasu
