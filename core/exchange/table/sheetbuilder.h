// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/cellsource.h"
#include "core/exchange/columnrole.h"
#include "core/exchange/sheet.h"
#include "core/plan/plan.h"

namespace mezasu::exchange {

/// A column of a table that is written.
struct SheetColumn
{
    ColumnUse use;
    Kind level = Kind::Policy; ///< Policy, Goal, ReformItem or Initiative: whose rows it merges over
    bool isUuid = false;
};

/// The columns that a plan needs, with their headings.
QList<SheetColumn> columnsFor(const Plan &plan, bool withUuids);

/// Fills the rows of a table.
class SheetBuilder
{
public:
    SheetBuilder(const Plan &plan, const QList<SheetColumn> &columns, CellForm form);
    Sheet build();

private:
    void addPolicy(const ElementId &policy);
    void addGoal(const ElementId &goal);
    void addItem(const ElementId &item);
    qsizetype newRow();
    void fill(qsizetype row, Kind level, const ElementId &id);
    void merge(qsizetype from, Kind level);
    QString cell(const SheetColumn &column, const ElementId &id) const;
    QString listCell(const SheetColumn &column, const ElementId &id) const;
    QString linesCell(const QStringList &lines) const;
    QString indicatorCell(const SheetColumn &column, const ElementId &id) const;
    QString departmentsCell(const ElementId &id) const;
    QList<ElementId> listed(const ElementId &id, Kind kind) const;

    const Plan &m_plan;
    const QList<SheetColumn> &m_columns;
    CellForm m_form;
    Sheet m_sheet;
};

} // namespace mezasu::exchange
