// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edition.h"

#include "core/change/journal.h"

#include <QJsonArray>

namespace mezasu {

using namespace Qt::StringLiterals;

Result<PlanChange> nameEdition(const Journal &journal, const QString &name)
{
    const Plan &plan = journal.plan();
    if (name.trimmed().isEmpty())
        return makeError(Error::Code::InvalidInput, u"an edition needs a name"_s);
    for (const ElementId &id : plan.editions()) {
        if (plan.text(id, u"name") == name)
            return makeError(Error::Code::InvalidInput, u"an edition of this name exists"_s, name);
    }
    QJsonArray heads;
    for (const Name &head : journal.heads())
        heads.append(head.toHex());
    FieldMap fields;
    fields.set(u"name", Value(name));
    fields.set(u"heads", Value::fromStructure(heads));
    return PlanChange::insert(ElementId::create(Kind::Edition), plan.root(), fields);
}

Result<QList<Name>> headsOfEdition(const Plan &plan, const ElementId &edition)
{
    QList<Name> heads;
    const auto list = plan.value(edition, u"heads").structure();
    for (const QJsonValue &name : list.value_or(QJsonValue()).toArray()) {
        const auto head = Hash::fromHex(name.toString());
        if (!head)
            return makeError(Error::Code::Damaged, u"malformed heads"_s, plan.text(edition, u"name"));
        heads.append(*head);
    }
    return heads;
}

} // namespace mezasu
