// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/support/world.h"

namespace mezasu::test {

using namespace Qt::StringLiterals;

namespace {
constexpr size_t kMaxCopies = 6;

/// A field of this kind that holds typed text.
QString textField(Kind kind, Random &random)
{
    switch (kind) {
    case Kind::Goal:
        return {};
    case Kind::Statement:
    case Kind::Issue:
    case Kind::Footnote:
        return random.chance(80) ? u"text"_s : u"mark"_s;
    case Kind::Indicator:
        return random.chance(60) ? u"name"_s : u"definition"_s;
    case Kind::Department:
    case Kind::Edition:
        return u"name"_s;
    case Kind::Initiative:
        return random.chance(70) ? u"title"_s : u"schedule/2023/planned"_s;
    case Kind::Plan:
        return random.chance(70) ? u"title"_s : u"level_names/goal"_s;
    default:
        return random.chance(60) ? u"title"_s : u"description"_s;
    }
}

QList<ElementId> branchOf(const Plan &plan, const ElementId &id)
{
    QList<ElementId> out{id};
    for (qsizetype i = 0; i < out.size(); ++i)
        out.append(plan.children(out.at(i)));
    return out;
}
} // namespace

void World::step()
{
    const qsizetype at = m_random.below(qsizetype(m_copies.size()));
    Copy &copy = m_copies[size_t(at)];
    if (m_random.chance(10))
        copy.runs.clear(); // another sitting
    if (m_random.chance(8))
        reopen(copy);
    const int what = m_random.below(100);
    if (what < 70) {
        m_afterCommit = nullptr;
        const auto act = this->act(copy);
        if (!act || act->isEmpty())
            return;
        const State before = stateOf(copy);
        const Name done = commit(copy, *act);
        if (m_afterCommit)
            m_afterCommit();
        if (m_random.chance(35))
            takeBackAtOnce(copy, done, before);
    } else if (what < 75) {
        erase(copy);
    } else if (what < 79) {
        if (m_copies.size() < kMaxCopies) {
            m_copies.push_back(copyOf(copy));
            count("copied by the file manager");
        }
    } else if (what < 81) {
        forge(copy);
    } else if (what < 83) {
        damagedPacket(copy);
    } else {
        packet(copy);
    }
    if (m_random.chance(15))
        check(m_copies[size_t(at)]);
}

std::optional<Draft> World::act(Copy &copy)
{
    const int what = m_random.below(100);
    if (what < 25 && !copy.journal->plan().conflicts().isEmpty())
        return actDecide(copy);
    if (what < 34)
        return actTakeBack(copy);
    if (what < 58)
        return actEdit(copy);
    if (what < 69)
        return actInsert(copy);
    if (what < 81)
        return actMove(copy);
    if (what < 91)
        return actRemove(copy);
    return actBatch(copy);
}

Draft World::draft(Copy &copy, const QList<PlanChange> &steps)
{
    auto result = draftOf(*copy.journal, steps, copy.runs);
    require(bool(result), u"steps that can be were refused: "_s + (result ? QString() : result.error().detail));
    return std::move(result).value();
}

std::optional<ElementId> World::anyElement(const Plan &plan)
{
    const QList<ElementId> all = plan.preorder();
    if (all.size() < 2)
        return {};
    return all.at(m_random.between(1, int(all.size()) - 1));
}

std::optional<Draft> World::actDecide(Copy &copy)
{
    const auto &conflicts = copy.journal->plan().conflicts();
    QList<Thing> things;
    for (auto it = conflicts.begin(); it != conflicts.end(); ++it) {
        for (auto field = it->begin(); field != it->end(); ++field)
            things.append({it.key(), field.key()});
    }
    const Thing thing = m_random.oneOf(things);
    count("decided");
    if (thing.aspect == aspect::kExists) {
        const bool alive = m_random.chance(50);
        auto draft = decideExistence(*copy.journal, thing.element, alive);
        require(bool(draft), u"deciding an existence was refused"_s);
        m_afterCommit = [this, &copy, thing, alive] {
            require(copy.journal->plan().contains(thing.element) == alive, u"decided existence does not hold"_s);
            require(!copy.journal->plan().conflicts().value(thing.element).contains(thing.aspect),
                u"a decided existence is still contested"_s);
        };
        return std::move(draft).value();
    }
    QList<QList<Name>> candidates;
    for (const law::Candidate &c : copy.journal->candidates(thing)) {
        candidates.append(QList<Name>());
        for (const Number n : c.origins)
            candidates.last().append(copy.journal->ancestry().name(n));
    }
    require(candidates.size() > 1, u"a conflict with one candidate"_s);
    m_random.shuffle(candidates);
    const int kept = m_random.between(1, int(candidates.size()) - 1);
    QList<Name> keep;
    for (int i = 0; i < kept; ++i)
        keep += candidates.at(i);
    auto draft = decide(*copy.journal, thing, keep);
    require(bool(draft), u"deciding for candidates was refused"_s);
    m_afterCommit = [&copy, thing, kept] {
        require(
            int(copy.journal->candidates(thing).size()) == kept, u"a decision does not hold: "_s + thing.toString());
    };
    return std::move(draft).value();
}

std::optional<Draft> World::actTakeBack(Copy &copy)
{
    QList<Name> names = copy.journal->names();
    QList<Name> able;
    for (const Name &name : names) {
        if (!m_pool.at(m_pool.numberOf(name)).record.parents.isEmpty())
            able.append(name);
    }
    if (able.isEmpty())
        return {};
    int back = 0;
    while (back + 1 < able.size() && m_random.chance(60))
        ++back;
    const Name name = able.at(able.size() - 1 - back);
    auto result = takeBack(*copy.journal, name);
    require(bool(result), u"taking back was refused"_s);
    const Oracle truth = oracle(copy);
    const Oracle::Taken expected = truth.takeBack(m_pool.numberOf(name), truth.state());
    std::map<QString, QList<Name>> keep;
    std::set<QString> removed, left;
    for (const DraftWrite &w : result.value().draft.writes) {
        if (w.value) {
            require(std::get_if<Life>(&*w.value) != nullptr && std::get<Life>(*w.value) == Life::Removed,
                u"taking back copies a value"_s);
            removed.insert(w.thing.toString());
        } else {
            QList<Name> names_ = w.keep.value_or(QList<Name>());
            std::sort(names_.begin(), names_.end());
            keep[w.thing.toString()] = names_;
        }
    }
    for (const Thing &thing : result.value().left)
        left.insert(thing.toString());
    require(keep == expected.keep && removed == expected.removed && left == expected.left,
        u"taking back is not thinking away: "_s + name.toHex());
    count("taken back");
    return result.value().draft;
}

PlanChange World::randomEdit(const Plan &plan, const ElementId &id)
{
    const int what = m_random.below(100);
    if (id.kind == Kind::Indicator && what < 40) {
        static const QString kStatus[] = {u""_s, u"final"_s, u"preliminary"_s};
        IndicatorValue entry;
        entry.value = Decimal::fromCanonical(u"%1.0"_s.arg(m_random.below(3)));
        entry.status = kStatus[m_random.below(3)];
        if (m_random.chance(30))
            entry.note = newText();
        return PlanChange::set(id, field::values(2022, u"actual"), m_random.chance(10) ? Value() : Value(entry));
    }
    if (id.kind == Kind::Indicator && what < 50)
        return PlanChange::set(id, u"decimals"_s, m_random.below(3));
    if (id.kind == Kind::Plan && what < 40)
        return PlanChange::set(id, u"first_year"_s, 2020 + m_random.below(3));
    if (id.kind == Kind::ReformItem && what < 15)
        return PlanChange::set(
            id, field::jointDepartment(m_plan.uuid), m_random.chance(50) ? Value::fromBool(true) : Value());
    const QString name = textField(id.kind, m_random);
    if (name.isEmpty() || (what < 2 && id.kind != Kind::Department)) {
        static const QString kStates[] = {u"rough"_s, u"draft"_s, u"final"_s};
        return PlanChange::set(id, field::state(id.kind, u"statements"), Value(kStates[m_random.below(3)]));
    }
    if (what < 60)
        return PlanChange::set(id, name, QString((m_random.chance(40) ? plan.text(id, name) : QString()) + newText()));
    if (what < 70)
        return PlanChange::set(id, name, Value());
    if (what < 75)
        return PlanChange::set(
            id, name, plan.value(id, name).isErased() ? Value() : plan.value(id, name)); // no change, or a decision
    return PlanChange::set(id, name, newText());
}

std::optional<Draft> World::actEdit(Copy &copy)
{
    const Plan &plan = copy.journal->plan();
    const QList<ElementId> all = plan.preorder();
    // people meet at the same few things
    const PlanChange step = randomEdit(
        plan, m_random.chance(60) ? all.at(m_random.below(std::min<qsizetype>(4, all.size()))) : m_random.oneOf(all));
    const bool same =
        plan.value(step.id, step.field) == step.value && !plan.conflicts().value(step.id).contains(step.field);
    PlanChange stale = step;
    stale.old = Value(u"never seen"_s);
    const auto refused = draftOf(*copy.journal, {stale}, copy.runs);
    require(!refused && refused.error().code == Error::Code::Conflict,
        u"an old value that does not match was let through: "_s + step.field + u' '
            + (refused ? QString() : refused.error().detail));
    PlanChange seen = step;
    if (!plan.value(step.id, step.field).isErased())
        seen.old = plan.value(step.id, step.field);
    Draft draft = this->draft(copy, {seen});
    require(draft.writes.size() == (same ? 0 : 1),
        u"an edit of one field writes one thing, or none where nothing changes"_s);
    m_afterCommit = [&copy, step] {
        require(copy.journal->plan().value(step.id, step.field) == step.value, u"what was typed is not shown"_s);
        require(!copy.journal->plan().conflicts().value(step.id).contains(step.field),
            u"a typed field is still contested"_s);
    };
    count("edited");
    return draft;
}

/// Somewhere among the children of the step's parent.
void World::place(PlanChange &step, const Plan &plan)
{
    QList<ElementId> siblings = plan.children(step.parent);
    siblings.removeOne(step.id);
    const int what = m_random.below(3);
    if (siblings.isEmpty() || what == 0) {
        step.at = PlanChange::At::First;
    } else if (what == 1) {
        step.at = PlanChange::At::Last;
    } else {
        step.at = PlanChange::At::After;
        step.after = m_random.oneOf(siblings);
    }
}

namespace {
void requireStands(const Plan &plan, const PlanChange &step)
{
    const QList<ElementId> &siblings = plan.children(step.parent);
    const qsizetype at = siblings.indexOf(step.id);
    require(at >= 0, u"what was placed does not stand there"_s);
    if (step.at == PlanChange::At::First)
        require(at == 0, u"placed first, and is not"_s);
    else if (step.at == PlanChange::At::Last)
        require(at == siblings.size() - 1, u"placed last, and is not"_s);
    else
        require(at > 0 && siblings.at(at - 1) == step.after, u"placed behind another, and is not"_s);
}
} // namespace

std::optional<PlanChange> World::randomInsert(const Plan &plan)
{
    static constexpr Kind kKinds[] = {Kind::Policy, Kind::Goal, Kind::Statement, Kind::Indicator, Kind::Issue,
        Kind::Footnote, Kind::ReformItem, Kind::Initiative, Kind::Department};
    const Kind kind = kKinds[m_random.below(9)];
    QList<ElementId> parents;
    for (const ElementId &id : plan.preorder()) {
        if (canStandBelow(kind, id.kind))
            parents.append(id);
    }
    if (parents.isEmpty())
        return {};
    PlanChange step = PlanChange::insert({kind, uuid()}, m_random.oneOf(parents));
    const QString name = textField(kind, m_random);
    if (!name.isEmpty())
        step.fields.set(name, newText());
    place(step, plan);
    return step;
}

std::optional<Draft> World::actInsert(Copy &copy)
{
    const auto first = randomInsert(copy.journal->plan());
    if (!first)
        return {};
    QList<PlanChange> steps{*first};
    for (int i = m_random.below(4); i > 0; --i) { // typed one after another
        PlanChange next = *first;
        next.id.uuid = uuid();
        next.at = PlanChange::At::After;
        next.after = steps.constLast().id;
        steps.append(next);
    }
    Draft draft = this->draft(copy, steps);
    for (const DraftWrite &w : draft.writes) {
        const bool own =
            std::any_of(steps.begin(), steps.end(), [&](const PlanChange &s) { return s.id == w.thing.element; });
        require(own, u"an insertion rewrites another element"_s);
    }
    m_afterCommit = [this, &copy, steps] {
        const Plan &plan = copy.journal->plan();
        for (qsizetype i = 1; i < steps.size(); ++i)
            requireStands(plan, steps.at(i));
        if (steps.constFirst().at != PlanChange::At::Last)
            requireStands(plan, steps.constFirst());
        for (const PlanChange &s : steps) {
            require(plan.element(s.id)->fields == s.fields, u"an insertion does not carry its first values"_s);
            const auto again = draftOf(*copy.journal, {s}, copy.runs);
            require(!again && again.error().code == Error::Code::InvalidInput, u"an id was inserted twice"_s);
        }
        count("inserted");
    };
    return draft;
}

PlanChange World::randomMove(const Plan &plan, const ElementId &id)
{
    QList<ElementId> parents;
    for (const ElementId &p : plan.preorder()) {
        if (canStandBelow(id.kind, p.kind))
            parents.append(p);
    }
    PlanChange step = PlanChange::move(id, m_random.oneOf(parents), PlanChange::At::Last);
    place(step, plan);
    return step;
}

namespace {
/// Whether the element above lives only for the sake of this one: it is kept when this one leaves it, by one write more.
bool keepsItsParent(Journal &journal, const ElementId &id)
{
    const Plan &plan = journal.plan();
    const ElementId parent = plan.parentOf(id);
    return plan.children(parent).size() == 1 && !journal.livesByItself(parent);
}
} // namespace

std::optional<Draft> World::actMove(Copy &copy)
{
    const Plan &plan = copy.journal->plan();
    const auto id = anyElement(plan);
    if (!id)
        return {};
    const PlanChange step = randomMove(plan, *id);
    const ElementId from = plan.parentOf(*id);
    const qsizetype kept = step.parent != from && keepsItsParent(*copy.journal, *id) ? 1 : 0;
    Draft draft = this->draft(copy, {step});
    require(draft.writes.size() <= 1 + kept, u"a move writes more than one place"_s);
    if (draft.isEmpty())
        requireStands(plan, step);
    m_afterCommit = [&copy, step, from] {
        requireStands(copy.journal->plan(), step);
        require(copy.journal->plan().contains(from), u"what an element was moved out of has gone with it"_s);
        require(!copy.journal->plan().conflicts().value(step.id).contains(aspect::kPlace),
            u"a moved place is still contested"_s);
    };
    count("moved");
    return draft;
}

std::optional<Draft> World::actRemove(Copy &copy)
{
    const Plan &plan = copy.journal->plan();
    const auto id = anyElement(plan);
    if (!id)
        return {};
    const QList<ElementId> branch = branchOf(plan, *id);
    const ElementId above = plan.parentOf(*id);
    const qsizetype kept = keepsItsParent(*copy.journal, *id) ? 1 : 0;
    Draft draft = this->draft(copy, {PlanChange::remove(*id)});
    require(draft.writes.size() == branch.size() + kept, u"removing a branch writes each element that lives"_s);
    m_afterCommit = [&copy, branch, above] {
        require(copy.journal->plan().contains(above), u"what stood above a removed element has gone with it"_s);
        for (const ElementId &e : branch)
            require(!copy.journal->plan().contains(e), u"removed, and lives: "_s + e.toString());
    };
    count("removed");
    return draft;
}

/// Several steps in one ChangeSet; each sees those before it.
std::optional<Draft> World::actBatch(Copy &copy)
{
    const Plan &plan = copy.journal->plan();
    QList<PlanChange> steps;
    QSet<ElementId> used;
    for (int i = m_random.between(2, 4); i > 0; --i) {
        const auto id = anyElement(plan);
        if (!id || used.contains(*id))
            continue;
        used.insert(*id);
        if (m_random.chance(50)) {
            steps.append(randomEdit(plan, *id));
        } else if (m_random.chance(50)) {
            steps.append(PlanChange::move(*id, plan.parentOf(*id), PlanChange::At::First));
        } else if (auto step = randomInsert(plan)) {
            step->at = PlanChange::At::Last;
            steps.append(*step);
            if (!step->fields.isEmpty())
                steps.append(PlanChange::set(step->id, step->fields.begin()->first, newText()));
            if (m_random.chance(20))
                steps.append(PlanChange::remove(step->id)); // leaves nothing
        }
    }
    if (steps.isEmpty())
        return {};
    count("batches");
    return draft(copy, steps);
}

/// Right after doing, taking back restores everything, conflicts included; and redoing brings it again.
void World::takeBackAtOnce(Copy &copy, const Name &done, const State &before)
{
    const State after = stateOf(copy);
    auto back = takeBack(*copy.journal, done);
    require(bool(back) && back.value().left.isEmpty(), u"what was just done cannot be taken back whole"_s);
    const Name undone = commit(copy, back.value().draft);
    const State restored = stateOf(copy);
    require(restored.isSameBut(before),
        u"taking back does not restore (restored | before):\n  "_s + restored.differenceTo(before));
    count("taken back at once");
    if (m_random.chance(50))
        return;
    auto redo = takeBack(*copy.journal, undone);
    require(bool(redo) && redo.value().left.isEmpty(), u"what was taken back cannot be redone whole"_s);
    commit(copy, redo.value().draft);
    const State again = stateOf(copy);
    require(again.isSameBut(after), u"redoing does not restore (redone | done):\n  "_s + again.differenceTo(after));
    count("redone");
}

} // namespace mezasu::test
