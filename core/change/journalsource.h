// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/record.h"
#include "core/plan/plan.h"

#include <vector>

namespace mezasu {

/// Local number of an applied ChangeSet: ancestors have smaller ones. Never in a record, a packet or a hash.
using Number = quint32;

/// One write as the journal keeps it, with the text where it is known.
struct StoredWrite
{
    Number changeSet = 0;
    bool hasValue = false;
    bool live = true; ///< not in the past of another write to the same thing
    Content content;  ///< as in the record
    Value plain;      ///< the value with its texts; erased where a text is not known. Unused for exists and place
    std::vector<Number> keep; ///< kept writes that are in its past and gave a value
};

/// The writes to one thing, oldest first (by number).
struct ThingHistory
{
    QString aspect;
    std::vector<StoredWrite> writes;
};

/// Where an applied ChangeSet stands: its chain, its step in the chain, and the greatest depth of its past.
struct Standing
{
    Name name;
    quint32 chain = 0, seq = 0, depth = 0;
    bool operator==(const Standing &) const = default;
};

/// From step `seq` on, `chain` knows the steps of chain `of` up to `upto`.
struct Knowledge
{
    quint32 chain = 0, of = 0, seq = 0, upto = 0;
};

struct WaitingChangeSet
{
    ChangeSet changeSet;
    bool newer = false; ///< its record is of a newer version
};

/// How much of the texts of a ChangeSet is read with it.
enum class WithTexts {
    All,
    OfItself, ///< author and reason: a large import has a hundred thousand others, which who asks what it did does not need
};

/// What the journal reads from where the plan is kept, when it needs it. The store implements it over its tables.
///
/// A failed read returns something empty and is remembered: the journal asks failure() before it believes a result.
class JournalSource
{
public:
    virtual ~JournalSource() = default;
    /// All applied ChangeSets; the index is the Number.
    virtual std::vector<Standing> standings() = 0;
    virtual std::vector<Knowledge> knowledge() = 0;
    virtual QList<Name> heads() = 0;
    virtual QList<WaitingChangeSet> waiting() = 0;
    virtual QList<Digest> erased() = 0;
    /// Applied ChangeSets some of whose texts are neither known nor erased; nearly always none.
    virtual QList<Name> incomplete() = 0;
    /// All things of an element with all their writes; empty for an element that nobody wrote to.
    virtual std::vector<ThingHistory> element(const ElementId &id) = 0;
    /// Order keys of everything placed below \p parent by shown place, gone elements included.
    virtual QList<QByteArray> keysBelow(const ElementId &parent) = 0;
    /// The things whose writes hold one of these digests as their text or note.
    virtual QList<Thing> thingsWith(const QList<Digest> &digests) = 0;
    /// The record and known texts of an applied ChangeSet.
    virtual ChangeSet changeSet(const Name &name, WithTexts texts) = 0;
    /// The first failed read since construction.
    virtual std::optional<Error> failure() const = 0;
};

/// What must be written to where the plan is kept, in one transaction, after the journal took something over.
struct JournalDelta
{
    /// What became of a write of a record; all else of it stands in the record and the texts of its ChangeSet.
    struct AppliedWrite
    {
        bool hasValue = false; ///< as in StoredWrite
        std::vector<Number> keep;
    };
    struct Applied
    {
        Number number = 0;
        Standing standing;
        ChangeSet changeSet;                   ///< with its record
        std::vector<AppliedWrite> writes = {}; ///< one for each of the record

        const Record &record() const { return *changeSet.record; }
        const Salted *text(const Digest &digest) const
        {
            const auto it = changeSet.texts.constFind(digest);
            return it == changeSet.texts.constEnd() ? nullptr : &*it;
        }
    };
    struct Reference
    {
        ElementId element;
        QString aspect;
        Number changeSet = 0;
    };

    std::vector<Applied> applied;
    std::vector<Knowledge> knowledge; ///< replaces a row of the same chain, of and seq
    std::vector<Reference> replaced;  ///< these writes are no longer live
    /// Texts that came later for applied ChangeSets (author and reason included, then element is null).
    std::vector<std::pair<Reference, std::pair<Digest, Salted>>> lateTexts;
    std::vector<std::pair<Digest, Name>> erased; ///< to be wiped wherever they stand, and the ChangeSet that said so
    QList<WaitingChangeSet> waitingAdded;        ///< replaces a row of the same name (more texts known)
    QList<Name> waitingRemoved;                  ///< applied now
    std::optional<QList<Name>> heads;            ///< the new set, where it changed
    /// Elements whose shown place, life or values differ from before, or that were first heard of. Their new state:
    /// Journal::plan() where they live, Journal::shownPlace() where they are gone.
    QList<ElementId> elements;

    bool isEmpty() const
    {
        return applied.empty() && lateTexts.empty() && erased.empty() && waitingAdded.isEmpty()
            && waitingRemoved.isEmpty();
    }
};

} // namespace mezasu
