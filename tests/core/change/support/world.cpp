// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/support/world.h"

namespace mezasu::test {

using namespace Qt::StringLiterals;

void require(bool holds, const QString &what)
{
    if (!holds)
        throw Failure{what};
}

Case Case::of(quint64 seed)
{
    Random random(seed * 31 + 7);
    static constexpr int kSteps[] = {3, 4, 5, 5, 6, 7, 8, 10, 12, 25};
    Case c;
    c.seed = seed;
    c.steps = kSteps[random.below(10)];
    if (seed % 200 == 0)
        c.steps = 90; // now and then a long one: more ChangeSets than a word has bits
    c.copies = random.between(1, 4);
    return c;
}

QString Case::toString() const
{
    QStringList left;
    for (const int s : without)
        left.append(QString::number(s));
    QString out = u"--seed %1 --steps %2 --copies %3"_s.arg(seed).arg(steps).arg(copies);
    if (!left.isEmpty())
        out += u" --without "_s + left.join(u',');
    return out;
}

World::World(const Case &c, Counts &counts)
    : m_case(c)
    , m_counts(counts)
    , m_random(c.seed)
{
}

void World::run()
{
    begin();
    for (int i = 0; i < m_case.steps; ++i) {
        m_random = Random(m_case.seed * 1000003 + quint64(i)); // so that a step can be left out
        if (!m_case.without.contains(i))
            step();
    }
    m_random = Random(m_case.seed * 1000003 + 999999);
    unite();
    count("worlds");
}

QString World::newText()
{
    static const QString kOdd[] = {u""_s, u""_s, u""_s, u"か\u3099"_s, u"髙\n𠮷"_s, u"\"\\\u2028\u0001"_s};
    return u"<%1>"_s.arg(++m_words) + kOdd[m_random.below(6)];
}

SaltSource World::salts()
{
    return [this](int) { return m_random.salt(); };
}

void World::begin()
{
    m_plan = {Kind::Plan, uuid()};
    Copy first;
    first.journal = std::make_unique<Journal>();
    FieldMap fields;
    fields.set(u"title", newText());
    fields.set(u"first_year", 2022);
    m_copies.push_back(std::move(first));
    Copy &copy = m_copies.back();
    QList<PlanChange> steps;
    const auto add = [&](Kind kind, const ElementId &parent, const QString &field) {
        FieldMap values;
        values.set(field, newText());
        const ElementId id{kind, uuid()};
        steps.append(PlanChange::insert(id, parent, kind == Kind::Goal ? FieldMap() : values));
        return id;
    };
    for (int p = m_random.chance(25) ? 2 : 1; p > 0; --p) {
        const ElementId policy = add(Kind::Policy, m_plan, u"title"_s);
        const ElementId goal = add(Kind::Goal, policy, {});
        add(Kind::Statement, goal, u"text"_s);
        add(Kind::Indicator, goal, u"name"_s);
        const ElementId item = add(Kind::ReformItem, goal, u"title"_s);
        if (m_random.chance(50))
            add(Kind::Initiative, item, u"title"_s);
    }
    auto whole = draftOfNewPlan(m_plan, fields, steps, copy.runs);
    require(bool(whole), u"a new plan was refused"_s);
    commit(copy, std::move(whole).value());
    for (int i = 1; i < m_case.copies; ++i)
        m_copies.push_back(copyOf(m_copies.front()));
    for (Copy &c : m_copies)
        c.runs.clear();
}

QList<ChangeSet> World::bundle(Copy &copy)
{
    QList<ChangeSet> out;
    for (const Name &name : copy.journal->names())
        out.append(copy.journal->changeSet(name));
    for (const Name &name : copy.journal->waiting())
        out.append(copy.journal->changeSet(name));
    const bool bytes = m_random.chance(20);
    for (ChangeSet &set : out) // it travels as bytes; reading them every time would take most of the time
        set.record = bytes ? nullptr : m_pool.at(m_pool.numberOf(set.name)).shared;
    return out;
}

/// By the file manager: the same ChangeSets, another session.
World::Copy World::copyOf(Copy &from)
{
    Copy out;
    if (m_random.chance(50)) {
        out.source = std::make_unique<MemorySource>();
        out.journal = std::make_unique<Journal>(out.source.get(), Plan());
    } else {
        out.journal = std::make_unique<Journal>();
    }
    take(out, bundle(from));
    return out;
}

Intake World::take(Copy &copy, const QList<ChangeSet> &sets)
{
    const auto result = copy.journal->take(sets);
    require(bool(result), u"taking over failed"_s);
    for (const ChangeSet &set : sets)
        copy.holding.give(m_pool, set);
    const Intake &intake = result.value();
    require(intake.refused.isEmpty() && intake.textsRefused == 0, u"an honest ChangeSet or text was refused"_s);
    const JournalDelta delta = copy.journal->takeDelta();
    const auto clean = [&](const char *where, const Texts &texts) {
        for (auto it = texts.begin(); it != texts.end(); ++it)
            require(!copy.holding.erased.contains(it.key()),
                u"an erased text is to be written (%1): %2"_s.arg(QLatin1StringView(where), it->text));
    };
    for (const auto &applied : delta.applied)
        clean("applied", applied.changeSet.texts);
    for (const auto &[reference, text] : delta.lateTexts)
        clean("late", {{text.first, text.second}});
    for (const auto &w : delta.waitingAdded)
        clean("waiting", w.changeSet.texts);
    if (copy.source)
        copy.source->write(delta, *copy.journal);
    return intake;
}

Name World::commit(Copy &copy, Draft draft)
{
    draft.author = u"author %1"_s.arg(m_random.below(3));
    draft.time = u"2026-01-01T00:0%1"_s.arg(m_random.below(10));
    const ChangeSet set = makeChangeSet(copy.journal->heads(), draft, salts());
    m_pool.add(set);
    const Intake intake = take(copy, {set});
    require(intake.applied == QList<Name>{set.name}, u"one's own ChangeSet was not applied"_s);
    count("ChangeSets");
    return set.name;
}

State World::stateOf(Copy &copy)
{
    return test::stateOf(*copy.journal, m_pool.elements());
}

/// Incremental equals from scratch; nothing lost or unseen; the tables hold what the journal shows.
void World::check(Copy &copy)
{
    const Oracle truth = oracle(copy);
    const State found = stateOf(copy), expected = truth.state();
    require(found == expected,
        u"incremental differs from scratch (found | expected):\n  "_s + found.differenceTo(expected));
    if (const auto why = truth.insane(expected, m_isForged))
        throw Failure{*why};
    if (copy.source)
        require(copy.source->plan().isSameAs(copy.journal->plan()), u"the tables differ from the plan"_s);
    const Ancestry &ancestry = copy.journal->ancestry();
    for (int i = 0; i < 5; ++i) {
        const int a = m_random.oneOf(truth.applied()), b = m_random.oneOf(truth.applied());
        require(ancestry.before(
                    *ancestry.numberOf(m_pool.at(a).changeSet.name), *ancestry.numberOf(m_pool.at(b).changeSet.name))
                == m_pool.before(a, b),
            u"ancestry by chains differs from the walk over parents"_s);
    }
    count("compared with scratch");
}

/// Closes the program and opens the file again.
void World::reopen(Copy &copy)
{
    if (!copy.source)
        return;
    copy.runs.clear();
    if (m_random.chance(50)) {
        copy.journal->forgetLoaded();
    } else {
        copy.journal = std::make_unique<Journal>(copy.source.get(), copy.source->plan());
    }
    count("reopened");
}

std::optional<QString> runCase(const Case &c, Counts &counts)
{
    try {
        World(c, counts).run();
    } catch (const Failure &failure) {
        return failure.what;
    }
    return {};
}

std::pair<Case, QString> shrink(Case c, QString what)
{
    Counts counts;
    const auto fails = [&](const Case &smaller) {
        const auto found = runCase(smaller, counts);
        if (found)
            what = *found;
        return found.has_value();
    };
    for (int steps = 0; steps < c.steps; ++steps) { // the shortest beginning that fails
        Case shorter = c;
        shorter.steps = steps;
        if (fails(shorter)) {
            c = shorter;
            break;
        }
    }
    for (int i = c.steps - 1; i >= 0; --i) { // then every step that is not needed
        Case smaller = c;
        smaller.without.insert(i);
        if (fails(smaller))
            c = smaller;
    }
    return {c, what};
}

} // namespace mezasu::test
