// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/exchange/messagetext.h"
#include "core/exchange/table/tableimport.h"

#include <QStringList>

namespace mezasu::exchange {

/// A copy of a plan into which tables are read.
class Copy
{
public:
    Journal journal;

    const Plan &plan() const { return journal.plan(); }

    ImportBase base()
    {
        if (plan().isEmpty())
            return {};
        return {&plan(), journal.heads(), [this](const QList<Name> &heads) -> std::optional<Plan> {
                    auto past = planAt(journal, heads);
                    return past ? std::optional(past.value()) : std::nullopt;
                }};
    }

    ImportPreview preview(
        const QByteArray &table, const ImportChoices &choices = {}, const QString &name = QStringLiteral("t.tsv"))
    {
        return prepareImport(table, name, choices, base());
    }

    /// \return whether the table was taken, or changes nothing
    bool import(
        const QByteArray &table, const ImportChoices &choices = {}, const QString &name = QStringLiteral("t.tsv"))
    {
        last = preview(table, choices, name);
        return take(last);
    }

    bool take(const ImportPreview &preview)
    {
        if (preview.isRefused())
            return false;
        if (preview.isUnchanged())
            return true;
        const auto changeSet = changeSetOf(preview);
        if (!changeSet) {
            why = changeSet.error().subject + u' ' + changeSet.error().detail;
            return false;
        }
        const auto taken = journal.take({changeSet.value()});
        return taken && taken.value().refused.isEmpty() && taken.value().waiting.isEmpty();
    }

    /// An edit by hand.
    bool edit(const QList<PlanChange> &steps)
    {
        auto draft = draftOf(journal, steps, m_runs);
        if (!draft) {
            why = draft.error().subject + u' ' + draft.error().detail;
            return false;
        }
        if (draft.value().isEmpty())
            return true;
        const auto taken = journal.take({makeChangeSet(journal.heads(), draft.value())});
        return taken && taken.value().applied.size() == 1;
    }

    /// The plan as lines: code or kind, texts.
    QStringList lines(const std::function<bool(Kind)> &wanted = {}) const
    {
        QStringList out;
        for (const ElementId &id : plan().preorder()) {
            if (id.kind == Kind::Plan || (wanted && !wanted(id.kind)))
                continue;
            QStringList parts{kindName(id.kind)};
            for (const char16_t *field : {u"number", u"code", u"mark", u"title", u"name", u"text", u"description"}) {
                if (const QString text = plan().text(id, QStringView(field)); !text.isEmpty())
                    parts += text;
            }
            out += parts.join(u' ');
        }
        return out;
    }

    /// The elements of a kind in order, by what names them.
    ElementId find(Kind kind, const QString &text) const
    {
        for (const ElementId &id : plan().preorder()) {
            if (id.kind != kind)
                continue;
            for (const char16_t *field : {u"title", u"name", u"text"}) {
                if (plan().text(id, QStringView(field)) == text)
                    return id;
            }
        }
        return {};
    }

    QString why; ///< of the last refusal
    ImportPreview last;

private:
    RunsOfSession m_runs;
};

inline QString wordsOf(const MessageList &messages)
{
    QStringList out;
    for (const Message &message : messages.all())
        out += lineOf(message, Language::English);
    return out.join(u'\n');
}

} // namespace mezasu::exchange
