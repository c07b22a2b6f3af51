// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/past.h"
#include "core/change/takeback.h"
#include "core/document/plandocument.h"
#include "core/document/removals.h"

#include <algorithm>

/// How a document takes back: undo and redo of one's own steps, and whatever somebody chose in the history.
namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLargeRecord = 250'000; ///< bytes, of about two thousand writes
}

Result<PlanDocument::Left> PlanDocument::takeBack(const QList<Name> &names, const QString &reason)
{
    if (const auto no = refusal())
        return *no;
    flush();
    Left left;
    Entry made{{Step::What::TakeBack, {}, {}, {}}, {}, {}, {}};
    std::optional<Error> error;
    if (const auto run = draftToTakeBackRun(names)) {
        const auto sealed = seal(*run, reason);
        if (sealed)
            made.names.append(sealed.value());
        else
            error = sealed.error();
    } else {
        error = takeBackEach(names, false, made, left, reason);
    }
    if (!made.names.isEmpty()) {
        m_runOpen = false;
        m_undo.append(made);
        m_redo.clear();
        announce();
        Q_EMIT undoChanged();
    }
    if (error)
        return *error;
    return left;
}

/// Where what a run left stands as it is, one write brings back what the field held before the run.
std::optional<Draft> PlanDocument::draftToTakeBackRun(const QList<Name> &names)
{
    if (names.size() < 2)
        return {};
    std::optional<Thing> thing;
    for (const Name &name : names) {
        const auto record = Record::parse(m_journal->changeSet(name, WithTexts::OfItself).body);
        if (!record || record.value().writes.size() != 1)
            return {};
        const Thing &one = record.value().writes.constFirst().thing;
        if (thing && *thing != one)
            return {};
        thing = one;
    }
    const auto first = m_journal->ancestry().numberOf(names.constFirst());
    if (!first || !plan().contains(thing->element) || originsOf(*thing) != QList<Name>{names.constLast()})
        return {};
    const QList<Name> before = mezasu::originsOf(*m_journal, candidatesBefore(*m_journal, *thing, *first));
    Draft draft;
    draft.writes.append({*thing, {}, before.isEmpty() ? std::nullopt : std::optional(before)});
    return draft;
}

Step PlanDocument::undoStep() const
{
    if (m_held)
        return {Step::What::Edit, m_held->id, m_held->field, labelOf(m_held->id)};
    return m_undo.isEmpty() ? Step() : m_undo.constLast().step;
}

Step PlanDocument::redoStep() const
{
    return m_redo.isEmpty() ? Step() : m_redo.constLast().step;
}

/// Whether every write that stands for a thing was made in this session.
bool PlanDocument::isOwnSince(Journal &journal, const Thing &thing) const
{
    const auto &writes = journal.writes(thing);
    return std::all_of(writes.begin(), writes.end(),
        [&](const StoredWrite &w) { return !w.live || m_own.contains(journal.ancestry().name(w.changeSet)); });
}

/// All that a ChangeSet wrote to is read for it: of a large one, by another thread.
Result<Draft> PlanDocument::draftToTakeBack(const Name &name, bool ownStep, Left &left)
{
    std::unique_ptr<Journal> other;
    if (m_besideForLarge && m_journal->changeSet(name, WithTexts::OfItself).body.size() >= kLargeRecord)
        other = journalBeside();
    if (!other)
        return draftToTakeBack(*m_journal, name, ownStep, left);
    Result<Draft> out = makeError(Error::Code::Cancelled, u"taking back was cancelled"_s);
    runBeside(m_besideForLarge, [&](const std::function<bool()> &isCancelled) {
        Left leftOut;
        auto draft = draftToTakeBack(*other, name, ownStep, leftOut);
        if (isCancelled())
            return;
        out = std::move(draft);
        left += leftOut;
    });
    return out;
}

/// Steps of one's own are undone last first, so what this session wrote since is undone already and hinders nothing; what
/// others wrote does.
Result<Draft> PlanDocument::draftToTakeBack(Journal &journal, const Name &name, bool ownStep, Left &left) const
{
    auto back = mezasu::takeBack(journal, name);
    if (!back)
        return back.error();
    Draft draft = back.value().draft;
    QSet<ElementId> removed;
    for (const DraftWrite &w : draft.writes) {
        if (w.thing.aspect == aspect::kExists)
            removed.insert(w.thing.element);
    }
    QList<Thing> rest = back.value().left;
    std::sort(rest.begin(), rest.end(), [](const Thing &a, const Thing &b) {
        return layerOf(a.element.kind) > layerOf(b.element.kind); // children before what they stand below
    });
    for (const Thing &thing : rest) {
        const ElementId id = thing.element;
        bool removable = ownStep && thing.aspect == aspect::kExists && journal.plan().contains(id);
        if (removable) {
            const QStringList aspects = journal.aspects(id);
            const QList<ElementId> &below = journal.plan().children(id);
            removable = std::all_of(aspects.begin(), aspects.end(), [&](const QString &a) {
                return isOwnSince(journal, {id, a});
            }) && std::all_of(below.begin(), below.end(), [&](const ElementId &c) { return removed.contains(c); });
        }
        if (removable) {
            removed.insert(id);
            draft.writes.append({thing, Life::Removed, {}});
        } else if (!ownStep || journal.plan().contains(id)) {
            left.append(thing);
        }
    }
    if (ownStep)
        renewRemovals(journal, m_own, draft);
    return draft;
}

/// The writes in which the present candidates of a thing were typed.
QList<Name> PlanDocument::originsOf(const Thing &thing)
{
    return mezasu::originsOf(*m_journal, m_journal->candidates(thing));
}

std::optional<Error> PlanDocument::takeBackEach(
    const QList<Name> &names, bool ownSteps, Entry &made, Left &left, const QString &reason)
{
    for (auto name = names.crbegin(); name != names.crend(); ++name) {
        const auto draft = draftToTakeBack(*name, ownSteps, left);
        if (!draft)
            return draft.error();
        if (draft.value().isEmpty())
            continue;
        const auto sealed = seal(draft.value(), reason);
        if (!sealed)
            return sealed.error();
        made.names.append(sealed.value());
    }
    return {};
}

/// A run of typing goes and comes as a whole, by one write that names the writes whose values stand again.
std::optional<Error> PlanDocument::takeBackRun(const Entry &entry, Entry &made)
{
    const Thing thing{entry.step.element, entry.step.field};
    made.restores = originsOf(thing);
    Draft draft;
    draft.writes.append(
        {thing, {}, entry.restores->isEmpty() ? std::nullopt : std::optional<QList<Name>>(*entry.restores)});
    const auto sealed = seal(draft, {});
    if (!sealed)
        return sealed.error();
    made.names.append(sealed.value());
    return {};
}

Result<PlanDocument::Left> PlanDocument::stepBack(QList<Entry> &from, QList<Entry> &to)
{
    if (const auto no = refusal())
        return *no;
    flush();
    if (from.isEmpty())
        return Left();
    m_runOpen = false;
    const Entry entry = from.takeLast();
    Entry made{entry.step, {}, {}, {}};
    Left left;
    const bool whole = entry.restores && plan().contains(entry.step.element)
        && isOwnSince(*m_journal, {entry.step.element, entry.step.field});
    const auto error = whole ? takeBackRun(entry, made) : takeBackEach(entry.names, true, made, left);
    if (!made.names.isEmpty())
        to.append(made);
    else if (error)
        from.append(entry); // nothing of it happened
    announce();
    Q_EMIT undoChanged();
    if (error)
        return *error;
    return left;
}

Result<PlanDocument::Left> PlanDocument::undo()
{
    flush();
    return stepBack(m_undo, m_redo);
}

Result<PlanDocument::Left> PlanDocument::redo()
{
    return stepBack(m_redo, m_undo);
}

} // namespace mezasu
