// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/openplan.h"
#include "app/cli/words.h"
#include "core/change/difference.h"
#include "core/change/edition.h"
#include "core/document/history.h"
#include "core/exchange/json/planjson.h"
#include "core/findings/findings.h"
#include "core/findings/findingtext.h"
#include "core/store/backups.h"
#include "core/store/rescuefile.h"

#include <QFileInfo>
#include <QJsonArray>

namespace mezasu::cli {

using namespace Qt::StringLiterals;

namespace {
/// The words for who and why; what was erased is said.
struct OriginWords
{
    QString author, reason;
};

OriginWords wordsOf(const Origin &origin, const Context &context)
{
    const QString erased = context.say({u"（消去済み）"_s, u"(erased)"_s});
    OriginWords out{origin.author.value_or(erased), origin.reason.value_or(erased)};
    if (!origin.file.isEmpty() && out.reason.isEmpty())
        out.reason = context.say({u"ファイル「%1」の取り込み"_s, u"import of %1"_s}).arg(origin.file);
    return out;
}

Result<FilesRead> filesOf(OpenPlan &plan)
{
    const auto files = plan.file().filesRead();
    return files ? Result<FilesRead>(filesByChangeSet(files.value())) : Result<FilesRead>(files.error());
}

/// What a write says, for people.
QString writtenWord(const Plan &plan, const Write &write, const Value &value, const Context &context)
{
    if (!write.value)
        return valueWord(value, context);
    if (const auto *life = std::get_if<Life>(&*write.value))
        return *life == Life::Alive ? context.say({u"追加"_s, u"added"_s}) : context.say({u"削除"_s, u"removed"_s});
    if (const auto *place = std::get_if<Place>(&*write.value))
        return elementWord(plan, place->parent, context) + context.say({u"の下"_s, u" (below)"_s});
    return valueWord(value, context);
}

QJsonObject messageJson(const QString &code, const QString &severity, const QString &file, const ElementId &element,
    const QString &field, const QString &text)
{
    return {{u"code"_s, code}, {u"severity"_s, severity}, {u"file"_s, file}, {u"row"_s, {}}, {u"column"_s, {}},
        {u"element"_s, element.isNull() ? QJsonValue() : QJsonValue(element.uuidString())},
        {u"field"_s, field.isEmpty() ? QJsonValue() : QJsonValue(field)}, {u"text"_s, text}};
}
} // namespace

int runLog(Context &context)
{
    const Arguments &a = context.arguments();
    if (a.positional().size() != 1)
        return context.usage({u"使い方: mezasu-cli log 計画.mezasu [--element ID] [--field 項目]"_s,
            u"usage: mezasu-cli log PLAN [--element ID] [--field F]"_s});
    const QString path = a.positional().first();
    auto plan = OpenPlan::open(path, OpenPlan::For::Reading, context);
    if (!plan)
        return context.fail(plan.error(), path);
    Journal &journal = plan.value().journal();
    std::optional<ElementId> element;
    if (a.has("--element")) {
        // Also elements that are gone have a history; they are named by kind and UUID.
        element = ElementId::fromString(a.value("--element"));
        if (!element || !journal.knows(*element)) {
            const auto found = findElement(plan.value().plan(), a.value("--element"));
            if (!found)
                return context.fail(found.error(), path);
            element = found.value();
        }
    }
    const auto files = filesOf(plan.value());
    if (!files)
        return context.fail(files.error(), path);

    const QString onlyField = a.value("--field");
    QJsonArray out;
    QList<Name> names = journal.names();
    std::reverse(names.begin(), names.end());
    for (const Name &name : names) {
        const ChangeSet set = journal.changeSet(name);
        const auto record = Record::parse(set.body);
        if (!record)
            return context.fail(makeError(Error::Code::Damaged, record.error().detail, name.toHex()), path);
        QJsonArray writes;
        QStringList lines;
        for (const Write &write : record.value().writes) {
            if ((element && write.thing.element != *element)
                || (!onlyField.isEmpty() && write.thing.aspect != onlyField))
                continue;
            const Value value = valueOf(write, set);
            QJsonArray keep;
            for (const Name &kept : write.keep.value_or(QList<Name>()))
                keep.append(kept.toHex());
            writes.append(QJsonObject{{u"element"_s, write.thing.element.uuidString()},
                {u"kind"_s, kindName(write.thing.element.kind)}, {u"field"_s, write.thing.aspect},
                {u"new"_s, value.toJson()}, {u"keep"_s, write.keep ? QJsonValue(keep) : QJsonValue()}});
            if (element || lines.size() < 5)
                lines.append(u"    %1 %2: %3"_s.arg(elementWord(plan.value().plan(), write.thing.element, context),
                    fieldWord(write.thing.aspect, context),
                    write.keep ? context.say({u"（以前の値を選択）"_s, u"(an earlier value again)"_s})
                               : writtenWord(plan.value().plan(), write, value, context)));
        }
        if (writes.isEmpty() && (element || !onlyField.isEmpty()))
            continue;
        const Origin origin = originOf(set, record.value(), files.value());
        const auto [author, reason] = wordsOf(origin, context);
        if (context.asJson()) {
            out.append(QJsonObject{{u"changeset"_s, name.toHex()}, {u"author"_s, author}, {u"time"_s, origin.time},
                {u"reason"_s, reason}, {u"erases"_s, record.value().erases.size()}, {u"writes"_s, writes}});
            continue;
        }
        context.result(u"%1  %2  %3  %4"_s.arg(name.toHex().first(12), origin.time, author, reason));
        if (!record.value().erases.isEmpty())
            context.result(
                context.say({u"    %1 個の文を消去"_s, u"    %1 texts erased"_s}).arg(record.value().erases.size()));
        for (const QString &line : lines)
            context.result(line);
        if (writes.size() > lines.size())
            context.result(context.say({u"    ほか %1 件"_s, u"    and %1 more"_s}).arg(writes.size() - lines.size()));
    }
    if (context.asJson())
        context.resultJson({{u"changesets"_s, out}});
    return kDone;
}

int runEdition(Context &context)
{
    const Arguments &a = context.arguments();
    if (a.positional().size() != 1)
        return context.usage({u"使い方: mezasu-cli edition 計画.mezasu [--add 版の名前]"_s,
            u"usage: mezasu-cli edition PLAN [--add NAME]"_s});
    const QString path = a.positional().first();
    const QString add = a.value("--add");
    auto plan = OpenPlan::open(path, add.isEmpty() ? OpenPlan::For::Reading : OpenPlan::For::Writing, context);
    if (!plan)
        return context.fail(plan.error(), path);
    Journal &journal = plan.value().journal();
    if (!add.isEmpty()) {
        const auto named = nameEdition(journal, add);
        if (!named)
            return context.fail(named.error(), path);
        const ElementId id = named.value().id;
        RunsOfSession runs;
        const auto draft = draftOf(journal, {named.value()}, runs);
        if (!draft)
            return context.fail(draft.error(), path);
        const auto name = plan.value().commit(draft.value(), context);
        if (!name)
            return context.fail(name.error(), path);
        if (context.asJson())
            context.resultJson({{u"edition"_s, id.uuidString()}, {u"name"_s, add}});
        else
            context.result(context.say({u"版「%1」を作りました。"_s, u"Edition “%1” made."_s}).arg(add));
        return plan.value().finish(context, kDone);
    }
    QJsonArray out;
    for (const ElementId &id : journal.plan().editions()) {
        const auto &writes = journal.writes({id, aspect::kExists});
        QString time;
        if (!writes.empty()) {
            const auto record =
                Record::parse(journal.changeSet(journal.ancestry().name(writes.front().changeSet)).body);
            time = record ? record.value().time : QString();
        }
        const QString name = journal.plan().text(id, u"name");
        if (context.asJson())
            out.append(QJsonObject{{u"id"_s, id.uuidString()}, {u"name"_s, name}, {u"time"_s, time},
                {u"heads"_s, journal.plan().value(id, u"heads").toJson()}});
        else
            context.result(time + u"  "_s + name);
    }
    if (context.asJson())
        context.resultJson({{u"editions"_s, out}});
    else if (journal.plan().editions().isEmpty())
        context.result(context.say({u"版はまだありません。"_s, u"No editions yet."_s}));
    return kDone;
}

int runDiff(Context &context)
{
    const QStringList &sides = context.arguments().positional();
    if (sides.size() != 2)
        return context.usage({u"使い方: mezasu-cli diff 旧 新（それぞれ 計画.mezasu または 計画.mezasu@版）"_s,
            u"usage: mezasu-cli diff OLD NEW (each FILE or FILE@EDITION)"_s});
    QList<Plan> plans;
    for (const QString &side : sides) {
        QString path = side;
        QString edition;
        if (const qsizetype mark = side.lastIndexOf(u'@'); mark > 0 && !QFileInfo::exists(side)) {
            path = side.left(mark);
            edition = side.mid(mark + 1);
        }
        auto plan = OpenPlan::open(path, OpenPlan::For::Reading, context);
        if (!plan)
            return context.fail(plan.error(), path);
        const auto state = plan.value().planOf(edition);
        if (!state)
            return context.fail(state.error(), side);
        plans.append(state.value());
    }
    QList<PlanChange> steps = difference(plans.at(0), plans.at(1));
    // An edition is a name for a state, not a part of it.
    steps.removeIf([](const PlanChange &c) { return c.id.kind == Kind::Edition; });
    if (context.asJson()) {
        context.resultJson({{u"changes"_s, exchange::stepsToJson(steps)}});
    } else {
        for (const PlanChange &step : steps)
            context.result(stepLine(plans.at(0), plans.at(1), step, context));
        if (steps.isEmpty())
            context.result(context.say({u"違いはありません。"_s, u"No differences."_s}));
    }
    return steps.isEmpty() ? kDone : kRemains;
}

int runConflicts(Context &context)
{
    const QStringList &files = context.arguments().positional();
    if (files.size() != 1)
        return context.usage({u"使い方: mezasu-cli conflicts 計画.mezasu"_s, u"usage: mezasu-cli conflicts PLAN"_s});
    auto plan = OpenPlan::open(files.first(), OpenPlan::For::Reading, context);
    if (!plan)
        return context.fail(plan.error(), files.first());
    Journal &journal = plan.value().journal();
    const auto register_ = filesOf(plan.value());
    if (!register_)
        return context.fail(register_.error(), files.first());
    QJsonArray out;
    for (auto it = journal.plan().conflicts().begin(); it != journal.plan().conflicts().end(); ++it) {
        for (auto contested = it->keyBegin(); contested != it->keyEnd(); ++contested) {
            const QString &aspect = *contested;
            const Thing thing{it.key(), aspect};
            QJsonArray candidates;
            QStringList lines;
            for (const ConflictSide &side : sidesOf(journal, thing, register_.value())) {
                const QString author = wordsOf(side.origin, context).author;
                candidates.append(QJsonObject{{u"value"_s, side.value.toJson()},
                    {u"changeset"_s, side.changeSet.toHex()}, {u"author"_s, author}, {u"time"_s, side.origin.time}});
                lines.append(u"    %1  %2  %3  %4"_s.arg(
                    side.changeSet.toHex().first(12), side.origin.time, author, valueWord(side.value, context)));
            }
            out.append(QJsonObject{{u"element"_s, thing.element.uuidString()},
                {u"kind"_s, kindName(thing.element.kind)}, {u"field"_s, aspect}, {u"candidates"_s, candidates}});
            if (!context.asJson()) {
                context.result(
                    context.say({u"%1 の%2"_s, u"%1, %2"_s})
                        .arg(elementWord(journal.plan(), thing.element, context), fieldWord(aspect, context)));
                for (const QString &line : lines)
                    context.result(line);
            }
        }
    }
    if (context.asJson())
        context.resultJson({{u"conflicts"_s, out}});
    else if (out.isEmpty())
        context.result(context.say({u"食い違いはありません。"_s, u"No conflicts."_s}));
    return out.isEmpty() ? kDone : kRemains;
}

int runCheck(Context &context)
{
    const QStringList &files = context.arguments().positional();
    if (files.size() != 1)
        return context.usage({u"使い方: mezasu-cli check 計画.mezasu"_s, u"usage: mezasu-cli check PLAN"_s});
    const QString path = files.first();
    auto plan = OpenPlan::open(path, OpenPlan::For::Reading, context);
    if (!plan)
        return context.fail(plan.error(), path);
    const auto verified = plan.value().file().verify();
    if (!verified)
        return context.fail(verified.error(), path);
    QJsonArray messages;
    const auto say = [&](const QString &code, const QString &severity, const ElementId &element, const QString &field,
                         const Sentence &sentence) {
        messages.append(messageJson(code, severity, path, element, field, context.say(sentence)));
        if (!context.asJson())
            context.result(context.say(sentence));
    };
    QStringList unreadable;
    for (const RescueFile::Found &rescue :
        RescueFile::find(RescueFile::defaultFolder(), plan.value().plan().root(), &unreadable))
        say(u"rescue"_s, u"warning"_s, {}, {},
            {u"書き込めなかった変更 %1 件が残っています。mezasu-cli merge で取り込めます: %2"_s
                    .arg(rescue.changeSets.size())
                    .arg(rescue.path),
                u"%1 ChangeSets could not be written and wait here; take them with mezasu-cli merge: %2"_s
                    .arg(rescue.changeSets.size())
                    .arg(rescue.path)});
    for (const QString &file : unreadable)
        say(u"rescue_unreadable"_s, u"warning"_s, {}, {},
            {u"読めない救済ファイルがあります: "_s + file, u"a rescue file cannot be read: "_s + file});
    for (const QString &lost : verified.value().lost)
        say(u"lost"_s, u"error"_s, {}, {}, {u"壊れています: "_s + lost, u"damaged: "_s + lost});
    for (const QString &derived : verified.value().derived)
        say(u"derived"_s, u"error"_s, {}, {},
            {u"表が記録と合いません（作り直せます）: "_s + derived,
                u"a table differs from the journal (can be rebuilt): "_s + derived});
    Journal &journal = plan.value().journal();
    for (const Name &name : journal.waiting())
        say(u"waiting"_s, u"warning"_s, {}, {},
            {u"元になる変更がまだ届いていない変更があります: "_s + name.toHex().first(12),
                u"a ChangeSet waits for others that have not come: "_s + name.toHex().first(12)});
    for (const Thing &thing : verified.value().unfit) {
        const QString element = elementWord(journal.plan(), thing.element, context);
        const QString field = fieldWord(thing.aspect, context);
        say(u"unfit_value"_s, u"warning"_s, thing.element, thing.aspect,
            {u"%1 の%2に、そこには入らない種類の値が記録されています。記録には残し、表示していません。"_s.arg(
                 element, field),
                u"%1, %2: a value is recorded that cannot stand there; it is kept in the journal and not shown."_s.arg(
                    element, field)});
    }
    for (const Finding &finding : findingsOf(journal))
        say(finding.code, u"warning"_s, finding.element, finding.field,
            {elementWord(journal.plan(), finding.element, context) + u": "_s
                    + findingtext::sentence(finding, QLocale::Japanese),
                elementWord(journal.plan(), finding.element, context) + u": "_s
                    + findingtext::sentence(finding, QLocale::English)});
    const bool damaged = !verified.value().isSound();
    const Backups &backups = plan.value().file().backups();
    if (context.asJson())
        context.resultJson({{u"sound"_s, !damaged}, {u"messages"_s, messages},
            {u"backups"_s,
                QJsonObject{{u"folder"_s, backups.folder()}, {u"kept"_s, backups.kept()},
                    {u"files"_s, QJsonArray::fromStringList(backups.files())}}}});
    else
        context.result(
            context.say({u"控え: %1（%2 個、最新 %3 個を残します）"_s, u"Backups: %1 (%2, the last %3 are kept)"_s})
                .arg(backups.folder())
                .arg(backups.files().size())
                .arg(backups.kept()));
    if (!context.asJson() && messages.isEmpty())
        context.result(
            context.say({u"ファイルに異常はなく、指摘もありません。"_s, u"The file is sound; no findings."_s}));
    else if (!context.asJson() && !damaged)
        context.result(
            context.say({u"ファイルに異常はありません。指摘 %1 件。"_s, u"The file is sound. %1 findings."_s})
                .arg(messages.size()));
    return damaged ? kRefused : messages.isEmpty() ? kDone : kRemains;
}

} // namespace mezasu::cli
