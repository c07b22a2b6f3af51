// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON of a whole plan and of a batch of changes. What is accepted becomes a ChangeSet, and the plan that it makes is
// exported and read back the same.
#include "core/change/journal.h"
#include "core/exchange/json/planjson.h"
#include "tests/fuzz/property.h"
#include <QJsonDocument>
#include <QJsonObject>

using namespace mezasu;
using namespace mezasu::exchange;
using namespace mezasu::fuzz;
using namespace Qt::StringLiterals;

namespace {

QUuid countingUuid(int n)
{
    return QUuid(0x11111111, 0x2222, 0x4333, 0x84, 0x44, 0, 0, 0, uchar(n >> 16), uchar(n >> 8), uchar(n));
}

QString saltOf(int n)
{
    return u"%1"_s.arg(n, 32, 16, QLatin1Char('0'));
}

QString said(const Error &error)
{
    return error.subject + u": "_s + error.detail;
}

/// The draft as a ChangeSet of the journal.
void take(Journal &journal, const Draft &draft)
{
    const ChangeSet set = makeChangeSet(journal.heads(), draft, saltOf);
    const auto record = Record::parse(set.body);
    require(bool(record), "what is made can be parsed", record ? QString() : said(record.error()));
    const auto taken = journal.take({ChangeSet{set.name, set.body, set.texts, {}}});
    require(taken && taken.value().applied == QList<Name>{set.name} && taken.value().textsRefused == 0,
        "what is made is taken");
}

bool load(Journal &journal, const PlanFromJson &read)
{
    RunsOfSession runs;
    const auto draft = draftOfNewPlan(read.plan, read.fields, read.steps, runs);
    if (!draft)
        return false;
    take(journal, draft.value());
    return true;
}

void requireReadsBack(const Plan &plan)
{
    const QByteArray written = planToJson(plan);
    const auto read = planFromJson(written, countingUuid);
    require(bool(read), "what is exported is accepted", read ? QString() : said(read.error()));
    Journal again;
    require(load(again, read.value()), "what is exported becomes a plan");
    require(planToJson(again.plan()) == written, "exported twice, the bytes are the same", QString::fromUtf8(written));
    if (plan.conflicts().isEmpty() && plan.editions().isEmpty())
        require(again.plan().isSameAs(plan), "read back, the plan is the same", QString::fromUtf8(written));
}

void checkPlan(const QByteArray &input)
{
    const auto read = planFromJson(input, countingUuid);
    if (!read) {
        require(!read.error().detail.isEmpty(), "a refusal says why");
        return;
    }
    Journal journal;
    require(load(journal, read.value()), "what is accepted becomes a plan");
    require(journal.plan().size() == read.value().steps.size() + 1, "every element that was accepted is there");
    requireReadsBack(journal.plan());
}

/// A small plan for batches, with an element of every kind.
QByteArray groundPlan()
{
    return R"({"format":"mezasu-plan","version":1,"plan":{"title":"x","first_year":2022},"departments":[{"name":"d"}],
        "policies":[{"title":"p","goals":[{"statements":[{"text":"s"}],"indicators":[{"name":"i",
        "values":[{"year":2022,"role":"actual","value":"1.50","status":"final"}]}],"issues":[{"text":"q"}],
        "footnotes":[{"text":"f"}],"reform_items":[{"code":"1-1","initiatives":[{"title":"t"}]}]},{"statements":[{"text":"u"}]}]}]})";
}

void checkBatch(const QByteArray &input)
{
    Journal journal;
    const auto ground = planFromJson(groundPlan(), countingUuid);
    require(ground && load(journal, ground.value()), "the ground is sound");
    const Plan before = journal.plan();
    const auto batch = batchFromJson(input, before);
    if (!batch) {
        require(!batch.error().detail.isEmpty(), "a refusal says why");
        return;
    }
    const QByteArray printed = QJsonDocument(QJsonObject{{u"changes"_s, stepsToJson(batch.value().steps)}}).toJson();
    const auto reread = batchFromJson(printed, before);
    require(bool(reread), "steps that are printed can be applied", reread ? QString() : said(reread.error()));
    RunsOfSession runs;
    const auto draft = draftOf(journal, batch.value().steps, runs);
    require(journal.plan().isSameAs(before), "a draft changes nothing");
    if (!draft || draft.value().isEmpty())
        return;
    take(journal, draft.value());
    requireReadsBack(journal.plan());
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = bytesOf(data, size);
    checkPlan(input);
    checkBatch(input);
    return 0;
}
