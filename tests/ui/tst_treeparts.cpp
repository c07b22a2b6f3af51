// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/textindex.h"
#include "ui/find/textkey.h"
#include "ui/historywords.h"
#include "ui/models/changerows.h"
#include "ui/renumbering.h"
#include "ui/tree/branchclip.h"
#include "ui/tree/pastedlines.h"
#include "ui/words.h"

#include <QMimeData>
#include <QRandomGenerator>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;
namespace commands = mezasu::ui::treecommands;

namespace {
Session session(const QString &author = u"a"_s)
{
    return {author, [] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC); }};
}

/// A plan in no file, and short ways to fill it.
struct Made
{
    explicit Made(const QString &author = u"a"_s)
        : document(Journal(), nullptr, session(author))
    {
        (void)document.createPlan({});
    }
    PlanDocument document;
    const Plan &plan() const { return document.plan(); }
    ElementId root() const { return plan().root(); }
    ElementId add(Kind kind, const ElementId &parent, const QString &code = {}, const QString &title = {})
    {
        FieldMap fields;
        const bool isText = kind == Kind::Statement || kind == Kind::Issue || kind == Kind::Footnote;
        const bool isNamed = kind == Kind::Indicator || kind == Kind::Department;
        if (!code.isEmpty())
            fields.set(kind == Kind::Policy ? u"number" : isText ? u"mark" : u"code", code);
        if (!title.isEmpty())
            fields.set(isText ? u"text" : isNamed ? u"name" : u"title", title);
        const ElementId id = ElementId::create(kind);
        return document.apply({PlanChange::insert(id, parent, fields)}) ? id : ElementId();
    }
    /// A goal with one item. \return the item
    ElementId row(const ElementId &policy, const QString &code, const QString &title)
    {
        return add(Kind::ReformItem, add(Kind::Goal, policy), code, title);
    }
    void apply(const commands::Made &made)
    {
        QVERIFY(made);
        QVERIFY(document.apply(made->changes));
    }
    QStringList titles(const ElementId &parent, Kind kind) const
    {
        QStringList out;
        for (const ElementId &id : plan().children(parent, kind)) {
            const QList<ElementId> items = plan().children(id, Kind::ReformItem);
            out.append(plan().text(kind == Kind::Goal && !items.isEmpty() ? items.constFirst() : id, u"title"));
        }
        return out;
    }
};

QStringList codesOf(const Plan &plan, const QList<CodeChange> &codes)
{
    QStringList out;
    for (const CodeChange &one : codes)
        out.append(u"%1→%2"_s.arg(one.before, one.isChange() ? one.after : u"="_s));
    Q_UNUSED(plan)
    return out;
}
} // namespace

/// What the tree is worked with, without a window: commands, branches on their way, searching, numbering.
class TestTreeParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // -- searching

    void keysAreBlindToWidthAndCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("same");
        QTest::newRow("half-width katakana") << u"ﾌﾟﾗﾝ"_s << u"プラン"_s;
        QTest::newRow("half-width with voicing") << u"ｶﾞｲﾄﾞ･ﾊﾟﾙﾌﾞｳﾞ"_s << u"ガイド・パルブヴ"_s;
        QTest::newRow("full-width letters") << u"ＫＰＩ"_s << u"kpi"_s;
        QTest::newRow("a code") << u"１－１"_s << u"1-1"_s;
        QTest::newRow("a minus sign") << u"1\u22121"_s << u"1-1"_s;
        QTest::newRow("voicing as a character of its own") << u"か\u3099は\u309aシ\u3099"_s << u"がぱジ"_s;
        QTest::newRow("the wide blank") << u"財政　課"_s << u"財政 課"_s;
    }
    void keysAreBlindToWidthAndCase()
    {
        QFETCH(QString, text);
        QFETCH(QString, same);
        QCOMPARE(TextKey::of(text), TextKey::of(same));
        QCOMPARE(TextKey(text).key(), TextKey::of(text));
    }
    void keysKeepWhatDiffers()
    {
        QVERIFY(TextKey::of(u"①"_s) != TextKey::of(u"1"_s));
        QVERIFY(TextKey::of(u"サーバ"_s) != TextKey::of(u"サ-バ"_s)); // the long vowel is no hyphen
        QVERIFY(TextKey::of(u"はは"_s) != TextKey::of(u"ばば"_s));
        QCOMPARE(TextKey::of(u"ン\uff9e"_s).size(), 2); // voicing that belongs to nothing stays
    }
    void matchesAreFoundInPlacesOfTheText()
    {
        const TextKey key(u"全ﾌﾟﾗﾝとプラン"_s);
        QCOMPARE(key.find(TextKey::of(u"プラン"_s)), (QList<TextKey::Span>{{1, 4}, {6, 3}}));
        QVERIFY(key.find(QString()).isEmpty());
    }

    void everyTextIsSearched()
    {
        Made m;
        const ElementId policy = m.add(Kind::Policy, m.root(), u"1"_s, u"市民"_s);
        const ElementId goal = m.add(Kind::Goal, policy);
        const ElementId statement = m.add(Kind::Statement, goal, {}, u"健全な財政である"_s);
        const ElementId indicator = m.add(Kind::Indicator, goal, {}, u"財政力指数"_s);
        const ElementId issue = m.add(Kind::Issue, goal, {}, u"財政が硬い"_s);
        const ElementId note = m.add(Kind::Footnote, goal, u"※"_s, u"財政とは"_s);
        const ElementId item = m.add(Kind::ReformItem, goal, u"１－１"_s, u"見直し"_s);
        const ElementId initiative = m.add(Kind::Initiative, item, {}, u"財政研修"_s);
        const ElementId department = m.add(Kind::Department, m.root(), {}, u"財政課"_s);
        QVERIFY(m.document.apply({PlanChange::set(item, u"department"_s, Value(department.uuidString()))}));
        const IndicatorValue value{Decimal::fromCanonical(u"0.95"_s), u"final"_s, {}, u"ﾒﾓあり"_s, false};
        QVERIFY(m.document.apply({PlanChange::set(indicator, u"values/2022/actual"_s, Value(value))}));
        QVERIFY(m.document.apply({PlanChange::set(initiative, u"schedule/2022/planned"_s, Value(u"ＫＰＩ設定"_s))}));

        TextIndex index(&m.document);
        const QList<ElementId> &hits = index.search(u"財政"_s);
        const QList<ElementId> wanted{statement, indicator, issue, note, item, initiative, department};
        QCOMPARE(QSet<ElementId>(hits.begin(), hits.end()), QSet<ElementId>(wanted.begin(), wanted.end()));
        QList<ElementId> inOrder;
        for (const ElementId &id : m.plan().preorder()) {
            if (wanted.contains(id))
                inOrder.append(id);
        }
        QCOMPARE(hits, inOrder);
        QCOMPARE(index.fieldOfHit(item), u"department"_s);
        QCOMPARE(index.fieldOfHit(issue), u"text"_s);
        QVERIFY(index.hasHitBelow(policy) && !index.isHit(policy));
        QCOMPARE(index.search(u"1-1"_s), QList<ElementId>{item});
        QCOMPARE(index.search(u"メモ"_s), QList<ElementId>{indicator});
        QCOMPARE(index.search(u"kpi"_s), QList<ElementId>{initiative});
        QVERIFY(index.search(u"である財政"_s).isEmpty()); // not across two texts
        QVERIFY(index.search(u"  "_s).isEmpty());
        // What is typed is found before it is written.
        index.search(u"行革"_s);
        m.document.setText(policy, u"title"_s, u"行革の市民"_s);
        QCOMPARE(index.hits(), QList<ElementId>{policy});
        m.document.setText(policy, u"title"_s, u"市民"_s);
        QVERIFY(index.hits().isEmpty());
    }

    void typingOnNarrowsWhatWasFound()
    {
        Made m;
        const ElementId department = m.add(Kind::Department, m.root(), {}, u"財政課"_s);
        for (const QString &title : {u"財"_s, u"財政"_s, u"健全な財政課題"_s, u"市民"_s})
            m.add(Kind::Policy, m.root(), {}, title);
        TextIndex index(&m.document);
        index.prepare();
        QTest::qWait(0); // some may be read by now, or none
        QString typed;
        for (const QChar c : u"財政課題"_s) {
            typed += c;
            TextIndex fresh(&m.document);
            QCOMPARE(index.search(typed), fresh.search(typed));
            for (const ElementId &id : m.plan().preorder())
                QCOMPARE(index.isHit(id), fresh.isHit(id));
        }
        QCOMPARE(index.hits().size(), 1);
        QVERIFY(!index.isHit(department));
        QCOMPARE(index.search(u"財政課"_s).size(), 2); // taken back: wide again
    }

    void theIndexFollowsEveryChange()
    {
        QRandomGenerator random(7);
        Made m;
        TextIndex index(&m.document);
        static const QString kWords[] = {u"財政"_s, u"市民"_s, u"財政と市民"_s, u"その他"_s};
        index.search(u"財政"_s);
        for (int i = 0; i < 300; ++i) {
            QList<ElementId> all = m.plan().preorder();
            const ElementId at = all.at(random.bounded(all.size()));
            const QString word = kWords[random.bounded(4)];
            switch (random.bounded(6)) {
            case 0:
            case 1:
                for (const Kind kind : {Kind::Policy, Kind::Goal, Kind::ReformItem, Kind::Issue, Kind::Initiative}) {
                    if (canStandBelow(kind, at.kind))
                        m.add(kind, at, {}, kind == Kind::Goal ? QString() : word);
                }
                break;
            case 2:
                if (fieldInfo(at.kind, u"title"))
                    QVERIFY(m.document.apply({PlanChange::set(at, u"title"_s, Value(word))}));
                break;
            case 3:
                if (at.kind != Kind::Plan && all.size() > 20)
                    QVERIFY(m.document.apply({PlanChange::remove(at)}));
                break;
            case 4:
                if (at.kind != Kind::Plan)
                    QVERIFY(m.document.apply({PlanChange::move(at, m.plan().parentOf(at), PlanChange::At::First)}));
                break;
            default:
                if (m.document.canUndo())
                    QVERIFY(m.document.undo());
                break;
            }
            TextIndex fresh(&m.document);
            QCOMPARE(index.hits(), fresh.search(u"財政"_s));
            for (const ElementId &id : m.plan().preorder()) {
                QCOMPARE(index.isHit(id), fresh.isHit(id));
                QCOMPARE(index.hasHitBelow(id), fresh.hasHitBelow(id));
            }
        }
        QVERIFY(index.hits().size() > 3);
    }

    // -- several rows

    void whatStandsInAnotherBranchGoesWithIt()
    {
        Made m;
        const ElementId policy = m.add(Kind::Policy, m.root());
        const ElementId a = m.row(policy, {}, u"a"_s);
        const ElementId b = m.row(policy, {}, u"b"_s);
        const ElementId below = m.add(Kind::Initiative, b);
        const QList<ElementId> wanted{m.plan().parentOf(a), m.plan().parentOf(b)};
        QCOMPARE(commands::branches(m.plan(), {below, b, a, m.root()}), wanted);
    }
    void aBlockMovesByOneWrite()
    {
        Made m;
        const ElementId policy = m.add(Kind::Policy, m.root());
        QList<ElementId> rows;
        for (const QString &title : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            rows.append(m.row(policy, {}, title));
        auto made = commands::move(m.plan(), {rows.at(2), rows.at(1)}, -1);
        m.apply(made);
        QCOMPARE(made->changes.size(), 1);
        QCOMPARE(m.titles(policy, Kind::Goal), (QStringList{u"b"_s, u"c"_s, u"a"_s, u"d"_s}));
        QVERIFY(!commands::move(m.plan(), {rows.at(1), rows.at(2)}, -1)); // at the top
        m.apply(commands::move(m.plan(), {rows.at(1), rows.at(2)}, 1));
        QCOMPARE(m.titles(policy, Kind::Goal), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        m.apply(commands::move(m.plan(), {rows.at(0), rows.at(2)}, 1));
        QCOMPARE(m.titles(policy, Kind::Goal), (QStringList{u"b"_s, u"a"_s, u"d"_s, u"c"_s}));
        m.apply(commands::move(m.plan(), {rows.at(0)}, -1));
        QCOMPARE(m.titles(policy, Kind::Goal), (QStringList{u"a"_s, u"b"_s, u"d"_s, u"c"_s}));
    }
    void neighboursAreFoundPastEmptyParents()
    {
        Made m;
        const ElementId first = m.add(Kind::Policy, m.root());
        const ElementId item = m.row(first, {}, u"a"_s);
        const ElementId x = m.add(Kind::Initiative, item, {}, u"x"_s);
        const ElementId y = m.add(Kind::Initiative, item, {}, u"y"_s);
        m.add(Kind::Policy, m.root()); // has nothing
        const ElementId last = m.add(Kind::Policy, m.root());
        const ElementId other = m.row(last, {}, u"b"_s);
        m.add(Kind::Initiative, other, {}, u"z"_s);
        m.apply(commands::moveToNeighbour(m.plan(), {x, y}, 1));
        QCOMPARE(m.titles(other, Kind::Initiative), (QStringList{u"x"_s, u"y"_s, u"z"_s}));
        m.apply(commands::moveToNeighbour(m.plan(), {y, x}, -1));
        QCOMPARE(m.titles(item, Kind::Initiative), (QStringList{u"x"_s, u"y"_s}));
        QVERIFY(!commands::moveToNeighbour(m.plan(), {first}, 1)); // never another kind of parent
    }
    void placesAreOnlyThoseOfTheKind()
    {
        Made m;
        const ElementId policy = m.add(Kind::Policy, m.root());
        const ElementId alone = m.row(policy, {}, u"a"_s);
        const ElementId goal = m.plan().parentOf(alone);
        QVERIFY(!commands::spotOn(m.plan(), Kind::Goal, alone));
        QVERIFY(!commands::spotOn(m.plan(), Kind::Policy, policy));
        QCOMPARE(commands::spotOn(m.plan(), Kind::ReformItem, alone), (commands::Spot{goal, alone}));
        QCOMPARE(commands::spotOn(m.plan(), Kind::Initiative, alone), (commands::Spot{alone, {}}));
        QCOMPARE(commands::spotBelow(m.plan(), Kind::Goal, policy, alone), (commands::Spot{policy, goal}));
        QVERIFY(!commands::spotBelow(m.plan(), Kind::ReformItem, policy, alone));
        QVERIFY(!commands::spotBelow(m.plan(), Kind::Goal, {}, policy));
        QCOMPARE(commands::spotBelow(m.plan(), Kind::Policy, {}, {}), (commands::Spot{m.root(), {}}));
        QCOMPARE(commands::spotAt(m.plan(), Kind::Goal, alone), (commands::Spot{policy, goal}));
        QVERIFY(!commands::spotAt(m.plan(), Kind::Initiative, policy));
    }

    // -- branches on their way

    void aBranchComesWholeIntoAnotherPlan()
    {
        Made from;
        const ElementId item = from.row(from.add(Kind::Policy, from.root()), u"1-1"_s, u"題\n二行"_s);
        const ElementId goal = from.plan().parentOf(item);
        from.add(Kind::Statement, goal, u"①"_s, u"文"_s);
        const ElementId indicator = from.add(Kind::Indicator, goal, {}, u"率"_s);
        const ElementId initiative = from.add(Kind::Initiative, item, {}, u"取組"_s);
        const ElementId known = from.add(Kind::Department, from.root(), {}, u"財政課"_s);
        const ElementId unknown = from.add(Kind::Department, from.root(), {}, u"広報課"_s);
        const IndicatorValue value{Decimal::fromCanonical(u"95.30"_s), u"final"_s, {}, u"注"_s, false};
        QVERIFY(from.document.apply({PlanChange::set(indicator, u"values/2022/actual"_s, Value(value)),
            PlanChange::set(indicator, u"decimals"_s, Value(1)),
            PlanChange::set(initiative, u"schedule/2023/planned"_s, Value(u"準備"_s)),
            PlanChange::set(item, u"department"_s, Value(known.uuidString())),
            PlanChange::set(item, field::jointDepartment(unknown.uuid), Value::fromBool(true)),
            PlanChange::set(item, field::state(Kind::ReformItem, u"title"), Value(u"revised"_s))}));

        // By the bytes alone, as another program of ours would get it.
        const std::unique_ptr<QMimeData> mime(BranchClip::ofRows(from.plan(), {item}, true).toMime());
        QMimeData bytes;
        bytes.setData(BranchClip::mimeType(), mime->data(BranchClip::mimeType()));
        const auto clip = BranchClip::fromMime(&bytes);
        QVERIFY(clip);
        Made to(u"b"_s);
        const ElementId here = to.add(Kind::Department, to.root(), {}, u"財政課"_s);
        const ElementId policy = to.add(Kind::Policy, to.root());
        QVERIFY(!clip->canMoveIn(to.plan()));
        QVERIFY(!clip->pasteAt(to.plan(), to.root())); // a goal cannot stand there
        to.apply(clip->pasteAt(to.plan(), policy));

        const ElementId newGoal = to.plan().children(policy, Kind::Goal).constFirst();
        const ElementId newItem = to.plan().children(newGoal, Kind::ReformItem).constFirst();
        QVERIFY(newGoal != goal && newItem != item);
        QCOMPARE(to.plan().text(newItem, u"title"), u"題\n二行"_s);
        QCOMPARE(to.plan().text(newItem, field::state(Kind::ReformItem, u"title")), u"revised"_s);
        QCOMPARE(to.plan().text(newItem, u"department"), here.uuidString());
        const QList<ElementId> departments = to.plan().children(to.root(), Kind::Department);
        QCOMPARE(departments.size(), 2);
        QCOMPARE(to.plan().text(departments.constLast(), u"name"), u"広報課"_s);
        QCOMPARE(to.plan().value(newItem, field::jointDepartment(departments.constLast().uuid)).boolean(),
            std::optional(true));
        const ElementId newIndicator = to.plan().children(newGoal, Kind::Indicator).constFirst();
        QCOMPARE(to.plan().value(newIndicator, u"values/2022/actual"), Value(value));
        QCOMPARE(to.plan().number(newIndicator, u"decimals"), std::optional<qint64>(1));
        const ElementId newInitiative = to.plan().children(newItem, Kind::Initiative).constFirst();
        QCOMPARE(to.plan().text(newInitiative, u"schedule/2023/planned"), u"準備"_s);
        QCOMPARE(mime->text(), u"1-1　題 二行\n　取組"_s);
        // Once more: the department that was added is found by its name.
        to.apply(clip->pasteAt(to.plan(), newItem));
        QCOMPARE(to.plan().children(to.root(), Kind::Department).size(), 2);
        QCOMPARE(to.plan().children(policy, Kind::Goal).size(), 2);
    }
    void whatIsNoBranchIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto with = [](const char *branch) {
            return QByteArray(R"({"format":"mezasu-branches","version":1,"plan":"","cut":false,"departments":[],)")
                + R"("branches":[)" + branch + "]}";
        };
        const QByteArray id = "01234567-89ab-cdef-0123-456789abcdef";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another format") << QByteArray(R"({"format":"x","version":1})");
        QTest::newRow("no branches") << with("");
        QTest::newRow("no id") << with(R"({"fields":{},"children":[]})");
        QTest::newRow("an unknown field")
            << with(R"({"id":"goal:01234567-89ab-cdef-0123-456789abcdef","fields":{"colour":"red"},"children":[]})");
        QTest::newRow("a child of the wrong kind")
            << with(R"({"id":"goal:01234567-89ab-cdef-0123-456789abcdef","fields":{},"children":[)"
                    R"({"id":"policy:01234567-89ab-cdef-0123-456789abcdef","fields":{},"children":[]}]})");
    }
    void whatIsNoBranchIsRefused()
    {
        QFETCH(QByteArray, json);
        QMimeData mime;
        mime.setData(BranchClip::mimeType(), json);
        QVERIFY(!BranchClip::fromMime(&mime));
    }
    void whatWasCutHereIsMoved()
    {
        Made m;
        const ElementId first = m.add(Kind::Policy, m.root());
        const ElementId second = m.add(Kind::Policy, m.root());
        const ElementId a = m.row(first, {}, u"a"_s);
        const ElementId b = m.row(first, {}, u"b"_s);
        const auto clip = BranchClip::ofRows(m.plan(), {b, a}, true);
        QVERIFY(clip.canMoveIn(m.plan()) && !clip.asCopy().canMoveIn(m.plan()));
        m.apply(clip.pasteAt(m.plan(), second));
        QCOMPARE(m.titles(second, Kind::Goal), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(m.plan().contains(a) && m.plan().children(first, Kind::Goal).isEmpty());
        // What is gone since comes back as a copy.
        QVERIFY(m.document.apply({PlanChange::remove(m.plan().parentOf(a))}));
        QVERIFY(!clip.canMoveIn(m.plan()));
        m.apply(clip.pasteAt(m.plan(), first));
        QCOMPARE(m.titles(first, Kind::Goal), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(!m.plan().contains(a));
    }

    void linesOfTextBecomeRows_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("title");
        QTest::newRow("a title") << u"　手続の見直し "_s << QString() << u"手続の見直し"_s;
        QTest::newRow("a code") << u"1-1　手続の見直し"_s << u"1-1"_s << u"手続の見直し"_s;
        QTest::newRow("a full-width code") << u"１－１ 手続"_s << u"１－１"_s << u"手続"_s;
        QTest::newRow("a code and a tab") << u"1-1-2\t手続"_s << u"1-1-2"_s << u"手続"_s;
        QTest::newRow("a bullet") << u"・手続"_s << QString() << u"手続"_s;
        QTest::newRow("a bullet and a code") << u"・ 1-1 手続"_s << u"1-1"_s << u"手続"_s;
        QTest::newRow("a counting mark") << u"① 手続"_s << u"①"_s << u"手続"_s;
        QTest::newRow("a year is no code") << u"2022 年度の手続"_s << QString() << u"2022 年度の手続"_s;
        QTest::newRow("blanks inside stay") << u"手続　と  相談"_s << QString() << u"手続　と  相談"_s;
        QTest::newRow("twice the same is no mark") << u"○○の手続"_s << QString() << u"○○の手続"_s;
    }
    void linesOfTextBecomeRows()
    {
        QFETCH(QString, line);
        const PastedLines read = PastedLines::fromText(u"\r\n"_s + line + u"\r\n\r\n"_s);
        QCOMPARE(read.lines.size(), 1);
        QTEST(read.lines.constFirst().code, "code");
        QTEST(read.lines.constFirst().title, "title");
        QCOMPARE(read.bullets.isEmpty(), !line.startsWith(u'・'));
        QVERIFY(!read.isTable);
    }
    void linesAreOfTheKindOfTheRow()
    {
        Made m;
        QVERIFY(PastedLines::fromText(u"1-1\t題\t課\n"_s).isTable);
        QVERIFY(!PastedLines::fromText(u" \n"_s).asSiblings(m.plan(), m.root()));
        const PastedLines lines = PastedLines::fromText(u"1 甲\n2 乙"_s);
        m.apply(lines.asSiblings(m.plan(), m.root()));
        QCOMPARE(m.titles(m.root(), Kind::Policy), (QStringList{u"甲"_s, u"乙"_s}));
        const ElementId policy = m.plan().children(m.root(), Kind::Policy).constFirst();
        QCOMPARE(m.plan().text(policy, u"number"), u"1"_s);
        const ElementId item = m.row(policy, {}, u"a"_s);
        m.apply(lines.asSiblings(m.plan(), item));
        QCOMPARE(m.titles(policy, Kind::Goal), (QStringList{u"a"_s, u"甲"_s, u"乙"_s}));
        const ElementId initiative = m.add(Kind::Initiative, item, {}, u"x"_s);
        m.apply(lines.asSiblings(m.plan(), initiative));
        QCOMPARE(m.titles(item, Kind::Initiative), (QStringList{u"x"_s, u"甲"_s, u"乙"_s}));
    }

    // -- numbering

    void numbersFollowTheOrder()
    {
        Made m;
        const ElementId second = m.add(Kind::Policy, m.root(), u"2"_s);
        const ElementId first = m.add(Kind::Policy, m.root(), u"1"_s);
        m.row(second, u"2-2"_s, u"a"_s);
        const ElementId several = m.add(Kind::Goal, second);
        m.add(Kind::ReformItem, several, u"1-2"_s);
        const ElementId last = m.add(Kind::ReformItem, several);
        m.add(Kind::Initiative, last, u"9"_s);
        const ElementId other = m.row(first, u"2-1"_s, u"b"_s);
        QCOMPARE(codesOf(m.plan(), renumbering(m.plan(), {})),
            (QStringList{u"2→1"_s, u"2-2→1-1"_s, u"1-2→="_s, u"→1-3"_s, u"9→1-3-1"_s, u"1→2"_s, u"2-1→="_s}));
        // A branch: by the policy's number as it stands.
        RenumberingWishes wishes;
        wishes.branch = second;
        QCOMPARE(codesOf(m.plan(), renumbering(m.plan(), wishes)),
            (QStringList{u"2-2→2-1"_s, u"1-2→2-2"_s, u"→2-3"_s, u"9→2-3-1"_s}));
        QCOMPARE(renumbering(m.plan(), wishes).constFirst().note, CodeChange::Note::Shared); // other has 2-1
        wishes.initiatives = false;
        wishes.branch = several;
        QCOMPARE(codesOf(m.plan(), renumbering(m.plan(), wishes)), (QStringList{u"1-2→2-2"_s, u"→2-3"_s}));
        QVERIFY(m.document.apply(changesOf(renumbering(m.plan(), {}))));
        for (const CodeChange &one : renumbering(m.plan(), {}))
            QVERIFY(!one.isChange());
        QCOMPARE(m.plan().text(other, u"code"), u"2-1"_s);
        QVERIFY(m.document.undo()); // at once
        QCOMPARE(m.plan().text(second, u"number"), u"2"_s);
        QCOMPARE(m.plan().text(last, u"code"), QString());
    }
    void numbersAreWrittenAsTheyAre()
    {
        Made m;
        m.add(Kind::Policy, m.root(), u"Ⅰ"_s); // no digits: stays
        const ElementId policy = m.add(Kind::Policy, m.root(), u"方針３"_s);
        m.row(policy, u"３‐５"_s, u"a"_s);
        m.row(policy, {}, u"b"_s);
        m.row(policy, u"2-3"_s, u"c"_s);
        QCOMPARE(codesOf(m.plan(), renumbering(m.plan(), {})),
            (QStringList{u"Ⅰ→="_s, u"方針３→方針２"_s, u"３‐５→２‐１"_s, u"→２‐２"_s, u"2-3→="_s}));
    }
    void sizesDatesAndNamesAreShort()
    {
        const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        const QDateTime when(QDate(2026, 11, 29), QTime(10, 4));
        QLocale::setDefault(QLocale(QLocale::Japanese));
        QCOMPARE(words::fileSize(1), u"1 KB"_s);
        QCOMPARE(words::fileSize(416 * 1024), u"416 KB"_s);
        QCOMPARE(words::fileSize(3 * 1024 * 1024 + 200 * 1024), u"3.2 MB"_s);
        QCOMPARE(words::dayAndTime(when), u"2026/11/29 10:04"_s);
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(words::fileSize(416 * 1024), u"416 KB"_s);
        QCOMPARE(words::dayAndTime(when), u"2026-11-29 10:04"_s);
        QCOMPARE(words::day(when.date()), u"2026-11-29"_s);
        for (const QString &nobody : {QString(), u"?"_s})
            QCOMPARE(words::authorName(nobody), u"（名前なし）"_s);
        QCOMPARE(words::authorName(u"企画花子"_s), u"企画花子"_s);
    }
    void aChangeIsShownWhereTextsDiffer_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("wanted");
        const QString same = u"知らせたいことが暮らしの場に届き、相談したいときに相談できる、"_s;
        QTest::newRow("short") << u"旧い説明"_s << u"新しい説明"_s << u"「旧い説明」 → 「新しい説明」"_s;
        QTest::newRow("at the end") << same + u"市役所"_s << same + u"まち"_s
                                    << u"「…相談できる、市役所」 → 「…相談できる、まち」"_s;
        QTest::newRow("in the middle") << same + u"市役所へ"_s + same << same + u"まちへ"_s + same
                                       << u"「…相談できる、市役所へ知らせ…」 → 「…相談できる、まちへ知らせ…」"_s;
        QTest::newRow("at the start") << u"市は"_s + same << u"町は"_s + same << u"「市は知らせ…」 → 「町は知らせ…」"_s;
        QTest::newRow("all")
            << same << QString(same).replace(u'い', u'う').replace(u'、', u'。')
            << u"「知らせたいことが暮らしの場に届き、相談したいと…」 → 「知らせたうことが暮らしの場に届き。相談したうと…」"_s;
    }
    void aChangeIsShownWhereTextsDiffer()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QFETCH(const QString, wanted);
        Made m;
        const ElementId policy = m.add(Kind::Policy, m.root(), u"1"_s);
        QVERIFY(m.document.apply({PlanChange::set(policy, u"description"_s, before)}));
        const Plan old = m.plan();
        const QList<PlanChange> steps{PlanChange::set(policy, u"description"_s, after)};
        QVERIFY(m.document.apply(steps));
        const QList<ChangeRow> rows = changeRows(old, m.plan(), steps);
        QCOMPARE(rows.constLast().detail, u"説明："_s + wanted);
    }
    void whatIsContestedStays()
    {
        Made mine;
        const ElementId policy = mine.add(Kind::Policy, mine.root(), u"1"_s);
        const ElementId item = mine.row(policy, u"1-5"_s, u"a"_s);
        PlanDocument theirs(Journal(), nullptr, session(u"b"_s));
        const auto all = [](PlanDocument &document) {
            QList<ChangeSet> out;
            for (const Name &name : document.journal().names())
                out.append(document.journal().changeSet(name));
            return out;
        };
        QVERIFY(theirs.merge(all(mine.document)));
        QVERIFY(mine.document.apply({PlanChange::set(item, u"code"_s, u"1-6"_s)}));
        QVERIFY(theirs.apply({PlanChange::set(item, u"code"_s, u"1-7"_s)}));
        QVERIFY(mine.document.merge(all(theirs)));
        const CodeChange code = renumbering(mine.plan(), {}).constLast();
        QCOMPARE(code.note, CodeChange::Note::Contested);
        QVERIFY(!code.isChange());
    }
};

QTEST_MAIN(TestTreeParts)
#include "tst_treeparts.moc"
