// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"

#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
/// What is known of one element: every write to every thing of it.
struct ElementState
{
    std::vector<ThingHistory> things;

    ThingHistory *find(const QString &aspect)
    {
        for (ThingHistory &t : things) {
            if (t.aspect == aspect)
                return &t;
        }
        return nullptr;
    }
    ThingHistory &get(const QString &aspect)
    {
        if (ThingHistory *t = find(aspect))
            return *t;
        return things.emplace_back(ThingHistory{aspect, {}});
    }
};

struct Waiting
{
    ChangeSet changeSet;
    std::shared_ptr<const Record> record; ///< null when of a newer version
};

} // namespace

struct Journal::Private
{
    JournalSource *source = nullptr;
    Plan plan;
    bool ready = false; ///< ancestry, heads, waiting and erased are loaded
    Ancestry ancestry;
    QSet<Name> heads;
    QHash<Name, Waiting> waiting;
    QSet<Digest> erased;
    QSet<Name> incomplete;
    QHash<Name, ChangeSet> sets; ///< without a source all, with one those that it may not have yet
    QHash<ElementId, ElementState> elements;
    JournalDelta delta;
    QSet<ElementId> changed;
    bool fresh = false; ///< nothing was there before: no need to ask the source for elements

    void prepare()
    {
        if (ready)
            return;
        ready = true;
        if (!source)
            return;
        ancestry = Ancestry(source->standings(), source->knowledge());
        fresh = ancestry.size() == 0;
        for (const Name &name : source->heads())
            heads.insert(name);
        for (const Digest &digest : source->erased())
            erased.insert(digest);
        for (const Name &name : source->incomplete())
            incomplete.insert(name);
        for (WaitingChangeSet &w : source->waiting()) {
            std::shared_ptr<const Record> record;
            if (auto parsed = Record::parse(w.changeSet.body))
                record = std::make_shared<const Record>(std::move(parsed).value());
            waiting.insert(w.changeSet.name, Waiting{std::move(w.changeSet), std::move(record)});
        }
    }

    ElementState &state(const ElementId &id)
    {
        auto it = elements.find(id);
        if (it == elements.end()) {
            ElementState loaded;
            if (source && !fresh)
                loaded.things = source->element(id);
            it = elements.insert(id, std::move(loaded));
        }
        return *it;
    }

    law::View view(const std::vector<StoredWrite> &writes) const { return {writes, ancestry}; }
    law::Candidates resolve(const ThingHistory *thing) const
    {
        return thing ? law::resolve(view(thing->writes)) : law::Candidates();
    }

    // -- taking over

    void addTexts(Waiting &w, const Texts &texts, const QList<Digest> &known, bool trusted, Intake &intake)
    {
        if (trusted) {
            w.changeSet.texts = texts;
            if (!erased.isEmpty())
                w.changeSet.texts.removeIf([this](const auto &it) { return erased.contains(it.key()); });
            return;
        }
        const QSet<Digest> wanted(known.begin(), known.end());
        for (auto it = texts.begin(); it != texts.end(); ++it) {
            if (!wanted.contains(it.key()) || digestOf(*it) != it.key()) {
                ++intake.textsRefused;
                continue;
            }
            if (!erased.contains(it.key()) && !w.changeSet.texts.contains(it.key()))
                w.changeSet.texts.insert(it.key(), *it);
        }
    }

    /// A journal is of one plan: every copy begins with the ChangeSet that made it, so all of them refuse the same.
    bool writesToAnotherPlan(const Record &record) const
    {
        const ElementId root = plan.root();
        return !root.isNull() && std::any_of(record.writes.begin(), record.writes.end(), [&root](const Write &write) {
            return write.thing.element.kind == Kind::Plan && write.thing.element != root;
        });
    }

    void receive(const ChangeSet &incoming, Intake &intake, QSet<Thing> &dirty)
    {
        const bool trusted = incoming.record != nullptr;
        if (!trusted && Hash::of(incoming.body) != incoming.name) {
            intake.refused.append({incoming.name, u"name"_s});
            return;
        }
        if (ancestry.numberOf(incoming.name)) {
            ++intake.known;
            if (incomplete.contains(incoming.name))
                takeLateTexts(incoming, intake, dirty);
            return;
        }
        if (const auto it = waiting.find(incoming.name); it != waiting.end()) {
            ++intake.known;
            const qsizetype had = it->changeSet.texts.size();
            if (it->record)
                addTexts(*it, incoming.texts, it->record->digests(), false, intake);
            else
                takeTextsOfNewer(*it, incoming.texts, intake);
            if (it->changeSet.texts.size() != had)
                delta.waitingAdded.append({it->changeSet, it->record == nullptr});
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
            erase(w.record->erases, incoming.name, dirty);
            addTexts(w, incoming.texts, trusted ? QList<Digest>() : w.record->digests(), trusted, intake);
        } else {
            takeTextsOfNewer(w, incoming.texts, intake);
        }
        waiting.insert(incoming.name, std::move(w));
    }

    /// Which texts a newer record wants is not known; those that fit their digests are kept with it.
    void takeTextsOfNewer(Waiting &w, const Texts &texts, Intake &intake) const
    {
        for (auto it = texts.begin(); it != texts.end(); ++it) {
            if (digestOf(*it) != it.key())
                ++intake.textsRefused;
            else if (!erased.contains(it.key()))
                w.changeSet.texts.insert(it.key(), *it);
        }
    }

    void takeLateTexts(const ChangeSet &incoming, Intake &intake, QSet<Thing> &dirty)
    {
        ChangeSet have = changeSet(incoming.name);
        const auto record = Record::parse(have.body);
        if (!record)
            return;
        const Number number = *ancestry.numberOf(incoming.name);
        Waiting w{have, {}};
        addTexts(w, incoming.texts, record.value().digests(), false, intake);
        bool complete = true;
        for (const Digest &digest : record.value().digests())
            complete = complete && (w.changeSet.texts.contains(digest) || erased.contains(digest));
        if (complete)
            incomplete.remove(incoming.name);
        if (w.changeSet.texts.size() == have.texts.size())
            return;
        const auto late = [&](const Digest &digest) {
            return w.changeSet.texts.contains(digest) && !have.texts.contains(digest);
        };
        for (const Digest &digest : {record.value().author, record.value().reason}) {
            if (late(digest))
                delta.lateTexts.push_back({{{}, {}, number}, {digest, w.changeSet.texts.value(digest)}});
        }
        for (const Write &write : record.value().writes) {
            const auto digest = write.value ? textDigestOf(*write.value) : std::nullopt;
            if (!digest || !late(*digest))
                continue;
            delta.lateTexts.push_back(
                {{write.thing.element, write.thing.aspect, number}, {*digest, w.changeSet.texts.value(*digest)}});
            if (ThingHistory *thing = state(write.thing.element).find(write.thing.aspect)) {
                for (StoredWrite &s : thing->writes) {
                    if (s.changeSet == number)
                        s.plain = plainOf(s.content, w.changeSet.texts);
                }
            }
            dirty.insert(write.thing);
        }
        if (sets.contains(incoming.name))
            sets[incoming.name] = w.changeSet;
    }

    void erase(const QList<Digest> &digests, const Name &by, QSet<Thing> &dirty)
    {
        QList<Digest> fresh_;
        for (const Digest &digest : digests) {
            if (!erased.contains(digest)) {
                erased.insert(digest);
                fresh_.append(digest);
                delta.erased.emplace_back(digest, by);
            }
        }
        if (fresh_.isEmpty())
            return;
        for (const Thing &thing : thingsWith(fresh_)) {
            if (ThingHistory *history = state(thing.element).find(thing.aspect)) {
                for (StoredWrite &w : history->writes)
                    forgetText(w);
                dirty.insert(thing);
            }
        }
        const auto wipe = [this](Texts &texts) {
            return texts.removeIf([this](const auto &it) { return erased.contains(it.key()); });
        };
        for (ChangeSet &set : sets)
            wipe(set.texts);
        forgetInDelta();
        for (Waiting &w : waiting) {
            if (wipe(w.changeSet.texts) > 0)
                delta.waitingAdded.append({w.changeSet, w.record == nullptr});
        }
    }

    /// What is not written yet is never written.
    void forgetInDelta()
    {
        const auto isErased = [this](const auto &it) { return erased.contains(it.key()); };
        for (JournalDelta::Applied &applied : delta.applied)
            applied.changeSet.texts.removeIf(isErased);
        for (WaitingChangeSet &w : delta.waitingAdded)
            w.changeSet.texts.removeIf(isErased);
        for (JournalDelta::WriteRow &row : delta.writes) {
            forgetText(row.write);
            if (row.text && erased.contains(digestOf(*row.text)))
                row.text.reset();
        }
        std::erase_if(delta.lateTexts, [this](const auto &late) { return erased.contains(late.second.first); });
    }

    void forgetText(StoredWrite &w) const
    {
        const auto digest = textDigestOf(w.content);
        if (!digest || !erased.contains(*digest))
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

    QList<Thing> thingsWith(const QList<Digest> &digests)
    {
        const QSet<Digest> wanted(digests.begin(), digests.end());
        QSet<Thing> out;
        for (auto it = elements.cbegin(); it != elements.cend(); ++it) {
            for (const ThingHistory &thing : it->things) {
                for (const StoredWrite &w : thing.writes) {
                    const auto digest = textDigestOf(w.content);
                    if (digest && wanted.contains(*digest))
                        out.insert({it.key(), thing.aspect});
                }
            }
        }
        if (source) {
            for (const Thing &thing : source->thingsWith(digests))
                out.insert(thing);
        }
        return out.values();
    }

    /// Applies everything whose ancestors are there.
    void applyReady(Intake &intake, QSet<Thing> &dirty)
    {
        QHash<Name, QList<Name>> waitsFor;
        QHash<Name, qsizetype> missing;
        QList<Name> ready_;
        for (auto it = waiting.cbegin(); it != waiting.cend(); ++it) {
            if (!it->record)
                continue;
            qsizetype count = 0;
            for (const Name &parent : it->record->parents) {
                if (!ancestry.numberOf(parent)) {
                    waitsFor[parent].append(it.key());
                    ++count;
                }
            }
            if (count == 0)
                ready_.append(it.key());
            else
                missing.insert(it.key(), count);
        }
        std::sort(ready_.begin(), ready_.end());
        for (qsizetype i = 0; i < ready_.size(); ++i) {
            const Name name = ready_.at(i);
            apply(name, waiting.take(name), dirty);
            intake.applied.append(name);
            for (const Name &child : waitsFor.value(name)) {
                if (--missing[child] == 0)
                    ready_.append(child);
            }
        }
    }

    void apply(const Name &name, Waiting w, QSet<Thing> &dirty)
    {
        const Record &record = *w.record;
        const Number number = ancestry.add(name, record.parents);
        for (const Name &parent : record.parents)
            heads.remove(parent);
        heads.insert(name);
        if (w.changeSet.texts.size() < record.digests().size()) {
            const QList<Digest> digests = record.digests();
            const bool complete = std::all_of(digests.begin(), digests.end(),
                [&](const Digest &digest) { return w.changeSet.texts.contains(digest) || erased.contains(digest); });
            if (!complete)
                incomplete.insert(name);
        }

        constexpr qsizetype kBig = 1000; // for small ones, room for exactly one more would be asked again and again
        if (record.writes.size() >= kBig) {
            dirty.reserve(dirty.size() + record.writes.size());
            delta.writes.reserve(delta.writes.size() + size_t(record.writes.size()));
        }
        QSet<ElementId> inserted;
        for (const Write &write : record.writes) {
            if (write.thing.aspect == aspect::kExists && write.value && std::get<Life>(*write.value) == Life::Alive)
                inserted.insert(write.thing.element);
        }
        for (const Write &write : record.writes) {
            addWrite(write, number, inserted, w.changeSet.texts);
            dirty.insert(write.thing);
        }
        delta.waitingRemoved.append(name);
        w.changeSet.record = w.record;
        sets.insert(name, w.changeSet);
        JournalDelta::Applied applied{number, ancestry.standing(number), std::move(w.changeSet), {}};
        applied.record = record;
        delta.applied.push_back(std::move(applied));
    }

    /// A place below an element that its writer cannot have known is no place.
    bool knewParent(const Place &place, Number number, const QSet<ElementId> &inserted)
    {
        if (place.parent.kind == Kind::Plan || inserted.contains(place.parent))
            return true;
        const ThingHistory *exists = state(place.parent).find(aspect::kExists);
        return exists && std::any_of(exists->writes.begin(), exists->writes.end(), [&](const StoredWrite &w) {
            return w.hasValue && std::get<Life>(w.content) == Life::Alive
                && (w.changeSet == number || ancestry.before(w.changeSet, number));
        });
    }

    void addWrite(const Write &write, Number number, const QSet<ElementId> &inserted, const Texts &texts)
    {
        StoredWrite stored;
        stored.changeSet = number;
        std::optional<Salted> text;
        stored.hasValue = write.value.has_value();
        if (stored.hasValue && write.thing.aspect == aspect::kPlace)
            stored.hasValue = knewParent(std::get<Place>(*write.value), number, inserted);
        ThingHistory &thing = state(write.thing.element).get(write.thing.aspect);
        if (stored.hasValue) {
            stored.content = *write.value;
            stored.plain = plainOf(stored.content, texts);
            if (const auto digest = textDigestOf(stored.content)) {
                if (const auto it = texts.constFind(*digest); it != texts.constEnd())
                    text = *it;
            }
        }
        for (const Name &name : write.keep.value_or(QList<Name>())) {
            const auto kept = ancestry.numberOf(name);
            if (!kept || !ancestry.before(*kept, number))
                continue;
            const auto it = std::find_if(
                thing.writes.begin(), thing.writes.end(), [&](const StoredWrite &w) { return w.changeSet == *kept; });
            if (it != thing.writes.end() && it->hasValue)
                stored.keep.push_back(*kept);
        }
        std::sort(stored.keep.begin(), stored.keep.end());
        for (StoredWrite &old : thing.writes) {
            if (old.live && ancestry.before(old.changeSet, number)) {
                old.live = false;
                delta.replaced.push_back({write.thing.element, write.thing.aspect, old.changeSet});
            }
        }
        delta.writes.push_back({write.thing.element, write.thing.aspect, stored, std::move(text)});
        thing.writes.push_back(std::move(stored));
    }

    // -- what they add up to

    bool livesByItself(const ElementId &id)
    {
        if (id.kind == Kind::Plan)
            return true;
        ElementState &s = state(id);
        const ThingHistory *exists = s.find(aspect::kExists);
        if (!exists)
            return false;
        law::Numbers others;
        for (const ThingHistory &thing : s.things) {
            if (thing.aspect == aspect::kExists)
                continue;
            for (const StoredWrite &w : thing.writes) {
                if (w.live)
                    others.push_back(w.changeSet);
            }
        }
        return law::livesByItself(view(exists->writes), others);
    }

    /// Brings an element's shown values up to date; \p aspects empty: all of them.
    void show(const ElementId &id, const QSet<QString> &aspects)
    {
        ElementState &s = state(id);
        const Element *old = plan.element(id);
        const bool all = aspects.isEmpty() || !old;
        auto element = std::make_shared<Element>();
        element->id = id;
        if (old && !all)
            *element = *old;
        QList<std::pair<QString, QList<Value>>> contested;
        for (const ThingHistory &thing : s.things) {
            if (!all && !aspects.contains(thing.aspect))
                continue;
            if (thing.aspect == aspect::kExists)
                continue;
            const law::Candidates candidates = resolve(&thing);
            QList<Value> values;
            if (thing.aspect == aspect::kPlace) {
                element->place = candidates.empty() ? Place() : std::get<Place>(candidates.front().content);
                if (candidates.size() > 1) {
                    for (const law::Candidate &c : candidates)
                        values.append(Value(std::get<Place>(c.content).parent.toString()));
                }
            } else {
                element->fields.set(thing.aspect, candidates.empty() ? Value() : candidates.front().plain);
                if (candidates.size() > 1) {
                    for (const law::Candidate &c : candidates)
                        values.append(c.plain);
                }
            }
            contested.append({thing.aspect, values});
        }
        plan.put(std::move(element));
        for (const auto &[thing, values] : contested)
            plan.setConflict(id, thing, values);
        const ThingHistory *exists = s.find(aspect::kExists);
        QList<Value> life;
        if (exists && id.kind != Kind::Plan && law::hasRemoval(view(exists->writes)))
            life = {Value(u"alive"_s), Value(u"removed"_s)};
        plan.setConflict(id, aspect::kExists, life);
    }

    /// Upwards, as long as a life changes: at most one step per layer.
    void settle(ElementId id)
    {
        while (!id.isNull()) {
            const bool lived = plan.contains(id);
            const bool hasChildren = !plan.children(id).isEmpty();
            const bool lives = hasChildren || livesByItself(id);
            if (lived == lives)
                return;
            changed.insert(id);
            ElementId parent;
            if (lives) {
                if (state(id).things.empty())
                    return;
                show(id, {});
                parent = plan.parentOf(id);
            } else {
                parent = plan.parentOf(id);
                plan.take(id);
            }
            id = parent;
        }
    }

    void refresh(const QSet<Thing> &dirty)
    {
        QHash<ElementId, QSet<QString>> aspects;
        for (const Thing &thing : dirty)
            aspects[thing.element].insert(thing.aspect);
        QList<ElementId> order = aspects.keys();
        std::sort(order.begin(), order.end(), [](const ElementId &a, const ElementId &b) {
            const int la = layerOf(a.kind);
            const int lb = layerOf(b.kind);
            return la != lb ? la > lb : (a <=> b) < 0;
        });
        for (const ElementId &id : order) {
            changed.insert(id);
            if (id.kind == Kind::Plan && plan.root().isNull())
                plan.setRoot(id);
            const ElementId oldParent = plan.parentOf(id);
            const bool lived = plan.contains(id);
            const bool lives = livesByItself(id) || !plan.children(id).isEmpty();
            if (lives)
                show(id, aspects.value(id));
            else if (lived)
                plan.take(id);
            const ElementId newParent = plan.parentOf(id);
            if (!oldParent.isNull() && oldParent != newParent)
                settle(oldParent);
            if (!newParent.isNull())
                settle(newParent);
        }
    }

    ChangeSet changeSet(const Name &name)
    {
        if (const auto it = sets.constFind(name); it != sets.constEnd())
            return *it;
        if (const auto it = waiting.constFind(name); it != waiting.constEnd())
            return it->changeSet;
        if (source && ancestry.numberOf(name))
            return source->changeSet(name);
        return {};
    }

    std::optional<Error> failure() const { return source ? source->failure() : std::nullopt; }
};

Journal::Journal()
    : d(std::make_unique<Private>())
{
}

Journal::Journal(JournalSource *source, Plan plan)
    : d(std::make_unique<Private>())
{
    d->source = source;
    d->plan = std::move(plan);
}

Journal::~Journal() = default;
Journal::Journal(Journal &&) noexcept = default;
Journal &Journal::operator=(Journal &&) noexcept = default;

Result<Intake> Journal::take(const QList<ChangeSet> &changeSets)
{
    d->prepare();
    Intake intake;
    QSet<Thing> dirty;
    QSet<Name> known;
    for (auto it = d->waiting.keyBegin(); it != d->waiting.keyEnd(); ++it)
        known.insert(*it);
    for (const ChangeSet &changeSet : changeSets)
        d->receive(changeSet, intake, dirty);
    d->applyReady(intake, dirty);
    for (auto it = d->waiting.cbegin(); it != d->waiting.cend(); ++it) {
        if (!known.contains(it.key())) {
            intake.waiting.append(it.key());
            d->delta.waitingAdded.append({it->changeSet, it->record == nullptr});
        }
    }
    d->refresh(dirty);
    d->fresh = false;
    if (!intake.applied.isEmpty())
        d->delta.heads = heads();
    if (const auto failure = d->failure())
        return *failure;
    return intake;
}

JournalDelta Journal::takeDelta()
{
    JournalDelta out = std::exchange(d->delta, {});
    out.knowledge = d->ancestry.takeNewKnowledge();
    out.elements = d->changed.values();
    std::sort(out.elements.begin(), out.elements.end());
    d->changed.clear();
    return out;
}

void Journal::forgetLoaded()
{
    if (!d->source)
        return;
    d->elements.clear();
    d->sets.clear();
}

const Plan &Journal::plan() const
{
    return d->plan;
}

QList<Name> Journal::heads() const
{
    d->prepare();
    QList<Name> out = d->heads.values();
    std::sort(out.begin(), out.end());
    return out;
}

bool Journal::contains(const Name &name) const
{
    d->prepare();
    return d->ancestry.numberOf(name) || d->waiting.contains(name);
}

bool Journal::isApplied(const Name &name) const
{
    d->prepare();
    return d->ancestry.numberOf(name).has_value();
}

QList<Name> Journal::waiting() const
{
    d->prepare();
    QList<Name> out = d->waiting.keys();
    std::sort(out.begin(), out.end());
    return out;
}

QList<Name> Journal::newer() const
{
    QList<Name> out = waiting();
    out.removeIf([this](const Name &name) { return d->waiting.value(name).record != nullptr; });
    return out;
}

QList<Name> Journal::incomplete() const
{
    d->prepare();
    QList<Name> out = d->incomplete.values();
    std::sort(out.begin(), out.end());
    return out;
}

bool Journal::isErased(const Digest &digest) const
{
    d->prepare();
    return d->erased.contains(digest);
}

Place Journal::shownPlace(const ElementId &id)
{
    d->prepare();
    if (const Element *e = d->plan.element(id))
        return e->place;
    const law::Candidates candidates = d->resolve(d->state(id).find(aspect::kPlace));
    return candidates.empty() ? Place() : std::get<Place>(candidates.front().content);
}

bool Journal::knows(const ElementId &id)
{
    d->prepare();
    return d->plan.contains(id) || !d->state(id).things.empty();
}

const Ancestry &Journal::ancestry()
{
    d->prepare();
    return d->ancestry;
}

const std::vector<StoredWrite> &Journal::writes(const Thing &thing)
{
    static const std::vector<StoredWrite> kNone;
    d->prepare();
    const ThingHistory *history = d->state(thing.element).find(thing.aspect);
    return history ? history->writes : kNone;
}

QStringList Journal::aspects(const ElementId &id)
{
    d->prepare();
    QStringList out;
    for (const ThingHistory &thing : d->state(id).things)
        out.append(thing.aspect);
    out.sort();
    return out;
}

law::Candidates Journal::candidates(const Thing &thing)
{
    d->prepare();
    return d->resolve(d->state(thing.element).find(thing.aspect));
}

QList<QByteArray> Journal::keysBelow(const ElementId &parent)
{
    d->prepare();
    QSet<QByteArray> keys;
    if (d->source) {
        for (const QByteArray &key : d->source->keysBelow(parent))
            keys.insert(key);
    }
    for (auto it = d->elements.begin(); it != d->elements.end(); ++it) {
        if (d->plan.contains(it.key()))
            continue;
        const Place place = shownPlace(it.key());
        if (place.parent == parent)
            keys.insert(place.key);
    }
    for (const ElementId &child : d->plan.children(parent))
        keys.insert(d->plan.element(child)->place.key);
    QList<QByteArray> out = keys.values();
    std::sort(out.begin(), out.end());
    return out;
}

ChangeSet Journal::changeSet(const Name &name)
{
    d->prepare();
    return d->changeSet(name);
}

QList<Name> Journal::names(const std::optional<QList<Name>> &upTo)
{
    d->prepare();
    QList<Name> out;
    std::vector<Number> ends;
    if (upTo) {
        for (const Name &name : *upTo) {
            if (const auto n = d->ancestry.numberOf(name))
                ends.push_back(*n);
        }
    }
    for (Number n = 0; n < Number(d->ancestry.size()); ++n) {
        const bool in = !upTo || std::any_of(ends.begin(), ends.end(), [&](Number end) {
            return n == end || d->ancestry.before(n, end);
        });
        if (in)
            out.append(d->ancestry.name(n));
    }
    return out;
}

QList<Thing> Journal::thingsWith(const QList<Digest> &digests)
{
    d->prepare();
    return d->thingsWith(digests);
}

std::optional<Error> Journal::failure() const
{
    return d->failure();
}

Result<Plan> planAt(Journal &journal, const QList<Name> &heads)
{
    for (const Name &name : heads) {
        if (!journal.isApplied(name))
            return makeError(Error::Code::NotFound, u"the state is not in this journal"_s, name.toHex());
    }
    QList<ChangeSet> past;
    for (const Name &name : journal.names(heads))
        past.append(journal.changeSet(name));
    Journal then;
    if (auto taken = then.take(past); !taken)
        return taken.error();
    if (const auto failure = journal.failure())
        return *failure;
    return then.plan();
}

} // namespace mezasu
