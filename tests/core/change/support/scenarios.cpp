// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/support/scenarios.h"

#include "core/change/erasure.h"
#include "tests/core/change/support/world.h"

namespace mezasu::test {

using namespace Qt::StringLiterals;

namespace {
/// A small plan, of which people take copies.
class Scenario
{
public:
    explicit Scenario(quint64 seed)
        : m_random(seed)
    {
        m_plan = {Kind::Plan, m_random.uuid()};
        m_policy = {Kind::Policy, m_random.uuid()};
        m_other = {Kind::Policy, m_random.uuid()};
        m_goal = {Kind::Goal, m_random.uuid()};
        m_issue = {Kind::Issue, m_random.uuid()};
        RunsOfSession runs;
        FieldMap text;
        text.set(u"text", u"O"_s);
        const auto draft = draftOfNewPlan(m_plan, {},
            {PlanChange::insert(m_policy, m_plan), PlanChange::insert(m_other, m_plan),
                PlanChange::insert(m_goal, m_policy), PlanChange::insert(m_issue, m_goal, text)},
            runs);
        require(bool(draft), u"a new plan was refused"_s);
        m_base = {makeChangeSet({}, draft.value(), salts())};
    }

    void run()
    {
        typedAndTakenBack();
        outdoneByThree();
        forgedKeep();
        takenBackInAConflict();
        removals();
        moves();
        waitingErasure();
    }

private:
    SaltSource salts()
    {
        return [this](int) { return m_random.salt(); };
    }
    Journal copy(std::initializer_list<Journal *> of = {})
    {
        Journal out;
        require(bool(out.take(m_base)), u"taking over failed"_s);
        for (Journal *from : of) {
            for (const Name &name : from->names())
                require(bool(out.take({from->changeSet(name)})), u"taking over failed"_s);
        }
        return out;
    }
    Name commit(Journal &journal, const Draft &draft)
    {
        const ChangeSet set = makeChangeSet(journal.heads(), draft, salts());
        require(bool(journal.take({set})), u"taking over failed"_s);
        return set.name;
    }
    Name change(Journal &journal, const PlanChange &step)
    {
        RunsOfSession runs;
        const auto draft = draftOf(journal, {step}, runs);
        require(bool(draft), u"a step was refused"_s);
        return commit(journal, draft.value());
    }
    Name type(Journal &journal, const QString &text)
    {
        return change(journal, PlanChange::set(m_issue, u"text"_s, text));
    }
    Name takeBack(Journal &journal, const Name &name)
    {
        const auto back = mezasu::takeBack(journal, name);
        require(bool(back) && back.value().left.isEmpty(), u"taking back left something"_s);
        return commit(journal, back.value().draft);
    }
    QStringList texts(Journal &journal)
    {
        QStringList out;
        for (const law::Candidate &c : journal.candidates({m_issue, u"text"_s}))
            out.append(c.plain.text());
        out.sort();
        return out;
    }

    void typedAndTakenBack()
    {
        Journal a = copy(), b = copy();
        const Name x = type(a, u"X"_s);
        Journal c = copy({&a});
        takeBack(a, x);
        type(b, u"Z"_s);
        Journal both = copy({&a, &b});
        require(texts(both) == QStringList{u"Z"_s}, u"typed and taken back is a change against another"_s);
        type(c, u"XY"_s); // but somebody built on it
        Journal built = copy({&c, &a});
        require(texts(built) == QStringList{u"O"_s, u"XY"_s}, u"taken back against who built on it is no conflict"_s);
    }

    /// One that is outdone does not outdo: O · X, Y on O · Y taken back · something on X taken back · Q knows X and Y.
    void outdoneByThree()
    {
        Journal a = copy(), b = copy();
        type(a, u"X"_s);
        const Name y = type(b, u"Y"_s);
        Journal q = copy({&a, &b});
        takeBack(b, y);
        takeBack(a, type(a, u"Z"_s));
        type(q, u"Q"_s);
        Journal all = copy({&a, &b, &q});
        require(texts(all) == QStringList{u"O"_s, u"Q"_s},
            u"one that is outdone outdoes another: "_s + texts(all).join(u' '));
    }

    /// A record that claims to keep what its author never knew: against its claim nothing comes back, and nothing is silenced.
    void forgedKeep()
    {
        Journal a = copy();
        const Name old = type(a, u"A"_s);
        type(a, u"B"_s);
        Record forged;
        const Salted text{m_random.salt(), u"F"_s};
        forged.parents = {m_base.first().name};
        forged.author = forged.reason = digestOf(text);
        forged.writes = {{{m_issue, u"text"_s}, digestOf(text), QList<Name>{old}}};
        ChangeSet set;
        set.body = forged.canonical();
        set.name = Hash::of(set.body);
        set.texts.insert(digestOf(text), text);
        require(bool(a.take({set})), u"taking over failed"_s);
        require(texts(a) == QStringList{u"B"_s, u"F"_s}, u"a forged claim is believed: "_s + texts(a).join(u' '));
    }

    void takenBackInAConflict()
    {
        Journal a = copy(), b = copy();
        const Name x = type(a, u"X"_s);
        type(b, u"Z"_s);
        Journal both = copy({&a, &b});
        require(texts(both) == QStringList{u"X"_s, u"Z"_s}, u"two that differ are no conflict"_s);
        const auto decision = decide(both, {m_issue, u"text"_s}, {x});
        require(bool(decision), u"a decision was refused"_s);
        const Name decided = commit(both, decision.value());
        require(texts(both) == QStringList{u"X"_s}, u"a decision does not hold"_s);
        takeBack(both, decided);
        require(texts(both) == QStringList{u"X"_s, u"Z"_s}, u"a decision taken back does not open the conflict"_s);
        takeBack(both, x);
        require(texts(both) == QStringList{u"Z"_s}, u"taking back one side does not leave the other"_s);
    }

    void removals()
    {
        Journal a = copy(), b = copy();
        change(a, PlanChange::remove(m_policy));
        type(b, u"still there"_s);
        Journal both = copy({&a, &b});
        for (const ElementId &id : {m_policy, m_goal, m_issue})
            require(both.plan().contains(id), u"a removal takes what its author never saw"_s);
        Journal c = copy(), d = copy();
        for (Journal *j : {&c, &d}) {
            type(*j, u"e"_s);
            change(*j, PlanChange::remove(m_goal));
        }
        Journal gone = copy({&c, &d});
        require(
            !gone.plan().contains(m_goal) && !gone.plan().contains(m_issue), u"edited and removed twice comes back"_s);
        // A removal knows what it was first made on, not what a later write that keeps it knows.
        Journal e = copy(), f = copy();
        change(e, PlanChange::remove(m_issue));
        type(f, u"edited"_s);
        Journal met = copy({&e, &f});
        const auto keep = decideExistence(met, m_issue, false);
        require(bool(keep), u"a decision was refused"_s);
        const Name again = commit(met, keep.value());
        require(!met.plan().contains(m_issue), u"a decided removal does not hold"_s);
        takeBack(met, again);
        require(met.plan().contains(m_issue), u"a removal that is only kept took what it never knew"_s);
    }

    void moves()
    {
        Journal a = copy(), b = copy();
        change(a, PlanChange::move(m_goal, m_other, PlanChange::At::First));
        change(b, PlanChange::remove(m_policy));
        Journal out = copy({&a, &b});
        require(out.plan().parentOf(m_goal) == m_other && !out.plan().contains(m_policy),
            u"moved out of a removed branch"_s);
        Journal c = copy();
        change(c, PlanChange::remove(m_other));
        Journal into = copy({&a, &c});
        require(into.plan().parentOf(m_goal) == m_other, u"moved into a removed branch"_s);
        Journal d = copy(), e = copy(), third = copy();
        change(d, PlanChange::move(m_goal, m_other, PlanChange::At::First));
        change(third, PlanChange::insert({Kind::Goal, m_random.uuid()}, m_policy));
        e = copy({&third});
        change(e, PlanChange::move(m_goal, m_policy, PlanChange::At::Last));
        Journal two = copy({&d, &e});
        require(two.plan().conflicts().value(m_goal).contains(aspect::kPlace), u"two moves are no conflict"_s);
    }

    void waitingErasure()
    {
        Journal a = copy();
        type(a, u"secret"_s);
        Journal other = copy({&a});
        type(a, u"between"_s);
        const Name erasure = commit(a, draftOfErasure(findTexts(a, u"secret"_s), {}, {}, {}));
        require(bool(other.take({a.changeSet(erasure)})), u"taking over failed"_s);
        require(other.waiting() == QList<Name>{erasure}, u"an erasure without its ancestors does not wait"_s);
        require(findTexts(other, u"secret"_s).isEmpty() && texts(other) != QStringList{u"secret"_s},
            u"a waiting erasure does not hold"_s);
    }

    Random m_random;
    ElementId m_plan, m_policy, m_other, m_goal, m_issue;
    QList<ChangeSet> m_base;
};
} // namespace

std::optional<QString> scenarios(quint64 seed)
try {
    Scenario(seed).run();
    return {};
} catch (const Failure &failure) {
    return failure.what;
}

} // namespace mezasu::test
