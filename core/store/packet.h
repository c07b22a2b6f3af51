// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/record.h"

#include <QCryptographicHash>
#include <QIODevice>
#include <functional>

namespace mezasu {

/// The first line of a packet.
struct PacketHeader
{
    static constexpr int kVersion = 1;
    ElementId plan; ///< the plan that the ChangeSets belong to
    QString from;   ///< for people: the file that it was made from; may be empty
};

/// Writes a packet: ChangeSets with their texts, as lines of JSON in UTF-8.
///
///   {"format":"mezasu-packet","from":TEXT,"plan":"plan:UUID","version":1}
///   {"body":RECORD,"name":HEX,"texts":{DIGEST:{"salt":HEX,"text":TEXT},…}}          one per ChangeSet
///   {"changesets":COUNT,"sha256":HEX}                                               of all bytes before this line
///
/// The record stands as the very bytes that its name is the hash of, as a JSON text. A rescue file is the same without the
/// last line.
class PacketWriter
{
public:
    explicit PacketWriter(QIODevice *device)
        : m_device(device)
    {
    }
    Result<> begin(const PacketHeader &header);
    Result<> add(const ChangeSet &changeSet);
    Result<> end();

private:
    Result<> line(const QByteArray &bytes);
    QIODevice *m_device;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_count = 0;
};

/// Reads a packet line by line; each line is checked before it is handed out, the whole only at the end.
class PacketReader
{
public:
    /// No line may be longer, none is read into memory that is.
    static constexpr qint64 kLongestLine = 512LL * 1024 * 1024;

    enum class Ending {
        Required, ///< a packet: without its last line it is truncated
        Open,     ///< a rescue file: written until the program or the computer stopped
    };

    /// Reads everything. Error::subject is the place ("line 3"); codes:
    /// InvalidInput: no packet · NewerFormat · Conflict: of another plan than \p expected · Damaged with the detail
    /// "truncated", "altered" or "name: " and the name (of a record that does not fit it) · Cancelled.
    /// \param take called for each ChangeSet; what was taken must be thrown away on an error
    /// \param cut  with Ending::Open: set when a last, incomplete line was left out
    static Result<PacketHeader> read(QIODevice *device, Ending ending, const std::optional<ElementId> &expected,
        const std::function<void(ChangeSet)> &take, bool *cut = nullptr);
};

/// All at once, for callers who need the list.
struct Packet
{
    PacketHeader header;
    QList<ChangeSet> changeSets;
    static Result<Packet> read(const QString &path, const std::optional<ElementId> &expectedPlan = {});
    /// Replaces \p path only when everything was written.
    static Result<> write(const QString &path, const PacketHeader &header, const QList<ChangeSet> &changeSets);
};

} // namespace mezasu
