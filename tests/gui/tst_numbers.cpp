// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/filestorage.h"
#include "ui/compositionguard.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/pages/elementpage.h"
#include "ui/pages/overviewpage.h"
#include "ui/planview.h"
#include "ui/widgets/homeline.h"
#include "ui/widgets/indicatorgrid.h"
#include "ui/widgets/trendchartview.h"
#include "ui/widgets/valuestable.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QImage>
#include <QInputMethodEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
Session session()
{
    return {u"試験"_s, [] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC); }};
}

/// Opens what the test has made; a plan in no file, or a real one.
class TestServices : public Services
{
public:
    Result<OpenedPlan> create(const QString &path) override
    {
        auto made = createPlanFile(path, options(), session(), m_folder.path());
        if (!made)
            return made.error();
        if (const auto begun = made.value()->createPlan({}); !begun)
            return begun.error();
        return OpenedPlan{std::move(made).value(), {}};
    }
    Result<OpenedPlan> open(const QString &path) override
    {
        auto opened = openPlanFile(path, options(), session(), m_folder.path());
        if (!opened)
            return opened.error();
        return OpenedPlan{std::move(opened.value().document), {}};
    }
    Result<OpenedPlan> sample() override
    {
        auto document = std::make_unique<PlanDocument>(Journal(), nullptr, session());
        if (const auto begun = document->createPlan({}); !begun)
            return begun.error();
        return OpenedPlan{std::move(document), {}};
    }
    Result<ImportPreview> previewImport(PlanDocument &, const ImportSource &, const ImportWishes &) override
    {
        return makeError(Error::Code::InvalidInput, {}, {});
    }
    QList<ExportFormat> exportFormats() const override { return {}; }
    Result<QStringList> exportPlan(PlanDocument &, const QString &, const QString &) override { return QStringList(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    PlanFile::Options options() const
    {
        PlanFile::Options made;
        made.backupFolder = m_folder.filePath(u"backups"_s);
        made.user = u"計画太郎"_s;
        made.computer = u"PC-1"_s;
        return made;
    }
    QTemporaryDir m_folder;
};

class Answers : public Questions
{
public:
    QString path, suggested;
    QString pathToOpen(QWidget *, const QString &, const QString &) override { return path; }
    std::optional<ImportPreview> acceptImport(
        QWidget *, const QString &, const ImportPreview &, const ImportPreviewer &) override
    {
        return {};
    }
    QString pathToSave(QWidget *, const QString &, const QString &, const QString &suggestion) override
    {
        suggested = suggestion;
        return path;
    }
    bool closeUnsaved(QWidget *) override { return true; }
};

void compose(QWidget *widget, const QString &preedit, const QString &commit = {})
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(widget, &event);
}

/// Each key to what then has the focus: the first opens the editor, the others go into it.
void keys(const QString &text)
{
    for (const QChar c : text)
        QTest::keyClicks(QApplication::focusWidget(), QString(c));
}

QLineEdit *cellEdit()
{
    return qobject_cast<QLineEdit *>(QApplication::focusWidget());
}

constexpr int kBaseline = ValuesModel::BaselineColumn;
constexpr int kTarget = ValuesModel::TargetColumn;
constexpr int kActual = ValuesModel::ActualColumn;
constexpr int kStatus = ValuesModel::StatusColumn;
constexpr int kNote = ValuesModel::NoteColumn;
} // namespace

class TestNumbers : public QObject
{
    Q_OBJECT

    std::unique_ptr<CompositionGuard> m_guard;
    std::unique_ptr<TestServices> m_services;
    std::unique_ptr<Answers> m_answers;
    std::unique_ptr<MainWindow> m_window;
    ElementId m_policy, m_goal, m_item, m_indicator;

    PlanDocument *document() const { return m_window->document(); }
    const Plan &plan() const { return document()->plan(); }
    ElementPage *page() const { return m_window->view()->page(); }
    ValuesTable *table() const { return page()->findChild<ValuesTable *>(u"valuesTable"_s); }
    TrendChartView *chart() const { return page()->findChild<TrendChartView *>(u"trendChart"_s); }
    QModelIndex cell(int row, int column) const { return table()->model()->index(row, column); }
    QString shown(int row, int column) const { return cell(row, column).data().toString(); }
    QString message() const
    {
        const QLabel *label = page()->findChild<QLabel *>(u"valuesMessage"_s);
        return label->isHidden() ? QString() : label->text();
    }
    IndicatorValue entry(int year, const QString &role) const
    {
        const Value value = plan().value(m_indicator, field::values(year, role));
        return value.entry() ? *value.entry() : IndicatorValue();
    }
    QString number(int year, const QString &role = u"actual"_s) const
    {
        const auto value = entry(year, role).value;
        return value ? value->toString() : QString();
    }
    qsizetype changes() const { return document()->journal().names().size(); }
    ElementId add(Kind kind, const ElementId &parent, std::initializer_list<std::pair<QString, Value>> fields = {})
    {
        FieldMap map;
        for (const auto &[name, value] : fields)
            map.set(name, value);
        const ElementId id = ElementId::create(kind);
        (void)document()->apply({PlanChange::insert(id, parent, map)});
        return id;
    }
    void goTo(int row, int column)
    {
        table()->setFocus();
        table()->setCurrentIndex(cell(row, column));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void typeInto(int row, int column, const QString &text)
    {
        goTo(row, column);
        compose(table(), {}, text);
        press(Qt::Key_Return);
    }
    void paste(const QString &text, const QString &html = {})
    {
        auto *copied = new QMimeData;
        copied->setText(text);
        if (!html.isEmpty())
            copied->setHtml(html);
        QGuiApplication::clipboard()->setMimeData(copied);
        press(Qt::Key_V, Qt::ControlModifier);
    }
    void select(int row, int column, int lastRow, int lastColumn)
    {
        goTo(row, column);
        table()->selectionModel()->select(
            QItemSelection(cell(row, column), cell(lastRow, lastColumn)), QItemSelectionModel::ClearAndSelect);
    }

private Q_SLOTS:
    void initTestCase()
    {
        setUpLook(*qApp);
        m_guard = std::make_unique<CompositionGuard>();
    }

    void init()
    {
        m_services = std::make_unique<TestServices>();
        m_answers = std::make_unique<Answers>();
        m_answers->path = m_services->path(u"計画.mezasu"_s);
        m_window = std::make_unique<MainWindow>(m_services.get(), m_answers.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->newPlan();
        const ElementId root = plan().root();
        QVERIFY(document()->apply(
            {PlanChange::set(root, u"first_year"_s, 2022), PlanChange::set(root, u"last_year"_s, 2026)}));
        m_policy = add(Kind::Policy, root, {{u"number"_s, u"1"_s}, {u"title"_s, u"市民に近い行政"_s}});
        m_goal = add(Kind::Goal, m_policy);
        m_item = add(Kind::ReformItem, m_goal, {{u"code"_s, u"1-1"_s}, {u"title"_s, u"手続のデジタル化"_s}});
        m_indicator = add(Kind::Indicator, m_goal, {{u"name"_s, u"満足した市民の割合"_s}, {u"unit"_s, u"%"_s}});
        m_window->view()->show(m_indicator);
        QCOMPARE(table()->model()->rowCount(), 6); // 2021 to 2026
    }
    void cleanup()
    {
        m_window.reset();
        m_services.reset();
    }

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

    // -- chart

    void theChartFollowsTheTyping()
    {
        typeInto(1, kActual, u"46"_s);
        typeInto(3, kActual, u"48"_s);
        typeInto(5, kTarget, u"50"_s);
        const report::TrendData &trend = chart()->trend();
        QCOMPARE(trend.actuals.size(), 2U);
        QCOMPARE(trend.targets.size(), 1U);
        QCOMPARE(trend.years.back().text, u"2026年度"_s);
        QVERIFY(chart()->accessibleDescription().contains(u"2022年度の実績値：46%"_s));
        QVERIFY(document()->undo());
        QVERIFY(chart()->trend().targets.empty());
    }

    void arrowsReadOutThePoints()
    {
        typeInto(0, kBaseline, u"45.0"_s);
        typeInto(1, kActual, u"46.5p"_s);
        typeInto(2, kActual, u"－"_s);
        typeInto(3, kActual, u"△1,234.50"_s);
        typeInto(3, kTarget, u"48"_s);
        chart()->setFocus(Qt::TabFocusReason);
        QCOMPARE(chart()->readout(), u"2024年度の実績値：△1,234.50%"_s);
        press(Qt::Key_Up);
        QCOMPARE(chart()->readout(), u"2024年度の目標値：48%"_s);
        press(Qt::Key_Left);
        QCOMPARE(chart()->readout(), u"2023年度の実績値：なし（未調査）"_s);
        press(Qt::Key_Left);
        QCOMPARE(chart()->readout(), u"2022年度の実績値：46.5%（速報）"_s);
        QCOMPARE(chart()->accessibleDescription(), chart()->readout());
        press(Qt::Key_Home);
        QCOMPARE(chart()->readout(), u"2021年度の基準値：45.0%"_s);
        press(Qt::Key_Left);
        QCOMPARE(chart()->readout(), u"2021年度の基準値：45.0%"_s);
        press(Qt::Key_End);
        press(Qt::Key_Escape);
        QVERIFY(chart()->readout().isEmpty());
        QVERIFY(chart()->accessibleDescription().contains(u"2021年度の基準値：45.0%"_s));
    }

    void thePointerReadsOutAPoint()
    {
        typeInto(1, kActual, u"46"_s);
        const QRectF area = QRectF(chart()->rect()).adjusted(4, 4, -4, -4);
        const auto spots =
            report::TrendChart(chart()->trend(), trendLookFor(chart())).spots(area, trendScaleFor(chart()));
        QCOMPARE(spots.size(), 1U);
        const auto moveTo = [this](QPointF at) {
            QMouseEvent move(QEvent::MouseMove, at, chart()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
            QApplication::sendEvent(chart(), &move);
        };
        moveTo(spots.front().place + QPointF(3, -3));
        QCOMPARE(chart()->readout(), u"2022年度の実績値：46%"_s);
        moveTo({2, 2});
        QVERIFY(chart()->readout().isEmpty());
    }

    void theChartIsSavedAndCopied_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("png") << u"saveChartPngAction"_s << u"png"_s << QByteArray("\x89PNG");
        QTest::newRow("svg") << u"saveChartSvgAction"_s << u"svg"_s << QByteArray("<?xml");
        QTest::newRow("pdf") << u"saveChartPdfAction"_s << u"pdf"_s << QByteArray("%PDF");
    }
    void theChartIsSavedAndCopied()
    {
        QFETCH(QString, action);
        QFETCH(QString, ending);
        QFETCH(QByteArray, start);
        typeInto(1, kActual, u"46"_s);
        m_answers->path = m_services->path(u"グラフ"_s); // the ending is added
        page()->findChild<QAction *>(action)->trigger();
        QCOMPARE(m_answers->suggested, u"満足した市民の割合."_s + ending);
        QFile file(m_services->path(u"グラフ."_s + ending));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
        QVERIFY(m_window->said().contains(u"保存しました"_s));

        m_answers->path = m_services->path(u"無い/グラフ."_s + ending);
        page()->findChild<QAction *>(action)->trigger();
        QVERIFY(m_window->said().contains(u"読み書きできません"_s));

        chart()->setFocus();
        press(Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY(copied->hasImage());
        QVERIFY(qvariant_cast<QImage>(copied->imageData()).width() > 1000);
        QVERIFY(QString::fromUtf8(copied->data(u"image/svg+xml"_s)).contains(u"満足した市民の割合"_s));
    }

    // -- where it is at home

    void theHomeIsSaidAndGoneTo()
    {
        auto *home = page()->findChild<HomeLine *>(u"homeLabel"_s);
        QCOMPARE(home->accessibleName(), u"置き場所：基本方針 1「市民に近い行政」 › 目指す姿"_s);
        Q_EMIT home->linkActivated(m_policy.toString());
        QTRY_COMPARE(m_window->view()->current(), m_policy);
        const ElementId initiative = add(Kind::Initiative, m_item, {{u"title"_s, u"窓口<改善>"_s}});
        const ElementId other = add(Kind::Indicator, initiative, {{u"name"_s, u"件数"_s}});
        m_window->view()->show(other);
        home = page()->findChild<HomeLine *>(u"homeLabel"_s);
        QVERIFY(home->accessibleName().endsWith(u"改革項目 1-1「手続のデジタル化」 › 取組「窓口<改善>」"_s));
    }

    // -- all of them

    void theOverviewShowsFiltersAndOpens()
    {
        typeInto(1, kActual, u"46.5p"_s);
        typeInto(5, kTarget, u"50"_s);
        QVERIFY(document()->apply({PlanChange::set(m_indicator, u"direction"_s, u"increase"_s)}));
        const ElementId policy = add(Kind::Policy, plan().root(), {{u"number"_s, u"2"_s}, {u"title"_s, u"財政"_s}});
        const ElementId goal = add(Kind::Goal, policy);
        const ElementId empty = add(Kind::Indicator, goal, {{u"name"_s, u"残高"_s}, {u"direction"_s, u"decrease"_s}});
        IndicatorValue value;
        value.value = Decimal::fromCanonical(u"1");
        const ElementId gap = add(Kind::Indicator, goal,
            {{u"name"_s, u"隔年"_s}, {field::values(2022, u"actual"), Value(value)},
                {field::values(2024, u"actual"), Value(value)}});

        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
        QVERIFY(m_window->view()->showsOverview());
        auto *overview = m_window->view()->findChild<OverviewPage *>(u"overviewPage"_s);
        IndicatorGrid *grid = overview->grid();
        QCOMPARE(QApplication::focusWidget(), grid);
        QCOMPARE(grid->model()->rowCount(), 3);
        QCOMPARE(grid->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
            u"満足した市民の割合、実績 46.5%（2022年度・速報）、目標 50%（2026年度）、目指す姿"_s);
        QCOMPARE(grid->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
            u"残高、実績値なし、目標値なし、目指す姿"_s);
        QTRY_COMPARE(grid->paintedCharts(), 3);

        const auto choose = [&](const QString &name, int index) {
            overview->findChild<QComboBox *>(name)->setCurrentIndex(index);
        };
        const auto names = [&] {
            QStringList all;
            for (int row = 0; row < grid->model()->rowCount(); ++row)
                all += grid->model()->index(row, 0).data().toString();
            return all.join(u'/');
        };
        choose(u"missingFilterCombo"_s, 1);
        QCOMPARE(names(), u"残高"_s);
        choose(u"missingFilterCombo"_s, 2);
        QCOMPARE(names(), u"隔年"_s);
        QCOMPARE(overview->findChild<QLabel *>(u"overviewCountLabel"_s)->text(), u"3件のうち1件"_s);
        choose(u"missingFilterCombo"_s, 3);
        QCOMPARE(names(), u"残高/隔年"_s);
        choose(u"policyFilterCombo"_s, 1);
        QVERIFY(names().isEmpty());
        QVERIFY(overview->findChild<QLabel *>(u"overviewEmptyLabel"_s)->isVisible());
        choose(u"missingFilterCombo"_s, 0);
        QCOMPARE(names(), u"満足した市民の割合"_s);
        choose(u"policyFilterCombo"_s, 0);
        choose(u"directionFilterCombo"_s, 2);
        QCOMPARE(names(), u"残高"_s);
        choose(u"directionFilterCombo"_s, field::kDirections.size() + 1);
        QCOMPARE(names(), u"隔年"_s);
        choose(u"directionFilterCombo"_s, 0);

        grid->setFocus();
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QTest::keyClick(grid, Qt::Key_Right);
        QCOMPARE(grid->currentIndex().row(), 1);
        QVERIFY(document()->apply({PlanChange::set(empty, u"name"_s, u"基金の残高"_s)}));
        QTRY_COMPARE(names(), u"満足した市民の割合/基金の残高/隔年"_s); // follows, and stays where it was
        QCOMPARE(grid->currentIndex().row(), 1);
        QTest::keyClick(grid, Qt::Key_Return);
        QVERIFY(!m_window->view()->showsOverview());
        QCOMPARE(m_window->view()->current(), empty);

        m_window->view()->showOverview();
        QTest::keyClick(grid, Qt::Key_Escape);
        QVERIFY(!m_window->view()->showsOverview());
        m_window->view()->showOverview();
        QVERIFY(document()->apply({PlanChange::remove(gap)}));
        QTRY_COMPARE(grid->model()->rowCount(), 2);
        m_window->openElement(m_item);
        QVERIFY(!m_window->view()->showsOverview());
    }

    void anOverviewWithoutIndicatorsSaysWhatBelongsThere()
    {
        QVERIFY(document()->apply({PlanChange::remove(m_indicator)}));
        m_window->view()->showOverview();
        const auto *label = m_window->view()->findChild<QLabel *>(u"overviewEmptyLabel"_s);
        QVERIFY(label->isVisible());
        QVERIFY(label->text().contains(u"まだ指標がありません"_s));
    }

    void ofManyIndicatorsOnlyThoseInSightArePainted()
    {
        QList<PlanChange> inserts;
        for (int i = 0; i < 1000; ++i) {
            FieldMap fields;
            fields.set(u"name", u"指標%1"_s.arg(i));
            inserts.append(PlanChange::insert(ElementId::create(Kind::Indicator), m_goal, fields));
        }
        QVERIFY(document()->apply(inserts));
        m_window->view()->showOverview();
        IndicatorGrid *grid = m_window->view()->findChild<OverviewPage *>(u"overviewPage"_s)->grid();
        QCOMPARE(grid->model()->rowCount(), 1001);
        QTRY_VERIFY(grid->paintedCharts() > 0);
        const QSize cell = grid->gridSize();
        const int inSight =
            (grid->viewport()->width() / cell.width()) * (grid->viewport()->height() / cell.height() + 2);
        QVERIFY2(grid->paintedCharts() <= inSight, qPrintable(QString::number(grid->paintedCharts())));
        QTest::keyClick(grid, Qt::Key_End);
        QCOMPARE(grid->currentIndex().row(), 1000);
        QTRY_VERIFY(!grid->chartOf(1000).isNull());
    }
};

QTEST_MAIN(TestNumbers)
#include "tst_numbers.moc"
