// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/changerows.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextBoundaryFinder>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kNameLength = 60, kValueLength = 40;
constexpr qsizetype kExcerpt = 24; ///< of each of two texts side by side
constexpr qsizetype kBefore = 6;   ///< of these, what stands before the first difference
constexpr qsizetype kAfter = 4;    ///< and behind the last one

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChangeRows)
};

QString nameOf(const Plan &plan, const ElementId &id)
{
    QStringList parts;
    for (const QString &field : {u"code"_s, u"number"_s, u"mark"_s, u"title"_s, u"name"_s, u"text"_s}) {
        const QString text = plan.text(id, field);
        if (!text.isEmpty())
            parts.append(text);
    }
    const QString level = words::levelName(plan, id.kind);
    return parts.isEmpty() ? level : u"%1　%2"_s.arg(level, words::shortened(parts.join(u' '), kNameLength));
}

QString valueWords(const Plan &plan, const FieldInfo *info, const Value &value)
{
    if (value.isErased())
        return Text::tr("（消去済み）");
    if (value.isNull())
        return Text::tr("（空）");
    if (const IndicatorValue *entry = value.entry()) {
        QStringList parts;
        if (entry->value)
            parts.append(entry->value->toString());
        for (const QString &word : {entry->status, entry->missing}) {
            if (!word.isEmpty())
                parts.append(words::listed(u"status", word));
        }
        if (!entry->note.isEmpty())
            parts.append(entry->note);
        return words::shortened(parts.join(u' '), kValueLength);
    }
    if (info && info->type == FieldType::Reference) {
        const auto id = ElementId::fromString(QString(u"department:"_s + value.text()));
        const QString name = id ? plan.text(*id, u"name") : QString();
        return name.isEmpty() ? Text::tr("（不明な課）") : name;
    }
    if (info && info->type == FieldType::Flag)
        return Text::tr("あり");
    if (value.isText())
        return info && info->type == FieldType::Listed
            ? words::listed(QString(info->name), value.text())
            : Text::tr("「%1」").arg(words::shortened(value.text(), kValueLength));
    if (const auto number = value.number())
        return QString::number(*number);
    return u"…"_s;
}

/// Of two texts the stretch where they begin to differ, so that it is not beyond the edge of a row.
std::pair<QString, QString> excerpts(const QString &before, const QString &after)
{
    if (before.isEmpty() || after.isEmpty() || std::max(before.size(), after.size()) <= kExcerpt)
        return {before, after};
    const auto differs = std::mismatch(before.cbegin(), before.cend(), after.cbegin(), after.cend());
    qsizetype begin = std::max<qsizetype>(0, differs.first - before.cbegin() - kBefore);
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, before);
    characters.setPosition(begin);
    if (!characters.isAtBoundary())
        begin = std::max<qsizetype>(0, characters.toPreviousBoundary());
    // What both end with says nothing; a little of it shows where the difference ends.
    const auto rest = std::min(before.cend() - differs.first, after.cend() - differs.second);
    qsizetype shared = 0;
    while (shared < rest && before.at(before.size() - 1 - shared) == after.at(after.size() - 1 - shared))
        ++shared;
    const auto of = [begin, cut = std::max<qsizetype>(0, shared - kAfter)](const QString &text) {
        QTextBoundaryFinder ends(QTextBoundaryFinder::Grapheme, text);
        ends.setPosition(text.size() - cut);
        const qsizetype end = cut == 0 || ends.isAtBoundary() ? text.size() - cut : ends.toNextBoundary();
        QString out = words::shortened(text.mid(begin, end - begin), kExcerpt);
        if (end < text.size() && !out.endsWith(u'…'))
            out += u'…';
        return begin == 0 ? out : QString(u'…' + out);
    };
    return {of(before), of(after)};
}

/// What a field held and holds.
std::pair<QString, QString> valuesWords(
    const Plan &before, const Plan &after, const FieldInfo *info, const Value &old, const Value &now)
{
    const bool isProse = info && info->type != FieldType::Listed && info->type != FieldType::Reference
        && info->type != FieldType::Flag && old.isText() && now.isText();
    if (!isProse)
        return {valueWords(before, info, old), valueWords(after, info, now)};
    const auto [was, is] = excerpts(old.text(), now.text());
    return {valueWords(before, info, Value(was)), valueWords(after, info, Value(is))};
}

class Rows
{
public:
    Rows(const Plan &before, const Plan &after, const QList<PlanChange> &steps)
        : m_before(before)
        , m_after(after)
    {
        for (const PlanChange &step : steps) {
            if (step.op == PlanChange::Op::Move)
                m_moved.insert(step.id);
            else if (step.op == PlanChange::Op::Set)
                m_set[step.id].append(step.field);
            else if (step.op == PlanChange::Op::Remove)
                m_removed[before.parentOf(step.id)].append(step.id);
        }
    }

    QList<ChangeRow> run()
    {
        if (!m_after.isEmpty())
            add(m_after.root(), -1);
        for (qsizetype i = m_out.size() - 1; i >= 0; --i) {
            ChangeRow &row = m_out[i];
            row.leadsToChange = row.leadsToChange || row.what != ChangeRow::What::Same;
            if (row.leadsToChange && row.parent >= 0)
                m_out[row.parent].leadsToChange = true;
        }
        return m_out;
    }

private:
    void add(const ElementId &id, int parent)
    {
        if (id.kind == Kind::Edition)
            return;
        ChangeRow row{id, parent, ChangeRow::What::Same, nameOf(m_after, id), {}, false};
        QStringList details;
        for (const QString &field : m_set.value(id)) {
            const FieldInfo *info = fieldInfo(id.kind, field);
            const auto [old, now] =
                valuesWords(m_before, m_after, info, m_before.value(id, field), m_after.value(id, field));
            details.append(Text::tr("%1：%2 → %3").arg(words::fieldName(id.kind, field), old, now));
        }
        if (!m_before.contains(id)) {
            row.what = ChangeRow::What::Added;
        } else if (m_moved.contains(id)) {
            row.what = ChangeRow::What::Moved;
            if (m_before.parentOf(id) != m_after.parentOf(id))
                details.prepend(Text::tr("前の場所：%1").arg(nameOf(m_before, m_before.parentOf(id))));
        } else if (!details.isEmpty()) {
            row.what = ChangeRow::What::Changed;
        }
        row.detail = details.join(Text::tr("、"));
        const auto index = int(m_out.size());
        m_out.append(row);
        for (const ElementId &child : m_after.children(id))
            add(child, index);
        for (const ElementId &gone : m_removed.value(id))
            addRemoved(gone, index);
    }

    void addRemoved(const ElementId &id, int parent)
    {
        if (m_after.contains(id)) // moved away before what stood above it went
            return;
        const auto index = int(m_out.size());
        m_out.append({id, parent, ChangeRow::What::Removed, nameOf(m_before, id), {}, false});
        for (const ElementId &child : m_before.children(id))
            addRemoved(child, index);
    }

    const Plan &m_before, &m_after;
    QSet<ElementId> m_moved;
    QHash<ElementId, QStringList> m_set;
    QHash<ElementId, QList<ElementId>> m_removed; ///< by what they stood below
    QList<ChangeRow> m_out;
};
} // namespace

QList<ChangeRow> changeRows(const Plan &before, const Plan &after, const QList<PlanChange> &steps)
{
    return Rows(before, after, steps).run();
}

QString changeWord(ChangeRow::What what)
{
    switch (what) {
    case ChangeRow::What::Same:
        return {};
    case ChangeRow::What::Added:
        return Text::tr("追加");
    case ChangeRow::What::Changed:
        return Text::tr("変更");
    case ChangeRow::What::Moved:
        return Text::tr("移動");
    case ChangeRow::What::Removed:
        return Text::tr("削除");
    }
    return {};
}

QString changeSummary(const QList<ChangeRow> &rows)
{
    QMap<ChangeRow::What, qsizetype> counts;
    for (const ChangeRow &row : rows)
        ++counts[row.what];
    QStringList parts;
    for (const ChangeRow::What what :
        {ChangeRow::What::Added, ChangeRow::What::Changed, ChangeRow::What::Moved, ChangeRow::What::Removed}) {
        if (counts.value(what) > 0)
            parts.append(Text::tr("%1 %2件").arg(changeWord(what), QLocale().toString(counts.value(what))));
    }
    return parts.isEmpty() ? Text::tr("変わるところはありません。") : parts.join(Text::tr("、"));
}

} // namespace mezasu::ui
