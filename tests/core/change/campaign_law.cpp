// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/change/support/keyruns.h"
#include "tests/core/change/support/world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>

using namespace mezasu::test;
using namespace Qt::StringLiterals;

/// campaign_law --cases N --seed S [--seconds T]: random worlds until N, T or the first failure, which is shrunk and printed.
/// With --steps and --copies it repeats one case as it was printed.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({{u"cases"_s, u"count"_s}, u"How many."_s, u"N"_s, u"1000000"_s});
    parser.addOption({u"seed"_s, u"The first."_s, u"S"_s, u"1"_s});
    parser.addOption({u"seconds"_s, u"At most."_s, u"T"_s});
    parser.addOption({u"steps"_s, u"One case: its steps."_s, u"N"_s});
    parser.addOption({u"copies"_s, u"One case: its copies."_s, u"N"_s});
    parser.addOption({u"without"_s, u"One case: steps that are left out."_s, u"LIST"_s});
    parser.addOption({u"quiet"_s, u"Do not shrink."_s});
    parser.process(app);

    Counts counts;
    const quint64 first = parser.value(u"seed"_s).toULongLong();
    if (parser.isSet(u"steps"_s)) {
        Case one{first, parser.value(u"steps"_s).toInt(), std::max(1, parser.value(u"copies"_s).toInt()), {}};
        for (const QString &step : parser.value(u"without"_s).split(u',', Qt::SkipEmptyParts))
            one.without.insert(step.toInt());
        const auto what = runCase(one, counts);
        std::printf("%s\n", what ? qPrintable(u"FAILED: "_s + *what) : "passed");
        return what ? 1 : 0;
    }
    const quint64 cases = parser.value(u"cases"_s).toULongLong();
    const qint64 limit = parser.isSet(u"seconds"_s) ? parser.value(u"seconds"_s).toLongLong() * 1000 : -1;
    QElapsedTimer timer;
    timer.start();
    quint64 done = 0;
    for (; done < cases && (limit < 0 || timer.elapsed() < limit); ++done) {
        const Case c = Case::of(first + done);
        auto what = runCase(c, counts);
        if (!what)
            what = keyRuns(first + done, counts);
        if (what) {
            std::printf("FAILED after %llu cases: %s\n  %s\n", static_cast<unsigned long long>(done),
                qPrintable(c.toString()), qPrintable(*what));
            if (!parser.isSet(u"quiet"_s)) {
                const auto [small, why] = shrink(c, *what);
                std::printf("shrunk: %s\n  %s\n", qPrintable(small.toString()), qPrintable(why));
            }
            return 1;
        }
        if (done % 10000 == 9999) {
            std::printf("%llu cases, %lld s\n", static_cast<unsigned long long>(done + 1), timer.elapsed() / 1000);
            std::fflush(stdout);
        }
    }
    std::printf("%llu cases passed, %lld s\n", static_cast<unsigned long long>(done), timer.elapsed() / 1000);
    for (const auto &[what, n] : counts)
        std::printf("  %s: %lld\n", qPrintable(what), n);
    return 0;
}
