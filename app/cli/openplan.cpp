// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/openplan.h"

#include "app/cli/details.h"
#include "core/change/edition.h"

namespace mezasu::cli {

using namespace Qt::StringLiterals;

Result<OpenPlan> OpenPlan::open(const QString &path, For what, const Context &context)
{
    PlanFile::Options options;
    options.readOnly = what == For::Reading;
    options.takeLock = context.arguments().value("--take-lock");
    auto file = PlanFile::open(path, options);
    if (!file)
        return file.error();
    if (what == For::Writing && !file.value()->isWritable()) {
        const Error why = file.value()->whyReadOnly().value_or(makeError(Error::Code::Storage, u"read-only"_s, path));
        return why.code == Error::Code::Conflict ? makeError(Error::Code::Conflict, kInUse, path) : why;
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

int OpenPlan::finish(Context &context, int code) const
{
    if (const auto dead = m_file->leftBehind())
        context.message({u"前回の書き込み（%1、%2）は途中で終わっていました。保存済みの内容は残っています。"_s.arg(
                             dead->user, dead->since.toString(Qt::ISODate)),
            u"The last writer (%1, %2) ended in the middle; what was saved is there."_s.arg(
                dead->user, dead->since.toString(Qt::ISODate))});
    for (const Error &note : m_file->notes()) {
        if (note.code == Error::Code::Damaged)
            context.message(
                {u"計画の一部の表を、記録から作り直しました。内容は失われていません。（%1）"_s.arg(note.detail),
                    u"Tables of the plan were made again from its journal; nothing is lost. (%1)"_s.arg(note.detail)});
        else
            context.message({u"計画は書き込みましたが、控えを作れないか、後始末ができませんでした: %1（%2）"_s.arg(
                                 note.subject, detailInJapanese(note.detail)),
                u"The plan is written, but a backup could not be made, or something was left behind: %1 (%2)"_s.arg(
                    note.subject, note.detail)});
    }
    return m_file->notes().isEmpty() || code != kDone ? code : int(kRemains);
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
