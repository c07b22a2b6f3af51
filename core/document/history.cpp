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

/// Whether a write says that its element lives; it may have lived before.
bool saysAlive(const Write &write)
{
    return write.thing.element.kind != Kind::Plan && write.thing.aspect == aspect::kExists && write.value
        && std::get<Life>(*write.value) == Life::Alive;
}

constexpr std::size_t kFew = 50; ///< a big import brings new elements; asking for each would load them all

/// Whether an element comes with a ChangeSet: nobody before it said that it lives.
bool comesWith(Journal &journal, const ElementId &id, Number number)
{
    const auto &writes = journal.writes({id, aspect::kExists});
    return std::none_of(writes.begin(), writes.end(),
        [&](const StoredWrite &w) { return journal.ancestry().before(w.changeSet, number); });
}

/// Counts what the writes of one ChangeSet did, as they come: sorted, so that those of an element follow each other.
class Tally
{
public:
    void add(const Write &write);
    qsizetype writes() const { return m_writes; }
    const std::optional<Thing> &main() const { return m_main; }
    /// After the last write: the counts of the entry.
    void finish(Journal &journal, Number number, HistoryEntry &entry);

private:
    struct Counts
    {
        qsizetype restored = 0, removed = 0, moved = 0, edited = 0;
        void operator+=(const Counts &other)
        {
            restored += other.restored;
            removed += other.removed;
            moved += other.moved;
            edited += other.edited;
        }
    };
    struct Element
    {
        ElementId id;
        bool saidAlive = false;
        Counts counts; ///< but for those of writes that name earlier ones
    };
    void close();

    qsizetype m_writes = 0;
    qsizetype m_inserted = 0;
    Counts m_counts;
    Element m_element;
    std::vector<Element> m_asked; ///< it is not known yet whether they come or came back; at most kFew
    bool m_areMany = false;       ///< more than those: they all come
    std::optional<Thing> m_main;
};

void Tally::add(const Write &write)
{
    ++m_writes;
    if (write.thing.element != m_element.id) {
        close();
        m_element = {write.thing.element, false, {}};
    }
    m_element.saidAlive = m_element.saidAlive || saysAlive(write);
    Counts &counts = m_element.counts;
    if (write.keep)
        ++m_counts.restored;
    else if (write.thing.aspect == aspect::kExists)
        write.value &&std::get<Life>(*write.value) == Life::Alive ? ++counts.restored : ++counts.removed;
    else if (write.thing.aspect == aspect::kPlace)
        ++counts.moved;
    else
        ++counts.edited;
    const auto rank = [](const Thing &thing) { // what is said of it when it did several things
        return layerOf(thing.element.kind) * 2 + (thing.aspect == aspect::kExists ? 0 : 1);
    };
    if (!m_main || rank(write.thing) < rank(*m_main))
        m_main = write.thing;
}

/// No more writes to the element at hand.
void Tally::close()
{
    if (!m_element.saidAlive)
        m_counts += m_element.counts;
    else if (m_areMany)
        ++m_inserted;
    else
        m_asked.push_back(m_element);
    if (m_asked.size() > kFew) {
        m_inserted += qsizetype(m_asked.size());
        m_asked.clear();
        m_areMany = true;
    }
    m_element = {};
}

void Tally::finish(Journal &journal, Number number, HistoryEntry &entry)
{
    close();
    for (const Element &one : m_asked) {
        if (comesWith(journal, one.id, number))
            ++m_inserted;
        else
            m_counts += one.counts;
    }
    m_asked.clear();
    entry.inserted = m_inserted;
    entry.restored = m_counts.restored;
    entry.removed = m_counts.removed;
    entry.moved = m_counts.moved;
    entry.edited = m_counts.edited;
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

HistoryReader::~HistoryReader() = default;

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

/// What is read of a ChangeSet so far.
struct HistoryReader::Reading
{
    Number number;
    ChangeSet set; ///< its body is with the reader
    RecordReader reader;
    Tally tally;
    bool beginsPlan = false;
};

QList<HistoryEntry> HistoryReader::read(qsizetype enough, const std::function<bool()> &isTime)
{
    constexpr qsizetype kBetweenLooks = 256; // at the clock
    QList<HistoryEntry> out;
    while (out.size() < enough) {
        if (!m_reading) {
            if (const auto number = nextNumber()) {
                begin(*number);
            } else {
                if (m_open && m_open->matches)
                    out.append(m_open->entry);
                m_open.reset();
                break;
            }
        }
        while (const auto write = m_reading->reader.next()) {
            m_reading->tally.add(*write);
            m_reading->beginsPlan = m_reading->beginsPlan || write->thing.element.kind == Kind::Plan;
            if (m_reading->tally.writes() % kBetweenLooks == 0 && isTime && isTime())
                return out;
        }
        if (auto one = end()) {
            if (m_open && folds(m_journal->ancestry(), m_open->entry, one->entry)) {
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

void HistoryReader::begin(Number number)
{
    ChangeSet set = m_journal->changeSet(
        m_journal->ancestry().name(number), m_wish.text.isEmpty() ? WithTexts::OfItself : WithTexts::All);
    RecordReader reader(std::exchange(set.body, {}));
    m_reading.reset(new Reading{number, std::move(set), std::move(reader), {}, false});
}

/// Of the ChangeSet whose writes are all read; nothing where it is no record, which the journal remembers as a failure.
std::optional<HistoryReader::Read> HistoryReader::end()
{
    const std::unique_ptr<Reading> reading = std::move(m_reading);
    if (!reading->reader.isComplete())
        return {};
    const Record &head = reading->reader.head();
    Read out;
    HistoryEntry &entry = out.entry;
    entry.names = {reading->set.name};
    entry.first = entry.last = reading->number;
    entry.origin = originOf(reading->set, head, m_files);
    entry.since = entry.origin.time;
    entry.erased = head.erases.size();
    entry.beginsPlan = reading->beginsPlan && head.parents.isEmpty();
    reading->tally.finish(*m_journal, reading->number, entry);
    if (const auto &main = reading->tally.main()) {
        entry.thing = *main;
        entry.called = calledOf(*m_journal, main->element);
    }
    if (reading->tally.writes() == 1 && entry.restored == 1 && head.erases.isEmpty()) {
        const std::size_t before = candidatesBefore(*m_journal, entry.thing, reading->number).size();
        const std::size_t after = candidatesAfter(*m_journal, entry.thing, reading->number).size();
        if (before > 1 && after == 1)
            entry.conflict = HistoryEntry::Conflict::Decided;
        else if (before == 1 && after > 1)
            entry.conflict = HistoryEntry::Conflict::Reopened;
    }
    entry.onlyTyping = reading->tally.writes() == 1 && entry.edited == 1 && head.erases.isEmpty()
        && entry.origin.file.isEmpty() && entry.origin.reason && entry.origin.reason->isEmpty();
    out.matches = matches(reading->set, head, entry.origin);
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

bool HistoryReader::folds(const Ancestry &ancestry, const HistoryEntry &newer, const HistoryEntry &older)
{
    if (!newer.onlyTyping || !older.onlyTyping || newer.thing != older.thing
        || newer.origin.author != older.origin.author || !newer.origin.author
        || !ancestry.before(older.last, newer.first))
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
    QList<Thing> things;
    QSet<ElementId> inserted;
    RecordReader reader(journal.changeSet(entry.names.constLast(), WithTexts::OfItself).body);
    while (const auto write = reader.next()) {
        things.append(write->thing);
        if (saysAlive(*write))
            inserted.insert(write->thing.element);
    }
    if (!reader.isComplete())
        return out;
    if (std::size_t(inserted.size()) <= kFew)
        inserted.removeIf([&](const ElementId &id) { return !comesWith(journal, id, entry.last); });
    things.removeIf([&](const Thing &t) { return t.aspect == aspect::kPlace && inserted.contains(t.element); });
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
