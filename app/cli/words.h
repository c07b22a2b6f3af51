// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "core/change/editing.h"
#include "core/plan/plan.h"

namespace mezasu::cli {

/// How elements, fields and values are named in sentences.
QString kindWord(Kind kind, const Context &context);
QString fieldWord(const QString &field, const Context &context);
/// "改革項目「1-2 見える化」": the kind and what the element is called, shortened.
QString elementWord(const Plan &plan, const ElementId &id, const Context &context);
/// A value in one line, shortened to 60 characters.
QString valueWord(const Value &value, const Context &context);
/// One step of a difference as a line.
QString stepLine(const Plan &before, const Plan &after, const PlanChange &step, const Context &context);
/// Finds an element by "goal:UUID", UUID, code, number or exact title; NotFound, or InvalidInput when several fit.
Result<ElementId> findElement(const Plan &plan, const QString &what);

} // namespace mezasu::cli
