// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagesfixture.h"

#include "ui/pages/fields.h"
#include "ui/pages/rowpaste.h"
#include "ui/widgets/growingtextedit.h"

#include <QMenu>

using namespace mezasu;
using namespace mezasu::ui;
using namespace pages;
using namespace Qt::StringLiterals;

/// The rows of a page: statements, issues and the like.
class TestRows : public PageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void enterAddsARowWithTheNextMarkAndBackspaceTakesItAway()
    {
        const ElementId first = addIssue(u"① "_s, u"窓口が混む"_s);
        m_view->show(m_item);
        QVERIFY(section()->focusRow(first));
        QTest::keyClick(focused(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(focused(), Qt::Key_Return);
        QCOMPARE(issueLines(), (QStringList{u"① 窓口が混む"_s, u"② "_s}));
        QCOMPARE(fields::boundTo(focused()), std::optional(std::pair(issues().at(1), u"text"_s)));
        QTest::keyClick(focused(), Qt::Key_Return); // one empty row is enough
        QCOMPARE(issues().size(), 2);
        type(focused(), u"書類が多い"_s);
        QTest::keyClick(focused(), Qt::Key_Home);
        QTest::keyClick(focused(), Qt::Key_Backspace); // a row with text stays
        QCOMPARE(issueLines(), (QStringList{u"① 窓口が混む"_s, u"② 書類が多い"_s}));
        QTest::keyClick(focused(), Qt::Key_End);
        QTest::keyClick(focused(), Qt::Key_Return);
        QCOMPARE(issueLines().constLast(), u"③ "_s);
        QTest::keyClick(focused(), Qt::Key_Backspace);
        QCOMPARE(issueLines(), (QStringList{u"① 窓口が混む"_s, u"② 書類が多い"_s}));
        QCOMPARE(fields::boundTo(focused()), std::optional(std::pair(issues().at(1), u"text"_s)));
        QVERIFY(static_cast<GrowingTextEdit *>(focused())->textCursor().atEnd());
    }

    void enterWithinATextAndShiftEnterBeginAParagraph()
    {
        const ElementId only = addIssue(u"・"_s, u"前後"_s);
        m_view->show(m_item);
        QVERIFY(section()->focusRow(only));
        QTest::keyClick(focused(), Qt::Key_Home);
        QTest::keyClick(focused(), Qt::Key_Right);
        QTest::keyClick(focused(), Qt::Key_Return);
        QCOMPARE(m_document->text(only, u"text"_s), u"前\n後"_s);
        QTest::keyClick(focused(), Qt::Key_End);
        QTest::keyClick(focused(), Qt::Key_Return, Qt::ShiftModifier);
        type(focused(), u"末"_s);
        QCOMPARE(m_document->text(only, u"text"_s), u"前\n後\n末"_s); // U+000A, no line separator
        QCOMPARE(issues().size(), 1);
    }

    void keysOfRowsBelongToTheInputMethodWhileItComposes()
    {
        addIssue(u"・"_s, u"一"_s);
        const ElementId second = addIssue(u"・"_s, {});
        m_view->show(m_item);
        QVERIFY(section()->focusRow(second));
        QWidget *edit = focused();
        compose(edit, u"に"_s);
        for (const auto &[key, modifiers] : {std::pair(Qt::Key_Return, Qt::NoModifier),
                 std::pair(Qt::Key_Return, Qt::ControlModifier), std::pair(Qt::Key_Backspace, Qt::NoModifier),
                 std::pair(Qt::Key_Up, Qt::AltModifier), std::pair(Qt::Key_Tab, Qt::NoModifier)})
            QTest::keyClick(edit, key, modifiers);
        QCOMPARE(issueLines(), (QStringList{u"・一"_s, u"・"_s}));
        QCOMPARE(focused(), edit);
        compose(edit, {}, u"二"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(issueLines(), (QStringList{u"・一"_s, u"・二"_s, u"・"_s})); // once
    }

    void pastedLinesWithMarksBecomeRows()
    {
        const ElementId first = addIssue(u"・"_s, {});
        m_view->show(m_item);
        QVERIFY(section()->focusRow(first));
        paste(u"① 一つ目\r\n② 二つ目\r\n続きの段落\r\n\r\n※ 三つ目"_s);
        QCOMPARE(issueLines(), (QStringList{u"① 一つ目"_s, u"② 二つ目\n続きの段落"_s, u"※ 三つ目"_s}));
        QCOMPARE(issues().constFirst(), first);
        QCOMPARE(fields::boundTo(focused()), std::optional(std::pair(issues().constLast(), u"text"_s)));
        QVERIFY(m_document->undo()); // as one step
        QCOMPARE(issueLines(), (QStringList{u"・"_s}));
    }

    void pastedIntoATextTheyGoBelowAndUnmarkedLinesStayParagraphs()
    {
        const ElementId first = addIssue(u"・"_s, u"前"_s);
        m_view->show(m_item);
        QVERIFY(section()->focusRow(first));
        QTest::keyClick(focused(), Qt::Key_End, Qt::ControlModifier);
        paste(u"後\n・甲\n・乙"_s);
        QCOMPARE(issueLines(), (QStringList{u"・前後"_s, u"・甲"_s, u"・乙"_s}));
        paste(u"\n一行\n二行"_s);
        QCOMPARE(issueLines(), (QStringList{u"・前後"_s, u"・甲"_s, u"・乙\n一行\n二行"_s}));
    }

    void whatPasteMakes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("one line") << u"・一"_s << QStringList();
        QTest::newRow("one marked line of two") << u"・一\n二"_s << QStringList();
        QTest::newRow("two marked lines") << u"・一\n・二"_s << QStringList{u"・|一"_s, u"・|二"_s};
        QTest::newRow("a heading first") << u"課題\n・一\n・二"_s << QStringList{u"|課題"_s, u"・|一"_s, u"・|二"_s};
        QTest::newRow("blanks stay within") << u"・一\n\n続き\n\n・二"_s << QStringList{u"・|一\n\n続き"_s, u"・|二"_s};
        QTest::newRow("numbers as typed") << u"(1) 一\n（２）　二"_s << QStringList{u"(1) |一"_s, u"（２）　|二"_s};
    }
    void whatPasteMakes()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, rows);
        QStringList found;
        for (const exchange::MarkedText &row : rowsOfPaste(text))
            found.append(row.mark + u'|' + row.text);
        QCOMPARE(found, rows);
    }

    void rowsMoveByKeyByMenuAndByTheirHandle()
    {
        const QList<ElementId> ids{addIssue(u"・"_s, u"一"_s), addIssue(u"・"_s, u"二"_s), addIssue(u"・"_s, u"三"_s)};
        m_view->show(m_item);
        QVERIFY(section()->focusRow(ids.at(2)));
        QTest::keyClick(focused(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(issueLines(), (QStringList{u"・一"_s, u"・三"_s, u"・二"_s}));
        QCOMPARE(fields::boundTo(focused()), std::optional(std::pair(ids.at(2), u"text"_s)));

        QTest::mouseClick(child<QToolButton>(rowOf(ids.at(2)), u"rowMenuButton"_s), Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_D); // 下へ(D)
        QTRY_COMPARE(issueLines(), (QStringList{u"・一"_s, u"・二"_s, u"・三"_s}));

        QTRY_VERIFY(rowOf(ids.at(2))->y() > rowOf(ids.at(1))->y());
        RowWidget *last = rowOf(ids.at(2));
        auto *handle = child<RowHandle>(last, u"rowHandle"_s);
        auto *place = section()->findChild<QWidget *>(u"rowPlace"_s);
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        const QPoint target = rowOf(ids.at(0))->mapToGlobal(QPoint(4, 2));
        QTest::mouseMove(handle, handle->mapFromGlobal(target));
        QVERIFY(place->isVisible());
        QTest::keyClick(handle, Qt::Key_Escape); // not after all
        QVERIFY(!place->isVisible());
        QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->mapFromGlobal(target));
        QCOMPARE(issues(), ids);
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        QTest::mouseMove(handle, handle->mapFromGlobal(target));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->mapFromGlobal(target));
        QVERIFY(!place->isVisible());
        QCOMPARE(issueLines(), (QStringList{u"・三"_s, u"・一"_s, u"・二"_s}));
    }

    void aLongListIsThereAtOnceAndWholeSoon()
    {
        QList<PlanChange> changes;
        QList<ElementId> ids;
        for (int i = 0; i < 500; ++i) {
            ids.append(ElementId::create(Kind::Issue));
            FieldMap fields = named(u"text"_s, u"課題その%1。市民の声を聞きながら進める必要がある。"_s.arg(i));
            fields.set(u"mark", u"・"_s);
            changes.append(PlanChange::insert(ids.constLast(), m_goal, fields));
        }
        QVERIFY(m_document->apply(changes));
        m_view->show(m_item);
        RowsSection *rows = section();
        QVERIFY(page()->findChildren<RowWidget *>().size() < 60); // no more than one sees
        // Going to one that is not there yet makes it, and none of those before it; what is typed there stays.
        page()->focusField(ids.at(400), u"text"_s);
        page()->focusField(ids.at(300), u"text"_s);
        QVERIFY(page()->findChildren<RowWidget *>().size() < 60);
        QCOMPARE(fields::boundTo(focused()), std::optional(std::pair(ids.at(300), u"text"_s)));
        QWidget *gone = focused();
        type(focused(), u"あ"_s);
        QTRY_VERIFY(rows->isComplete());
        QCOMPARE(focused(), gone);
        QVERIFY(m_document->text(ids.at(300), u"text"_s).contains(u'あ'));
        QTRY_COMPARE(rows->findChildren<RowWidget *>().size(), 500);
        QVERIFY(rowOf(ids.at(299))->y() < rowOf(ids.at(300))->y());
        QVERIFY(rowOf(ids.at(300))->y() < rowOf(ids.at(301))->y());
        QTRY_VERIFY(!focused()->visibleRegion().isEmpty()); // rows that came above it did not push it out of sight
        QCOMPARE(child<GrowingTextEdit>(rowOf(ids.at(499)), u"textEdit"_s)->accessibleName(), u"現状と課題 500 文"_s);
        // A row that is added later is there at once, and the others stay.
        QWidget *kept = rowOf(ids.at(499));
        rows->add(ids.at(10));
        QCOMPARE(rowOf(ids.at(499)), kept);
        QVERIFY(rows->isComplete());
        type(focused(), u"あ"_s);
    }
};

QTEST_MAIN(TestRows)
#include "tst_rows.moc"
