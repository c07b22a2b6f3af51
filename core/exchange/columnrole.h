// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/plan/element.h"
#include <QHash>
#include <QList>
#include <QString>
#include <optional>

namespace mezasu::exchange {

/// What a column of a table holds.
enum class Role {
    Unknown,
    LeaveOut, ///< by the caller's wish
    PolicyId,
    PolicyNumber,
    PolicyTitle,
    PolicyDescription,
    GoalId,
    Statements,
    Issues,
    Footnotes,
    Indicators, ///< names; their home is ColumnUse::home
    IndicatorUnit,
    IndicatorDefinition,
    IndicatorSource,
    IndicatorValue, ///< of ColumnUse::year and valueRole
    ItemId,
    ItemCode,
    ItemTitle,
    ItemDescription,
    ItemDepartment,
    ItemDepartments,
    InitiativeId,
    InitiativeCode,
    InitiativeTitle,
    InitiativeDescription,
    InitiativeDepartment,
    InitiativeDepartments,
    StatementIds, ///< UUIDs of the statements of the row, one a line; as the three that follow
    IndicatorIds,
    IssueIds,
    FootnoteIds
};

/// Stable name ("policy.title", "goal.statements", "indicator.value"): for mappings kept by a caller, and the key by
/// which a plan keeps the headings it was read with.
QString roleName(Role role);
std::optional<Role> roleFromName(QStringView name);

/// A column and its meaning.
struct ColumnUse
{
    int column = 0; ///< from 0
    Role role = Role::Unknown;
    QString heading;         ///< as read; two heading rows are joined by U+000A
    QString state;           ///< field state "rough", "draft", "revised", "final"; empty: none
    std::optional<int> year; ///< fiscal year of a value column
    QString valueRole;       ///< "baseline", "target", "actual"
    Kind home = Kind::Goal;  ///< of indicator columns: Goal, ReformItem or Initiative
    int group = 0;           ///< of indicator columns: which of several that name indicators of this home, from 0

    bool operator==(const ColumnUse &) const = default;
};

/// What the caller says about columns; it goes before what is recognised.
struct ColumnMapping
{
    std::optional<int> headingRow; ///< the row's number as a spreadsheet counts; none: it is looked for
    QHash<int, ColumnUse> columns; ///< by column from 0
    /// What an existing plan calls the levels that it has: a table that uses these words means these levels.
    QHash<Kind, QString> levelNames;
};

/// Whether several columns may hold one list between them ("現状" and "課題" are both issues).
bool isListRole(Role role);

} // namespace mezasu::exchange
