// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "core/change/changeset.h"
#include "core/change/journal.h"
#include "core/store/planfile.h"

namespace mezasu::cli {

/// A plan file with its journal, for the length of one command.
class OpenPlan
{
public:
    enum class For { Reading, Writing };
    /// Errors of PlanFile::open(); Conflict (kInUse) with For::Writing when somebody else holds the plan, unless --take-lock
    /// names the lock that was shown.
    static Result<OpenPlan> open(const QString &path, For what, const Context &context);
    /// A new file; refused where there is one.
    static Result<OpenPlan> create(const QString &path);

    Journal &journal() { return *m_journal; }
    PlanFile &file() { return *m_file; }
    const Plan &plan() const { return m_journal->plan(); }

    /// To be said in the end: what went wrong beside the writing. \return kRemains where there was something, else \p code
    int finish(Context &context, int code) const;

    /// Takes ChangeSets over and writes them durably.
    Result<Intake> take(const QList<ChangeSet> &changeSets);
    /// Seals a draft on top of the present heads and takes it. An empty draft is nothing and gives nothing.
    Result<std::optional<Name>> commit(Draft draft, const Context &context);
    /// The heads of an edition by its name; the present ones for an empty name.
    Result<QList<Name>> headsOf(const QString &edition);
    /// The plan in an edition, or as it is now.
    Result<Plan> planOf(const QString &edition);

private:
    OpenPlan(std::unique_ptr<PlanFile> file, std::unique_ptr<Journal> journal)
        : m_file(std::move(file))
        , m_journal(std::move(journal))
    {
    }
    std::unique_ptr<PlanFile> m_file;
    std::unique_ptr<Journal> m_journal;
};

} // namespace mezasu::cli
