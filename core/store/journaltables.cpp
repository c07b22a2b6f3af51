// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journaltables.h"

#include "core/store/valuecodec.h"

#include <QSet>
#include <QSqlError>
#include <QVariant>
#include <limits>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kReadWholeTableFrom = 2000; ///< writes of a ChangeSet from which one pass beats single look-ups
constexpr qsizetype kDigestsAtOnce = 500;

std::optional<Digest> digestOfColumn(const QVariant &column)
{
    return column.isNull() ? std::nullopt : Digest::fromBytes(column.toByteArray());
}
} // namespace

void JournalTables::fail(const Error &error)
{
    if (!m_failure)
        m_failure = error;
}

void JournalTables::failDamaged(const QString &what)
{
    fail(makeError(Error::Code::Damaged, what, m_connection.path()));
}

template <typename Function>
void JournalTables::each(QSqlQuery &query, Function row)
{
    if (const auto done = m_connection.run(query); !done) {
        fail(done.error());
        return;
    }
    while (!m_failure && query.next())
        row();
    if (query.lastError().isValid())
        fail(m_connection.errorOf(query));
    query.finish();
}

std::optional<Hash> JournalTables::hashAt(const QSqlQuery &query, int column)
{
    const auto hash = Hash::fromHex(query.value(column).toString());
    if (!hash)
        failDamaged("no name: "_L1 + query.value(column).toString().left(80));
    return hash;
}

std::vector<Standing> JournalTables::standings()
{
    std::vector<Standing> out;
    QSqlQuery &query = m_connection.prepared(
        u"SELECT number, name, chain, seq, depth FROM changeset WHERE number < ? ORDER BY number"_s);
    query.bindValue(0, ourEnd());
    each(query, [&] {
        const auto name = hashAt(query, 1);
        if (!name)
            return;
        if (query.value(0).toLongLong() != qint64(out.size()))
            return failDamaged(u"ChangeSet %1 is missing"_s.arg(out.size()));
        out.push_back({*name, query.value(2).toUInt(), query.value(3).toUInt(), query.value(4).toUInt()});
    });
    return out;
}

std::vector<Knowledge> JournalTables::knowledge()
{
    std::vector<Knowledge> out;
    QSqlQuery &query =
        m_connection.prepared(u"SELECT chain, other, seq, upto FROM knowledge ORDER BY chain, other, seq"_s);
    each(query, [&] {
        out.push_back(
            {query.value(0).toUInt(), query.value(1).toUInt(), query.value(2).toUInt(), query.value(3).toUInt()});
    });
    return out;
}

qint64 JournalTables::ourEnd() const
{
    return m_ours ? qint64(m_ours->changeSets) : std::numeric_limits<qint64>::max();
}

bool JournalTables::isChangedByOthers()
{
    if (!m_ours)
        return false;
    const auto counter = m_connection.changeCounter();
    if (!counter)
        fail(counter.error());
    return counter && counter.value() != m_ours->counter;
}

/// The heads of our own ChangeSets, when the table already has another writer's.
QList<Name> JournalTables::headsOfOurs()
{
    QSet<Name> heads;
    QSqlQuery &query =
        m_connection.prepared(u"SELECT name, CAST(body AS BLOB) FROM changeset WHERE number < ? ORDER BY number"_s);
    query.bindValue(0, ourEnd());
    each(query, [&] {
        const auto name = hashAt(query, 0);
        const auto record = Record::parse(query.value(1).toByteArray());
        if (!name || !record)
            return failDamaged("a ChangeSet cannot be read: "_L1 + query.value(0).toString());
        for (const Name &parent : record.value().parents)
            heads.remove(parent);
        heads.insert(*name);
    });
    QList<Name> out = heads.values();
    std::sort(out.begin(), out.end());
    return out;
}

QList<Name> JournalTables::heads()
{
    if (isChangedByOthers())
        return headsOfOurs();
    QList<Name> out;
    QSqlQuery &query = m_connection.prepared(u"SELECT name FROM head ORDER BY name"_s);
    each(query, [&] {
        if (const auto name = hashAt(query, 0))
            out.append(*name);
    });
    return out;
}

QList<WaitingChangeSet> JournalTables::waiting()
{
    QList<WaitingChangeSet> out;
    QSqlQuery &query = m_connection.prepared(
        u"SELECT name, CAST(body AS BLOB), CAST(texts AS BLOB), newer FROM waiting ORDER BY name"_s);
    each(query, [&] {
        const auto name = hashAt(query, 0);
        const auto texts = codec::textsFromJson(query.value(2).toByteArray());
        const QByteArray body = query.value(1).toByteArray();
        if (!name || !texts || Hash::of(body) != *name)
            return failDamaged("a waiting ChangeSet does not fit its name: "_L1 + query.value(0).toString().left(80));
        out.append({{*name, body, *texts, {}}, query.value(3).toBool()});
    });
    return out;
}

QList<Digest> JournalTables::erased()
{
    QList<Digest> out;
    QSqlQuery &query = m_connection.prepared(u"SELECT digest FROM erased ORDER BY digest"_s);
    each(query, [&] {
        if (const auto digest = Digest::fromBytes(query.value(0).toByteArray()))
            out.append(*digest);
        else
            failDamaged(u"an erased digest is no digest"_s);
    });
    return out;
}

QList<Name> JournalTables::incomplete()
{
    QList<Name> out;
    QSqlQuery &query = m_connection.prepared(
        u"SELECT c.name FROM incomplete i JOIN changeset c ON c.number = i.changeset ORDER BY c.name"_s);
    each(query, [&] {
        if (const auto name = hashAt(query, 0))
            out.append(*name);
    });
    return out;
}

std::vector<ThingHistory> JournalTables::element(const ElementId &id)
{
    std::vector<ThingHistory> out;
    const auto number = m_present.findNumber(id);
    if (!number) {
        fail(number.error());
        return out;
    }
    if (number.value() == 0)
        return out;
    QSqlQuery &query = m_connection.prepared(
        u"SELECT aspect, changeset, live, type, CAST(value AS BLOB), CAST(text AS BLOB), salt, digest, kept FROM write "
        "WHERE element = ? AND changeset < ? ORDER BY aspect, changeset"_s);
    query.bindValue(0, number.value());
    query.bindValue(1, ourEnd());
    each(query, [&] {
        const QString aspect = query.value(0).toString();
        if (out.empty() || out.back().aspect != aspect)
            out.push_back({aspect, {}});
        StoredWrite write;
        write.changeSet = query.value(1).toUInt();
        write.live = query.value(2).toBool();
        write.hasValue = !query.value(3).isNull();
        write.keep = codec::keptFromText(query.value(8).toString());
        if (write.hasValue) {
            auto content =
                codec::toContent(query.value(3).toString(), verbatim(query.value(4)), digestOfColumn(query.value(7)));
            if (!content)
                return failDamaged("a write cannot be read: "_L1 + id.toString() + u'/' + aspect);
            std::optional<QString> text;
            if (!query.value(5).isNull()) {
                text = verbatim(query.value(5));
                if (codec::digestIn(*content) != digestOf({query.value(6).toString(), *text}))
                    return failDamaged("a text was altered: "_L1 + id.toString() + u'/' + aspect);
            }
            const bool isStructural = aspect == aspect::kExists || aspect == aspect::kPlace;
            write.plain = isStructural ? Value() : codec::plainOf(*content, text);
            write.content = *std::move(content);
        }
        out.back().writes.push_back(std::move(write));
    });
    asOfOurs(out);
    return out;
}

void JournalTables::advance(quint32 counter, std::optional<Number> changeSets)
{
    m_ours->counter = counter;
    if (changeSets)
        m_ours->changeSets = *changeSets;
}

void JournalTables::asOfOurs(std::vector<ThingHistory> &histories)
{
    if (!isChangedByOthers() || m_failure)
        return;
    if (!m_ancestryOfOurs) {
        const auto numbering = m_connection.value(u"SELECT value FROM meta WHERE key = 'numbering'"_s);
        if (!numbering || numbering.value().toString() != m_ours->numbering)
            return fail(
                makeError(Error::Code::Conflict, u"the file was made anew by somebody else"_s, m_connection.path()));
        m_ancestryOfOurs = std::make_unique<Ancestry>(standings(), knowledge());
    }
    // Which write is replaced is all that a later ChangeSet changes in the rows of earlier ones.
    for (ThingHistory &history : histories) {
        law::Numbers numbers;
        for (const StoredWrite &write : history.writes)
            numbers.push_back(write.changeSet);
        const law::Numbers live = law::liveOf({history.writes, *m_ancestryOfOurs}, numbers);
        for (StoredWrite &write : history.writes)
            write.live = std::find(live.begin(), live.end(), write.changeSet) != live.end();
    }
}

QList<QByteArray> JournalTables::keysBelow(const ElementId &parent)
{
    QList<QByteArray> out;
    const auto number = m_present.findNumber(parent);
    if (!number) {
        fail(number.error());
        return out;
    }
    QSqlQuery &query = m_connection.prepared(u"SELECT position FROM element WHERE parent = ? ORDER BY position"_s);
    query.bindValue(0, number.value());
    each(query, [&] { out.append(query.value(0).toString().toLatin1()); });
    return out;
}

QList<Thing> JournalTables::thingsWith(const QList<Digest> &digests)
{
    // Without an index: it would cost every typed text something, and erasing is rare.
    QList<std::pair<qint64, QString>> found;
    for (qsizetype from = 0; from < digests.size(); from += kDigestsAtOnce) {
        const auto part = digests.mid(from, kDigestsAtOnce);
        QStringList hex;
        for (const Digest &digest : part)
            hex.append("x'"_L1 + digest.toHex() + u'\'');
        QSqlQuery &query = m_connection.prepared(
            "SELECT DISTINCT element, aspect FROM write WHERE digest IN ("_L1 + hex.join(u',') + u')');
        each(query, [&] { found.append({query.value(0).toLongLong(), query.value(1).toString()}); });
    }
    QList<Thing> out;
    for (const auto &[number, aspect] : std::as_const(found)) {
        const auto id = m_present.elementOf(number);
        if (!id) {
            fail(id.error());
            return {};
        }
        const Thing thing{id.value(), internFieldName(aspect)};
        if (!out.contains(thing))
            out.append(thing);
    }
    return out;
}

ChangeSet JournalTables::changeSet(const Name &name, WithTexts texts)
{
    ChangeSet out{name, {}, {}, {}};
    QSqlQuery &query = m_connection.prepared(
        u"SELECT number, CAST(body AS BLOB), CAST(author AS BLOB), author_salt, CAST(reason AS BLOB), reason_salt "
        "FROM changeset WHERE name = ?"_s);
    query.bindValue(0, name.toHex());
    Number number = 0;
    Salted author, reason;
    each(query, [&] {
        number = query.value(0).toUInt();
        out.body = query.value(1).toByteArray();
        author = {query.value(3).toString(), verbatim(query.value(2))};
        reason = {query.value(5).toString(), verbatim(query.value(4))};
    });
    if (m_failure || out.body.isEmpty())
        return {name, {}, {}, {}};
    const auto damaged = [&] {
        failDamaged("a ChangeSet does not fit its name: "_L1 + name.toHex());
        return ChangeSet{name, {}, {}, {}};
    };
    if (Hash::of(out.body) != name)
        return damaged();
    std::optional<Record> record;
    if (texts == WithTexts::All) {
        auto parsed = Record::parse(out.body);
        if (!parsed)
            return damaged();
        record = std::move(parsed).value();
        out.texts = textsOf(number, *record);
    }
    for (const Salted &own : {author, reason}) {
        const Digest digest = digestOf(own);
        if (!own.salt.isEmpty() && (!record || digest == record->author || digest == record->reason))
            out.texts.insert(digest, own);
    }
    return out;
}

Texts JournalTables::textsOf(Number number, const Record &record)
{
    Texts out;
    const auto add = [&out](const QSqlQuery &query) {
        if (const auto digest = digestOfColumn(query.value(0)); digest && !query.value(2).isNull())
            out.insert(*digest, {query.value(1).toString(), verbatim(query.value(2))});
    };
    if (record.writes.size() >= kReadWholeTableFrom) {
        QSqlQuery &query =
            m_connection.prepared(u"SELECT digest, salt, CAST(text AS BLOB) FROM write WHERE changeset = ?"_s);
        query.bindValue(0, number);
        each(query, [&] { add(query); });
        return out;
    }
    for (const Write &write : record.writes) {
        if (!write.value || !codec::digestIn(*write.value))
            continue;
        const auto element = m_present.findNumber(write.thing.element);
        if (!element) {
            fail(element.error());
            return {};
        }
        QSqlQuery &query = m_connection.prepared(
            u"SELECT digest, salt, CAST(text AS BLOB) FROM write WHERE element = ? AND aspect = ? AND changeset = ?"_s);
        query.bindValue(0, element.value());
        query.bindValue(1, write.thing.aspect);
        query.bindValue(2, number);
        each(query, [&] { add(query); });
    }
    return out;
}

} // namespace mezasu
