// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/openplan.h"

#include "core/change/edition.h"

namespace mezasu::cli {

using namespace Qt::StringLiterals;

Result<OpenPlan> OpenPlan::open(const QString &path, For what)
{
    PlanFile::Options options;
    options.readOnly = what == For::Reading;
    auto file = PlanFile::open(path, options);
    if (!file)
        return file.error();
    if (what == For::Writing && !file.value()->isWritable()) {
        if (const auto holder = file.value()->holder())
            return makeError(Error::Code::Conflict,
                u"%1 @ %2, %3"_s.arg(holder->user, holder->computer, holder->since.toString(Qt::ISODate)), path);
        if (const auto why = file.value()->whyReadOnly())
            return *why;
        return makeError(Error::Code::Storage, u"read-only"_s, path);
    }
    auto journal = std::make_unique<Journal>(file.value()->journalSource(), file.value()->plan());
    return OpenPlan(std::move(file).value(), std::move(journal));
}

Result<OpenPlan> OpenPlan::create(const QString &path)
{
    auto file = PlanFile::create(path, {});
    if (!file)
        return file.error();
    auto journal = std::make_unique<Journal>(file.value()->journalSource(), file.value()->plan());
    return OpenPlan(std::move(file).value(), std::move(journal));
}

Result<Intake> OpenPlan::take(const QList<ChangeSet> &changeSets)
{
    auto intake = m_journal->take(changeSets);
    if (!intake)
        return intake;
    const JournalDelta delta = m_journal->takeDelta();
    if (!delta.isEmpty()) {
        if (const auto written = m_file->commit({&delta, 1}, *m_journal); !written)
            return written.error();
        m_journal->forgetLoaded();
    }
    return intake;
}

Result<std::optional<Name>> OpenPlan::commit(Draft draft, const Context &context)
{
    if (draft.isEmpty())
        return std::optional<Name>();
    draft.author = context.author();
    draft.time = context.now();
    if (draft.reason.isEmpty())
        draft.reason = context.reason();
    const ChangeSet changeSet = makeChangeSet(m_journal->heads(), draft);
    const auto intake = take({changeSet});
    if (!intake)
        return intake.error();
    return std::optional(changeSet.name);
}

Result<QList<Name>> OpenPlan::headsOf(const QString &edition)
{
    if (edition.isEmpty())
        return m_journal->heads();
    std::optional<ElementId> found;
    for (const ElementId &id : plan().editions()) {
        if (plan().text(id, u"name") == edition || id.uuidString() == edition)
            found = id; // of several of one name, the last
    }
    if (!found)
        return makeError(Error::Code::NotFound, u"no edition of this name"_s, edition);
    return headsOfEdition(plan(), *found);
}

Result<Plan> OpenPlan::planOf(const QString &edition)
{
    if (edition.isEmpty())
        return plan();
    const auto heads = headsOf(edition);
    if (!heads)
        return heads.error();
    return planAt(*m_journal, heads.value());
}

} // namespace mezasu::cli
