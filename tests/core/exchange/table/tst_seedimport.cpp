// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copy.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace mezasu;
using namespace mezasu::exchange;
using namespace Qt::StringLiterals;

namespace {
QByteArray seed()
{
    QFile file(qEnvironmentVariable("MEZASU_SEED"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a reader sees of a cell: no tags, no white space, no leading marks.
QString squashed(QString cell, const QString &marks = {})
{
    static const QRegularExpression tags(u"<[^>]*>"_s);
    static const QRegularExpression blanks(u"\\s+"_s);
    static const QRegularExpression bullets(u"(^|<li>)・"_s);
    cell.replace(bullets, u"\\1"_s);
    cell.remove(tags).remove(blanks);
    for (const QChar mark : marks)
        cell.remove(mark);
    return cell;
}
} // namespace

/// The table that a planning division really has, where it lies beside the project: every sentence, in order, and no more.
class TestSeedImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (seed().isEmpty())
            QSKIP("MEZASU_SEED is not set");
    }

    void everySentenceIsThere()
    {
        Copy c;
        QVERIFY2(c.import(seed()), qPrintable(wordsOf(c.last.messages) + c.why));
        const Plan &plan = c.plan();
        QHash<Kind, int> counts;
        for (const ElementId &id : plan.preorder())
            ++counts[id.kind];
        QCOMPARE(counts.value(Kind::Policy), 3);
        QCOMPARE(counts.value(Kind::Goal), 8);
        QCOMPARE(counts.value(Kind::Statement), 11);
        QCOMPARE(counts.value(Kind::Indicator), 12);
        QCOMPARE(counts.value(Kind::Issue), 26);
        QCOMPARE(counts.value(Kind::Footnote), 1);
        QCOMPARE(counts.value(Kind::ReformItem), 8);
        QCOMPARE(plan.size(), 1 + 3 + 8 + 11 + 12 + 26 + 1 + 8);

        const QStringList lines = QString::fromUtf8(seed()).trimmed().split(u'\n');
        int row = 0;
        for (const ElementId &policy : plan.children(plan.root(), Kind::Policy)) {
            bool first = true;
            for (const ElementId &goal : plan.children(policy, Kind::Goal)) {
                const QStringList cells = lines.at(++row).split(u'\t');
                QCOMPARE(cells.size(), 8);
                QCOMPARE(squashed(cells.at(0)), first ? squashed(plan.text(policy, u"title")) : QString());
                QCOMPARE(squashed(cells.at(1)), first ? squashed(plan.text(policy, u"description")) : QString());
                first = false;
                const auto joined = [&](std::initializer_list<Kind> kinds) {
                    QString all;
                    for (const Kind kind : kinds) {
                        for (const ElementId &id : plan.children(goal, kind)) {
                            const QString mark = plan.text(id, u"mark").trimmed();
                            all += (mark == u"・" || kind == Kind::Statement ? QString() : mark)
                                + squashed(plan.text(id, kind == Kind::Indicator ? u"name" : u"text"));
                        }
                    }
                    return all;
                };
                QCOMPARE(joined({Kind::Statement}), squashed(cells.at(2), u"①②③"_s));
                QCOMPARE(joined({Kind::Indicator}), squashed(cells.at(3)));
                QCOMPARE(joined({Kind::Issue, Kind::Footnote}), squashed(cells.at(4)));
                const auto items = plan.children(goal, Kind::ReformItem);
                QCOMPARE(items.size(), 1);
                QCOMPARE(plan.text(items.first(), u"code"), cells.at(5));
                QCOMPARE(plan.text(items.first(), u"title"), cells.at(6));
                QCOMPARE(squashed(plan.text(items.first(), u"description")), squashed(cells.at(7)));
            }
        }
        QCOMPARE(row, 8);
    }

    void fourFieldStates()
    {
        Copy c;
        QVERIFY(c.import(seed()));
        QStringList states;
        for (const auto &[name, value] : c.plan().element(c.plan().root())->fields) {
            if (name.startsWith("state/"_L1))
                states += name + u'=' + value.text();
        }
        QCOMPARE(states,
            (QStringList{u"state/goal/indicators=draft"_s, u"state/goal/issues=draft"_s,
                u"state/goal/statements=draft"_s, u"state/reform_item/title=revised"_s}));
        QVERIFY(c.preview(seed()).isUnchanged());
    }
};

QTEST_GUILESS_MAIN(TestSeedImport)
#include "tst_seedimport.moc"
