// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/difference.h"
#include "core/change/erasure.h"
#include "tests/core/change/support/world.h"

namespace mezasu::test {

using namespace Qt::StringLiterals;

void World::unite()
{
    QList<ChangeSet> all;
    for (Copy &copy : m_copies)
        all += bundle(copy);
    check(m_random.oneOf(m_copies));
    const auto fresh = [this] {
        Copy copy;
        if (m_random.chance(50)) {
            copy.source = std::make_unique<MemorySource>();
            copy.journal = std::make_unique<Journal>(copy.source.get(), Plan());
        } else {
            copy.journal = std::make_unique<Journal>();
        }
        return copy;
    };
    // Commutative: any order, in any parts, with repetitions.
    std::vector<Copy> united;
    for (int i = m_random.between(2, 3); i > 0; --i) {
        Copy copy = fresh();
        QList<ChangeSet> rest = all;
        m_random.shuffle(rest);
        while (!rest.isEmpty()) {
            const qsizetype n = m_random.between(1, std::max(1, int(rest.size()) / 2));
            take(copy, rest.first(n));
            rest.remove(0, n);
            if (m_random.chance(20))
                reopen(copy);
        }
        take(copy, {m_random.oneOf(all)});
        united.push_back(std::move(copy));
        count("orders");
    }
    check(united.front());
    const State state = stateOf(united.front());
    for (Copy &other : united) {
        require(other.journal->plan().isSameAs(united.front().journal->plan())
                && other.journal->heads() == united.front().journal->heads(),
            u"the order of arrival matters"_s);
        if (m_random.chance(40))
            require(
                stateOf(other) == state, u"the order of arrival matters:\n  "_s + stateOf(other).differenceTo(state));
    }
    Copy &copy = united.front();
    // Idempotent.
    const Intake again = take(copy, all);
    require(again.applied.isEmpty() && again.waiting.isEmpty() && stateOf(copy) == state,
        u"the same again changes something"_s);
    count("idempotent");
    // Associative.
    if (m_copies.size() >= 3 && m_random.chance(50)) {
        Copy ab = fresh(), bc = fresh();
        take(ab, bundle(m_copies[0]));
        take(ab, bundle(m_copies[1]));
        take(ab, bundle(m_copies[2]));
        Copy left = fresh();
        take(bc, bundle(m_copies[1]));
        take(bc, bundle(m_copies[2]));
        take(left, bundle(m_copies[0]));
        take(left, bundle(bc)); // a packet from packets
        require(stateOf(ab) == stateOf(left), u"the grouping of merges matters"_s);
        count("associative");
    }
    for (const auto &old : m_old) // copies from before an erasure come back
        take(copy, old);
    check(copy);
    checkErased(copy);
    std::set<std::pair<QString, Name>> suspects;
    for (const auto &[thing, name] : suspectsOfErasure(*copy.journal))
        suspects.emplace(thing.toString(), name);
    require(suspects == oracle(copy).suspects(), u"the suspects of an erasure differ"_s);
    m_counts[u"suspects"_s] += qint64(suspects.size());
    m_counts[u"conflicts"_s] += qint64(state.conflicts.size());
    checkPast(copy);
    checkDifference(copy);
}

/// What was erased is nowhere: not in the ChangeSets, not in the plan, not in what is to be written.
void World::checkErased(Copy &copy)
{
    for (const ErasedWord &erased : m_erased) {
        const bool here = std::any_of(erased.digests.begin(), erased.digests.end(),
            [&](const Digest &d) { return copy.holding.erased.contains(d); });
        if (!here)
            continue;
        // The word itself may stand in what grew from it elsewhere, or in what another erasure of it lists that is not here yet.
        const QList<FoundText> left = findTexts(*copy.journal, erased.word);
        for (const FoundText &text : left)
            require(!copy.holding.erased.contains(text.digest), u"an erased text was found"_s);
        if (!left.isEmpty())
            continue;
        for (const ElementId &id : copy.journal->plan().preorder()) {
            for (const auto &[name, value] : copy.journal->plan().element(id)->fields) {
                const bool shown =
                    value.text().contains(erased.word) || (value.entry() && value.entry()->note.contains(erased.word));
                require(!shown, u"an erased word is shown"_s);
            }
        }
        for (const auto &things : copy.journal->plan().conflicts()) {
            for (const auto &values : things) {
                for (const Value &value : values)
                    require(!value.text().contains(erased.word), u"an erased word is a candidate"_s);
            }
        }
        if (copy.source)
            require(copy.source->texts().filter(erased.word).isEmpty(), u"an erased word is in the tables"_s);
    }
    for (const ChangeSet &set : bundle(copy)) {
        for (auto it = set.texts.begin(); it != set.texts.end(); ++it)
            require(!copy.holding.erased.contains(it.key()), u"a ChangeSet holds an erased text"_s);
    }
}

namespace {
/// The state that a plan shows, as far as a plan shows it.
void requireShows(const Plan &plan, const State &state, const QString &what)
{
    require(size_t(plan.size()) == state.lives.size(), what + u": other elements"_s);
    for (const QString &e : state.lives) {
        const ElementId id = *ElementId::fromString(e);
        require(plan.contains(id), what + u": lacks "_s + e);
        QStringList children;
        for (const ElementId &child : plan.children(id))
            children.append(child.toString());
        const auto it = state.tree.find(e);
        require(
            children == (it == state.tree.end() ? QStringList() : it->second), what + u": other children of "_s + e);
        for (const auto &[name, value] : plan.element(id)->fields) {
            const auto values = state.values.find(e + u'/' + name);
            require(values != state.values.end(), what + u": a value that nobody wrote"_s);
            if (value.isText())
                require(values->second.first() == canonicalJson(QJsonValue(value.text())), what + u": another value"_s);
        }
    }
}

/// How many elements a difference must move: those with another parent, and in each list all but a longest increasing run.
int fewestMoves(const Plan &a, const Plan &b)
{
    int moves = 0;
    for (const ElementId &parent : b.preorder()) {
        std::vector<qsizetype> positions;
        for (const ElementId &id : b.children(parent)) {
            if (a.contains(id) && a.parentOf(id) == parent)
                positions.push_back(a.children(parent).indexOf(id));
            else if (a.contains(id))
                ++moves;
        }
        std::vector<int> longest(positions.size(), 1);
        int best = 0;
        for (size_t i = 0; i < positions.size(); ++i) {
            for (size_t k = 0; k < i; ++k) {
                if (positions[k] < positions[i])
                    longest[i] = std::max(longest[i], longest[k] + 1);
            }
            best = std::max(best, longest[i]);
        }
        moves += int(positions.size()) - best;
    }
    return moves;
}

bool holdsErased(const Plan &plan)
{
    for (const ElementId &id : plan.preorder()) {
        for (const auto &[name, value] : plan.element(id)->fields) {
            if (value.isErased() || (value.entry() && value.entry()->noteErased))
                return true;
        }
    }
    return false;
}

/// Whether an element, gone or not, shows something erased.
bool holdsErased(Journal &journal, const ElementId &id)
{
    for (const QString &aspect : journal.aspects(id)) {
        const auto candidates = journal.candidates({id, aspect});
        if (!candidates.empty() && candidates.front().plain.isErased())
            return true;
    }
    return false;
}

/// Same elements, in the same order, with the same fields.
bool same(const Plan &a, const Plan &b)
{
    if (a.preorder() != b.preorder())
        return false;
    const QList<ElementId> all = a.preorder();
    return std::all_of(all.begin(), all.end(), [&](const ElementId &id) {
        return a.parentOf(id) == b.parentOf(id) && a.element(id)->fields == b.element(id)->fields;
    });
}
} // namespace

/// The plan as of any ChangeSet is what that one and its past add up to.
void World::checkPast(Copy &copy)
{
    const Oracle now = oracle(copy);
    const int n = m_random.oneOf(now.applied());
    const auto plan = planAt(*copy.journal, {m_pool.at(n).changeSet.name});
    require(bool(plan), u"a state of the past cannot be had"_s);
    requireShows(plan.value(), oracle(copy, n).state(), u"a state of the past"_s);
    requireShows(copy.journal->plan(), now.state(), u"the present"_s);
    count("states of the past");
}

/// The difference of two plans, applied to the one, gives the other, with the fewest moves.
void World::checkDifference(Copy &copy)
{
    if (m_isForged)
        return; // elements without a place are in no difference
    const std::vector<int> applied = oracle(copy).applied();
    const int from = m_random.oneOf(applied), to = m_random.oneOf(applied);
    const auto a = planAt(*copy.journal, {m_pool.at(from).changeSet.name});
    const auto b = planAt(*copy.journal, {m_pool.at(to).changeSet.name});
    require(a && b, u"a state of the past cannot be had"_s);
    if (holdsErased(a.value()) || holdsErased(b.value()))
        return; // what is erased cannot be written again
    const QList<PlanChange> steps = difference(a.value(), b.value());
    const auto moves =
        std::count_if(steps.begin(), steps.end(), [](const PlanChange &s) { return s.op == PlanChange::Op::Move; });
    require(moves == fewestMoves(a.value(), b.value()), u"a difference moves more than it must"_s);
    Journal journal;
    QList<ChangeSet> past;
    for (const Name &name : copy.journal->names(QList<Name>{m_pool.at(from).changeSet.name}))
        past.append(copy.journal->changeSet(name));
    require(bool(journal.take(past)), u"taking over failed"_s);
    if (std::any_of(steps.begin(), steps.end(),
            [&](const PlanChange &s) { return s.op == PlanChange::Op::Insert && holdsErased(journal, s.id); }))
        return; // stays erased, whatever the other plan has there
    RunsOfSession runs;
    auto draft = draftOf(journal, steps, runs);
    require(bool(draft), u"a difference cannot be applied: "_s + (draft ? QString() : draft.error().detail));
    const bool revives = std::any_of(steps.begin(), steps.end(),
        [&](const PlanChange &s) { return s.op == PlanChange::Op::Insert && journal.knows(s.id); });
    if (revives && m_random.chance(50)) {
        RunsOfSession others;
        require(bool(draftOf(a.value(), steps, others)), u"what comes back cannot be inserted to the plan"_s);
    }
    if (revives)
        count("differences that bring something back");
    // A plan alone does not know what was written to something that is gone.
    if (!revives && m_random.chance(50)) {
        draft = draftOf(a.value(), steps, runs); // against the plan alone
        require(bool(draft), u"a difference cannot be applied to the plan"_s);
    }
    const bool applies = bool(journal.take({makeChangeSet(journal.heads(), draft.value(), salts())}));
    const auto told = [&] {
        QString out;
        for (const PlanChange &step : difference(journal.plan(), b.value()))
            out += u"\n  left: %1 %2 %3"_s.arg(int(step.op)).arg(step.id.toString(), step.field);
        return out;
    };
    require(applies && same(journal.plan(), b.value()),
        u"a difference applied to the one does not give the other"_s + told());
    require(difference(journal.plan(), b.value()).isEmpty(), u"a difference remains"_s);
    count("differences");
}

} // namespace mezasu::test
