// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/history.h"

#include "core/change/past.h"

#include <QDateTime>
#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kRunGapSecs = 10 * 60; ///< after a longer rest it is another thought

std::optional<QString> textOf(const ChangeSet &set, const Digest &digest)
{
    const auto it = set.texts.constFind(digest);
    return it == set.texts.constEnd() ? std::nullopt : std::optional(it->text);
}

Value valueOf(const Content &content, const Value &plain)
{
    if (const auto *life = std::get_if<Life>(&content))
        return Value(*life == Life::Alive ? u"alive"_s : u"removed"_s);
    if (const auto *place = std::get_if<Place>(&content))
        return Value(place->parent.toString());
    return plain;
}

Value shown(const law::Candidates &candidates)
{
    return candidates.empty() ? Value() : valueOf(candidates.front().content, candidates.front().plain);
}

QString textIn(Journal &journal, const ElementId &id, const QString &field)
{
    if (journal.plan().contains(id))
        return journal.plan().text(id, field);
    const law::Candidates candidates = journal.candidates({id, field});
    return candidates.empty() ? QString() : candidates.front().plain.text();
}

bool isShort(qint64 seconds)
{
    return seconds >= -kRunGapSecs && seconds <= kRunGapSecs;
}

/// Elements that come with a ChangeSet: nobody before it said that they live.
QSet<ElementId> insertedBy(Journal &journal, const Record &record, Number number)
{
    QSet<ElementId> out;
    for (const Write &write : record.writes) {
        if (write.thing.element.kind == Kind::Plan || write.thing.aspect != aspect::kExists || !write.value
            || std::get<Life>(*write.value) != Life::Alive)
            continue;
        out.insert(write.thing.element);
    }
    constexpr qsizetype kFew = 50; // a big import brings new elements; asking for each would load them all
    if (out.size() <= kFew) {
        out.removeIf([&](const ElementId &id) {
            const auto &writes = journal.writes({id, aspect::kExists});
            return std::any_of(writes.begin(), writes.end(),
                [&](const StoredWrite &w) { return journal.ancestry().before(w.changeSet, number); });
        });
    }
    return out;
}
} // namespace

FilesRead filesByChangeSet(const QList<FileRead> &files)
{
    FilesRead out;
    for (const FileRead &read : files)
        out.insert(read.changeSet, read);
    return out;
}

Origin originOf(const ChangeSet &changeSet, const Record &record, const FilesRead &files)
{
    Origin out{textOf(changeSet, record.author), textOf(changeSet, record.reason), record.time, {}};
    if (const auto it = files.constFind(changeSet.name); it != files.constEnd()) {
        out.author = it->person;
        out.time = it->time;
        out.file = it->file;
    }
    return out;
}

Value valueOf(const Write &write, const ChangeSet &changeSet)
{
    return write.value ? valueOf(*write.value, plainOf(*write.value, changeSet.texts)) : Value();
}

QString calledOf(Journal &journal, const ElementId &id)
{
    for (const QString &field : {u"code"_s, u"number"_s, u"title"_s, u"name"_s, u"text"_s}) {
        const QString text = fieldInfo(id.kind, field) ? textIn(journal, id, field) : QString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

// -- the history

HistoryReader::HistoryReader(Journal *journal, FilesRead files, Wish wish, Number from)
    : m_journal(journal)
    , m_files(std::move(files))
    , m_wish(std::move(wish))
    , m_from(from)
    , m_next(std::max(from, Number(journal->ancestry().size())))
    , m_listed(!m_wish.elements.isEmpty())
{
    if (!m_listed)
        return;
    for (const ElementId &id : std::as_const(m_wish.elements)) {
        const QStringList aspects = m_wish.field.isEmpty() ? journal->aspects(id) : QStringList{m_wish.field};
        for (const QString &aspect : aspects) {
            for (const StoredWrite &write : journal->writes({id, aspect})) {
                if (write.changeSet >= from)
                    m_left.push_back(write.changeSet);
            }
        }
    }
    std::sort(m_left.begin(), m_left.end());
    m_left.erase(std::unique(m_left.begin(), m_left.end()), m_left.end());
    m_next = m_from;
}

std::optional<Number> HistoryReader::nextNumber()
{
    if (m_listed) {
        if (m_left.empty())
            return {};
        const Number out = m_left.back();
        m_left.pop_back();
        return out;
    }
    return m_next > m_from ? std::optional(--m_next) : std::nullopt;
}

QList<HistoryEntry> HistoryReader::read(qsizetype enough, const std::function<bool()> &isTime)
{
    QList<HistoryEntry> out;
    while (out.size() < enough) {
        const auto number = nextNumber();
        if (!number) {
            if (m_open && m_open->matches)
                out.append(m_open->entry);
            m_open.reset();
            break;
        }
        if (auto one = readOne(*number)) {
            if (m_open && folds(m_open->entry, one->entry)) {
                m_open = Read{folded(m_open->entry, one->entry), m_open->matches || one->matches};
            } else {
                if (m_open && m_open->matches)
                    out.append(m_open->entry);
                m_open = std::move(one);
            }
        }
        if (isTime && isTime())
            break;
    }
    return out;
}

std::optional<HistoryReader::Read> HistoryReader::readOne(Number number)
{
    const Name name = m_journal->ancestry().name(number);
    const ChangeSet set = m_journal->changeSet(name, m_wish.text.isEmpty() ? WithTexts::OfItself : WithTexts::All);
    const auto parsed = Record::parse(set.body);
    if (!parsed)
        return {}; // the journal remembers the failure
    const Record &record = parsed.value();
    Read out;
    HistoryEntry &entry = out.entry;
    entry.names = {name};
    entry.first = entry.last = number;
    entry.origin = originOf(set, record, m_files);
    entry.since = entry.origin.time;
    entry.erased = record.erases.size();
    const QSet<ElementId> inserted = insertedBy(*m_journal, record, number);
    entry.inserted = inserted.size();
    const Write *main = nullptr;
    const auto rank = [&](const Write &w) { // what is said of it when it did several things
        return layerOf(w.thing.element.kind) * 2 + (w.thing.aspect == aspect::kExists ? 0 : 1);
    };
    for (const Write &write : record.writes) {
        const bool isPlan = write.thing.element.kind == Kind::Plan;
        const bool withElement = inserted.contains(write.thing.element);
        if (write.keep)
            ++entry.restored;
        else if (withElement)
            ;
        else if (write.thing.aspect == aspect::kExists)
            write.value &&std::get<Life>(*write.value) == Life::Alive ? ++entry.restored : ++entry.removed;
        else if (write.thing.aspect == aspect::kPlace)
            ++entry.moved;
        else
            ++entry.edited;
        entry.beginsPlan = entry.beginsPlan || (isPlan && record.parents.isEmpty());
        if (!main || rank(write) < rank(*main))
            main = &write;
    }
    if (main) {
        entry.thing = main->thing;
        entry.called = calledOf(*m_journal, main->thing.element);
    }
    entry.onlyTyping = record.writes.size() == 1 && entry.edited == 1 && record.erases.isEmpty()
        && entry.origin.file.isEmpty() && entry.origin.reason && entry.origin.reason->isEmpty();
    out.matches = matches(set, record, entry.origin);
    return out;
}

bool HistoryReader::matches(const ChangeSet &changeSet, const Record &record, const Origin &origin) const
{
    if (!m_wish.author.isEmpty() && origin.author != m_wish.author)
        return false;
    if (m_wish.text.isEmpty())
        return true;
    const auto has = [this](const QString &text) { return text.contains(m_wish.text, Qt::CaseInsensitive); };
    if (has(origin.author.value_or(QString())) || has(origin.reason.value_or(QString())) || has(origin.file))
        return true;
    for (auto it = changeSet.texts.begin(); it != changeSet.texts.end(); ++it) {
        if (it.key() != record.author && it.key() != record.reason && has(it->text))
            return true;
    }
    return false;
}

bool HistoryReader::folds(const HistoryEntry &newer, const HistoryEntry &older)
{
    if (!newer.onlyTyping || !older.onlyTyping || newer.thing != older.thing
        || newer.origin.author != older.origin.author || !newer.origin.author)
        return false;
    const QDateTime a = QDateTime::fromString(older.origin.time, Qt::ISODate);
    const QDateTime b = QDateTime::fromString(newer.since, Qt::ISODate);
    return a.isValid() && b.isValid() && isShort(a.secsTo(b));
}

HistoryEntry HistoryReader::folded(const HistoryEntry &newer, const HistoryEntry &older)
{
    HistoryEntry out = newer;
    out.names = older.names + newer.names;
    out.first = older.first;
    out.since = older.since;
    return out;
}

QList<ThingChange> changesOf(Journal &journal, const HistoryEntry &entry, qsizetype most, qsizetype *more)
{
    QList<ThingChange> out;
    *more = 0;
    const auto parsed = Record::parse(journal.changeSet(entry.names.constLast(), WithTexts::OfItself).body);
    if (!parsed)
        return out;
    const QSet<ElementId> inserted = insertedBy(journal, parsed.value(), entry.last);
    QList<Thing> things;
    for (const Write &write : parsed.value().writes) {
        if (write.thing.aspect != aspect::kPlace || !inserted.contains(write.thing.element))
            things.append(write.thing);
    }
    std::stable_sort(things.begin(), things.end(), [](const Thing &a, const Thing &b) {
        const auto rank = [](const Thing &t) {
            return t.aspect == aspect::kExists ? 0 : t.aspect == aspect::kPlace ? 1 : 2;
        };
        return a.element != b.element ? layerOf(a.element.kind) < layerOf(b.element.kind) : rank(a) < rank(b);
    });
    *more = std::max(qsizetype(0), things.size() - most);
    for (const Thing &thing : std::as_const(things).mid(0, most)) {
        const Value before = shown(candidatesBefore(journal, thing, entry.first));
        const Value after = shown(candidatesAfter(journal, thing, entry.last));
        out.append({thing, calledOf(journal, thing.element), inserted.contains(thing.element), before, after});
    }
    return out;
}

// -- conflicts

namespace {
/// The newest write that keeps an element alive against its removal: the first that no removal knew of.
std::optional<Number> keeperOf(Journal &journal, const ElementId &id, const law::Candidates &exists)
{
    std::optional<Number> out;
    const Ancestry &ancestry = journal.ancestry();
    for (const QString &aspect : journal.aspects(id)) {
        if (aspect == aspect::kExists)
            continue;
        for (const StoredWrite &write : journal.writes({id, aspect})) {
            const bool unknown = std::none_of(exists.begin(), exists.end(), [&](const law::Candidate &c) {
                return std::any_of(c.origins.begin(), c.origins.end(),
                    [&](Number n) { return n == write.changeSet || ancestry.before(write.changeSet, n); });
            });
            if (write.live && unknown && (!out || write.changeSet > *out))
                out = write.changeSet;
        }
    }
    if (out)
        return out;
    for (const ElementId &child : journal.plan().children(id)) { // what lives below keeps it
        const auto &writes = journal.writes({child, aspect::kPlace});
        for (const StoredWrite &write : writes) {
            if (write.live && (!out || write.changeSet > *out))
                out = write.changeSet;
        }
    }
    return out;
}

ConflictSide sideOf(Journal &journal, Number number, Value value, const FilesRead &files)
{
    ConflictSide out;
    out.value = std::move(value);
    out.changeSet = journal.ancestry().name(number);
    const ChangeSet set = journal.changeSet(out.changeSet, WithTexts::OfItself);
    if (const auto record = Record::parse(set.body))
        out.origin = originOf(set, record.value(), files);
    return out;
}
} // namespace

QList<ConflictSide> sidesOf(Journal &journal, const Thing &thing, const FilesRead &files)
{
    QList<ConflictSide> out;
    const law::Candidates candidates = journal.candidates(thing);
    for (const law::Candidate &candidate : candidates) {
        if (!fits(thing.element.kind, thing.aspect, candidate.plain))
            continue; // nothing to choose; the check names it
        ConflictSide side =
            sideOf(journal, candidate.origins.front(), valueOf(candidate.content, candidate.plain), files);
        if (thing.aspect != aspect::kExists)
            side.keep = originsOf(journal, {candidate});
        out.append(side);
    }
    const bool alone =
        thing.aspect == aspect::kExists && out.size() == 1 && out.constFirst().value.text() == "removed"_L1;
    if (alone) {
        if (const auto keeper = keeperOf(journal, thing.element, candidates))
            out.prepend(sideOf(journal, *keeper, Value(u"alive"_s), files));
    }
    return out;
}

QList<Thing> contestedThings(const Plan &plan)
{
    struct At
    {
        QList<QByteArray> path; ///< order keys from the root, so that only what is contested is walked
        Thing thing;
    };
    QList<At> all;
    for (auto it = plan.conflicts().begin(); it != plan.conflicts().end(); ++it) {
        QList<QByteArray> path;
        for (ElementId id = it.key(); id != plan.root() && plan.contains(id); id = plan.parentOf(id))
            path.prepend(plan.element(id)->place.key);
        for (auto aspect = it->keyBegin(); aspect != it->keyEnd(); ++aspect)
            all.append({path, {it.key(), *aspect}});
    }
    std::stable_sort(all.begin(), all.end(), [](const At &a, const At &b) { return a.path < b.path; });
    QList<Thing> out;
    for (const At &at : std::as_const(all))
        out.append(at.thing);
    return out;
}

} // namespace mezasu
