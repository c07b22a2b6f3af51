// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/message.h"
#include "core/exchange/tabledraft.h"
#include "core/plan/element.h"
#include "core/plan/field.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace mezasu::exchange {

/// One element as a table has it, in the terms of a plan.
struct TableNode
{
    Kind kind = Kind::Policy;
    int parent = -1;              ///< index into TableTree::nodes; −1: the plan
    int row = 0;                  ///< as a spreadsheet counts; 0 where it stands on no row
    int column = 0;               ///< from 1; 0: none
    QUuid uuid;                   ///< where the table is an export of ours
    bool implied = false;         ///< the table says nothing about it; it stands for "the one above, whichever it is"
    FieldMap fields;              ///< what the table says
    QStringList blankFields;      ///< fields whose column the table has and whose cell is blank
    QStringList emptiedFields;    ///< fields that the table says are empty, though their cell is not blank: a mark
    QList<Kind> filledLists;      ///< lists below this element whose cell holds something …
    QList<Kind> blankLists;       ///< … or is blank; a list that is in neither has no column
    QString department;           ///< lead department by name; empty: the table does not say
    QStringList jointDepartments; ///< by name
};

/// A table in the terms of a plan: elements with parents before children, siblings in the table's order.
struct TableTree
{
    QList<TableNode> nodes;
    FieldMap
        planFields; ///< level names, headings and states as the table's headings give them; more in our own exports
    QList<Kind> rowKinds; ///< kinds of Policy, Goal, ReformItem and Initiative for which the table has columns

    QList<QList<int>> childLists() const; ///< by node
};

/// A draft in the terms of a plan. Values that are no numbers, or of no year, are reported and left out.
TableTree treeOf(const TableDraft &draft, MessageList &messages);

} // namespace mezasu::exchange
