// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/support/keyruns.h"

namespace mezasu::test {

using namespace Qt::StringLiterals;

namespace {
QByteArray insertAt(QList<QByteArray> &keys, qsizetype at, Random &random, RunsOfSession &mine)
{
    const QByteArray left = at > 0 ? keys.at(at - 1) : QByteArray(),
                     right = at < keys.size() ? keys.at(at) : QByteArray();
    const QByteArray key = orderKeyBetween(left, right, random.uuid(), mine);
    require(!key.isEmpty() && (left.isEmpty() || left < key) && (right.isEmpty() || key < right),
        u"no room between %1 and %2: %3"_s.arg(
            QString::fromLatin1(left), QString::fromLatin1(right), QString::fromLatin1(key)));
    require(isOrderKey(key), u"a key that is none: "_s + QString::fromLatin1(key));
    keys.insert(at, key);
    return key;
}

QList<QByteArray> type(
    QList<QByteArray> &keys, qsizetype at, int count, bool backward, Random &random, RunsOfSession &mine)
{
    QList<QByteArray> run;
    for (int i = 0; i < count; ++i) {
        const QByteArray key = insertAt(keys, at, random, mine);
        if (backward) {
            run.prepend(key);
        } else {
            run.append(key);
            ++at;
        }
    }
    return run;
}
} // namespace

std::optional<QString> keyRuns(quint64 seed, Counts &counts)
try {
    Random random(seed * 77 + 1);
    RunsOfSession first;
    QList<QByteArray> base;
    qsizetype at = 0;
    for (int n = random.between(0, 4); n > 0; --n)
        insertAt(base, random.chance(70) ? base.size() : random.below(base.size() + 1), random, first);
    if (random.chance(50))
        first.clear();
    at = random.below(base.size() + 1);
    if (random.chance(50)) { // the first copy has begun typing when the file is copied, and goes on
        const int begun = random.between(1, 3);
        type(base, at, begun, false, random, first);
        at += begun;
    }
    QList<QByteArray> united = base;
    QList<QList<QByteArray>> runs;
    for (int c = random.between(2, 4); c > 0; --c) {
        RunsOfSession mine = runs.isEmpty() ? first : RunsOfSession();
        QList<QByteArray> keys = base;
        runs.append(type(keys, at, random.between(1, 20), random.chance(50), random, mine));
        united += runs.constLast();
    }
    std::sort(united.begin(), united.end());
    require(std::adjacent_find(united.begin(), united.end()) == united.end(), u"equal keys"_s);
    for (const QList<QByteArray> &run : runs) {
        const qsizetype from = united.indexOf(run.constFirst());
        require(united.mid(from, run.size()) == run, u"a run is broken by another's"_s);
    }
    RunsOfSession later; // there is room between any two of them, for anybody
    for (int i = 0; i < 4; ++i)
        insertAt(united, random.below(united.size() + 1), random, later);
    counts[u"runs"_s] += runs.size();
    return {};
} catch (const Failure &failure) {
    return failure.what + u" (runs, seed %1)"_s.arg(seed);
}

} // namespace mezasu::test
