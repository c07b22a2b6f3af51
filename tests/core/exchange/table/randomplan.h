// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/editing.h"
#include "core/plan/plan.h"

#include <QRandomGenerator>

namespace mezasu {

/// Plans with everything that a table may stumble over: empty policies, goals without items, blank elements, leading
/// marks, apostrophes, formulas, tabs, line breaks, markup, characters beyond the first plane.
class RandomPlan
{
public:
    explicit RandomPlan(quint32 seed)
        : plan(planOf(seed))
        , m_random(seed)
    {
    }

    ElementId plan;
    FieldMap fields;
    QList<PlanChange> steps;

    void make(int policies)
    {
        maybe(fields, u"title");
        if (one(2))
            fields.set(u"first_year", 2022);
        for (const Kind kind : {Kind::Policy, Kind::ReformItem}) {
            if (one(4))
                fields.set(
                    field::levelName(kind), kind == Kind::Policy ? QStringLiteral("柱だて") : QStringLiteral("施策"));
        }
        if (one(2))
            fields.set(field::state(Kind::Goal, u"statements"), QStringLiteral("draft"));
        if (one(3))
            fields.set(field::heading(u"goal.issues"), QStringLiteral("現状・課題"));
        for (int i = int(m_random.bounded(3)); i > 0; --i) {
            FieldMap f;
            f.set(u"name", QStringLiteral("第%1課").arg(i));
            if (one(3))
                f.set(u"short_name", text());
            m_departments.append(insert(Kind::Department, plan, f));
        }
        for (int i = 0; i < policies; ++i)
            policy();
    }

    QString text()
    {
        static const QStringList pool{QStringLiteral("橋を直す"), QStringLiteral("橋を直す"), QStringLiteral("1-1"),
            QStringLiteral("①番目の文 ②番目の文"), QStringLiteral("・・二つの点"), QStringLiteral("'=1+1"),
            QStringLiteral("=SUM(A1)"), QStringLiteral("+81"), QStringLiteral("-1"), QStringLiteral("@x"),
            QStringLiteral("左\t右"), QStringLiteral("一行目\n二行目"), QStringLiteral("<b>太字</b> &amp; <ul>"),
            QStringLiteral("※1 注のような文"), QStringLiteral("\"引用\""), QStringLiteral("\""),
            QStringLiteral("　字下げ"), QStringLiteral(" 前後 "), QStringLiteral("1月1日"), QStringLiteral("髙﨑㈱〇"),
            QStringLiteral("𠮷野"), QStringLiteral("''"), QStringLiteral("注1"), QStringLiteral("a,b;c"),
            QStringLiteral("－"), QStringLiteral("一\n\n・三"), QStringLiteral("x < y & z"), QString()};
        const QString &picked = pool.at(int(m_random.bounded(pool.size())));
        return one(2) ? picked : QString(picked + QString::number(m_random.bounded(1000)));
    }

    bool one(int of) { return m_random.bounded(of) == 0; }
    QRandomGenerator &random() { return m_random; }

private:
    static ElementId id(Kind kind, QRandomGenerator &random)
    {
        std::array<quint32, 4> words{};
        for (quint32 &w : words)
            w = random.generate();
        return {kind, QUuid::fromRfc4122(QByteArray(reinterpret_cast<const char *>(words.data()), 16))};
    }
    ElementId id(Kind kind) { return id(kind, m_random); }
    static ElementId planOf(quint32 seed)
    {
        QRandomGenerator random(~seed); // m_random is made later
        return id(Kind::Plan, random);
    }

    ElementId insert(Kind kind, const ElementId &parent, const FieldMap &f)
    {
        const ElementId made = id(kind);
        steps.append(PlanChange::insert(made, parent, f));
        return made;
    }

    void maybe(FieldMap &f, QStringView name)
    {
        if (!one(4))
            f.set(name, text());
    }

    void lines(Kind kind, const ElementId &goal, int upTo)
    {
        static const QStringList marks{QString(), QStringLiteral("・"), QStringLiteral("① "), QStringLiteral("※"),
            QStringLiteral("- "), QStringLiteral("第一 ")};
        for (int i = int(m_random.bounded(upTo)); i > 0; --i) {
            FieldMap f;
            maybe(f, u"text");
            if (one(2))
                f.set(u"mark", marks.at(int(m_random.bounded(marks.size()))));
            insert(kind, goal, f);
        }
    }

    void indicators(const ElementId &home, int upTo)
    {
        for (int i = int(m_random.bounded(upTo)); i > 0; --i) {
            FieldMap f;
            for (const char16_t *name : {u"name", u"unit", u"definition", u"source"})
                maybe(f, QStringView(name));
            if (one(3))
                f.set(u"direction", QStringLiteral("increase"));
            if (one(3))
                f.set(u"decimals", 2);
            for (int year = 2021; year < 2024; ++year) {
                if (!one(2))
                    continue;
                IndicatorValue value;
                if (!one(5))
                    value.value = Decimal::fromCanonical(QStringLiteral("%1.50").arg(m_random.bounded(100)));
                if (one(3))
                    value.status = QStringLiteral("preliminary");
                f.set(field::values(year, one(2) ? u"target" : u"actual"), value);
            }
            insert(Kind::Indicator, home, f);
        }
    }

    void departments(FieldMap &f)
    {
        if (m_departments.isEmpty() || one(2))
            return;
        f.set(u"department", m_departments.constFirst().uuidString());
        f.set(field::jointDepartment(m_departments.constLast().uuid), Value::fromBool(true));
    }

    void policy()
    {
        FieldMap f;
        for (const char16_t *name : {u"number", u"title", u"description"})
            maybe(f, QStringView(name));
        const ElementId p = insert(Kind::Policy, plan, f);
        for (int i = int(m_random.bounded(4)); i > 0; --i)
            goal(p);
    }

    void goal(const ElementId &policy)
    {
        FieldMap f;
        if (one(6))
            f.set(field::state(Kind::Goal, u"issues"), QStringLiteral("final"));
        const ElementId g = insert(Kind::Goal, policy, f);
        lines(Kind::Statement, g, 4);
        indicators(g, 3);
        lines(Kind::Issue, g, 4);
        lines(Kind::Footnote, g, 2);
        for (int i = int(m_random.bounded(4)); i > 0; --i) {
            FieldMap item;
            for (const char16_t *name : {u"code", u"title", u"description"})
                maybe(item, QStringView(name));
            departments(item);
            const ElementId r = insert(Kind::ReformItem, g, item);
            if (one(3))
                indicators(r, 3);
            for (int k = one(3) ? int(m_random.bounded(4)) : 0; k > 0; --k) {
                FieldMap initiative;
                for (const char16_t *name : {u"code", u"title", u"description"})
                    maybe(initiative, QStringView(name));
                departments(initiative);
                if (one(2))
                    initiative.set(field::schedule(2022, u"planned"), text());
                insert(Kind::Initiative, r, initiative);
            }
        }
        if (one(4))
            lines(Kind::Statement, g, 2); // kinds among each other
    }

    QRandomGenerator m_random;
    QList<ElementId> m_departments;
};

} // namespace mezasu
