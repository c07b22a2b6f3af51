// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"
#include "tests/core/change/support/random.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mezasu;
using namespace mezasu::test;
using namespace Qt::StringLiterals;

/// Records altered at random: never a crash, nothing taken but what is exactly canonical. (Each rule of shape by itself:
/// tst_vectors, verdictOnRecord.)
class TestHostileRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(MEZASU_TEST_DATA "/law/canonical.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QJsonValue &row : QJsonDocument::fromJson(file.readAll()).object()["records"_L1].toArray())
            m_good.append(row["body"_L1].toString().toUtf8());
        QVERIFY(m_good.size() > 30);
    }

    void alteredRecords_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("one byte changed") << 0;
        QTest::newRow("bytes left out") << 1;
        QTest::newRow("bytes repeated") << 2;
        QTest::newRow("a piece of another record put in") << 3;
        QTest::newRow("a piece of syntax put in") << 4;
        QTest::newRow("cut") << 5;
    }
    void alteredRecords()
    {
        QFETCH(int, how);
        Random random(quint64(how) + 1);
        int taken = 0, refused = 0;
        for (int i = 0; i < 3000; ++i) {
            const QByteArray body = altered(m_good.at(random.below(m_good.size())), how, random);
            const auto record = Record::parse(body);
            if (record) {
                ++taken;
                QCOMPARE(record.value().canonical(), body);
                isExact(record.value());
            } else {
                ++refused;
                QVERIFY(record.error().code == Error::Code::InvalidInput
                    || record.error().code == Error::Code::NewerFormat);
            }
            if (QTest::currentTestFailed())
                QFAIL(body.constData());
        }
        QVERIFY(refused > 300);
        if (how == 0)
            QVERIFY(taken > 30); // a digit of a digest is as good as another
    }

    /// A journal takes an altered record only under the name that it has now, and adds up to something.
    void alteredRecordsInAJournal()
    {
        Random random(9);
        Journal journal;
        qsizetype kept = 0;
        for (int i = 0; i < 1500; ++i) {
            const QByteArray good = m_good.at(random.below(m_good.size()));
            const QByteArray body = altered(good, random.below(6), random);
            const auto underOldName = journal.take({{Hash::of(good), body, {}, {}}});
            QVERIFY(underOldName);
            if (body != good)
                QCOMPARE(underOldName.value().refused.size(), 1);
            const auto intake = journal.take({{Hash::of(body), body, {}, {}}});
            QVERIFY(intake);
            kept += intake.value().applied.size() + intake.value().waiting.size();
            QVERIFY(journal.contains(Hash::of(body)) == intake.value().refused.isEmpty());
        }
        QVERIFY(kept > 30);
        QCOMPARE(journal.plan().preorder().size() <= journal.plan().size(), true);
    }

private:
    static QByteArray altered(QByteArray body, int how, Random &random)
    {
        static const QByteArray kPieces[] = {"{", "}", "[", "]", "\"", ",", ":", "null", "\\u0000", "\\", " ", "\n",
            "1e9", "-0", "true", "\"v\":null,", "\"keep\":[],", "{\"d\":\"\"}", "\xff", "\xed\xa0\x80", "\"version\":2",
            QByteArray(500, '[')};
        const qsizetype at = random.below(body.size()),
                        length = 1 + random.below(std::min<qsizetype>(40, body.size() - at));
        switch (how) {
        case 0:
            body[at] = random.chance(50) ? char(random.next() & 0xff) : char("0123456789abcdef"[random.below(16)]);
            break;
        case 1:
            body.remove(at, length);
            break;
        case 2:
            body.insert(at, body.mid(at, length));
            break;
        case 3:
            body.replace(at, length, body.mid(random.below(body.size()), length));
            break;
        case 4:
            body.insert(at, kPieces[random.below(qsizetype(std::size(kPieces)))]);
            break;
        default:
            body.truncate(at);
        }
        return body;
    }

    /// What a record promises to whoever reads it.
    static void isExact(const Record &record)
    {
        QVERIFY(std::is_sorted(record.parents.begin(), record.parents.end()));
        QVERIFY(std::adjacent_find(record.parents.begin(), record.parents.end()) == record.parents.end());
        QString last;
        for (const Write &write : record.writes) {
            QVERIFY(last < write.thing.toString());
            last = write.thing.toString();
            if (!write.value)
                continue;
            QCOMPARE(std::holds_alternative<Life>(*write.value), write.thing.aspect == aspect::kExists);
            QCOMPARE(std::holds_alternative<Place>(*write.value), write.thing.aspect == aspect::kPlace);
            if (const auto *place = std::get_if<Place>(&*write.value))
                QVERIFY(canStandBelow(write.thing.element.kind, place->parent.kind) && !place->key.isEmpty());
        }
    }

    QList<QByteArray> m_good;
};

QTEST_GUILESS_MAIN(TestHostileRecords)
#include "tst_hostilerecords.moc"
