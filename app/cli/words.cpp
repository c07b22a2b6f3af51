// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/words.h"

#include <QHash>
#include <QJsonDocument>

namespace mezasu::cli {

using namespace Qt::StringLiterals;

namespace {
Sentence kindSentence(Kind kind)
{
    switch (kind) {
    case Kind::Plan:
        return {u"計画"_s, u"plan"_s};
    case Kind::Policy:
        return {u"基本方針"_s, u"policy"_s};
    case Kind::Goal:
        return {u"目指す姿"_s, u"goal"_s};
    case Kind::Statement:
        return {u"目指す姿の文"_s, u"statement"_s};
    case Kind::Indicator:
        return {u"指標"_s, u"indicator"_s};
    case Kind::Issue:
        return {u"現状と課題"_s, u"issue"_s};
    case Kind::Footnote:
        return {u"注"_s, u"footnote"_s};
    case Kind::ReformItem:
        return {u"改革項目"_s, u"reform item"_s};
    case Kind::Initiative:
        return {u"取組"_s, u"initiative"_s};
    case Kind::Department:
        return {u"所管課"_s, u"department"_s};
    case Kind::Edition:
        return {u"版"_s, u"edition"_s};
    }
    return {};
}

const QHash<QString, Sentence> &fieldSentences()
{
    static const QHash<QString, Sentence> words{
        {u"title"_s, {u"名称"_s, u"title"_s}},
        {u"description"_s, {u"説明"_s, u"description"_s}},
        {u"number"_s, {u"番号"_s, u"number"_s}},
        {u"code"_s, {u"コード"_s, u"code"_s}},
        {u"mark"_s, {u"行頭記号"_s, u"mark"_s}},
        {u"text"_s, {u"文"_s, u"text"_s}},
        {u"name"_s, {u"名称"_s, u"name"_s}},
        {u"short_name"_s, {u"略称"_s, u"short name"_s}},
        {u"unit"_s, {u"単位"_s, u"unit"_s}},
        {u"decimals"_s, {u"小数点以下の桁数"_s, u"decimals"_s}},
        {u"direction"_s, {u"目指す方向"_s, u"direction"_s}},
        {u"kind"_s, {u"種別"_s, u"kind"_s}},
        {u"definition"_s, {u"定義"_s, u"definition"_s}},
        {u"source"_s, {u"出典"_s, u"source"_s}},
        {u"department"_s, {u"所管課"_s, u"department"_s}},
        {u"departments"_s, {u"関係課"_s, u"joint departments"_s}},
        {u"values"_s, {u"値"_s, u"value"_s}},
        {u"schedule"_s, {u"工程"_s, u"schedule"_s}},
        {u"state"_s, {u"案の状態"_s, u"state"_s}},
        {u"headings"_s, {u"見出し"_s, u"heading"_s}},
        {u"papers"_s, {u"資料の設定"_s, u"settings of a paper"_s}},
        {u"limits"_s, {u"文字数の上限"_s, u"limit of characters"_s}},
        {u"memo"_s, {u"内部メモ"_s, u"internal memo"_s}},
        {u"level_names"_s, {u"階層の呼び名"_s, u"level name"_s}},
        {u"municipality"_s, {u"自治体名"_s, u"municipality"_s}},
        {u"municipality_code"_s, {u"団体コード"_s, u"municipality code"_s}},
        {u"division"_s, {u"担当課"_s, u"division"_s}},
        {u"first_year"_s, {u"開始年度"_s, u"first year"_s}},
        {u"last_year"_s, {u"終了年度"_s, u"last year"_s}},
        {u"year_style"_s, {u"年度の書き方"_s, u"year style"_s}},
        {u"place"_s, {u"位置"_s, u"place"_s}},
        {u"exists"_s, {u"有無"_s, u"existence"_s}},
    };
    return words;
}

QString shortened(QString text)
{
    text.replace(u'\n', u'⏎');
    return text.size() > 60 ? QString(text.left(59) + u'…') : text;
}
} // namespace

QString kindWord(Kind kind, const Context &context)
{
    return context.say(kindSentence(kind));
}

QString fieldWord(const QString &field, const Context &context)
{
    const QList<QStringView> parts = field::parts(field);
    const auto it = fieldSentences().constFind(parts.first().toString());
    QString word = it == fieldSentences().constEnd() ? parts.first().toString() : context.say(*it);
    for (qsizetype i = 1; i < parts.size(); ++i)
        word += u' ' + parts.at(i).toString();
    return word;
}

QString elementWord(const Plan &plan, const ElementId &id, const Context &context)
{
    QStringList called;
    for (const QString &field : {u"code"_s, u"number"_s, u"title"_s, u"name"_s, u"text"_s}) {
        const QString text = plan.text(id, field);
        if (!text.isEmpty())
            called.append(text);
    }
    if (const ElementId named = plan.namedBy(id); called.isEmpty() && named != id)
        called.append(plan.text(named, u"text"));
    const QString name = called.isEmpty() ? id.uuidString().first(8) : shortened(called.join(u' '));
    return context.inEnglish() ? QString(kindWord(id.kind, context) + u" “" + name + u'”')
                               : QString(kindWord(id.kind, context) + u'「' + name + u'」');
}

QString valueWord(const Value &value, const Context &context)
{
    if (value.isErased())
        return context.say({u"（消去済み）"_s, u"(erased)"_s});
    if (value.isNull())
        return context.say({u"（なし）"_s, u"(none)"_s});
    if (const auto *entry = value.entry()) {
        QStringList parts{entry->value ? entry->value->toString() : u"−"_s};
        for (const QString &part : {entry->status, entry->missing, entry->note}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        return shortened(parts.join(u' '));
    }
    if (value.isText())
        return shortened(value.text());
    if (const auto number = value.number())
        return QString::number(*number);
    return value.boolean() ? u"✓"_s : u"…"_s;
}

QString stepLine(const Plan &before, const Plan &after, const PlanChange &step, const Context &context)
{
    const bool there = before.contains(step.id);
    const QString element = elementWord(there ? before : after, step.id, context);
    switch (step.op) {
    case PlanChange::Op::Insert:
        return context.say({u"＋ %1"_s, u"+ %1"_s}).arg(element);
    case PlanChange::Op::Remove:
        return context.say({u"－ %1"_s, u"- %1"_s}).arg(element);
    case PlanChange::Op::Move:
        return context.say({u"⇄ %1 → %2"_s, u"~ %1 -> %2"_s})
            .arg(element, elementWord(after.contains(step.parent) ? after : before, step.parent, context));
    case PlanChange::Op::Set:
        return context.say({u"変更 %1 の%2: %3 → %4"_s, u"* %1, %2: %3 -> %4"_s})
            .arg(element, fieldWord(step.field, context), valueWord(before.value(step.id, step.field), context),
                valueWord(step.value, context));
    }
    return {};
}

Result<ElementId> findElement(const Plan &plan, const QString &what)
{
    if (const auto id = ElementId::fromString(what)) {
        if (plan.contains(*id))
            return *id;
    }
    QList<ElementId> found;
    for (const ElementId &id : plan.preorder()) {
        if (id.uuidString() == what)
            return id;
        for (const QString &field : {u"code"_s, u"number"_s, u"title"_s, u"name"_s}) {
            if (!what.isEmpty() && plan.text(id, field) == what) {
                found.append(id);
                break;
            }
        }
    }
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return makeError(Error::Code::NotFound, u"no such element"_s, what);
    return makeError(Error::Code::InvalidInput, u"%1 elements are called so; give the id"_s.arg(found.size()), what);
}

} // namespace mezasu::cli
