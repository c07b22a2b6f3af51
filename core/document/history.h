// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/store/planstore.h"

#include <functional>
#include <memory>

namespace mezasu {

/// Which file became which ChangeSet; the record of such a one is silent about author and time.
using FilesRead = QHash<Name, FileRead>;
FilesRead filesByChangeSet(const QList<FileRead> &files);

/// Who made a ChangeSet, when and why.
struct Origin
{
    std::optional<QString> author, reason; ///< nothing: erased for good, or not known here
    QString time;                          ///< ISO 8601, as the author's clock said
    QString file;                          ///< the file that it was made from; empty: none
};
Origin originOf(const ChangeSet &changeSet, const Record &record, const FilesRead &files);

/// What a write says as a value: existence as "alive" or "removed", a place as its parent. Null where it only names others.
Value valueOf(const Write &write, const ChangeSet &changeSet);

/// What an element is or was called, also when it is gone: code or number, else title, name or text. May be empty.
QString calledOf(Journal &journal, const ElementId &id);

/// One change as the history shows it: a ChangeSet, or a run of typing by one author in one field.
struct HistoryEntry
{
    QList<Name> names; ///< oldest first
    Number first = 0, last = 0;
    Origin origin;                                              ///< of the newest
    QString since;                                              ///< time of the oldest
    qsizetype inserted = 0, removed = 0, moved = 0, edited = 0; ///< elements, elements, elements, fields
    qsizetype restored = 0;                                     ///< things for which it names earlier writes again
    qsizetype erased = 0;                                       ///< texts erased for good
    Thing thing;                                                ///< the first, by layer; null element: none
    QString called;                                             ///< its element, at the time of reading
    /// Where one thing is all that it changed: what it did to its conflict.
    enum class Conflict { Untouched, Decided, Reopened };
    Conflict conflict = Conflict::Untouched;
    bool beginsPlan = false;
    bool onlyTyping = false; ///< one new value for one field, without a reason
};

/// Reads what was done to a plan, newest first (as it arrived here: clocks may be wrong), a little at a time.
///
/// A journal may hold a hundred thousand ChangeSets: nothing is read but what is asked for. Belongs to the state of the
/// journal in which it was made; what comes later is read by another reader that ends where this one began.
class HistoryReader
{
public:
    struct Wish
    {
        QList<ElementId> elements; ///< only changes that write to one of these; empty: all
        QString field;             ///< and to this field of theirs; empty: any
        QString author;            ///< only by this author; empty: any
        QString text;              ///< only where author, reason or a text contains this; empty: any
    };
    /// \param from ChangeSets with smaller numbers are left out
    HistoryReader(Journal *journal, FilesRead files, Wish wish, Number from = 0);
    ~HistoryReader();

    /// Reads on until it has \p enough entries, there are no more, or \p isTime says that it has worked long enough; that may be
    /// within a large ChangeSet.
    QList<HistoryEntry> read(qsizetype enough, const std::function<bool()> &isTime = {});
    bool atEnd() const { return m_left.empty() && m_next == m_from && !m_open && !m_reading; }

    /// Whether the newer entry goes on with the older one; and makes one of them.
    /// One that did not know the older one, such as another copy's, does not.
    static bool folds(const Ancestry &ancestry, const HistoryEntry &newer, const HistoryEntry &older);
    static HistoryEntry folded(const HistoryEntry &newer, const HistoryEntry &older);

private:
    struct Read
    {
        HistoryEntry entry;
        bool matches = false;
    };
    struct Reading;
    std::optional<Number> nextNumber();
    void begin(Number number);
    std::optional<Read> end();
    bool matches(const ChangeSet &changeSet, const Record &record, const Origin &origin) const;

    Journal *m_journal;
    FilesRead m_files;
    Wish m_wish;
    Number m_from = 0, m_next = 0;
    bool m_listed = false;
    std::vector<Number> m_left;         ///< with elements: what is still to be read, the newest last
    std::unique_ptr<Reading> m_reading; ///< a ChangeSet of which not all writes are read yet
    std::optional<Read> m_open;         ///< may still grow
};

/// What one change did to one thing.
struct ThingChange
{
    Thing thing;
    QString called;
    bool inserted = false; ///< the element came with this change
    Value before, after;   ///< as shown; existence and place as in valueOf()
};
/// Everything that an entry did, first the removals and additions; at most \p most things, the rest are counted in \p more.
QList<ThingChange> changesOf(Journal &journal, const HistoryEntry &entry, qsizetype most, qsizetype *more);

/// One of the sides of a conflict.
struct ConflictSide
{
    Value value;      ///< as in valueOf()
    QList<Name> keep; ///< what deciding for it names; empty: existence, which is decided by a word
    Name changeSet;   ///< where it was written first by rank
    Origin origin;
};
/// The sides of a contested thing, the shown one first. Existence has "alive", by those who wrote on, and "removed".
QList<ConflictSide> sidesOf(Journal &journal, const Thing &thing, const FilesRead &files);
/// All that is contested, in the order of the plan.
QList<Thing> contestedThings(const Plan &plan);

} // namespace mezasu
