// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/rowsigns.h"

#include "core/findings/findingtext.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowSigns)
};

bool hasRow(Kind kind)
{
    return kind == Kind::Policy || kind == Kind::Goal || kind == Kind::ReformItem || kind == Kind::Initiative;
}

/// How far a state is from final: the last of the list is.
qsizetype rankOf(QStringView state)
{
    const auto &all = field::kStates;
    return std::find(all.begin(), all.end(), state) - all.begin();
}

/// The short form of a state that fits into a sign.
QString stateSign(QStringView state)
{
    if (state == "rough"_L1)
        //: a sign in the tree: the state 素案 (rough draft), one or two characters
        return Text::tr("素案");
    if (state == "draft"_L1)
        //: a sign in the tree: the state 案 (draft)
        return Text::tr("案");
    if (state == "revised"_L1)
        //: a sign in the tree: the state 修正案 (revised draft)
        return Text::tr("修正");
    if (state == "final"_L1)
        //: a sign in the tree: the state 確定 (final)
        return Text::tr("確定");
    return state.toString();
}

QStringList statedFields(Kind kind)
{
    switch (kind) {
    case Kind::Policy:
    case Kind::ReformItem:
    case Kind::Initiative:
        return {u"title"_s, u"description"_s};
    case Kind::Goal:
        return {u"statements"_s, u"indicators"_s, u"issues"_s};
    default:
        return {};
    }
}
} // namespace

QList<RowSigns::Sign> RowSigns::signs() const
{
    QList<Sign> out;
    if (contested)
        //: a sign in the tree: several candidates, to be decided (調整中)
        out.append({Text::tr("調"), Sign::Look::Filled});
    if (!doubts.isEmpty())
        //: a sign in the tree: something to be checked (点検)
        out.append({Text::tr("点"), Sign::Look::Framed});
    if (!missing.isEmpty())
        //: a sign in the tree: something is not there yet (未入力)
        out.append({Text::tr("未"), Sign::Look::Framed});
    if (!state.isEmpty())
        out.append({stateSign(state), Sign::Look::Plain});
    return out;
}

QString RowSigns::words() const
{
    QStringList lines;
    if (contested)
        lines.append(Text::tr("調整中：複数の案があります"));
    for (const QString &doubt : doubts)
        lines.append(Text::tr("点検：%1").arg(doubt));
    constexpr qsizetype kShown = 6;
    for (const QString &one : missing.mid(0, kShown))
        lines.append(Text::tr("未入力：%1").arg(one));
    if (missing.size() > kShown)
        lines.append(Text::tr("未入力：ほか%1件").arg(missing.size() - kShown));
    if (!states.isEmpty())
        //: %1 is a list such as 名称は修正案、指標は案
        lines.append(Text::tr("状態：%1").arg(states.join(Text::tr("、"))));
    return lines.join(u'\n');
}

RowSignsOfPlan::RowSignsOfPlan(PlanDocument *document)
    : m_document(document)
{
}

const RowSigns &RowSignsOfPlan::of(const ElementId &id, const ElementId &goal)
{
    auto it = m_kept.find(id);
    if (it == m_kept.end() || it->goal != goal)
        it = m_kept.insert(id, {goal, make(id, goal)});
    return it->signs;
}

RowSigns RowSignsOfPlan::make(const ElementId &id, const ElementId &goal)
{
    const Plan &plan = m_document->plan();
    RowSigns signs;
    addStates(id, signs);
    addFindings(id, signs);
    note(id, id);
    QList<ElementId> parts = plan.children(id);
    if (!goal.isNull()) {
        addStates(goal, signs);
        addFindings(goal, signs);
        note(goal, id);
        parts = plan.children(goal) + parts;
    }
    for (const ElementId &part : std::as_const(parts)) {
        if (!hasRow(part.kind))
            addFindings(part, signs);
    }
    return signs;
}

/// What a row tells of may depend on all that stands below it: the marks of notes in its texts, for one.
void RowSignsOfPlan::note(const ElementId &id, const ElementId &row)
{
    if (row.kind == Kind::Policy)
        return; // tells of itself alone
    QList<ElementId> &rows = m_rows[id];
    if (!rows.contains(row))
        rows.append(row);
    for (const ElementId &below : m_document->plan().children(id))
        note(below, row);
}

void RowSignsOfPlan::addFindings(const ElementId &id, RowSigns &signs) const
{
    const Plan &plan = m_document->plan();
    signs.contested = signs.contested || plan.conflicts().contains(id);
    for (const Finding &finding : findingsAt(plan, id, m_codes)) {
        const ElementId at = finding.element; // may stand below
        const QString level = words::levelName(plan, at.kind);
        QString name = plan.text(at, at.kind == Kind::Indicator ? u"name" : u"title");
        if (name.isEmpty())
            name = plan.text(at, u"mark");
        const QString subject = name.isEmpty() ? level : Text::tr("%1「%2」").arg(level, words::shortened(name, 16));
        //: %1 an element, %2 what is found there: "No code."
        const QString sentence = Text::tr("%1：%2").arg(subject, findingtext::sentence(finding, QLocale().language()));
        const bool isMissing = finding.code.endsWith("_missing"_L1) && finding.code != "note_missing"_L1;
        (isMissing ? signs.missing : signs.doubts).append(sentence);
    }
}

void RowSignsOfPlan::addStates(const ElementId &id, RowSigns &signs) const
{
    const Plan &plan = m_document->plan();
    for (const QString &field : statedFields(id.kind)) {
        const QString state = plan.fieldState(id, field);
        if (state.isEmpty())
            continue;
        const Kind below = field == "statements"_L1 ? Kind::Goal
            : field == "indicators"_L1              ? Kind::Indicator
            : field == "issues"_L1                  ? Kind::Issue
                                                    : Kind::Plan;
        const QString name = below == Kind::Plan ? words::fieldName(id.kind, field) : words::levelName(plan, below);
        //: %1 a field or part such as 名称 or 指標, %2 its state such as 案
        signs.states.append(Text::tr("%1は%2").arg(name, words::listed(u"state", state)));
        if (signs.state.isEmpty() || rankOf(state) < rankOf(signs.state))
            signs.state = state;
    }
}

void RowSignsOfPlan::dropBelow(const ElementId &id)
{
    for (const ElementId &child : m_document->plan().children(id)) {
        m_kept.remove(child);
        if (hasRow(child.kind))
            dropBelow(child);
    }
}

/// The rows that tell of these elements, which are forgotten.
QSet<ElementId> RowSignsOfPlan::rowsAt(const QList<ElementId> &ids)
{
    QSet<ElementId> rows;
    for (const ElementId &id : ids) {
        for (const ElementId &row : m_rows.take(id)) {
            m_kept.remove(row);
            rows.insert(row);
        }
    }
    return rows;
}

QList<ElementId> RowSignsOfPlan::setCodes(CodeUse codes)
{
    m_codes = std::move(codes);
    const auto changed = std::exchange(m_changedBefore, std::nullopt);
    for (const ElementId &id : *changed)
        (void)m_codes.follow(m_document->plan(), id);
    return rowsAt(m_codes.shared()).values();
}

QList<ElementId> RowSignsOfPlan::follow(const QList<ElementId> &changed)
{
    const Plan &plan = m_document->plan();
    QSet<ElementId> rows;
    for (const ElementId &id : changed) {
        if (m_changedBefore) {
            m_changedBefore->append(id);
        } else {
            for (const ElementId &other : m_codes.follow(plan, id))
                rows.insert(other);
        }
        m_kept.remove(id);
        rows += rowsAt({id}); // also where it is gone
        // What the levels are called is in the words; states hold for all below; in a goal one thing hangs on another.
        if (id.kind == Kind::Plan) {
            m_kept.clear();
            m_rows.clear();
            continue;
        }
        ElementId top = id;
        while (!top.isNull() && top.kind != Kind::Goal && top.kind != Kind::Policy)
            top = plan.parentOf(top);
        m_kept.remove(top);
        dropBelow(top);
    }
    for (const ElementId &row : std::as_const(rows))
        m_kept.remove(row);
    return rows.values();
}

} // namespace mezasu::ui
