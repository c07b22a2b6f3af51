// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/awkwardplan.h"

#include "tests/core/report/planmaker.h"

#include <random>

using namespace mezasu;
using namespace Qt::StringLiterals;

namespace {

class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_random(seed)
    {
    }
    int upTo(int most) { return int(m_random() % unsigned(most + 1)); }
    bool oneIn(int many) { return upTo(many - 1) == 0; }

    /// About so many characters, of what cities write and of what is hard to break.
    QString text(int length)
    {
        static const QStringList phrases{u"市民の意見を広く聴き、"_s, u"行政サービスの質を高めます。"_s,
            u"2021年度に12.5%だった割合を、2026年度までに３０％とする。"_s, u"「共創のまちづくり」（案）を、"_s,
            u"ICTを活用したDX（デジタル・トランスフォーメーション）の推進"_s, u"3か所の公共施設を"_s,
            u"約1,234,567千円の財源が不足し……"_s, u"いっそう厳しくなっていきます。"_s, u"――なお、"_s,
            u"第3回推進会議（令和8年11月28日）で、"_s, u"エネルギーセンターへのアクセスルートをめぐって、"_s,
            u"𠮷田町と葛\U000E0100飾区、か\u3099"_s, u"①㈱髙﨑Ⅳ㎡"_s, u"人々のくらしッ！？"_s, u"\n"_s,
            u"Public-Private Partnership and "_s, u"https://example.invalid/shiomino/plan/2026/long-name "_s,
            u"PFI/PPP"_s, u"（※1）"_s, u"、。"_s, u"18〜20歳と18～20歳の"_s};
        QString out;
        while (out.size() < length)
            out += phrases[upTo(int(phrases.size()) - 1)];
        return out;
    }
    QString some(int most) { return oneIn(6) ? QString() : text(upTo(most)); }

private:
    std::mt19937 m_random;
};

IndicatorValue valueOf(Chance &chance)
{
    IndicatorValue value;
    if (chance.oneIn(5)) {
        value.missing = chance.oneIn(2) ? u"not_surveyed"_s : u"unavailable"_s;
    } else {
        static const QStringList numbers{
            u"0"_s, u"12.5"_s, u"-3.25"_s, u"1234567"_s, u"99.999"_s, u"-0.1"_s, u"8412"_s, u"123456789012.5"_s};
        value.value = Decimal::fromCanonical(numbers[chance.upTo(int(numbers.size()) - 1)]);
        if (chance.oneIn(4))
            value.status = chance.oneIn(2) ? u"preliminary"_s : u"estimate"_s;
    }
    if (chance.oneIn(6))
        value.note = chance.text(30);
    return value;
}

class Maker
{
public:
    explicit Maker(unsigned seed)
        : m_chance(seed)
        , m_maker({{u"title"_s, m_chance.oneIn(8) ? m_chance.text(120) : u"汐見野市行政経営改革プラン"_s},
              {u"municipality"_s, u"汐見野市"_s}, {u"division"_s, u"企画部"_s}, {u"first_year"_s, qint64(2022)},
              {u"last_year"_s, qint64(2022 + m_chance.upTo(9))}})
        , m_shape(int(seed % 8))
    {
        const int policies = m_shape == 7 ? 0 : 1 + m_chance.upTo(3);
        for (int i = 0; i < policies; ++i)
            addPolicy(i);
    }
    Plan plan() const { return m_maker.plan; }

private:
    void addPolicy(int index)
    {
        const ElementId policy = m_maker.add(Kind::Policy, m_maker.root,
            {{u"number"_s, QString::number(index + 1)}, {u"title"_s, m_chance.some(40)},
                {u"description"_s, m_shape == 1 && index == 0 ? m_chance.text(5000) : m_chance.some(600)}});
        const int goals = m_shape == 2 ? 1 : m_chance.upTo(4);
        for (int i = 0; i < goals; ++i)
            addGoal(policy, i == 0 && index == 0);
    }
    void addGoal(const ElementId &policy, bool first)
    {
        const ElementId goal = m_maker.add(Kind::Goal, policy, {});
        static const QStringList marks{u"①"_s, u"②"_s, u"③"_s, u""_s, u"(1)"_s};
        for (int i = 0, n = m_chance.upTo(3); i < n; ++i)
            m_maker.add(Kind::Statement, goal, {{u"mark"_s, marks[i]}, {u"text"_s, m_chance.some(80)}});
        const int indicators = m_shape == 3 && first ? 60 : m_chance.upTo(4);
        for (int i = 0; i < indicators; ++i)
            addIndicator(goal);
        for (int i = 0, n = m_chance.upTo(6); i < n; ++i) {
            m_maker.add(Kind::Issue, goal,
                {{u"mark"_s, u"・"_s},
                    {u"text"_s, m_shape == 4 && first && i == 0 ? m_chance.text(5000) : m_chance.some(300)}});
        }
        if (m_chance.oneIn(3))
            m_maker.add(Kind::Footnote, goal, {{u"mark"_s, u"※"_s}, {u"text"_s, m_chance.text(60)}});
        const int items = m_shape == 2 ? 1 : m_shape == 5 && first ? 40 : m_chance.upTo(4);
        for (int i = 0; i < items; ++i)
            addItem(goal, i);
    }
    void addItem(const ElementId &goal, int index)
    {
        const ElementId item = m_maker.add(Kind::ReformItem, goal,
            {{u"code"_s, u"1-%1"_s.arg(index + 1)}, {u"title"_s, m_chance.some(50)},
                {u"description"_s, m_shape == 6 && index == 0 ? m_chance.text(5000) : m_chance.some(400)}});
        if (m_chance.oneIn(4))
            addIndicator(item);
        for (int i = 0, n = m_chance.upTo(3); i < n; ++i)
            m_maker.add(Kind::Initiative, item, {{u"code"_s, u"1-1-%1"_s.arg(i)}, {u"title"_s, m_chance.some(60)}});
        if (m_chance.oneIn(10))
            m_maker.plan.setConflict(item, u"title"_s, {m_chance.text(30), m_chance.text(200)});
    }
    void addIndicator(const ElementId &home)
    {
        const ElementId id = m_maker.add(Kind::Indicator, home,
            {{u"mark"_s, u"・"_s}, {u"name"_s, m_chance.some(40)},
                {u"unit"_s, m_chance.oneIn(3) ? u"百万円"_s : u"%"_s},
                {u"definition"_s, m_chance.some(m_chance.oneIn(20) ? 2000 : 100)}, {u"source"_s, m_chance.some(40)},
                {u"direction"_s, u"increase"_s}});
        auto element = std::make_shared<Element>(*m_maker.plan.element(id));
        for (int year = 2019; year <= 2028; ++year) {
            for (const QString &role : {u"baseline"_s, u"target"_s, u"actual"_s}) {
                if (m_chance.oneIn(4))
                    element->fields.set(field::values(year, role), valueOf(m_chance));
            }
        }
        m_maker.plan.put(element);
    }

    Chance m_chance;
    PlanMaker m_maker;
    int m_shape;
};

} // namespace

Plan awkwardPlan(unsigned seed)
{
    return Maker(seed).plan();
}
