// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeplan.h"

#include <array>

namespace mezasu::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kItemsPerGoal = 4;
constexpr int kGoalsPerPolicy = 25;

constexpr std::array kSubjects{u"窓口の手続", u"公共施設の更新", u"職員の研修", u"地域の見守り", u"市税の収納",
    u"情報システム", u"空き家の活用", u"子育ての相談", u"防災の備え", u"道路の補修", u"ごみの減量", u"市民との協働",
    u"広報と広聴", u"財産の管理", u"水道の耐震化", u"移動の手段"};
constexpr std::array kStates{u"は年々利用が増えており", u"は担当ごとに分かれているため", u"は費用の負担が重く",
    u"は人手が足りず", u"は長く見直されていないが", u"は地区によって差があり", u"は成果が見えにくいので",
    u"は関係する課が多く"};
constexpr std::array kActions{u"手順を一つにまとめ", u"対象を絞り込み", u"記録を電子化し", u"民間の力を借りながら",
    u"優先の順序を定め", u"近隣の市町と分担し", u"利用者の声を聞いて", u"毎年度の結果を公表し"};
constexpr std::array kEnds{u"負担を軽くする。", u"待ち時間を短くする。", u"経費を抑える。", u"満足度を高める。",
    u"計画どおりに進める。", u"次の世代に引き継ぐ。", u"見通しを立てる必要がある。", u"仕組みを整える。"};
constexpr std::array kDepartments{
    u"企画課", u"財政課", u"総務課", u"市民課", u"税務課", u"施設課", u"福祉課", u"建設課"};
constexpr std::array kUnits{u"％", u"件", u"人", u"千円", u"回"};
constexpr std::array kMarks{u"①", u"②", u"③", u"④"};

class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {
    }

    MadePlan make(int items)
    {
        m_plan.id = {Kind::Plan, makeUuid(m_random)};
        set(m_plan.fields, u"title"_s, u"行政経営の推進計画"_s);
        set(m_plan.fields, u"municipality"_s, u"若葉台市"_s);
        m_plan.fields.set(u"first_year"_s, Value(2022));
        m_plan.fields.set(u"last_year"_s, Value(2026));
        for (const char16_t *name : kDepartments) {
            FieldMap fields;
            set(fields, u"name"_s, QString::fromUtf16(name));
            m_departments.append(add(Kind::Department, m_plan.id, std::move(fields)).uuidString());
        }
        ElementId policy;
        for (int goal = 0; goal * kItemsPerGoal < items; ++goal) {
            if (goal % kGoalsPerPolicy == 0)
                policy = makePolicy(goal / kGoalsPerPolicy + 1);
            makeGoal(policy, goal, std::min(kItemsPerGoal, items - goal * kItemsPerGoal));
        }
        return std::move(m_plan);
    }

private:
    template <typename List>
    QString pick(const List &list)
    {
        return QString::fromUtf16(list.at(m_random.bounded(quint32(list.size()))));
    }
    QString sentence(int characters) { return makeSentence(m_random, characters); }
    void set(FieldMap &fields, const QString &name, const QString &text)
    {
        m_plan.textBytes += text.toUtf8().size();
        fields.set(name, Value(text));
    }
    ElementId add(Kind kind, const ElementId &parent, FieldMap fields)
    {
        const ElementId id{kind, makeUuid(m_random)};
        m_plan.steps.append(PlanChange::insert(id, parent, std::move(fields)));
        return id;
    }

    ElementId makePolicy(int number)
    {
        FieldMap fields;
        set(fields, u"number"_s, QString::number(number));
        set(fields, u"title"_s, pick(kSubjects) + u"を支える行政経営"_s);
        set(fields, u"description"_s, sentence(120));
        return add(Kind::Policy, m_plan.id, std::move(fields));
    }

    void makeGoal(const ElementId &policy, int number, int items)
    {
        const ElementId goal = add(Kind::Goal, policy, {});
        const int statements = number % 5 == 0 ? 2 : 1;
        for (int i = 0; i < statements; ++i)
            makeLine(Kind::Statement, goal, statements > 1 ? QString::fromUtf16(kMarks.at(size_t(i))) : QString(), 30);
        for (int i = 0; i < 2; ++i)
            makeIndicator(goal);
        for (int i = 0; i < items; ++i)
            makeLine(Kind::Issue, goal, u"・"_s, 30);
        if (number % 5 == 1)
            makeLine(Kind::Footnote, goal, u"※"_s, 30);
        for (int i = 0; i < items; ++i)
            makeItem(goal, u"%1-%2"_s.arg(number + 1).arg(i + 1));
    }

    void makeLine(Kind kind, const ElementId &goal, const QString &mark, int characters)
    {
        FieldMap fields;
        if (!mark.isEmpty())
            set(fields, u"mark"_s, mark);
        set(fields, u"text"_s, sentence(characters));
        add(kind, goal, std::move(fields));
    }

    void makeIndicator(const ElementId &goal)
    {
        FieldMap fields;
        set(fields, u"name"_s, pick(kSubjects) + u"に満足している人の割合"_s);
        set(fields, u"unit"_s, pick(kUnits));
        const int base = int(m_random.bounded(900u)) + 50;
        const auto value = [](int tenths) {
            return Value(IndicatorValue{
                Decimal::fromCanonical(u"%1.%2"_s.arg(tenths / 10).arg(tenths % 10)), u"final"_s, {}, {}, false});
        };
        fields.set(field::values(2021, u"baseline"), value(base));
        fields.set(field::values(2026, u"target"), value(base + 100));
        add(Kind::Indicator, goal, std::move(fields));
    }

    void makeItem(const ElementId &goal, const QString &code)
    {
        FieldMap fields;
        set(fields, u"code"_s, code);
        set(fields, u"title"_s, pick(kSubjects) + u"の見直し"_s);
        set(fields, u"description"_s, sentence(30));
        fields.set(u"department"_s, Value(m_departments.at(m_random.bounded(m_departments.size()))));
        const ElementId item = add(Kind::ReformItem, goal, std::move(fields));
        if (m_random.bounded(10u) == 0)
            return;
        FieldMap initiative;
        set(initiative, u"code"_s, code + u"-1"_s);
        set(initiative, u"title"_s, pick(kSubjects) + u"に係る調査"_s);
        add(Kind::Initiative, item, std::move(initiative));
    }

    QRandomGenerator m_random;
    MadePlan m_plan;
    QStringList m_departments;
};

/// Collects what stands in one row until the next one begins.
class TableWriter
{
public:
    explicit TableWriter(const MadePlan &plan)
    {
        m_out =
            u"基本方針\t目指す姿\t指標\t現状と課題\t改革項目コード\t改革項目名\t改革項目の内容\t取組コード\t取組名\n"_s;
        for (const PlanChange &step : plan.steps)
            add(step);
        endRow();
    }
    QByteArray bytes() const { return m_out.toUtf8(); }

private:
    static constexpr int kColumns = 9;

    static QString text(const PlanChange &step, QStringView field)
    {
        const Value *value = step.fields.find(field);
        return value ? value->text() : QString();
    }
    void list(int column, const QString &line) { m_cells.at(size_t(column)) += u"<li>"_s + line + u"</li>"_s; }

    void add(const PlanChange &step)
    {
        switch (step.id.kind) {
        case Kind::Policy:
            endRow();
            m_cells[0] = text(step, u"title");
            break;
        case Kind::Goal:
            if (m_hasItem)
                endRow();
            break;
        case Kind::Statement:
            list(1, text(step, u"mark") + text(step, u"text"));
            break;
        case Kind::Indicator:
            list(2, text(step, u"name"));
            break;
        case Kind::Issue:
        case Kind::Footnote:
            list(3, text(step, u"mark") + text(step, u"text"));
            break;
        case Kind::ReformItem:
            if (m_hasItem)
                endRow();
            m_hasItem = true;
            m_cells[4] = text(step, u"code");
            m_cells[5] = text(step, u"title");
            m_cells[6] = text(step, u"description");
            break;
        case Kind::Initiative:
            m_cells[7] = text(step, u"code");
            m_cells[8] = text(step, u"title");
            break;
        default:
            break;
        }
    }

    void endRow()
    {
        if (!m_hasItem)
            return;
        for (size_t i = 0; i < m_cells.size(); ++i) {
            QString &cell = m_cells.at(i);
            if (cell.startsWith(u"<li>"_s))
                cell = u"<ul>"_s + cell + u"</ul>"_s;
            m_out += cell + (i + 1 < m_cells.size() ? u'\t' : u'\n');
            cell.clear();
        }
        m_hasItem = false;
    }

    QString m_out;
    std::array<QString, kColumns> m_cells;
    bool m_hasItem = false;
};
} // namespace

QByteArray tableOf(const MadePlan &plan)
{
    return TableWriter(plan).bytes();
}

QString makeSentence(QRandomGenerator &random, int characters)
{
    const auto pick = [&random](
                          const auto &list) { return QStringView(list.at(random.bounded(quint32(list.size())))); };
    QString out;
    while (out.size() < characters) {
        out += pick(kSubjects);
        out += pick(kStates);
        if (out.size() < characters * 2 / 3) {
            out += u'、';
            out += pick(kActions);
        }
        out += u'、';
        out += pick(kEnds);
    }
    return out;
}

QUuid makeUuid(QRandomGenerator &random)
{
    std::array<quint32, 4> words{};
    random.fillRange(words.data(), qsizetype(words.size()));
    return QUuid::fromRfc4122(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words));
}

MadePlan makePlan(int reformItems, quint32 seed)
{
    return Maker(seed).make(reformItems);
}

} // namespace mezasu::bench
