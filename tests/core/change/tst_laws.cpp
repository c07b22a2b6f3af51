// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/support/keyruns.h"
#include "tests/core/change/support/scenarios.h"
#include "tests/core/change/support/world.h"

#include <QTest>

using namespace mezasu;
using namespace mezasu::test;
using namespace Qt::StringLiterals;

constexpr quint64 kCases = MEZASU_LAW_CASES;
constexpr quint64 kRow = kCases / 10;

/// The laws over random worlds. The same programs, for longer: campaign_law.
class TestLaws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scenariosHold()
    {
        for (quint64 seed = 1; seed <= 100; ++seed) { // names, and so the ranks of equals, differ
            const auto what = scenarios(seed);
            QVERIFY2(!what, qPrintable(what.value_or(QString())));
        }
    }

    void worlds_data()
    {
        QTest::addColumn<quint64>("first");
        for (quint64 i = 0; i < 10; ++i)
            QTest::addRow("seeds from %d", int(i * kRow + 1)) << i * kRow + 1;
    }
    void worlds()
    {
        QFETCH(quint64, first);
        for (quint64 seed = first; seed < first + kRow; ++seed) {
            const Case c = Case::of(seed);
            const auto what = runCase(c, m_counts);
            if (!what)
                continue;
            const auto [small, why] = shrink(c, *what);
            QFAIL(
                qPrintable(u"campaign_law %1: %2\nfound in: %3: %4"_s.arg(small.toString(), why, c.toString(), *what)));
        }
    }

    /// Found by the campaign; each failed before what its row names was mended.
    void worldsThatFailed_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::newRow("a parent went with the child that was moved behind it") << quint64(20278742);
        QTest::newRow("a difference lacked what lost its last child") << quint64(30012607);
        QTest::newRow("a difference lacked it, of two copies") << quint64(40023691);
        QTest::newRow("two erasures of one word, one of them not here yet") << quint64(10045800);
    }
    void worldsThatFailed()
    {
        QFETCH(quint64, seed);
        Counts apart; // worldsAreNotEmpty() counts the random ones alone
        const auto what = runCase(Case::of(seed), apart);
        QVERIFY2(!what, qPrintable(what.value_or(QString())));
    }

    /// None of what the worlds are made of is missing in them.
    void worldsAreNotEmpty()
    {
        for (const char *what :
            {"worlds", "edited", "inserted", "moved", "removed", "batches", "taken back", "taken back at once",
                "redone", "erased", "copied by the file manager", "packets", "damaged packets", "forged", "reopened",
                "compared with scratch", "orders", "associative", "states of the past", "differences"})
            QVERIFY2(m_counts[QString::fromLatin1(what)] >= qint64(kCases / 20), what);
        QVERIFY(m_counts[u"conflicts"_s] >= qint64(kCases / 5));
        QVERIFY(m_counts[u"suspects"_s] >= qint64(kCases / 100));
        QVERIFY(m_counts[u"differences that bring something back"_s] >= qint64(kCases / 100));
        QVERIFY(m_counts[u"decided"_s] >= qint64(kCases / 70));
        QCOMPARE(m_counts[u"worlds"_s], qint64(kCases));
    }

    void runsAreUnbroken()
    {
        for (quint64 seed = 1; seed <= 3000; ++seed) {
            const auto what = keyRuns(seed, m_counts);
            QVERIFY2(!what, qPrintable(what.value_or(QString())));
        }
    }

    void keysStayShort_data()
    {
        QTest::addColumn<bool>("backward");
        QTest::addColumn<bool>("manySessions");
        QTest::addColumn<bool>("betweenTwo");
        for (const bool backward : {false, true}) {
            for (const bool many : {false, true}) {
                for (const bool two : {false, true})
                    QTest::addRow("%s, %s, %s", backward ? "backward" : "forward",
                        many ? "each in its own session" : "in one session", two ? "between two" : "at the end")
                        << backward << many << two;
            }
        }
    }
    void keysStayShort()
    {
        QFETCH(bool, backward);
        QFETCH(bool, manySessions);
        QFETCH(bool, betweenTwo);
        Random random(5);
        RunsOfSession mine;
        QByteArray low, high;
        if (betweenTwo) {
            low = orderKeyBetween({}, {}, random.uuid(), mine);
            high = orderKeyBetween(low, {}, random.uuid(), mine);
            mine.clear();
        }
        QByteArray last;
        for (int i = 0; i < 10000; ++i) {
            if (manySessions)
                mine.clear();
            const QByteArray left = backward || last.isEmpty() ? low : last;
            const QByteArray right = backward && !last.isEmpty() ? last : high;
            const QByteArray key = orderKeyBetween(left, right, random.uuid(), mine);
            QVERIFY(left < key && (right.isEmpty() || key < right));
            QVERIFY2(key.size() < 64, key.constData());
            last = key;
        }
    }

    /// Zig-zag needs longer and longer keys; none is refused.
    void thereIsAlwaysRoom()
    {
        Random random(6);
        RunsOfSession mine;
        QByteArray low = orderKeyBetween({}, {}, random.uuid(), mine),
                   high = orderKeyBetween(low, {}, random.uuid(), mine);
        for (int i = 0; i < 300; ++i) {
            const QByteArray key = orderKeyBetween(low, high, random.uuid(), mine);
            QVERIFY(low < key && key < high);
            (i % 2 == 0 ? low : high) = key;
        }
    }

    /// Keys that another program made sort, and something can be placed beside and between them.
    void roomBesideForeignKeys()
    {
        Random random(7);
        RunsOfSession mine;
        QList<QByteArray> keys{"A", "a0", "m", "zzz"};
        for (int i = 0; i < 300; ++i) {
            const qsizetype at = random.below(keys.size() + 1);
            const QByteArray left = at > 0 ? keys.at(at - 1) : QByteArray(),
                             right = at < keys.size() ? keys.at(at) : QByteArray();
            const QByteArray key = orderKeyBetween(left, right, random.uuid(), mine);
            QVERIFY2(left < key && (right.isEmpty() || key < right),
                QByteArray(left + " | " + key + " | " + right).constData());
            keys.insert(at, key);
        }
    }

private:
    Counts m_counts;
};

QTEST_GUILESS_MAIN(TestLaws)
#include "tst_laws.moc"
