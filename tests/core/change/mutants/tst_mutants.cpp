// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutantnames.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// Deliberate faults in the law: the properties must notice each within some worlds.
class TestMutants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutFaultNothingIsNoticed() { QCOMPARE(run(0, 100), 0); }

    void faultIsNoticed_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const char *name : kMutants)
            QTest::newRow(name) << ++number;
        QVERIFY(number >= 8);
    }
    void faultIsNoticed()
    {
        QFETCH(int, number);
        QCOMPARE(run(number, 1500), 1); // by a property, not by a crash
        qInfo("%s", m_said.constData());
    }

private:
    /// The exit code; -1 when it crashed or hung.
    int run(int number, int cases)
    {
        QProcess process;
        process.start(QStringLiteral(MEZASU_MUTANT_LAW), {QString::number(number), QString::number(cases)});
        const bool done = process.waitForFinished(300000);
        m_said = process.readAllStandardOutput().trimmed().left(150);
        if (!done)
            process.kill();
        return done && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TestMutants)
#include "tst_mutants.moc"
