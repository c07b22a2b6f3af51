// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"

#include <QRandomGenerator>

namespace mezasu::bench {

/// A plan made of nothing but chance and a few phrases; the same seed gives the same plan.
struct MadePlan
{
    ElementId id;
    FieldMap fields;
    QList<PlanChange> steps; ///< insertions, parents first
    qint64 textBytes = 0;    ///< of all texts, in UTF-8
    qsizetype elements() const { return steps.size() + 1; }
};

/// About four elements and 420 bytes of text per reform item.
MadePlan makePlan(int reformItems, quint32 seed);

/// The same as a table, as a city has it: one row per reform item, lists as HTML, blank where a cell is as above.
/// Departments, units and values of indicators are not in it.
QByteArray tableOf(const MadePlan &plan);

/// A sentence of about so many characters.
QString makeSentence(QRandomGenerator &random, int characters);
QUuid makeUuid(QRandomGenerator &random);

inline constexpr int kItemsOfM = 1000;
inline constexpr int kItemsOfL = 10000;

} // namespace mezasu::bench
