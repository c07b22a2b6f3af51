// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/hash.h"
#include "core/exchange/columnrole.h"
#include "core/exchange/grid.h"
#include "core/exchange/tablefile.h"

#include <QJsonArray>
#include <QUuid>
#include <optional>

namespace mezasu::exchange {

/// What our own workbooks carry beside the table, on a hidden sheet: which plan and state it was, what each column holds,
/// the departments, and the steps from what the table alone says to the whole plan.
struct HiddenSheet
{
    struct Department
    {
        QUuid id;
        QString name; ///< may be empty
    };

    static const QString kName;

    QUuid plan;
    QList<Name> base;
    QList<ColumnUse> columns; ///< column numbers do not count: they are known again by their headings
    QList<Department> departments;
    QJsonArray steps; ///< as `apply` reads them

    Grid toGrid() const;
    /// Nothing where there is no such sheet or it is of a form that is not known.
    static std::optional<HiddenSheet> find(const TableFile &file);
};

} // namespace mezasu::exchange
