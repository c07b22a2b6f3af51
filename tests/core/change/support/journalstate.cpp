// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"
#include "tests/core/change/support/oracle.h"

#include <QJsonArray>
#include <QJsonObject>

namespace mezasu::test {

using namespace Qt::StringLiterals;

namespace {
QByteArray textOf(const Value &value)
{
    if (value.isErased())
        return "[\"erased\"]";
    if (value.isText()) {
        QByteArray out;
        appendJsonString(out, value.text());
        return out;
    }
    if (const IndicatorValue *entry = value.entry(); entry && entry->noteErased) {
        QJsonObject json = value.toJson().toObject();
        json.insert(u"note"_s, QJsonArray{u"erased"_s});
        return canonicalJson(json);
    }
    return canonicalJson(value.toJson());
}

QByteArray textOf(const QString &aspect, const law::Candidate &candidate)
{
    if (aspect == aspect::kPlace) {
        const Place &place = std::get<Place>(candidate.content);
        return "{\"key\":\"" + place.key + "\",\"parent\":\"" + place.parent.toString().toLatin1()
            + "\"}"; // keys are plain ASCII
    }
    return textOf(candidate.plain);
}
} // namespace

State stateOf(Journal &journal, const std::set<QString> &elements)
{
    State s;
    const Plan &plan = journal.plan();
    const auto wrong = [&s](const QString &what) { s.values[u"inconsistent plan: "_s + what] = {"?"}; };
    for (const QString &name : elements) {
        const ElementId id = *ElementId::fromString(name);
        if (!plan.contains(id)) {
            if (plan.conflicts().contains(id))
                wrong(u"a conflict of what is gone "_s + name);
            continue;
        }
        s.lives.insert(name);
        const Element &element = *plan.element(id);
        qsizetype shownFields = 0;
        for (const QString &aspect : journal.aspects(id)) {
            if (aspect == aspect::kExists)
                continue;
            QByteArrayList values;
            const Thing thing{id, aspect};
            const auto candidates = journal.candidates(thing);
            for (const law::Candidate &c : candidates)
                values.append(textOf(aspect, c));
            if (!values.isEmpty())
                s.values[thing.toString()] = values;
            const QList<Value> contested = plan.conflicts().value(id).value(aspect);
            if (aspect == aspect::kPlace) {
                if (!candidates.empty() && element.place != std::get<Place>(candidates.front().content))
                    wrong(thing.toString());
                if (candidates.empty() && !element.place.parent.isNull())
                    wrong(thing.toString());
                if (contested.size() != (candidates.size() > 1 ? qsizetype(candidates.size()) : 0))
                    wrong(u"candidates of "_s + thing.toString());
                continue;
            }
            // What a field cannot hold counts by the law, and is not shown.
            QList<Value> expected;
            for (const law::Candidate &c : candidates) {
                if (fits(id.kind, aspect, c.plain))
                    expected.append(c.plain);
            }
            const Value shown = expected.value(0);
            if (plan.value(id, aspect) != shown)
                wrong(thing.toString());
            shownFields += shown.isNull() ? 0 : 1;
            if (contested != (expected.size() > 1 ? expected : QList<Value>()))
                wrong(u"candidates of "_s + thing.toString());
            if (candidates.size() > 1 && expected.size() < 2)
                s.conflicts.insert(thing.toString());
        }
        if (std::distance(element.fields.begin(), element.fields.end()) != shownFields)
            wrong(u"fields of "_s + name);
        if (element.place.parent.isNull() && id.kind != Kind::Plan)
            s.unplaced.insert(name);
        const auto conflicts = plan.conflicts().value(id);
        for (auto it = conflicts.begin(); it != conflicts.end(); ++it)
            s.conflicts.insert(name + u'/' + it.key());
        for (const ElementId &child : plan.children(id))
            s.tree[name].append(child.toString());
    }
    if (qsizetype(s.lives.size()) != plan.size())
        wrong(u"elements that nobody made"_s);
    for (const Name &name : journal.heads())
        s.heads.append(name.toHex());
    return s;
}

} // namespace mezasu::test
