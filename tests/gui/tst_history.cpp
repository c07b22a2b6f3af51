// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/faultyvfs.h"
#include "tests/gui/filestory.h"
#include "ui/panels/historypanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTextBrowser>

using namespace mezasu;
using namespace mezasu::test;

/// History, undo and saving, as a person meets them in the window.
class TestHistoryInWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileStory> m_story;

    QListView *list() const { return m_story->child<QListView>(u"historyList"_s); }
    int rows() const { return list()->model()->rowCount(); }
    QString row(int i) const { return list()->model()->index(i, 0).data().toString(); }
    void press(const QString &button) const
    {
        auto *one = m_story->child<QPushButton>(button);
        QVERIFY2(one && one->isEnabled(), qPrintable(button));
        QTest::mouseClick(one, Qt::LeftButton);
    }
    void openHistory() const
    {
        m_story->action(u"historyPanelAction"_s)->trigger();
        QVERIFY(list());
    }

private Q_SLOTS:
    void initTestCase() { ui::setUpLook(*qApp); }
    void init() { m_story = std::make_unique<FileStory>(); }
    void cleanup() { m_story.reset(); }

    void theHistoryOfAFieldIsOneKeyAway()
    {
        FileStory &s = *m_story;
        s.write(s.first, u"窓口の改革"_s);
        s.write(s.first, u"窓口の大改革"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(list());
        QCOMPARE(QApplication::focusWidget(), list());
        QVERIFY(s.child<QComboBox>(u"historyScopeCombo"_s)->currentText().contains(u"「窓口の大改革」の名称"_s));
        QCOMPARE(rows(), 2); // two pauses of one run are one entry
        QVERIFY(row(0).startsWith(u"「窓口の大改革」の名称を変更\n佐藤"_s));
        QVERIFY(row(0).contains(u"2回の入力"_s));
        QVERIFY(row(1).startsWith(u"「窓口の大改革」を追加"_s));
        // old and new, marked by more than colour
        const QString html = s.child<QTextBrowser>(u"historyDetailText"_s)->toHtml();
        QVERIFY(QRegularExpression(u"line-through[^>]*>改善<"_s).match(html).hasMatch());
        QVERIFY(QRegularExpression(u"underline[^>]*>大改革<"_s).match(html).hasMatch());

        press(u"historyTakeBackButton"_s);
        QCOMPARE(s.title(s.first), u"窓口の改善"_s);
        QVERIFY(s.window->said().startsWith(u"取り消しました"_s));
        QCOMPARE(rows(), 3);
        QVERIFY(row(0).contains(u"以前の内容に戻した"_s));
        s.action(u"undoAction"_s)->trigger();
        QCOMPARE(s.title(s.first), u"窓口の大改革"_s);
    }

    void aFieldHoldsAgainWhatItHeld()
    {
        FileStory &s = *m_story;
        for (const QString &text : {u"一"_s, u"二"_s, u"三"_s}) {
            s.write(s.first, text);
            s.services.advance(3600);
        }
        s.action(u"fieldHistoryAction"_s)->trigger();
        QCOMPARE(rows(), 4);
        list()->setCurrentIndex(list()->model()->index(2, 0));
        press(u"historySetBackButton"_s);
        QCOMPARE(s.title(s.first), u"一"_s);
        s.action(u"undoAction"_s)->trigger();
        QCOMPARE(s.title(s.first), u"三"_s);
    }

    void theMenuOfAFieldLeadsToItsHistory()
    {
        FileStory &s = *m_story;
        s.window->openElement(s.first, u"title"_s);
        QWidget *editor = QApplication::focusWidget();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(2, 2), editor->mapToGlobal(QPoint(2, 2)));
        QApplication::sendEvent(editor, &event);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(s.action(u"fieldHistoryAction"_s)));
        menu->close();
    }

    void aLongHistoryIsReadAsItIsLookedAt()
    {
        FileStory &s = *m_story;
        for (int i = 0; i < 300; ++i) {
            FileStory::setTitle(s.document(), i % 2 ? s.first : s.second, u"題%1"_s.arg(i));
            s.services.advance(3600);
        }
        openHistory();
        QTRY_VERIFY(rows() >= 50);
        QVERIFY2(rows() < 200, qPrintable(QString::number(rows())));
        QVERIFY(row(0).startsWith(u"「題299」の名称を変更"_s));
        QTRY_COMPARE_WITH_TIMEOUT((list()->scrollToBottom(), rows()), 303, 20000);
        QVERIFY(row(302).startsWith(u"計画を作成"_s));
    }

    void theHistoryIsFiltered()
    {
        FileStory &s = *m_story;
        s.write(s.first, u"窓口を一つに"_s);
        const QString copy = s.copy(u"写し.mezasu"_s, u"鈴木"_s,
            [&](PlanDocument &theirs) { FileStory::setTitle(theirs, s.second, u"財政の公表"_s); });
        QVERIFY(s.merge({copy}));
        openHistory();
        QTRY_COMPARE(rows(), 5);
        auto *author = s.child<QComboBox>(u"historyAuthorCombo"_s);
        const int suzuki = author->findText(u"鈴木"_s);
        QVERIFY(suzuki > 0);
        author->setCurrentIndex(suzuki);
        Q_EMIT author->activated(suzuki);
        QTRY_COMPARE(rows(), 1);
        QVERIFY(row(0).contains(u"「財政の公表」の名称を変更\n鈴木"_s));
        author->setCurrentIndex(0);
        Q_EMIT author->activated(0);
        auto *search = s.child<QLineEdit>(u"historySearchEdit"_s);
        search->setText(u"一つに"_s);
        QTRY_COMPARE(rows(), 1);
        search->setText(u"どこにもない"_s);
        QTRY_COMPARE(rows(), 0);
        QTRY_COMPARE(s.child<QLabel>(u"historyNoteLabel"_s)->text(), u"当てはまる変更はありません。"_s);
        search->clear();
        // only what the page shows
        s.window->openElement(s.first);
        auto *scope = s.child<QComboBox>(u"historyScopeCombo"_s);
        scope->setCurrentIndex(1);
        Q_EMIT scope->activated(1);
        QTRY_COMPARE(rows(), 2);
    }

    void aTextThatIsHeldIsFoundInTheHistory()
    {
        FileStory &s = *m_story;
        openHistory();
        QTRY_COMPARE(rows(), 3);
        s.document().setText(s.first, u"title"_s, u"窓口の改革"_s);
        s.child<QLineEdit>(u"historySearchEdit"_s)->setText(u"改革"_s);
        QTRY_COMPARE(rows(), 1);
        QVERIFY(row(0).startsWith(u"「窓口の改革」の名称を変更"_s));
    }

    void anEntryIsOpenedWhileATextIsHeld()
    {
        FileStory &s = *m_story;
        openHistory();
        QTRY_COMPARE(rows(), 3);
        list()->setCurrentIndex(list()->model()->index(1, 0)); // the first policy
        s.document().setText(s.second, u"title"_s, u"財政の公表"_s);
        press(u"historyOpenButton"_s);
        QCOMPARE(s.window->view()->current(), s.first);
        QTRY_COMPARE(rows(), 4);
    }

    void anyPastChangeIsTakenBackAfterARestart()
    {
        FileStory &s = *m_story;
        s.write(s.first, u"窓口を一つに"_s);
        s.write(s.second, u"財政の公表"_s);
        s.restart();
        QVERIFY(!s.document().canUndo());
        openHistory();
        QTRY_COMPARE(rows(), 5);
        list()->setCurrentIndex(list()->model()->index(1, 0));
        press(u"historyTakeBackButton"_s);
        QCOMPARE(s.title(s.first), u"窓口の改善"_s);
        QCOMPARE(s.title(s.second), u"財政の公表"_s);
        QCOMPARE(rows(), 6); // is an entry itself
        // once more has nothing to take back, and says what stays
        list()->setCurrentIndex(list()->model()->index(2, 0));
        press(u"historyTakeBackButton"_s);
        QVERIFY(s.window->said().startsWith(u"取り消すところがありませんでした"_s));
        QVERIFY(s.window->said().contains(u"そのままにしたところ：「窓口の改善」の名称"_s));
        s.restart();
        QCOMPARE(s.title(s.first), u"窓口の改善"_s);
    }

    void whatOthersDidIsNeverUndone()
    {
        FileStory &s = *m_story;
        s.write(s.first, u"一"_s);
        const QString copy = s.copy(u"写し.mezasu"_s, u"鈴木"_s,
            [&](PlanDocument &theirs) { FileStory::setTitle(theirs, s.second, u"鈴木の題"_s); });
        s.write(s.second, s.title(s.second)); // no change
        s.write(s.first, u"二"_s);
        QVERIFY(s.merge({copy}));
        QCOMPARE(s.title(s.second), u"鈴木の題"_s);
        s.window->view()->setFocus();
        int steps = 0;
        for (; s.document().canUndo() && steps < 20; ++steps)
            QTest::keyClick(s.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(steps >= 3);
        QVERIFY(!s.plan().contains(s.first)); // all that was one's own
        QVERIFY(s.plan().contains(s.second)); // somebody else built upon it
        QCOMPARE(s.title(s.second), u"鈴木の題"_s);
        QVERIFY(s.plan().contains(s.plan().root()));
        for (int i = 0; i < steps; ++i)
            QTest::keyClick(s.window.get(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(s.title(s.first), u"二"_s);
        QCOMPARE(s.title(s.second), u"鈴木の題"_s);
    }

    void thePresentStateIsNamed()
    {
        FileStory &s = *m_story;
        s.action(u"nameEditionAction"_s)->trigger();
        auto *name = s.child<QLineEdit>(u"editionNameEdit"_s);
        QVERIFY(name && name->hasFocus());
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(s.window->said(), u"版の名前を入力してください。"_s);
        name->setText(u"素案"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(s.plan().editions().size(), 1);
        QVERIFY(row(0).startsWith(u"版「素案」を作成"_s));
        // its state is read in a window of its own, whatever happens since
        FileStory::setTitle(s.document(), s.first, u"その後"_s);
        list()->setCurrentIndex(list()->model()->index(1, 0));
        press(u"historyShowEditionButton"_s);
        ui::MainWindow *edition = nullptr;
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top != s.window.get() && qobject_cast<ui::MainWindow *>(top))
                edition = static_cast<ui::MainWindow *>(top);
        }
        QVERIFY(edition);
        QCOMPARE(edition->document()->plan().text(s.first, u"title"), u"窓口の改善"_s);
        QVERIFY(edition->document()->isReadOnly());
        QVERIFY(edition->said().contains(u"版「素案」"_s));
        QVERIFY(!edition->findChild<QAction *>(u"mergeAction"_s)->isEnabled());
        edition->close();
        s.show();
        s.action(u"nameEditionAction"_s)->trigger();
        s.child<QLineEdit>(u"editionNameEdit"_s)->setText(u"素案"_s);
        press(u"editionMakeButton"_s);
        QCOMPARE(s.plan().editions().size(), 1);
        QVERIFY(s.window->said().contains(u"もうあります"_s));
        press(u"editionCancelButton"_s);
        QVERIFY(!s.child<QLineEdit>(u"editionNameEdit"_s) || !s.child<QLineEdit>(u"editionNameEdit"_s)->isVisible());
    }

    void aLostShareIsSaidAndComesBackByOneClick()
    {
        m_story.reset();
        QTemporaryDir share;
        m_story = std::make_unique<FileStory>();
        FileStory &s = *m_story;
        const QString folder = share.filePath(u"共有"_s);
        const QString away = share.filePath(u"切断"_s);
        QVERIFY(QDir().mkdir(folder));
        s.answers.paths = {folder + u"/計画.mezasu"_s};
        s.window->newPlan();
        const ElementId policy = s.addPolicy(u"題"_s);
        QCOMPARE(s.document().saveState(), PlanDocument::SaveState::Saved);

        QVERIFY(QDir().rename(folder, away));
        s.write(policy, u"切断中の題"_s);
        QCOMPARE(s.document().saveState(), PlanDocument::SaveState::Rescued);
        QVERIFY(s.window->said().contains(u"保存できません"_s));
        QVERIFY(QFile::exists(s.document().rescuePath()));
        s.write(policy, u"切断中の題その二"_s); // typing goes on
        QCOMPARE(s.title(policy), u"切断中の題その二"_s);
        press(u"messageOfferButton"_s);
        QVERIFY(s.window->said().contains(u"まだ保存できません"_s));
        s.window->say(u"ほかのお知らせ"_s); // does not hide the way back
        QCOMPARE(s.child<QPushButton>(u"messageOfferButton"_s)->text(), u"もう一度保存する"_s);

        QVERIFY(QDir().rename(away, folder));
        const QString rescue = s.document().rescuePath();
        press(u"messageOfferButton"_s);
        QCOMPARE(s.document().saveState(), PlanDocument::SaveState::Saved);
        QVERIFY(s.window->said().startsWith(u"保存できました"_s));
        QVERIFY(!s.child<QPushButton>(u"messageOfferButton"_s));
        QVERIFY(!QFile::exists(rescue));
        s.window.reset();
        const auto again = s.services.openAs(folder + u"/計画.mezasu"_s, u"佐藤"_s);
        QCOMPARE(again->plan().text(policy, u"title"), u"切断中の題その二"_s);
    }

    void aFullDiskIsSaidAndComesBackByOneClick()
    {
        m_story.reset();
        FaultyVfs disk;
        m_story = std::make_unique<FileStory>();
        FileStory &s = *m_story;
        disk.failFrom(1, FaultyVfs::Fault::DiskFull);
        s.write(s.first, u"入りきらない"_s);
        QCOMPARE(s.document().saveState(), PlanDocument::SaveState::Rescued);
        QVERIFY(s.window->said().contains(u"保存できません"_s));
        s.write(s.second, u"こちらも"_s);
        QCOMPARE(s.title(s.first), u"入りきらない"_s);
        disk.mend();
        press(u"messageOfferButton"_s);
        QCOMPARE(s.document().saveState(), PlanDocument::SaveState::Saved);
        s.restart();
        QCOMPARE(s.title(s.first), u"入りきらない"_s);
        QCOMPARE(s.title(s.second), u"こちらも"_s);
        m_story.reset(); // before the disk
    }
};

QTEST_MAIN(TestHistoryInWindow)
#include "tst_history.moc"
