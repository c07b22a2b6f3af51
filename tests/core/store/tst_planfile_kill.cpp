// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "killing.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Killed at any moment: what was reported saved is there. campaign_kill does the same a thousand times.
class TestPlanFileKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedAgainAndAgain()
    {
        const QTemporaryDir dir;
        const auto report = mezasu::test::killAgainAndAgain(
            QCoreApplication::applicationDirPath() + u"/campaign_kill"_s, dir.path(), 30, 20260401);
        QVERIFY2(report.failure.isEmpty(), qPrintable(report.failure));
        QCOMPARE(report.rounds, 30);
        QVERIFY(report.saved > 0);
    }
};

QTEST_GUILESS_MAIN(TestPlanFileKill)
#include "tst_planfile_kill.moc"
