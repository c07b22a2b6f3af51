// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/pastdocument.h"

#include "core/change/edition.h"

namespace mezasu {

namespace {
/// What is past is not written to.
class PastStorage final : public PlanStorage
{
public:
    SaveOutcome commit(JournalDelta, Journal &) override { return {SaveOutcome::State::Unsaved, {}, {}}; }
    SaveOutcome retry(Journal &) override { return {}; }
    QString path() const override { return {}; }
    bool isReadOnly() const override { return true; }
};
} // namespace

Result<std::unique_ptr<PlanDocument>> documentOfEdition(PlanDocument &of, const ElementId &edition)
{
    of.flush();
    const auto heads = headsOfEdition(of.plan(), edition);
    if (!heads)
        return heads.error();
    Journal &journal = of.journal();
    for (const Name &name : heads.value()) {
        if (!journal.isApplied(name))
            return makeError(Error::Code::NotFound, QStringLiteral("the state is not in this journal"), name.toHex());
    }
    QList<ChangeSet> past;
    for (const Name &name : journal.names(heads.value()))
        past.append(journal.changeSet(name));
    if (const auto failure = journal.failure())
        return *failure;
    Journal then;
    if (const auto taken = then.take(past); !taken)
        return taken.error();
    (void)then.takeDelta(); // nothing of it is to be written
    return std::make_unique<PlanDocument>(std::move(then), std::make_unique<PastStorage>(), Session{});
}

} // namespace mezasu
