// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

#include <QStringList>
#include <functional>

namespace mezasu {
class Journal;

/// Something missing, doubtful or at odds in a plan: not an error, never corrected by itself.
struct Finding
{
    enum class Severity {
        Notice,  ///< something is not there yet
        Warning, ///< something is at odds, or says what cannot be
    };
    QString code; ///< stable, for scripts and findingtext.h: "code_missing"
    Severity severity = Severity::Notice;
    ElementId element; ///< where to jump to
    QString field;     ///< may be empty; "statements" and the like name a list below the element
    QStringList args = {};
    bool operator==(const Finding &) const = default;
};

/// Which elements carry a code: several of one kind with the same are findings. Kept up to date by whoever shows findings
/// while a plan changes, so that one change costs nothing more in a larger plan.
class CodeUse
{
public:
    CodeUse() = default;
    explicit CodeUse(const Plan &plan); ///< reads the whole plan
    /// The element was added, changed or removed. \return the others of its kind for which it now matters
    QList<ElementId> follow(const Plan &plan, const ElementId &id);
    /// Whether another element of its kind has the same code.
    bool isShared(const ElementId &id) const;
    /// All elements of which that is true.
    QList<ElementId> shared() const;

private:
    using Code = std::pair<Kind, QString>;
    QHash<ElementId, Code> m_codes;
    QMap<Code, QList<ElementId>> m_users;
};

/// The findings of one element by itself and its code: without conflicts and suspects of erasures.
QList<Finding> findingsAt(const Plan &plan, const ElementId &id, const CodeUse &codes);

/// What a plan alone shows, in the order of the plan, conflicts last. Touches nothing but the plan: may run in any thread.
/// \param isCancelled asked now and then; the list is cut where it says so
QList<Finding> findingsOf(const Plan &plan, const std::function<bool()> &isCancelled = {});

/// What only the history shows: texts that may still hold what was erased.
QList<Finding> findingsOfHistory(Journal &journal);

/// Both.
QList<Finding> findingsOf(Journal &journal);

} // namespace mezasu
