// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include "core/report/layout.h"
#include "core/report/reportkinds.h"
#include "core/report/tablereport.h"
#include "tests/core/report/pdftools.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"
#include "ui/preview/keylist.h"
#include "ui/preview/paperview.h"
#include "ui/preview/previewdialog.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

/// Papers, from the preview to the file.
class TestPreview : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    /// What has the focus says that its editing has finished when it goes with its window.
    void itGoesWhileItsMeetingIsTyped()
    {
        m_window->openSample();
        action(u"printAction"_s)->trigger();
        QPointer<PreviewDialog> dialog = child<PreviewDialog>(u"previewDialog"_s);
        QVERIFY(dialog);
        QApplication::setActiveWindow(dialog);
        auto *meeting = child<QLineEdit>(u"previewMeetingEdit"_s, dialog);
        meeting->setFocus();
        QCOMPARE(QApplication::focusWidget(), meeting);
        QTest::keyClicks(meeting, u"a"_s);
        delete dialog.data();
        QVERIFY(!dialog);
    }

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
        QVERIFY(!dialog->view()->isFitted()); // at a size to read
        QCOMPARE(dialog->view()->horizontalScrollBar()->maximum(), 0);
        QVERIFY(dialog->view()->verticalScrollBar()->maximum() > 0);
        QString text;
        for (int page = 0; page < dialog->view()->pageCount(); ++page) {
            dialog->view()->showPage(page);
            text += dialog->view()->accessibleDescription();
        }
        QVERIFY(text.contains(u"Ctrl+N"_s));
        QVERIFY(text.contains(u"PageDown"_s));
    }
};

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
