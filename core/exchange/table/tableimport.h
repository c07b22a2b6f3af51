// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeset.h"
#include "core/change/editing.h"
#include "core/exchange/message.h"
#include "core/exchange/table/importchoices.h"
#include "core/exchange/table/tabletree.h"
#include "core/exchange/tablefile.h"

#include <functional>

namespace mezasu::exchange {

/// What a table is compared with.
struct ImportBase
{
    const Plan *plan = nullptr; ///< the present state; null: the table becomes a new plan
    QList<Name> heads;          ///< of that state
    /// The state of other heads, for our own exports; nothing when the journal does not have them. May be empty.
    std::function<std::optional<Plan>(const QList<Name> &)> planAt;
};

/// What would happen if a table were imported. No plan has been changed.
struct ImportPreview
{
    MessageList messages;       ///< with a refusal in it, the rest is empty
    bool cancelled = false;     ///< so is it here
    TableTree table;            ///< what was read
    QStringList keys;           ///< by node of the table: its name in ImportChoices::corrected
    QList<Match> matches;       ///< by node
    QList<ElementId> elements;  ///< by node: what it becomes
    QList<ElementId> leftAlone; ///< in the plan, not in the table

    bool newPlan = false;
    ElementId plan;          ///< the plan element
    QList<Name> base;        ///< heads of the state that was compared with; the parents of the ChangeSet
    Plan before;             ///< that state; empty for a new plan
    Plan wanted;             ///< the state with the table in it
    QList<PlanChange> steps; ///< what turns one into the other; for a new plan what stands below the plan element
    struct Counts
    {
        int inserted = 0, set = 0, moved = 0, removed = 0;
    };
    Counts counts;

    FieldMap planFields;  ///< of a new plan: the first values of the plan element
    QByteArray fileBytes; ///< the seed of UUIDs and salts …
    QJsonObject choices;  ///< … together with the base

    bool isRefused() const { return cancelled || messages.hasRefusal(); }
    /// Nothing to do: the plan says what the table says.
    bool isUnchanged() const { return !newPlan && steps.isEmpty(); }
};

/// Reads a table and works out what it would change.
/// \param fileName for messages
/// \param isCancelled asked now and then from the same thread; may be empty
ImportPreview prepareImport(const QByteArray &bytes, const QString &fileName, const ImportChoices &choices,
    const ImportBase &base = {}, const std::function<bool()> &isCancelled = {});

/// The same from sheets that were read before, such as the clipboard's.
/// \param bytes what the file's ChangeSet is derived from
ImportPreview prepareImport(const TableFile &file, const QByteArray &bytes, const ImportChoices &choices,
    const ImportBase &base = {}, const std::function<bool()> &isCancelled = {});

/// The ChangeSet of an import: a pure function of the file's bytes, the base and the choices, without author and time.
/// Only for a preview that is neither refused nor unchanged.
Result<ChangeSet> changeSetOf(const ImportPreview &preview);

} // namespace mezasu::exchange
