// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>
#include <algorithm>
#include <utility>

namespace mezasu::test {

/// Random numbers that are the same on every machine (splitmix64), so that a seed names a case for ever.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    /// 0 … n - 1
    int below(qsizetype n) { return int(next() % quint64(n)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename List>
    auto &oneOf(List &list)
    {
        return list[decltype(list.size())(below(qsizetype(list.size())))];
    }
    template <typename List>
    void shuffle(List &list)
    {
        for (qsizetype i = qsizetype(list.size()) - 1; i > 0; --i)
            std::swap(list[decltype(list.size())(i)], list[decltype(list.size())(below(i + 1))]);
    }
    QUuid uuid()
    {
        QByteArray bytes;
        for (int i = 0; i < 16; ++i)
            bytes += char(next() & 0xff);
        return QUuid::fromRfc4122(bytes);
    }
    QString salt() { return uuid().toString(QUuid::Id128); }

private:
    quint64 m_state;
};

} // namespace mezasu::test
