// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packet.h"

#include "core/store/valuecodec.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kFormat = "mezasu-packet"_L1;
constexpr qint64 kLongestHeader = 1 << 16;

std::optional<QJsonObject> objectOf(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return {};
    return document.object();
}
} // namespace

Result<> PacketWriter::line(const QByteArray &bytes)
{
    const QByteArray whole = bytes + '\n';
    m_hash.addData(whole);
    if (m_device->write(whole) != whole.size())
        return makeError(Error::Code::Storage, m_device->errorString());
    return {};
}

Result<> PacketWriter::begin(const PacketHeader &header)
{
    return line(canonicalJson(QJsonObject{{u"format"_s, QString(kFormat)}, {u"version"_s, PacketHeader::kVersion},
        {u"plan"_s, header.plan.toString()}, {u"from"_s, header.from}}));
}

Result<> PacketWriter::add(const ChangeSet &changeSet)
{
    ++m_count;
    QByteArray bytes = "{\"body\":";
    appendJsonString(bytes, QString::fromUtf8(changeSet.body));
    bytes += ",\"name\":\"" + changeSet.name.toBytes().toHex() + "\",\"texts\":";
    bytes += codec::textsToJson(changeSet.texts) + '}';
    return line(bytes);
}

Result<> PacketWriter::end()
{
    const QByteArray hash = m_hash.result().toHex();
    return line("{\"changesets\":" + QByteArray::number(m_count) + ",\"sha256\":\"" + hash + "\"}");
}

namespace {
/// A line, taking memory by what is there and not by what is allowed: the limit is reserved at once otherwise.
QByteArray lineOf(QIODevice *device, qint64 longest)
{
    return device->readLine(device->isSequential() ? longest : std::min(longest, device->bytesAvailable() + 1));
}
} // namespace

Result<PacketHeader> PacketReader::read(QIODevice *device, Ending ending, const std::optional<ElementId> &expected,
    const std::function<void(ChangeSet)> &take, bool *cut)
{
    const auto at = [](qint64 line) { return u"line %1"_s.arg(line); };
    if (cut)
        *cut = false;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray line = lineOf(device, kLongestHeader);
    const auto first = objectOf(line);
    if (!first || first->value("format"_L1).toString() != kFormat)
        return makeError(Error::Code::InvalidInput, u"not a packet"_s, at(1));
    if (first->value("version"_L1).toInt() > PacketHeader::kVersion)
        return makeError(Error::Code::NewerFormat, u"packet of a newer version"_s, at(1));
    const auto plan = ElementId::fromString(first->value("plan"_L1).toString());
    if (!plan || plan->kind != Kind::Plan || first->value("version"_L1).toInt() != PacketHeader::kVersion)
        return makeError(Error::Code::InvalidInput, u"not a packet"_s, at(1));
    if (expected && *plan != *expected)
        return makeError(Error::Code::Conflict, "a packet of another plan: "_L1 + plan->toString(), at(1));
    const PacketHeader header{*plan, first->value("from"_L1).toString()};
    hash.addData(line);

    qint64 count = 0;
    for (qint64 number = 2;; ++number) {
        line = lineOf(device, kLongestLine);
        if (line.isEmpty()) {
            if (ending == Ending::Open)
                return header;
            return makeError(Error::Code::Damaged, u"truncated"_s, at(number));
        }
        const bool isLast = device->atEnd();
        const auto object = line.endsWith('\n') ? objectOf(line) : std::nullopt;
        if (!object) {
            if (isLast && ending == Ending::Open) {
                if (cut)
                    *cut = true;
                return header;
            }
            return makeError(Error::Code::Damaged, isLast ? u"truncated"_s : u"altered"_s, at(number));
        }
        if (object->contains("sha256"_L1)) {
            if (object->value("sha256"_L1).toString() != QString::fromLatin1(hash.result().toHex())
                || object->value("changesets"_L1).toInteger(-1) != count || !isLast)
                return makeError(Error::Code::Damaged, u"altered"_s, at(number));
            return header;
        }
        const auto name = Name::fromHex(object->value("name"_L1).toString());
        const QByteArray body = object->value("body"_L1).toString().toUtf8();
        auto texts = codec::textsFromJson(object->value("texts"_L1));
        if (!name || !texts)
            return makeError(Error::Code::Damaged, u"altered"_s, at(number));
        if (Hash::of(body) != *name)
            return makeError(Error::Code::Damaged, "name: "_L1 + name->toHex(), at(number));
        hash.addData(line);
        ++count;
        take({*name, body, *std::move(texts), {}});
    }
}

Result<Packet> Packet::read(const QString &path, const std::optional<ElementId> &expectedPlan)
{
    QFile file(path);
    if (!file.exists())
        return makeError(Error::Code::NotFound, u"there is no such file"_s, path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(Error::Code::Storage, file.errorString(), path);
    Packet packet;
    const auto header = PacketReader::read(&file, PacketReader::Ending::Required, expectedPlan,
        [&packet](ChangeSet changeSet) { packet.changeSets.append(std::move(changeSet)); });
    if (!header) {
        Error error = header.error();
        error.subject = path + ": "_L1 + error.subject;
        return error;
    }
    packet.header = header.value();
    return packet;
}

Result<> Packet::write(const QString &path, const PacketHeader &header, const QList<ChangeSet> &changeSets)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return makeError(Error::Code::Storage, file.errorString(), path);
    PacketWriter writer(&file);
    Result<> done = writer.begin(header);
    for (qsizetype i = 0; done && i < changeSets.size(); ++i)
        done = writer.add(changeSets.at(i));
    if (done)
        done = writer.end();
    if (!done)
        return done;
    if (!file.commit())
        return makeError(Error::Code::Storage, file.errorString(), path);
    return {};
}

} // namespace mezasu
