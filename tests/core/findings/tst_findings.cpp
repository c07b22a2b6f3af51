// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"
#include "core/findings/findings.h"
#include "core/findings/findingtext.h"
#include "core/findings/notemarks.h"

#include <QtTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

/// What is found in a plan, and only that.
class TestFindings : public QObject
{
    Q_OBJECT

    Plan m_plan;
    int m_count = 0;

    ElementId add(Kind kind, const ElementId &parent, std::initializer_list<std::pair<QString, Value>> fields)
    {
        auto element = std::make_shared<Element>();
        element->id = {kind, QUuid(uint(++m_count), 1, 2, 0x80, 4, 5, 6, 7, 8, 9, 10)};
        element->place = {parent, parent.isNull() ? QByteArray() : QByteArray::number(m_count).rightJustified(8, '0')};
        for (const auto &[name, value] : fields)
            element->fields.set(name, value);
        if (parent.isNull())
            m_plan.setRoot(element->id);
        m_plan.put(element);
        return element->id;
    }
    static Value number(const QString &text)
    {
        IndicatorValue value;
        value.value = Decimal::fromCanonical(text);
        return value;
    }
    QStringList codes(const ElementId &id) const
    {
        QStringList out;
        for (const Finding &finding : findingsOf(m_plan)) {
            if (finding.element == id)
                out.append(finding.code + u' ' + finding.field);
        }
        return out;
    }

    ElementId m_root, m_policy, m_goal, m_item, m_indicator;

private Q_SLOTS:
    void init()
    {
        m_plan = Plan();
        m_count = 0;
        m_root = add(Kind::Plan, {}, {{u"title"_s, u"計画"_s}});
        const ElementId department = add(Kind::Department, m_root, {{u"name"_s, u"企画課"_s}});
        m_policy = add(Kind::Policy, m_root, {{u"title"_s, u"方針"_s}});
        m_goal = add(Kind::Goal, m_policy, {});
        add(Kind::Statement, m_goal, {{u"text"_s, u"暮らしやすいまち"_s}});
        m_item = add(Kind::ReformItem, m_goal,
            {{u"code"_s, u"1-1"_s}, {u"title"_s, u"窓口"_s}, {u"department"_s, department.uuidString()}});
        m_indicator = add(Kind::Indicator, m_goal,
            {{u"name"_s, u"満足度"_s}, {u"unit"_s, u"%"_s}, {u"values/2021/baseline"_s, number(u"40"_s)},
                {u"values/2026/target"_s, number(u"60"_s)}});
    }

    void aCompletePlanHasNone() { QCOMPARE(findingsOf(m_plan), QList<Finding>()); }

    void whatIsMissingIsFoundWhereItBelongs()
    {
        const ElementId goal = add(Kind::Goal, m_policy, {});
        QCOMPARE(codes(goal), (QStringList{u"statement_missing statements"_s, u"indicator_missing indicators"_s}));
        const ElementId item = add(Kind::ReformItem, goal, {{u"title"_s, u"　"_s}});
        QCOMPARE(codes(item), (QStringList{u"code_missing code"_s, u"title_missing title"_s}));
        const ElementId indicator = add(Kind::Indicator, goal, {});
        QCOMPARE(codes(indicator),
            (QStringList{u"title_missing name"_s, u"unit_missing unit"_s, u"baseline_missing values"_s,
                u"target_missing values"_s, u"department_missing department"_s}));
        const ElementId issue = add(Kind::Issue, goal, {{u"mark"_s, u"・"_s}});
        QCOMPARE(codes(issue), QStringList{u"text_missing text"_s});
        const ElementId note = add(Kind::Footnote, goal, {{u"text"_s, u"説明"_s}});
        QCOMPARE(codes(note), QStringList{u"mark_missing mark"_s});
        const ElementId department = add(Kind::Department, m_root, {});
        QCOMPARE(codes(department), QStringList{u"title_missing name"_s});
    }

    void aValueThatIsNotKnownIsNoBaseline()
    {
        IndicatorValue unknown;
        unknown.missing = u"not_surveyed"_s;
        const ElementId indicator = add(Kind::Indicator, m_goal,
            {{u"name"_s, u"率"_s}, {u"unit"_s, u"%"_s}, {u"direction"_s, u"none"_s},
                {u"values/2021/baseline"_s, unknown}});
        QCOMPARE(codes(indicator), QStringList{u"baseline_missing values"_s}); // no direction: needs no target
    }

    void theDepartmentOfWhatIsMeasuredCounts()
    {
        const ElementId goal = add(Kind::Goal, m_policy, {});
        const ElementId item = add(Kind::ReformItem, goal, {{u"code"_s, u"1-2"_s}});
        const ElementId initiative = add(Kind::Initiative, item, {{u"department"_s, u"x"_s}});
        const ElementId first = add(Kind::Indicator, initiative, {});
        QVERIFY(!codes(first).contains(u"department_missing department"_s));
        const ElementId second = add(Kind::Indicator, item, {});
        QVERIFY(codes(second).contains(u"department_missing department"_s));
    }

    void theSameCodeTwiceIsAWarningAtBoth()
    {
        const ElementId other =
            add(Kind::ReformItem, m_goal, {{u"code"_s, u"1-1"_s}, {u"title"_s, u"相談"_s}, {u"department"_s, u"x"_s}});
        // An initiative counts its codes by itself.
        add(Kind::Initiative, m_item, {{u"code"_s, u"1-1"_s}, {u"title"_s, u"予約"_s}});
        const QList<Finding> found = findingsOf(m_plan);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).element, m_item);
        QCOMPARE(found.at(1).element, other);
        QCOMPARE(found.at(0).severity, Finding::Severity::Warning);
        QCOMPARE(findingtext::sentence(found.at(0), QLocale::Japanese), u"同じ番号「1-1」がほかにもあります。"_s);
        QCOMPARE(findingtext::sentence(found.at(0), QLocale::English), u"Another one has the same code, 1-1."_s);
    }

    void aMarkNeedsItsNoteAndANoteItsMark()
    {
        const ElementId issue = add(Kind::Issue, m_goal, {{u"text"_s, u"広域基盤（※１）とＡＩ※2の活用"_s}});
        QCOMPARE(codes(issue), (QStringList{u"note_missing text"_s, u"note_missing text"_s}));
        const ElementId first = add(Kind::Footnote, m_goal, {{u"mark"_s, u"※1"_s}, {u"text"_s, u"広域基盤とは"_s}});
        QCOMPARE(codes(issue), QStringList{u"note_missing text"_s});
        QCOMPARE(codes(first), QStringList());
        const ElementId third = add(Kind::Footnote, m_goal, {{u"mark"_s, u"※3"_s}, {u"text"_s, u"どこにもない"_s}});
        QCOMPARE(codes(third), QStringList{u"note_unused mark"_s});
        // The text of an item below the goal counts; another goal has notes of its own.
        add(Kind::Initiative, m_item, {{u"title"_s, u"学習※3"_s}});
        QCOMPARE(codes(third), QStringList());
        const ElementId goal = add(Kind::Goal, m_policy, {});
        const ElementId statement = add(Kind::Statement, goal, {{u"text"_s, u"広域基盤（※1）"_s}});
        QCOMPARE(codes(statement), QStringList{u"note_missing text"_s});
    }

    void marksAreReadFromTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("marks");
        QTest::newRow("behind a word") << u"基盤※を使う"_s << QStringList{u"※"_s};
        QTest::newRow("in brackets") << u"基盤（※）、端末(※2)"_s << QStringList{u"（※）"_s, u"(※2)"_s};
        QTest::newRow("a numbered note") << u"基盤（注1）"_s << QStringList{u"（注1）"_s};
        QTest::newRow("a note that begins a sentence") << u"本文です。※数値は見込み"_s << QStringList();
        QTest::newRow("a note in brackets") << u"40%（※数値は見込み）"_s << QStringList();
        QTest::newRow("a note on a line of its own") << u"本文\n※数値は見込み"_s << QStringList();
        QTest::newRow("the word 注意") << u"（注意）発注1件"_s << QStringList();
    }
    void marksAreReadFromTexts()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, marks);
        QCOMPARE(notes::marksIn(text), marks);
    }

    void contestedFieldsComeLast()
    {
        m_plan.setConflict(m_item, u"title"_s, {Value(u"窓口"_s), Value(u"受付"_s)});
        add(Kind::Policy, m_root, {});
        const QList<Finding> found = findingsOf(m_plan);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(1).code, u"conflict"_s);
        QCOMPARE(found.at(1).field, u"title"_s);
    }

    void itStopsWhenItIsCancelled()
    {
        for (int i = 0; i < 2000; ++i)
            add(Kind::Policy, m_root, {});
        QVERIFY(findingsOf(m_plan).size() == 2000);
        QVERIFY(findingsOf(m_plan, [] { return true; }).size() < 600);
    }

    void everyCodeHasWords()
    {
        // A code without words would be shown as it is.
        for (const char *code : {"title_missing", "code_missing", "code_duplicate", "statement_missing",
                 "indicator_missing", "unit_missing", "baseline_missing", "target_missing", "department_missing",
                 "text_missing", "mark_missing", "note_missing", "note_unused", "conflict", "erasure_suspect"}) {
            const QString name = QString::fromLatin1(code);
            for (const QLocale::Language language : {QLocale::Japanese, QLocale::English}) {
                QVERIFY2(findingtext::title(name, language) != name, code);
                QVERIFY2(findingtext::sentence({name, {}, {}, {}, {}}, language) != name, code);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
