// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/assignment.h"
#include "core/exchange/table/likeness.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>
#include <numeric>

using namespace mezasu::exchange;
using namespace Qt::StringLiterals;

namespace {
double total(const std::vector<Edge> &edges)
{
    return std::accumulate(edges.begin(), edges.end(), 0.0, [](double sum, const Edge &e) { return sum + e.worth; });
}

bool isOneToOne(const std::vector<Edge> &edges)
{
    QSet<int> lefts;
    QSet<int> rights;
    for (const Edge &e : edges) {
        if (lefts.contains(e.left) || rights.contains(e.right))
            return false;
        lefts.insert(e.left);
        rights.insert(e.right);
    }
    return true;
}

/// Every possibility, tried.
double bestByTrying(const std::vector<Edge> &edges, int lefts, int left, QSet<int> used)
{
    if (left == lefts)
        return 0;
    double best = bestByTrying(edges, lefts, left + 1, used);
    for (const Edge &e : edges) {
        if (e.left != left || used.contains(e.right))
            continue;
        QSet<int> with = used;
        with.insert(e.right);
        best = std::max(best, e.worth + bestByTrying(edges, lefts, left + 1, with));
    }
    return best;
}
} // namespace

class TestAssignment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheGreatestWorth()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            std::vector<Edge> edges;
            for (int l = 0; l < 5; ++l) {
                for (int r = 0; r < 6; ++r) {
                    if (random.bounded(3) != 0)
                        edges.push_back({l, r, 0.1 + random.bounded(1.0)});
                }
            }
            const auto chosen = bestAssignment(edges);
            QVERIFY(isOneToOne(chosen));
            QVERIFY2(qAbs(total(chosen) - bestByTrying(edges, 5, 0, {})) < 1e-9, qPrintable(QString::number(round)));
        }
    }

    void aGreedyChoiceWouldBeWorse()
    {
        const auto chosen = bestAssignment({{0, 0, 0.9}, {0, 1, 0.8}, {1, 0, 0.8}, {1, 1, 0.1}});
        QCOMPARE(total(chosen), 1.6);
    }

    void oversizedBlocksStayOneToOne()
    {
        QRandomGenerator random(3);
        std::vector<Edge> edges;
        for (int l = 0; l < 120; ++l) {
            for (int r = 0; r < 120; ++r)
                edges.push_back({l, r, l == r ? 2.0 : random.bounded(1.0)});
        }
        const auto chosen = bestAssignment(edges, 20);
        QVERIFY(isOneToOne(chosen));
        QCOMPARE(chosen.size(), size_t(120));
        QVERIFY(std::all_of(chosen.begin(), chosen.end(), [](const Edge &e) { return e.left == e.right; }));
    }

    void likenessGrowsWithWhatIsShared()
    {
        const auto shape = [](const QString &text) { return TextShape(comparisonKey(text)); };
        const TextShape whole = shape(u"市民の声を施策に生かす仕組みを整える"_s);
        QCOMPARE(whole.likeness(whole), 1.0);
        QVERIFY(whole.likeness(shape(u"市民の声を施策に生かす仕組みをつくる"_s)) > 0.6);
        QVERIFY(whole.likeness(shape(u"道路を直す"_s)) < 0.1);
        QCOMPARE(shape(u"Ａ１ ①"_s).likeness(shape(u"a11"_s)), 1.0);
        QCOMPARE(shape(u"髙"_s).likeness(shape(u"髙"_s)), 1.0);
        QCOMPARE(TextShape().likeness(whole), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestAssignment)
#include "tst_assignment.moc"
