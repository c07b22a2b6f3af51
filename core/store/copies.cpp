// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/copies.h"

#include "core/store/packet.h"
#include "core/store/planfile.h"

#include <QFile>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
bool isPlanFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArrayView("SQLite format 3\0", 16);
}

Result<QList<ChangeSet>> fromPlanFile(const QString &path, Journal &ours)
{
    PlanFile::Options options;
    options.readOnly = true;
    const auto copy = PlanFile::open(path, options);
    if (!copy)
        return copy.error();
    Journal theirs(copy.value()->journalSource(), copy.value()->plan());
    if (theirs.plan().root() != ours.plan().root())
        return makeError(Error::Code::Conflict, u"another plan"_s, path);
    const QList<Name> lacking = ours.incomplete();
    QList<ChangeSet> out;
    for (const Name &name : theirs.names()) {
        if (!ours.isApplied(name) || lacking.contains(name))
            out.append(theirs.changeSet(name));
    }
    for (const Name &name : theirs.waiting())
        out.append(theirs.changeSet(name));
    if (const auto failure = theirs.failure())
        return *failure;
    return out;
}

Result<QList<ChangeSet>> fromPacket(const QString &path, Journal &ours)
{
    const bool rescue = path.endsWith(".mezasu-rescue"_L1);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(Error::Code::InvalidInput, file.errorString(), path);
    QList<ChangeSet> out;
    const auto header = PacketReader::read(&file, rescue ? PacketReader::Ending::Open : PacketReader::Ending::Required,
        ours.plan().root(), [&out](ChangeSet set) { out.append(std::move(set)); });
    if (!header)
        return header.error();
    return out;
}
} // namespace

Result<QList<ChangeSet>> readCopy(const QString &path, Journal &ours)
{
    if (!QFile::exists(path))
        return makeError(Error::Code::NotFound, u"no such file"_s, path);
    return isPlanFile(path) ? fromPlanFile(path, ours) : fromPacket(path, ours);
}

Result<qsizetype> packJournal(Journal &journal, const QString &from, const QString &path)
{
    QList<ChangeSet> sets;
    for (const Name &name : journal.names() + journal.waiting())
        sets.append(journal.changeSet(name));
    if (const auto failure = journal.failure())
        return *failure;
    if (const auto written = Packet::write(path, {journal.plan().root(), from}, sets); !written)
        return written.error();
    return sets.size();
}

Union unionOf(Journal &journal, const Intake &intake)
{
    Union out;
    out.applied = intake.applied.size();
    out.known = intake.known;
    out.newer = journal.newer().size();
    out.waiting = journal.waiting().size() - out.newer;
    for (const Intake::Refused &refused : intake.refused)
        out.refused.append(refused.name);
    out.textsRefused = intake.textsRefused;
    for (const Name &name :
        intake.applied + intake.waiting) { // an erasure holds from its arrival, so it is said at once
        if (const auto record = Record::parse(journal.changeSet(name).body))
            out.erased += record.value().erases.size();
    }
    out.conflicts = conflictCount(journal.plan());
    return out;
}

qsizetype conflictCount(const Plan &plan)
{
    qsizetype out = 0;
    for (const auto &things : plan.conflicts())
        out += things.size();
    return out;
}

} // namespace mezasu
