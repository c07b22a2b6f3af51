// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plantreemodel.h"
#include "ui/work.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
Session sessionOf(const QString &author)
{
    return {author, [] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC); }};
}

/// The tree as indented text: codes and titles.
QString textOf(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        out += QString(depth * 2, u' ') + index.data(Qt::EditRole).toString() + u' '
            + index.siblingAtColumn(1).data(Qt::EditRole).toString() + u'\n';
        out += textOf(model, index, depth + 1);
    }
    return out;
}

/// Until the codes in use are known.
void settle()
{
    Work::workers()->waitForDone();
    QCoreApplication::processEvents();
}

/// The signs of all rows, in words.
QString signsOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QString out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        out += index.siblingAtColumn(PlanTreeModel::SignsColumn).data(Qt::ToolTipRole).toString() + u'|';
        out += signsOf(model, index);
    }
    return out;
}

/// One copy of a plan with a tree over it that is watched all the time.
struct Copy
{
    explicit Copy(const QString &author)
        : document(Journal(), nullptr, sessionOf(author))
    {
    }
    PlanDocument document;
    std::unique_ptr<PlanTreeModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    void watch()
    {
        model = std::make_unique<PlanTreeModel>(&document);
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    QList<ChangeSet> changes()
    {
        QList<ChangeSet> all;
        for (const Name &name : document.journal().names())
            all.append(document.journal().changeSet(name));
        return all;
    }
    ElementId add(
        Kind kind, const ElementId &parent, const QString &title = {}, PlanChange::At at = PlanChange::At::Last)
    {
        const ElementId id = ElementId::create(kind);
        FieldMap fields;
        if (!title.isEmpty())
            fields.set(kind == Kind::Statement ? u"text" : kind == Kind::Indicator ? u"name" : u"title", title);
        const auto made = document.apply({PlanChange::insert(id, parent, fields, at)});
        return made ? id : ElementId();
    }
};

ElementId anyOf(const QList<ElementId> &ids, QRandomGenerator &random)
{
    return ids.isEmpty() ? ElementId() : ids.at(random.bounded(ids.size()));
}

QList<ElementId> ofKind(const Plan &plan, Kind kind)
{
    QList<ElementId> out;
    for (const ElementId &id : plan.preorder()) {
        if (id.kind == kind)
            out.append(id);
    }
    return out;
}

void editAtRandom(Copy &copy, QRandomGenerator &random)
{
    const Plan &plan = copy.document.plan();
    static const Kind kKinds[] = {
        Kind::Policy, Kind::Goal, Kind::ReformItem, Kind::ReformItem, Kind::Initiative, Kind::Statement};
    const Kind kind = kKinds[random.bounded(6)];
    const ElementId target = anyOf(ofKind(plan, kind), random);
    QList<ElementId> parents;
    for (const Kind parentKind : parentKinds(kind))
        parents += ofKind(plan, parentKind);
    const ElementId parent = anyOf(parents, random);
    switch (random.bounded(17)) {
    case 0:
    case 1:
    case 2:
    case 11:
        if (!parent.isNull())
            copy.add(kind, parent, QString::number(random.bounded(1000)),
                random.bounded(2) ? PlanChange::At::First : PlanChange::At::Last);
        break;
    case 3:
    case 4:
    case 5:
    case 10:
        if (!target.isNull() && !parent.isNull()) {
            const ElementId sibling = anyOf(plan.children(parent, kind), random);
            const bool after = !sibling.isNull() && sibling != target;
            (void)copy.document.apply({PlanChange::move(
                target, parent, after ? PlanChange::At::After : PlanChange::At::First, after ? sibling : ElementId())});
        }
        break;
    case 6:
        if (!target.isNull() && (kind != Kind::Policy || random.bounded(4) == 0))
            (void)copy.document.apply({PlanChange::remove(target)});
        break;
    case 7:
        if (copy.document.canUndo())
            (void)copy.document.undo();
        break;
    case 8:
        if (copy.document.canRedo())
            (void)copy.document.redo();
        break;
    case 12:
        if (const ElementId any = anyOf(plan.preorder(), random); !any.isNull() && any.kind != Kind::Plan) {
            static const QStringView kCodes[] = {u"1-1", u"1-2", u"1-3"};
            const QString field = any.kind == Kind::Policy ? u"number"_s : u"code"_s;
            if (fieldInfo(any.kind, field))
                (void)copy.document.apply({PlanChange::set(any, field, kCodes[random.bounded(3)].toString())});
        }
        break;
    case 13: {
        const QList<ElementId> homes =
            ofKind(plan, Kind::Goal) + ofKind(plan, Kind::ReformItem) + ofKind(plan, Kind::Initiative);
        if (const ElementId home = anyOf(homes, random); !home.isNull())
            copy.add(Kind::Indicator, home);
        const ElementId gone = anyOf(ofKind(plan, Kind::Indicator), random);
        if (!gone.isNull() && random.bounded(2))
            (void)copy.document.apply({PlanChange::remove(gone)});
        break;
    }
    case 15: { // a note, and texts that refer to it or to another one
        const ElementId home = anyOf(ofKind(plan, Kind::Goal), random);
        const ElementId text = anyOf(ofKind(plan, Kind::Initiative) + ofKind(plan, Kind::Statement), random);
        const QString mark = random.bounded(2) ? u"※1"_s : u"※2"_s;
        if (!home.isNull() && random.bounded(2)) {
            FieldMap fields;
            fields.set(u"mark", mark);
            (void)copy.document.apply({PlanChange::insert(ElementId::create(Kind::Footnote), home, fields)});
        }
        if (!text.isNull())
            (void)copy.document.apply(
                {PlanChange::set(text, text.kind == Kind::Statement ? u"text"_s : u"description"_s,
                    Value(QString(u"語"_s + mark + u"の説明"_s)))});
        break;
    }
    case 16: { // a department for what indicators measure
        const ElementId item = anyOf(ofKind(plan, Kind::ReformItem), random);
        if (!item.isNull())
            (void)copy.document.apply({PlanChange::set(item, u"department"_s,
                random.bounded(2) ? Value() : Value(QUuid::createUuid().toString(QUuid::WithoutBraces)))});
        break;
    }
    case 14: {
        const QList<ElementId> above = QList<ElementId>{plan.root()} + ofKind(plan, Kind::Policy)
            + ofKind(plan, Kind::Goal) + ofKind(plan, Kind::ReformItem);
        static const QStringView kStates[] = {u"rough", u"draft", u"revised", u"final"};
        const QString field =
            random.bounded(2) ? field::state(Kind::ReformItem, u"title") : field::state(Kind::Goal, u"statements");
        (void)copy.document.apply(
            {PlanChange::set(anyOf(above, random), field, kStates[random.bounded(4)].toString())});
        break;
    }
    default:
        if (!target.isNull() && kind != Kind::Goal && kind != Kind::Statement)
            copy.document.setText(target, u"title"_s, QString::number(random.bounded(1000)));
        break;
    }
}
} // namespace

class TestPlanTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoalWithOneItemIsOneRow()
    {
        Copy copy(u"a"_s);
        QVERIFY(copy.document.createPlan({}));
        copy.watch();
        const ElementId policy = copy.add(Kind::Policy, copy.document.plan().root(), u"方針"_s);
        const ElementId goal = copy.add(Kind::Goal, policy);
        copy.add(Kind::Statement, goal, u"姿"_s);
        QCOMPARE(textOf(*copy.model), u" 方針\n   姿\n"_s);
        const ElementId item = copy.add(Kind::ReformItem, goal, u"項目"_s);
        QCOMPARE(textOf(*copy.model), u" 方針\n   項目\n"_s);
        QCOMPARE(copy.model->idOf(copy.model->indexOf(goal)), item);
        const QPersistentModelIndex row = copy.model->indexOf(item);

        QSignalSpy reset(copy.model.get(), &QAbstractItemModel::modelReset);
        const ElementId second = copy.add(Kind::ReformItem, goal, u"次"_s);
        QCOMPARE(textOf(*copy.model), u" 方針\n   姿\n     項目\n     次\n"_s);
        QVERIFY(row.isValid()); // what was selected stays selected
        QCOMPARE(copy.model->idOf(row), item);

        QVERIFY(copy.document.apply({PlanChange::remove(item)}));
        QCOMPARE(textOf(*copy.model), u" 方針\n   次\n"_s);
        copy.add(Kind::Initiative, second, u"取組"_s);
        QVERIFY(copy.document.undo());
        QVERIFY(copy.document.undo());
        QCOMPARE(textOf(*copy.model), u" 方針\n   姿\n     項目\n     次\n"_s);
        QVERIFY(reset.isEmpty());
    }

    void aRowThatGoesDownIsOneMove()
    {
        Copy copy(u"a"_s);
        QVERIFY(copy.document.createPlan({}));
        const ElementId root = copy.document.plan().root();
        const ElementId first = copy.add(Kind::Policy, root, u"1"_s);
        for (int i = 2; i <= 6; ++i)
            copy.add(Kind::Policy, root, QString::number(i));
        copy.watch();
        QSignalSpy moved(copy.model.get(), &QAbstractItemModel::rowsMoved);
        QVERIFY(copy.document.apply({PlanChange::move(first, root, PlanChange::At::Last)}));
        QCOMPARE(textOf(*copy.model), u" 2\n 3\n 4\n 5\n 6\n 1\n"_s);
        QCOMPARE(moved.size(), 1);
    }

    void whatIsTypedShowsAtOnce()
    {
        Copy copy(u"a"_s);
        QVERIFY(copy.document.createPlan({}));
        copy.watch();
        const ElementId policy = copy.add(Kind::Policy, copy.document.plan().root());
        QVERIFY(copy.model->indexOf(policy).data().toString().contains(u"未入力"_s));
        QSignalSpy changed(copy.model.get(), &QAbstractItemModel::dataChanged);
        copy.document.setText(policy, u"title"_s, u"方針"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(copy.model->indexOf(policy).data().toString(), u"方針"_s);
    }

    void aTitleIsRenamedInTheTree()
    {
        Copy copy(u"a"_s);
        QVERIFY(copy.document.createPlan({}));
        copy.watch();
        const ElementId policy = copy.add(Kind::Policy, copy.document.plan().root(), u"旧"_s);
        QVERIFY(copy.model->setData(copy.model->indexOf(policy), u"新"_s));
        QCOMPARE(copy.document.plan().text(policy, u"title"), u"新"_s);
        QVERIFY(copy.document.undo());
        QCOMPARE(copy.model->indexOf(policy).data().toString(), u"旧"_s);
    }

    void contestedElementsCarryASignWithWords()
    {
        Copy mine(u"a"_s);
        QVERIFY(mine.document.createPlan({}));
        const ElementId policy = mine.add(Kind::Policy, mine.document.plan().root(), u"元"_s);
        Copy theirs(u"b"_s);
        QVERIFY(theirs.document.merge(mine.changes()));
        QVERIFY(mine.document.apply({PlanChange::set(policy, u"title"_s, u"甲"_s)}));
        QVERIFY(theirs.document.apply({PlanChange::set(policy, u"title"_s, u"乙"_s)}));
        mine.watch();
        QVERIFY(!mine.model->indexOf(policy).data(PlanTreeModel::ContestedRole).toBool());
        QVERIFY(mine.document.merge(theirs.changes()));
        const QModelIndex index = mine.model->indexOf(policy);
        QVERIFY(index.data(PlanTreeModel::ContestedRole).toBool());
        const QModelIndex signs = index.siblingAtColumn(PlanTreeModel::SignsColumn);
        QVERIFY(signs.data().toString().contains(u"調"_s));
        QVERIFY(signs.data(Qt::ToolTipRole).toString().contains(u"調整中"_s));
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"調整中"_s));
    }

    void codesUsedTwiceAreToldWhenThePlanIsRead()
    {
        Copy copy(u"a"_s);
        QVERIFY(copy.document.createPlan({}));
        QList<ElementId> items;
        const ElementId policy = copy.add(Kind::Policy, copy.document.plan().root(), u"策"_s);
        for (const QString &code : {u"1-1"_s, u"1-1"_s, u"1-2"_s, u"1-3"_s}) {
            items.append(copy.add(Kind::ReformItem, copy.add(Kind::Goal, policy), u"項目"_s));
            QVERIFY(copy.document.apply({PlanChange::set(items.constLast(), u"code"_s, code)}));
        }
        const auto isDoubted = [&](int item) {
            const QModelIndex index = copy.model->indexOf(items.at(item), PlanTreeModel::SignsColumn);
            return index.data().toString().contains(u"点"_s);
        };
        copy.watch();
        for (int i = 0; i < items.size(); ++i)
            QVERIFY(!isDoubted(i)); // nothing is said before it is known
        QVERIFY(copy.document.apply({PlanChange::set(items.at(3), u"code"_s, u"1-2"_s)})); // while the plan is read
        QVERIFY(!isDoubted(2));
        settle();
        for (int i = 0; i < items.size(); ++i)
            QVERIFY2(isDoubted(i), qPrintable(QString::number(i)));
        QVERIFY(copy.document.apply({PlanChange::set(items.at(1), u"code"_s, u"1-4"_s)}));
        QVERIFY(!isDoubted(0) && !isDoubted(1) && isDoubted(2) && isDoubted(3));
    }

    void randomEditsUndoAndMerges_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomEditsUndoAndMerges()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        Copy first(u"a"_s);
        QVERIFY(first.document.createPlan({}));
        Copy second(u"b"_s);
        for (int p = 0; p < 3; ++p) {
            const ElementId policy = first.add(Kind::Policy, first.document.plan().root(), QString::number(p));
            for (int g = 0; g < 4; ++g) {
                const ElementId goal = first.add(Kind::Goal, policy);
                for (int i = 0; i < g; ++i)
                    first.add(Kind::Initiative, first.add(Kind::ReformItem, goal, QString::number(g * 10 + i)));
            }
        }
        first.watch();
        second.watch(); // over an empty document: the plan comes by merging
        QVERIFY(second.document.merge(first.changes()));
        QSignalSpy reset(first.model.get(), &QAbstractItemModel::modelReset);
        for (int i = 0; i < 150; ++i) {
            Copy &copy = random.bounded(3) ? first : second;
            editAtRandom(copy, random);
            if (random.bounded(12) == 0)
                QVERIFY(first.document.merge(second.changes()));
            if (random.bounded(12) == 0)
                QVERIFY(second.document.merge(first.changes()));
            for (Copy *c : {&first, &second}) {
                const PlanTreeModel fresh(&c->document);
                settle();
                QCOMPARE(textOf(*c->model), textOf(fresh));
                QCOMPARE(signsOf(*c->model), signsOf(fresh)); // what is kept is never stale
            }
        }
        first.document.flush();
        second.document.flush();
        QVERIFY(first.document.merge(second.changes()));
        QVERIFY(second.document.merge(first.changes()));
        QCOMPARE(textOf(*first.model), textOf(*second.model));
        QVERIFY(reset.isEmpty());
        QVERIFY(first.document.plan().size() > 20); // it was worth the walk
    }
};

QTEST_MAIN(TestPlanTreeModel)
#include "tst_plantreemodel.moc"
