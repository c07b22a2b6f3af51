// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/store/sqlconnection.h"

#include <memory>
#include <vector>

namespace mezasu {

/// The statements for the table of a kind; its columns are element, id, parent, position and the unkeyed fields in order.
struct KindColumns
{
    struct Field
    {
        const FieldInfo *info;
        QString name; ///< as internFieldName() gives it
        int column;   ///< in \c select
    };
    std::vector<Field> fields;
    std::vector<Field> byName; ///< the same, sorted by name
    QString select, insert, update, remove;
};
const KindColumns &columnsOf(Kind kind);

/// A number over all that is shown of an element: place, values, candidates. Not for attackers, but no slip goes unseen.
quint64 presentHash(const Plan &plan, const ElementId &id);
quint64 presentHash(const Plan &plan, const Element &element);

/// Reads the tables of present values into a plan, each once and forward only.
class PresentReader
{
public:
    static QStringList tables(); ///< all that it reads
    PresentReader(SqlConnection &connection, qint64 elements);
    Result<Plan> read();
    /// By number; null where no element lives.
    const std::vector<std::shared_ptr<Element>> &elements() const { return m_elements; }

private:
    /// A table of entries by key: the number of the element, the parts of the key, then what the entry holds.
    struct Keyed
    {
        QString sql;
        QByteArray prefix;
        int keys;
        FieldType type = FieldType::Text;
    };
    Result<> readKind(Kind kind);
    Result<> readEntries();
    Result<> readKeyed();
    Result<> readOthers();
    Result<> linkParents(Plan &plan);
    const QString &keyedName(const Keyed &table, const SqlRows &rows);
    Result<> readCandidates(Plan &plan);
    /// Calls \p row for every row of a query whose first column is the number of a living element.
    template <typename Function>
    Result<> each(const QString &sql, Function row);
    Error damaged(const QString &what) const;

    SqlConnection &m_connection;
    std::vector<std::shared_ptr<Element>> m_elements;
    std::vector<qint64> m_parents;      ///< by number, 0: none
    QHash<QByteArray, QString> m_names; ///< of keyed fields, as they stand in rows: few, repeated in every row
    QByteArray m_name;                  ///< room for one
};

} // namespace mezasu
