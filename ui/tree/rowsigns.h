// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "core/findings/findings.h"

#include <QSet>

namespace mezasu::ui {

/// What a row of the tree says in small signs about its element and what is shown on its page.
struct RowSigns
{
    QString state; ///< "draft": of the states in force, the one that is furthest from final; empty where there is none
    QStringList states;  ///< each with its field, as sentences
    QStringList missing; ///< what is not there yet, as sentences
    QStringList doubts;  ///< other findings, as sentences
    bool contested = false;

    /// The signs themselves, each one or a few characters: they differ in form, not in colour.
    struct Sign
    {
        QString text;
        enum class Look { Plain, Framed, Filled } look = Look::Framed;
    };
    QList<Sign> signs() const;
    /// The same in words, one line each; empty where there is no sign.
    QString words() const;
};

/// The signs of all rows: made when a row is shown, kept until something that they tell of changes.
class RowSignsOfPlan
{
public:
    /// \param document outlives this
    explicit RowSignsOfPlan(PlanDocument *document);

    /// \param goal the goal that stands in the same row, or null
    const RowSigns &of(const ElementId &id, const ElementId &goal);
    /// These elements changed. \return further rows whose signs may differ now
    QList<ElementId> follow(const QList<ElementId> &changed);
    /// Which codes are in use, of the plan as it was when this was made: a large plan is not read for that before its first
    /// picture. Until then no code is said to be used twice. \return rows whose signs may differ now
    QList<ElementId> setCodes(CodeUse codes);

private:
    struct Kept
    {
        ElementId goal;
        RowSigns signs;
    };
    RowSigns make(const ElementId &id, const ElementId &goal);
    void addFindings(const ElementId &id, RowSigns &signs) const;
    void addStates(const ElementId &id, RowSigns &signs) const;
    void note(const ElementId &id, const ElementId &row);
    void dropBelow(const ElementId &id);
    QSet<ElementId> rowsAt(const QList<ElementId> &ids);

    PlanDocument *m_document;
    CodeUse m_codes;
    std::optional<QList<ElementId>> m_changedBefore = QList<ElementId>(); ///< before the codes were known
    QHash<ElementId, Kept> m_kept;
    QHash<ElementId, QList<ElementId>> m_rows; ///< of any element: the rows whose signs may hang on it
};

} // namespace mezasu::ui
