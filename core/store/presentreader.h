// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/store/sqlconnection.h"

#include <vector>

namespace mezasu {

/// The statements for the table of a kind; its columns are element, id, parent, position and the unkeyed fields in order.
struct KindColumns
{
    struct Field
    {
        const FieldInfo *info;
        QString name;
    };
    std::vector<Field> fields;
    QString select, insert, update, remove;
};
const KindColumns &columnsOf(Kind kind);

/// A number over all that is shown of an element: place, values, candidates. Not for attackers, but no slip goes unseen.
quint64 presentHash(const Plan &plan, const ElementId &id);

/// Reads the tables of present values into a plan, each once and forward only.
class PresentReader
{
public:
    PresentReader(SqlConnection &connection, qint64 elements);
    Result<Plan> read();
    /// By number; null where an element does not live.
    const std::vector<ElementId> &ids() const { return m_ids; }

private:
    struct Row
    {
        std::shared_ptr<Element> element;
        qint64 parent = 0;
    };
    Result<> readKind(Kind kind);
    Result<> readKeyed();
    Result<> readCandidates(Plan &plan);
    /// Calls \p row for every row of a query whose first column is the number of a living element.
    template <typename Function>
    Result<> each(const QString &sql, Function row);
    Error damaged(const QString &what) const;

    SqlConnection &m_connection;
    std::vector<ElementId> m_ids;
    std::vector<Row> m_rows;
};

} // namespace mezasu
