// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table/tabletree.h"
#include "core/plan/plan.h"

#include <QHash>
#include <QSet>
#include <functional>

namespace mezasu::exchange {

/// What decides where code and text point to different elements.
enum class MatchMode { Text, Code };

/// By what a row of the table and an element of the plan were found to be the same.
enum class MatchReason {
    None,      ///< nothing like it in the plan: new
    Corrected, ///< a person said so
    Identity,  ///< the table carries its UUID
    EqualText,
    CodeAndLikeness,
    Likeness,
    Code,     ///< the code alone
    Contents, ///< what stands below it (a goal whose statement was rewritten)
    Place,    ///< where it stands: neither side has a word to compare
};

struct Match
{
    ElementId element; ///< null: new
    MatchReason reason = MatchReason::None;
    double likeness = 0;   ///< of the texts, from 0 to 1
    bool doubtful = false; ///< code and text disagree
    QString codeSays;      ///< where doubtful: the text of the element that has the row's code, or had it
};

struct MatchOptions
{
    MatchMode mode = MatchMode::Text;
    QHash<QString, ElementId> corrected; ///< by keyOf(); a null id says: new
    std::function<bool()> isCancelled;   ///< asked now and then; may be empty
};

/// Names a node for corrections: "reform_item:5.0" is the first reform item of row 5.
QStringList matchKeys(const TableTree &tree);

/// Finds for each node of a table the element of a plan that it stands for; none stands for two.
///
/// Rows (reform items, initiatives, goals, policies) are compared with all of the plan, so that they may have moved; lists
/// first within their goal, then with what other goals of the table lost. For each kind: corrections, UUIDs, equal texts,
/// then one best assignment by code and likeness, then the code alone. Rows that have no word to compare (a department
/// alone) stand for elements without one, in their order below the same parent. Time grows with rows times their candidates, which
/// share rare pairs of characters or the code.
QList<Match> matchTable(const TableTree &tree, const Plan &plan, const MatchOptions &options);

} // namespace mezasu::exchange
