// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/columnrole.h"
#include "core/plan/element.h"
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace mezasu::exchange {

/// Where something stood in the table; from 1, as a spreadsheet counts.
struct DraftPlace
{
    int row = 0;
    int column = 0;
};

/// A text of one cell. Empty: the cell was blank or the table has no such column (see TableDraft::has()).
struct DraftText
{
    QString text;
    DraftPlace place;
    bool isEmpty() const { return text.isEmpty(); }
};

/// A statement, issue or footnote.
struct DraftLine
{
    QString id; ///< UUID from a table of our own; else empty
    QString mark;
    QString text;
    DraftPlace place;
};

/// A value as typed; what number it is, is decided later.
struct DraftValue
{
    std::optional<int> year;
    QString role; ///< "baseline", "target", "actual"
    QString text;
    DraftPlace place;
};

struct DraftIndicator
{
    QString id;
    QString mark;
    QString name;
    QString unit;
    QString definition;
    QString source;
    QList<DraftValue> values;
    DraftPlace place;
};

struct DraftInitiative
{
    QString id;
    DraftText code; ///< as typed, or recovered from a day; codeKey() matches it
    DraftText title;
    DraftText description;
    DraftText department;
    QStringList departments; ///< joint ones
    QList<DraftIndicator> indicators;
    DraftPlace place;
};

struct DraftItem
{
    QString id;
    bool implied = false; ///< stands only for what is below it: the table says nothing about it
    DraftText code;
    DraftText title;
    DraftText description;
    DraftText department;
    QStringList departments;
    QList<DraftIndicator> indicators;
    QList<DraftInitiative> initiatives;
    DraftPlace place;
};

struct DraftGoal
{
    QString id;
    bool implied = false;
    QList<DraftLine> statements;
    QList<DraftIndicator> indicators;
    QList<DraftLine> issues;
    QList<DraftLine> footnotes;
    QList<DraftItem> items;
    DraftPlace place;
};

struct DraftPolicy
{
    QString id;
    bool implied = false;
    DraftText number;
    DraftText title;
    DraftText description;
    QList<DraftGoal> goals;
    DraftPlace place;
};

/// A field state that a heading gave.
struct DraftState
{
    Kind kind = Kind::Goal;
    QString field;
    QString state;
};

/// What a table says about a plan. Plain data: nothing here knows an existing plan.
struct TableDraft
{
    QString file;
    QString sheet;
    QString encoding;
    QList<ColumnUse> columns;        ///< left out ones too
    QHash<Kind, QString> levelNames; ///< the table's own words for its levels
    QList<DraftState> states;
    QList<DraftPolicy> policies;

    /// Whether the table has a column for it. What it has no column for is to be left alone.
    bool has(Role role) const;
    int goalCount() const;
    int itemCount() const;
};

} // namespace mezasu::exchange
