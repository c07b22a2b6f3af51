// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
/// campaign_kill [--kills N] [--seed S]: kills a writing program N times (default 1,000) and looks for what was lost.
#include "killing.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == "--edit"_L1)
        return mezasu::test::editUntilKilled(arguments.at(2), arguments.at(3).toUInt());
    const auto number = [&arguments](const QString &name, quint32 otherwise) {
        const qsizetype at = arguments.indexOf(name);
        return at > 0 && at + 1 < arguments.size() ? arguments.at(at + 1).toUInt() : otherwise;
    };
    const quint32 count = number(u"--kills"_s, 1000);
    const quint32 seed = number(u"--seed"_s, 1);
    int kills = 0;
    int saved = 0;
    int cutShort = 0;
    // A fresh plan every fifty kills, so that looking at it stays quick.
    for (quint32 part = 0; quint32(kills) < count; ++part) {
        const QTemporaryDir dir;
        const auto report = mezasu::test::killAgainAndAgain(
            QCoreApplication::applicationFilePath(), dir.path(), int(qMin(50U, count - quint32(kills))), seed + part);
        kills += report.rounds;
        saved += report.saved;
        cutShort += report.cutShort;
        if (!report.failure.isEmpty()) {
            std::printf("seed %u: %s\n", seed + part, qPrintable(report.failure));
            return 1;
        }
        std::printf("%d kills, %d saved ChangeSets all there, %d cut short in a write\n", kills, saved, cutShort);
        std::fflush(stdout);
    }
    return 0;
}
