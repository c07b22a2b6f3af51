// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/difference.h"
#include "core/change/journal.h"
#include "core/exchange/json/planjson.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mezasu;
using namespace mezasu::exchange;
using namespace Qt::StringLiterals;

namespace {
QUuid countingUuid(int n)
{
    return QUuid(0x11111111, 0x2222, 0x4333, 0x84, 0x44, 0, 0, 0, 0, uchar(n >> 8), uchar(n));
}

void load(Journal &journal, const QByteArray &json)
{
    const auto read = planFromJson(json, countingUuid);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().subject + u": "_s + read.error().detail));
    RunsOfSession runs;
    const auto draft = draftOfNewPlan(read.value().plan, read.value().fields, read.value().steps, runs);
    QVERIFY2(draft, qPrintable(draft ? QString() : draft.error().detail));
    const auto taken = journal.take({makeChangeSet({}, draft.value())});
    QVERIFY(taken);
    QCOMPARE(taken.value().applied.size(), 1);
}

/// JSON with single quotes for double ones.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray sample()
{
    QFile file(QStringLiteral(MEZASU_TEST_DATA "/../../resources/sample/plan.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class TestPlanJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBackIsTheSamePlan()
    {
        Journal first;
        load(first, sample());
        const QByteArray out = planToJson(first.plan());
        Journal second;
        load(second, out);
        QVERIFY(first.plan().isSameAs(second.plan()));
        QCOMPARE(planToJson(second.plan()), out);
        // Every value of the hand-written sample is in the export with its meaning unchanged.
        const QJsonObject written = QJsonDocument::fromJson(sample()).object();
        const QJsonObject exported = QJsonDocument::fromJson(out).object();
        QCOMPARE(exported.value("policies"_L1).toArray().size(), written.value("policies"_L1).toArray().size());
        contains(exported, written, u"$"_s);
    }

    void memosAndLimitsComeAndGo()
    {
        Journal journal;
        load(journal,
            json(
                "{'format':'mezasu-plan','version':1,'plan':{'title':'計画','limits':["
                "{'kind':'issue','field':'text','characters':120}]},'policies':[{'title':'方針','memo':'庁内のみ'}]}"));
        const Plan &plan = journal.plan();
        const ElementId policy = plan.children(plan.root(), Kind::Policy).constFirst();
        QCOMPARE(plan.limit(Kind::Issue, u"text"), std::optional<qint64>(120));
        QCOMPARE(plan.text(policy, u"memo"), u"庁内のみ"_s);
        Journal again;
        load(again, planToJson(plan));
        QVERIFY(plan.isSameAs(again.plan()));

        const auto batch = batchFromJson(json("{'changes':[{'op':'set','id':'") + plan.root().toString().toUtf8()
                + json("','field':'limits','new':[{'kind':'policy','field':'title','characters':30}]}]}"),
            plan);
        QVERIFY2(batch, qPrintable(batch ? QString() : batch.error().detail));
        QCOMPARE(batch.value().steps,
            (QList<PlanChange>{PlanChange::set(plan.root(), field::limit(Kind::Policy, u"title"), Value(30)),
                PlanChange::set(plan.root(), field::limit(Kind::Issue, u"text"), {})}));
        for (const char *bad : {"'many'", "[{'kind':'issue','field':'text','characters':'x'}]",
                 "[{'kind':'issue','field':'../text','characters':1}]"}) {
            const auto refused = planFromJson(
                json("{'format':'mezasu-plan','version':1,'plan':{'limits':") + json(bad) + "}}", countingUuid);
            QVERIFY2(!refused, bad);
        }
    }

    void everyKeyIsThereInAnEmptyPlan()
    {
        Journal journal;
        load(journal, json("{'format':'mezasu-plan','version':1,'plan':{'title':'空'},'policies':[{}]}"));
        const QJsonObject out = QJsonDocument::fromJson(planToJson(journal.plan())).object();
        const QJsonObject plan = out.value("plan"_L1).toObject();
        for (const QString &key : {u"id"_s, u"title"_s, u"municipality"_s, u"municipality_code"_s, u"division"_s,
                 u"first_year"_s, u"last_year"_s, u"year_style"_s, u"level_names"_s})
            QVERIFY2(plan.contains(key), qPrintable(key));
        QVERIFY(plan.value("first_year"_L1).isNull());
        const QJsonObject policy = out.value("policies"_L1).toArray().at(0).toObject();
        QVERIFY(policy.value("title"_L1).isNull());
        QCOMPARE(policy.value("goals"_L1).toArray().size(), 0);
        QCOMPARE(plan.value("id"_L1).toString(), countingUuid(0).toString(QUuid::WithoutBraces));
    }

    void textStaysVerbatim()
    {
        const QString text = u"①㈱髙﨑〇𠮷葛\U000E0100 か\u3099 ～〜\n第二段落\t\u2028\"\\"_s;
        Journal journal;
        QJsonObject policy{{u"title"_s, text}};
        load(journal,
            QJsonDocument(QJsonObject{{u"format"_s, u"mezasu-plan"_s}, {u"version"_s, 1}, {u"plan"_s, QJsonObject()},
                              {u"policies"_s, QJsonArray{policy}}})
                .toJson());
        const QJsonObject out = QJsonDocument::fromJson(planToJson(journal.plan())).object();
        QCOMPARE(out.value("policies"_L1).toArray().at(0).toObject().value("title"_L1).toString(), text);
    }

    void badJsonSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("subject");
        const auto plan = [](const QByteArray &rest) -> QByteArray {
            return json("{'format':'mezasu-plan','version':1,'plan':{}") + rest + '}';
        };
        QTest::newRow("not JSON") << QByteArray("{\"format\":") << u"byte 10"_s;
        QTest::newRow("another format") << QByteArray(json("{'format':'x'}")) << u"format"_s;
        QTest::newRow("newer") << QByteArray(json("{'format':'mezasu-plan','version':2}")) << u"version"_s;
        QTest::newRow("no plan") << QByteArray(json("{'format':'mezasu-plan','version':1}")) << u"plan"_s;
        QTest::newRow("a year as text") << plan(
            json(",'policies':[{'goals':[{'indicators':[{'values':[{'year':'x','role':'actual'}]}]}]}]"))
                                        << u"policies[0].goals[0].indicators[0].values"_s;
        QTest::newRow("an unknown state") << plan(
            json(",'field_states':[{'element':'11111111-2222-4333-8444-000000000000','kind':'goal','field':'statements'"
                 ",'state':'maybe'}]")) << u"field_states[0]"_s;
        QTest::newRow("an id twice") << plan(json(",'policies':[{'id':'11111111-2222-4333-8444-000000000000'}]"))
                                     << u"policies[0].id"_s;
        QTest::newRow("a list that is none") << plan(json(",'policies':{}")) << u"policies"_s;
        QTest::newRow("a number for a text") << plan(json(",'policies':[{'title':3}]")) << u"policies[0].title"_s;
    }
    void badJsonSaysWhere()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, subject);
        const auto read = planFromJson(json, countingUuid);
        QVERIFY(!read);
        QCOMPARE(read.error().subject, subject);
    }

    void unknownKeysAreNamed()
    {
        const auto read = planFromJson(
            json("{'format':'mezasu-plan','version':1,'plan':{'colour':1},'policies':[{'mood':'x'}],'more':[]}"),
            countingUuid);
        QVERIFY(read);
        QCOMPARE(read.value().leftOut, (QStringList{u"more"_s, u"plan.colour"_s, u"policies[0].mood"_s}));
    }

    void aBatchIsAllOrNothing()
    {
        Journal journal;
        load(journal, json("{'format':'mezasu-plan','version':1,'plan':{},'policies':[{'title':'一'}]}"));
        const QByteArray policy = countingUuid(1).toString(QUuid::WithoutBraces).toLatin1();
        const QByteArray good = json("{'author':'a','changes':[{'op':'insert','id':'99999999-2222-4333-8444-"
                                     "555555555555','kind':'goal','parent':'")
            + policy
            + json(
                "'},{'op':'insert','kind':'indicator','parent':'99999999-2222-4333-8444-555555555555','fields':{'name':"
                "'件数','values':[{'year':2022,'role':'actual','value':'95.30','status':'final'}]}},{'op':'set','id':'")
            + policy + json("','field':'title','old':'一','new':'二'}]}");
        const auto batch = batchFromJson(good, journal.plan());
        QVERIFY2(batch, qPrintable(batch ? QString() : batch.error().subject + batch.error().detail));
        QCOMPARE(batch.value().made.size(), 2);
        RunsOfSession runs;
        const auto draft = draftOf(journal, batch.value().steps, runs);
        QVERIFY(draft);
        QVERIFY(journal.take({makeChangeSet(journal.heads(), draft.value())}));
        QCOMPARE(journal.plan().text({Kind::Policy, countingUuid(1)}, u"title"), u"二"_s);
        const ElementId indicator = batch.value().made.at(1);
        QCOMPARE(
            journal.plan().value(indicator, field::values(2022, u"actual")).entry()->value->toString(), u"95.30"_s);

        // The same batch again: an id is known, the old value no longer matches.
        const auto again = batchFromJson(good, journal.plan());
        QVERIFY(!again);
        QCOMPARE(again.error().subject, u"changes[0].id"_s);
        const auto stale = batchFromJson(
            json("{'changes':[{'op':'set','id':'") + policy + json("','field':'title','old':'一','new':'三'}]}"),
            journal.plan());
        QVERIFY(stale);
        const auto refused = draftOf(journal, stale.value().steps, runs);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Conflict);
    }

private:
    /// Everything that stands in \p part stands in \p whole; lists item by item.
    static void contains(const QJsonValue &whole, const QJsonValue &part, const QString &path)
    {
        if (part.isObject()) {
            const QJsonObject object = part.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                contains(whole.toObject().value(it.key()), it.value(), path + u'.' + it.key());
        } else if (part.isArray()) {
            const QJsonArray list = part.toArray();
            QVERIFY2(whole.toArray().size() == list.size(), qPrintable(path));
            if (path.endsWith("field_states"_L1))
                return; // listed in the order of the elements
            for (qsizetype i = 0; i < list.size(); ++i)
                contains(whole.toArray().at(i), list.at(i), u"%1[%2]"_s.arg(path).arg(i));
        } else {
            QVERIFY2(whole == part, qPrintable(path));
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanJson)
#include "tst_planjson.moc"
