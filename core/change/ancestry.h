// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journalsource.h"

#include <vector>

namespace mezasu {

/// Who is in whose past, answered by one look-up.
///
/// Each ChangeSet extends the chain of a parent that is still its tip, or opens a chain. For every chain it is kept from which
/// step on it knew which other chain up to where (few rows, only where a ChangeSet learns something).
class Ancestry
{
public:
    Ancestry() = default;
    Ancestry(std::vector<Standing> standings, const std::vector<Knowledge> &knowledge);

    /// Adds a ChangeSet whose parents are all here. \return its number
    Number add(const Name &name, const QList<Name> &parents);
    /// Rows made by add() since the last call.
    std::vector<Knowledge> takeNewKnowledge();

    qsizetype size() const { return qsizetype(m_standings.size()); }
    std::optional<Number> numberOf(const Name &name) const;
    const Standing &standing(Number n) const { return m_standings.at(n); }
    const Name &name(Number n) const { return m_standings.at(n).name; }
    quint32 depth(Number n) const { return m_standings.at(n).depth; }
    /// Whether \p a is in the past of \p b; nothing is in its own past.
    bool before(Number a, Number b) const;

private:
    struct Step
    {
        quint32 seq, upto;
    };
    qint64 upTo(quint32 chain, quint32 seq, quint32 of) const; ///< -1: knows nothing of it
    std::vector<Standing> m_standings;
    QHash<Name, Number> m_numbers;
    std::vector<quint32> m_tips; ///< per chain, its last step
    std::vector<QHash<quint32, std::vector<Step>>> m_knows;
    std::vector<Knowledge> m_new;
};

} // namespace mezasu
