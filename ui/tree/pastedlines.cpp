// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/pastedlines.h"

#include "core/exchange/codekey.h"
#include "core/exchange/marks.h"

#include <QRegularExpression>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
/// A number by itself may be the beginning of a sentence (2022 …) unless it is short.
bool isCode(const QString &word)
{
    const QString key = exchange::codeKey(word);
    return exchange::looksLikeCode(word) && (key.contains(u'-') || key.contains(u'.') || key.size() <= 3);
}

bool counts(const QString &mark)
{
    return std::any_of(
        mark.begin(), mark.end(), [](QChar c) { return c.isLetterOrNumber() || exchange::circledNumber(c) > 0; });
}

PastedLines::Line lineOf(const QString &line, QStringList &bullets)
{
    static const QRegularExpression coded(u"^(\\S+)\\s+(\\S.*)$"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = coded.match(line);
    if (match.hasMatch() && isCode(match.captured(1)))
        return {match.captured(1), match.captured(2)};
    const exchange::MarkedText split = exchange::splitMark(line);
    const QString mark = split.mark.trimmed();
    if (mark.isEmpty())
        return {{}, line};
    if (counts(mark))
        return {mark, split.text};
    if (!bullets.contains(mark))
        bullets.append(mark);
    // "・1-1 …": what follows the bullet may begin with a code.
    const auto inner = coded.match(split.text);
    if (inner.hasMatch() && isCode(inner.captured(1)))
        return {inner.captured(1), inner.captured(2)};
    return {{}, split.text};
}
} // namespace

PastedLines PastedLines::fromText(const QString &text)
{
    static const QRegularExpression ends(u"\\r\\n|[\\n\\r\\x{2028}\\x{2029}]"_s);
    PastedLines out;
    for (const QString &raw : text.split(ends)) {
        const QString line = raw.trimmed();
        if (line.isEmpty())
            continue;
        out.lines.append(lineOf(line, out.bullets));
        out.isTable = out.isTable || out.lines.constLast().title.contains(u'\t');
    }
    return out;
}

treecommands::Made PastedLines::asSiblings(const Plan &plan, const ElementId &at) const
{
    ElementId row = at.isNull() ? plan.root() : at;
    while (row.kind != Kind::Plan && row.kind != Kind::Policy && row.kind != Kind::Goal && row.kind != Kind::ReformItem
        && row.kind != Kind::Initiative)
        row = plan.parentOf(row);
    if (row.isNull() || lines.isEmpty())
        return {};
    const ElementId branch = treecommands::whole(plan, row);
    const Kind kind = row.kind == Kind::Plan ? Kind::Policy : branch.kind;
    const auto spot = treecommands::spotAt(plan, kind, branch);
    if (!spot)
        return {};
    TreeCommand made;
    ElementId after = spot->after;
    for (const Line &line : lines) {
        FieldMap fields;
        if (!line.code.isEmpty())
            fields.set(kind == Kind::Policy ? u"number" : u"code", line.code);
        fields.set(u"title", line.title);
        const ElementId id = ElementId::create(kind);
        const auto where = after.isNull() ? PlanChange::At::First : PlanChange::At::After;
        if (kind == Kind::Goal) { // a row is a goal with one item
            const ElementId item = ElementId::create(Kind::ReformItem);
            made.changes.append(PlanChange::insert(id, spot->parent, {}, where, after));
            made.changes.append(PlanChange::insert(item, id, fields));
            made.selected.append(item);
        } else {
            made.changes.append(PlanChange::insert(id, spot->parent, fields, where, after));
            made.selected.append(id);
        }
        after = id;
    }
    made.focus = made.selected.constFirst();
    made.step = Step{Step::What::Insert, made.focus, {}, lines.constFirst().title};
    return made;
}

} // namespace mezasu::ui
