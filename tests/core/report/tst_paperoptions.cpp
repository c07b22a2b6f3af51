// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/branches.h"
#include "core/report/paperfindings.h"
#include "core/report/reportkinds.h"
#include "core/report/tablereport.h"
#include "tests/core/report/awkwardplan.h"
#include "tests/core/report/pagechecker.h"
#include "tests/core/report/planmaker.h"

#include <QtTest>

#include <algorithm>

using namespace mezasu;
using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {

Document wholeTable(const Plan &plan, const PaperOptions &options)
{
    return completed(tableReport(plan, options));
}

/// Two policies; the first with a goal of two items and one of one.
struct Made
{
    Made()
    {
        for (int p = 1; p <= 2; ++p) {
            const ElementId policy = maker.add(Kind::Policy, maker.root,
                {{u"number"_s, QString::number(p)}, {u"title"_s, u"方針%1"_s.arg(p)},
                    {u"description"_s, u"説明%1"_s.arg(p)}});
            for (int g = 1; g <= 2; ++g) {
                const ElementId goal = maker.add(Kind::Goal, policy, {});
                goals += goal;
                maker.add(Kind::Statement, goal, {{u"text"_s, u"姿%1-%2"_s.arg(p).arg(g)}});
                maker.add(Kind::Indicator, goal, {{u"name"_s, u"指標%1-%2"_s.arg(p).arg(g)}});
                for (int i = 1; i <= 3 - g; ++i) {
                    maker.add(Kind::ReformItem, goal,
                        {{u"code"_s, u"%1-%2-%3"_s.arg(p).arg(g).arg(i)}, {u"title"_s, u"項目%1"_s.arg(i)}});
                }
            }
        }
    }
    PlanMaker maker = PlanMaker({{u"title"_s, u"計画の題"_s}});
    QList<ElementId> goals;
};

PaperOptions optionsOf(const QStringList &pairs)
{
    const auto options = PaperOptions::fromPairs(pairs);
    return options ? options.value() : PaperOptions();
}

const Table &tableOf(const Document &document)
{
    for (const Block &block : document.sections.front().blocks) {
        if (const auto *table = std::get_if<Table>(&block))
            return *table;
    }
    static const Table none;
    return none;
}

QStringList rowsOf(const Document &document)
{
    QStringList rows;
    for (const TableRow &row : tableOf(document).rows) {
        QStringList cells;
        for (const TableCell &cell : row.cells) {
            QString text;
            for (const Paragraph &paragraph : cell.paragraphs)
                text += paragraph.label + paragraph.text;
            cells += cell.rowSpan > 1 ? QString(text + u'×' + QString::number(cell.rowSpan)) : text;
        }
        rows += cells.join(u'/');
    }
    return rows;
}

QStringList notesOf(const Document &document)
{
    QStringList notes;
    for (const Block &block : document.sections.front().blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            notes += paragraph->text;
    }
    return notes;
}

} // namespace

class tst_PaperOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsThereAndBack()
    {
        const QStringList pairs{u"number=資料1=2"_s, u"meeting=第1回"_s, u"date=令和8年"_s, u"title=題"_s,
            u"note=取扱注意"_s, u"paper=A4-portrait"_s, u"font=gothic"_s, u"size=12.5"_s,
            u"columns=policy.title,goal.issues"_s, u"branch=1,2-1"_s};
        const PaperOptions options = optionsOf(pairs);
        QCOMPARE(options.number, u"資料1=2"_s);
        QCOMPARE(options.note, u"取扱注意"_s);
        QCOMPARE(options.sizePt, std::optional(12.5));
        QCOMPARE(options.columns, (QStringList{u"policy.title"_s, u"goal.issues"_s}));
        QCOMPARE(options.branches, (QStringList{u"1"_s, u"2-1"_s}));
        QCOMPARE(options.toPairs({}), pairs);
        QCOMPARE(PaperOptions().toPairs({}), QStringList());
        QCOMPARE(optionsOf({u"branch=1"_s, u"branch=2"_s}).branches, (QStringList{u"1"_s, u"2"_s}));
    }

    void whatIsNotKnownIsRefused_data()
    {
        QTest::addColumn<QString>("pair");
        for (const char *pair : {"paper=A5", "font=comic", "size=5", "size=25", "size=large", "columns=policy.colour",
                 "colour=red", "number", "=1"})
            QTest::newRow(pair) << QString::fromLatin1(pair);
    }
    void whatIsNotKnownIsRefused()
    {
        QFETCH(QString, pair);
        const auto options = PaperOptions::fromPairs({pair});
        QVERIFY(!options);
        QCOMPARE(options.error().code, Error::Code::InvalidInput);
        QVERIFY(!options.error().detail.isEmpty());
    }

    void theyAreKeptWithThePlan()
    {
        PlanMaker maker({{u"papers/table"_s, u"paper=A4\nnumber=資料1-1\nnewer=thing\nbranch=1"_s}});
        const ReportKind &kind = *reportKind(u"table");
        const PaperOptions options = kind.optionsOf(maker.plan);
        QCOMPARE(options.paper, PaperSize::A4Landscape);
        QCOMPARE(options.number, u"資料1-1"_s);
        QCOMPARE(options.branches, QStringList{u"1"_s});
        QCOMPARE(kind.keptText(options), u"number=資料1-1\npaper=A4\nbranch=1"_s);
        QCOMPARE(kind.keptText(kind.usual), QString());
        QCOMPARE(reportKind(u"indicators")->optionsOf(maker.plan), reportKind(u"indicators")->usual);
    }

    void columnsAreChosen()
    {
        const Made made;
        const Document document = wholeTable(made.maker.plan, optionsOf({u"columns=policy.title,reform_item.title"_s}));
        QCOMPARE(rowsOf(document),
            (QStringList{u"1方針1×3/項目1"_s, u"項目2"_s, u"項目1"_s, u"2方針2×3/項目1"_s, u"項目2"_s, u"項目1"_s}));
        QCOMPARE(tableOf(document).headingRows.front().cells.size(), std::size_t(2));
        QVERIFY(notesOf(document).join(u' ').contains(
            u"この表に載せていないもの：「基本方針の説明」、「目指す姿」、「指標」、「現状と課題」、「改革項目」、「改革項目の説明」"_s));
        // The bookmarks of the items stand in the first column that is theirs.
        QCOMPARE(tableOf(document).rows[1].cells.front().bookmarks.front().title, u"1-1-2 項目2"_s);
        QVERIFY(tableOf(document).rows[1].cells.front().isHeader);
    }

    void rowsThatDivideNothingAreJoined()
    {
        const Made made;
        QCOMPARE(rowsOf(wholeTable(made.maker.plan, optionsOf({u"columns=policy.title,goal.statements"_s}))),
            (QStringList{u"1方針1×2/姿1-1"_s, u"姿1-2"_s, u"2方針2×2/姿2-1"_s, u"姿2-2"_s}));
        QCOMPARE(rowsOf(wholeTable(made.maker.plan, optionsOf({u"columns=policy.title,policy.description"_s}))),
            (QStringList{u"1方針1/説明1"_s, u"2方針2/説明2"_s}));
    }

    void branchesAreChosen_data()
    {
        QTest::addColumn<QString>("branch");
        QTest::addColumn<QStringList>("rows");
        const QStringList second{u"2方針2×3/項目1"_s, u"項目2"_s, u"項目1"_s};
        QTest::newRow("a policy by its number") << u"2"_s << second;
        QTest::newRow("a policy by its title") << u"方針2"_s << second;
        QTest::newRow("an item by its code") << u"1-1-2"_s << QStringList{u"1方針1/項目2"_s};
        QTest::newRow("items of two policies")
            << u"1-2-1、2-1-1"_s << QStringList{u"1方針1/項目1"_s, u"2方針2/項目1"_s};
    }
    void branchesAreChosen()
    {
        QFETCH(QString, branch);
        const Made made;
        const Document document = wholeTable(
            made.maker.plan, optionsOf({u"columns=policy.title,reform_item.title"_s, u"branch="_s + branch}));
        QTEST(rowsOf(document), "rows");
        QVERIFY(notesOf(document).first().startsWith(u"計画の一部です："_s));
    }

    void aGoalIsABranchByItsIdentity()
    {
        const Made made;
        const auto branches = Branches::of(made.maker.plan, {made.goals[1].toString()});
        QVERIFY(branches);
        QCOMPARE(branches.value().roots(), QList<ElementId>{made.goals[1]});
        QVERIFY(branches.value().show(made.maker.plan.parentOf(made.goals[1])));
        QVERIFY(!branches.value().hold(made.maker.plan.parentOf(made.goals[1])));
        QVERIFY(!branches.value().show(made.goals[0]));
    }

    void aBranchThatIsNotThereIsNamed()
    {
        const Made made;
        const auto branches = Branches::of(made.maker.plan, {u"1"_s, u"9-9"_s});
        QVERIFY(!branches);
        QCOMPARE(branches.error().code, Error::Code::NotFound);
        QCOMPARE(branches.error().subject, u"9-9"_s);
        // On paper it is left out: what was chosen once may be gone.
        QCOMPARE(rowsOf(wholeTable(made.maker.plan, optionsOf({u"branch=2,9-9"_s}))).size(), qsizetype(3));
    }

    void indicatorsOfABranch()
    {
        const Made made;
        const Document document =
            completed(reportKind(u"indicators")->make(made.maker.plan, optionsOf({u"branch=2"_s})));
        const QStringList said = pagechecker::saidTexts(document);
        QVERIFY(said.contains(u"指標2-1"_s));
        QVERIFY(!said.contains(u"指標1-1"_s));
    }

    void titleAndNoteStandOnThePages()
    {
        const Made made;
        const ReportKind &kind = *reportKind(u"table");
        const PaperOptions options = optionsOf({u"title=別の題"_s, u"note=取扱注意"_s, u"number=資料2"_s});
        const Document document = kind.make(made.maker.plan, options);
        QCOMPARE(document.title, u"別の題"_s);
        const auto pages = layoutDocument(document, kind.setup(options));
        QVERIFY(pages);
        QCOMPARE(pages.value().pages.front().lines[0].text, u"取扱注意"_s);
        QCOMPARE(pages.value().pages.front().lines[1].text, u"資料2"_s);
        QVERIFY(pages.value().pages.front().lines[0].baseline.x() < pages.value().pages.front().lines[1].baseline.x());
        QVERIFY(pagechecker::faultsOf(document, kind.setup(options), pages.value()).isEmpty());
    }

    void anyChoiceLaysOutSoundly_data()
    {
        QTest::addColumn<QStringList>("pairs");
        for (const char *columns :
            {"goal.issues", "reform_item.code", "policy.title,reform_item.description",
                "goal.statements,goal.indicators", "policy.description", "reform_item.title,reform_item.description"}) {
            for (const char *size : {"8", "10.5", "16"}) {
                QTest::addRow("%s %s", columns, size) << QStringList{u"columns="_s + QLatin1StringView(columns),
                    u"size="_s + QLatin1StringView(size), u"paper=A4-portrait"_s};
            }
        }
    }
    void anyChoiceLaysOutSoundly()
    {
        QFETCH(QStringList, pairs);
        const ReportKind &kind = *reportKind(u"table");
        const PaperOptions options = optionsOf(pairs);
        for (const uint seed : {3U, 5U, 6U, 7U}) {
            const Document document = kind.make(awkwardPlan(seed), options);
            const auto pages = layoutDocument(document, kind.setup(options));
            QVERIFY(pages);
            const auto faults = pagechecker::faultsOf(document, kind.setup(options), pages.value());
            QVERIFY2(faults.isEmpty(), qPrintable(pagechecker::inWords(faults)));
        }
    }

    void whatIsHardToReadIsFound()
    {
        const Made made;
        const auto found = [&](const QStringList &pairs) {
            const ReportKind &kind = *reportKind(u"table");
            const PaperOptions options = optionsOf(pairs);
            const PageSetup setup = kind.setup(options);
            return paperFindings(setup, layoutDocument(kind.make(made.maker.plan, options), setup).value());
        };
        for (const QString &paper : {u"paper=A3"_s, u"paper=A4"_s, u"paper=A4-portrait"_s})
            QVERIFY(found({paper}).empty());
        QCOMPARE(found({u"paper=A4"_s, u"size=9"_s}).front().code, PaperFinding::Code::SmallText);
        QCOMPARE(found({u"paper=A3"_s, u"size=10.5"_s}).front().code, PaperFinding::Code::SmallReduced);
        QVERIFY(found({u"paper=A4"_s, u"size=10.5"_s}).empty());
        const PaperOptions options = optionsOf({u"paper=A4-portrait"_s, u"size=20"_s});
        const ReportKind &kind = *reportKind(u"table");
        const auto pages = layoutDocument(kind.make(awkwardPlan(4), options), kind.setup(options));
        const auto findings = paperFindings(kind.setup(options), pages.value());
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings.front().code, PaperFinding::Code::NarrowColumn);
    }
};

QTEST_MAIN(tst_PaperOptions)
#include "tst_paperoptions.moc"
