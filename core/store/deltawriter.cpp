// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deltawriter.h"

#include "core/store/valuecodec.h"

#include <QSet>
#include <QVariant>
#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

Result<> DeltaWriter::run(const QString &sql, const QVariantList &values)
{
    return m_connection.run(sql, values);
}

Result<> DeltaWriter::write(std::span<const JournalDelta> deltas, Journal &journal)
{
    m_touched.clear();
    for (const JournalDelta &delta : deltas) {
        if (const auto done = writeApplied(delta); !done)
            return done;
    }
    // Elements come before the writes to them, so that their numbers follow the order of the plan.
    for (const JournalDelta &delta : deltas) {
        if (const auto done = noteTouched(delta); !done)
            return done;
        for (const JournalDelta::Reference &row : delta.replaced)
            m_touched[row.element].append(row.aspect);
        for (const auto &[row, text] : delta.lateTexts) {
            if (!row.element.isNull())
                m_touched[row.element].append(row.aspect);
        }
        if (!delta.erased.empty()) {
            QList<Digest> digests;
            for (const auto &[digest, by] : delta.erased)
                digests.append(digest);
            for (const Thing &thing : journal.thingsWith(digests))
                m_touched[thing.element].append(thing.aspect);
        }
    }
    if (const auto done = refreshElements(deltas, journal); !done)
        return done;
    for (const JournalDelta &delta : deltas) {
        if (const auto done = writeWrites(delta); !done)
            return done;
        if (const auto done = writeWaiting(delta); !done)
            return done;
        if (const auto done = erase(delta, journal); !done)
            return done;
        if (const auto done = writeIncomplete(delta, journal); !done)
            return done;
    }
    for (auto delta = deltas.rbegin(); delta != deltas.rend(); ++delta) {
        if (delta->heads)
            return writeHeads(*delta->heads);
    }
    return {};
}

/// What has no rows yet is written as a whole: the aspects matter only for what the file has.
Result<> DeltaWriter::noteTouched(const JournalDelta &delta)
{
    for (const JournalDelta::Applied &applied : delta.applied) {
        const QList<Write> &writes = applied.record().writes;
        for (qsizetype i = 0; i < writes.size();) {
            const ElementId &id = writes.at(i).thing.element;
            const auto number = m_present.findNumber(id);
            if (!number)
                return number.error();
            QStringList *touched = number.value() > 0 ? &m_touched[id] : nullptr;
            for (; i < writes.size() && writes.at(i).thing.element == id; ++i) {
                if (touched)
                    touched->append(writes.at(i).thing.aspect);
            }
        }
    }
    return {};
}

Result<> DeltaWriter::writeApplied(const JournalDelta &delta)
{
    SqlStatement &insert = m_connection.writer(u"INSERT INTO changeset VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    for (const JournalDelta::Applied &applied : delta.applied) {
        const Standing &standing = applied.standing;
        insert.number(applied.number).text(standing.name.toHex());
        insert.number(standing.chain).number(standing.seq).number(standing.depth);
        insert.textOrEmpty(applied.record().time);
        for (const Digest &digest : {applied.record().author, applied.record().reason}) {
            const Salted *salted = applied.text(digest);
            if (salted)
                insert.textOrEmpty(salted->text).textOrEmpty(salted->salt);
            else
                insert.null().null();
        }
        if (const auto done = insert.utf8(applied.changeSet.body).run(); !done)
            return done;
    }
    for (const Knowledge &k : delta.knowledge) {
        const auto done = run(u"INSERT INTO knowledge VALUES (?, ?, ?, ?) ON CONFLICT (chain, other, seq) "
                              "DO UPDATE SET upto = excluded.upto"_s,
            {k.chain, k.of, k.seq, k.upto});
        if (!done)
            return done;
    }
    return {};
}

Result<> DeltaWriter::insertWrite(
    SqlStatement &insert, qint64 element, const JournalDelta::Applied &applied, qsizetype at)
{
    const Write &write = applied.record().writes.at(at);
    const JournalDelta::AppliedWrite &became = applied.writes.at(size_t(at));
    insert.number(element).text(write.thing.aspect).number(applied.number).number(1);
    std::optional<Digest> digest; // bound where it stands: has to live until the row is written
    if (became.hasValue) {
        const auto [type, hasValue] = codec::fromContent(*write.value, m_value);
        insert.utf8(type).utf8(hasValue ? QByteArrayView(m_value) : QByteArrayView());
        digest = textDigestOf(*write.value);
    } else {
        insert.null().null();
    }
    if (const Salted *text = digest ? applied.text(*digest) : nullptr)
        insert.textOrEmpty(text->text).textOrEmpty(text->salt);
    else
        insert.null().null();
    if (digest)
        insert.blob(QByteArrayView(digest->bytes.data(), qsizetype(digest->bytes.size())));
    else
        insert.null();
    return insert.text(codec::keptToText(became.keep)).run();
}

/// In the order of the table, so that it grows at its end.
Result<> DeltaWriter::insertWrites(const JournalDelta &delta)
{
    struct Run // of the writes of one ChangeSet to one element
    {
        qint64 element;
        const JournalDelta::Applied *applied;
        qsizetype first, end;
        const QString &aspect() const { return applied->record().writes.at(first).thing.aspect; }
    };
    std::vector<Run> runs;
    for (const JournalDelta::Applied &applied : delta.applied) {
        const QList<Write> &writes = applied.record().writes;
        for (qsizetype i = 0; i < writes.size();) {
            const ElementId &id = writes.at(i).thing.element;
            const auto number = m_present.numberOf(id);
            if (!number)
                return number.error();
            Run run{number.value(), &applied, i, i};
            for (; i < writes.size() && writes.at(i).thing.element == id; ++i)
                ++run.end;
            runs.push_back(run);
        }
    }
    std::stable_sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) {
        return a.element != b.element ? a.element < b.element : a.aspect() < b.aspect();
    });
    SqlStatement &insert = m_connection.writer(
        u"INSERT INTO write (element, aspect, changeset, live, type, value, text, salt, digest, kept) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    for (const Run &run : runs) {
        for (qsizetype i = run.first; i < run.end; ++i) {
            if (const auto done = insertWrite(insert, run.element, *run.applied, i); !done)
                return done;
        }
    }
    return {};
}

Result<> DeltaWriter::writeWrites(const JournalDelta &delta)
{
    if (const auto done = insertWrites(delta); !done)
        return done;
    for (const JournalDelta::Reference &row : delta.replaced) {
        const auto number = m_present.numberOf(row.element);
        if (!number)
            return number.error();
        const auto done = run(u"UPDATE write SET live = 0 WHERE element = ? AND aspect = ? AND changeset = ?"_s,
            {number.value(), row.aspect, row.changeSet});
        if (!done)
            return done;
    }
    for (const auto &[row, late] : delta.lateTexts) {
        const auto &[digest, salted] = late;
        if (!row.element.isNull()) {
            const auto number = m_present.numberOf(row.element);
            if (!number)
                return number.error();
            const auto done =
                run(u"UPDATE write SET text = ?, salt = ? WHERE element = ? AND aspect = ? AND changeset = ?"_s,
                    {boundText(salted.text), salted.salt, number.value(), row.aspect, row.changeSet});
            if (!done)
                return done;
            continue;
        }
        const auto body =
            m_connection.value(u"SELECT CAST(body AS BLOB) FROM changeset WHERE number = %1"_s.arg(row.changeSet));
        if (!body)
            return body.error();
        const auto record = Record::parse(body.value().toByteArray());
        if (!record)
            return record.error();
        for (const auto &[column, owner] :
            {std::pair{u"author"_s, record.value().author}, {u"reason"_s, record.value().reason}}) {
            if (owner != digest)
                continue;
            const auto done = run(u"UPDATE changeset SET %1 = ?, %1_salt = ? WHERE number = ?"_s.arg(column),
                {boundText(salted.text), salted.salt, row.changeSet});
            if (!done)
                return done;
        }
    }
    return {};
}

Result<> DeltaWriter::writeWaiting(const JournalDelta &delta)
{
    for (const WaitingChangeSet &waiting : delta.waitingAdded) {
        const auto done =
            run(u"INSERT INTO waiting VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET texts = excluded.texts"_s,
                {waiting.changeSet.name.toHex(), QString::fromUtf8(waiting.changeSet.body),
                    QString::fromUtf8(codec::textsToJson(waiting.changeSet.texts)), int(waiting.newer)});
        if (!done)
            return done;
    }
    for (const Name &name : delta.waitingRemoved) {
        if (const auto done = run(u"DELETE FROM waiting WHERE name = ?"_s, {name.toHex()}); !done)
            return done;
    }
    return {};
}

Result<> DeltaWriter::writeIncomplete(const JournalDelta &delta, Journal &journal)
{
    for (const JournalDelta::Applied &applied : delta.applied) {
        if (applied.record().isCompleteWith(
                applied.changeSet.texts, [&](const Digest &digest) { return journal.isErased(digest); }))
            continue;
        if (const auto done = run(u"INSERT INTO incomplete VALUES (?)"_s, {applied.number}); !done)
            return done;
    }
    QSet<Number> late;
    for (const auto &[row, text] : delta.lateTexts)
        late.insert(row.changeSet);
    for (const Number number : std::as_const(late)) {
        const ChangeSet changeSet = journal.changeSet(journal.ancestry().name(number));
        const auto record = Record::parse(changeSet.body);
        if (!record)
            return record.error();
        if (!record.value().isCompleteWith(
                changeSet.texts, [&](const Digest &digest) { return journal.isErased(digest); }))
            continue;
        if (const auto done = run(u"DELETE FROM incomplete WHERE changeset = ?"_s, {number}); !done)
            return done;
    }
    return {};
}

Result<> DeltaWriter::writeHeads(const QList<Name> &heads)
{
    if (const auto done = m_connection.exec(u"DELETE FROM head"_s); !done)
        return done;
    for (const Name &head : heads) {
        if (const auto done = run(u"INSERT INTO head VALUES (?)"_s, {head.toHex()}); !done)
            return done;
    }
    return {};
}

Result<> DeltaWriter::erase(const JournalDelta &delta, Journal &journal)
{
    if (delta.erased.empty())
        return {};
    QSet<Digest> digests;
    for (const auto &[digest, by] : delta.erased) {
        digests.insert(digest);
        const auto done =
            run(u"INSERT INTO erased VALUES (?, ?) ON CONFLICT (digest) DO NOTHING"_s, {digest.toBytes(), by.toHex()});
        if (!done)
            return done;
    }
    if (const auto done = m_connection.exec(u"UPDATE write SET text = NULL, salt = NULL WHERE text IS NOT NULL "
                                            "AND digest IN (SELECT digest FROM erased)"_s);
        !done)
        return done;
    for (const QString &column : {u"author"_s, u"reason"_s}) {
        QList<qint64> holding;
        {
            SqlRows rows(m_connection, u"SELECT number, %1_salt, %1 FROM changeset WHERE %1 IS NOT NULL"_s.arg(column));
            while (rows.next()) {
                if (digests.contains(digestOf({rows.text(1), rows.text(2)})))
                    holding.append(rows.number(0));
            }
            if (const auto error = rows.error())
                return *error;
        }
        for (const qint64 number : std::as_const(holding)) {
            const auto done =
                run(u"UPDATE changeset SET %1 = NULL, %1_salt = NULL WHERE number = ?"_s.arg(column), {number});
            if (!done)
                return done;
        }
    }
    for (const Name &name : journal.waiting()) {
        const ChangeSet waiting = journal.changeSet(name);
        Texts left = waiting.texts;
        for (const Digest &digest : std::as_const(digests))
            left.remove(digest);
        const auto done = run(u"UPDATE waiting SET texts = ? WHERE name = ?"_s,
            {QString::fromUtf8(codec::textsToJson(left)), name.toHex()});
        if (!done)
            return done;
    }
    return {};
}

Result<> DeltaWriter::refreshElements(std::span<const JournalDelta> deltas, Journal &journal)
{
    QList<ElementId> ids;
    QSet<ElementId> seen;
    for (const JournalDelta &delta : deltas) {
        for (const ElementId &id : delta.elements) {
            if (!seen.contains(id)) {
                seen.insert(id);
                ids.append(id);
            }
        }
    }
    QList<ElementId> others;
    for (auto it = m_touched.keyBegin(); it != m_touched.keyEnd(); ++it) {
        if (!seen.contains(*it))
            others.append(*it);
    }
    std::sort(others.begin(), others.end());
    ids += others;
    const Plan &plan = journal.plan();
    // Parents first; else as they come, sorted, so that the same work gives the same file.
    for (int layer = 0; layer < kKindCount; ++layer) { // no more layers than kinds
        for (const ElementId &id : std::as_const(ids)) {
            if (layerOf(id.kind) != layer)
                continue;
            const Element *element = plan.element(id);
            const Place place = element ? element->place : journal.shownPlace(id);
            if (const auto done = m_present.refresh(id, plan, place, m_touched.value(id)); !done)
                return done;
        }
    }
    return {};
}

Result<> DeltaWriter::clear()
{
    for (const QString &table :
        {u"write"_s, u"head"_s, u"knowledge"_s, u"waiting"_s, u"incomplete"_s, u"changeset"_s}) {
        if (const auto done = m_connection.exec("DELETE FROM "_L1 + table); !done)
            return done;
    }
    return m_present.clear();
}

} // namespace mezasu
