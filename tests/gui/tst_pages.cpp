// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagesfixture.h"

#include "ui/look/measures.h"
#include "ui/pages/fields.h"
#include "ui/pages/jointdepartments.h"
#include "ui/pages/statechip.h"
#include "ui/widgets/growingtextedit.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace mezasu;
using namespace mezasu::ui;
using namespace pages;
using namespace Qt::StringLiterals;

class TestPages : public PageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

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
