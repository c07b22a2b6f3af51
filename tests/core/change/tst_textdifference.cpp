// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/textdifference.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

namespace {
/// [-removed-]{+added+}
QString written(const QString &before, const QString &after)
{
    QString out;
    for (const TextPart &part : textDifference(before, after)) {
        out += part.is == TextPart::Is::Same ? part.text
            : part.is == TextPart::Is::Added ? QString(u"{+"_s + part.text + u"+}"_s)
                                             : QString(u"[-"_s + part.text + u"-]"_s);
    }
    return out;
}

QString side(const QString &before, const QString &after, TextPart::Is without)
{
    QString out;
    for (const TextPart &part : textDifference(before, after)) {
        if (part.is != without)
            out += part.text;
    }
    return out;
}
} // namespace

class TestTextDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAreReadable_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QString() << QString() << QString();
        QTest::newRow("the same") << u"窓口"_s << u"窓口"_s << u"窓口"_s;
        QTest::newRow("all new") << QString() << u"窓口"_s << u"{+窓口+}"_s;
        QTest::newRow("emptied") << u"窓口"_s << QString() << u"[-窓口-]"_s;
        QTest::newRow("in the middle") << u"窓口の改善を進める"_s << u"窓口の抜本的な改善を進める"_s
                                       << u"窓口の{+抜本的な+}改善を進める"_s;
        QTest::newRow("replaced") << u"市民の声を聴く機会"_s << u"市民の声を生かす機会"_s
                                  << u"市民の声を[-聴く-]{+生かす+}機会"_s;
        QTest::newRow("words of Latin script stay whole")
            << u"DX推進2025"_s << u"AX推進2026"_s << u"[-DX推進2025-]{+AX推進2026+}"_s;
        QTest::newRow("two places") << u"平成の計画を見直し、窓口を一つにする"_s
                                    << u"令和の計画を見直し、窓口を二つにする"_s
                                    << u"[-平成-]{+令和+}の計画を見直し、窓口を[-一-]{+二+}つにする"_s;
        QTest::newRow("a lonely character goes with its neighbours")
            << u"あいうえおかき"_s << u"さしうすせかき"_s << u"[-あいうえお-]{+さしうすせ+}かき"_s;
        QTest::newRow("lines stay lines")
            << u"一行目\n二行目"_s << u"一行目\n新しい行\n二行目"_s << u"一行目\n{+新しい行\n+}二行目"_s;
    }
    void differencesAreReadable()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(written(before, after), "expected");
    }

    void aVariantSelectorStaysWithItsCharacter()
    {
        const QString with = QString::fromUcs4(U"葛\U000E0100城市", 4);
        const QString without = u"葛城市"_s;
        for (const TextPart &part : textDifference(without, with)) {
            if (part.is == TextPart::Is::Added)
                QCOMPARE(part.text, with.left(3));
        }
        QCOMPARE(side(without, with, TextPart::Is::Removed), with);
    }

    void bothTextsComeOutAgain()
    {
        QRandomGenerator random(7);
        const QString letters = u"あいうえお、。ab1\n髙"_s;
        const auto text = [&](int most) {
            QString out;
            for (int i = int(random.bounded(most)); i > 0; --i)
                out += letters.at(random.bounded(int(letters.size())));
            return out;
        };
        for (int i = 0; i < 2000; ++i) {
            const QString before = text(40);
            QString after = before;
            for (int edits = int(random.bounded(6)); edits > 0; --edits) {
                const int at = int(random.bounded(int(after.size()) + 1));
                after = after.left(at) + text(6) + after.mid(at + int(random.bounded(4)));
            }
            QCOMPARE(side(before, after, TextPart::Is::Added), before);
            QCOMPARE(side(before, after, TextPart::Is::Removed), after);
        }
    }

    void longTextsThatShareNothingAreOneChange()
    {
        const QString before = QString(u"あ"_s).repeated(5000);
        const QString after = QString(u"い"_s).repeated(5000);
        const QList<TextPart> expected{{TextPart::Is::Removed, before}, {TextPart::Is::Added, after}};
        QCOMPARE(textDifference(before, after), expected);
    }
};

QTEST_GUILESS_MAIN(TestTextDifference)
#include "tst_textdifference.moc"
