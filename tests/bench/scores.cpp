// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scores.h"

#include <QFile>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace mezasu::bench {

using namespace Qt::StringLiterals;

namespace {
double middle(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const size_t n = values.size();
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}
} // namespace

Time measure(const std::function<void()> &work)
{
    const auto wall = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count(),
        double(std::clock() - cpu) / CLOCKS_PER_SEC};
}

Time Times::median() const
{
    std::vector<double> wall, cpu;
    for (const Time &t : m_all) {
        wall.push_back(t.wall);
        cpu.push_back(t.cpu);
    }
    return {middle(wall), middle(cpu)};
}

Score score(const QString &what, const Times &ours, const Times &bare, double bound)
{
    const Time a = ours.median();
    const Time b = bare.median();
    return {what, a.wall, b.wall, bound, b.cpu > 0 ? a.cpu / b.cpu : 0, false};
}

double statusOf(QByteArrayView key)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(key))
            return double(line.mid(key.size()).simplified().split(' ').constFirst().toLongLong()) / 1024;
    }
    return 0;
}

void note(const QString &text)
{
    std::printf("  %s\n", qPrintable(text));
    std::fflush(stdout);
}

bool print(const std::vector<Score> &scores)
{
    bool all = true;
    std::printf("\n%-52s %10s %10s %8s %8s %8s\n", "what", "ours", "bare", "ratio", "bound", "by CPU");
    for (const Score &s : scores) {
        all = all && s.passes();
        if (s.isMemory)
            std::printf("%-52s %7.1f MB %10s %8s %5.0f MB %8s  %s\n", qPrintable(s.what), s.ours, "", "", s.bound, "",
                s.passes() ? "pass" : "FAIL");
        else
            std::printf("%-52s %7.2f ms %7.2f ms %8.2f %8.2f %8.2f  %s\n", qPrintable(s.what), s.ours * 1000,
                s.bare * 1000, s.ratio(), s.bound, s.cpuRatio, s.passes() ? "pass" : "FAIL");
    }
    std::fflush(stdout);
    return all;
}

} // namespace mezasu::bench
