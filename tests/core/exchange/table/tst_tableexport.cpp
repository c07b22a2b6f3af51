// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copy.h"
#include "randomplan.h"

#include "core/change/difference.h"
#include "core/exchange/codekey.h"
#include "core/exchange/json/planjson.h"
#include "core/exchange/table/tableexport.h"

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace mezasu;
using namespace mezasu::exchange;
using namespace Qt::StringLiterals;

namespace {

QByteArray written(const Plan &plan, TableFormat format, const QList<Name> &base = {}, WriteResult *result = nullptr,
    UuidColumns uuids = UuidColumns::WhereNeeded)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const WriteResult done = exportTable(plan, {format, uuids, base}, &buffer);
    if (result)
        *result = done;
    return done.ok ? buffer.data() : QByteArray();
}

bool load(Copy &copy, quint32 seed, int policies = 4)
{
    RandomPlan random(seed);
    random.make(policies);
    RunsOfSession runs;
    const auto draft = draftOfNewPlan(random.plan, random.fields, random.steps, runs);
    return draft && copy.journal.take({makeChangeSet({}, draft.value())});
}

QString firstDifference(const Plan &a, const Plan &b)
{
    QStringList out;
    for (const PlanChange &step : difference(a, b)) {
        out += u"%1 %2 %3 %4"_s.arg(int(step.op)).arg(step.id.toString(), step.field, step.value.text());
        if (out.size() > 5)
            break;
    }
    return out.join(u'\n');
}

/// How many made plans a property is tried on; MEZASU_EXPORT_PLANS asks for more.
quint32 plans()
{
    return std::max(40u, qEnvironmentVariable("MEZASU_EXPORT_PLANS").toUInt());
}

/// The lines of a TSV without its blank columns (what a plan has only for indicators without a name has no place in a table).
QStringList filledColumns(const QByteArray &tsv)
{
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(tsv).split(u'\n'))
        rows.append(line.split(u'\t'));
    QStringList out(rows.size());
    for (qsizetype column = 0; column < rows.constFirst().size(); ++column) {
        const bool isBlank = std::all_of(
            rows.cbegin() + 1, rows.cend(), [column](const QStringList &row) { return row.value(column).isEmpty(); });
        for (qsizetype i = 0; i < rows.size() && !isBlank; ++i)
            out[i] += rows.at(i).value(column) + u'\t';
    }
    return out;
}

/// The words of a plan without its UUIDs.
QByteArray words(const Plan &plan)
{
    static const QRegularExpression uuid(u"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"_s);
    return QString::fromUtf8(planToJson(plan)).remove(uuid).toUtf8();
}

QByteArray sample()
{
    QFile file(QStringLiteral(MEZASU_TEST_DATA "/../../resources/sample/plan.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool loadSample(Copy &copy)
{
    const auto read = planFromJson(sample(), [](int) { return QUuid::createUuid(); });
    if (!read)
        return false;
    RunsOfSession runs;
    const auto draft = draftOfNewPlan(read.value().plan, read.value().fields, read.value().steps, runs);
    return draft && copy.journal.take({makeChangeSet({}, draft.value())});
}
} // namespace

class TestTableExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWorkbookGivesTheSamePlanAgain()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            Copy c;
            QVERIFY(load(c, seed));
            const QByteArray bytes = written(c.plan(), TableFormat::Xlsx);
            Copy d;
            QVERIFY2(
                d.import(bytes, {}, u"t.xlsx"_s), qPrintable(QString::number(seed) + wordsOf(d.last.messages) + d.why));
            QVERIFY2(c.plan().isSameAs(d.plan()),
                qPrintable(QString::number(seed) + u'\n' + firstDifference(d.plan(), c.plan())));
        }
    }

    void anExportReadIntoItsPlanChangesNothing_data()
    {
        QTest::addColumn<TableFormat>("format");
        QTest::addColumn<UuidColumns>("uuids");
        QTest::newRow("xlsx") << TableFormat::Xlsx << UuidColumns::WhereNeeded;
        QTest::newRow("tsv with UUIDs") << TableFormat::Tsv << UuidColumns::Always;
        QTest::newRow("csv with UUIDs") << TableFormat::Csv << UuidColumns::Always;
        QTest::newRow("tsv") << TableFormat::Tsv << UuidColumns::WhereNeeded;
    }

    void anExportReadIntoItsPlanChangesNothing()
    {
        QFETCH(TableFormat, format);
        QFETCH(UuidColumns, uuids);
        for (quint32 seed = 100; seed < 100 + plans(); ++seed) {
            Copy c;
            QVERIFY(load(c, seed));
            const QByteArray bytes = written(c.plan(), format, c.journal.heads(), nullptr, uuids);
            const auto preview = c.preview(bytes, {}, format == TableFormat::Xlsx ? u"t.xlsx"_s : u"t.tsv"_s);
            QVERIFY2(!preview.isRefused(), qPrintable(wordsOf(preview.messages)));
            QStringList steps;
            for (const PlanChange &step : preview.steps) {
                // A text cannot say that its headings are words of the plan's own.
                if (!(step.op == PlanChange::Op::Set && step.id.kind == Kind::Plan))
                    steps += u"%1 %2 %3 %4"_s.arg(int(step.op)).arg(step.id.toString(), step.field, step.value.text());
            }
            QVERIFY2(steps.isEmpty(), qPrintable(QString::number(seed) + u'\n' + steps.join(u'\n')));
        }
    }

    /// Whatever a text can hold of a plan is in the new plan that is made of it: that gives the same text again.
    void aTextGivesTheSameTextAgain()
    {
        for (quint32 seed = 300; seed < 300 + plans(); ++seed) {
            Copy c;
            QVERIFY(load(c, seed));
            QList<PlanChange> steps; // a code that is a day becomes another one on the way
            for (const ElementId &id : c.plan().preorder()) {
                for (const QString &field : {u"code"_s, u"number"_s}) {
                    if (codeFromDate(c.plan().text(id, field)))
                        steps.append(PlanChange::set(id, field, u"1-1"_s));
                }
            }
            QVERIFY2(c.edit(steps), qPrintable(c.why));
            for (const UuidColumns uuids : {UuidColumns::Always, UuidColumns::WhereNeeded}) {
                const QByteArray bytes = written(c.plan(), TableFormat::Tsv, {}, nullptr, uuids);
                Copy d;
                QVERIFY2(d.import(bytes), qPrintable(QString::number(seed) + wordsOf(d.last.messages) + d.why));
                QCOMPARE(d.last.messages.count(MessageCode::ValuesDoNotAlign), 0);
                const QStringList lines = filledColumns(bytes);
                const QStringList again = filledColumns(written(d.plan(), TableFormat::Tsv, {}, nullptr, uuids));
                for (qsizetype i = 0; i < lines.size(); ++i)
                    QVERIFY2(again.value(i) == lines.at(i),
                        qPrintable(QString::number(seed) + u'\n' + lines.at(i) + u'\n' + again.value(i)));
                QCOMPARE(again.size(), lines.size());
            }
        }
    }

    /// Rows that have no word to be known by, in a text without UUIDs.
    void rowsWithoutWordsComeBack()
    {
        Copy c;
        QVERIFY(c.import(u"基本方針\t目指す姿\t改革項目番号\t改革項目名称\t所管課\n"
                         "海\t澄む\t1-1\t舟を出す\t港湾課\n"
                         "\t\t1-2\t網を繕う\t港湾課\n"_s.toUtf8()));
        const ElementId goal = c.plan().parentOf(c.find(Kind::ReformItem, u"網を繕う"_s));
        const ElementId department = c.plan().children(c.plan().root(), Kind::Department).value(0);
        QVERIFY(!goal.isNull() && !department.isNull());
        FieldMap onlyDepartment;
        onlyDepartment.set(u"department"_s, department.uuidString());
        FieldMap onlyCode;
        onlyCode.set(u"code"_s, u"1月1日"_s); // read as 1-1, which another item has
        QList<PlanChange> steps;
        for (const FieldMap &fields : {onlyDepartment, onlyCode, onlyDepartment})
            steps.append(PlanChange::insert({Kind::ReformItem, QUuid::createUuid()}, goal, fields));
        // A goal that the table says nothing about is known by what else it holds.
        const ElementId policy{Kind::Policy, QUuid::createUuid()};
        const ElementId silent{Kind::Goal, QUuid::createUuid()};
        FieldMap title;
        title.set(u"title"_s, u"灯台を直す"_s);
        steps.append(PlanChange::insert(policy, c.plan().root(), title));
        steps.append(PlanChange::insert(silent, policy, {}));
        steps.append(PlanChange::insert({Kind::ReformItem, QUuid::createUuid()}, silent, title));
        steps.append(PlanChange::insert({Kind::ReformItem, QUuid::createUuid()}, silent, onlyDepartment));
        QVERIFY2(c.edit(steps), qPrintable(c.why));
        const QByteArray bytes = written(c.plan(), TableFormat::Tsv);
        QVERIFY(!bytes.contains(goal.uuidString().toUtf8()));
        const auto preview = c.preview(bytes);
        QVERIFY2(preview.isUnchanged(), qPrintable(firstDifference(preview.before, preview.wanted)));
    }

    void titlesThatLookLikeCodesStayTitles()
    {
        Copy c;
        QVERIFY(c.import(u"基本方針\t目指す姿\n海\t澄む\n風\t凪ぐ\n"_s.toUtf8()));
        QVERIFY2(c.edit({PlanChange::set(c.find(Kind::Policy, u"海"_s), u"title"_s, u"1-1"_s),
                     PlanChange::set(c.find(Kind::Policy, u"風"_s), u"title"_s, u"2-1"_s)}),
            qPrintable(c.why));
        for (const PlanChange &step : c.preview(written(c.plan(), TableFormat::Tsv)).steps)
            QVERIFY2(step.id.kind == Kind::Plan, qPrintable(step.field)); // only the heading's words
    }

    void theSamplePlanThroughText()
    {
        Copy c;
        QVERIFY(loadSample(c));
        for (const TableFormat format : {TableFormat::Tsv, TableFormat::Csv}) {
            WriteResult result;
            const QByteArray bytes = written(c.plan(), format, {}, &result);
            Copy d;
            QVERIFY2(d.import(bytes), qPrintable(wordsOf(d.last.messages)));
            // What the format names as left out, and no more, is missing.
            QVERIFY(result.messages.count(MessageCode::NotInFormat) > 0);
            QVERIFY(c.preview(bytes).isUnchanged());
            QCOMPARE(d.lines([](Kind k) { return k != Kind::Department && k != Kind::Edition; }),
                c.lines([](Kind k) { return k != Kind::Department && k != Kind::Edition; }));
        }
    }

    void theSamplePlanThroughAWorkbook()
    {
        Copy c;
        QVERIFY(loadSample(c));
        const QByteArray bytes = written(c.plan(), TableFormat::Xlsx, c.journal.heads());
        QCOMPARE(written(c.plan(), TableFormat::Xlsx, c.journal.heads()), bytes);
        Copy d;
        QVERIFY(d.import(bytes, {}, u"t.xlsx"_s));
        QCOMPARE(words(d.plan()), words(c.plan()));
        QVERIFY(c.preview(bytes, {}, u"t.xlsx"_s).isUnchanged());
    }

    void memosGoIntoNoTableAndStayInThePlan_data()
    {
        QTest::addColumn<TableFormat>("format");
        QTest::newRow("xlsx") << TableFormat::Xlsx;
        QTest::newRow("tsv") << TableFormat::Tsv;
        QTest::newRow("csv") << TableFormat::Csv;
    }

    void memosGoIntoNoTableAndStayInThePlan()
    {
        QFETCH(TableFormat, format);
        Copy c;
        QVERIFY(loadSample(c));
        QSet<Kind> seen;
        QList<PlanChange> steps;
        for (const ElementId &id : c.plan().preorder()) {
            if (fieldInfo(id.kind, u"memo") && !seen.contains(id.kind)) {
                seen.insert(id.kind);
                steps.append(PlanChange::set(id, u"memo"_s, u"庁内だけの覚え"_s));
            }
        }
        QCOMPARE(steps.size(), 5); // policy, goal, reform item, initiative, indicator
        QVERIFY2(c.edit(steps), qPrintable(c.why));
        WriteResult result;
        const QByteArray bytes = written(c.plan(), format, c.journal.heads(), &result);
        QCOMPARE(result.messages.count(MessageCode::MemosKept), 1);
        const QString name = format == TableFormat::Xlsx ? u"t.xlsx"_s : u"t.tsv"_s;
        MessageList messages;
        const auto read = readTableFile(bytes, name, {}, messages);
        QVERIFY(read && !read->sheets.isEmpty());
        for (const Grid &grid : read->sheets) { // the hidden one too
            for (const GridRow &row : grid.rows) {
                for (const Cell &cell : row.cells)
                    QVERIFY(!cell.text.contains(u"庁内だけ"_s));
            }
        }
        QVERIFY(c.preview(bytes, {}, name).isUnchanged());
        QVERIFY(planToJson(c.plan()).contains("庁内だけの覚え"));
    }

    void editsInAnExportComeBack()
    {
        // What is changed in one copy and exported is exactly what changes in the other.
        for (quint32 seed = 200; seed < 230; ++seed) {
            Copy c;
            Copy d;
            QVERIFY(load(c, seed));
            for (const Name &name : c.journal.names())
                QVERIFY(d.journal.take({c.journal.changeSet(name)}));
            RandomPlan random(seed + 1);
            QList<PlanChange> edits;
            for (const ElementId &id : c.plan().preorder()) {
                if (id.kind == Kind::Issue && random.one(3) && !c.plan().text(id, u"text").trimmed().isEmpty())
                    edits.append(
                        PlanChange::set(id, u"text"_s, u"書き直した文%1"_s.arg(random.random().bounded(1000))));
                else if (id.kind == Kind::ReformItem && random.one(3))
                    edits.append(PlanChange::set(id, u"title"_s, u"改めた題名%1"_s.arg(random.random().bounded(1000))));
            }
            QVERIFY2(c.edit(edits), qPrintable(c.why));
            // The table is of the edited plan, but says that it was made from the state of the other.
            const QByteArray bytes = written(c.plan(), TableFormat::Xlsx, d.journal.heads());
            QVERIFY2(d.import(bytes, {}, u"t.xlsx"_s), qPrintable(d.why));
            QVERIFY2(difference(d.plan(), c.plan()).isEmpty(),
                qPrintable(QString::number(seed) + u'\n' + firstDifference(d.plan(), c.plan())));
        }
    }

    void anOldTableAfterNewerEdits()
    {
        Copy c;
        QVERIFY(loadSample(c));
        const QList<Name> left = c.journal.heads();
        const auto items = c.plan().preorder();
        QList<ElementId> reforms;
        for (const ElementId &id : items) {
            if (id.kind == Kind::ReformItem)
                reforms.append(id);
        }
        QVERIFY(reforms.size() > 3);
        // The table leaves, is edited elsewhere …
        Copy away;
        QVERIFY(away.journal.take({c.journal.changeSet(left.first())}));
        QVERIFY(away.edit({PlanChange::set(reforms.at(0), u"title"_s, u"表で直した題名"_s),
            PlanChange::set(reforms.at(2), u"title"_s, u"表でも直した題名"_s)}));
        const QByteArray bytes = written(away.plan(), TableFormat::Xlsx, left);
        // … and the plan goes on meanwhile.
        const ElementId added{Kind::ReformItem, QUuid::createUuid()};
        FieldMap fields;
        fields.set(u"title"_s, u"新しい項目"_s);
        QVERIFY(c.edit({PlanChange::set(reforms.at(1), u"title"_s, u"計画で直した題名"_s),
            PlanChange::set(reforms.at(2), u"title"_s, u"計画でも直した題名"_s),
            PlanChange::insert(added, c.plan().parentOf(reforms.at(0)), fields), PlanChange::remove(reforms.at(3))}));
        ImportChoices choices;
        choices.removeMissing = true; // the new item is not missing: the table never saw it
        QVERIFY2(c.import(bytes, choices, u"t.xlsx"_s), qPrintable(c.why));
        QCOMPARE(c.last.messages.count(MessageCode::BaseIsPast), 1);
        QCOMPARE(c.last.base, left);
        QCOMPARE(c.plan().text(reforms.at(0), u"title"), u"表で直した題名"_s);
        QCOMPARE(c.plan().text(reforms.at(1), u"title"), u"計画で直した題名"_s);
        QVERIFY(c.plan().contains(added));
        QVERIFY(!c.plan().contains(reforms.at(3)));
        QCOMPARE(c.plan().conflicts().value(reforms.at(2)).value(u"title"_s).size(), 2);
        // A second time it is known.
        const auto again = changeSetOf(c.preview(bytes, choices, u"t.xlsx"_s));
        QVERIFY(again);
        QVERIFY(c.journal.isApplied(again.value().name));
    }

    void aTableOfAnUnknownState()
    {
        Copy c;
        QVERIFY(loadSample(c));
        const QByteArray bytes = written(c.plan(), TableFormat::Xlsx, {Hash::of("elsewhere")});
        const auto preview = c.preview(bytes, {}, u"t.xlsx"_s);
        QCOMPARE(preview.messages.count(MessageCode::BaseUnknown), 1);
        QVERIFY2(preview.isUnchanged(), qPrintable(firstDifference(preview.before, preview.wanted)));
        QCOMPARE(preview.base, c.journal.heads());
    }

    void aPlanWithoutPolicies_data()
    {
        QTest::addColumn<TableFormat>("format");
        QTest::newRow("tsv") << TableFormat::Tsv;
        QTest::newRow("csv") << TableFormat::Csv;
        QTest::newRow("csv in cp932") << TableFormat::CsvCp932;
        QTest::newRow("xlsx") << TableFormat::Xlsx;
    }

    /// Headings alone are refused, but not from our own hand.
    void aPlanWithoutPolicies()
    {
        QFETCH(TableFormat, format);
        Copy c;
        QVERIFY(c.import(u"基本方針\t目指す姿\n海\t澄む\n"_s.toUtf8()));
        const ElementId policy = c.find(Kind::Policy, u"海"_s);
        QVERIFY(c.edit({PlanChange::remove(policy)}));
        QVERIFY(c.plan().children(c.plan().root()).isEmpty());
        const QString name = format == TableFormat::Xlsx ? u"t.xlsx"_s : u"t.csv"_s;
        const QByteArray bytes = written(c.plan(), format);
        Copy d;
        QVERIFY2(d.import(bytes, {}, name), qPrintable(wordsOf(d.last.messages) + d.why));
        QCOMPARE(d.last.messages.count(MessageCode::HeadingOnly), 1);
        QVERIFY(!d.last.messages.hasRefusal());
        QCOMPARE(d.plan().size(), 1);
        QVERIFY(c.preview(bytes, {}, name).isUnchanged());
    }

    void formulasAreGuarded()
    {
        Copy c;
        QVERIFY(c.import("目指す姿\t改革項目名称\t改革項目の説明\nよい町\t'=1+1\t''-2\n"));
        const ElementId item = c.plan().children(c.plan().preorder().at(2), Kind::ReformItem).value(0);
        QVERIFY(!item.isNull());
        QCOMPARE(c.plan().text(item, u"title"), u"=1+1"_s);
        QCOMPARE(c.plan().text(item, u"description"), u"'-2"_s);
        WriteResult result;
        const QByteArray bytes = written(c.plan(), TableFormat::Csv, {}, &result);
        QCOMPARE(result.guarded, 2);
        QVERIFY(c.preview(bytes).isUnchanged());
    }

    void theSeedComesOutAsItCame()
    {
        QFile file(qEnvironmentVariable("MEZASU_SEED"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("MEZASU_SEED is not set");
        const QByteArray in = file.readAll();
        Copy c;
        QVERIFY(c.import(in));
        WriteResult result;
        const QByteArray out = written(c.plan(), TableFormat::Tsv, {}, &result);
        const QByteArrayList before = in.trimmed().split('\n');
        const QByteArrayList after = out.trimmed().split('\n');
        QCOMPARE(after.size(), before.size());
        int cells = 0;
        QStringList other;
        for (int r = 0; r < before.size(); ++r) {
            const QByteArrayList a = before.at(r).split('\t');
            const QByteArrayList b = after.at(r).split('\t');
            QCOMPARE(b.size(), a.size());
            for (int i = 0; i < a.size(); ++i) {
                ++cells;
                if (a.at(i) != b.at(i))
                    other += u"row %1 column %2: %3 | %4"_s.arg(r).arg(i).arg(
                        QString::fromUtf8(a.at(i)).left(80), QString::fromUtf8(b.at(i)).left(80));
            }
        }
        QVERIFY2(other.size() <= 3, qPrintable(other.join(u'\n')));
        qInfo("%d of %d cells differ\n%s", int(other.size()), cells, qPrintable(other.join(u'\n')));
        for (const TableFormat format :
            {TableFormat::Tsv, TableFormat::Csv, TableFormat::CsvCp932, TableFormat::Xlsx}) {
            Copy d;
            const QByteArray bytes = written(c.plan(), format);
            QVERIFY2(d.import(bytes, {}, u"t"_s), qPrintable(wordsOf(d.last.messages)));
            if (format != TableFormat::CsvCp932)
                QCOMPARE(words(d.plan()), words(c.plan()));
            QVERIFY(difference(d.plan(), c.plan()).isEmpty() || format != TableFormat::Xlsx);
        }
    }

    /// Ten thousand rows: what takes more than linear time shows as a test that is killed.
    void aLargePlan()
    {
        QString t = u"基本方針\t目指す姿\t指標\t現状と課題\t改革項目番号\t改革項目名称\n"_s;
        for (int i = 0; i < 10000; ++i) {
            const int a = i * 7919 % 10007;
            t += u"%1\t町の姿その%2です\t・割合%2\t・課題%2がある\t%3-%4\t項目%2を進める\n"_s
                     .arg(i % 500 == 0 ? u"方針%1"_s.arg(i / 500) : QString())
                     .arg(a)
                     .arg(i / 500 + 1)
                     .arg(i % 500 + 1);
        }
        Copy c;
        QVERIFY(c.import(t.toUtf8()));
        QVERIFY(c.plan().size() > 40000);
        const QByteArray bytes = written(c.plan(), TableFormat::Xlsx, c.journal.heads());
        QVERIFY(c.preview(bytes, {}, u"t.xlsx"_s).isUnchanged());
        // Every sentence rewritten a little.
        const auto preview = c.preview(QString(t).replace(u"を進める"_s, u"をさらに進める"_s).toUtf8());
        QCOMPARE(preview.counts.set, 10000);
        QCOMPARE(preview.steps.size(), 10000);
    }
};

QTEST_GUILESS_MAIN(TestTableExport)
#include "tst_tableexport.moc"
