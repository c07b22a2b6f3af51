// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include "core/findings/findings.h"
#include "ui/imports.h"
#include "ui/models/findingsmodel.h"
#include "ui/pages/elementpage.h"
#include "ui/panels/findingspanel.h"
#include "ui/planview.h"
#include "ui/widgets/holderbar.h"
#include "ui/work.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTreeView>
#include <QTreeWidget>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
void dropOn(QWidget *widget, const QString &file)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &drop);
    QVERIFY(drop.isAccepted());
}
} // namespace

/// Plans that come and go, as a person has it.
class TestComing : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    // -- the page to begin with

    void recentPlansAreListedAndMissingOnesSaid()
    {
        newPlan(u"計画.mezasu"_s, u"市の計画"_s);
        m_window.reset();
        settings::noteOpened(at(u"なくなった.mezasu"_s), u"古い計画"_s);
        settings::keepIn(at(u"settings.ini"_s)); // as at the next start
        m_window = makeWindow();
        auto *list = child<QTreeWidget>(u"recentList"_s);
        QCOMPARE(list->topLevelItemCount(), 2);
        QVERIFY(list->topLevelItem(0)->text(0).contains(u"古い計画"_s));
        QTRY_VERIFY(list->topLevelItem(0)->text(1).contains(u"見つかりません"_s));
        QVERIFY(!list->topLevelItem(1)->text(1).contains(u"見つかりません"_s));
        QVERIFY(!list->topLevelItem(1)->text(2).isEmpty());
        QVERIFY(list->topLevelItem(1)->text(0).contains(u"市の計画"_s)); // the title that it had when it was closed

        list->setFocus();
        list->setCurrentItem(list->topLevelItem(0));
        QTest::keyClick(list, Qt::Key_Return); // cannot be opened: said, and it stays in the list
        QVERIFY(!m_window->document());
        QVERIFY(m_window->said().contains(u"見つかりません"_s));
        QCOMPARE(list->topLevelItemCount(), 2);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(settings::recentFiles().size(), 1);
        list->setCurrentItem(list->topLevelItem(0));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(m_window->document());
        QCOMPARE(QFileInfo(m_window->document()->path()), QFileInfo(at(u"計画.mezasu"_s)));
    }

    void aPlanStandsInTheListOnce()
    {
        for (int i = 0; i < settings::kRecentFiles + 5; ++i)
            settings::noteOpened(at(u"%1.mezasu"_s.arg(i)), u"計画"_s);
        settings::noteOpened(at(u"20.mezasu"_s), u"新しい題"_s);
        const auto files = settings::recentFiles();
        QCOMPARE(files.size(), qsizetype(settings::kRecentFiles));
        QCOMPARE(files.constFirst().path, at(u"20.mezasu"_s));
        QCOMPARE(files.constFirst().title, u"新しい題"_s);
        QCOMPARE(std::count_if(
                     files.begin(), files.end(), [this](const auto &one) { return one.path == at(u"20.mezasu"_s); }),
            1);
    }

    void aDroppedFileIsOpenedAlsoOnAField()
    {
        newPlan(u"別.mezasu"_s, u"別の計画"_s);
        newPlan(u"計画.mezasu"_s, u"市の計画"_s);
        auto *field = child<QWidget>(u"titleEdit"_s, m_window->view()->page());
        QVERIFY(field);
        dropOn(field, at(u"別.mezasu"_s));
        QTRY_COMPARE(title(), u"別の計画"_s);
        QFile table(at(u"表.tsv"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(u"基本方針\t目指す姿\t改革項目\t改革項目名称\n方針\t暮らし\t1-1\t窓口\n"_s.toUtf8());
        table.close();
        dropOn(m_window.get(), table.fileName());
        QTRY_COMPARE(plan().children(plan().root(), Kind::Policy).size(), 1);
    }

    // -- copies

    void aSavedCopyIsWholeAndReplacesOnlyWhenDone()
    {
        newPlan(u"計画.mezasu"_s, u"市の計画"_s);
        const QList<Name> history = m_window->document()->journal().names();
        m_answers->path = at(u"写し.mezasu"_s);
        action(u"saveCopyAction"_s)->trigger();
        QVERIFY2(m_window->said().contains(u"写しを"_s), qPrintable(m_window->said()));
        QCOMPARE(QFileInfo(m_window->document()->path()).fileName(), u"計画.mezasu"_s); // stays open
        auto copy = m_services->open(at(u"写し.mezasu"_s));
        QVERIFY(copy);
        QCOMPARE(copy.value().document->journal().names(), history);
        copy.value().document.reset();
        // Once more over the same name, with what was typed since.
        setTitle(u"新しい題"_s);
        action(u"saveCopyAction"_s)->trigger();
        copy = m_services->open(at(u"写し.mezasu"_s));
        QVERIFY(copy);
        QCOMPARE(copy.value().document->plan().text(plan().root(), u"title"), u"新しい題"_s);
        QCOMPARE(QDir(m_folder->path()).entryList({u".~copy*"_s}, QDir::Files | QDir::Hidden), QStringList());
    }

    void aCopyNeverGoesOverThePlanItself()
    {
        newPlan(u"計画.mezasu"_s, u"市の計画"_s);
        action(u"saveCopyAction"_s)->trigger(); // the answer is still the plan's own path
        QVERIFY(m_window->said().contains(u"別の名前"_s));
        QVERIFY(!m_services->saveCopy(*m_window->document(), at(u"計画.mezasu"_s)));
    }

    void theSampleCanBeKept()
    {
        m_window->openSample();
        const qsizetype size = plan().size();
        const ElementId root = plan().root();
        m_answers->path = at(u"試し.mezasu"_s);
        action(u"saveCopyAction"_s)->trigger();
        auto copy = m_services->open(at(u"試し.mezasu"_s));
        QVERIFY(copy);
        QCOMPARE(copy.value().document->plan().size(), size);
        QCOMPARE(copy.value().document->plan().root(), root);
    }

    void aBackupIsComparedOpenedAndRestored()
    {
        newPlan(u"計画.mezasu"_s, u"初めの題"_s);
        const QString path = m_window->document()->path();
        m_window.reset();
        m_window = makeWindow();
        QVERIFY(m_window->openPlan(path));
        FieldMap fields;
        fields.set(u"title", u"あとから"_s);
        const ElementId policy = ElementId::create(Kind::Policy);
        QVERIFY(m_window->document()->apply({PlanChange::set(plan().root(), u"title"_s, Value(u"次の題"_s)),
            PlanChange::insert(policy, plan().root(), fields)}));

        action(u"backupsAction"_s)->trigger();
        auto *dialog = child<QDialog>(u"backupsDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(child<QTreeWidget>(u"backupsList"_s, dialog)->topLevelItemCount(), 1);
        auto *restore = child<QPushButton>(u"backupRestoreButton"_s, dialog);
        QVERIFY(!restore->isEnabled()); // not before it was seen what it does
        child<QPushButton>(u"backupCompareButton"_s, dialog)->click();
        const QString summary = child<QLabel>(u"backupSummaryLabel"_s, dialog)->text();
        QVERIFY2(summary.contains(u"変更 1件"_s) && summary.contains(u"削除 1件"_s), qPrintable(summary));

        child<QPushButton>(u"backupOpenButton"_s, dialog)->click();
        auto *beside = m_window->findChild<MainWindow *>();
        QVERIFY(beside && beside->document()->isReadOnly());
        QCOMPARE(beside->document()->plan().text(plan().root(), u"title"), u"初めの題"_s);
        beside->close();

        QVERIFY(restore->isEnabled());
        restore->click();
        QCOMPARE(title(), u"初めの題"_s);
        QVERIFY(!plan().contains(policy));
        QVERIFY2(action(u"undoAction"_s)->text().contains(u"控え"_s), qPrintable(action(u"undoAction"_s)->text()));
        QVERIFY(m_window->document()->undo());
        QCOMPARE(title(), u"次の題"_s);
        QVERIFY(plan().contains(policy));
    }

    void asManyBackupsAreKeptAsWereAskedFor()
    {
        settings::setBackupsKept(2);
        newPlan(u"計画.mezasu"_s, u"題"_s);
        const QString path = m_window->document()->path();
        for (int i = 0; i < 4; ++i) {
            m_window.reset();
            m_window = makeWindow();
            QVERIFY(m_window->openPlan(path));
            setTitle(u"題%1"_s.arg(i));
        }
        const auto backups = m_services->backups(*m_window->document());
        QVERIFY(backups);
        QCOMPARE(backups.value().kept, 2);
        QCOMPARE(backups.value().files.size(), 2);
        QVERIFY(backups.value().files.constFirst().bytes > 0);
    }

    // -- two at one plan

    void theSecondWritesWhenTheFirstHasLeft()
    {
        newPlan(u"計画.mezasu"_s, u"題"_s);
        const QString path = m_window->document()->path();
        auto second = makeWindow();
        second->holderBar()->setInterval(20);
        QVERIFY(second->openPlan(path));
        QVERIFY(second->document()->isReadOnly());
        QVERIFY(second->holderBar()->text().contains(u"使用中"_s));
        QVERIFY(!child<QPushButton>(u"holderWriteButton"_s, second.get()));
        setTitle(u"最後の題"_s);
        m_window.reset();
        QTRY_VERIFY(child<QPushButton>(u"holderWriteButton"_s, second.get()));
        child<QPushButton>(u"holderWriteButton"_s, second.get())->click();
        QVERIFY(!second->document()->isReadOnly());
        QVERIFY(second->holderBar()->text().isEmpty());
        QCOMPARE(second->document()->plan().text(second->document()->plan().root(), u"title"), u"最後の題"_s);
    }

    void aLockIsTakenOnlyAfterItsHolderWasShown()
    {
        newPlan(u"計画.mezasu"_s, u"題"_s);
        auto second = makeWindow();
        QVERIFY(second->openPlan(m_window->document()->path()));
        auto *take = child<QPushButton>(u"holderTakeButton"_s, second.get());
        QVERIFY(take);
        const auto holder = second->document()->holder();
        QVERIFY(holder);
        take->click();
        QCOMPARE(m_answers->shownHolder, holder->user);
        QVERIFY(second->document()->isReadOnly()); // the answer was no
        m_answers->takesLock = true;
        child<QPushButton>(u"holderTakeButton"_s, second.get())->click();
        QVERIFY(!second->document()->isReadOnly());
        // The first loses nothing of what is typed on.
        setTitle(u"まだ入力している"_s);
        QTRY_COMPARE(m_window->document()->saveState(), PlanDocument::SaveState::Rescued);
        QVERIFY(QFile::exists(m_window->document()->rescuePath()));
    }

    // -- tables and files in and out

    void aWholePlanAsJsonBecomesANewPlan()
    {
        m_window->openSample();
        const qsizetype size = plan().size();
        m_answers->path = at(u"計画.json"_s);
        action(u"export_json"_s)->trigger();
        QVERIFY(QFile::exists(at(u"計画.json"_s)));
        m_answers->path = at(u"新しい計画.mezasu"_s);
        m_window->imports()->table(at(u"計画.json"_s));
        QCOMPARE(QFileInfo(m_window->document()->path()).fileName(), u"新しい計画.mezasu"_s);
        QCOMPARE(plan().size(), size);
        // Nothing is replaced silently.
        m_window->imports()->table(at(u"計画.json"_s));
        QVERIFY(m_window->said().contains(u"上書きはしません"_s));
        m_window->newPlan();
        QVERIFY(m_window->said().contains(u"上書きはしません"_s));
        QCOMPARE(plan().size(), size);
    }

    void whatAnEncodingCannotHoldIsSaidBeforeItIsWritten()
    {
        newPlan(u"計画.mezasu"_s, u"題"_s);
        FieldMap fields;
        fields.set(u"title", u"笑顔😀のまち"_s);
        QVERIFY(
            m_window->document()->apply({PlanChange::insert(ElementId::create(Kind::Policy), plan().root(), fields)}));
        m_answers->path = at(u"表.csv"_s);
        action(u"export_csv_cp932"_s)->trigger();
        QVERIFY2(m_answers->losses.join(u'\n').contains(u"😀"_s), qPrintable(m_answers->losses.join(u'\n')));
        QVERIFY(!QFile::exists(at(u"表.csv"_s)));
        m_answers->acceptsLosses = true;
        action(u"export_csv_cp932"_s)->trigger();
        QVERIFY(QFile::exists(at(u"表.csv"_s)));
        QVERIFY(child<QPushButton>(u"openFolderButton"_s));
        m_answers->losses.clear();
        m_answers->path = at(u"表.xlsx"_s);
        action(u"export_xlsx"_s)->trigger(); // holds everything: nothing to be asked
        QVERIFY(m_answers->losses.isEmpty());
        QVERIFY(QFile::exists(at(u"表.xlsx"_s)));
    }

    void theFormatsExplainThemselves()
    {
        newPlan(u"計画.mezasu"_s, u"題😀"_s);
        FieldMap fields;
        fields.set(u"title", u"笑顔😀のまち"_s);
        QVERIFY(
            m_window->document()->apply({PlanChange::insert(ElementId::create(Kind::Policy), plan().root(), fields)}));
        action(u"exportAction"_s)->trigger();
        auto *dialog = child<QDialog>(u"exportDialog"_s);
        QVERIFY(dialog);
        auto *list = child<QListWidget>(u"exportFormatList"_s, dialog);
        for (int row = 0; row < list->count(); ++row) {
            list->setCurrentRow(row);
            QVERIFY(!child<QLabel>(u"exportExplanationLabel"_s, dialog)->text().isEmpty());
            const bool cp932 = m_services->exportFormats().at(row).id == "csv_cp932"_L1;
            if (cp932)
                QVERIFY(child<QLabel>(u"exportLossesLabel"_s, dialog)->text().contains(u"😀"_s));
        }
        list->setCurrentRow(0);
        m_answers->path = at(u"資料.pdf"_s);
        dialog->accept();
        QVERIFY(QFile::exists(at(u"資料.pdf"_s)));
    }

    // -- findings

    void findingsLeadToTheirFields()
    {
        newPlan(u"計画.mezasu"_s, u"題"_s);
        const ElementId policy = ElementId::create(Kind::Policy);
        const ElementId goal = ElementId::create(Kind::Goal);
        const ElementId item = ElementId::create(Kind::ReformItem);
        FieldMap fields;
        fields.set(u"title", u"窓口"_s);
        QVERIFY(m_window->document()->apply({PlanChange::insert(policy, plan().root()),
            PlanChange::insert(goal, policy), PlanChange::insert(item, goal, fields)}));
        action(u"findingsPanelAction"_s)->trigger();
        auto *panel = child<FindingsPanel>(u"findingsPanel"_s);
        QTRY_COMPARE(panel->model()->rowCount(), int(findingsOf(plan()).size()));
        QVERIFY(panel->model()->rowCount() >= 4);
        auto *kinds = child<QComboBox>(u"findingsKindCombo"_s, panel);
        const int code = kinds->findData(u"code_missing"_s);
        QVERIFY(code > 0);
        kinds->setCurrentIndex(code);
        Q_EMIT kinds->activated(code);
        QCOMPARE(panel->model()->rowCount(), 1);
        auto *list = child<QTreeView>(u"findingsList"_s, panel);
        QTRY_COMPARE(list->currentIndex().row(), 0); // Enter leads to the first
        list->setCurrentIndex(panel->model()->index(0, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(m_window->view()->current(), item);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"codeEdit"_s);
        child<QPushButton>(u"findingsCopyButton"_s, panel)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"番号がありません"_s));
        // What is mended goes by itself.
        QVERIFY(m_window->document()->apply({PlanChange::set(item, u"code"_s, Value(u"1-1"_s))}));
        QTRY_COMPARE(kinds->findData(u"code_missing"_s), -1);
        QCOMPARE(panel->model()->rowCount(), int(findingsOf(plan()).size()));
    }

    // -- settings, about

    void theNameInTheSettingsStandsWithChanges()
    {
        newPlan(u"計画.mezasu"_s, u"題"_s);
        action(u"settingsAction"_s)->trigger();
        auto *dialog = child<QDialog>(u"settingsDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(child<QLineEdit>(u"settingsAuthorEdit"_s, dialog)->placeholderText(), u"試験"_s);
        child<QLineEdit>(u"settingsAuthorEdit"_s, dialog)->setText(u"企画花子"_s);
        dialog->accept();
        setTitle(u"別の題"_s);
        Journal &journal = m_window->document()->journal();
        const ChangeSet last = journal.changeSet(journal.heads().constFirst());
        const auto record = Record::parse(last.body);
        QVERIFY(record);
        QCOMPARE(last.texts.value(record.value().author).text, u"企画花子"_s);
        QCOMPARE(settings::author(), u"企画花子"_s);
    }

    void anotherLanguageIsOfferedAtOnce()
    {
        newPlan(u"計画.mezasu"_s, u"題"_s);
        action(u"settingsAction"_s)->trigger();
        auto *dialog = child<QDialog>(u"settingsDialog"_s);
        auto *language = child<QComboBox>(u"settingsLanguageCombo"_s, dialog);
        language->setCurrentIndex(language->findData(u"en"_s));
        dialog->accept();
        auto *again = child<QPushButton>(u"startAgainButton"_s);
        QVERIFY(again);
        again->click();
        QCOMPARE(m_services->started, QStringList{at(u"計画.mezasu"_s)});
        QVERIFY(m_services->wasFree);
        QVERIFY(!m_window->isVisible());
    }

    void theLanguageShownIsKeptWhereNoneWasChosen()
    {
        settings::setLanguage({});
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English));
        action(u"settingsAction"_s)->trigger();
        auto *dialog = child<QDialog>(u"settingsDialog"_s);
        QCOMPARE(child<QComboBox>(u"settingsLanguageCombo"_s, dialog)->currentData().toString(), u"en"_s);
        dialog->accept();
        QLocale::setDefault(before);
        QCOMPARE(settings::language(), u"en"_s);
        settings::setLanguage({});
    }

    void theColoursOfTheSettingsHoldAtOnce()
    {
        action(u"settingsAction"_s)->trigger();
        auto *dialog = child<QDialog>(u"settingsDialog"_s);
        auto *look = child<QComboBox>(u"settingsLookCombo"_s, dialog);
        look->setCurrentIndex(look->findData(nameOf(Look::Dark)));
        dialog->accept();
        QCOMPARE(scheme(), Scheme::Dark);
        QCOMPARE(m_window->palette().color(QPalette::Window), paletteOf(Scheme::Dark).color(QPalette::Window));
        QCOMPARE(settings::look(), u"dark"_s);
        setLook(Look::System);
    }

    void theLicencesAreInside()
    {
        action(u"aboutAction"_s)->trigger();
        auto *dialog = child<QDialog>(u"aboutDialog"_s);
        QVERIFY(dialog);
        QVERIFY(child<QTextBrowser>(u"aboutLicenceText"_s, dialog)->toPlainText().contains(u"GNU GENERAL PUBLIC"_s));
        auto *notices = child<QTextBrowser>(u"aboutNoticesText"_s, dialog);
        QVERIFY(notices->toPlainText().contains(u"FreeType"_s));
        // Selecting by pages in a text with a table, Qt moves from cell to cell for ever.
        for (int place = 0; place < notices->toPlainText().size(); place += 50) {
            QTextCursor cursor = notices->textCursor();
            cursor.setPosition(place);
            notices->setTextCursor(cursor);
            QTest::keyClick(notices, Qt::Key_PageDown, Qt::ShiftModifier);
        }
        notices->verticalScrollBar()->setValue(0);
        QTest::keyClick(notices, Qt::Key_PageDown);
        QVERIFY(notices->verticalScrollBar()->value() > 0);
    }

    // -- long work

    void whatIsClosedDuringWorkGoesWhenItIsDone()
    {
        const QPointer<QDialog> dialog(new QDialog);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
        const auto done = Work::run<bool>(u"仕事"_s, [&dialog](const Work::Ticket &ticket) {
            (void)ticket->inWindow([&dialog] { dialog->close(); });
            return ticket->inWindow([] {}); // the window has been about other things since
        });
        QCOMPARE(done, std::optional(true));
        QVERIFY(dialog); // it may be what began the work
        QTRY_VERIFY(!dialog);
    }

    void longWorkLeavesTheWindowAliveAndCanBeCancelled()
    {
        bool alive = false;
        QTimer look;
        look.setInterval(10);
        connect(&look, &QTimer::timeout, this, [&] {
            alive = true;
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                if (widget->objectName() == "workDialog"_L1 && widget->isVisible())
                    widget->findChild<QPushButton *>()->click();
            }
        });
        look.start();
        const auto cancelled = Work::run<int>(u"長い仕事"_s, [](const Work::Ticket &ticket) {
            while (!ticket->isCancelled())
                QThread::yieldCurrentThread();
            return 1;
        });
        QVERIFY(!cancelled);
        QVERIFY(alive);
        const auto quick = Work::run<QString>(u"短い仕事"_s, [](const Work::Ticket &ticket) {
            QString from;
            (void)ticket->inWindow([&from] { from = u"窓"_s; });
            return from;
        });
        QCOMPARE(quick, std::optional(u"窓"_s));
    }
};

QTEST_MAIN(TestComing)
#include "tst_coming.moc"
