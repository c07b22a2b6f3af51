// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeset.h"
#include "core/plan/result.h"

#include <QStringList>

namespace mezasu::exchange {

/// Whether bytes begin like JSON.
bool looksLikeJson(QByteArrayView bytes);

/// A whole plan from JSON as the first ChangeSet of a new plan: a pure function of the bytes.
struct NewPlan
{
    ChangeSet changeSet;
    QList<ElementId> made; ///< elements below the plan, parents first
    QStringList leftOut;   ///< as PlanFromJson::leftOut
};

/// Errors of planFromJson() and draftOfNewPlan().
Result<NewPlan> newPlanFromJson(const QByteArray &bytes);

} // namespace mezasu::exchange
