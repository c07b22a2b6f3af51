// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"
#include "core/plan/plan.h"
#include "core/plan/result.h"

#include <QJsonArray>
#include <QStringList>
#include <functional>

namespace mezasu::exchange {

/// The whole plan as JSON (format "mezasu-plan", version 1; the keys are described in the manual of the command line).
///
/// UTF-8, two blanks of indentation, every key present, null for unknown, decimals as strings, order as in the plan, a line
/// feed at the end. The same plan gives the same bytes.
QByteArray planToJson(const Plan &plan);

/// A whole plan read from JSON, ready to become the first ChangeSet of a new plan.
struct PlanFromJson
{
    ElementId plan;
    FieldMap fields;         ///< of the plan itself
    QList<PlanChange> steps; ///< insertions, parents first
    QStringList leftOut;     ///< paths of keys that were not understood or cannot be taken ("policies[0].colour")
};

/// Gives a UUID for an element that has none in the JSON; n counts from 0.
using UuidSource = std::function<QUuid(int n)>;

/// InvalidInput (with the path as subject) for anything malformed, NewerFormat for a later version.
/// Ids may be missing or null; then \p uuids gives them. Conflicts and editions belong to a history and are left out.
Result<PlanFromJson> planFromJson(const QByteArray &json, const UuidSource &uuids);

/// A batch as `apply` reads it.
struct BatchFromJson
{
    struct
        Decision ///< {"op":"decide","id","field","keep":[NAME…]}, for existence {"field":"exists","keep":"alive"|"removed"}
    {
        ElementId id;
        QString aspect;
        QStringList keep;
    };
    QString author, reason;
    QList<PlanChange> steps;
    QList<Decision> decisions;
    QStringList takeBacks; ///< {"op":"take_back","changeset":NAME}
    QList<ElementId> made; ///< ids of the inserted elements, in order
};

/// Reads {"author","reason","changes":[…]}; ids are looked up in \p plan and in the batch itself.
/// Sets of keyed entries may be given whole ("departments":[…], "values":[…], "schedule/2022":{…}, "level_names":{…}) or
/// one by one ("values/2022/actual"). InvalidInput, NotFound or Conflict with the path as subject.
Result<BatchFromJson> batchFromJson(const QByteArray &json, const Plan &plan);

/// Steps as `diff` and `import --dry-run` print them, in the form that `apply` reads.
QJsonArray stepsToJson(const QList<PlanChange> &steps);

} // namespace mezasu::exchange
