// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/columnrole.h"
#include "core/plan/plan.h"

#include <QHash>
#include <QString>

namespace mezasu::exchange {

/// Stands in a cell of values where an indicator has none.
inline const QString kNoValue = QStringLiteral("－");

/// 基本方針, 目指す姿, 改革項目, 取組 …: what a level is called where the plan does not say.
QString defaultLevelName(Kind kind);

/// The heading of a column where the plan keeps none: "改革項目名称（修正案）".
/// \param levelNames  names that differ from the default ones
QString defaultHeading(const ColumnUse &use, const QHash<Kind, QString> &levelNames);

/// Whether a plan keeps the heading of this column as it was read.
bool keepsHeading(const ColumnUse &use);

/// The field whose state the column's heading tells, or nothing.
std::optional<std::pair<Kind, QString>> stateFieldOf(const ColumnUse &use);

} // namespace mezasu::exchange
