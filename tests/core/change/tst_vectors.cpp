// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/erasure.h"
#include "core/change/journal.h"
#include "core/change/orderkey.h"
#include "core/change/takeback.h"
#include "tests/core/change/support/oracle.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mezasu;
using namespace mezasu::test;
using namespace Qt::StringLiterals;

namespace {
QJsonDocument read(const char *name)
{
    QFile file(QStringLiteral(MEZASU_TEST_DATA "/law/") + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll());
}

Hash hash(const QJsonValue &hex)
{
    return Hash::fromHex(hex.toString()).value_or(Hash());
}

QList<Name> names(const QJsonValue &array)
{
    QList<Name> out;
    for (const QJsonValue &v : array.toArray())
        out.append(hash(v));
    return out;
}

std::set<QString> strings(const QJsonValue &array)
{
    std::set<QString> out;
    for (const QJsonValue &v : array.toArray())
        out.insert(v.toString());
    return out;
}

ChangeSet changeSetFrom(const QJsonObject &json, bool withTexts)
{
    ChangeSet out;
    out.name = hash(json["name"_L1]);
    out.body = json["body"_L1].toString().toUtf8();
    const QJsonObject texts = json["texts"_L1].toObject();
    for (auto it = texts.begin(); withTexts && it != texts.end(); ++it)
        out.texts.insert(*Hash::fromHex(it.key()), {it->toArray().at(0).toString(), it->toArray().at(1).toString()});
    return out;
}

State stateFrom(const QJsonObject &json)
{
    State s;
    const QJsonObject values = json["values"_L1].toObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        for (const QJsonValue &v : it->toArray())
            s.values[it.key()].append(canonicalJson(v));
    }
    s.lives = strings(json["lives"_L1]);
    const QJsonObject tree = json["tree"_L1].toObject();
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        for (const QJsonValue &v : it->toArray())
            s.tree[it.key()].append(v.toString());
    }
    for (const QJsonValue &v : json["heads"_L1].toArray())
        s.heads.append(v.toString());
    s.conflicts = strings(json["conflicts"_L1]);
    s.unplaced = strings(json["unplaced"_L1]);
    return s;
}

/// "thing removed" or "thing keep NAME NAME", sorted.
QStringList lines(const QJsonArray &writes)
{
    QStringList out;
    for (const QJsonValue &w : writes) {
        QString line = w["t"_L1].toString() + u' ' + w["v"_L1].toString(u"keep"_s);
        for (const QJsonValue &name : w["keep"_L1].toArray())
            line += u' ' + name.toString();
        out.append(line);
    }
    out.sort();
    return out;
}

QStringList lines(const Draft &draft)
{
    QStringList out;
    for (const DraftWrite &w : draft.writes) {
        QString line = w.thing.toString() + u' ';
        if (!w.value)
            line += u"keep"_s;
        else if (const auto *life = std::get_if<Life>(&*w.value))
            line += *life == Life::Removed ? u"removed"_s : u"alive"_s;
        else
            line += u"a copied value"_s;
        QList<Name> keep = w.keep.value_or(QList<Name>());
        std::sort(keep.begin(), keep.end());
        for (const Name &name : keep)
            line += u' ' + name.toHex();
        out.append(line);
    }
    out.sort();
    return out;
}
} // namespace

/// The vectors in tests/data/law, written from the executable specification of the law.
class TestVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_canonical = read("canonical.json").object(); }

    void canonicalFormOfJson()
    {
        const QJsonArray rows = m_canonical["canonical"_L1].toArray();
        QVERIFY(rows.size() > 50);
        for (const QJsonValue &row : rows)
            QCOMPARE(canonicalJson(row["value"_L1]), row["canonical"_L1].toString().toUtf8());
    }

    void digestOfSaltedText()
    {
        const QJsonArray rows = m_canonical["digests"_L1].toArray();
        QVERIFY(rows.size() > 30);
        for (const QJsonValue &row : rows)
            QCOMPARE(
                digestOf({row["salt"_L1].toString(), row["text"_L1].toString()}).toHex(), row["digest"_L1].toString());
    }

    void nameOfRecord()
    {
        const QJsonArray rows = m_canonical["records"_L1].toArray();
        QVERIFY(rows.size() > 30);
        for (const QJsonValue &row : rows) {
            const ChangeSet set = changeSetFrom(row.toObject(), true);
            QCOMPARE(Hash::of(set.body), set.name);
            const auto record = Record::parse(set.body);
            QVERIFY2(record, qPrintable(row["body"_L1].toString()));
            QCOMPARE(record.value().canonical(), set.body);
            const QList<Digest> digests = record.value().digests();
            QCOMPARE(
                QSet<Digest>(digests.begin(), digests.end()), QSet<Digest>(set.texts.keyBegin(), set.texts.keyEnd()));
            for (auto it = set.texts.begin(); it != set.texts.end(); ++it)
                QCOMPARE(digestOf(*it), it.key());
        }
    }

    void changeSetFromFile()
    {
        const QJsonArray rows = m_canonical["files"_L1].toArray();
        QVERIFY(rows.size() >= 8);
        for (const QJsonValue &row : rows) {
            const QByteArray data = QByteArray::fromHex(row["data"_L1].toString().toLatin1());
            const QList<Name> base = names(row["base"_L1]);
            const FileSeed seed(data, base, row["choices"_L1]);
            for (int i = 0; i < 3; ++i)
                QCOMPARE(seed.uuid(i).toString(QUuid::WithoutBraces), row["uuids"_L1][i].toString());
            const SaltSource salts = seed.salts();
            QCOMPARE(salts(1), row["salts"_L1][0].toString());
            QCOMPARE(salts(2), row["salts"_L1][1].toString());
            QCOMPARE(salts(7), row["salts"_L1][2].toString());
            Draft draft;
            for (const QJsonValue &w : row["writes"_L1].toArray())
                draft.writes.append({*Thing::fromString(w["t"_L1].toString()), Value(w["v"_L1].toString()), {}});
            const ChangeSet made = makeChangeSet(base, draft, salts);
            QCOMPARE(made.body, row["body"_L1].toString().toUtf8());
            QCOMPARE(made.name.toHex(), row["name"_L1].toString());
        }
    }

    void orderKeys_data()
    {
        QTest::addColumn<QJsonObject>("row");
        const QJsonArray rows = read("keys.json").array();
        QVERIFY(rows.size() > 30);
        for (const QJsonValue &row : rows)
            QTest::newRow(qPrintable(row["uuids"_L1].toString())) << row.toObject();
    }
    void orderKeys()
    {
        QFETCH(QJsonObject, row);
        const QJsonArray steps = row["steps"_L1].toArray();
        const bool backward = row["uuids"_L1].toString() == "long backward"_L1;
        const int count = steps.isEmpty() ? row["count"_L1].toInt() : int(steps.size());
        QList<QByteArray> keys;
        RunsOfSession mine;
        qsizetype longest = 0;
        for (int i = 0; i < count; ++i) {
            const qsizetype at = steps.isEmpty() ? (backward ? 0 : keys.size()) : steps.at(i)[0].toInteger();
            if (!steps.isEmpty() && steps.at(i)[1].toInt() == 1)
                mine.clear();
            const QByteArray digest =
                Hash::of(QString(row["uuids"_L1].toString() + u'/' + QString::number(i)).toUtf8()).toBytes();
            const QUuid uuid = QUuid::fromRfc4122(QByteArrayView(digest).first(16));
            const QByteArray key = orderKeyBetween(
                at > 0 ? keys.at(at - 1) : QByteArray(), at < keys.size() ? keys.at(at) : QByteArray(), uuid, mine);
            if (!steps.isEmpty())
                QCOMPARE(key, steps.at(i)[2].toString().toUtf8());
            QVERIFY2(isOrderKey(key), key.constData());
            longest = std::max(longest, key.size());
            keys.insert(at, key);
        }
        QCOMPARE(longest, row["longest"_L1].toInteger());
        QCOMPARE(Hash::of(keys.join('\n')).toHex(), row["sha256"_L1].toString());
    }

    void verdictOnRecord_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("verdict");
        const QJsonArray rows = read("verdicts.json").array();
        QVERIFY(rows.size() > 200);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows.at(i).toObject();
            const QByteArray body = row.contains("hex"_L1) ? QByteArray::fromHex(row["hex"_L1].toString().toLatin1())
                                                           : row["body"_L1].toString().toUtf8();
            QTest::addRow("%d %s", int(i), qPrintable(row["why"_L1].toString()))
                << body << row["verdict"_L1].toString();
        }
    }
    void verdictOnRecord()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, verdict);
        const auto record = Record::parse(body);
        const QString found = record                           ? u"taken"_s
            : record.error().code == Error::Code::NewerFormat  ? u"newer"_s
            : record.error().code == Error::Code::InvalidInput ? u"refused"_s
                                                               : u"another error"_s;
        QCOMPARE(found, verdict);
        if (record)
            QCOMPARE(record.value().canonical(), body);
        // The journal judges alike, and what it refuses leaves no trace.
        Journal journal;
        const auto intake = journal.take({{Hash::of(body), body, {}, {}}});
        QVERIFY(intake);
        QCOMPARE(intake.value().refused.size(), verdict == "refused"_L1 ? 1 : 0);
        QCOMPARE(journal.contains(Hash::of(body)), verdict != "refused"_L1);
        if (verdict == "newer"_L1)
            QCOMPARE(journal.waiting(), QList<Name>{Hash::of(body)});
    }

    /// Whether a record is taken is decided by its bytes for ever; that it is read write by write changes nothing in how deep
    /// its lists may go.
    void depthOfARecord()
    {
        int taken = 0, refused = 0;
        for (int depth = 1015; depth <= 1030; ++depth) {
            QJsonValue nested = QJsonArray();
            for (int i = 1; i < depth; ++i)
                nested = QJsonArray{nested};
            Record record;
            record.writes.append({{ElementId::create(Kind::Plan), u"x"_s}, nested, {}});
            const QByteArray body = record.canonical();
            QJsonParseError error{};
            (void)QJsonDocument::fromJson(body, &error);
            QCOMPARE(bool(Record::parse(body)), error.error == QJsonParseError::NoError);
            ++(error.error == QJsonParseError::NoError ? taken : refused);
        }
        QVERIFY(taken > 3);
        QVERIFY(refused > 3);
    }

    void worlds_data()
    {
        QTest::addColumn<QJsonObject>("world");
        const QJsonArray rows = read("worlds.json").array();
        QCOMPARE(rows.size(), 150);
        for (const QJsonValue &row : rows)
            QTest::addRow("world %d", row["seed"_L1].toInt()) << row.toObject();
    }
    void worlds()
    {
        QFETCH(QJsonObject, world);
        const QJsonArray sets = world["changesets"_L1].toArray();
        std::set<QString> elements;
        for (const QJsonValue &set : sets) {
            const auto record = Record::parse(set["body"_L1].toString().toUtf8());
            QVERIFY2(record, qPrintable(set["body"_L1].toString()));
            for (const Write &w : record.value().writes)
                elements.insert(w.thing.element.toString());
        }
        Journal journal;
        const QJsonArray batches = world["batches"_L1].toArray(), checks = world["checks"_L1].toArray();
        qsizetype check = 0;
        for (qsizetype i = 0; i < batches.size(); ++i) {
            QList<ChangeSet> batch;
            for (const QJsonValue &item : batches.at(i).toArray())
                batch.append(changeSetFrom(sets.at(item[0].toInt()).toObject(), item[1].toInt() == 1));
            const auto intake = journal.take(batch);
            QVERIFY(intake);
            QCOMPARE(intake.value().refused.size(), 0);
            QCOMPARE(intake.value().textsRefused, 0);
            if (check < checks.size() && checks.at(check)["after"_L1].toInt() == i + 1)
                compare(journal, checks.at(check++).toObject(), elements);
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(check, checks.size());
    }

private:
    void compare(Journal &journal, const QJsonObject &check, const std::set<QString> &elements)
    {
        const State expected = stateFrom(check), found = stateOf(journal, elements);
        QVERIFY2(found == expected, qPrintable(found.differenceTo(expected)));
        QList<Name> waiting = journal.waiting();
        std::sort(waiting.begin(), waiting.end());
        QCOMPARE(waiting, names(check["waiting"_L1]));

        const QJsonObject candidates = check["candidates"_L1].toObject();
        for (auto it = candidates.begin(); it != candidates.end(); ++it) {
            const Thing thing = *Thing::fromString(it.key());
            QStringList origins;
            for (const law::Candidate &c : journal.candidates(thing)) {
                for (const Number n : c.origins)
                    origins.append(journal.ancestry().name(n).toHex());
            }
            for (const QString &origin : origins)
                QVERIFY(it->toArray().contains(origin));
            if (thing.aspect == aspect::kExists) // nothing of it is left out
                QCOMPARE(origins.size(), it->toArray().size());
        }

        QStringList suspects, expectedSuspects;
        for (const auto &[thing, name] : suspectsOfErasure(journal))
            suspects.append(thing.toString() + u' ' + name.toHex());
        for (const QJsonValue &s : check["suspects"_L1].toArray())
            expectedSuspects.append(s[0].toString() + u' ' + s[1].toString());
        suspects.sort();
        expectedSuspects.sort();
        QCOMPARE(suspects, expectedSuspects);

        for (const QJsonValue &back : check["back"_L1].toArray()) {
            const auto taken = takeBack(journal, hash(back["of"_L1]));
            QVERIFY(taken);
            QCOMPARE(lines(taken.value().draft), lines(back["writes"_L1].toArray()));
            QStringList left, expectedLeft;
            for (const Thing &thing : taken.value().left)
                left.append(thing.toString());
            for (const QJsonValue &thing : back["left"_L1].toArray())
                expectedLeft.append(thing.toString());
            left.sort();
            expectedLeft.sort();
            QCOMPARE(left, expectedLeft);
        }
    }

    QJsonObject m_canonical;
};

QTEST_GUILESS_MAIN(TestVectors)
#include "tst_vectors.moc"
