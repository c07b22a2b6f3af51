// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verifier.h"

#include "core/store/presentreader.h"

#include <QSqlError>
#include <QVariant>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr int kNoLimit = 100'000'000;

bool sameWrite(const StoredWrite &a, const StoredWrite &b, bool structural)
{
    return a.changeSet == b.changeSet && a.hasValue == b.hasValue && a.live == b.live && a.keep == b.keep
        && (!a.hasValue || (a.content == b.content && (structural || a.plain == b.plain)));
}
} // namespace

Result<Verification> Verifier::run(const std::optional<Plan> &present)
{
    m_out = {};
    m_fresh = Journal();
    m_tables.forgetFailure();
    if (const auto done = readJournal(); !done)
        return done.error();
    if (!m_out.lost.isEmpty())
        return m_out;
    compareAncestry();
    if (present)
        comparePlan(*present);
    else
        m_out.derived.append(u"the present values cannot be read"_s);
    if (const auto done = compareElements(); !done)
        return done.error();
    if (const auto done = compareWrites(); !done)
        return done.error();
    return m_out;
}

Result<> Verifier::readJournal()
{
    const auto names = m_connection.column(u"SELECT name FROM changeset ORDER BY number"_s, kNoLimit);
    if (!names)
        return names.error();
    const auto take = [this](const ChangeSet &changeSet, bool wasApplied) -> Result<> {
        const auto intake = m_fresh.take({changeSet});
        if (!intake)
            return intake.error();
        if (!intake.value().refused.isEmpty())
            m_out.lost.append(
                "record refused: "_L1 + changeSet.name.toHex() + ": "_L1 + intake.value().refused.first().why);
        else if (wasApplied && !m_fresh.isApplied(changeSet.name))
            m_out.lost.append("its parents are missing: "_L1 + changeSet.name.toHex());
        return {};
    };
    const auto waiting = m_tables.waiting();
    QSet<Thing> suspects;
    for (const QString &hex : names.value()) {
        const auto name = Name::fromHex(hex);
        const ChangeSet changeSet = name ? m_tables.changeSet(*name, WithTexts::All) : ChangeSet();
        if (changeSet.body.isEmpty() || m_tables.failure()) {
            m_out.lost.append("ChangeSet "_L1 + hex.left(80) + ": "_L1
                + (m_tables.failure() ? m_tables.failure()->detail : u"empty"_s));
            m_tables.forgetFailure();
            continue;
        }
        const auto record = Record::parse(changeSet.body);
        m_order.append({*name, record ? record.value().parents : QList<Name>()});
        for (const Write &write : record ? record.value().writes : QList<Write>()) {
            if (write.value
                && !fits(write.thing.element.kind, write.thing.aspect, plainOf(*write.value, changeSet.texts)))
                suspects.insert(write.thing);
        }
        if (const auto done = take(changeSet, true); !done)
            return done;
    }
    findUnfit(suspects);
    for (const WaitingChangeSet &one : waiting) {
        if (const auto done = take(one.changeSet, false); !done)
            return done;
    }
    if (m_tables.failure()) {
        m_out.lost.append(m_tables.failure()->detail);
        m_tables.forgetFailure();
    }
    // Texts that no longer fit their digest.
    QSqlQuery &query = m_connection.prepared(
        u"SELECT digest, salt, CAST(text AS BLOB), element, aspect FROM write WHERE text IS NOT NULL"_s);
    if (const auto done = m_connection.run(query); !done)
        return done;
    while (query.next()) {
        const auto digest = Digest::fromBytes(query.value(0).toByteArray());
        if (digest != digestOf({query.value(1).toString(), verbatim(query.value(2))}))
            m_out.lost.append(u"a text was altered: element %1, %2"_s.arg(query.value(3).toLongLong())
                                  .arg(query.value(4).toString()));
    }
    const bool failed = query.lastError().isValid();
    const Error error = failed ? m_connection.errorOf(query) : Error();
    query.finish();
    return failed ? Result<>(error) : Result<>();
}

/// Of what does not fit, that which would be shown: later writes may have replaced it, and gone elements show nothing.
void Verifier::findUnfit(const QSet<Thing> &suspects)
{
    for (const Thing &thing : suspects) {
        const law::Candidates candidates = m_fresh.candidates(thing);
        if (m_fresh.plan().contains(thing.element)
            && std::any_of(candidates.begin(), candidates.end(), [&thing](const law::Candidate &candidate) {
                   return !fits(thing.element.kind, thing.aspect, candidate.plain);
               }))
            m_out.unfit.append(thing);
    }
    std::sort(m_out.unfit.begin(), m_out.unfit.end(),
        [](const Thing &a, const Thing &b) { return a.toString() < b.toString(); });
}

void Verifier::compareAncestry()
{
    Ancestry ancestry;
    for (const auto &[name, parents] : std::as_const(m_order))
        ancestry.add(name, parents);
    const auto stored = m_tables.standings();
    bool same = qsizetype(stored.size()) == ancestry.size();
    for (size_t i = 0; same && i < stored.size(); ++i)
        same = stored.at(i) == ancestry.standing(Number(i));
    const auto rows = [](const std::vector<Knowledge> &knowledge) {
        QMap<std::tuple<quint32, quint32, quint32>, quint32> out;
        for (const Knowledge &k : knowledge)
            out.insert({k.chain, k.of, k.seq}, k.upto);
        return out;
    };
    if (!same || rows(m_tables.knowledge()) != rows(ancestry.takeNewKnowledge()))
        m_out.derived.append(u"the ancestry of the ChangeSets"_s);
    if (m_tables.heads() != m_fresh.heads())
        m_out.derived.append(u"the heads"_s);
}

void Verifier::comparePlan(const Plan &present)
{
    const Plan &fresh = m_fresh.plan();
    const QList<ElementId> ids = fresh.preorder();
    for (const ElementId &id : ids) {
        if (presentHash(present, id) == presentHash(fresh, id))
            continue;
        m_out.derived.append("present values: "_L1 + id.toString());
        // A text that is shown, but that the journal has no more, would be lost by making the tables again.
        const Element *element = fresh.element(id);
        for (const auto &[field, value] : element->fields) {
            if (value.isErased() && present.value(id, field).isText())
                m_out.lost.append("a text is gone from the journal: "_L1 + id.toString() + u'/' + field);
        }
    }
    if (present.size() != fresh.size() || present.root() != fresh.root())
        m_out.derived.append(u"elements that do not live, or two plans"_s);
}

Result<> Verifier::compareElements()
{
    QSqlQuery &query =
        m_connection.prepared(u"SELECT e.kind || ':' || e.id, p.kind || ':' || p.id, e.position, e.lives "
                              "FROM element e LEFT JOIN element p ON p.number = e.parent"_s);
    if (const auto done = m_connection.run(query); !done)
        return done;
    while (query.next()) {
        const auto id = ElementId::fromString(query.value(0).toString());
        const auto parent = ElementId::fromString(query.value(1).toString());
        const Place place = id ? m_fresh.shownPlace(*id) : Place();
        if (!id || parent.value_or(ElementId()) != place.parent
            || (!place.parent.isNull() && query.value(2).toString().toLatin1() != place.key)
            || query.value(3).toBool() != m_fresh.plan().contains(*id))
            m_out.derived.append("element: "_L1 + query.value(0).toString());
    }
    const bool failed = query.lastError().isValid();
    const Error error = failed ? m_connection.errorOf(query) : Error();
    query.finish();
    return failed ? Result<>(error) : Result<>();
}

Result<> Verifier::compareWrites()
{
    const auto ids = m_connection.column(u"SELECT kind || ':' || id FROM element"_s, kNoLimit);
    if (!ids)
        return ids.error();
    for (const QString &text : ids.value()) {
        const auto id = ElementId::fromString(text);
        if (!id)
            continue; // named by compareElements()
        const auto histories = m_tables.element(*id);
        if (m_tables.failure()) {
            m_out.derived.append(m_tables.failure()->detail);
            m_tables.forgetFailure();
            continue;
        }
        bool same = qsizetype(histories.size()) == m_fresh.aspects(*id).size();
        for (const ThingHistory &history : histories) {
            const auto &expected = m_fresh.writes({*id, history.aspect});
            const bool structural = history.aspect == aspect::kExists || history.aspect == aspect::kPlace;
            same = same && expected.size() == history.writes.size()
                && std::equal(expected.begin(), expected.end(), history.writes.begin(),
                    [structural](const StoredWrite &a, const StoredWrite &b) { return sameWrite(a, b, structural); });
        }
        if (!same)
            m_out.derived.append("writes: "_L1 + text);
    }
    // Elements that the table lacks altogether.
    const QSet<QString> there(ids.value().begin(), ids.value().end());
    const QList<ElementId> living = m_fresh.plan().preorder();
    for (const ElementId &id : living) {
        if (!there.contains(id.toString())) {
            m_out.derived.append("element missing: "_L1 + id.toString());
            break;
        }
    }
    return {};
}

} // namespace mezasu
