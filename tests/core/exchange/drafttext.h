// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/messagetext.h"
#include "core/exchange/tabledraft.h"

/// A draft as indented text, so that tests compare all of it at once.
/// P number|title|description, G, s/i/q/f mark|text, R code|title|description|department+joint, T the same.
inline QString draftText(const mezasu::exchange::TableDraft &draft)
{
    using namespace Qt::StringLiterals;
    using namespace mezasu::exchange;
    QStringList out;
    const auto lines = [&out](const QString &tag, const QList<DraftLine> &list) {
        for (const DraftLine &line : list)
            out += tag + line.mark + u'|' + line.text;
    };
    const auto indicators = [&out](const QString &tag, const QList<DraftIndicator> &list) {
        for (const DraftIndicator &indicator : list) {
            QString text = tag + indicator.mark + u'|' + indicator.name;
            if (!indicator.unit.isEmpty())
                text += u" ["_s + indicator.unit + u']';
            if (!indicator.definition.isEmpty())
                text += u" {"_s + indicator.definition + u'}';
            for (const DraftValue &value : indicator.values)
                text +=
                    u" "_s + value.role + (value.year ? QString::number(*value.year) : QString()) + u'=' + value.text;
            out += text;
        }
    };
    const auto department = [](const DraftText &lead, const QStringList &joint) {
        QString text = lead.text;
        for (const QString &name : joint)
            text += u'+' + name;
        return text.isEmpty() ? text : QString(u'|' + text);
    };
    const auto own = [](const QString &id, bool implied) {
        return QString((implied ? u"~"_s : QString()) + (id.isEmpty() ? QString() : QString(u'#' + id)));
    };
    for (const DraftPolicy &policy : draft.policies) {
        out += u"P "_s + own(policy.id, policy.implied) + policy.number.text + u'|' + policy.title.text + u'|'
            + policy.description.text;
        for (const DraftGoal &goal : policy.goals) {
            out += u" G"_s + own(goal.id, goal.implied);
            lines(u"  s "_s, goal.statements);
            indicators(u"  i "_s, goal.indicators);
            lines(u"  q "_s, goal.issues);
            lines(u"  f "_s, goal.footnotes);
            for (const DraftItem &item : goal.items) {
                out += u"  R "_s + own(item.id, item.implied) + item.code.text + u'|' + item.title.text + u'|'
                    + item.description.text + department(item.department, item.departments);
                indicators(u"   i "_s, item.indicators);
                for (const DraftInitiative &initiative : item.initiatives) {
                    out += u"   T "_s + own(initiative.id, false) + initiative.code.text + u'|' + initiative.title.text
                        + u'|' + initiative.description.text
                        + department(initiative.department, initiative.departments);
                    indicators(u"    i "_s, initiative.indicators);
                }
            }
        }
    }
    return out.join(u'\n').replace(u"\n|"_s, u"|"_s);
}

/// "code@row:column" of each message.
inline QString messageText(const mezasu::exchange::MessageList &messages)
{
    QStringList out;
    const QList<mezasu::exchange::Message> all = messages.all();
    for (const auto &message : all) {
        out += mezasu::exchange::codeName(message.code) + u'@' + QString::number(message.row) + u':'
            + mezasu::exchange::columnName(message.column);
    }
    return out.join(u' ');
}
