// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/numbersfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>

using namespace numbers;

class TestNumbers : public Fixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginCase(); }
    void init() { begin(); }
    void cleanup() { end(); }

    // -- keys

    void typingBeginsAndEnterGoesDown()
    {
        goTo(1, kActual);
        QTest::keyClicks(table(), u"9"_s);
        QVERIFY(cellEdit());
        QTest::keyClicks(cellEdit(), u"5.30"_s);
        press(Qt::Key_Return);
        QCOMPARE(number(2022), u"95.30"_s);
        QCOMPARE(table()->currentIndex(), cell(2, kActual));
        QVERIFY(table()->hasFocus());
        press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(table()->currentIndex(), cell(1, kActual));
        QTest::keyClicks(table(), u"7"_s); // replaces
        press(Qt::Key_Down);
        QCOMPARE(number(2022), u"7"_s);
        QCOMPARE(table()->currentIndex(), cell(2, kActual));
    }

    void tabGoesRightAndEnterReturnsToWhereItBegan()
    {
        goTo(1, kBaseline);
        for (const char *typed : {"45", "50", "46"}) {
            keys(QString::fromLatin1(typed));
            press(Qt::Key_Tab);
        }
        QCOMPARE(table()->currentIndex(), cell(1, kStatus));
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(table()->currentIndex(), cell(1, kActual));
        press(Qt::Key_Return);
        QCOMPARE(table()->currentIndex(), cell(2, kBaseline));
        QCOMPARE(number(2022, u"baseline"_s), u"45"_s);
        QCOMPARE(number(2022, u"target"_s), u"50"_s);
        QCOMPARE(number(2022), u"46"_s);
    }

    void tabGoesOverTheEndsOfRowsAndLeavesAtTheLastCell()
    {
        goTo(1, kNote);
        press(Qt::Key_Tab);
        QCOMPARE(table()->currentIndex(), cell(2, kBaseline));
        goTo(5, kNote);
        press(Qt::Key_Tab);
        QVERIFY(!table()->hasFocus());
        goTo(0, kBaseline);
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(!table()->hasFocus());
        goTo(3, kActual);
        press(Qt::Key_Tab, Qt::ControlModifier);
        QVERIFY(!table()->hasFocus());
        QCOMPARE(table()->currentIndex(), cell(3, kActual));
    }

    void withoutYearsItSaysWhereTheyComeFrom()
    {
        auto *hint = page()->findChild<QLabel *>(u"noYearsLabel"_s);
        QVERIFY(hint->isHidden() && table()->isVisible());
        const ElementId root = plan().root();
        QVERIFY(document()->apply(
            {PlanChange::set(root, u"first_year"_s, Value()), PlanChange::set(root, u"last_year"_s, Value())}));
        m_window->view()->show(root);
        m_window->view()->show(m_indicator);
        hint = page()->findChild<QLabel *>(u"noYearsLabel"_s);
        QVERIFY(hint->isVisible() && !table()->isVisible());
        page()->findChild<QLineEdit *>(u"addYearEdit"_s)->setText(u"R6"_s);
        QTest::mouseClick(page()->findChild<QPushButton *>(u"addYearButton"_s), Qt::LeftButton);
        QVERIFY(hint->isHidden() && table()->isVisible());
        Q_EMIT hint->linkActivated(u"plan"_s);
        QCOMPARE(m_window->view()->current(), root);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"first_yearEdit"_s);
    }

    void f2ChangesWhatIsThereAndEscapeLeavesIt()
    {
        typeInto(1, kActual, u"95.3"_s);
        goTo(1, kActual);
        press(Qt::Key_F2);
        QVERIFY(cellEdit());
        QCOMPARE(cellEdit()->text(), u"95.3"_s);
        QTest::keyClicks(cellEdit(), u"0"_s);
        press(Qt::Key_Escape);
        QCOMPARE(number(2022), u"95.3"_s);
        press(Qt::Key_F2);
        QTest::keyClicks(cellEdit(), u"0"_s);
        press(Qt::Key_Return);
        QCOMPARE(number(2022), u"95.30"_s);
    }

    void deleteClearsABlockInOneStep()
    {
        typeInto(1, kActual, u"1"_s);
        typeInto(2, kActual, u"2"_s);
        typeInto(2, kTarget, u"3"_s);
        const qsizetype before = changes();
        select(1, kTarget, 2, kActual);
        press(Qt::Key_Delete);
        QCOMPARE(changes(), before + 1);
        QVERIFY(number(2022).isEmpty() && number(2023).isEmpty() && number(2023, u"target"_s).isEmpty());
        QVERIFY(plan().value(m_indicator, field::values(2022, u"actual")).isNull()); // nothing, not an empty entry
        QVERIFY(document()->undo());
        QCOMPARE(number(2022) + number(2023) + number(2023, u"target"_s), u"123"_s);
    }

    void keysBelongToTheInputMethodWhileItComposes()
    {
        goTo(1, kActual);
        compose(table(), u"１２"_s);
        QVERIFY(CompositionGuard::isComposing());
        QCOMPARE(table()->preedit(), u"１２"_s);        // shown in the cell, not yet text
        QCOMPARE(QApplication::focusWidget(), table()); // the input method keeps its widget
        const qsizetype before = changes();
        for (const Qt::Key key :
            {Qt::Key_Return, Qt::Key_Tab, Qt::Key_Escape, Qt::Key_Down, Qt::Key_Delete, Qt::Key_F2})
            press(key);
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), table());
        QCOMPARE(changes(), before);
        QCOMPARE(table()->currentIndex(), cell(1, kActual));
        compose(table(), {}, u"１２．"_s);
        QCOMPARE(cellEdit()->text(), u"１２．"_s);
        compose(cellEdit(), u"５"_s); // goes on in the editor
        press(Qt::Key_Return);
        QCOMPARE(changes(), before);
        compose(cellEdit(), {}, u"５"_s);
        press(Qt::Key_Return);
        QCOMPARE(number(2022), u"12.5"_s);
        QCOMPARE(changes(), before + 1); // once
        QCOMPARE(table()->currentIndex(), cell(2, kActual));
        compose(table(), u"９"_s);
        compose(table(), {}); // given up
        QVERIFY(table()->preedit().isEmpty() && table()->hasFocus());
        QCOMPARE(changes(), before + 1);
    }

    void aNoteIsComposedInItsCell()
    {
        goTo(1, kNote);
        compose(table(), u"そくほう"_s);
        compose(table(), {}, u"速報値。8月に確定"_s);
        press(Qt::Key_Return);
        QCOMPARE(entry(2022, u"actual"_s).note, u"速報値。8月に確定"_s);
        QVERIFY(!entry(2022, u"actual"_s).value); // a note alone is no value
    }

    void whatIsTypedInACellIsSavedWhenTheWindowCloses()
    {
        goTo(1, kActual);
        keys(u"95.30"_s);
        QVERIFY(cellEdit());
        QVERIFY(m_window->close());
        m_window = std::make_unique<MainWindow>(m_services.get(), m_answers.get());
        QVERIFY(m_window->openPlan(m_services->path(u"計画.mezasu"_s)));
        QCOMPARE(number(2022), u"95.30"_s);
    }

    void whatIsTypedInACellIsInThePlanBeforeItIsLeft()
    {
        goTo(1, kActual);
        keys(u"12"_s);
        m_window->view()->show(m_item);
        QCOMPARE(number(2022), u"12"_s);
    }

    // -- reading and refusing

    void whatCannotBeReadStaysAsTyped()
    {
        typeInto(1, kActual, u"95.3"_s);
        const qsizetype before = changes();
        typeInto(1, kActual, u"10〜20"_s);
        QCOMPARE(changes(), before);
        QCOMPARE(number(2022), u"95.3"_s);
        QCOMPARE(shown(1, kActual), u"⚠ 10〜20"_s);
        QVERIFY2(message().contains(u"2022年度の実績値「10〜20」：幅のある値"_s), qPrintable(message()));
        QVERIFY(cell(1, kActual).data(Qt::ToolTipRole).toString().contains(u"記録されているのは「95.3」のまま"_s));
        goTo(1, kActual);
        press(Qt::Key_F2); // to be corrected where it stands
        QCOMPARE(cellEdit()->text(), u"10〜20"_s);
        press(Qt::Key_Escape);
        press(Qt::Key_Escape); // dropped
        QCOMPARE(shown(1, kActual), u"95.3"_s);
    }

    void whatCannotBeReadIsThereAgainWhenOneComesBack()
    {
        typeInto(1, kActual, u"10〜20"_s);
        auto *state = m_window->findChild<QLabel *>(u"saveStateLabel"_s);
        QVERIFY2(state->text().contains(u"読み取れない入力1件"_s), qPrintable(state->text()));
        m_window->view()->show(m_item);
        m_window->view()->show(plan().root());
        auto *year = m_window->view()->page()->findChild<QLineEdit *>(u"last_yearEdit"_s);
        QVERIFY(year);
        year->setFocus();
        year->selectAll();
        compose(year, {}, u"来年"_s);
        m_window->view()->show(m_indicator);
        QCOMPARE(shown(1, kActual), u"⚠ 10〜20"_s);
        m_window->view()->show(plan().root());
        year = m_window->view()->page()->findChild<QLineEdit *>(u"last_yearEdit"_s);
        QCOMPARE(year->text(), u"来年"_s);
        QVERIFY2(state->text().contains(u"読み取れない入力2件"_s), qPrintable(state->text()));

        m_answers->drops = false; // closing asks, and goes to the first
        QVERIFY(!m_window->close());
        QCOMPARE(m_answers->unread, (QStringList{u"10〜20"_s, u"来年"_s}));
        QCOMPARE(m_window->view()->page()->element(), plan().root());

        year = m_window->view()->page()->findChild<QLineEdit *>(u"last_yearEdit"_s);
        year->setFocus();
        year->selectAll();
        compose(year, {}, u"2027"_s);
        press(Qt::Key_Return);
        m_window->view()->show(m_indicator);
        typeInto(1, kActual, u"15"_s);
        QCOMPARE(number(2022), u"15"_s);
        QVERIFY(!state->text().contains(u"読み取れない"_s));
        m_answers->unread.clear();
        QVERIFY(m_window->close());
        QVERIFY(m_answers->unread.isEmpty());
    }

    void cellsWithWhatIsSearchedAreMarked()
    {
        typeInto(1, kActual, u"1234.5"_s);
        typeInto(1, kNote, u"財政課の調べ"_s);
        auto *find = m_window->findChild<QLineEdit *>(u"findEdit"_s);
        find->setText(u"財政"_s);
        QVERIFY(table()->isMatch(cell(1, kNote)));
        QVERIFY(!table()->isMatch(cell(1, kActual)));
        find->setText(u"1234"_s); // as it is typed; it is shown as 1,234.5
        QVERIFY(table()->isMatch(cell(1, kActual)));
        find->clear();
        QVERIFY(!table()->isMatch(cell(1, kActual)));
    }

    void everyReasonIsSaidInWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        QTest::newRow("grouping") << u"1,23"_s << u"カンマの位置"_s;
        QTest::newRow("unit") << u"12件"_s << u"単位「件」"_s;
        QTest::newRow("words") << u"たくさん"_s << u"数として読み取れません"_s;
        QTest::newRow("digits") << u"9"_s.repeated(31) << u"30桁"_s;
    }
    void everyReasonIsSaidInWords()
    {
        QFETCH(QString, typed);
        typeInto(1, kActual, typed);
        QFETCH(QString, words);
        QVERIFY2(message().contains(words), qPrintable(message()));
        QVERIFY(number(2022).isEmpty());
        QVERIFY(shown(1, kActual).contains(typed));
    }

    void aCorrectedCellIsTakenAndTheMarkGoes()
    {
        typeInto(1, kActual, u"1,23"_s);
        typeInto(1, kActual, u"1,230"_s);
        QCOMPARE(shown(1, kActual), u"1,230"_s);
        QCOMPARE(number(2022), u"1230"_s);
        QVERIFY(message().isEmpty());
    }

    void anotherPersonsValueReplacesAnUnreadText()
    {
        typeInto(1, kActual, u"1,23"_s);
        IndicatorValue other;
        other.value = Decimal::fromCanonical(u"7");
        QVERIFY(document()->apply({PlanChange::set(m_indicator, field::values(2022, u"actual"), Value(other))}));
        QCOMPARE(shown(1, kActual), u"7"_s);
    }

    void signsOfMissingValuesAndProvisionalNumbers()
    {
        typeInto(1, kActual, u"－"_s);
        QCOMPARE(entry(2022, u"actual"_s).missing, u"not_surveyed"_s);
        QCOMPARE(shown(1, kActual), u"－"_s);
        QCOMPARE(shown(1, kStatus), u"未調査"_s);
        typeInto(2, kActual, u"…"_s);
        QCOMPARE(entry(2023, u"actual"_s).missing, u"unavailable"_s);
        typeInto(3, kActual, u"x"_s);
        QCOMPARE(entry(2024, u"actual"_s).missing, u"suppressed"_s);
        typeInto(4, kActual, u"95.3p"_s);
        QCOMPARE(entry(2025, u"actual"_s).status, u"preliminary"_s);
        QCOMPARE(number(2025), u"95.3"_s);
        typeInto(1, kActual, u"0"_s); // a value takes the place of the reason
        QCOMPARE(number(2022), u"0"_s);
        QVERIFY(entry(2022, u"actual"_s).missing.isEmpty());
    }

    void aStatusIsChosenFromItsList()
    {
        typeInto(1, kActual, u"95.3"_s);
        goTo(1, kStatus);
        press(Qt::Key_F2);
        auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(box);
        box->setCurrentIndex(box->findData(u"estimate"_s));
        press(Qt::Key_Return);
        QCOMPARE(entry(2022, u"actual"_s).status, u"estimate"_s);
        QCOMPARE(table()->currentIndex(), cell(2, kStatus));
        QCOMPARE(chart()->trend().actuals.front().status, report::ValueStatus::Estimate);
    }

    void detailsOfBaselineAndTargetAreShownWhereTheyAreHeld()
    {
        auto *check = page()->findChild<QCheckBox *>(u"valueDetailsCheck"_s);
        QVERIFY(table()->isColumnHidden(ValuesModel::TargetNoteColumn));
        check->click();
        QVERIFY(!table()->isColumnHidden(ValuesModel::TargetNoteColumn));
        typeInto(5, ValuesModel::TargetNoteColumn, u"中間見直しで改定"_s);
        QCOMPARE(entry(2026, u"target"_s).note, u"中間見直しで改定"_s);
        m_window->view()->show(m_item);
        m_window->view()->show(m_indicator);
        QVERIFY(!table()->isColumnHidden(ValuesModel::TargetNoteColumn)); // not hidden: it holds something
        QVERIFY(!page()->findChild<QCheckBox *>(u"valueDetailsCheck"_s)->isEnabled());
    }

    // -- blocks

    void aBlockOfExcelIsOneStep()
    {
        goTo(1, kTarget);
        const qsizetype before = changes();
        paste(u"50%\t▲1,234.50\t確定\r\n51\t－\t\r\n\t95.3p\t\r\n"_s);
        QCOMPARE(changes(), before + 1);
        QCOMPARE(number(2022, u"target"_s), u"50"_s);
        QCOMPARE(number(2022), u"-1234.50"_s);
        QCOMPARE(shown(1, kActual), u"△1,234.50"_s);
        QCOMPARE(entry(2022, u"actual"_s).status, u"final"_s);
        QCOMPARE(number(2023, u"target"_s), u"51"_s);
        QCOMPARE(entry(2023, u"actual"_s).missing, u"not_surveyed"_s); // an empty cell beside it says nothing
        QCOMPARE(number(2024), u"95.3"_s);
        QCOMPARE(entry(2024, u"actual"_s).status, u"preliminary"_s);
        QVERIFY(message().isEmpty());
        QVERIFY(document()->undo());
        QVERIFY(number(2022).isEmpty() && number(2023, u"target"_s).isEmpty() && number(2024).isEmpty());
    }

    void whatOfABlockCannotBeReadIsSaidByCellAndTheRestIsTaken()
    {
        typeInto(2, kActual, u"40"_s);
        goTo(1, kActual);
        const qsizetype before = changes();
        paste(u"46\n調査中\n1,23\n47"_s);
        QCOMPARE(changes(), before + 1);
        QCOMPARE(number(2022), u"46"_s);
        QCOMPARE(number(2023), u"40"_s); // as it was, and the cell shows what was pasted
        QCOMPARE(shown(2, kActual), u"⚠ 調査中"_s);
        QCOMPARE(number(2025), u"47"_s);
        QVERIFY2(message().contains(u"2023年度の実績値「調査中」"_s), qPrintable(message()));
        QVERIFY(message().contains(u"2024年度の実績値「1,23」"_s));
    }

    void manyRefusedCellsAreCounted()
    {
        select(0, kActual, 5, kActual);
        paste(u"なし"_s); // into every selected cell
        QVERIFY(message().contains(u"2025年度の実績値「なし」"_s));
        QVERIFY(!message().contains(u"2026年度の実績値"_s));
        QVERIFY(message().contains(u"ほか1個のセル"_s));
    }

    void whatStandsOutsideTheTableIsSaid()
    {
        goTo(5, kNote);
        paste(u"注\tはみ出し\n次の行"_s);
        QCOMPARE(entry(2026, u"actual"_s).note, u"注"_s);
        QVERIFY2(message().contains(u"2個のセルは貼り付けていません"_s), qPrintable(message()));
    }

    void htmlIsTakenWhereTheTextHasAnotherShape()
    {
        goTo(1, kActual);
        paste(u"95.3\n確定\n注の一\n注の二"_s, // as a word processor gives the text of a table
            u"<html><body><table><tr><td><p>95.3</p></td><td><p>確定</p></td><td><p>注の一</p><p>注の二</p></td></tr></table>"_s);
        QCOMPARE(number(2022), u"95.3"_s);
        QCOMPARE(entry(2022, u"actual"_s).status, u"final"_s);
        QCOMPARE(entry(2022, u"actual"_s).note, u"注の一\n注の二"_s);
        QVERIFY(number(2023).isEmpty());
    }

    void aCopiedBlockComesBackExactly()
    {
        typeInto(1, kActual, u"△1,234.50"_s);
        typeInto(1, kNote, u"注「\"引用\"」"_s);
        typeInto(2, kActual, u"…"_s);
        typeInto(3, kActual, u"95.30p"_s);
        select(1, kActual, 4, kNote);
        press(Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), u"-1234.50\t\t\"注「\"\"引用\"\"」\"\n…\t把握不可\t\n95.30\t速報\t\n\t\t"_s);
        QVERIFY(copied->html().contains(u"mso-number-format:\"0\\.00\"'>95.30</td>"_s));
        const auto held = [this] {
            QStringList all;
            for (int year = 2022; year <= 2025; ++year)
                all += QString::fromUtf8(
                    QJsonDocument(plan().value(m_indicator, field::values(year, u"actual")).toJson().toObject())
                        .toJson());
            return all;
        };
        const QStringList before = held();
        typeInto(4, kActual, u"7"_s); // is emptied by the empty cell of the block
        select(1, kActual, 3, kNote);
        press(Qt::Key_Delete);
        QVERIFY(held() != before);
        goTo(1, kActual);
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(held(), before);
        QVERIFY(message().isEmpty());
    }

    void cutAndPasteMoveValues()
    {
        typeInto(1, kActual, u"1"_s);
        goTo(1, kActual);
        press(Qt::Key_X, Qt::ControlModifier);
        QVERIFY(number(2022).isEmpty());
        goTo(3, kActual);
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(number(2024), u"1"_s);
    }

    void fillsDownAndRight()
    {
        typeInto(1, kTarget, u"50.0"_s);
        select(1, kTarget, 4, kTarget);
        const qsizetype before = changes();
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(changes(), before + 1);
        for (int year = 2022; year <= 2025; ++year)
            QCOMPARE(number(year, u"target"_s), u"50.0"_s);
        select(2, kTarget, 2, kActual);
        press(Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(number(2023), u"50.0"_s);
        goTo(5, kTarget); // a single cell: from the one above
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(number(2026, u"target"_s), u"50.0"_s);
    }

    void aReadOnlyPlanIsShownAndCopiedButNotChanged()
    {
        typeInto(1, kActual, u"95.3"_s);
        document()->flush();
        MainWindow second(m_services.get(), m_answers.get());
        QVERIFY(second.openPlan(m_services->path(u"計画.mezasu"_s)));
        QVERIFY(second.document()->isReadOnly());
        second.view()->show(m_indicator);
        auto *grid = second.view()->page()->findChild<ValuesTable *>(u"valuesTable"_s);
        grid->setCurrentIndex(grid->model()->index(1, kActual));
        grid->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"95.3"_s);
        QTest::keyClick(grid, Qt::Key_Delete);
        grid->paste();
        QTest::keyClicks(grid, u"7"_s);
        QCOMPARE(grid->model()->index(1, kActual).data().toString(), u"95.3"_s);
    }

    // -- years

    void yearsBeforeAndAfterComeAndGo()
    {
        const auto button = [this](const QString &name) { return page()->findChild<QPushButton *>(name); };
        button(u"addEarlierYearButton"_s)->click();
        button(u"addLaterYearButton"_s)->click();
        QCOMPARE(table()->model()->rowCount(), 8);
        QCOMPARE(table()->model()->headerData(0, Qt::Vertical).toString(), u"2020年度"_s);
        QCOMPARE(table()->model()->headerData(7, Qt::Vertical).toString(), u"2027年度"_s);
        QCOMPARE(table()->currentIndex().row(), 7);
        QVERIFY(button(u"removeYearButton"_s)->isEnabled());
        button(u"removeYearButton"_s)->click();
        QCOMPARE(table()->model()->rowCount(), 7);
        typeInto(0, kBaseline, u"44"_s);
        goTo(0, kBaseline);
        QVERIFY(!button(u"removeYearButton"_s)->isEnabled()); // holds a value
        press(Qt::Key_Delete);
        QCOMPARE(table()->model()->rowCount(), 7); // does not vanish under the hand
        QVERIFY(button(u"removeYearButton"_s)->isEnabled());
        goTo(2, kActual);
        QVERIFY(!button(u"removeYearButton"_s)->isEnabled()); // of the plan
        auto *year = page()->findChild<QLineEdit *>(u"addYearEdit"_s);
        year->setText(u"平成３０年度"_s);
        QTest::keyClick(year, Qt::Key_Return);
        QCOMPARE(table()->model()->headerData(0, Qt::Vertical).toString(), u"2018年度"_s);
        year->setText(u"来年"_s);
        QTest::keyClick(year, Qt::Key_Return);
        QVERIFY(message().contains(u"年度を読み取れません"_s));
    }

    void rowsFollowTheStyleOfThePlan()
    {
        QVERIFY(document()->apply({PlanChange::set(plan().root(), u"year_style"_s, u"japanese"_s)}));
        QCOMPARE(table()->model()->headerData(1, Qt::Vertical).toString(), u"令和4年度"_s);
        QCOMPARE(chart()->trend().years.front().text, u"令和4年度"_s);
    }
};

QTEST_MAIN(TestNumbers)
#include "tst_numbers.moc"
