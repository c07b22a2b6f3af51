// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copy.h"

#include <QTest>

using namespace mezasu;
using namespace mezasu::exchange;
using namespace Qt::StringLiterals;

namespace {

const QString kHead =
    u"基本方針\t基本方針の説明\t目指す姿（案）\t指標案\t現状と課題\t改革項目\t改革項目名称（修正案）\t改革項目の説明"_s;
const QString kBridges =
    u"橋を守る\t安心して渡れる橋を残します。\t橋がいつでも通れます\t・点検を終えた橋の割合\t<ul><li>・古い橋が増え、直す費用が足りない。</li><li>・点検の記録が紙のまま残っている。</li></ul>\t1-1\t橋の点検を早める\t五年に一度の点検を三年に一度にします。"_s;
const QString kRecords =
    u"\t\t記録をすぐに取り出せます\t・電子にした台帳の数\t・台帳を探すのに時間がかかる。\t1-2\t台帳を電子にする\t紙の台帳を順に電子にします。"_s;
const QString kParks =
    u"緑を育てる\t公園と街路樹を育てます。\t①だれもが歩いて公園へ行けます ②木陰が続いています\t<ul><li>・公園まで歩ける世帯の割合</li><li>・街路樹の本数</li></ul>\t<ul><li>・公園の遊具が古い。</li><li>・落ち葉の片付けが追いつかない。</li></ul> <p>※街路樹とは、道の両側の木をいう</p>\t2-1\t公園を直す\t遊具を替えます。"_s;
const QString kTrees = u"\t\t\t\t\t2-2\t街路樹を植える\t毎年百本を植えます。"_s;

QByteArray table(const QStringList &rows)
{
    return (QStringList{kHead} + rows).join(u'\n').toUtf8();
}

QByteArray whole()
{
    return table({kBridges, kRecords, kParks, kTrees});
}

QString with(QString row, const QString &old, const QString &now)
{
    Q_ASSERT(row.contains(old));
    return row.replace(old, now);
}

bool isItem(Kind kind)
{
    return kind == Kind::ReformItem;
}
} // namespace

class TestTableImport : public QObject
{
    Q_OBJECT

private:
    static Match matchOf(const ImportPreview &preview, Kind kind, int row)
    {
        for (int i = 0; i < preview.table.nodes.size(); ++i) {
            if (preview.table.nodes.at(i).kind == kind && preview.table.nodes.at(i).row == row)
                return preview.matches.at(i);
        }
        return {};
    }

private Q_SLOTS:
    void aTableBecomesAPlan()
    {
        Copy c;
        QVERIFY2(c.import(whole()), qPrintable(wordsOf(c.last.messages) + c.why));
        QCOMPARE(c.lines(),
            (QStringList{u"policy 橋を守る 安心して渡れる橋を残します。"_s, u"goal"_s,
                u"statement 橋がいつでも通れます"_s, u"indicator ・ 点検を終えた橋の割合"_s,
                u"issue ・ 古い橋が増え、直す費用が足りない。"_s, u"issue ・ 点検の記録が紙のまま残っている。"_s,
                u"reform_item 1-1 橋の点検を早める 五年に一度の点検を三年に一度にします。"_s, u"goal"_s,
                u"statement 記録をすぐに取り出せます"_s, u"indicator ・ 電子にした台帳の数"_s,
                u"issue ・ 台帳を探すのに時間がかかる。"_s,
                u"reform_item 1-2 台帳を電子にする 紙の台帳を順に電子にします。"_s,
                u"policy 緑を育てる 公園と街路樹を育てます。"_s, u"goal"_s,
                u"statement ① だれもが歩いて公園へ行けます"_s, u"statement ② 木陰が続いています"_s,
                u"indicator ・ 公園まで歩ける世帯の割合"_s, u"indicator ・ 街路樹の本数"_s,
                u"issue ・ 公園の遊具が古い。"_s, u"issue ・ 落ち葉の片付けが追いつかない。"_s,
                u"footnote ※ 街路樹とは、道の両側の木をいう"_s, u"reform_item 2-1 公園を直す 遊具を替えます。"_s,
                u"reform_item 2-2 街路樹を植える 毎年百本を植えます。"_s}));
        const Plan &plan = c.plan();
        QCOMPARE(plan.text(plan.root(), u"state/goal/statements"), u"draft"_s);
        QCOMPARE(plan.text(plan.root(), u"state/goal/indicators"), u"draft"_s);
        QCOMPARE(plan.text(plan.root(), u"state/reform_item/title"), u"revised"_s);
        QVERIFY(plan.value(plan.root(), u"state/goal/issues").isNull());
        QCOMPARE(plan.text(plan.root(), u"headings/goal.indicators"), u"指標案"_s);
        QVERIFY(plan.value(plan.root(), u"title").isNull());
        QVERIFY(plan.isSameAs(c.last.wanted));
    }

    void theSameFileIsTheSameChangeSet()
    {
        Copy a;
        Copy b;
        QVERIFY(a.import(whole()));
        QVERIFY(b.import(whole()));
        QCOMPARE(a.journal.heads(), b.journal.heads());
        ImportChoices choices;
        choices.clearEmpty = true;
        QVERIFY(a.journal.heads() != QList<Name>{changeSetOf(Copy().preview(whole(), choices)).value().name});
        const Record record = Record::parse(changeSetOf(a.last).value().body).value();
        QCOMPARE(record.time, QString());
        QVERIFY(record.parents.isEmpty());
    }

    void theSameTableAgainChangesNothing()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const auto preview = c.preview(whole());
        QVERIFY2(preview.isUnchanged(), qPrintable(QString::number(preview.steps.size())));
        QVERIFY(preview.leftAlone.isEmpty());
        QCOMPARE(c.preview(whole(), {}, u"other.tsv"_s).steps.size(), 0);
    }

    void twoOfficersReadTheSameRevisedTable()
    {
        Copy a;
        Copy b;
        QVERIFY(a.import(whole()) && b.import(whole()));
        const QByteArray revised = table({kBridges, with(kRecords, u"電子にする"_s, u"すべて電子にする"_s), kParks,
            kTrees, u"\t\t\t\t\t2-3\t芝生を広げる\t校庭に芝を敷きます。"_s});
        QVERIFY(a.import(revised));
        QVERIFY(b.import(revised));
        QVERIFY(b.journal.take({a.journal.changeSet(a.journal.heads().first())}));
        QVERIFY(a.plan().isSameAs(b.plan()));
        QCOMPARE(b.lines(isItem).size(), 5);
        QVERIFY(b.plan().conflicts().isEmpty());
        // Once more changes nothing.
        QVERIFY(a.preview(revised).isUnchanged());
    }

    void aSentenceWrittenAnewIsTheSameSentence()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId sentence = c.find(Kind::Statement, u"橋がいつでも通れます"_s);
        QVERIFY(c.import(table({with(kBridges, u"橋がいつでも通れます"_s, u"川の両岸がひとつの町になっています"_s),
            kRecords, kParks, kTrees})));
        QCOMPARE(c.plan().text(sentence, u"text"), u"川の両岸がひとつの町になっています"_s);
        QVERIFY(c.last.leftAlone.isEmpty());
        QCOMPARE(c.last.counts.inserted, 0);
    }

    void rowsOfAPlanThatExistsSayNothingOfWhatStandsAbove()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        QVERIFY(c.import(table({kRecords})));
        QCOMPARE(c.last.messages.count(MessageCode::PolicyMissing), 0);
        QVERIFY(c.last.isUnchanged());
        // A row that the plan does not know still gets a policy made for it, and says so.
        Copy d;
        QVERIFY(d.import(table({kRecords})));
        QCOMPARE(d.last.messages.count(MessageCode::PolicyMissing), 1);
        // Codes with one column beside them are enough.
        QVERIFY(c.import(u"番号\t改革項目の説明\n1-2\t棚から順に電子にします。\n"_s.toUtf8()));
        QCOMPARE(c.plan().text(c.find(Kind::ReformItem, u"台帳を電子にする"_s), u"description"),
            u"棚から順に電子にします。"_s);
    }

    void aPartialTableUsesThePlansOwnWords()
    {
        Copy c;
        QVERIFY(c.import(u"政策\t施策\t事業\n海\t砂を守る\t柵を置く\n\t\t網を張る\n"_s.toUtf8()));
        const ElementId net = c.find(Kind::Initiative, u"網を張る"_s);
        QVERIFY(!net.isNull());
        // Alone, two levels would be a policy and its items.
        QVERIFY(c.import(u"政策\t事業\t事業の説明\n海\t網を張る\t沖に張ります。\n"_s.toUtf8()));
        QCOMPARE(c.plan().text(net, u"description"), u"沖に張ります。"_s);
        QCOMPARE(c.last.counts.inserted, 0);
    }

    void aBlankCellSaysWhatItLeaves()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const QByteArray blank = table({with(with(kBridges, u"五年に一度の点検を三年に一度にします。"_s, QString()),
                                            u"・点検を終えた橋の割合"_s, QString()),
            kRecords, kParks, kTrees});
        const auto preview = c.preview(blank);
        QVERIFY(preview.isUnchanged());
        QStringList said;
        for (const Message &message : preview.messages.all()) {
            if (message.code == MessageCode::EmptyLeftAsIs)
                said += u"%1:%2 %3 %4"_s.arg(message.row).arg(message.column).arg(message.field, message.args.value(0));
        }
        QCOMPARE(said,
            (QStringList{u"2:4 indicators 点検を終えた橋の割合"_s,
                u"2:8 description 五年に一度の点検を三年に一度にします。"_s}));
        ImportChoices choices;
        choices.clearEmpty = true;
        QCOMPARE(c.preview(blank, choices).messages.count(MessageCode::EmptyLeftAsIs), 0);
    }

    void valuesWithTheirUnitAndYear_data()
    {
        QTest::addColumn<QString>("cells"); // unit and value
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("said");
        QTest::newRow("a unit behind the number") << u"\t9.50％"_s << u"％ 2021 9.50"_s << u"unit_from_value"_s;
        QTest::newRow("the unit again") << u"人\t1,200 人"_s << u"人 2021 1200"_s << QString();
        QTest::newRow("another unit") << u"人\t12件"_s << u"人"_s << u"not_a_number"_s;
        QTest::newRow("a dash of any length") << u"\t—"_s << QString() << QString();
        QTest::newRow("no unit at all") << u"\t12くらい"_s << QString() << u"not_a_number"_s;
        QTest::newRow("the value's own year") << u"件\t△3（R2）"_s << u"件 2020 -3"_s << QString();
        QTest::newRow("unit and year") << u"\t10人(2019年度)"_s << u"人 2019 10"_s << u"unit_from_value"_s;
        QTest::newRow("a bracket that is no year") << u"\t10(推計)"_s << QString() << u"not_a_number"_s;
        QTest::newRow("the year on a line of its own")
            << u"\t<p>85.3</p><p>（R3）</p>"_s << u"2021 85.3"_s << QString();
    }

    void valuesWithTheirUnitAndYear()
    {
        QFETCH(QString, cells);
        Copy c;
        QVERIFY(c.import((u"目指す姿\t指標\t単位\t基準値（R3）\n澄む\t率\t"_s + cells).toUtf8()));
        const ElementId id = c.find(Kind::Indicator, u"率"_s);
        QStringList found;
        for (const auto &[name, value] : c.plan().element(id)->fields) {
            if (name == u"unit")
                found.prepend(value.text());
            else if (value.entry() && value.entry()->value)
                found += field::parts(name).at(1).toString() + u' ' + value.entry()->value->toString();
        }
        QTEST(found.join(u' '), "expected");
        QStringList said;
        for (const Message &message : c.last.messages.all())
            said += codeName(message.code);
        said.removeAll(u"policy_missing"_s);
        QTEST(said.join(u' '), "said");
    }

    void insertedRowWithRenumbering()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId records = c.find(Kind::ReformItem, u"台帳を電子にする"_s);
        const QString row =
            u"\t\t夜も明るい橋です\t・明かりの数\t・橋が暗い。\t1-2\t橋に明かりをつける\t電球を替えます。"_s;
        QVERIFY(c.import(table({kBridges, row, with(kRecords, u"1-2"_s, u"1-3"_s), kParks, kTrees})));
        QCOMPARE(c.lines(isItem),
            (QStringList{u"reform_item 1-1 橋の点検を早める 五年に一度の点検を三年に一度にします。"_s,
                u"reform_item 1-2 橋に明かりをつける 電球を替えます。"_s,
                u"reform_item 1-3 台帳を電子にする 紙の台帳を順に電子にします。"_s,
                u"reform_item 2-1 公園を直す 遊具を替えます。"_s,
                u"reform_item 2-2 街路樹を植える 毎年百本を植えます。"_s}));
        QCOMPARE(c.find(Kind::ReformItem, u"台帳を電子にする"_s), records);
        QCOMPARE(c.last.counts.moved, 0);
        QCOMPARE(c.last.counts.removed, 0);
        QCOMPARE(c.last.counts.set, 1);
        QVERIFY(matchOf(c.last, Kind::ReformItem, 3).doubtful);
        QCOMPARE(c.last.messages.count(MessageCode::MatchDoubtful), 1);
    }

    void swappedRows()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId bridges = c.find(Kind::ReformItem, u"橋の点検を早める"_s);
        const QStringList first = kBridges.split(u'\t');
        QStringList second = kRecords.split(u'\t');
        second[0] = first[0];
        second[1] = first[1];
        second[5] = u"1-1"_s;
        QStringList last = first;
        last[0] = last[1] = QString();
        last[5] = u"1-2"_s;
        QVERIFY(c.import(table({second.join(u'\t'), last.join(u'\t'), kParks, kTrees})));
        QCOMPARE(c.lines(isItem).mid(0, 2),
            (QStringList{u"reform_item 1-1 台帳を電子にする 紙の台帳を順に電子にします。"_s,
                u"reform_item 1-2 橋の点検を早める 五年に一度の点検を三年に一度にします。"_s}));
        QCOMPARE(c.find(Kind::ReformItem, u"橋の点検を早める"_s), bridges);
        QCOMPARE(c.last.counts.moved, 1); // one goal; its item with it
        QCOMPARE(c.last.counts.inserted, 0);
    }

    void theCodeDecidesWhereAsked()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId first = c.find(Kind::ReformItem, u"橋の点検を早める"_s);
        const ElementId second = c.find(Kind::ReformItem, u"台帳を電子にする"_s);
        const QByteArray revised = table({with(kBridges, u"橋の点検を早める"_s, u"台帳を電子にする"_s),
            with(kRecords, u"台帳を電子にする"_s, u"橋の点検を早める"_s), kParks, kTrees});
        ImportChoices choices;
        choices.match = MatchMode::Code;
        const auto byCode = c.preview(revised, choices);
        QCOMPARE(matchOf(byCode, Kind::ReformItem, 2).element, first);
        QCOMPARE(matchOf(byCode, Kind::ReformItem, 2).reason, MatchReason::Code);
        const auto byText = c.preview(revised);
        QCOMPARE(matchOf(byText, Kind::ReformItem, 2).element, second);
        QVERIFY(matchOf(byText, Kind::ReformItem, 2).doubtful);
    }

    void aMatchCanBeCorrected()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId records = c.find(Kind::ReformItem, u"台帳を電子にする"_s);
        const QByteArray revised = table({with(kBridges, u"橋の点検を早める"_s, u"見回りをふやす"_s)});
        QVERIFY(matchOf(c.preview(revised), Kind::ReformItem, 2).element != records);
        ImportChoices choices;
        choices.corrected.insert(u"reform_item:2.0"_s, records);
        choices.corrected.insert(u"reform_item:99.0"_s, {});
        const auto preview = c.preview(revised, choices);
        QCOMPARE(matchOf(preview, Kind::ReformItem, 2).element, records);
        QCOMPARE(preview.messages.count(MessageCode::CorrectionUnknown), 1);
        QCOMPARE(ImportChoices::fromJson(choices.toJson()).value().toJson(), choices.toJson());
    }

    void rewrittenSentenceUnderTheSameCode()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId statement = c.find(Kind::Statement, u"橋がいつでも通れます"_s);
        const ElementId item = c.find(Kind::ReformItem, u"橋の点検を早める"_s);
        QVERIFY(c.import(table({with(with(kBridges, u"橋がいつでも通れます"_s, u"どの橋も安全に渡れます"_s),
                                    u"橋の点検を早める"_s, u"見回りをふやす"_s),
            kRecords, kParks, kTrees})));
        QCOMPARE(c.plan().text(statement, u"text"), u"どの橋も安全に渡れます"_s);
        QCOMPARE(c.plan().text(item, u"title"), u"見回りをふやす"_s);
        QCOMPARE(c.last.counts.inserted, 0);
        QCOMPARE(c.last.counts.set, 2);
    }

    void bulletSplit()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId issue = c.find(Kind::Issue, u"古い橋が増え、直す費用が足りない。"_s);
        QVERIFY(c.import(table({with(kBridges, u"<li>・古い橋が増え、直す費用が足りない。</li>"_s,
            u"<li>・古い橋が増えている。</li><li>・直す費用が毎年足りない。</li>"_s)})));
        const auto issues = c.plan().children(c.plan().parentOf(issue), Kind::Issue);
        QCOMPARE(issues.size(), 3);
        QVERIFY(issues.mid(0, 2).contains(issue));
        QCOMPARE(c.plan().text(issues.at(0), u"text"), u"古い橋が増えている。"_s);
        QCOMPARE(c.plan().text(issues.at(1), u"text"), u"直す費用が毎年足りない。"_s);
        QCOMPARE(c.plan().text(issues.at(2), u"text"), u"点検の記録が紙のまま残っている。"_s);
        QCOMPARE(c.last.counts.inserted, 1);
    }

    void bulletsMerged()
    {
        const QByteArray merged = table({with(kBridges,
            u"<ul><li>・古い橋が増え、直す費用が足りない。</li><li>・点検の記録が紙のまま残っている。</li></ul>"_s,
            u"・古い橋が増え、直す費用が足りない。点検の記録が紙のまま残っている。"_s)});
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId issue = c.find(Kind::Issue, u"古い橋が増え、直す費用が足りない。"_s);
        const auto goal = c.plan().parentOf(issue);
        const auto preview = c.preview(merged);
        QCOMPARE(preview.counts.removed, 0); // not ticked
        QCOMPARE(preview.counts.set, 1);
        QVERIFY(preview.messages.count(MessageCode::NotInTable) > 0);
        ImportChoices choices;
        choices.removeMissing = true;
        Copy d;
        QVERIFY(d.import(whole()));
        QVERIFY(d.import(
            table(
                {with(kBridges,
                     u"<ul><li>・古い橋が増え、直す費用が足りない。</li><li>・点検の記録が紙のまま残っている。</li></ul>"_s,
                     u"・古い橋が増え、直す費用が足りない。点検の記録が紙のまま残っている。"_s),
                    kRecords, kParks, kTrees}),
            choices));
        QCOMPARE(d.plan().children(goal, Kind::Issue).size(), 1);
        QCOMPARE(d.last.counts.removed, 1);
        QCOMPARE(d.plan().children(goal, Kind::Issue).first(), issue);
    }

    void movedToAnotherGoal()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId trees = c.find(Kind::ReformItem, u"街路樹を植える"_s);
        const ElementId goal = c.plan().parentOf(c.find(Kind::ReformItem, u"台帳を電子にする"_s));
        QVERIFY(c.import(table({kBridges, kRecords, with(kTrees, u"2-2"_s, u"1-3"_s), kParks})));
        QCOMPARE(c.find(Kind::ReformItem, u"街路樹を植える"_s), trees);
        QCOMPARE(c.plan().parentOf(trees), goal);
        QCOMPARE(c.last.counts.moved, 1);
        QCOMPARE(c.last.counts.inserted + c.last.counts.removed, 0);
    }

    void aSentenceMovedToAnotherGoal()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId issue = c.find(Kind::Issue, u"落ち葉の片付けが追いつかない。"_s);
        QVERIFY(
            c.import(table({with(kBridges, u"</li></ul>"_s, u"</li><li>・落ち葉の片付けが追いつかない。</li></ul>"_s),
                with(kParks, u"<li>・落ち葉の片付けが追いつかない。</li>"_s, QString())})));
        QCOMPARE(c.plan().parentOf(issue), c.plan().parentOf(c.find(Kind::ReformItem, u"橋の点検を早める"_s)));
        QCOMPARE(c.last.counts.inserted, 0);
        QCOMPARE(c.last.counts.moved, 1);
    }

    void repeatedSentence()
    {
        // The same sentence twice in one list and once elsewhere.
        const QString twice =
            u"<ul><li>・人が足りない。</li><li>・費用が足りない。</li><li>・人が足りない。</li></ul>"_s;
        const QString bridges = with(kBridges,
            u"<ul><li>・古い橋が増え、直す費用が足りない。</li><li>・点検の記録が紙のまま残っている。</li></ul>"_s,
            twice);
        const QString records = with(kRecords, u"・台帳を探すのに時間がかかる。"_s, u"・人が足りない。"_s);
        Copy c;
        QVERIFY(c.import(table({bridges, records})));
        QVERIFY(c.preview(table({bridges, records})).isUnchanged());
        const auto before =
            c.plan().children(c.plan().parentOf(c.find(Kind::ReformItem, u"橋の点検を早める"_s)), Kind::Issue);
        QCOMPARE(before.size(), 3);
        QVERIFY(c.import(table({with(bridges, u"費用が足りない"_s, u"費用がまったく足りない"_s), records})));
        QCOMPARE(c.last.steps.size(), 1);
        QCOMPARE(c.last.steps.first().id, before.at(1));
    }

    void partialTable()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const Plan before = c.plan();
        // Codes and titles alone, one of them new.
        QVERIFY(
            c.import(u"番号\t改革項目名称\n1-2\t台帳をすべて電子にする\n1-3\t写真を電子にする\n2-2\t街路樹を植える\n"_s
                         .toUtf8()));
        QVERIFY2(c.last.messages.count(MessageCode::MatchDoubtful) == 0, qPrintable(wordsOf(c.last.messages)));
        QCOMPARE(c.last.counts.set, 1);
        QCOMPARE(c.last.counts.inserted, 1);
        QCOMPARE(c.last.counts.moved, 0);
        const ElementId added = c.find(Kind::ReformItem, u"写真を電子にする"_s);
        QCOMPARE(c.plan().parentOf(added), c.plan().parentOf(c.find(Kind::ReformItem, u"台帳をすべて電子にする"_s)));
        QCOMPARE(c.plan().size(), before.size() + 1);
        QCOMPARE(c.plan().text(c.find(Kind::ReformItem, u"台帳をすべて電子にする"_s), u"description"),
            u"紙の台帳を順に電子にします。"_s);
        QCOMPARE(c.last.leftAlone.size(), 2);
    }

    void nothingIsEmptiedUnlessTicked()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId item = c.find(Kind::ReformItem, u"橋の点検を早める"_s);
        QStringList cells = kBridges.split(u'\t');
        cells[4].clear();
        cells[7].clear();
        const QByteArray revised = table({cells.join(u'\t'), kRecords, kParks, kTrees});
        QVERIFY(c.preview(revised).isUnchanged());
        ImportChoices choices;
        choices.clearEmpty = true;
        QVERIFY(c.import(revised, choices));
        QVERIFY(c.plan().value(item, u"description").isNull());
        QCOMPARE(c.plan().children(c.plan().parentOf(item), Kind::Issue).size(), 0);
        QCOMPARE(c.plan().text(item, u"code"), u"1-1"_s);
    }

    void rowsAreRemovedWhereTicked()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        ImportChoices choices;
        choices.removeMissing = true;
        QVERIFY(c.import(table({kBridges, with(kTrees, u"2-2"_s, u"1-2"_s)}), choices));
        QCOMPARE(c.lines([](Kind k) { return k == Kind::ReformItem || k == Kind::Policy || k == Kind::Goal; }),
            (QStringList{u"policy 橋を守る 安心して渡れる橋を残します。"_s, u"goal"_s,
                u"reform_item 1-1 橋の点検を早める 五年に一度の点検を三年に一度にします。"_s,
                u"reform_item 1-2 街路樹を植える 毎年百本を植えます。"_s}));
    }

    void codesTurnedToDates()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        QVERIFY(c.import(table({with(kBridges, u"1-1"_s, u"1月1日"_s), with(kRecords, u"1-2"_s, u"2022/1/2"_s),
            with(kParks, u"2-1"_s, u"Feb-01"_s), with(kTrees, u"2-2"_s, u"２－２"_s)})));
        QCOMPARE(c.last.messages.count(MessageCode::CodeWasDate), 3);
        QCOMPARE(c.last.steps.size(), 1); // full-width digits stay as typed
        QCOMPARE(c.plan().text(c.find(Kind::ReformItem, u"街路樹を植える"_s), u"code"), u"２－２"_s);
    }

    void codesOfThreeAreNoDates()
    {
        Copy c;
        const QByteArray codes = table({with(kBridges, u"1-1"_s, u"12-1-1"_s), with(kRecords, u"1-2"_s, u"2022-1-2"_s),
            with(kParks, u"2-1"_s, u"2022/2/1"_s), with(kTrees, u"2-2"_s, u"1000-1-1"_s)});
        QVERIFY(c.import(codes));
        QCOMPARE(c.last.messages.count(MessageCode::CodeWasDate), 1); // the one with strokes is a day all the same
        QCOMPARE(c.plan().text(c.find(Kind::ReformItem, u"公園を直す"_s), u"code"), u"2-1"_s);
        QCOMPARE(c.lines(isItem).filter(u"2022-1-2"_s).size(), 1);
        QCOMPARE(c.plan().text(c.find(Kind::ReformItem, u"街路樹を植える"_s), u"code"), u"1000-1-1"_s);
    }

    void whatTheTableLacksKeepsItsPlace()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const ElementId goal = c.plan().parentOf(c.find(Kind::ReformItem, u"公園を直す"_s));
        const ElementId own{Kind::ReformItem, QUuid::createUuid()};
        FieldMap fields;
        fields.set(u"title"_s, u"花を植える"_s);
        QVERIFY(c.edit(
            {PlanChange::insert(own, goal, fields, PlanChange::At::After, c.find(Kind::ReformItem, u"公園を直す"_s))}));
        QVERIFY(
            c.import(table({kBridges, kRecords, kParks, u"\t\t\t\t\t2-3\t池を掃く\t年に一度掃きます。"_s, kTrees})));
        QCOMPARE(c.lines(isItem).mid(2),
            (QStringList{u"reform_item 2-1 公園を直す 遊具を替えます。"_s,
                u"reform_item 2-3 池を掃く 年に一度掃きます。"_s, u"reform_item 花を植える"_s,
                u"reform_item 2-2 街路樹を植える 毎年百本を植えます。"_s}));
    }

    void departmentsAndValues()
    {
        Copy c;
        const QByteArray t = u"目指す姿\t指標\t単位\t2022年度目標値\t改革項目名称\t所管課\t関係課\n"
                             "歩けます\t歩数\t歩\t7,500\t歩く会\t健康課\t公園課、道路課\n"
                             "走れます\t速さ\t\t多め\t走る会\t公園課\t\n"_s.toUtf8();
        QVERIFY2(c.import(t), qPrintable(c.why));
        QCOMPARE(c.lines([](Kind k) { return k == Kind::Department; }),
            (QStringList{u"department 健康課"_s, u"department 公園課"_s, u"department 道路課"_s}));
        const ElementId walk = c.find(Kind::ReformItem, u"歩く会"_s);
        const ElementId run = c.find(Kind::ReformItem, u"走る会"_s);
        const ElementId parks = c.find(Kind::Department, u"公園課"_s);
        QCOMPARE(c.plan().text(walk, u"department"), c.find(Kind::Department, u"健康課"_s).uuidString());
        QCOMPARE(c.plan().value(walk, field::jointDepartment(parks.uuid)).boolean(), true);
        QCOMPARE(c.plan().text(run, u"department"), parks.uuidString());
        const ElementId steps = c.find(Kind::Indicator, u"歩数"_s);
        QVERIFY(c.plan().value(steps, u"values/2022/target").entry());
        QCOMPARE(c.plan().value(steps, u"values/2022/target").entry()->value->toString(), u"7500"_s);
        QCOMPARE(c.last.messages.count(MessageCode::NotANumber), 1);
        QVERIFY(c.preview(t).isUnchanged());
        // What a cell cannot say of a number stays.
        IndicatorValue noted = *c.plan().value(steps, u"values/2022/target").entry();
        noted.note = u"速報"_s;
        noted.status = u"preliminary"_s;
        QVERIFY(c.edit({PlanChange::set(steps, u"values/2022/target"_s, noted)}));
        QVERIFY(c.preview(t).isUnchanged());
        QVERIFY(c.import(QByteArray(t).replace("7,500", "8000")));
        noted.value = Decimal::fromCanonical(u"8000");
        QCOMPARE(*c.plan().value(steps, u"values/2022/target").entry(), noted);
    }

    void aPreviewCanBeCancelled()
    {
        Copy c;
        const auto preview = prepareImport(whole(), u"t.tsv"_s, {}, {}, [] { return true; });
        QVERIFY(preview.cancelled && preview.isRefused());
        QVERIFY(!changeSetOf(preview));
    }

    void aRefusedFileChangesNothing()
    {
        Copy c;
        QVERIFY(c.import(whole()));
        const auto preview = c.preview("no\ttable\n1\t2\n");
        QVERIFY(preview.isRefused());
        QVERIFY(preview.steps.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTableImport)
#include "tst_tableimport.moc"
