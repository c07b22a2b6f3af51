// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/store/sqlconnection.h"

namespace mezasu {

/// The tables that hold the present values of what lives, and the numbers of elements.
class PresentTables
{
public:
    explicit PresentTables(SqlConnection &connection)
        : m_connection(connection)
    {
    }

    /// Reads everything that lives. Damaged where the rows make no plan.
    Result<Plan> read();
    /// A sum over everything that was read or written, to notice rows that were changed by somebody else, or by chance.
    quint64 sum() const { return m_sum; }
    bool isEmpty() const { return m_elements == 0; }

    /// The local number of an element; made when there is none.
    Result<qint64> numberOf(const ElementId &id);
    /// The number, or 0 when nobody has heard of it.
    Result<qint64> findNumber(const ElementId &id);
    Result<ElementId> elementOf(qint64 number);

    /// Brings the rows of one element to what \p plan says.
    /// \param place   the shown place, also of a gone element
    /// \param aspects the fields that may differ; only these are touched when the element lived before
    Result<> refresh(const ElementId &id, const Plan &plan, const Place &place, const QStringList &aspects);
    /// Forgets what was written since the last read(): after a transaction that was rolled back.
    Result<> reload();
    /// Empties all tables of present values and elements. Nothing may refer to elements any more.
    Result<> clear();

private:
    struct Known
    {
        qint64 number = 0;
        bool lives = false;
        quint64 hash = 0;
    };
    void index();
    Result<Known *> known(const ElementId &id);
    Result<Known *> make(const ElementId &id, const Place &place, bool lives);
    Result<qint64> parentNumber(const Place &place);
    Result<> writeRow(const Known &known, const Element &element, bool isNew);
    Result<> writeKeyed(qint64 number, Kind kind, const QString &field, const Value &value, bool clearFirst);
    Result<> removeRows(qint64 number, Kind kind);
    Result<> writeCandidates(qint64 number, const ElementId &id, const Plan &plan, bool clearFirst);

    SqlConnection &m_connection;
    QHash<ElementId, Known> m_known;                 ///< all that live, and others once they were asked for
    std::vector<std::pair<ElementId, Known>> m_read; ///< what lives and is not yet in m_known: readers never need that
    qint64 m_elements = 0;                           ///< rows of the table element; numbers are 1 to this
    quint64 m_sum = 0;
};

} // namespace mezasu
