// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/filestory.h"
#include "tests/gui/stories/hands.h"
#include "tests/gui/stories/randomstory.h"

#include <QRandomGenerator>

using namespace mezasu;
using namespace mezasu::test;
using namespace story;

/// Stories that nobody would think of: typing, tree, undo, copies of others, closing and opening, in any order.
///
/// MEZASU_STORY_SEED begins with another seed, MEZASU_STORY_COUNT tells more of them, MEZASU_STORY_STEPS longer ones;
/// MEZASU_STORY tells one as a failure has printed it.
class TestRandomStories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        story::workInMemory();
        ui::setUpLook(*qApp);
    }

    void aStoryToldAgain()
    {
        const QList<Deed> steps = fromWords(qEnvironmentVariable("MEZASU_STORY"));
        if (steps.isEmpty())
            QSKIP("no story is given");
        const QString wrong = tell(steps, true);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void nothingTypedIsLostAndUndoIsExact_data()
    {
        QTest::addColumn<quint32>("seed");
        bool given = false;
        const int first = qEnvironmentVariableIntValue("MEZASU_STORY_SEED", &given);
        const int count = qEnvironmentVariableIntValue("MEZASU_STORY_COUNT");
        for (quint32 i = 0; i < quint32(count > 0 ? count : 6); ++i) {
            const quint32 seed = (given ? quint32(first) : 1) + i;
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    void nothingTypedIsLostAndUndoIsExact()
    {
        QFETCH(quint32, seed);
        const int wanted = qEnvironmentVariableIntValue("MEZASU_STORY_STEPS");
        QRandomGenerator random(seed);
        QList<Deed> steps;
        for (int i = 0; i < (wanted > 0 ? wanted : 40); ++i) {
            static constexpr Deed::What kOften[] = {Deed::Type, Deed::Type, Deed::TypeOn, Deed::TypeOn, Deed::Add,
                Deed::Add, Deed::Move, Deed::Move, Deed::Copy, Deed::Merge, Deed::Merge};
            const bool often = random.bounded(3) > 0;
            const Deed::What what = often ? kOften[random.bounded(int(std::size(kOften)))]
                                          : static_cast<Deed::What>(random.bounded(int(Deed::Count)));
            steps.append({what, random.generate()});
        }
        const QString wrong = tell(steps);
        if (wrong.isEmpty())
            return;
        const QList<Deed> fewer = shortened(steps);
        const QString report = u"%1\nshortest: %2\n%3"_s.arg(wrong, inWords(fewer), tell(fewer));
        QFAIL(qPrintable(report));
    }
};

QTEST_MAIN(TestRandomStories)
#include "tst_story_random.moc"
