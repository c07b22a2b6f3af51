// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"

#include "core/exchange/messagetext.h"
#include "core/exchange/table/tableimport.h"
#include "ui/words.h"
#include "ui/work.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileServices)
};

QString called(const FieldMap &fields)
{
    QStringList parts;
    for (const QString &name : {u"code"_s, u"number"_s, u"title"_s, u"name"_s, u"text"_s}) {
        if (const Value *value = fields.find(name); value && !value->text().isEmpty())
            parts.append(value->text());
    }
    return ui::words::shortened(parts.join(u' '), 60);
}

/// As Plan::namedBy() has it for a plan.
const exchange::TableNode &namedBy(const exchange::TableTree &table, const QList<int> &children, qsizetype node)
{
    const auto statement = std::find_if(children.begin(), children.end(),
        [&table](int child) { return table.nodes.at(child).kind == Kind::Statement; });
    return table.nodes.at(statement == children.end() ? node : qsizetype(*statement));
}

QString reasonWords(exchange::MatchReason reason)
{
    switch (reason) {
    case exchange::MatchReason::None:
        return Text::tr("計画に見当たらない");
    case exchange::MatchReason::Corrected:
        return Text::tr("指定による");
    case exchange::MatchReason::Identity:
        return Text::tr("書き出した表の印が同じ");
    case exchange::MatchReason::EqualText:
        return Text::tr("文が同じ");
    case exchange::MatchReason::CodeAndLikeness:
        return Text::tr("番号が同じで文が似ている");
    case exchange::MatchReason::Likeness:
        return Text::tr("文が似ている");
    case exchange::MatchReason::Code:
        return Text::tr("番号だけが同じ");
    case exchange::MatchReason::Contents:
        return Text::tr("中の項目が同じ");
    case exchange::MatchReason::Place:
        return Text::tr("文がなく、置かれた所が同じ");
    }
    return {};
}

/// What a person may say that an unknown column holds.
QList<ui::ImportPreview::Choice> roleChoices()
{
    QList<ui::ImportPreview::Choice> out{{QString(), Text::tr("取り込まない")}};
    const auto add = [&out](exchange::Role role, const QString &words) {
        out.append({exchange::roleName(role), words});
    };
    add(exchange::Role::PolicyNumber, Text::tr("基本方針の番号"));
    add(exchange::Role::PolicyTitle, Text::tr("基本方針"));
    add(exchange::Role::PolicyDescription, Text::tr("基本方針の説明"));
    add(exchange::Role::Statements, Text::tr("目指す姿"));
    add(exchange::Role::Indicators, Text::tr("指標"));
    add(exchange::Role::IndicatorUnit, Text::tr("指標の単位"));
    add(exchange::Role::IndicatorDefinition, Text::tr("指標の定義"));
    add(exchange::Role::IndicatorSource, Text::tr("指標の出典"));
    add(exchange::Role::Issues, Text::tr("現状と課題"));
    add(exchange::Role::Footnotes, Text::tr("注"));
    add(exchange::Role::ItemCode, Text::tr("改革項目の番号"));
    add(exchange::Role::ItemTitle, Text::tr("改革項目の名称"));
    add(exchange::Role::ItemDescription, Text::tr("改革項目の説明"));
    add(exchange::Role::ItemDepartment, Text::tr("所管課"));
    add(exchange::Role::ItemDepartments, Text::tr("関係課"));
    add(exchange::Role::InitiativeCode, Text::tr("取組の番号"));
    add(exchange::Role::InitiativeTitle, Text::tr("取組の名称"));
    add(exchange::Role::InitiativeDescription, Text::tr("取組の説明"));
    return out;
}

exchange::ImportChoices choicesOf(const ui::ImportWishes &wishes)
{
    exchange::ImportChoices out;
    out.removeMissing = wishes.removeMissing;
    out.clearEmpty = wishes.clearEmpty;
    for (auto it = wishes.matches.begin(); it != wishes.matches.end(); ++it)
        out.corrected.insert(it.key(), ElementId::fromString(it.value()).value_or(ElementId()));
    for (auto it = wishes.columns.begin(); it != wishes.columns.end(); ++it) {
        exchange::ColumnUse use;
        use.column = it.key();
        use.role = exchange::roleFromName(it.value()).value_or(exchange::Role::LeaveOut);
        out.mapping.columns.insert(it.key(), use);
    }
    return out;
}

void describeRows(const exchange::ImportPreview &read, const Plan &plan, ui::ImportPreview &out)
{
    const QList<QList<int>> children = read.table.childLists();
    for (qsizetype i = 0; i < read.table.nodes.size(); ++i) {
        const exchange::TableNode &node = read.table.nodes.at(i);
        if (node.implied || node.row == 0)
            continue;
        const exchange::Match &match = read.matches.at(i);
        ui::ImportPreview::Row row;
        row.key = read.keys.at(i);
        row.kind = kindName(node.kind);
        row.words =
            Text::tr("%1行目　%2　%3")
                .arg(node.row)
                .arg(ui::words::levelName(plan, node.kind), called(namedBy(read.table, children.at(i), i).fields));
        row.element = match.element.isNull() ? QString() : match.element.toString();
        row.doubtful = match.doubtful;
        row.why = match.doubtful
            ? Text::tr("%1（番号の示す相手は「%2」）").arg(reasonWords(match.reason), match.codeSays)
            : reasonWords(match.reason);
        out.rows.append(row);
        if (!out.elements.contains(row.kind)) {
            QList<ui::ImportPreview::Choice> &choices = out.elements[row.kind];
            for (const ElementId &id : plan.preorder()) {
                if (id.kind == node.kind)
                    choices.append({id.toString(), called(plan.element(plan.namedBy(id))->fields)});
            }
        }
    }
    std::stable_sort(
        out.rows.begin(), out.rows.end(), [](const auto &a, const auto &b) { return a.doubtful && !b.doubtful; });
}

/// The settings that a table does not have, as steps.
QList<PlanChange> settingsOf(const ui::ImportWishes &wishes, const ElementId &plan)
{
    QList<PlanChange> out;
    if (!wishes.title.isEmpty())
        out.append(PlanChange::set(plan, u"title"_s, Value(wishes.title)));
    if (!wishes.municipality.isEmpty())
        out.append(PlanChange::set(plan, u"municipality"_s, Value(wishes.municipality)));
    if (wishes.firstYear)
        out.append(PlanChange::set(plan, u"first_year"_s, Value(*wishes.firstYear)));
    if (wishes.lastYear)
        out.append(PlanChange::set(plan, u"last_year"_s, Value(*wishes.lastYear)));
    return out;
}

Result<exchange::ImportPreview> prepare(const ui::ImportSource &source, const QString &name,
    const exchange::ImportChoices &choices, const exchange::ImportBase &base, const ui::Work::Ticket &ticket)
{
    const auto isCancelled = [&ticket] { return ticket->isCancelled(); };
    if (!source.path.isEmpty()) {
        QFile file(source.path);
        if (!file.open(QIODevice::ReadOnly))
            return makeError(Error::Code::NotFound, file.errorString(), source.path);
        return exchange::prepareImport(file.readAll(), name, choices, base, isCancelled);
    }
    exchange::MessageList messages;
    messages.setPlace(name, {});
    const auto table = exchange::readClipboard(source.html, source.text, {}, messages);
    if (!table) {
        exchange::ImportPreview refused;
        refused.messages = messages;
        return refused;
    }
    exchange::ImportPreview read =
        exchange::prepareImport(*table, (source.html + u'\0' + source.text).toUtf8(), choices, base, isCancelled);
    messages.append(read.messages);
    read.messages = messages;
    return read;
}
} // namespace

Result<ui::ImportPreview> FileServices::previewImport(
    PlanDocument &document, const ui::ImportSource &source, const ui::ImportWishes &wishes)
{
    struct Found
    {
        std::shared_ptr<exchange::ImportPreview> read;
        QList<ui::ChangeRow> rows;
    };
    using Prepared = Result<Found>;
    const QString name = source.path.isEmpty() ? Text::tr("コピーした表") : QFileInfo(source.path).fileName();
    const auto prepared = ui::Work::run<Prepared>(Text::tr("表を読み取り、計画とくらべています"),
        [present = document.plan(), heads = document.journal().heads(), &document, source, name,
            choices = choicesOf(wishes)](const ui::Work::Ticket &ticket) -> Prepared {
            // The journal belongs to the window's thread.
            const auto planThen = [&](const QList<Name> &of) -> std::optional<Plan> {
                const auto out = std::make_shared<std::optional<Plan>>();
                (void)ticket->inWindow([out, of, &document] {
                    if (auto state = planAt(document.journal(), of))
                        *out = std::move(state).value();
                });
                return ticket->isCancelled() ? std::nullopt : *out;
            };
            auto read = prepare(source, name, choices, {&present, heads, planThen}, ticket);
            if (!read)
                return read.error();
            Found found{std::make_shared<exchange::ImportPreview>(std::move(read).value()), {}};
            if (!found.read->isRefused())
                found.rows = ui::changeRows(found.read->before, found.read->wanted, found.read->steps);
            return found;
        });
    if (!prepared)
        return makeError(Error::Code::Cancelled, u"cancelled"_s);
    if (!*prepared)
        return prepared->error();
    const auto read = prepared->value().read;
    ui::ImportPreview out;
    out.messages = messageLines(read->messages);
    out.roles = roleChoices();
    out.tree = prepared->value().rows;
    for (const exchange::Message &message : read->messages.all()) {
        if (message.code == exchange::MessageCode::UnknownColumn && message.column > 0)
            out.unknownColumns.append({message.column - 1, message.args.value(0)});
    }
    if (read->isRefused())
        return out;
    const Plan &plan = document.plan();
    out.asksSettings = plan.text(plan.root(), u"title").isEmpty() && !plan.number(plan.root(), u"first_year");
    out.counts = {{Text::tr("追加"), read->counts.inserted}, {Text::tr("変更"), read->counts.set},
        {Text::tr("移動"), read->counts.moved}, {Text::tr("削除"), read->counts.removed},
        {Text::tr("表になく、そのまま残す"), read->leftAlone.size()}};
    describeRows(*read, plan, out);
    if (read->isUnchanged()) {
        out.messages.append(Text::tr("表の内容は、計画の内容と同じです。取り込むものはありません。"));
        return out;
    }
    out.take = [read, &document, name, wishes]() -> Result<> {
        const auto changeSet = exchange::changeSetOf(*read);
        if (!changeSet)
            return changeSet.error();
        const auto taken = document.applyChangeSet(changeSet.value(),
            FileRead{FileSeed::registerHash(read->fileBytes), name, {}, {}, {}},
            ui::besideWindow(Text::tr("取り込んでいます")));
        if (!taken)
            return taken.error();
        const QList<PlanChange> settings = settingsOf(wishes, document.plan().root());
        if (settings.isEmpty())
            return {};
        const auto set = document.apply(settings);
        return set ? Result<>() : Result<>(set.error());
    };
    return out;
}

} // namespace mezasu
