// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journalintake.h"

#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kBig = 1000; // for small ones, room for exactly one more would be asked again and again

template <typename Set>
QList<Name> sorted(const Set &names)
{
    QList<Name> out(names.begin(), names.end());
    std::sort(out.begin(), out.end());
    return out;
}
} // namespace

JournalIntake::JournalIntake(JournalSource *source, Ancestry &ancestry, JournalProjection &projection)
    : m_source(source)
    , m_ancestry(ancestry)
    , m_projection(projection)
{
}

void JournalIntake::prepare()
{
    if (m_isReady)
        return;
    m_isReady = true;
    if (!m_source)
        return;
    m_ancestry = Ancestry(m_source->standings(), m_source->knowledge());
    m_projection.setFresh(m_ancestry.size() == 0);
    for (const Name &name : m_source->heads())
        m_heads.insert(name);
    for (const Digest &digest : m_source->erased())
        m_erased.insert(digest);
    for (const Name &name : m_source->incomplete())
        m_incomplete.insert(name);
    for (WaitingChangeSet &w : m_source->waiting()) {
        std::shared_ptr<const Record> record;
        if (auto parsed = Record::parse(w.changeSet.body))
            record = std::make_shared<const Record>(std::move(parsed).value());
        const Name name = w.changeSet.name;
        m_waiting.insert(name, Waiting{std::move(w.changeSet), std::move(record)});
    }
}

Intake JournalIntake::take(const QList<ChangeSet> &changeSets)
{
    prepare();
    Intake intake;
    const QList<Name> before = m_waiting.keys();
    const QSet<Name> known(before.begin(), before.end());
    for (const ChangeSet &changeSet : changeSets)
        receive(changeSet, intake);
    applyReady(intake);
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        if (!known.contains(it.key())) {
            intake.waiting.append(it.key());
            m_delta.waitingAdded.append({it->changeSet, it->record == nullptr});
        }
    }
    m_projection.refresh(std::exchange(m_touched, {}));
    m_projection.setFresh(false);
    if (!intake.applied.isEmpty())
        m_delta.heads = heads();
    return intake;
}

JournalDelta JournalIntake::takeDelta()
{
    JournalDelta out = std::exchange(m_delta, {});
    out.knowledge = m_ancestry.takeNewKnowledge();
    return out;
}

QList<Name> JournalIntake::heads() const
{
    return sorted(m_heads);
}

QList<Name> JournalIntake::waiting() const
{
    return sorted(m_waiting.keys());
}

QList<Name> JournalIntake::newer() const
{
    QList<Name> out = waiting();
    out.removeIf([this](const Name &name) { return m_waiting.value(name).record != nullptr; });
    return out;
}

QList<Name> JournalIntake::incomplete() const
{
    return sorted(m_incomplete);
}

ChangeSet JournalIntake::changeSet(const Name &name, WithTexts texts)
{
    if (const auto it = m_sets.constFind(name); it != m_sets.constEnd())
        return *it;
    if (const auto it = m_waiting.constFind(name); it != m_waiting.constEnd())
        return it->changeSet;
    if (m_source && m_ancestry.numberOf(name))
        return m_source->changeSet(name, texts);
    return {};
}

QList<Thing> JournalIntake::thingsWith(const QList<Digest> &digests)
{
    const QSet<Digest> wanted(digests.begin(), digests.end());
    QSet<Thing> out;
    const auto &elements = m_projection.loaded();
    for (auto it = elements.cbegin(); it != elements.cend(); ++it) {
        for (const ThingHistory &thing : it->things) {
            for (const StoredWrite &w : thing.writes) {
                const auto digest = textDigestOf(w.content);
                if (digest && wanted.contains(*digest))
                    out.insert({it.key(), thing.aspect});
            }
        }
    }
    if (m_source) {
        for (const Thing &thing : m_source->thingsWith(digests))
            out.insert(thing);
    }
    return out.values();
}

// -- receiving

void JournalIntake::receive(const ChangeSet &incoming, Intake &intake)
{
    const bool trusted = incoming.record != nullptr;
    if (!trusted && Hash::of(incoming.body) != incoming.name) {
        intake.refused.append({incoming.name, u"name"_s});
        return;
    }
    if (m_ancestry.numberOf(incoming.name)) {
        ++intake.known;
        if (m_incomplete.contains(incoming.name))
            takeLateTexts(incoming, intake);
        return;
    }
    if (const auto it = m_waiting.find(incoming.name); it != m_waiting.end()) {
        ++intake.known;
        const qsizetype had = it->changeSet.texts.size();
        if (it->record)
            addTexts(*it, incoming.texts, it->record->digests(), false, intake);
        else
            takeTextsOfNewer(*it, incoming.texts, intake);
        if (it->changeSet.texts.size() != had)
            m_delta.waitingAdded.append({it->changeSet, it->record == nullptr});
        return;
    }
    Waiting w{{incoming.name, incoming.body, {}, {}}, incoming.record};
    if (!w.record) {
        auto parsed = Record::parse(incoming.body);
        if (!parsed && parsed.error().code != Error::Code::NewerFormat) {
            intake.refused.append({incoming.name, parsed.error().detail});
            return;
        }
        if (parsed)
            w.record = std::make_shared<const Record>(std::move(parsed).value());
    }
    if (w.record && !trusted && writesToAnotherPlan(*w.record)) {
        intake.refused.append({incoming.name, u"writes to another plan"_s});
        return;
    }
    if (w.record) {
        erase(w.record->erases, incoming.name);
        addTexts(w, incoming.texts, trusted ? QList<Digest>() : w.record->digests(), trusted, intake);
    } else {
        takeTextsOfNewer(w, incoming.texts, intake);
    }
    m_waiting.insert(incoming.name, std::move(w));
}

void JournalIntake::addTexts(
    Waiting &w, const Texts &texts, const QList<Digest> &known, bool trusted, Intake &intake) const
{
    if (trusted) {
        w.changeSet.texts = texts;
        if (!m_erased.isEmpty())
            w.changeSet.texts.removeIf([this](const auto &it) { return isErased(it.key()); });
        return;
    }
    const QSet<Digest> wanted(known.begin(), known.end());
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (!wanted.contains(it.key()) || digestOf(*it) != it.key()) {
            ++intake.textsRefused;
            continue;
        }
        if (!isErased(it.key()) && !w.changeSet.texts.contains(it.key()))
            w.changeSet.texts.insert(it.key(), *it);
    }
}

/// Which texts a newer record wants is not known; those that fit their digests are kept with it.
void JournalIntake::takeTextsOfNewer(Waiting &w, const Texts &texts, Intake &intake) const
{
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (digestOf(*it) != it.key())
            ++intake.textsRefused;
        else if (!isErased(it.key()))
            w.changeSet.texts.insert(it.key(), *it);
    }
}

void JournalIntake::takeLateTexts(const ChangeSet &incoming, Intake &intake)
{
    ChangeSet have = changeSet(incoming.name, WithTexts::All);
    const auto parsed = Record::parse(have.body);
    if (!parsed)
        return;
    const Record &record = parsed.value();
    const Number number = *m_ancestry.numberOf(incoming.name);
    Waiting w{have, {}};
    addTexts(w, incoming.texts, record.digests(), false, intake);
    if (isComplete(record, w.changeSet.texts))
        m_incomplete.remove(incoming.name);
    if (w.changeSet.texts.size() == have.texts.size())
        return;
    const auto late = [&](const Digest &digest) {
        return w.changeSet.texts.contains(digest) && !have.texts.contains(digest);
    };
    for (const Digest &digest : {record.author, record.reason}) {
        if (late(digest))
            m_delta.lateTexts.push_back({{{}, {}, number}, {digest, w.changeSet.texts.value(digest)}});
    }
    for (const Write &write : record.writes) {
        const auto digest = write.value ? textDigestOf(*write.value) : std::nullopt;
        if (!digest || !late(*digest))
            continue;
        m_delta.lateTexts.push_back(
            {{write.thing.element, write.thing.aspect, number}, {*digest, w.changeSet.texts.value(*digest)}});
        if (ThingHistory *thing = m_projection.history(write.thing.element).find(write.thing.aspect)) {
            for (StoredWrite &s : thing->writes) {
                if (s.changeSet == number)
                    s.plain = plainOf(s.content, w.changeSet.texts);
            }
        }
        m_touched.add(write.thing.element, write.thing.aspect);
    }
    if (m_sets.contains(incoming.name))
        m_sets[incoming.name] = w.changeSet;
}

/// A journal is of one plan: every copy begins with the ChangeSet that made it, so all of them refuse the same.
bool JournalIntake::writesToAnotherPlan(const Record &record) const
{
    const ElementId root = m_projection.plan().root();
    return !root.isNull() && std::any_of(record.writes.begin(), record.writes.end(), [&root](const Write &write) {
        return write.thing.element.kind == Kind::Plan && write.thing.element != root;
    });
}

bool JournalIntake::isComplete(const Record &record, const Texts &texts) const
{
    return record.isCompleteWith(texts, [this](const Digest &digest) { return isErased(digest); });
}

// -- erasing

void JournalIntake::erase(const QList<Digest> &digests, const Name &by)
{
    QList<Digest> fresh;
    for (const Digest &digest : digests) {
        if (!m_erased.contains(digest)) {
            m_erased.insert(digest);
            fresh.append(digest);
            m_delta.erased.emplace_back(digest, by);
        }
    }
    if (fresh.isEmpty())
        return;
    for (const Thing &thing : thingsWith(fresh)) {
        if (ThingHistory *history = m_projection.history(thing.element).find(thing.aspect)) {
            for (StoredWrite &w : history->writes)
                forgetText(w);
            m_touched.add(thing.element, thing.aspect);
        }
    }
    const auto wipe = [this](Texts &texts) {
        return texts.removeIf([this](const auto &it) { return isErased(it.key()); });
    };
    for (ChangeSet &set : m_sets)
        wipe(set.texts);
    forgetInDelta();
    for (Waiting &w : m_waiting) {
        if (wipe(w.changeSet.texts) > 0)
            m_delta.waitingAdded.append({w.changeSet, w.record == nullptr});
    }
}

/// What is not written yet is never written.
void JournalIntake::forgetInDelta()
{
    const auto isGone = [this](const auto &it) { return isErased(it.key()); };
    for (JournalDelta::Applied &applied : m_delta.applied)
        applied.changeSet.texts.removeIf(isGone);
    for (WaitingChangeSet &w : m_delta.waitingAdded)
        w.changeSet.texts.removeIf(isGone);
    std::erase_if(m_delta.lateTexts, [this](const auto &late) { return isErased(late.second.first); });
}

void JournalIntake::forgetText(StoredWrite &w) const
{
    const auto digest = textDigestOf(w.content);
    if (!digest || !isErased(*digest))
        return;
    if (const IndicatorValue *entry = w.plain.entry()) {
        IndicatorValue without = *entry;
        without.note.clear();
        without.noteErased = true;
        w.plain = Value(std::move(without));
    } else {
        w.plain = Value::erased();
    }
}

// -- applying

/// Applies everything whose ancestors are there.
void JournalIntake::applyReady(Intake &intake)
{
    QHash<Name, QList<Name>> waitsFor;
    QHash<Name, qsizetype> missing;
    QList<Name> ready;
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        if (!it->record)
            continue;
        qsizetype count = 0;
        for (const Name &parent : it->record->parents) {
            if (!m_ancestry.numberOf(parent)) {
                waitsFor[parent].append(it.key());
                ++count;
            }
        }
        if (count == 0)
            ready.append(it.key());
        else
            missing.insert(it.key(), count);
    }
    std::sort(ready.begin(), ready.end());
    for (qsizetype i = 0; i < ready.size(); ++i) {
        const Name name = ready.at(i);
        apply(name, m_waiting.take(name));
        intake.applied.append(name);
        for (const Name &child : waitsFor.value(name)) {
            if (--missing[child] == 0)
                ready.append(child);
        }
    }
}

void JournalIntake::apply(const Name &name, Waiting w)
{
    const Record &record = *w.record;
    const Number number = m_ancestry.add(name, record.parents);
    for (const Name &parent : record.parents)
        m_heads.remove(parent);
    m_heads.insert(name);
    if (!isComplete(record, w.changeSet.texts))
        m_incomplete.insert(name);

    QSet<ElementId> inserted;
    if (record.writes.size() >= kBig)
        inserted.reserve(record.writes.size() / 4);
    qsizetype elements = 0;
    const ElementId *last = nullptr;
    for (const Write &write : record.writes) {
        if (!last || *last != write.thing.element)
            ++elements;
        last = &write.thing.element;
        if (write.thing.aspect == aspect::kExists && write.value && std::get<Life>(*write.value) == Life::Alive)
            inserted.insert(write.thing.element);
    }
    if (elements >= kBig)
        m_projection.reserve(elements);

    w.changeSet.record = w.record;
    JournalDelta::Applied applied{number, m_ancestry.standing(number), std::move(w.changeSet), {}};
    applied.writes.reserve(size_t(record.writes.size()));
    for (qsizetype i = 0; i < record.writes.size();) {
        const ElementId &id = record.writes.at(i).thing.element;
        Run run{i, i};
        while (run.end < record.writes.size() && record.writes.at(run.end).thing.element == id)
            ++run.end;
        addRun(record, run, inserted, applied);
        i = run.end;
    }
    m_delta.waitingRemoved.append(name);
    m_sets.insert(name, applied.changeSet);
    m_delta.applied.push_back(std::move(applied));
}

/// A place below an element that its writer cannot have known is no place.
bool JournalIntake::knewParent(const Place &place, Number number, const QSet<ElementId> &inserted)
{
    if (place.parent.kind == Kind::Plan || inserted.contains(place.parent))
        return true;
    const ThingHistory *exists = m_projection.history(place.parent).find(aspect::kExists);
    return exists && std::any_of(exists->writes.begin(), exists->writes.end(), [&](const StoredWrite &w) {
        return w.hasValue && std::get<Life>(w.content) == Life::Alive
            && (w.changeSet == number || m_ancestry.before(w.changeSet, number));
    });
}

/// What a write says that it keeps, as far as it is in its past and gave a value.
std::vector<Number> JournalIntake::keptBy(const Write &write, Number number, const ThingHistory &thing) const
{
    std::vector<Number> out;
    if (!write.keep)
        return out;
    for (const Name &name : *write.keep) {
        const auto kept = m_ancestry.numberOf(name);
        if (!kept || !m_ancestry.before(*kept, number))
            continue;
        const auto it = std::find_if(
            thing.writes.begin(), thing.writes.end(), [&](const StoredWrite &w) { return w.changeSet == *kept; });
        if (it != thing.writes.end() && it->hasValue)
            out.push_back(*kept);
    }
    std::sort(out.begin(), out.end());
    return out;
}

void JournalIntake::addRun(
    const Record &record, Run run, const QSet<ElementId> &inserted, JournalDelta::Applied &applied)
{
    const ElementId &id = record.writes.at(run.first).thing.element;
    const Number number = applied.number;
    bool placeCounts = false; // before the history of the element is taken: it looks into another one
    for (qsizetype i = run.first; i < run.end; ++i) {
        const Write &write = record.writes.at(i);
        if (write.value && write.thing.aspect == aspect::kPlace)
            placeCounts = knewParent(std::get<Place>(*write.value), number, inserted);
    }
    const bool lives = m_projection.plan().contains(id);
    ElementHistory &history = m_projection.history(id);
    if (history.things.empty())
        history.things.reserve(size_t(run.end - run.first));
    for (qsizetype i = run.first; i < run.end; ++i) {
        const Write &write = record.writes.at(i);
        const QString &aspect = write.thing.aspect;
        ThingHistory &thing = history.get(aspect);
        StoredWrite stored;
        stored.changeSet = number;
        stored.hasValue = write.value && (aspect != aspect::kPlace || placeCounts);
        if (stored.hasValue) {
            stored.content = *write.value;
            const auto digest = textDigestOf(stored.content);
            const Salted *text = digest ? applied.text(*digest) : nullptr;
            stored.plain = plainOf(stored.content, text ? &text->text : nullptr);
        }
        stored.keep = keptBy(write, number, thing);
        for (StoredWrite &old : thing.writes) {
            if (old.live && m_ancestry.before(old.changeSet, number)) {
                old.live = false;
                m_delta.replaced.push_back({id, aspect, old.changeSet});
            }
        }
        applied.writes.push_back({stored.hasValue, stored.keep});
        thing.writes.push_back(std::move(stored));
        if (lives)
            m_touched.add(id, aspect);
    }
    if (!lives)
        m_touched.addAll(id);
}

} // namespace mezasu
