// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/findings.h"

#include "core/change/erasure.h"
#include "core/change/journal.h"

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
class Inspection
{
public:
    explicit Inspection(Journal &journal)
        : m_journal(journal)
        , m_plan(journal.plan())
    {
    }

    QList<Finding> run()
    {
        const QList<ElementId> order = m_plan.preorder();
        for (const ElementId &id : order)
            countCode(id);
        for (const ElementId &id : order)
            inspect(id);
        for (auto it = m_plan.conflicts().begin(); it != m_plan.conflicts().end(); ++it) {
            for (auto aspect = it->keyBegin(); aspect != it->keyEnd(); ++aspect)
                add(u"conflict"_s, it.key(), *aspect, u"複数の案があり、調整中です。"_s,
                    u"has several candidates to decide between."_s);
        }
        for (const auto &[thing, name] : suspectsOfErasure(m_journal))
            add(u"erasure_suspect"_s, thing.element, thing.aspect,
                u"消去された文をもとにした記載が残っている可能性があります。"_s,
                u"may still hold words of an erased text."_s);
        return m_out;
    }

private:
    void add(const QString &code, const ElementId &id, const QString &field, const QString &ja, const QString &en)
    {
        m_out.append({code, id, field, ja, en});
    }

    void countCode(const ElementId &id)
    {
        const QString code = m_plan.text(id, u"code");
        if (!code.isEmpty())
            ++m_codes[{id.kind, code}];
    }

    bool isBlank(const ElementId &id, QStringView field) const { return m_plan.text(id, field).trimmed().isEmpty(); }

    void inspect(const ElementId &id)
    {
        switch (id.kind) {
        case Kind::Plan:
            if (isBlank(id, u"title"))
                add(u"title_missing"_s, id, u"title"_s, u"計画の名称がありません。"_s, u"has no title."_s);
            break;
        case Kind::Policy:
            if (isBlank(id, u"title"))
                add(u"title_missing"_s, id, u"title"_s, u"名称がありません。"_s, u"has no title."_s);
            break;
        case Kind::Goal:
            if (m_plan.children(id, Kind::Statement).isEmpty())
                add(u"statement_missing"_s, id, u"statements"_s, u"目指す姿の文がありません。"_s,
                    u"has no statement."_s);
            if (m_plan.children(id, Kind::Indicator).isEmpty())
                add(u"indicator_missing"_s, id, u"indicators"_s, u"指標がありません。"_s, u"has no indicator."_s);
            break;
        case Kind::ReformItem:
        case Kind::Initiative:
            inspectItem(id);
            break;
        case Kind::Indicator:
            inspectIndicator(id);
            break;
        case Kind::Statement:
        case Kind::Issue:
        case Kind::Footnote:
            if (isBlank(id, u"text"))
                add(u"text_missing"_s, id, u"text"_s, u"文がありません。"_s, u"has no text."_s);
            if (id.kind == Kind::Footnote && isBlank(id, u"mark"))
                add(u"mark_missing"_s, id, u"mark"_s, u"注の記号がありません。"_s, u"has no mark."_s);
            break;
        case Kind::Department:
        case Kind::Edition:
            break;
        }
    }

    void inspectItem(const ElementId &id)
    {
        const QString code = m_plan.text(id, u"code");
        if (id.kind == Kind::ReformItem && code.isEmpty())
            add(u"code_missing"_s, id, u"code"_s, u"番号がありません。"_s, u"has no code."_s);
        if (m_codes.value({id.kind, code}) > 1)
            add(u"code_duplicate"_s, id, u"code"_s, u"同じ番号「%1」がほかにもあります。"_s.arg(code),
                u"shares its code %1 with another one."_s.arg(code));
        if (isBlank(id, u"title"))
            add(u"title_missing"_s, id, u"title"_s, u"名称がありません。"_s, u"has no title."_s);
    }

    void inspectIndicator(const ElementId &id)
    {
        if (isBlank(id, u"name"))
            add(u"title_missing"_s, id, u"name"_s, u"名称がありません。"_s, u"has no name."_s);
        if (isBlank(id, u"unit"))
            add(u"unit_missing"_s, id, u"unit"_s, u"単位がありません。"_s, u"has no unit."_s);
        bool baseline = false;
        bool target = false;
        for (const auto &[name, value] : m_plan.element(id)->fields) {
            const bool known = value.entry() && value.entry()->value;
            baseline = baseline || (known && name.endsWith("/baseline"_L1));
            target = target || (known && name.endsWith("/target"_L1));
        }
        if (!baseline)
            add(u"baseline_missing"_s, id, u"values"_s, u"基準値がありません。"_s, u"has no baseline."_s);
        if (!target && m_plan.text(id, u"direction") != "none"_L1)
            add(u"target_missing"_s, id, u"values"_s, u"目標値がありません。"_s, u"has no target."_s);
    }

    Journal &m_journal;
    const Plan &m_plan;
    QMap<std::pair<Kind, QString>, int> m_codes;
    QList<Finding> m_out;
};
} // namespace

QList<Finding> findingsOf(Journal &journal)
{
    return Inspection(journal).run();
}

} // namespace mezasu
