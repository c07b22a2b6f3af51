// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/plandocument.h"

#include "core/change/edition.h"
#include "core/change/past.h"
#include "core/change/takeback.h"

#include <QThread>
#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr int kHoldMs = 2000;
constexpr qsizetype kLargeDraft = 2000; ///< writes; what has fewer is taken over in less than a blink

QString isoTime(const QDateTime &time)
{
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate);
}
} // namespace

PlanDocument::PlanDocument(Journal journal, std::unique_ptr<PlanStorage> storage, Session session, QObject *parent)
    : QObject(parent)
    , m_storage(std::move(storage))
    , m_journal(std::make_unique<Journal>(std::move(journal)))
    , m_session(std::move(session))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kHoldMs);
    connect(&m_timer, &QTimer::timeout, this, &PlanDocument::flush);
    m_announcedState = saveState();
    if (m_storage) {
        m_storage->whenDamaged([this](const Error &damage) {
            m_damage = damage;
            setOutcome(m_outcome);
        });
    }
}

PlanDocument::~PlanDocument()
{
    if (m_storage && m_outcome.state == SaveOutcome::State::Saving)
        m_storage->retry(*m_journal); // waits for what is on its way
}

QString PlanDocument::text(const ElementId &id, const QString &field) const
{
    return m_held && m_held->id == id && m_held->field == field ? m_held->text : plan().text(id, field);
}

// -- writing

std::optional<Error> PlanDocument::refusal() const
{
    if (isReadOnly())
        return makeError(Error::Code::Conflict, u"the plan is open for reading only"_s, path());
    return {};
}

Result<Name> PlanDocument::seal(Draft draft, const QString &reason)
{
    draft.author = m_session.author;
    draft.time = isoTime(m_session.now());
    draft.reason = reason;
    const ChangeSet changeSet = makeChangeSet(m_journal->heads(), draft);
    if (const auto taken = takeOwn(changeSet, draft.writes.size() >= kLargeDraft); !taken)
        return taken.error();
    m_own.insert(changeSet.name);
    return changeSet.name;
}

Result<> PlanDocument::takeOwn(const ChangeSet &changeSet, bool isLarge)
{
    if (!isLarge || !m_besideForLarge) {
        const auto intake = m_journal->take({changeSet});
        return intake ? Result<>() : Result<>(intake.error());
    }
    m_unannounced += write(*m_journal, m_outcome); // the other journal starts from what the storage has
    auto taken = take({changeSet}, m_besideForLarge);
    if (!taken)
        return taken.error();
    m_unannounced += taken.value().elements;
    return {};
}

void PlanDocument::announce()
{
    QList<ElementId> elements = std::exchange(m_unannounced, {});
    elements += write(*m_journal, m_outcome);
    announce(elements);
}

/// Lets the storage have what a journal took over since the last time. \param outcome stays where there is nothing to write
/// \return the elements that it changed
QList<ElementId> PlanDocument::write(Journal &journal, SaveOutcome &outcome)
{
    JournalDelta delta = journal.takeDelta();
    QList<ElementId> elements = delta.elements;
    if (m_storage && !delta.isEmpty())
        outcome = m_storage->commit(std::move(delta), journal);
    return elements;
}

void PlanDocument::announce(const QList<ElementId> &elements)
{
    if (!elements.isEmpty()) {
        Q_EMIT elementsChanged(elements);
        Q_EMIT conflictsChanged();
    }
    setOutcome(m_outcome);
}

void PlanDocument::setOutcome(SaveOutcome outcome)
{
    m_outcome = std::move(outcome);
    if (const QList<Error> notes = std::exchange(m_outcome.notes, {}); !notes.isEmpty())
        Q_EMIT notedWhileSaving(notes);
    const SaveState state = saveState();
    if (state != m_announcedState || m_outcome.error) {
        m_announcedState = state;
        Q_EMIT saveStateChanged();
    }
}

Result<Name> PlanDocument::createPlan(const FieldMap &fields, const QList<PlanChange> &steps, const ElementId &plan_)
{
    if (const auto no = refusal())
        return *no;
    if (!plan().isEmpty())
        return makeError(Error::Code::Conflict, u"there is a plan already"_s);
    const auto draft = draftOfNewPlan(plan_.isNull() ? ElementId::create(Kind::Plan) : plan_, fields, steps, m_runs);
    if (!draft)
        return draft.error();
    auto name = seal(draft.value(), {});
    if (name)
        announce();
    return name;
}

Result<Name> PlanDocument::apply(
    const QList<PlanChange> &changes, const QString &reason, const std::optional<Step> &step)
{
    if (const auto no = refusal())
        return *no;
    flush();
    const Step what = step ? *step : stepOf(changes);
    return commitDraft(draftOf(*m_journal, changes, m_runs), reason, what);
}

/// A journal of its own over the same file, for another thread: so the plan can be looked at meanwhile. Null where the file
/// does not hold everything.
std::unique_ptr<Journal> PlanDocument::journalBeside()
{
    if (m_storage && (m_outcome.state == SaveOutcome::State::Saved || save() == SaveState::Saved))
        return m_storage->journal(plan());
    return {};
}

void PlanDocument::runBeside(const Beside &beside, const Deed &deed)
{
    m_isBeside = true;
    m_storage->handTo(nullptr);
    beside([&](const std::function<bool()> &isCancelled) {
        m_storage->handTo(QThread::currentThread());
        deed(isCancelled);
        m_storage->handTo(nullptr);
    });
    m_storage->handTo(QThread::currentThread());
    m_isBeside = false;
}

/// Where another thread does it, its journal takes the place of this one; what is not wanted any more is thrown away.
Result<PlanDocument::Taken> PlanDocument::take(const QList<ChangeSet> &changeSets, const Beside &beside)
{
    std::unique_ptr<Journal> other = beside ? journalBeside() : nullptr;
    if (!other) {
        const auto intake = m_journal->take(changeSets);
        if (!intake)
            return intake.error();
        return Taken{intake.value(), write(*m_journal, m_outcome)};
    }
    Result<Taken> out = makeError(Error::Code::Cancelled, u"taking changes over was cancelled"_s);
    std::optional<SaveOutcome> outcome;
    runBeside(beside, [&](const std::function<bool()> &isCancelled) {
        const auto intake = other->take(changeSets);
        if (!intake) {
            out = intake.error();
        } else if (!isCancelled()) {
            out = Taken{intake.value(), write(*other, outcome.emplace())};
        }
    });
    if (outcome) {
        *m_journal = std::move(*other); // stays the one that readers of the history know
        m_outcome = std::move(*outcome);
    }
    return out;
}

Result<Intake> PlanDocument::applyChangeSet(
    const ChangeSet &changeSet, std::optional<FileRead> read, const Beside &beside)
{
    if (const auto no = refusal())
        return *no;
    flush();
    const auto taken = take({changeSet}, beside);
    if (!taken)
        return taken.error();
    m_runOpen = false;
    if (taken.value().intake.applied.contains(changeSet.name)) {
        m_own.insert(changeSet.name);
        pushStep({Step::What::Import, {}, {}, {}}, changeSet.name);
    }
    announce(taken.value().elements);
    if (read && m_storage) {
        read->person = m_session.author;
        read->time = m_session.now().toString(Qt::ISODate);
        read->changeSet = changeSet.name;
        m_storage->registerFile(*read);
    }
    return taken.value().intake;
}

Result<Intake> PlanDocument::merge(const QList<ChangeSet> &changeSets, const Beside &beside)
{
    if (const auto no = refusal())
        return *no;
    flush();
    m_runOpen = false;
    const auto taken = take(changeSets, beside);
    if (!taken)
        return taken.error();
    announce(taken.value().elements);
    return taken.value().intake;
}

/// One ChangeSet of one's own, as a step. An empty draft is nothing.
Result<Name> PlanDocument::commitDraft(const Result<Draft> &draft, const QString &reason, const Step &step)
{
    if (!draft)
        return draft.error();
    if (draft.value().isEmpty())
        return Name();
    auto name = seal(draft.value(), reason);
    if (!name)
        return name;
    m_runOpen = false;
    pushStep(step, name.value());
    announce();
    return name;
}

Result<Name> PlanDocument::setBack(const Thing &field, const Name &at)
{
    if (const auto no = refusal())
        return *no;
    flush();
    const auto number = m_journal->ancestry().numberOf(at);
    if (!number || !plan().contains(field.element))
        return makeError(Error::Code::NotFound, u"no such ChangeSet"_s, at.toHex());
    const QList<Name> then = mezasu::originsOf(*m_journal, candidatesAfter(*m_journal, field, *number));
    if (then == originsOf(field))
        return Name();
    Draft draft;
    draft.writes.append({field, {}, then.isEmpty() ? std::nullopt : std::optional(then)});
    return commitDraft(draft, {}, {Step::What::SetBack, field.element, field.aspect, labelOf(field.element)});
}

Result<Name> PlanDocument::decide(const Thing &thing, const QList<Name> &keep)
{
    if (const auto no = refusal())
        return *no;
    flush();
    const Step step{Step::What::Decide, thing.element, thing.aspect, labelOf(thing.element)};
    return commitDraft(mezasu::decide(*m_journal, thing, keep), {}, step);
}

Result<Name> PlanDocument::decideExistence(const ElementId &id, bool alive)
{
    if (const auto no = refusal())
        return *no;
    flush();
    const Step step{Step::What::Decide, id, aspect::kExists, labelOf(id)};
    return commitDraft(mezasu::decideExistence(*m_journal, id, alive), {}, step);
}

Result<Name> PlanDocument::nameEdition(const QString &name)
{
    if (const auto no = refusal())
        return *no;
    flush();
    const auto step = mezasu::nameEdition(*m_journal, name);
    if (!step)
        return step.error();
    return apply({step.value()}, {}, Step{Step::What::Insert, step.value().id, {}, name});
}

// -- typing

void PlanDocument::setText(const ElementId &id, const QString &field, const QString &text)
{
    if (isReadOnly() || !plan().contains(id))
        return;
    if (m_held && (m_held->id != id || m_held->field != field)) {
        flush();
        if (m_held)
            return; // it cannot be written; nothing must take its place
    }
    if (!m_held && plan().text(id, field) == text)
        return;
    const bool first = !m_held;
    m_held = Held{id, field, text};
    m_timer.start();
    Q_EMIT textHeld(id, field);
    if (first) {
        prepareToFlush();
        Q_EMIT undoChanged();
        setOutcome(m_outcome);
    }
}

/// Reads what flush() will need of the journal while nothing is on its way to the disk, for then reading would wait for that.
void PlanDocument::prepareToFlush()
{
    if (m_held && m_outcome.state != SaveOutcome::State::Saving)
        (void)m_journal->writes({m_held->id, m_held->field});
}

void PlanDocument::flush()
{
    if (!m_held)
        return;
    m_timer.stop();
    const Held held = *std::exchange(m_held, std::nullopt);
    const bool gone = !plan().contains(held.id);
    const Value before = plan().value(held.id, held.field);
    const bool stays = gone || before.text() == held.text;
    const QList<Name> origins = gone ? QList<Name>() : originsOf({held.id, held.field});
    const Value value = held.text.isEmpty() ? Value() : Value(held.text);
    const auto draft =
        stays ? Result<Draft>(Draft()) : draftOf(*m_journal, {PlanChange::set(held.id, held.field, value)}, m_runs);
    const auto name = draft && !draft.value().isEmpty() ? seal(draft.value(), {}) : Result<Name>(Name());
    if (!draft || !name) { // the text is nowhere else: it stays on screen
        m_held = held;
        setOutcome({SaveOutcome::State::Unsaved, draft ? name.error() : draft.error(), {}});
        return;
    }
    if (name.value() == Name()) {
        if (!gone)
            Q_EMIT elementsChanged({held.id});
        Q_EMIT undoChanged();
        setOutcome(m_outcome);
        return;
    }
    const Step step{Step::What::Edit, held.id, held.field, labelOf(held.id)};
    const bool grows = m_runOpen && !m_undo.isEmpty() && m_undo.constLast().before
        && m_undo.constLast().step.element == held.id && m_undo.constLast().step.field == held.field;
    if (grows) {
        Entry &entry = m_undo.last();
        entry.names.append(name.value());
        if (*entry.before == plan().value(held.id, held.field))
            m_undo.removeLast(); // the run ended where it began
    } else {
        pushStep(step, name.value());
        m_undo.last().before = before;
        m_undo.last().restores = origins;
    }
    m_runOpen = true;
    m_redo.clear();
    announce();
    Q_EMIT undoChanged();
}

void PlanDocument::endRun()
{
    flush();
    m_runOpen = false;
}

// -- undo

void PlanDocument::pushStep(const Step &step, const Name &name)
{
    m_undo.append({step, {name}, {}, {}});
    m_redo.clear();
    Q_EMIT undoChanged();
}

QString PlanDocument::labelOf(const ElementId &id) const
{
    for (const QString &field : {u"code"_s, u"number"_s, u"title"_s, u"name"_s, u"text"_s}) {
        const QString text = plan().text(id, field);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

Step PlanDocument::stepOf(const QList<PlanChange> &changes) const
{
    if (changes.isEmpty())
        return {};
    const PlanChange &first = changes.constFirst();
    Step step{Step::What::Several, first.id, {}, labelOf(first.id)};
    const bool alike =
        std::all_of(changes.begin(), changes.end(), [&](const PlanChange &c) { return c.op == first.op; });
    if (first.op == PlanChange::Op::Insert) {
        step.what = Step::What::Insert; // what follows fills it
    } else if (changes.size() == 1 || (alike && first.op != PlanChange::Op::Set)) {
        step.what = first.op == PlanChange::Op::Set ? Step::What::Edit
            : first.op == PlanChange::Op::Move      ? Step::What::Move
                                                    : Step::What::Remove;
        step.field = first.field;
    }
    return step;
}

// -- saving

PlanDocument::SaveState PlanDocument::saveState() const
{
    if (m_outcome.state == SaveOutcome::State::Unsaved)
        return SaveState::Unsaved;
    if (m_outcome.state == SaveOutcome::State::Rescued)
        return SaveState::Rescued;
    if (m_damage)
        return SaveState::Damaged;
    if (isReadOnly())
        return SaveState::ReadOnly;
    if (m_held)
        return SaveState::Typing;
    if (m_outcome.state == SaveOutcome::State::Saving)
        return SaveState::Saving;
    return m_storage ? SaveState::Saved : SaveState::InMemory;
}

void PlanDocument::saveBehind()
{
    if (m_storage)
        m_storage->writeBehind([this](const SaveOutcome &outcome) {
            setOutcome(outcome);
            prepareToFlush();
        });
}

PlanDocument::SaveState PlanDocument::save()
{
    flush();
    if (m_storage && !m_held && m_outcome.state != SaveOutcome::State::Saved)
        setOutcome(m_storage->retry(*m_journal));
    return saveState();
}

} // namespace mezasu
