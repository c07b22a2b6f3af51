// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/openplan.h"
#include "app/cli/words.h"
#include "core/exchange/json/newplan.h"
#include "core/exchange/json/planjson.h"
#include "core/exchange/messagetext.h"
#include "core/exchange/table/tableexport.h"
#include "core/exchange/table/tableimport.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace mezasu::cli {

using namespace Qt::StringLiterals;

namespace {
/// A whole plan from JSON, into a new file: one ChangeSet, a pure function of the bytes.
int importJson(Context &context, const QString &path, const QString &file, const QByteArray &bytes)
{
    if (QFile::exists(path))
        return context.fail(
            makeError(Error::Code::InvalidInput, u"JSON goes into a new file; this plan exists"_s, path), file);
    const auto read = exchange::newPlanFromJson(bytes);
    if (!read)
        return context.fail(read.error(), file);
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
        const ChangeSet &changeSet = read.value().changeSet;
        const auto taken = plan.value().take({changeSet});
        const auto registered = taken ? plan.value().file().registerFile({FileSeed::registerHash(bytes),
                                    QFileInfo(file).fileName(), context.author(), context.now(), changeSet.name})
                                      : Result<>(taken.error());
        if (!registered) {
            plan = registered.error(); // closes the file before it goes
            QFile::remove(path);
            return context.fail(registered.error(), path);
        }
    }
    QJsonArray made;
    for (const ElementId &id : read.value().made)
        made.append(id.uuidString());
    if (context.asJson())
        context.resultJson(
            {{u"counts"_s, QJsonObject{{u"inserted"_s, made.size()}}}, {u"made"_s, made}, {u"messages"_s, messages}});
    else
        context.result(context.say({u"%1 件を取り込みました。"_s, u"%1 elements imported."_s}).arg(made.size()));
    return messages.isEmpty() ? kDone : kRemains;
}
} // namespace

namespace {
using exchange::ImportPreview;

/// Names kinds and fields in the user's words where a message speaks of them.
exchange::Message inWords(exchange::Message m, const Context &context)
{
    const auto kind = kindFromName(m.args.value(0));
    if (m.code != exchange::MessageCode::NotInFormat || !kind)
        return m;
    const QString field = m.args.value(1);
    m.args[0] = kindWord(*kind, context);
    m.args[1] = field == "*"_L1 ? context.say({u"全体"_s, u"everything"_s}) : fieldWord(field, context);
    return m;
}

/// Says what the reader has to say: as lines on standard error, and as objects for JSON.
QJsonArray sayMessages(Context &context, const exchange::MessageList &messages)
{
    const auto language = context.inEnglish() ? exchange::Language::English : exchange::Language::Japanese;
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonArray out;
    for (const exchange::Message &message : messages.all()) {
        const exchange::Message m = inWords(message, context);
        const QString line = exchange::lineOf(m, language);
        context.message({line, line});
        out.append(QJsonObject{{u"code"_s, exchange::codeName(m.code)},
            {u"severity"_s, exchange::severityName(m.severity)}, {u"file"_s, m.file}, {u"sheet"_s, orNull(m.sheet)},
            {u"row"_s, m.row > 0 ? QJsonValue(m.row) : QJsonValue()},
            {u"column"_s, m.column > 0 ? QJsonValue(m.column) : QJsonValue()}, {u"element"_s, orNull(m.element)},
            {u"field"_s, orNull(m.field)}, {u"text"_s, exchange::sentence(m, language)}});
    }
    return out;
}

bool hasWarning(const exchange::MessageList &messages)
{
    const QList<exchange::Message> all = messages.all();
    return std::any_of(
        all.begin(), all.end(), [](const exchange::Message &m) { return m.severity != exchange::Severity::Info; });
}

/// "C=goal.issues" or "heading as it stands=goal.issues": a column by its letters or its heading.
Result<exchange::ColumnMapping> mappingOf(
    const QStringList &pairs, const exchange::TableFile &file, const QString &sheet)
{
    exchange::ColumnMapping out;
    for (const QString &pair : pairs) {
        const qsizetype equals = pair.lastIndexOf(u'=');
        const QString what = pair.left(std::max<qsizetype>(equals, 0));
        const QString roleText = pair.mid(equals + 1);
        const auto role =
            roleText == "-"_L1 ? std::optional(exchange::Role::LeaveOut) : exchange::roleFromName(roleText);
        if (what.isEmpty() || !role)
            return makeError(Error::Code::InvalidInput, u"HEADING=ROLE"_s, pair);
        std::optional<int> column;
        QString heading = what;
        for (const exchange::Grid &grid : file.sheets) {
            if (column || (!sheet.isEmpty() && grid.sheet != sheet))
                continue;
            for (const exchange::GridRow &row : grid.rows.mid(0, 12)) {
                for (int c = 0; c < row.cells.size() && !column; ++c) {
                    if (row.at(c).text.trimmed() == what)
                        column = c;
                }
            }
        }
        for (int c = 0; c < 702 && !column; ++c) {
            if (exchange::columnName(c + 1) == what) {
                column = c;
                heading.clear();
            }
        }
        if (!column)
            return makeError(Error::Code::NotFound, u"no column of this heading"_s, what);
        exchange::ColumnUse use;
        use.column = *column;
        use.role = *role;
        use.heading = heading;
        out.columns.insert(*column, use);
    }
    return out;
}

Result<exchange::ImportChoices> choicesOf(const Arguments &a, const QByteArray &bytes, const QString &file)
{
    exchange::ImportChoices choices;
    choices.encoding = a.value("--encoding");
    choices.sheet = a.value("--sheet");
    choices.removeMissing = a.has("--remove-missing");
    choices.clearEmpty = a.has("--clear-empty");
    const QString match = a.value("--match");
    if (!match.isEmpty() && match != "text"_L1 && match != "code"_L1)
        return makeError(Error::Code::InvalidInput, u"text or code"_s, u"--match"_s);
    choices.match = match == "code"_L1 ? exchange::MatchMode::Code : exchange::MatchMode::Text;
    if (a.has("--map")) {
        exchange::MessageList unused; // the same are said when the table is read for good
        exchange::ReadOptions options;
        options.encoding = choices.encoding;
        if (const auto table = exchange::readTableFile(bytes, file, options, unused)) {
            const auto mapping = mappingOf(a.values("--map"), *table, choices.sheet);
            if (!mapping)
                return mapping.error();
            choices.mapping = mapping.value();
        }
    }
    return choices;
}

/// Writes what an import found. \return the name of the ChangeSet
Result<Name> takeImport(
    Context &context, OpenPlan &plan, const QString &file, const QByteArray &bytes, const ChangeSet &changeSet)
{
    const auto taken = plan.take({changeSet});
    if (!taken)
        return taken.error();
    const auto registered = plan.file().registerFile(
        {FileSeed::registerHash(bytes), QFileInfo(file).fileName(), context.author(), context.now(), changeSet.name});
    if (!registered)
        return registered.error();
    return changeSet.name;
}

/// What is told of an import once its preview is gone.
struct Outcome
{
    ImportPreview::Counts counts;
    qsizetype leftAlone = 0;
    bool unchanged = false;
    bool warns = false;
    QJsonArray made;
    QJsonValue changes; ///< of a dry run
};

void sayCounts(Context &context, const Outcome &outcome, bool dryRun)
{
    if (outcome.unchanged) {
        context.result(context.say({u"変わるところはありません。"_s, u"Nothing differs."_s}));
        return;
    }
    const auto &c = outcome.counts;
    context.result((dryRun ? context.say({u"取り込むと: 追加 %1、変更 %2、移動 %3、削除 %4"_s,
                        u"would be: %1 added, %2 set, %3 moved, %4 removed"_s})
                           : context.say({u"取り込みました: 追加 %1、変更 %2、移動 %3、削除 %4"_s,
                               u"done: %1 added, %2 set, %3 moved, %4 removed"_s}))
                       .arg(c.inserted)
                       .arg(c.set)
                       .arg(c.moved)
                       .arg(c.removed));
}

int importTable(Context &context, const QString &path, const QString &file, const QByteArray &bytes)
{
    const Arguments &a = context.arguments();
    const bool dryRun = a.has("--dry-run");
    const auto choices = choicesOf(a, bytes, file);
    if (!choices)
        return choices.error().code == Error::Code::InvalidInput ? context.usage(sentenceOf(choices.error(), {}))
                                                                 : context.fail(choices.error(), file);

    const bool exists = QFile::exists(path);
    std::optional<OpenPlan> plan;
    exchange::ImportBase base;
    if (exists) {
        auto opened = OpenPlan::open(path, dryRun ? OpenPlan::For::Reading : OpenPlan::For::Writing, context);
        if (!opened)
            return context.fail(opened.error(), path);
        plan.emplace(std::move(opened).value());
        base.plan = &plan->plan();
        base.heads = plan->journal().heads();
        base.planAt = [&plan](const QList<Name> &heads) -> std::optional<Plan> {
            auto state = planAt(plan->journal(), heads);
            if (!state)
                return {};
            return std::move(state).value();
        };
    }
    ImportPreview preview = exchange::prepareImport(bytes, file, choices.value(), base);
    const QJsonArray messages = sayMessages(context, preview.messages);
    if (preview.isRefused()) {
        if (context.asJson())
            context.resultJson({{u"counts"_s, QJsonObject()}, {u"made"_s, QJsonArray()}, {u"messages"_s, messages}});
        return kRefused;
    }
    Outcome outcome{
        preview.counts, preview.leftAlone.size(), preview.isUnchanged(), hasWarning(preview.messages), {}, {}};
    for (const PlanChange &step : preview.steps) {
        if (context.asJson() && step.op == PlanChange::Op::Insert)
            outcome.made.append(step.id.uuidString());
        if (dryRun && !context.asJson())
            context.result(stepLine(preview.before, preview.wanted, step, context));
    }
    if (dryRun && context.asJson())
        outcome.changes = exchange::stepsToJson(preview.steps);
    QJsonValue name;
    if (!dryRun && !outcome.unchanged) {
        // A big table needs the room: what only a window shows goes first, the rest once the ChangeSet is made.
        preview.table = {};
        preview.keys.clear();
        preview.matches.clear();
        preview.elements.clear();
        preview.leftAlone.clear();
        preview.wanted = {};
        const auto changeSet = exchange::changeSetOf(preview);
        if (!changeSet)
            return context.fail(changeSet.error(), path);
        preview = {};
        if (!exists) {
            auto created = OpenPlan::create(path);
            if (!created)
                return context.fail(created.error(), path);
            plan.emplace(std::move(created).value());
        }
        const auto taken = takeImport(context, *plan, file, bytes, changeSet.value());
        if (!taken) {
            if (!exists) {
                plan.reset(); // closes the file before it goes
                QFile::remove(path);
            }
            return context.fail(taken.error(), path);
        }
        name = taken.value().toHex();
    }
    if (context.asJson()) {
        const auto &c = outcome.counts;
        context.resultJson({{u"changeset"_s, name}, {u"dry_run"_s, dryRun},
            {u"counts"_s,
                QJsonObject{{u"inserted"_s, c.inserted}, {u"set"_s, c.set}, {u"moved"_s, c.moved},
                    {u"removed"_s, c.removed}, {u"not_in_table"_s, outcome.leftAlone}}},
            {u"made"_s, outcome.made}, {u"changes"_s, outcome.changes}, {u"messages"_s, messages}});
    } else {
        sayCounts(context, outcome, dryRun);
        if (outcome.leftAlone > 0)
            context.result(context
                               .say({u"表にない要素 %1 件は、そのままにしました。"_s,
                                   u"%1 elements that the table does not have were left as they are."_s})
                               .arg(outcome.leftAlone));
    }
    const int code = outcome.warns ? kRemains : kDone;
    return plan && !dryRun ? plan->finish(context, code) : code;
}

std::optional<exchange::TableFormat> tableFormat(const Arguments &a)
{
    const QString format = a.value("--format");
    const QString encoding = a.value("--encoding").toLower();
    const bool cp932 = encoding == "cp932"_L1 || encoding == "shift_jis"_L1 || encoding == "sjis"_L1;
    if (!cp932 && !encoding.isEmpty() && encoding != "utf-8"_L1)
        return {};
    if (format == "csv"_L1)
        return cp932 ? exchange::TableFormat::CsvCp932 : exchange::TableFormat::Csv;
    if (cp932)
        return {};
    if (format == "tsv"_L1)
        return exchange::TableFormat::Tsv;
    if (format == "xlsx"_L1)
        return exchange::TableFormat::Xlsx;
    return {};
}

/// The plan as a table. What the format leaves out is said, and makes the exit code.
int exportTable(Context &context, const Plan &plan, const QList<Name> &heads)
{
    const Arguments &a = context.arguments();
    const auto format = tableFormat(a);
    if (!format)
        return context.usage({u"書き出しの形式「%1」はありません。"_s.arg(a.value("--format")),
            u"There is no format %1."_s.arg(a.value("--format"))});
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto result = exchange::exportTable(plan, {*format, exchange::UuidColumns::WhereNeeded, heads}, &buffer);
    sayMessages(context, result.messages);
    if (!result.ok)
        return kRefused;
    const auto written = context.writeOutput(buffer.data());
    if (!written)
        return context.fail(written.error(), a.value("--output"));
    return hasWarning(result.messages) ? kRemains : kDone;
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
    return exchange::looksLikeJson(bytes.value()) ? importJson(context, files.at(0), files.at(1), bytes.value())
                                                  : importTable(context, files.at(0), files.at(1), bytes.value());
}

int runExport(Context &context)
{
    const Arguments &a = context.arguments();
    const QString format = a.value("--format");
    if (a.positional().size() != 1 || format.isEmpty())
        return context.usage(
            {u"使い方: mezasu-cli export 計画.mezasu --format json|csv|tsv|xlsx [--edition 版] [-o ファイル]"_s,
                u"usage: mezasu-cli export PLAN --format json|csv|tsv|xlsx [--edition NAME] [-o FILE]"_s});
    const QString path = a.positional().first();
    auto plan = OpenPlan::open(path, OpenPlan::For::Reading, context);
    if (!plan)
        return context.fail(plan.error(), path);
    const auto state = plan.value().planOf(a.value("--edition"));
    if (!state)
        return context.fail(state.error(), path);
    if (format == "json"_L1) {
        const auto written = context.writeOutput(exchange::planToJson(state.value()));
        return written ? kDone : context.fail(written.error(), a.value("--output"));
    }
    const auto heads = plan.value().headsOf(a.value("--edition"));
    if (!heads)
        return context.fail(heads.error(), path);
    return exportTable(context, state.value(), heads.value());
}

} // namespace mezasu::cli
