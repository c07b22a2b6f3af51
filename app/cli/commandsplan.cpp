// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/openplan.h"
#include "app/cli/words.h"
#include "core/change/erasure.h"
#include "core/change/takeback.h"
#include "core/exchange/json/planjson.h"

#include <QFile>
#include <QJsonArray>

namespace mezasu::cli {

using namespace Qt::StringLiterals;

namespace {
QUuid randomUuid(int)
{
    return QUuid::createUuid();
}

int createPlan(Context &context, const QString &path, Draft draft)
{
    auto plan = OpenPlan::create(path);
    if (!plan)
        return context.fail(plan.error(), path);
    const auto name = plan.value().commit(std::move(draft), context);
    if (!name) {
        QFile::remove(path);
        return context.fail(name.error(), path);
    }
    const QString id = plan.value().plan().root().uuidString();
    if (context.asJson())
        context.resultJson({{u"plan"_s, id}, {u"changeset"_s, name.value()->toHex()}});
    else
        context.result(id);
    return kDone;
}

/// Adds the writes of one part of a batch; a thing is written at most once.
std::optional<Error> merge(Draft &into, const Draft &part)
{
    QSet<Thing> written;
    for (const DraftWrite &write : into.writes)
        written.insert(write.thing);
    for (const DraftWrite &write : part.writes) {
        if (written.contains(write.thing))
            return makeError(Error::Code::InvalidInput, u"written twice in one batch"_s, write.thing.toString());
        into.writes.append(write);
    }
    return {};
}

Result<Draft> decisionOf(Journal &journal, const exchange::BatchFromJson::Decision &decision)
{
    if (decision.aspect == aspect::kExists)
        return decideExistence(journal, decision.id, decision.keep.value(0) != "removed"_L1);
    QList<Name> names;
    for (const QString &text : decision.keep) {
        const auto name = Hash::fromHex(text);
        if (!name)
            return makeError(Error::Code::InvalidInput, u"not a name: "_s + text, decision.aspect);
        names.append(*name);
    }
    return decide(journal, {decision.id, internFieldName(decision.aspect)}, names);
}

/// Everything that a batch says, as one draft; what could not be taken back is listed.
Result<Draft> draftOfBatch(OpenPlan &plan, const exchange::BatchFromJson &batch, QList<Thing> &left)
{
    RunsOfSession runs;
    auto draft = draftOf(plan.journal(), batch.steps, runs);
    if (!draft)
        return draft;
    for (const auto &decision : batch.decisions) {
        const auto part = decisionOf(plan.journal(), decision);
        if (!part)
            return part.error();
        if (auto error = merge(draft.value(), part.value()))
            return *error;
    }
    for (const QString &text : batch.takeBacks) {
        const auto name = Hash::fromHex(text);
        if (!name)
            return makeError(Error::Code::InvalidInput, u"not a name"_s, text);
        const auto back = takeBack(plan.journal(), *name);
        if (!back)
            return back.error();
        left += back.value().left;
        if (auto error = merge(draft.value(), back.value().draft))
            return *error;
    }
    draft.value().reason = batch.reason;
    return draft;
}
} // namespace

int runNew(Context &context)
{
    const Arguments &a = context.arguments();
    if (a.positional().size() != 1)
        return context.usage(
            {u"使い方: mezasu-cli new 計画.mezasu --title 名称 --from 2022 --to 2026、または --sample"_s,
                u"usage: mezasu-cli new PLAN --title TEXT --from 2022 --to 2026, or --sample"_s});
    const QString path = a.positional().first();
    RunsOfSession runs;
    if (a.has("--sample")) {
        QFile sample(u":/mezasu/sample/plan.json"_s);
        if (!sample.open(QIODevice::ReadOnly))
            return context.fail(makeError(Error::Code::NotFound, sample.errorString(), sample.fileName()));
        const auto read = exchange::planFromJson(sample.readAll(), randomUuid);
        if (!read)
            return context.fail(read.error(), sample.fileName());
        const auto draft = draftOfNewPlan(read.value().plan, read.value().fields, read.value().steps, runs);
        return draft ? createPlan(context, path, draft.value()) : context.fail(draft.error(), sample.fileName());
    }
    FieldMap fields;
    const auto text = [&](const char *option, const QString &field) {
        if (a.has(option))
            fields.set(field, Value(a.value(option)));
    };
    text("--title", u"title"_s);
    text("--municipality", u"municipality"_s);
    text("--municipality-code", u"municipality_code"_s);
    text("--division", u"division"_s);
    text("--year-style", u"year_style"_s);
    for (const auto &[option, field] : {std::pair("--from", u"first_year"_s), std::pair("--to", u"last_year"_s)}) {
        if (!a.has(option))
            continue;
        bool ok = false;
        const int year = a.value(option).toInt(&ok);
        if (!ok || year < 1800 || year > 2999)
            return context.usage({u"%1 には西暦の年度（例 2022）を指定してください。"_s.arg(QLatin1StringView(option)),
                u"%1 takes a year such as 2022."_s.arg(QLatin1StringView(option))});
        fields.set(field, Value(year));
    }
    const auto draft = draftOfNewPlan(ElementId::create(Kind::Plan), fields, {}, runs);
    return draft ? createPlan(context, path, draft.value()) : context.fail(draft.error(), path);
}

int runApply(Context &context)
{
    const QStringList &files = context.arguments().positional();
    if (files.size() != 2)
        return context.usage(
            {u"使い方: mezasu-cli apply 計画.mezasu 変更.json"_s, u"usage: mezasu-cli apply PLAN CHANGES.json"_s});
    const auto json = readInput(files.at(1));
    if (!json)
        return context.fail(json.error(), files.at(1));
    auto plan = OpenPlan::open(files.at(0), OpenPlan::For::Writing, context);
    if (!plan)
        return context.fail(plan.error(), files.at(0));
    const auto batch = exchange::batchFromJson(json.value(), plan.value().plan());
    if (!batch)
        return context.fail(batch.error(), files.at(1));
    QList<Thing> left;
    auto draft = draftOfBatch(plan.value(), batch.value(), left);
    if (!draft)
        return context.fail(draft.error(), files.at(1));

    Context writing = context;
    const bool named = !batch.value().author.isEmpty() && !context.arguments().has("--author");
    if (named)
        writing.setAuthor(batch.value().author);
    const qsizetype writes = draft.value().writes.size();
    const auto name = plan.value().commit(std::move(draft).value(), writing);
    if (!name)
        return context.fail(name.error(), files.at(0));

    QJsonArray made;
    for (const ElementId &id : batch.value().made)
        made.append(id.uuidString());
    QJsonArray messages;
    for (const Thing &thing : left) {
        context.message({u"元に戻せません（後から変更されています）: %1"_s.arg(thing.toString()),
            u"left as it is, because it was changed since: %1"_s.arg(thing.toString())});
        messages.append(QJsonObject{{u"code"_s, u"left_alone"_s}, {u"severity"_s, u"warning"_s},
            {u"file"_s, files.at(1)}, {u"row"_s, {}}, {u"column"_s, {}}, {u"element"_s, thing.element.uuidString()},
            {u"field"_s, thing.aspect}, {u"text"_s, u"後から変更されているため、元に戻していません。"_s}});
    }
    if (context.asJson()) {
        context.resultJson({{u"changeset"_s, name.value() ? QJsonValue(name.value()->toHex()) : QJsonValue()},
            {u"counts"_s, QJsonObject{{u"steps"_s, batch.value().steps.size()}, {u"writes"_s, writes}}},
            {u"made"_s, made}, {u"messages"_s, messages}});
    } else if (name.value()) {
        context.result(context.say({u"%1 件を書き込みました（変更 %2）。"_s, u"%1 written (ChangeSet %2)."_s})
                           .arg(writes)
                           .arg(name.value()->toHex().first(12)));
    } else {
        context.result(context.say({u"変わるところはありません。"_s, u"Nothing differs."_s}));
    }
    return plan.value().finish(context, left.isEmpty() ? kDone : kRemains);
}

int runErase(Context &context)
{
    const Arguments &a = context.arguments();
    if (a.positional().size() != 1 || a.value("--text").isEmpty())
        return context.usage({u"使い方: mezasu-cli erase 計画.mezasu --text 消す語 [--dry-run]"_s,
            u"usage: mezasu-cli erase PLAN --text WORD [--dry-run]"_s});
    const QString path = a.positional().first();
    const bool dryRun = a.has("--dry-run");
    auto plan = OpenPlan::open(path, dryRun ? OpenPlan::For::Reading : OpenPlan::For::Writing, context);
    if (!plan)
        return context.fail(plan.error(), path);
    const QList<FoundText> found = findTexts(plan.value().journal(), a.value("--text"));
    for (const FoundText &text : found) {
        context.result(u"%1  %2"_s.arg(
            text.changeSet.toHex().first(12), text.thing ? text.thing->toString() : u"author/reason"_s));
    }
    if (found.isEmpty()) {
        context.result(context.say({u"その語を含む文はありません。"_s, u"No text contains this word."_s}));
        return kDone;
    }
    if (dryRun)
        return kRemains;
    Draft draft = draftOfErasure(found, context.author(), context.now(), context.reason());
    const auto name = plan.value().commit(std::move(draft), context);
    if (!name)
        return context.fail(name.error(), path);
    context.result(context.say({u"%1 個の文を消去しました（変更 %2）。"_s, u"%1 texts erased (ChangeSet %2)."_s})
                       .arg(found.size())
                       .arg(name.value()->toHex().first(12)));
    return plan.value().finish(context, kDone);
}

} // namespace mezasu::cli
