// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"

#include "core/change/journalintake.h"
#include "core/change/journalprojection.h"

#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

/// What is taken over goes through the intake; what it adds up to is kept by the projection.
struct Journal::Private
{
    Private(JournalSource *source_, Plan plan)
        : source(source_)
        , projection(ancestry, source_, std::move(plan))
        , intake(source_, ancestry, projection)
    {
    }

    JournalSource *source;
    Ancestry ancestry;
    JournalProjection projection;
    JournalIntake intake;

    const ThingHistory *find(const Thing &thing) { return projection.history(thing.element).find(thing.aspect); }
    std::optional<Error> failure() const { return source ? source->failure() : std::nullopt; }
};

Journal::Journal()
    : d(std::make_unique<Private>(nullptr, Plan()))
{
}

Journal::Journal(JournalSource *source, Plan plan)
    : d(std::make_unique<Private>(source, std::move(plan)))
{
}

Journal::~Journal() = default;
Journal::Journal(Journal &&) noexcept = default;
Journal &Journal::operator=(Journal &&) noexcept = default;

Result<Intake> Journal::take(const QList<ChangeSet> &changeSets)
{
    Intake intake = d->intake.take(changeSets);
    if (const auto failure = d->failure())
        return *failure;
    return intake;
}

JournalDelta Journal::takeDelta()
{
    JournalDelta out = d->intake.takeDelta();
    out.elements = d->projection.takeChanged();
    return out;
}

void Journal::forgetLoaded()
{
    if (!d->source)
        return;
    d->projection.forgetLoaded();
    d->intake.forgetLoaded();
}

qsizetype Journal::loaded() const
{
    return d->source ? d->projection.loaded().size() + d->intake.loaded() : 0;
}

const Plan &Journal::plan() const
{
    return d->projection.plan();
}

QList<Name> Journal::heads() const
{
    d->intake.prepare();
    return d->intake.heads();
}

bool Journal::contains(const Name &name) const
{
    return isApplied(name) || d->intake.isWaiting(name);
}

bool Journal::isApplied(const Name &name) const
{
    d->intake.prepare();
    return d->ancestry.numberOf(name).has_value();
}

QList<Name> Journal::waiting() const
{
    d->intake.prepare();
    return d->intake.waiting();
}

QList<Name> Journal::newer() const
{
    d->intake.prepare();
    return d->intake.newer();
}

QList<Name> Journal::incomplete() const
{
    d->intake.prepare();
    return d->intake.incomplete();
}

bool Journal::isErased(const Digest &digest) const
{
    d->intake.prepare();
    return d->intake.isErased(digest);
}

Place Journal::shownPlace(const ElementId &id)
{
    d->intake.prepare();
    return d->projection.shownPlace(id);
}

bool Journal::knows(const ElementId &id)
{
    d->intake.prepare();
    return plan().contains(id) || !d->projection.history(id).things.empty();
}

bool Journal::livesByItself(const ElementId &id)
{
    d->intake.prepare();
    return d->projection.livesByItself(id);
}

const Ancestry &Journal::ancestry()
{
    d->intake.prepare();
    return d->ancestry;
}

const std::vector<StoredWrite> &Journal::writes(const Thing &thing)
{
    static const std::vector<StoredWrite> kNone;
    d->intake.prepare();
    const ThingHistory *history = d->find(thing);
    return history ? history->writes : kNone;
}

QStringList Journal::aspects(const ElementId &id)
{
    d->intake.prepare();
    QStringList out;
    for (const ThingHistory &thing : d->projection.history(id).things)
        out.append(thing.aspect);
    out.sort();
    return out;
}

law::Candidates Journal::candidates(const Thing &thing)
{
    d->intake.prepare();
    return d->projection.candidates(d->find(thing));
}

QList<QByteArray> Journal::keysBelow(const ElementId &parent)
{
    d->intake.prepare();
    QSet<QByteArray> keys;
    if (d->source) {
        for (const QByteArray &key : d->source->keysBelow(parent))
            keys.insert(key);
    }
    const auto &loaded = d->projection.loaded();
    for (auto it = loaded.cbegin(); it != loaded.cend(); ++it) {
        if (plan().contains(it.key()))
            continue;
        const Place place = shownPlace(it.key());
        if (place.parent == parent)
            keys.insert(place.key);
    }
    for (const ElementId &child : plan().children(parent))
        keys.insert(plan().element(child)->place.key);
    QList<QByteArray> out = keys.values();
    std::sort(out.begin(), out.end());
    return out;
}

ChangeSet Journal::changeSet(const Name &name, WithTexts texts)
{
    d->intake.prepare();
    return d->intake.changeSet(name, texts);
}

QList<Name> Journal::names(const std::optional<QList<Name>> &upTo)
{
    d->intake.prepare();
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
    d->intake.prepare();
    return d->intake.thingsWith(digests);
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
