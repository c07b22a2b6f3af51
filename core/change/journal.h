// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/ancestry.h"
#include "core/change/journalsource.h"
#include "core/change/law.h"

#include <QSet>
#include <functional>
#include <memory>

namespace mezasu {

/// What became of ChangeSets that were handed over.
struct Intake
{
    QList<Name> applied; ///< now part of the plan, ancestors first
    QList<Name> waiting; ///< kept until their ancestors (or a newer program) are there
    qsizetype known = 0; ///< were there already
    struct Refused
    {
        Name name; ///< as claimed
        QString why;
    };
    QList<Refused> refused;     ///< record malformed, or the name is not the hash of the content
    qsizetype textsRefused = 0; ///< texts that do not fit their digest
};

/// The ChangeSets of one copy of a plan and what they add up to. Grows only by union (take()).
///
/// Keeps in memory what has been touched; the rest is read from a JournalSource when needed. Without a source it keeps all
/// (tests, states of the past). The rules are those of law.h; this class only keeps their results up to date.
/// Not thread-safe.
class Journal
{
public:
    Journal(); ///< empty, kept in memory only
    /// \param source outlives the journal   \param plan the present state, as the source's tables hold it
    Journal(JournalSource *source, Plan plan);
    ~Journal();
    Journal(Journal &&) noexcept;
    Journal &operator=(Journal &&) noexcept;

    /// Union with these, in any order, any number of times. A ChangeSet that is refused changes nothing.
    /// Storage when the source failed; the journal must then be thrown away.
    Result<Intake> take(const QList<ChangeSet> &changeSets);
    /// What changed since the last call, to be written in one transaction.
    JournalDelta takeDelta();
    /// Drops from memory what the source can give back; only when everything that takeDelta() gave is written.
    void forgetLoaded();
    /// How many elements and ChangeSets are held that could be read from the source again.
    qsizetype loaded() const;

    const Plan &plan() const;
    QList<Name> heads() const;             ///< sorted
    bool contains(const Name &name) const; ///< applied or waiting
    bool isApplied(const Name &name) const;
    QList<Name> waiting() const;
    /// Those of them whose record is of a newer version: they wait for a newer program.
    QList<Name> newer() const;
    /// Applied ChangeSets some of whose texts are neither known nor erased: a copy may still have them.
    QList<Name> incomplete() const;
    bool isErased(const Digest &digest) const;
    /// The shown place of an element, gone or not; null parent when it has none.
    Place shownPlace(const ElementId &id);
    bool knows(const ElementId &id); ///< somebody wrote to it, gone or not
    /// Whether it lives by what was written to itself, not only for the sake of what lives below it.
    bool livesByItself(const ElementId &id);

    const Ancestry &ancestry();
    /// All writes to a thing, oldest first.
    const std::vector<StoredWrite> &writes(const Thing &thing);
    /// The aspects of an element to which somebody wrote.
    QStringList aspects(const ElementId &id);
    /// The candidates of a thing, grouped by equal value, the shown first, each with the writes that it was typed in.
    law::Candidates candidates(const Thing &thing);
    /// Order keys below a parent, gone elements included, sorted.
    QList<QByteArray> keysBelow(const ElementId &parent);
    /// The record and known texts of a ChangeSet that is applied or waits; empty body when there is none.
    ChangeSet changeSet(const Name &name, WithTexts texts = WithTexts::All);
    /// All applied ChangeSets, ancestors first; with \p upTo only those and what is in their past.
    QList<Name> names(const std::optional<QList<Name>> &upTo = {});
    QList<Thing> thingsWith(const QList<Digest> &digests);
    std::optional<Error> failure() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The state that some ChangeSets and their past add up to (an edition, the state that a file left from).
/// NotFound when one of them is not there.
Result<Plan> planAt(Journal &journal, const QList<Name> &heads);

} // namespace mezasu
