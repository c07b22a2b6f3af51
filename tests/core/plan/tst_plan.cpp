// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/plan.h"
#include "core/plan/utf8.h"

#include <QRandomGenerator>
#include <QTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesOfTextsAreThoseOfQt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("one, two, three and four bytes") << u"aé①㈱髙〇\0\u007f\u0080߿ࠀ\uffff𠮷葛󠄀"_s;
        QTest::newRow("half a character in the middle")
            << QString(u"a"_s + QChar(0xd842) + u"b" + QChar(0xdfb7) + u"c");
        QTest::newRow("half a character at the end") << QString(u"a"_s + QChar(0xd842));
        QTest::newRow("halves the wrong way round") << QString(QString(QChar(0xdfb7)) + QChar(0xd842) + QChar(0xd842));
    }
    void bytesOfTextsAreThoseOfQt()
    {
        QFETCH(QString, text);
        QByteArray out = "-";
        appendUtf8(out, text);
        QCOMPARE(out, '-' + text.toUtf8());
    }

    void namesOfElementsInBytes()
    {
        for (int i = 0; i < kKindCount; ++i) {
            const ElementId id = ElementId::create(Kind(i));
            QByteArray out = "-";
            id.appendTo(out);
            QCOMPARE(out, '-' + id.toString().toLatin1());
        }
    }

    void childrenStandInTheOrderOfTheirKeys()
    {
        Plan plan;
        const ElementId root = ElementId::create(Kind::Plan);
        plan.setRoot(root);
        plan.put(std::make_shared<Element>(Element{root, {}, {}}));
        const ElementId a = put(plan, root, "b");
        const ElementId b = put(plan, root, "a");
        const ElementId c = put(plan, root, "c");
        QCOMPARE(plan.children(root), (QList<ElementId>{b, a, c}));
        Element moved = *plan.element(c);
        moved.place.key = "A";
        const Plan before = plan;
        plan.put(std::make_shared<Element>(moved));
        QCOMPARE(plan.children(root), (QList<ElementId>{c, b, a}));
        QCOMPARE(before.children(root), (QList<ElementId>{b, a, c})); // a copy is a value
        plan.take(b);
        QCOMPARE(plan.children(root), (QList<ElementId>{c, a}));
        QVERIFY(!plan.contains(b));
        QVERIFY(!plan.isSameAs(before));
    }

    void manyAtOnceStandAsOneByOne()
    {
        QRandomGenerator random(7);
        const ElementId root = ElementId::create(Kind::Plan);
        std::vector<std::shared_ptr<const Element>> all{std::make_shared<Element>(Element{root, {}, {}})};
        QList<ElementId> policies;
        for (int i = 0; i < 300; ++i) {
            const bool isGoal = random.bounded(3) > 0 && !policies.isEmpty();
            const ElementId id = ElementId::create(isGoal ? Kind::Goal : Kind::Policy);
            const ElementId parent = isGoal ? policies.at(random.bounded(policies.size())) : root;
            const QByteArray key(1, char('a' + random.bounded(20))); // some alike: then by id
            all.push_back(std::make_shared<Element>(Element{id, {parent, key}, {}}));
            if (!isGoal)
                policies.append(id);
        }
        Plan one;
        Plan many;
        for (Plan *plan : {&one, &many})
            plan->setRoot(root);
        for (const auto &element : all)
            one.put(element);
        many.fill(all);
        QCOMPARE(many.size(), 301);
        QCOMPARE(many.preorder(), one.preorder());
        QVERIFY(many.isSameAs(one));
    }

    void aGoalIsNamedByItsFirstStatement()
    {
        Plan plan;
        const ElementId root = ElementId::create(Kind::Plan);
        plan.setRoot(root);
        plan.put(std::make_shared<Element>(Element{root, {}, {}}));
        const ElementId policy = put(plan, root, "a");
        const ElementId goal = ElementId::create(Kind::Goal);
        plan.put(std::make_shared<Element>(Element{goal, {policy, "a"}, {}}));
        QCOMPARE(plan.namedBy(policy), policy);
        QCOMPARE(plan.namedBy(goal), goal); // it has none yet
        const auto add = [&](Kind kind, const QByteArray &key) {
            const ElementId id = ElementId::create(kind);
            plan.put(std::make_shared<Element>(Element{id, {goal, key}, {}}));
            return id;
        };
        const ElementId second = add(Kind::Statement, "c");
        add(Kind::Issue, "a");
        QCOMPARE(plan.namedBy(goal), second);
        const ElementId first = add(Kind::Statement, "b");
        QCOMPARE(plan.namedBy(goal), first);
        QCOMPARE(plan.namedBy(first), first);
    }

    void stateOfAFieldComesFromTheNearestAbove()
    {
        Plan plan;
        const ElementId root = ElementId::create(Kind::Plan);
        plan.setRoot(root);
        FieldMap fields;
        fields.set(field::state(Kind::Policy, u"title"), Value(u"draft"_s));
        plan.put(std::make_shared<Element>(Element{root, {}, fields}));
        const ElementId policy = put(plan, root, "a");
        QCOMPARE(plan.fieldState(policy, u"title"), u"draft"_s);
        Element own = *plan.element(policy);
        own.fields.set(field::state(Kind::Policy, u"title"), Value(u"final"_s));
        plan.put(std::make_shared<Element>(own));
        QCOMPARE(plan.fieldState(policy, u"title"), u"final"_s);
        QCOMPARE(plan.fieldState(policy, u"description"), QString());
    }

    void fieldNames_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("known");
        QTest::newRow("a field") << u"goal"_s << u"state/goal/statements"_s << true;
        QTest::newRow("an entry") << u"indicator"_s << u"values/2022/actual"_s << true;
        QTest::newRow("an unknown role") << u"indicator"_s << u"values/2022/hope"_s << false;
        QTest::newRow("a year that is none") << u"indicator"_s << u"values/22/actual"_s << false;
        QTest::newRow("another kind's field") << u"policy"_s << u"values/2022/actual"_s << false;
        QTest::newRow("a keyed field without key") << u"indicator"_s << u"values"_s << false;
        QTest::newRow("a field with a key too many") << u"policy"_s << u"title/x"_s << false;
        QTest::newRow("a memo") << u"goal"_s << u"memo"_s << true;
        QTest::newRow("a memo where there is none") << u"issue"_s << u"memo"_s << false;
        QTest::newRow("a limit") << u"plan"_s << u"limits/issue/text"_s << true;
        QTest::newRow("a limit of an unknown kind") << u"plan"_s << u"limits/idea/text"_s << false;
        QTest::newRow("a paper") << u"plan"_s << u"papers/table"_s << true;
        QTest::newRow("a paper of no kind") << u"plan"_s << u"papers/"_s << false;
        QTest::newRow("a paper elsewhere") << u"policy"_s << u"papers/table"_s << false;
        QTest::newRow("a limit elsewhere") << u"goal"_s << u"limits/issue/text"_s << false;
        QTest::newRow("a joint department")
            << u"reform_item"_s << u"departments/11111111-2222-4333-8444-555555555555"_s << true;
        QTest::newRow("a joint department that is none") << u"reform_item"_s << u"departments/x"_s << false;
    }
    void fieldNames()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QFETCH(bool, known);
        QCOMPARE(fieldInfo(*kindFromName(kind), name) != nullptr, known);
    }

    void everyKindReadsBackItsName()
    {
        for (int i = 0; i < kKindCount; ++i) {
            const ElementId id = ElementId::create(static_cast<Kind>(i));
            QCOMPARE(ElementId::fromString(id.toString()), id);
            QVERIFY(!ElementId::fromString(id.toString().toUpper()));
            for (const Kind parent : parentKinds(id.kind))
                QVERIFY(layerOf(parent) < layerOf(id.kind));
        }
    }

private:
    static ElementId put(Plan &plan, const ElementId &parent, const char *key)
    {
        const ElementId id = ElementId::create(Kind::Policy);
        plan.put(std::make_shared<Element>(Element{id, {parent, key}, {}}));
        return id;
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
