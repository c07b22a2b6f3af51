// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"
#include "core/change/takeback.h"
#include "tests/core/change/support/memorysource.h"
#include "tests/core/change/support/oracle.h"
#include "tests/core/change/support/random.h"

#include <map>
#include <memory>

namespace mezasu::test {

/// A law that does not hold.
struct Failure
{
    QString what;
};
/// Throws a Failure unless it holds.
void require(bool holds, const QString &what);

/// One random case, named by its seed; everything in it follows from these.
struct Case
{
    quint64 seed = 0;
    int steps = 10;
    int copies = 2;
    std::set<int> without; ///< steps that are left out (when shrinking)
    static Case of(quint64 seed);
    QString toString() const;
};

/// How often what was tried, to see that the cases are not empty.
using Counts = std::map<QString, qint64>;

/// Copies of a plan that people edit, copy, send each other, merge: random acts, checked against the oracle.
class World
{
public:
    World(const Case &c, Counts &counts);
    void run(); ///< throws Failure

private:
    struct Copy
    {
        std::unique_ptr<MemorySource> source; ///< null: everything is kept in the journal
        std::unique_ptr<Journal> journal;
        RunsOfSession runs;
        Holding holding;
    };
    struct ErasedWord
    {
        QString word;
        QSet<Digest> digests;
    };

    // world.cpp: what all acts are made of
    void begin();
    Copy copyOf(Copy &from);
    QList<ChangeSet> bundle(Copy &copy);
    Intake take(Copy &copy, const QList<ChangeSet> &sets);
    Name commit(Copy &copy, Draft draft);
    State stateOf(Copy &copy);
    Oracle oracle(const Copy &copy, int only = -1) const { return {m_pool, copy.holding, only}; }
    void check(Copy &copy);
    void reopen(Copy &copy);
    void count(const char *what) { ++m_counts[QString::fromLatin1(what)]; }
    QString newText();
    SaltSource salts();
    QUuid uuid() { return m_random.uuid(); }

    // worldacts.cpp: what people do
    void step();
    std::optional<Draft> act(Copy &copy);
    std::optional<Draft> actDecide(Copy &copy);
    std::optional<Draft> actTakeBack(Copy &copy);
    std::optional<Draft> actEdit(Copy &copy);
    std::optional<Draft> actInsert(Copy &copy);
    std::optional<Draft> actMove(Copy &copy);
    std::optional<Draft> actRemove(Copy &copy);
    std::optional<Draft> actBatch(Copy &copy);
    Draft draft(Copy &copy, const QList<PlanChange> &steps);
    PlanChange randomEdit(const Plan &plan, const ElementId &id);
    PlanChange randomMove(const Plan &plan, const ElementId &id);
    std::optional<PlanChange> randomInsert(const Plan &plan);
    std::optional<ElementId> anyElement(const Plan &plan);
    void place(PlanChange &step, const Plan &plan);
    void takeBackAtOnce(Copy &copy, const Name &done, const State &before);
    void erase(Copy &copy);
    void packet(Copy &copy);
    void damagedPacket(Copy &copy);
    void forge(Copy &copy);

    // worldends.cpp: what must hold in the end
    void unite();
    void checkErased(Copy &copy);
    void checkDifference(Copy &copy);
    void checkPast(Copy &copy);

    Case m_case;
    Counts &m_counts;
    Random m_random;
    Pool m_pool;
    std::vector<Copy> m_copies;
    std::vector<QList<ChangeSet>> m_old; ///< bundles from before an erasure
    std::vector<ErasedWord> m_erased;
    std::vector<ChangeSet> m_forged;
    ElementId m_plan;
    int m_words = 0;
    bool m_isForged = false;
    std::function<void()> m_afterCommit; ///< what must hold right after the act
};

/// The sentence of the failure, or nothing.
std::optional<QString> runCase(const Case &c, Counts &counts);
/// The same case with as few steps as still fail, and what fails then.
std::pair<Case, QString> shrink(Case c, QString what);

} // namespace mezasu::test
