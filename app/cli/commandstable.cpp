// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/openplan.h"
#include "core/exchange/json/planjson.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace mezasu::cli {

using namespace Qt::StringLiterals;

namespace {
bool looksLikeJson(const QByteArray &bytes)
{
    const QByteArray start = bytes.left(64).trimmed();
    return start.startsWith('{') || start.startsWith("\xEF\xBB\xBF{");
}

/// A whole plan from JSON, into a new file: one ChangeSet, a pure function of the bytes.
int importJson(Context &context, const QString &path, const QString &file, const QByteArray &bytes)
{
    if (QFile::exists(path))
        return context.fail(
            makeError(Error::Code::InvalidInput, u"JSON goes into a new file; this plan exists"_s, path), file);
    const FileSeed seed(bytes, {}, QJsonObject());
    const auto read = exchange::planFromJson(bytes, [&seed](int n) { return seed.uuid(n); });
    if (!read)
        return context.fail(read.error(), file);
    RunsOfSession runs;
    const auto draft = draftOfNewPlan(read.value().plan, read.value().fields, read.value().steps, runs);
    if (!draft)
        return context.fail(draft.error(), file);
    QJsonArray messages;
    for (const QString &key : read.value().leftOut) {
        const Sentence sentence{u"「%1」は取り込みませんでした。"_s.arg(key), u"%1 was left out."_s.arg(key)};
        context.message(sentence);
        messages.append(QJsonObject{{u"code"_s, u"key_left_out"_s}, {u"severity"_s, u"warning"_s}, {u"file"_s, file},
            {u"row"_s, {}}, {u"column"_s, {}}, {u"element"_s, {}}, {u"field"_s, key},
            {u"text"_s, context.say(sentence)}});
    }
    if (!context.arguments().has("--dry-run")) {
        auto plan = OpenPlan::create(path);
        if (!plan)
            return context.fail(plan.error(), path);
        const ChangeSet changeSet = makeChangeSet({}, draft.value(), seed.salts());
        const auto taken = plan.value().take({changeSet});
        const auto registered = taken
            ? plan.value().file().registerFile({FileSeed::registerHash(bytes), QFileInfo(file).fileName(),
                  context.author(), context.now(), changeSet.name})
            : Result<>(taken.error());
        if (!registered) {
            plan = registered.error(); // closes the file before it goes
            QFile::remove(path);
            return context.fail(registered.error(), path);
        }
    }
    QJsonArray made;
    for (const PlanChange &step : read.value().steps)
        made.append(step.id.uuidString());
    if (context.asJson())
        context.resultJson({{u"counts"_s, QJsonObject{{u"inserted"_s, read.value().steps.size()}}}, {u"made"_s, made},
            {u"messages"_s, messages}});
    else
        context.result(context.say({u"%1 件を取り込みました。"_s, u"%1 elements imported."_s}).arg(made.size()));
    return messages.isEmpty() ? kDone : kRemains;
}
} // namespace

int runImport(Context &context)
{
    const QStringList &files = context.arguments().positional();
    if (files.size() != 2)
        return context.usage({u"使い方: mezasu-cli import 計画.mezasu 表のファイル [--dry-run] …"_s,
            u"usage: mezasu-cli import PLAN FILE [--dry-run] …"_s});
    const auto bytes = readInput(files.at(1));
    if (!bytes)
        return context.fail(bytes.error(), files.at(1));
    if (looksLikeJson(bytes.value()))
        return importJson(context, files.at(0), files.at(1), bytes.value());
    return context.fail(makeError(Error::Code::InvalidInput, u"not a table"_s, files.at(1)));
}

int runExport(Context &context)
{
    const Arguments &a = context.arguments();
    const QString format = a.value("--format");
    if (a.positional().size() != 1 || format.isEmpty())
        return context.usage({u"使い方: mezasu-cli export 計画.mezasu --format json|csv|tsv|xlsx [--edition 版] [-o ファイル]"_s,
            u"usage: mezasu-cli export PLAN --format json|csv|tsv|xlsx [--edition NAME] [-o FILE]"_s});
    const QString path = a.positional().first();
    auto plan = OpenPlan::open(path, OpenPlan::For::Reading);
    if (!plan)
        return context.fail(plan.error(), path);
    const auto state = plan.value().planOf(a.value("--edition"));
    if (!state)
        return context.fail(state.error(), path);
    if (format == "json"_L1) {
        const auto written = context.writeOutput(exchange::planToJson(state.value()));
        return written ? kDone : context.fail(written.error(), a.value("--output"));
    }
    return context.usage({u"書き出しの形式「%1」はありません。"_s.arg(format), u"There is no format %1."_s.arg(format)});
}

} // namespace mezasu::cli
