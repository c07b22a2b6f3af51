// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tablereader.h"
#include "tests/core/exchange/drafttext.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace mezasu;
using namespace mezasu::exchange;

/// The table that the product starts from, where one lies beside the project.
class TestSeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void counts();
    void states();
    void everyWordIsKept();
    void marks();

private:
    QByteArray m_bytes;
    MessageList m_messages;
    std::optional<ReadTable> m_table;
};

void TestSeed::initTestCase()
{
    const QString path = qEnvironmentVariable("MEZASU_SEED");
    if (path.isEmpty())
        QSKIP("no seed table");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_bytes = file.readAll();
    const auto read = readTableFile(m_bytes, path, {}, m_messages);
    QVERIFY(read);
    m_table = readTable(*read, {}, m_messages);
    QVERIFY(m_table);
    QCOMPARE(messageText(m_messages), QString());
}

void TestSeed::counts()
{
    int statements = 0, indicators = 0, issues = 0, footnotes = 0, items = 0;
    QStringList perGoal;
    for (const DraftPolicy &policy : m_table->draft.policies) {
        for (const DraftGoal &goal : policy.goals) {
            statements += int(goal.statements.size());
            indicators += int(goal.indicators.size());
            issues += int(goal.issues.size());
            footnotes += int(goal.footnotes.size());
            items += int(goal.items.size());
            perGoal += u"%1:%2/%3/%4/%5"_s.arg(goal.items.value(0).code.text)
                           .arg(goal.statements.size())
                           .arg(goal.indicators.size())
                           .arg(goal.issues.size())
                           .arg(goal.footnotes.size());
        }
    }
    QCOMPARE(m_table->draft.policies.size(), 3);
    QCOMPARE(m_table->draft.goalCount(), 8);
    QCOMPARE(statements, 11);
    QCOMPARE(indicators, 12);
    QCOMPARE(issues, 26);
    QCOMPARE(footnotes, 1);
    QCOMPARE(items, 8);
    QCOMPARE(perGoal.join(u' '),
        u"1-1:1/1/4/0 1-2:1/1/3/0 1-3:1/1/2/0 1-4:1/1/2/0 2-1:1/2/3/0 2-2:3/2/5/1 3-1:2/3/6/0 3-2:1/1/1/0"_s);
    QCOMPARE(m_table->draft.policies.at(2).description.text.count(u'\n'), 1);
    QVERIFY(m_table->draft.policies.at(0).number.isEmpty());
    QCOMPARE(m_table->headingRow, 0);
    QCOMPARE(m_table->grid.rows.constFirst().number, 3);
    QCOMPARE(m_table->draft.levelNames.value(Kind::Policy), u"基本方針"_s);
    QCOMPARE(m_table->draft.levelNames.value(Kind::ReformItem), u"改革項目"_s);
}

void TestSeed::states()
{
    QStringList found;
    for (const DraftState &state : m_table->draft.states)
        found += kindName(state.kind) + u'.' + state.field + u'=' + state.state;
    QCOMPARE(
        found.join(u' '), u"goal.statements=draft goal.indicators=draft goal.issues=draft reform_item.title=revised"_s);
    QCOMPARE(m_table->draft.columns.constFirst().heading, u"基本方針 (政策レベル)"_s);
}

void TestSeed::everyWordIsKept()
{
    // The words of the file without its tags are the words of the draft, in the same order.
    const auto squash = [](QString text) {
        text.remove(QRegularExpression(u"<[^>]+>"_s));
        text.remove(QRegularExpression(u"\\s"_s));
        return text;
    };
    QString expected = QString::fromUtf8(m_bytes);
    expected = squash(expected.mid(expected.indexOf(u'\n', 3) + 1));
    QString words;
    for (const DraftPolicy &policy : m_table->draft.policies) {
        words += policy.title.text + policy.description.text;
        for (const DraftGoal &goal : policy.goals) {
            for (const DraftLine &line : goal.statements)
                words += line.mark + line.text;
            for (const DraftIndicator &indicator : goal.indicators)
                words += indicator.mark + indicator.name;
            for (const DraftLine &line : goal.issues)
                words += line.mark + line.text;
            for (const DraftLine &line : goal.footnotes)
                words += line.mark + line.text;
            for (const DraftItem &item : goal.items)
                words += item.code.text + item.title.text + item.description.text;
        }
    }
    QCOMPARE(squash(words), expected);
}

void TestSeed::marks()
{
    int bullets = 0;
    QStringList others;
    for (const DraftPolicy &policy : m_table->draft.policies) {
        for (const DraftGoal &goal : policy.goals) {
            for (const DraftIndicator &indicator : goal.indicators)
                bullets += indicator.mark == u"・" ? 1 : 0;
            for (const DraftLine &line : goal.issues)
                bullets += line.mark == u"・" ? 1 : 0;
            for (const DraftLine &line : goal.statements + goal.footnotes) {
                if (!line.mark.isEmpty())
                    others += line.mark;
            }
        }
    }
    QCOMPARE(bullets, 37);
    QCOMPARE(others.join(u' '), u"① ② ③ ※ ① ②"_s);
}

QTEST_GUILESS_MAIN(TestSeed)
#include "tst_seed.moc"
