// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packet.h"
#include "tests/gui/filestory.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace mezasu;
using namespace mezasu::test;

/// Copies come back, and what they contest is decided.
class TestConflicts : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileStory> m_story;

    QListWidget *list() const { return m_story->child<QListWidget>(u"conflictsList"_s); }
    QString saysAll() const
    {
        QStringList out;
        auto *sides = m_story->child<QWidget>(u"conflictSides"_s);
        for (const QLabel *label : sides->findChildren<QLabel *>())
            out.append(label->text() + label->accessibleDescription());
        return out.join(u'\n');
    }
    QPushButton *sideButton(int side) const
    {
        auto *sides = m_story->child<QWidget>(u"conflictSides"_s);
        for (auto *button : sides->findChildren<QPushButton *>(u"conflictTakeButton"_s)) {
            if (button->property("side").toInt() == side)
                return button;
        }
        return nullptr;
    }
    QString titleBy(const QString &name, const QString &author, const QString &text)
    {
        return m_story->copy(
            name, author, [&](PlanDocument &theirs) { FileStory::setTitle(theirs, m_story->first, text); });
    }

private Q_SLOTS:
    void initTestCase() { ui::setUpLook(*qApp); }
    void init() { m_story = std::make_unique<FileStory>(); }
    void cleanup() { m_story.reset(); }

    void severalCopiesComeBackAtOnce()
    {
        FileStory &s = *m_story;
        const QString a = titleBy(u"鈴木.mezasu"_s, u"鈴木"_s, u"鈴木の題"_s);
        const QString b = titleBy(u"田中.mezasu"_s, u"田中"_s, u"田中の題"_s);
        QVERIFY(s.merge({b, a, b}));
        QVERIFY(s.window->said().contains(u"写し3個から、変更2件を取り込みました"_s));
        QVERIFY(s.window->said().contains(u"食い違いが1件"_s));
        // the panel opens by itself, with every side: who, when, what
        QVERIFY(list() && list()->hasFocus());
        QCOMPARE(list()->count(), 1);
        const QString said = saysAll();
        for (const QString &word : {u"鈴木"_s, u"田中"_s, u"鈴木の題"_s, u"田中の題"_s, u"いま表示中"_s})
            QVERIFY2(said.contains(word), qPrintable(word));
        const QList<Value> candidates = s.plan().conflicts().value(s.first).value(u"title"_s);
        QCOMPARE(candidates.size(), 2);

        QTest::keyClick(list(), Qt::Key_2);
        QCOMPARE(s.title(s.first), candidates.at(1).text());
        QVERIFY(s.plan().conflicts().isEmpty());
        QVERIFY(s.window->said().contains(u"すべてなくなりました"_s));
        QVERIFY(s.action(u"undoAction"_s)->text().contains(u"食い違いを決定"_s));
        s.action(u"undoAction"_s)->trigger();
        QCOMPARE(s.plan().conflicts().value(s.first).value(u"title"_s).size(), 2);
        QTRY_COMPARE(list()->count(), 1);
        QTest::mouseClick(sideButton(0), Qt::LeftButton);
        QCOMPARE(s.title(s.first), candidates.at(0).text());
        QVERIFY(s.plan().conflicts().isEmpty());
        // the same copies again bring nothing
        QVERIFY(s.merge({a, b}));
        QVERIFY(s.window->said().contains(u"新しい変更はありませんでした"_s));
    }

    void anotherTextIsWrittenInstead()
    {
        FileStory &s = *m_story;
        const QString a = titleBy(u"鈴木.mezasu"_s, u"鈴木"_s, u"鈴木の題"_s);
        s.write(s.first, u"佐藤の題"_s);
        QVERIFY(s.merge({a}));
        QTRY_VERIFY(list() && list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_Return);
        QVERIFY(QApplication::focusWidget() != list());
        s.write(s.first, u"二人で決めた題"_s);
        QVERIFY(s.plan().conflicts().isEmpty());
        QCOMPARE(s.title(s.first), u"二人で決めた題"_s);
    }

    void theMarkOnThePageLeadsToTheSides()
    {
        FileStory &s = *m_story;
        const QString a = titleBy(u"鈴木.mezasu"_s, u"鈴木"_s, u"<b>鈴木</b>の題"_s);
        s.write(s.first, u"佐藤の題"_s);
        QVERIFY(s.merge({a}));
        s.action(u"conflictsPanelAction"_s)->trigger(); // hides it
        QVERIFY(!list());
        s.window->openElement(s.first);
        auto *label = s.child<QLabel>(u"contestedLabel"_s);
        QVERIFY(label);
        QVERIFY(label->text().contains(u"&lt;b&gt;"_s) || s.title(s.first).contains(u"<b>"_s));
        Q_EMIT label->linkActivated(u"decide"_s);
        QVERIFY(list() && list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_1);
        QVERIFY(s.plan().conflicts().isEmpty());
    }

    void aRemovalAgainstAnEditIsSaidAndDecided()
    {
        FileStory &s = *m_story;
        const QString a = titleBy(u"鈴木.mezasu"_s, u"鈴木"_s, u"書き足した題"_s);
        QVERIFY(s.document().apply({PlanChange::remove(s.first)}));
        QVERIFY(s.merge({a}));
        QTRY_VERIFY(list());
        QCOMPARE(list()->count(), 1);
        const QString said = saysAll();
        for (const QString &word :
            {u"削除した人と、書き足した人がいます"_s, u"残す"_s, u"削除する"_s, u"鈴木"_s, u"佐藤"_s})
            QVERIFY2(said.contains(word), qPrintable(word));
        QTest::mouseClick(sideButton(1), Qt::LeftButton);
        QVERIFY(!s.plan().contains(s.first));
        QVERIFY(s.plan().conflicts().isEmpty());
        s.action(u"undoAction"_s)->trigger();
        QVERIFY(s.plan().contains(s.first));
        QTest::mouseClick(sideButton(0), Qt::LeftButton);
        QCOMPARE(s.title(s.first), u"書き足した題"_s);
        QVERIFY(s.plan().conflicts().isEmpty());
    }

    void twoPlacesAreSaidAndDecided()
    {
        FileStory &s = *m_story;
        const ElementId third = s.addPolicy(u"人材"_s);
        const ElementId goal = ElementId::create(Kind::Goal);
        QVERIFY(s.document().apply({PlanChange::insert(goal, s.first)}));
        const QString a = s.copy(u"鈴木.mezasu"_s, u"鈴木"_s, [&](PlanDocument &theirs) {
            (void)theirs.apply({PlanChange::move(goal, s.second, PlanChange::At::First)});
        });
        QVERIFY(s.document().apply({PlanChange::move(goal, third, PlanChange::At::First)}));
        QVERIFY(s.merge({a}));
        QTRY_VERIFY(list());
        const QString said = saysAll();
        for (const QString &word : {u"別々の場所へ移した人"_s, u"「財政の見える化」の下"_s, u"「人材」の下"_s})
            QVERIFY2(said.contains(word), qPrintable(said));
        const ElementId shown = s.plan().parentOf(goal);
        QTest::mouseClick(sideButton(1), Qt::LeftButton);
        QVERIFY(s.plan().parentOf(goal) != shown);
        QVERIFY(s.plan().conflicts().isEmpty());
    }

    void anotherPlanIsRefusedAndNothingIsHalfDone()
    {
        FileStory &s = *m_story;
        const QString good = titleBy(u"鈴木.mezasu"_s, u"鈴木"_s, u"鈴木の題"_s);
        const QString foreign = s.path(u"別の計画.mezasu"_s);
        {
            auto other = s.services.create(foreign);
            QVERIFY(other);
            QVERIFY(packJournal(other.value().document->journal(), u"別"_s, s.path(u"別.mezasu-packet"_s)));
        }
        const QString broken = s.path(u"壊れた.mezasu-packet"_s);
        QVERIFY(packJournal(s.document().journal(), u"計画"_s, broken));
        QVERIFY(QFile::resize(broken, QFileInfo(broken).size() - 40));
        const qsizetype before = s.document().journal().names().size();
        QVERIFY(s.merge({foreign, good, s.path(u"別.mezasu-packet"_s), broken, s.path(u"ない.mezasu"_s)}));
        const QString said = s.window->said();
        QCOMPARE(said.count(u"別の計画のファイルです"_s), 2);
        QVERIFY(said.contains(u"途中で切れています"_s));
        QVERIFY(said.contains(u"見つかりません"_s));
        QCOMPARE(s.document().journal().names().size(), before);
        QCOMPARE(s.title(s.first), u"窓口の改善"_s);
        // what could be read is one click away
        auto *offer = s.child<QPushButton>(u"messageOfferButton"_s);
        QCOMPARE(offer->text(), u"読めた1個だけ取り込む"_s);
        QTest::mouseClick(offer, Qt::LeftButton);
        QCOMPARE(s.title(s.first), u"鈴木の題"_s);
    }

    void readingIsCancelled()
    {
        FileStory &s = *m_story;
        QStringList copies;
        for (int i = 0; i < 4; ++i)
            copies.append(titleBy(u"写し%1.mezasu"_s.arg(i), u"鈴木"_s, u"題%1"_s.arg(i)));
        s.answers.paths = copies;
        s.action(u"mergeAction"_s)->trigger();
        QTRY_COMPARE(s.window->said(), u"写しを読んでいます（1／4）"_s);
        QTest::mouseClick(s.child<QPushButton>(u"messageOfferButton"_s), Qt::LeftButton);
        QVERIFY(s.window->said().contains(u"中止しました"_s));
        QCoreApplication::processEvents();
        QVERIFY(s.window->said().contains(u"中止しました"_s));
        QCOMPARE(s.title(s.first), u"窓口の改善"_s);
        QVERIFY(s.merge(copies)); // and begins anew
        QCOMPARE(s.plan().conflicts().value(s.first).value(u"title"_s).size(), 4);
    }

    void aPacketGoesOutAndComesBack()
    {
        FileStory &s = *m_story;
        const QString copy = titleBy(u"鈴木.mezasu"_s, u"鈴木"_s, u"鈴木の題"_s);
        s.write(s.second, u"佐藤の題"_s);
        const QString packet = s.path(u"持ち出し.mezasu-packet"_s);
        s.answers.paths = {packet};
        s.action(u"packAction"_s)->trigger();
        QVERIFY(s.window->said().contains(u"持ち出し.mezasu-packet"_s));
        s.answers.paths = {copy};
        QVERIFY(s.window->openPlan(copy));
        QVERIFY(s.merge({packet}));
        QCOMPARE(s.title(s.first), u"鈴木の題"_s);
        QCOMPARE(s.title(s.second), u"佐藤の題"_s);
    }
};

QTEST_MAIN(TestConflicts)
#include "tst_conflicts.moc"
