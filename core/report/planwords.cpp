// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/planwords.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr qsizetype kNameLength = 200; ///< a name is read on paper to its end; more is no name

using Word = std::pair<QStringView, QStringView>;

constexpr Word kFieldWords[] = {{u"title", u"名称"}, {u"description", u"説明"}, {u"number", u"番号"},
    {u"code", u"番号"}, {u"mark", u"行頭の記号"}, {u"text", u"文"}, {u"name", u"名称"}, {u"unit", u"単位"},
    {u"decimals", u"小数の桁数"}, {u"direction", u"目指す方向"}, {u"kind", u"種類"}, {u"definition", u"定義"},
    {u"source", u"出典"}, {u"department", u"所管課"}, {u"departments", u"関係課"}, {u"values", u"値"},
    {u"schedule", u"工程"}, {u"state", u"状態"}, {u"municipality", u"自治体名"}, {u"municipality_code", u"団体コード"},
    {u"division", u"担当部署"}, {u"first_year", u"初年度"}, {u"last_year", u"最終年度"}, {u"year_style", u"年の書き方"},
    {u"level_names", u"階層の名称"}, {u"headings", u"見出し"}, {u"papers", u"資料の設定"}, {u"limits", u"文字数の上限"},
    {u"memo", u"内部メモ"}, {u"short_name", u"略称"}, {u"place", u"位置"}, {u"exists", u"存廃"},
    {u"baseline", u"基準値"}, {u"target", u"目標値"}, {u"actual", u"実績値"}, {u"planned", u"予定"}};

QString wordFor(QStringView name)
{
    const auto *found = std::find_if(
        std::begin(kFieldWords), std::end(kFieldWords), [&](const Word &word) { return word.first == name; });
    return found == std::end(kFieldWords) ? name.toString() : found->second.toString();
}

QString candidateText(const Plan &plan, const QString &field, const Value &value)
{
    if (value.isErased())
        return u"（消去済み）"_s;
    if (value.isNull())
        return u"（なし）"_s;
    if (const IndicatorValue *entry = value.entry()) {
        QString text = entry->value ? entry->value->toString() : u"値なし"_s;
        return entry->note.isEmpty() ? text : QString(text + u"（"_s + entry->note + u"）"_s);
    }
    if (const auto number = value.number())
        return QString::number(*number);
    const QString text = value.text();
    if (field == u"exists"_s)
        return text == u"removed"_s ? u"削除する"_s : u"残す"_s;
    if (field == u"place"_s) {
        const auto parent = ElementId::fromString(text);
        return parent && plan.contains(*parent) ? QString(nameOf(plan, *parent) + u"の下"_s) : text;
    }
    return u"「"_s + text + u"」"_s;
}

} // namespace

QString levelWord(const Plan &plan, Kind kind)
{
    if (const QString named = plan.levelName(kind); !named.isEmpty())
        return named;
    switch (kind) {
    case Kind::Plan:
        return u"計画"_s;
    case Kind::Policy:
        return u"基本方針"_s;
    case Kind::Goal:
        return u"目指す姿"_s;
    case Kind::Statement:
        return u"目指す姿の文"_s;
    case Kind::Indicator:
        return u"指標"_s;
    case Kind::Issue:
        return u"現状と課題"_s;
    case Kind::Footnote:
        return u"注"_s;
    case Kind::ReformItem:
        return u"改革項目"_s;
    case Kind::Initiative:
        return u"取組"_s;
    case Kind::Department:
        return u"所管課"_s;
    case Kind::Edition:
        return u"版"_s;
    }
    return {};
}

QString fieldWord(QStringView field)
{
    QString words;
    for (const QStringView part : field::parts(field))
        words += (words.isEmpty() ? QString() : u" "_s) + wordFor(part);
    return words.isEmpty() ? wordFor(field) : words;
}

QString stateWord(const QString &state)
{
    if (state == u"rough"_s)
        return u"素案"_s;
    if (state == u"draft"_s)
        return u"案"_s;
    return state == u"revised"_s ? u"修正案"_s : QString();
}

QString shortened(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(length);
    const qsizetype end = finder.isAtBoundary() ? length : std::max<qsizetype>(0, finder.toPreviousBoundary());
    return text.first(end) + u"…"_s;
}

QString nameOf(const Plan &plan, const ElementId &id)
{
    const auto text = [&](QStringView field) { return plan.text(id, field); };
    QString name;
    switch (id.kind) {
    case Kind::Plan:
    case Kind::Policy:
        name = text(u"title");
        break;
    case Kind::ReformItem:
    case Kind::Initiative:
        name = QString(text(u"code") + u" "_s + text(u"title")).trimmed();
        break;
    case Kind::Indicator:
    case Kind::Department:
    case Kind::Edition:
        name = text(u"name");
        break;
    case Kind::Goal:
        name = plan.text(plan.namedBy(id), u"text");
        break;
    case Kind::Statement:
    case Kind::Issue:
    case Kind::Footnote:
        name = text(u"text");
        break;
    }
    const QString level = levelWord(plan, id.kind);
    return name.isEmpty() ? level : QString(level + u"「"_s + shortened(name, kNameLength) + u"」"_s);
}

QString directionWord(const QString &direction)
{
    constexpr Word kWords[] = {{u"increase", u"増加を目指す"}, {u"decrease", u"減少を目指す"},
        {u"maintain_min", u"目標値以上を維持"}, {u"maintain_max", u"目標値以下を維持"},
        {u"maintain_range", u"目標の範囲内を維持"}};
    const auto *found =
        std::find_if(std::begin(kWords), std::end(kWords), [&](const Word &word) { return word.first == direction; });
    return found == std::end(kWords) ? QString() : found->second.toString();
}

QString missingReason(const QString &missing)
{
    if (missing == u"not_surveyed"_s)
        return u"未調査"_s;
    if (missing == u"unavailable"_s)
        return u"把握不可"_s;
    return missing == u"suppressed"_s ? u"秘匿"_s : QString();
}

QString contestedSign()
{
    return u"（調整中）"_s;
}

PageHead paperHead(const Plan &plan, const PaperOptions &options)
{
    const QStringList bearer{plan.text(plan.root(), u"municipality"), plan.text(plan.root(), u"division")};
    return {options.number, options.meeting, options.date, bearer.join(u"　"_s).trimmed(), options.note};
}

QString anchorOf(const ElementId &id)
{
    return id.toString();
}

std::vector<Block> contestedBlocks(
    const Plan &plan, const QString &where, const std::function<bool(const ElementId &)> &concerns)
{
    const Plan::Conflicts &conflicts = plan.conflicts();
    // In the order of the plan, then what it does not show any more.
    QList<ElementId> order = plan.preorder();
    order.removeIf([&](const ElementId &id) { return !conflicts.contains(id); });
    for (auto it = conflicts.keyBegin(); it != conflicts.keyEnd(); ++it) {
        if (!plan.contains(*it))
            order += *it;
    }
    std::vector<Block> items;
    for (const ElementId &id : std::as_const(order)) {
        if (!concerns(id))
            continue;
        const auto &fields = conflicts[id];
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            if (field::isInternal(it.key()) || it.key().startsWith(u"papers/"_s))
                continue; // goes on no paper
            QStringList candidates;
            for (const Value &value : it.value())
                candidates += candidateText(plan, it.key(), value);
            // Leads to the nearest that the paper shows by itself.
            items.emplace_back(Paragraph{u"・"_s,
                nameOf(plan, id) + u"の"_s + fieldWord(it.key()) + u"："_s + candidates.join(u"／"_s), Emphasis::Normal,
                anchorOf(id)});
        }
    }
    if (items.empty())
        return {};
    std::vector<Block> blocks{Heading{2, u"調整中の事項"_s},
        Paragraph{
            {}, u"写しの間で内容が分かれ、まだ決まっていないものです。先に挙げたものを%1載せています。"_s.arg(where)}};
    std::move(items.begin(), items.end(), std::back_inserter(blocks));
    return blocks;
}

} // namespace mezasu::report
