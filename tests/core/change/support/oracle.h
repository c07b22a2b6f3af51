// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/change/support/pool.h"

#include <map>
#include <optional>
#include <set>

namespace mezasu {
class Journal;
}

namespace mezasu::test {

/// What a set of ChangeSets adds up to, as plain text: to be compared, and to be read in a failure.
struct State
{
    std::map<QString, QByteArrayList>
        values;                          ///< thing -> candidates as canonical JSON, the shown one first; ["erased"]
    std::set<QString> lives;             ///< elements
    std::map<QString, QStringList> tree; ///< parent -> children in order
    QStringList heads;                   ///< sorted
    std::set<QString> conflicts;         ///< things
    std::set<QString> unplaced;          ///< live, but nowhere

    bool operator==(const State &) const = default;
    /// The same but for the heads.
    bool isSameBut(const State &other) const;
    /// The first differences, for a failure.
    QString differenceTo(const State &other) const;
};

/// The law from its definition: everything anew from all ChangeSets, nothing kept, nothing shared with core/change but the
/// reading of records.
class Oracle
{
public:
    /// \param only restricts to one ChangeSet and its past (-1: all that \p holding has)
    Oracle(const Pool &pool, const Holding &holding, int only = -1);

    State state() const;
    const std::vector<int> &applied() const { return m_applied; }
    /// Pairs of thing and ChangeSet that grew from an erased text without knowing of its erasure.
    std::set<std::pair<QString, Name>> suspects() const;

    struct Taken
    {
        std::map<QString, QList<Name>> keep; ///< things that are written with kept names
        std::set<QString> removed;           ///< existences that are removed
        std::set<QString> left;
    };
    Taken takeBack(int x, const State &now) const;

    /// Nothing written is lost or unseen, everything that lives is shown once; a sentence when not so.
    /// \param forged records that no honest program makes are among them: elements may then have no place
    std::optional<QString> insane(const State &state, bool forged) const;

    std::set<int> candidates(const QString &thing, int without = -1) const;

private:
    struct Got
    {
        const Write *write;
        bool hasValue;
        std::vector<int> keep; ///< only names that count
    };
    using Writes = std::map<int, Got>; ///< by number: ancestors first
    using Numbers = std::vector<int>;

    bool before(int a, int b) const { return m_pool.before(a, b); }
    Numbers liveOf(const Numbers &ws) const;
    std::set<int> selection(int w, const Numbers &ws, const Writes &all, int without) const;
    std::set<int> candidates(const Numbers &ws, const Writes &all, int without = -1) const;
    std::vector<std::pair<QByteArray, Numbers>> resolve(const Writes &all) const;
    QString tell(const QString &element) const;
    QByteArray plain(const Content &content) const;
    QString textOf(const Digest &digest, bool &erased) const;
    bool livesByItself(const QString &element) const;
    const Writes *writesTo(const QString &thing) const;
    static Numbers numbers(const Writes &all);

    const Pool &m_pool;
    const Holding &m_holding;
    std::vector<int> m_applied;
    std::map<QString, Writes> m_writes;               ///< by thing
    std::map<QString, std::vector<QString>> m_things; ///< by element
};

/// The same of a journal. \param elements everything that anybody wrote to
State stateOf(Journal &journal, const std::set<QString> &elements);

} // namespace mezasu::test
