// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records from elsewhere. The input is read three ways: as a record, as a packet, and as a bundle of records, one a line,
// that get the names they need, so that fuzzing gets past the hash. In a line of a bundle, 63 zeros and a hexadecimal digit
// stand for the name of that line.
#include "core/change/journal.h"
#include "core/exchange/json/planjson.h"
#include "core/store/packet.h"
#include "tests/fuzz/property.h"
#include <QBuffer>
#include <algorithm>

using namespace mezasu;
using namespace mezasu::fuzz;
using namespace Qt::StringLiterals;

namespace {

void checkRecord(const QByteArray &body)
{
    const auto record = Record::parse(body);
    if (!record) {
        require(!record.error().detail.isEmpty(), "a refusal says why");
        return;
    }
    require(record.value().canonical() == body, "only what is canonical is accepted");
    for (const Write &write : record.value().writes)
        require(Thing::fromString(write.thing.toString()) == write.thing, "a thing reads back the same");
}

QList<ChangeSet> bundleOf(const QByteArray &input)
{
    QList<ChangeSet> bundle;
    const QList<QByteArray> lines = input.split('\n').mid(0, 16);
    for (QByteArray body : lines) {
        for (qsizetype i = 0; i < bundle.size(); ++i) {
            const QByteArray place = QByteArray::number(i, 16).rightJustified(64, '0');
            body.replace(place, bundle.at(i).name.toBytes().toHex());
        }
        bundle.append({Hash::of(body), body, {}, {}});
    }
    return bundle;
}

QList<Name> sorted(QList<Name> names)
{
    std::sort(names.begin(), names.end());
    return names;
}

/// What was refused, in the order of the names.
QList<Name> refusedOf(const Intake &intake)
{
    QList<Name> names;
    for (const Intake::Refused &refused : intake.refused) {
        require(!refused.why.isEmpty(), "a refusal says why");
        names.append(refused.name);
    }
    return sorted(names);
}

void requireSame(const Journal &a, const Journal &b)
{
    require(a.heads() == b.heads(), "in any order the heads are the same");
    require(sorted(a.waiting()) == sorted(b.waiting()), "in any order the same waits");
    require(a.plan().isSameAs(b.plan()), "in any order the plan is the same");
    require(exchange::planToJson(a.plan()) == exchange::planToJson(b.plan()), "in any order the export is the same");
}

void checkBundle(const QByteArray &input)
{
    const QList<ChangeSet> bundle = bundleOf(input);
    // Every copy of a plan begins with the ChangeSet that made it.
    const QList<ChangeSet> first = bundle.mid(0, 1);
    Journal forward;
    require(bool(forward.take(first)), "nothing in a bundle is an error of storage");
    const bool hasPlan = !forward.plan().isEmpty();
    const auto taken = forward.take(bundle);
    require(bool(taken), "nothing in a bundle is an error of storage");
    require(
        taken.value().applied.size() + taken.value().waiting.size() + taken.value().known + taken.value().refused.size()
            >= bundle.size(),
        "everything handed over is taken, kept, known or refused");

    require(!exchange::planToJson(forward.plan()).isEmpty(), "whatever was taken can be exported");
    if (!hasPlan)
        return;

    Journal backward;
    require(bool(backward.take(first)), "nothing in a bundle is an error of storage");
    QList<ChangeSet> reversed = bundle;
    std::reverse(reversed.begin(), reversed.end());
    const auto takenBack = backward.take(reversed);
    require(takenBack && refusedOf(takenBack.value()) == refusedOf(taken.value()), "in any order the same is refused");
    requireSame(forward, backward);

    Journal single;
    require(bool(single.take(first)), "nothing in a bundle is an error of storage");
    for (const ChangeSet &changeSet : reversed)
        require(bool(single.take({changeSet})), "one after another they are taken too");
    requireSame(forward, single);

    const auto again = forward.take(bundle);
    require(again && again.value().applied.isEmpty(), "a second time nothing is new");
    requireSame(forward, backward);
}

void checkPacket(const QByteArray &input)
{
    for (const PacketReader::Ending ending : {PacketReader::Ending::Required, PacketReader::Ending::Open}) {
        QByteArray bytes = input;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        QList<ChangeSet> sets;
        const auto header =
            PacketReader::read(&buffer, ending, {}, [&sets](ChangeSet set) { sets.append(std::move(set)); });
        for (const ChangeSet &set : std::as_const(sets))
            require(Hash::of(set.body) == set.name, "what is handed out has the name of its content");
        if (!header) {
            require(
                !header.error().detail.isEmpty() && !header.error().subject.isEmpty(), "a refusal says what and where");
            continue;
        }
        QBuffer out;
        out.open(QIODevice::ReadWrite);
        PacketWriter writer(&out);
        bool written = bool(writer.begin(header.value()));
        for (const ChangeSet &set : std::as_const(sets))
            written = written && writer.add(set);
        require(written && writer.end(), "a packet that was read can be written");
        out.seek(0);
        qsizetype next = 0;
        const auto again =
            PacketReader::read(&out, PacketReader::Ending::Required, header.value().plan, [&](const ChangeSet &set) {
                require(next < sets.size() && set.name == sets.at(next).name && set.body == sets.at(next).body
                        && set.texts == sets.at(next).texts,
                    "a packet that is written reads back the same");
                ++next;
            });
        require(again && next == sets.size(), "a packet that is written reads back whole");
        Journal journal;
        require(bool(journal.take(sets)), "nothing in a packet is an error of storage");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = bytesOf(data, size);
    checkRecord(input);
    checkBundle(input);
    checkPacket(input);
    return 0;
}
