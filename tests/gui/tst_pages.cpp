// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/filestorage.h"
#include "ui/compositionguard.h"
#include "ui/look/look.h"
#include "ui/look/measures.h"
#include "ui/pages/elementpage.h"
#include "ui/pages/fields.h"
#include "ui/pages/jointdepartments.h"
#include "ui/pages/rowpaste.h"
#include "ui/pages/rowssection.h"
#include "ui/pages/rowwidget.h"
#include "ui/pages/statechip.h"
#include "ui/planview.h"
#include "ui/widgets/growingtextedit.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
Session session()
{
    return {u"試験"_s, [] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC); }};
}

template <typename Widget>
Widget *child(QWidget *parent, const QString &name)
{
    for (Widget *widget : parent->findChildren<Widget *>(name)) {
        if (!widget->isHidden())
            return widget;
    }
    return nullptr;
}

void compose(QWidget *widget, const QString &preedit, const QString &commit = {})
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(widget, &event);
}

/// What an input method has committed, character for character.
void type(QWidget *widget, const QString &text)
{
    compose(widget, {}, text);
}

QWidget *focused()
{
    return QApplication::focusWidget();
}
} // namespace

class TestPages : public QObject
{
    Q_OBJECT

    std::unique_ptr<CompositionGuard> m_guard;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<PlanView> m_view;
    ElementId m_policy, m_goal, m_item, m_finance, m_welfare;

    const Plan &plan() const { return m_document->plan(); }
    ElementPage *page() const { return m_view->page(); }
    ElementId root() const { return plan().root(); }

    static FieldMap named(const QString &field, const QString &text)
    {
        FieldMap fields;
        fields.set(field, text);
        return fields;
    }

    /// A plan with one goal that is alone with its item, and two departments.
    QList<PlanChange> steps(const ElementId &top)
    {
        m_policy = ElementId::create(Kind::Policy);
        m_goal = ElementId::create(Kind::Goal);
        m_item = ElementId::create(Kind::ReformItem);
        m_finance = ElementId::create(Kind::Department);
        m_welfare = ElementId::create(Kind::Department);
        return {PlanChange::insert(m_finance, top, named(u"name"_s, u"財政課"_s)),
            PlanChange::insert(m_welfare, top, named(u"name"_s, u"福祉課"_s)),
            PlanChange::insert(m_policy, top, named(u"title"_s, u"近い行政"_s)), PlanChange::insert(m_goal, m_policy),
            PlanChange::insert(m_item, m_goal, named(u"title"_s, u"届ける"_s))};
    }
    void begin(std::unique_ptr<PlanStorage> storage = nullptr)
    {
        m_view.reset();
        m_document = std::make_unique<PlanDocument>(Journal(), std::move(storage), session());
        const ElementId top = ElementId::create(Kind::Plan);
        QVERIFY(m_document->createPlan({}, steps(top), top));
        look();
    }
    void look()
    {
        m_view = std::make_unique<PlanView>(m_document.get());
        m_view->resize(1200, 760);
        m_view->setVisible(true);
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    QList<ElementId> issues() const { return plan().children(m_goal, Kind::Issue); }
    QStringList issueLines()
    {
        QStringList out;
        for (const ElementId &id : issues())
            out.append(m_document->text(id, u"mark"_s) + m_document->text(id, u"text"_s));
        return out;
    }
    ElementId addIssue(const QString &mark, const QString &text)
    {
        const ElementId id = ElementId::create(Kind::Issue);
        FieldMap fields;
        if (!mark.isEmpty())
            fields.set(u"mark", mark);
        if (!text.isEmpty())
            fields.set(u"text", text);
        [&] { QVERIFY(m_document->apply({PlanChange::insert(id, m_goal, fields)})); }();
        return id;
    }
    RowsSection *section(const QString &name = u"issueSection"_s) { return child<RowsSection>(page(), name); }
    RowWidget *rowOf(const ElementId &id)
    {
        for (RowWidget *row : page()->findChildren<RowWidget *>()) {
            if (row->id() == id && !row->isHidden())
                return row;
        }
        return nullptr;
    }
    void paste(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        QTest::keyClick(focused(), Qt::Key_V, Qt::ControlModifier);
    }

private Q_SLOTS:
    void initTestCase()
    {
        setUpLook(*qApp);
        m_guard = std::make_unique<CompositionGuard>();
    }
    void init() { begin(); }
    void cleanup()
    {
        m_view.reset();
        m_document.reset();
    }

    void theFieldsOfAShortPageStandTogether()
    {
        m_view->resize(1200, 1000);
        m_view->show(m_policy);
        const auto *number = page()->findChild<QWidget *>(u"numberEdit"_s);
        const auto *title = page()->findChild<QWidget *>(u"titleEdit"_s);
        QVERIFY(number && title);
        const auto top = [this](const QWidget *widget) { return widget->mapTo(page(), QPoint()).y(); };
        QTRY_VERIFY(top(title) > top(number));
        const int between = top(title) - top(number) - number->height();
        QVERIFY2(between <= 2 * gap::kSmall, qPrintable(QString::number(between)));
    }

    // -- rows

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

    // -- fields

    void charactersAreCountedWhileTheFieldHasTheFocus()
    {
        m_view->show(m_policy);
        auto *title = child<GrowingTextEdit>(page(), u"titleEdit"_s);
        auto *count = page()->findChild<QLabel *>(u"characterCountLabel"_s);
        QVERIFY(count->isHidden());
        title->setFocus();
        QVERIFY(count->isVisible());
        QCOMPARE(count->text(), u"4字"_s);
        type(title, u"葛\U000E0100𠮷"_s);
        compose(title, u"へんかん"_s); // is not text yet
        QVERIFY(count->text().startsWith(u"6"_s));
        compose(title, {}, {});
        child<QLineEdit>(page(), u"numberEdit"_s)->setFocus();
        QVERIFY(count->isHidden());
    }

    void aTextOverItsLimitIsSaidAndStays()
    {
        QVERIFY(m_document->apply({PlanChange::set(root(), field::limit(Kind::Policy, u"title"), Value(5)),
            PlanChange::set(root(), field::limit(Kind::Issue, u"text"), Value(3))}));
        m_view->show(m_policy);
        auto *title = child<GrowingTextEdit>(page(), u"titleEdit"_s);
        auto *note = page()->findChild<QLabel *>(u"titleNoteLabel"_s);
        title->setFocus();
        QTest::keyClick(title, Qt::Key_End);
        QVERIFY(note->isHidden());
        type(title, u"を作る"_s);
        QCOMPARE(page()->findChild<QLabel *>(u"characterCountLabel"_s)->text(), u"⚠ 7／5字"_s);
        QVERIFY2(note->isVisible() && note->text().contains(u"5字を2字超えて"_s), qPrintable(note->text()));
        m_document->flush();
        QCOMPARE(plan().text(m_policy, u"title"), u"近い行政を作る"_s);
        const ElementId issue = addIssue(u"・"_s, u"四文字だ"_s);
        m_view->show(m_item);
        auto *rowNote = child<QLabel>(rowOf(issue), u"rowNoteLabel"_s);
        QVERIFY(rowNote && rowNote->text().contains(u"1字超えて"_s));
        QVERIFY(m_document->apply({PlanChange::set(root(), field::limit(Kind::Issue, u"text"), {})}));
        QVERIFY(rowNote->isHidden());
    }

    void statesAreInheritedSetByKeyAndTakenOff()
    {
        const QString name = field::state(Kind::Goal, u"issues");
        m_view->show(m_item);
        auto *chip = child<StateChip>(section(), u"issuesStateChip"_s);
        QVERIFY2(chip->text().startsWith(u"状態なし"_s), qPrintable(chip->text()));
        QVERIFY(m_document->apply({PlanChange::set(root(), name, Value(u"draft"_s))}));
        QVERIFY2(chip->text().startsWith(u"案（計画に同じ）"_s), qPrintable(chip->text()));
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Return);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_3);
        QTRY_COMPARE(plan().text(m_goal, name), u"revised"_s);
        QVERIFY(chip->text().startsWith(u"修正案"_s));
        QVERIFY(chip->accessibleName().contains(u"現状と課題の状態"_s));
        QTest::mouseClick(chip, Qt::LeftButton);
        menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(menu->actions().constLast()->text().contains(u"計画に合わせる（案）"_s));
        QTest::keyClick(menu, Qt::Key_5);
        QTRY_VERIFY(plan().value(m_goal, name).isNull());
        QVERIFY(chip->text().startsWith(u"案（計画に同じ）"_s));
    }

    void jointDepartmentsComeAndGoByKeyboard()
    {
        m_view->show(m_item);
        auto *joint = child<JointDepartments>(page(), u"jointDepartments"_s);
        auto *edit = child<QComboBox>(joint, u"departmentsCombo"_s)->lineEdit();
        edit->setFocus();
        compose(edit, u"ざいせい"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(joint->findChildren<QToolButton *>(u"departmentChip"_s).isEmpty());
        compose(edit, {}, u"財政課"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(plan().value(m_item, field::jointDepartment(m_finance.uuid)), Value::fromBool(true));
        QCOMPARE(edit->text(), QString());
        type(edit, u"福祉"_s); // the beginning of another name is a name of its own
        QTest::keyClick(edit, Qt::Key_Return);
        const QList<ElementId> all = plan().children(root(), Kind::Department);
        QCOMPARE(all.size(), 3);
        QCOMPARE(plan().text(all.constLast(), u"name"), u"福祉"_s);
        QCOMPARE(m_document->undoStep().field, field::jointDepartment(all.constLast().uuid));
        QStringList shown;
        for (QToolButton *chip : joint->findChildren<QToolButton *>(u"departmentChip"_s))
            shown.append(chip->text());
        shown.sort();
        QCOMPARE(shown, (QStringList{u"福祉 ×"_s, u"財政課 ×"_s}));
        auto *chip = joint->findChildren<QToolButton *>(u"departmentChip"_s).constFirst();
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Right);
        QTest::keyClick(focused(), Qt::Key_Left);
        QCOMPARE(focused(), chip);
        QTest::keyClick(chip, Qt::Key_Delete);
        QVERIFY(plan().value(m_item, field::jointDepartment(m_finance.uuid)).isNull());
        QVERIFY(m_document->apply({PlanChange::remove(all.constLast())}));
        QVERIFY(child<QToolButton>(joint, u"departmentChip"_s)->text().contains(u"削除された課"_s));
    }

    void theMemoIsOnThePageOfWhatHasOne()
    {
        for (const ElementId &id : {m_policy, m_item}) {
            m_view->show(id);
            page()->focusField(id, u"memo"_s);
            QCOMPARE(fields::boundTo(focused()), std::optional(std::pair(id, u"memo"_s)));
            type(focused(), u"庁内のみ"_s);
            m_document->flush();
            QCOMPARE(plan().text(id, u"memo"), u"庁内のみ"_s);
        }
        page()->focusField(m_goal, u"memo"_s);
        QCOMPARE(fields::boundTo(focused()), std::optional(std::pair(m_goal, u"memo"_s)));
    }

    // -- the page of the plan

    void theCheckDigitIsSaidNotMended()
    {
        m_view->show(root());
        auto *code = child<QLineEdit>(page(), u"municipality_codeEdit"_s);
        auto *note = page()->findChild<QLabel *>(u"municipality_codeNoteLabel"_s);
        QVERIFY(note->isHidden());
        type(code, u"132099"_s);
        QVERIFY2(note->isVisible() && note->text().contains(u"8（132098）"_s), qPrintable(note->text()));
        QCOMPARE(code->text(), u"132099"_s);
        m_document->flush();
        QCOMPARE(plan().text(root(), u"municipality_code"), u"132099"_s);
        code->selectAll();
        type(code, u"132098"_s);
        QVERIFY2(note->text().startsWith(u"✓"_s), qPrintable(note->text()));
        code->selectAll();
        type(code, u"13209"_s);
        QVERIFY2(note->text().contains(u"132098"_s), qPrintable(note->text()));
    }

    void yearsThatCannotBeReadAreSaid()
    {
        m_view->show(root());
        auto *first = child<QLineEdit>(page(), u"first_yearEdit"_s);
        auto *last = child<QLineEdit>(page(), u"last_yearEdit"_s);
        first->setFocus();
        type(first, u"来年"_s);
        QTest::keyClick(first, Qt::Key_Return);
        auto *note = page()->findChild<QLabel *>(u"first_yearNoteLabel"_s);
        QVERIFY(note->isVisible());
        QVERIFY(!plan().number(root(), u"first_year"));
        first->selectAll();
        type(first, u"令和８年度"_s);
        QTest::keyClick(first, Qt::Key_Return);
        QVERIFY(note->isHidden());
        last->setFocus();
        type(last, u"R4"_s);
        QTest::keyClick(last, Qt::Key_Return);
        QVERIFY(page()->findChild<QLabel *>(u"last_yearNoteLabel"_s)->isVisible());
    }

    void limitsAreSetOnThePageOfThePlan()
    {
        m_view->show(root());
        const QString name = field::limit(Kind::Issue, u"text");
        page()->focusField(root(), name);
        QCOMPARE(fields::boundTo(focused()), std::optional(std::pair(root(), name)));
        type(focused(), u"１２０"_s);
        QTest::keyClick(focused(), Qt::Key_Return);
        QCOMPARE(plan().limit(Kind::Issue, u"text"), std::optional<qint64>(120));
        static_cast<QLineEdit *>(focused())->clear();
        QTest::keyClick(focused(), Qt::Key_Return);
        QVERIFY(!plan().limit(Kind::Issue, u"text"));
    }

    void usedDepartmentsAreShownAndTheirRemovalIsSaid()
    {
        QVERIFY(m_document->apply({PlanChange::set(m_item, u"department"_s, Value(m_finance.uuidString()))}));
        m_view->show(root());
        const auto remark = [this](const ElementId &id) {
            auto *label = child<QLabel>(rowOf(id), u"rowRemarkLabel"_s);
            return label ? label->text() : QString();
        };
        QTRY_VERIFY(remark(m_finance).contains(u"1"_s));
        QCOMPARE(remark(m_welfare), u"未使用"_s);
        RowsSection *departments = section(u"departmentSection"_s);
        auto *said = departments->findChild<QLabel *>(u"sectionMessageLabel"_s);
        Q_EMIT rowOf(m_welfare)->removeRequested();
        QVERIFY(!plan().contains(m_welfare));
        QVERIFY(said->isHidden());
        Q_EMIT rowOf(m_finance)->removeRequested();
        QVERIFY(!plan().contains(m_finance));
        QVERIFY2(said->isVisible() && said->text().contains(u"財政課"_s), qPrintable(said->text()));
        QVERIFY(m_document->undo());
        QTRY_VERIFY(remark(m_finance).contains(u"1"_s));
    }

    // -- shape

    void pagesNeverScrollSideways_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("width");
        QTest::newRow("100 %") << 1.0 << 1366;
        QTest::newRow("200 %") << 2.0 << 1366;
        QTest::newRow("small window") << 1.0 << 800;
    }
    void pagesNeverScrollSideways()
    {
        QFETCH(double, scale);
        QFETCH(int, width);
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * scale);
        QApplication::setFont(large);
        const auto back = qScopeGuard([&usual] { QApplication::setFont(usual); });
        addIssue(u"・"_s, u"市民の声を聞きながら進める必要がある。"_s.repeated(5));
        const ElementId initiative = ElementId::create(Kind::Initiative);
        QVERIFY(m_document->apply({PlanChange::insert(initiative, m_item),
            PlanChange::set(m_item, field::jointDepartment(m_finance.uuid), Value::fromBool(true)),
            PlanChange::set(m_item, field::jointDepartment(m_welfare.uuid), Value::fromBool(true)),
            PlanChange::set(root(), u"first_year"_s, Value(2022)),
            PlanChange::set(root(), u"last_year"_s, Value(2026))}));
        look();
        m_view->resize(width, 768);
        auto *scroll = m_view->findChild<QScrollArea *>(u"pageScroll"_s);
        for (const ElementId &id : {root(), m_policy, m_item, initiative}) {
            m_view->show(id);
            for (int i = 0; i < 5; ++i)
                QApplication::processEvents();
            QVERIFY2(scroll->horizontalScrollBar()->maximum() == 0,
                qPrintable(u"%1: %2 too wide"_s.arg(kindName(id.kind)).arg(scroll->horizontalScrollBar()->maximum())));
            for (QLabel *label : page()->findChildren<QLabel *>()) {
                if (!label->isVisible() || label->objectName() == u"characterCountLabel"_s)
                    continue;
                QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            }
        }
    }

    void textOnAWideScreenKeepsToLinesThatCanBeRead()
    {
        addIssue(u"・"_s, u"長い"_s);
        m_view->show(m_item);
        m_view->resize(3000, 900);
        QApplication::processEvents();
        for (GrowingTextEdit *edit : page()->findChildren<GrowingTextEdit *>()) {
            if (edit->isVisible())
                QVERIFY(edit->width() <= page()->fontMetrics().horizontalAdvance(u'あ') * 62);
        }
    }

    void theCursorStaysInSightWhileATextGrows()
    {
        m_view->show(m_policy);
        m_view->resize(900, 400);
        auto *edit = child<GrowingTextEdit>(page(), u"descriptionEdit"_s);
        edit->setFocus();
        for (int i = 0; i < 40; ++i) {
            type(edit, u"行"_s);
            QTest::keyClick(edit, Qt::Key_Return);
        }
        auto *scroll = m_view->findChild<QScrollArea *>(u"pageScroll"_s);
        const auto inSight = [&] {
            const QPoint at = edit->viewport()->mapTo(scroll->viewport(), edit->cursorRect().center());
            return scroll->viewport()->rect().contains(at);
        };
        QTRY_VERIFY(inSight());
    }

    void fiveThousandCharactersAreTypedOneByOne()
    {
        const QString text = u"市民の声を聞きながら、行政の仕事を見直していく。"_s.repeated(210).left(5000);
        QVERIFY(m_document->apply({PlanChange::set(m_policy, u"description"_s, Value(text))}));
        m_view->show(m_policy);
        auto *edit = child<GrowingTextEdit>(page(), u"descriptionEdit"_s);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_End, Qt::ControlModifier);
        for (int i = 0; i < 100; ++i) {
            type(edit, u"あ"_s);
            QApplication::processEvents();
        }
        QCOMPARE(m_document->text(m_policy, u"description"_s), QString(text + QString(100, u'あ')));
        QCOMPARE(page()->findChild<QLabel *>(u"characterCountLabel"_s)->text(), u"5100字"_s);
    }

    void aPlanThatIsOnlyReadCanBeReadAndCopied()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"計画.mezasu"_s);
        PlanFile::Options options;
        options.backupFolder = folder.filePath(u"backups"_s);
        auto made = createPlanFile(path, options, session(), folder.path());
        QVERIFY(made);
        auto owner = std::move(made).value();
        const ElementId top = ElementId::create(Kind::Plan);
        QVERIFY(owner->createPlan({}, steps(top), top));
        QVERIFY(owner->apply({PlanChange::set(m_item, u"department"_s, Value(m_finance.uuidString())),
            PlanChange::set(m_item, field::jointDepartment(m_welfare.uuid), Value::fromBool(true)),
            PlanChange::set(m_goal, field::state(Kind::Goal, u"issues"), Value(u"draft"_s)),
            PlanChange::insert(ElementId::create(Kind::Issue), m_goal, named(u"text"_s, u"課題"_s))}));
        auto opened = openPlanFile(path, options, session(), folder.path());
        QVERIFY(opened);
        m_view.reset();
        m_document = std::move(opened.value().document);
        QVERIFY(m_document->isReadOnly());
        look();
        m_view->show(m_item);
        for (QWidget *editor : page()->findChildren<QWidget *>()) {
            if (fields::boundTo(editor) && !editor->isHidden())
                QVERIFY2(editor->isEnabled(), qPrintable(editor->objectName()));
        }
        auto *lead = child<QLineEdit>(page(), u"departmentEdit"_s);
        QCOMPARE(lead->text(), u"財政課"_s);
        lead->setFocus();
        lead->selectAll();
        QTest::keyClick(lead, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"財政課"_s);
        QCOMPARE(child<QToolButton>(page(), u"departmentChip"_s)->text(), u"福祉課"_s);
        QCOMPARE(child<StateChip>(section(), u"issuesStateChip"_s)->text(), u"案"_s);
        QVERIFY(!child<QPushButton>(page(), u"issueAddButton"_s));
        QVERIFY(!child<QToolButton>(section(), u"rowMenuButton"_s));
        QWidget *text = child<GrowingTextEdit>(section(), u"textEdit"_s);
        text->setFocus();
        for (const auto &[key, modifiers] : {std::pair(Qt::Key_Return, Qt::NoModifier),
                 std::pair(Qt::Key_Return, Qt::ControlModifier), std::pair(Qt::Key_A, Qt::NoModifier)})
            QTest::keyClick(text, key, modifiers);
        QCOMPARE(issueLines(), QStringList{u"課題"_s});
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
