// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"
#include "core/findings/findings.h"
#include "core/report/layout.h"
#include "core/report/reportkinds.h"
#include "core/report/tablereport.h"
#include "tests/core/report/pdftools.h"
#include "ui/imports.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/models/changetreemodel.h"
#include "ui/models/findingsmodel.h"
#include "ui/pages/elementpage.h"
#include "ui/panels/findingspanel.h"
#include "ui/planview.h"
#include "ui/preview/keylist.h"
#include "ui/preview/paperview.h"
#include "ui/preview/previewdialog.h"
#include "ui/settings.h"
#include "ui/widgets/holderbar.h"
#include "ui/work.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QPrinter>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTreeView>
#include <QTreeWidget>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
class Answers : public Questions
{
public:
    QString path, printTo;
    bool takesLock = false, acceptsLosses = false;
    QStringList losses;
    QString shownHolder;
    QString pathToOpen(QWidget *, const QString &, const QString &) override { return path; }
    QString pathToSave(QWidget *, const QString &, const QString &, const QString &) override { return path; }
    std::optional<ImportPreview> acceptImport(
        QWidget *, const QString &, const ImportPreview &first, const ImportPreviewer &) override
    {
        return first;
    }
    bool closeUnsaved(QWidget *) override { return true; }
    bool takeLock(QWidget *, const LockInfo &holder) override
    {
        shownHolder = holder.user;
        return takesLock;
    }
    bool acceptLosses(QWidget *, const ExportFormat &, const QStringList &lines) override
    {
        losses = lines;
        return acceptsLosses;
    }
    bool choosePrinter(QWidget *, QPrinter *printer) override
    {
        if (printTo.isEmpty())
            return false;
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(printTo);
        return true;
    }
};

/// The real ones; only that no other program is started.
class TestServices : public FileServices
{
public:
    using FileServices::FileServices;
    bool startAgain(const QString &path) override
    {
        started.append(path);
        wasFree = !PlanLock::holderOf(path);
        return true;
    }
    QStringList started;
    bool wasFree = false;
};

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
class TestComing : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestServices> m_services;
    std::unique_ptr<Answers> m_answers;
    std::unique_ptr<MainWindow> m_window;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    template <typename Widget>
    Widget *child(const QString &name, QWidget *below = nullptr) const
    {
        return (below ? below : m_window.get())->findChild<Widget *>(name);
    }
    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    const Plan &plan() const { return m_window->document()->plan(); }
    QString title() const { return plan().text(plan().root(), u"title"); }
    std::unique_ptr<MainWindow> makeWindow() const
    {
        auto window = std::make_unique<MainWindow>(m_services.get(), m_answers.get());
        window->show();
        return window;
    }
    void newPlan(const QString &name, const QString &itsTitle)
    {
        m_answers->path = at(name);
        m_window->newPlan();
        QVERIFY(m_window->document());
        setTitle(itsTitle);
    }
    void setTitle(const QString &text)
    {
        QVERIFY(m_window->document()->apply({PlanChange::set(plan().root(), u"title"_s, Value(text))}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        setUpLook(*qApp);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        settings::keepIn(at(u"settings.ini"_s));
        m_services = std::make_unique<TestServices>(u"試験"_s);
        m_answers = std::make_unique<Answers>();
        m_window = makeWindow();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_services.reset();
        settings::keepIn({});
    }

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

    // -- paper

    void thePreviewShowsThePagesThatArePrinted()
    {
        m_window->openSample();
        const report::PaperOptions options;
        const auto expected = report::layoutDocument(
            report::tableReport(plan(), options), report::PageSetup::forPaper(options.paper, options.typeface));
        QVERIFY(expected);
        const auto count = int(expected.value().pages.size());
        action(u"printAction"_s)->trigger();
        auto *dialog = child<PreviewDialog>(u"previewDialog"_s);
        QVERIFY(dialog);
        PaperView *view = dialog->view();
        QCOMPARE(view->pageCount(), count);
        QVERIFY(count > 1);
        QVERIFY(view->accessibleDescription().contains(title()));
        QTest::keyClick(view, Qt::Key_PageDown);
        QCOMPARE(view->page(), 1);
        QCOMPARE(child<QListWidget>(u"previewPageList"_s, dialog)->currentRow(), 1);
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(view->page(), count - 1);
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(view->page(), 0);
        QVERIFY(view->isFitted());
        const double before = view->zoom();
        QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(view->zoom() > before);
        QTest::keyClick(view, Qt::Key_0, Qt::ControlModifier);
        QVERIFY(view->isFitted());

        // The other paper has its own sheet; back again, the first.
        auto *kinds = child<QComboBox>(u"previewKindCombo"_s, dialog);
        auto *sheet = child<QComboBox>(u"previewPaperCombo"_s, dialog);
        const QVariant wide = sheet->currentData();
        QCOMPARE(kinds->count(), 2);
        QTest::keyClick(kinds, Qt::Key_Down);
        QCOMPARE(sheet->currentData().toInt(), int(report::PaperSize::A4Portrait));
        QVERIFY(view->pageCount() > count);
        QTest::keyClick(kinds, Qt::Key_Up);
        QCOMPARE(sheet->currentData(), wide);
        QCOMPARE(view->pageCount(), count);

        m_answers->printTo = at(u"印刷.pdf"_s);
        child<QPushButton>(u"previewPrintButton"_s, dialog)->click();
        m_answers->path = at(u"書き出し.pdf"_s);
        child<QPushButton>(u"previewPdfButton"_s, dialog)->click();
        for (const QString &file : {at(u"印刷.pdf"_s), at(u"書き出し.pdf"_s)}) {
            const QString info = pdftools::run(u"pdfinfo"_s, {file}).text;
            const auto pages = QRegularExpression(u"Pages:\\s+(\\d+)"_s).match(info);
            QCOMPARE(pages.captured(1).toInt(), count);
            const auto size = QRegularExpression(u"Page size:\\s+([\\d.]+) x ([\\d.]+)"_s).match(info);
            QVERIFY2(qAbs(size.captured(1).toDouble() - expected.value().size.width() / report::kUnitsPerPoint) < 2,
                qPrintable(info));
        }
        // Painted, not only counted: the first page has ink.
        view->fitPage();
        const QImage image = view->viewport()->grab().toImage();
        qsizetype dark = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                dark += qGray(image.pixel(x, y)) < 100 ? 1 : 0;
        }
        QVERIFY(dark > 500);
    }

    void aClickOnALinkGoesToItsPage()
    {
        m_window->openSample();
        action(u"printAction"_s)->trigger();
        auto *dialog = child<PreviewDialog>(u"previewDialog"_s);
        PaperView *view = dialog->view();
        QTest::keyClick(child<QComboBox>(u"previewKindCombo"_s, dialog), Qt::Key_Down); // the paper with an overview
        const auto options = report::reportKind(u"indicators")->usual;
        const auto pages = report::layoutDocument(report::reportKind(u"indicators")->make(plan(), options),
            report::reportKind(u"indicators")->setup(options));
        QVERIFY(pages);
        const auto &links = pages.value().links;
        const auto far = std::find_if(links.begin(), links.end(),
            [](const report::PageLink &link) { return link.page == 0 && link.target.page > 1; });
        QVERIFY(far != links.end());
        QCOMPARE(view->page(), 0);
        const QPoint place = view->onViewport(far->area).center().toPoint();
        QVERIFY(view->linkAt(place));
        QCOMPARE(view->linkAt(place)->target.page, far->target.page);
        QMouseEvent over(QEvent::MouseMove, place, view->viewport()->mapToGlobal(place), Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(view->viewport(), &over);
        QCOMPARE(view->viewport()->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(view->page(), far->target.page);
        QCOMPARE(child<QListWidget>(u"previewPageList"_s, dialog)->currentRow(), far->target.page);

        // Beside every link nothing happens, nor where the mouse goes up elsewhere.
        view->showPage(0);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {1, 1});
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, {1, 1});
        QCOMPARE(view->page(), 0);

        // Larger than the window, the place that a link leads to is what is seen.
        view->setZoom(4);
        view->showPage(0);
        view->horizontalScrollBar()->setValue(int(view->onViewport(far->area).left()));
        view->verticalScrollBar()->setValue(int(view->onViewport(far->area).top()));
        QTest::mouseClick(
            view->viewport(), Qt::LeftButton, {}, view->onViewport(far->area).topLeft().toPoint() + QPoint(3, 3));
        QCOMPARE(view->page(), far->target.page);
        const QRectF there = view->onViewport({0, far->target.y, 1, 1});
        QVERIFY2(
            there.top() > -20 && there.top() < view->viewport()->height(), qPrintable(QString::number(there.top())));
    }

    void longNamesEndInTheListOfPages()
    {
        m_window->openSample();
        const ElementId policy = plan().children(plan().root(), Kind::Policy).front();
        QVERIFY(m_window->document()->apply(
            {PlanChange::set(policy, u"title"_s, Value(u"とても長い基本方針の名前"_s.repeated(4)))}));
        action(u"printAction"_s)->trigger();
        auto *list = child<QListWidget>(u"previewPageList"_s, child<PreviewDialog>(u"previewDialog"_s));
        QVERIFY(list->count() > 1);
        for (int row = 0; row < list->count(); ++row)
            QVERIFY(list->visualItemRect(list->item(row)).width() <= list->viewport()->width());
        QVERIFY(list->fontMetrics().horizontalAdvance(list->item(0)->text()) > list->viewport()->width());
        QVERIFY(list->item(0)->toolTip().startsWith(u"とても長い基本方針の名前"_s));
        QVERIFY(list->visualItemRect(list->item(0)).height() >= list->fontMetrics().height());
    }

    void theOptionsOfTheReportAreChosenInThePreview()
    {
        m_window->openSample();
        action(u"printAction"_s)->trigger();
        auto *dialog = child<PreviewDialog>(u"previewDialog"_s);
        auto *number = child<QLineEdit>(u"previewNumberEdit"_s, dialog);
        number->setText(u"資料9-9"_s);
        Q_EMIT number->editingFinished();
        QVERIFY(dialog->view()->accessibleDescription().contains(u"資料9-9"_s));
        const int before = dialog->view()->pageCount();
        auto *paper = child<QComboBox>(u"previewPaperCombo"_s, dialog);
        paper->setCurrentIndex(paper->findData(int(report::PaperSize::A4Portrait)));
        Q_EMIT paper->activated(paper->currentIndex());
        QVERIFY(dialog->view()->pageCount() > before);
        QCOMPARE(dialog->options().paper, report::PaperSize::A4Portrait);
        QCOMPARE(dialog->options().number, u"資料9-9"_s);
    }

    void theOptionsAreKeptWithThePlan()
    {
        m_window->openSample();
        const QList<ElementId> order = plan().preorder();
        const auto item =
            std::find_if(order.rbegin(), order.rend(), [](const ElementId &id) { return id.kind == Kind::ReformItem; });
        m_window->view()->show(*item);
        action(u"printAction"_s)->trigger();
        auto *dialog = child<PreviewDialog>(u"previewDialog"_s);
        QVERIFY(dialog->view()->page() > 0); // the page of what was being edited
        child<QPushButton>(u"previewDetailsButton"_s, dialog)->click();
        auto *details = child<QDialog>(u"paperDetailsDialog"_s, dialog);
        QVERIFY(details);
        child<QLineEdit>(u"paperNoteEdit"_s, details)->setText(u"取扱注意"_s);
        auto *columns = child<QListWidget>(u"paperColumnList"_s, details);
        QCOMPARE(columns->count(), 8);
        columns->item(1)->setCheckState(Qt::Unchecked);
        auto *branches = child<QListWidget>(u"paperBranchList"_s, details);
        branches->item(0)->setCheckState(Qt::Unchecked);
        QCOMPARE(branches->item(1)->checkState(), Qt::Unchecked); // what is below goes with it
        details->accept();
        QVERIFY(dialog->view()->accessibleDescription().contains(u"取扱注意"_s));
        QCOMPARE(dialog->options().columns.size(), 7);
        const qsizetype policies = plan().children(plan().root(), Kind::Policy).size();
        QCOMPARE(dialog->options().branches.size(), policies - 1);
        dialog->close();
        const QString kept = plan().text(plan().root(), u"papers/table");
        QVERIFY2(kept.contains(u"note=取扱注意"_s), qPrintable(kept));
        action(u"printAction"_s)->trigger();
        const auto dialogs = m_window->findChildren<PreviewDialog *>(u"previewDialog"_s);
        QCOMPARE(dialogs.last()->options().note, u"取扱注意"_s);
        QCOMPARE(dialogs.last()->options().columns.size(), 7);
    }

    void theListOfKeysIsMadeOfTheActions()
    {
        m_window->openSample();
        QStringList listed;
        const QList<KeyGroup> groups = keyGroups(m_window->menuBar());
        for (const KeyGroup &group : groups) {
            QVERIFY(!group.title.contains(u'&'));
            for (const KeyGroup::Row &row : group.rows)
                listed.append(row.keys);
        }
        int withKeys = 0;
        for (const QAction *menu : m_window->menuBar()->actions()) {
            for (const QAction *one : menu->menu()->actions()) {
                if (one->shortcut().isEmpty() || !one->isVisible())
                    continue;
                ++withKeys;
                const QString key = keyName(one->shortcut());
                QVERIFY2(std::any_of(listed.begin(), listed.end(), [&](const QString &l) { return l.contains(key); }),
                    qPrintable(key));
            }
        }
        QVERIFY(withKeys > 10);
        action(u"keysAction"_s)->trigger();
        auto *dialog = child<PreviewDialog>(u"previewDialog"_s);
        QVERIFY(dialog && dialog->view()->pageCount() >= 1);
        QString text;
        for (int page = 0; page < dialog->view()->pageCount(); ++page) {
            dialog->view()->showPage(page);
            text += dialog->view()->accessibleDescription();
        }
        QVERIFY(text.contains(u"Ctrl+N"_s));
        QVERIFY(text.contains(u"PageDown"_s));
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
        QVERIFY(child<QTextBrowser>(u"aboutNoticesText"_s, dialog)->toPlainText().contains(u"FreeType"_s));
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
