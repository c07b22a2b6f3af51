// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/change/journalprojection.h"

#include <QHash>
#include <QSet>
#include <memory>

namespace mezasu {

/// The part of a journal that takes ChangeSets over: decides what is refused, known, waiting or applied, forgets what is
/// erased, adds writes to the histories of their things, and notes all of it for the store.
class JournalIntake
{
public:
    /// \param ancestry, projection outlive this; filled by it
    JournalIntake(JournalSource *source, Ancestry &ancestry, JournalProjection &projection);

    /// Reads what is needed of the source; the first time only.
    void prepare();
    Intake take(const QList<ChangeSet> &changeSets);
    /// Without the elements.
    JournalDelta takeDelta();
    void forgetLoaded() { m_sets.clear(); }
    qsizetype loaded() const { return qsizetype(m_sets.size()); }

    QList<Name> heads() const; ///< sorted
    bool isWaiting(const Name &name) const { return m_waiting.contains(name); }
    QList<Name> waiting() const;    ///< sorted
    QList<Name> newer() const;      ///< sorted
    QList<Name> incomplete() const; ///< sorted
    bool isErased(const Digest &digest) const { return m_erased.contains(digest); }
    ChangeSet changeSet(const Name &name, WithTexts texts);
    QList<Thing> thingsWith(const QList<Digest> &digests);

private:
    struct Waiting
    {
        ChangeSet changeSet;
        std::shared_ptr<const Record> record; ///< null when of a newer version
    };
    /// The writes of one record to one element, which stand together.
    struct Run
    {
        qsizetype first, end;
    };

    void receive(const ChangeSet &incoming, Intake &intake);
    void addTexts(Waiting &w, const Texts &texts, const QList<Digest> &known, bool trusted, Intake &intake) const;
    void takeTextsOfNewer(Waiting &w, const Texts &texts, Intake &intake) const;
    void takeLateTexts(const ChangeSet &incoming, Intake &intake);
    bool writesToAnotherPlan(const Record &record) const;
    bool isComplete(const Record &record, const Texts &texts) const;
    void erase(const QList<Digest> &digests, const Name &by);
    void forgetInDelta();
    void forgetText(StoredWrite &w) const;

    void applyReady(Intake &intake);
    void apply(const Name &name, Waiting w);
    void addRun(const Record &record, Run run, const QSet<ElementId> &inserted, JournalDelta::Applied &applied);
    bool knewParent(const Place &place, Number number, const QSet<ElementId> &inserted);
    std::vector<Number> keptBy(const Write &write, Number number, const ThingHistory &thing) const;

    JournalSource *m_source;
    Ancestry &m_ancestry;
    JournalProjection &m_projection;
    bool m_isReady = false; ///< ancestry, heads, waiting and erased are loaded
    QSet<Name> m_heads;
    QHash<Name, Waiting> m_waiting;
    QSet<Digest> m_erased;
    QSet<Name> m_incomplete;
    QHash<Name, ChangeSet> m_sets; ///< without a source all, with one those that it may not have yet
    TouchedThings m_touched;
    JournalDelta m_delta;
};

} // namespace mezasu
