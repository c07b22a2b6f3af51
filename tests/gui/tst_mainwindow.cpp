// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/filestorage.h"
#include "core/exchange/json/planjson.h"
#include "tests/gui/typing.h"
#include "ui/compositionguard.h"
#include "ui/imports.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/models/plantreemodel.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"
#include "ui/widgets/growingtextedit.h"
#include "ui/widgets/trendchartview.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
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

/// Real plan files in a folder of the test.
class TestServices : public Services
{
public:
    explicit TestServices(const QString &folder)
        : m_folder(folder)
    {
        m_options.backupFolder = folder + u"/backups"_s;
        m_options.user = u"計画太郎"_s;
        m_options.computer = u"PC-1"_s;
    }
    Result<OpenedPlan> create(const QString &path) override
    {
        auto made = createPlanFile(path, m_options, session(), m_folder);
        if (!made)
            return made.error();
        if (const auto begun = made.value()->createPlan({}); !begun)
            return begun.error();
        return OpenedPlan{std::move(made).value(), {}};
    }
    Result<OpenedPlan> open(const QString &path) override
    {
        auto opened = openPlanFile(path, m_options, session(), m_folder);
        if (!opened)
            return opened.error();
        return OpenedPlan{std::move(opened.value().document), {}};
    }
    Result<OpenedPlan> sample() override
    {
        QFile file(u":/mezasu/sample/plan.json"_s);
        (void)file.open(QIODevice::ReadOnly);
        const auto read = exchange::planFromJson(file.readAll(), [](int) { return QUuid::createUuid(); });
        if (!read)
            return read.error();
        auto document = std::make_unique<PlanDocument>(Journal(), nullptr, session());
        const auto begun = document->createPlan(read.value().fields, read.value().steps, read.value().plan);
        if (!begun)
            return begun.error();
        return OpenedPlan{std::move(document), {}};
    }
    Result<ImportPreview> previewImport(PlanDocument &document, const ImportSource &, const ImportWishes &) override
    {
        ImportPreview preview;
        preview.counts = {{u"基本方針"_s, 1}};
        preview.take = [&document]() -> Result<> {
            FieldMap fields;
            fields.set(u"title", u"取り込んだ方針"_s);
            const auto done =
                document.apply({PlanChange::insert(ElementId::create(Kind::Policy), document.plan().root(), fields)});
            return done ? Result<>() : Result<>(done.error());
        };
        return preview;
    }
    QList<ExportFormat> exportFormats() const override { return {{u"json"_s, u"JSON"_s, u"json"_s}}; }
    Result<QStringList> exportPlan(PlanDocument &document, const QString &, const QString &path) override
    {
        exported = path;
        exportedTitle = document.plan().text(document.plan().root(), u"title");
        return QStringList();
    }
    QString exported, exportedTitle;

private:
    QString m_folder;
    PlanFile::Options m_options;
};

class Answers : public Questions
{
public:
    QString path;
    bool takesImport = true;
    bool closes = false;
    int asked = 0;
    QString pathToOpen(QWidget *, const QString &, const QString &) override { return path; }
    QString pathToSave(QWidget *, const QString &, const QString &, const QString &) override { return path; }
    std::optional<ImportPreview> acceptImport(
        QWidget *, const QString &, const ImportPreview &first, const ImportPreviewer &) override
    {
        return takesImport ? std::optional(first) : std::nullopt;
    }
    bool closeUnsaved(QWidget *) override
    {
        ++asked;
        return closes;
    }
};
} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CompositionGuard> m_guard;
    std::unique_ptr<TestServices> m_services;
    std::unique_ptr<Answers> m_answers;
    std::unique_ptr<MainWindow> m_window;

    QString planPath() const { return m_folder->filePath(u"計画.mezasu"_s); }
    QTreeView *tree() const { return m_window->view()->tree(); }
    ElementPage *page() const { return m_window->view()->page(); }
    const Plan &plan() const { return m_window->document()->plan(); }
    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(m_services.get(), m_answers.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        setUpLook(*qApp);
        m_guard = std::make_unique<CompositionGuard>();
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_services = std::make_unique<TestServices>(m_folder->path());
        m_answers = std::make_unique<Answers>();
        m_answers->path = planPath();
        openWindow();
    }
    void cleanup()
    {
        m_window.reset();
        m_services.reset();
    }

    /// A new plan, typed by keyboard alone, undone and redone, closed and opened again.
    void aPlanFromNothingAndBack()
    {
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m_window->document());
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"titleEdit"_s);
        type(QApplication::focusWidget(), u"行政改革プラン"_s);
        QLineEdit *firstYear = child<QLineEdit>(page(), u"first_yearEdit"_s);
        firstYear->setFocus();
        QTest::keyClicks(firstYear, u"R4"_s);
        QTest::keyClick(firstYear, Qt::Key_Return);
        QCOMPARE(plan().number(plan().root(), u"first_year"), std::optional<qint64>(2022));
        QCOMPARE(firstYear->text(), u"2022"_s);
        QLineEdit *lastYear = child<QLineEdit>(page(), u"last_yearEdit"_s);
        lastYear->setFocus();
        type(lastYear, u"令和８年度"_s);
        QTest::keyClick(lastYear, Qt::Key_Return);
        QCOMPARE(plan().number(plan().root(), u"last_year"), std::optional<qint64>(2026));

        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(page()->element().kind, Kind::Policy);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"titleEdit"_s);
        type(QApplication::focusWidget(), u"市民に近い行政"_s);
        const ElementId policy = page()->element();
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(page()->element().kind, Kind::ReformItem);
        const ElementId item = page()->element();
        const ElementId goal = page()->goalOnPage();
        QVERIFY(!goal.isNull());
        type(QApplication::focusWidget(), u"手続をデジタル化する"_s);
        QCOMPARE(m_window->document()->undoStep().field, u"title"_s);
        QVERIFY(action(u"undoAction"_s)->text().contains(u"「1-1」の名称を変更"_s));

        // A statement, and a second one by Ctrl+Enter.
        QTest::mouseClick(child<QPushButton>(page(), u"statementAddButton"_s), Qt::LeftButton);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"textEdit"_s);
        type(QApplication::focusWidget(), u"どこからでも手続ができる"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(plan().children(goal, Kind::Statement).size(), 2);
        type(QApplication::focusWidget(), u"相談もできる"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(plan().text(plan().children(goal, Kind::Statement).constFirst(), u"text"), u"相談もできる"_s);

        // Undo: the move, the text, the row; redo brings all back.
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(plan().children(goal, Kind::Statement).size(), 1);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(plan().text(plan().children(goal, Kind::Statement).constFirst(), u"text"), u"相談もできる"_s);

        // An indicator, its values in the grid, and the chart that follows.
        QTest::mouseClick(child<QPushButton>(page(), u"indicatorAddButton"_s), Qt::LeftButton);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"nameEdit"_s);
        type(QApplication::focusWidget(), u"満足した市民の割合"_s);
        QTest::mouseClick(child<QPushButton>(page(), u"openButton"_s), Qt::LeftButton);
        QTRY_COMPARE(page()->element().kind, Kind::Indicator);
        const ElementId indicator = page()->element();
        auto *table = child<QTableView>(page(), u"valuesTable"_s);
        QCOMPARE(table->model()->rowCount(), 6); // the year before, for the baseline, and five years
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, 2));
        QTest::keyClick(table, Qt::Key_F2);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        type(QApplication::focusWidget(), u"△１，２３４．５０"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(table->model()->index(1, 2).data().toString(), u"△1,234.50"_s);
        const Value typed = plan().value(indicator, u"values/2022/actual");
        QVERIFY(typed.entry());
        QCOMPARE(typed.entry()->value->toString(), u"-1234.50"_s);
        auto *chart = child<TrendChartView>(page(), u"trendChart"_s);
        QVERIFY(!chart->trend().actuals.empty());
        QCOMPARE(chart->trend().actuals.front().year, 2022);
        QCOMPARE(chart->trend().actuals.front().value, std::optional(-1234.5));
        QVERIFY(chart->accessibleDescription().contains(u"2022"_s));
        // What is no number is said, and changes nothing.
        QVERIFY(!table->model()->setData(table->model()->index(2, 2), u"たくさん"_s));
        QVERIFY(child<QLabel>(page(), u"valuesMessage"_s)->text().contains(u"たくさん"_s));

        QVERIFY(m_window->close());
        m_window.reset();
        openWindow();
        QVERIFY(m_window->openPlan(planPath()));
        QCOMPARE(m_window->document()->saveState(), PlanDocument::SaveState::Saved);
        QCOMPARE(plan().text(plan().root(), u"title"), u"行政改革プラン"_s);
        QCOMPARE(plan().text(policy, u"title"), u"市民に近い行政"_s);
        QCOMPARE(plan().text(item, u"title"), u"手続をデジタル化する"_s);
        QCOMPARE(
            plan().text(plan().children(goal, Kind::Statement).constLast(), u"text"), u"どこからでも手続ができる"_s);
        QCOMPARE(plan().value(indicator, u"values/2022/actual"), typed);
        QVERIFY(!m_window->document()->canUndo());
    }

    void keysBelongToTheInputMethodWhileItComposes()
    {
        m_window->newPlan();
        auto *title = child<GrowingTextEdit>(page(), u"titleEdit"_s);
        title->setFocus();
        type(title, u"計画"_s);
        m_window->document()->flush();
        const qsizetype changes = m_window->document()->journal().names().size();

        compose(title, u"かいかく"_s);
        QVERIFY(CompositionGuard::isComposing());
        QCOMPARE(title->text(), u"計画"_s); // not yet text
        for (const Qt::Key key :
            {Qt::Key_Return, Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Space, Qt::Key_Backspace, Qt::Key_F6})
            QTest::keyClick(title, key);
        for (const Qt::Key key : {Qt::Key_Z, Qt::Key_N, Qt::Key_S, Qt::Key_Q})
            QTest::keyClick(title, key, Qt::ControlModifier);
        QTest::keyClick(title, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(title->text(), u"計画"_s);
        QCOMPARE(QApplication::focusWidget(), title);
        QVERIFY(m_window->isVisible());
        QCOMPARE(m_window->document()->journal().names().size(), changes);

        compose(title, {}, u"改革"_s);
        QVERIFY(!CompositionGuard::isComposing());
        QCOMPARE(title->text(), u"計画改革"_s);
        QTest::keyClick(title, Qt::Key_Return);
        QCOMPARE(title->text(), u"計画改革\n"_s); // once
        QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(title->text(), QString());
    }

    void whatIsComposedIsNotReplacedByOthers()
    {
        m_window->newPlan();
        auto *title = child<GrowingTextEdit>(page(), u"titleEdit"_s);
        title->setFocus();
        compose(title, u"けいかく"_s);
        const ElementId root = plan().root();
        QVERIFY(m_window->document()->apply({PlanChange::set(root, u"title"_s, u"他の人の題"_s)}));
        QCOMPARE(title->text(), QString());
        compose(title, {}, u"計画"_s);
        QCOMPARE(title->text(), u"計画"_s);
    }

    void theTreeIsWorkedByKeyboard()
    {
        m_window->openSample();
        const ElementId policy = plan().children(plan().root(), Kind::Policy).constFirst();
        m_window->view()->show(policy);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(plan().children(plan().root(), Kind::Policy).at(1), policy);
        QCOMPARE(m_window->view()->current(), policy);
        QTest::keyClick(tree(), Qt::Key_Delete);
        QVERIFY(!plan().contains(policy));
        QVERIFY(plan().contains(m_window->view()->current()));
        QTest::keyClick(tree(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(plan().contains(policy));
        const qsizetype policies = plan().children(plan().root(), Kind::Policy).size();
        m_window->view()->show(policy);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(plan().children(plan().root(), Kind::Policy).size(), policies + 1);
        QCOMPARE(plan().children(plan().root(), Kind::Policy).at(2), m_window->view()->current());
    }

    void anItemAloneMovesWithItsGoal()
    {
        m_window->openSample();
        const ElementId policy = plan().children(plan().root(), Kind::Policy).constFirst();
        for (const ElementId &goal : plan().children(policy, Kind::Goal)) {
            const QList<ElementId> items = plan().children(goal, Kind::ReformItem);
            if (items.size() != 1)
                continue;
            m_window->view()->show(goal);
            QCOMPARE(m_window->view()->current(), items.constFirst());
            tree()->setFocus();
            QTest::keyClick(tree(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
            QCOMPARE(plan().parentOf(goal), plan().children(plan().root(), Kind::Policy).at(1));
            QCOMPARE(plan().parentOf(items.constFirst()), goal);
            return;
        }
        QFAIL("the sample has no goal with one item");
    }

    void whoHasThePlanIsSaid()
    {
        m_window->newPlan();
        const ElementId root = plan().root();
        QVERIFY(m_window->document()->apply({PlanChange::set(root, u"title"_s, u"題"_s)}));
        MainWindow second(m_services.get(), m_answers.get());
        QVERIFY(second.openPlan(planPath()));
        QVERIFY(second.document()->isReadOnly());
        const QString state = second.findChild<QLabel *>(u"saveStateLabel"_s)->text();
        QVERIFY2(state.contains(u"計画太郎"_s) && state.contains(u"PC-1"_s), qPrintable(state));
        QVERIFY(child<GrowingTextEdit>(second.view()->page(), u"titleEdit"_s)->isReadOnly());
        QVERIFY(!second.findChild<QAction *>(u"addPolicyAction"_s)->isEnabled());
    }

    void theRowOfThePageIsSelectedFromTheBeginning()
    {
        m_window->openSample();
        const QTreeView *tree = m_window->view()->tree();
        QVERIFY(tree->currentIndex().isValid());
        QVERIFY(tree->selectionModel()->isSelected(tree->currentIndex()));
    }

    void importAndExportGoThroughTheServices()
    {
        m_window->newPlan();
        auto *title = child<GrowingTextEdit>(page(), u"titleEdit"_s);
        type(title, u"題"_s); // still held when the export reads the plan
        m_answers->path = m_folder->filePath(u"出力"_s);
        action(u"export_json"_s)->trigger();
        QCOMPARE(m_services->exported, m_folder->filePath(u"出力.json"_s));
        QCOMPARE(m_services->exportedTitle, u"題"_s);
        m_answers->takesImport = false;
        m_window->imports()->table(u"table.tsv"_s);
        QVERIFY(plan().children(plan().root(), Kind::Policy).isEmpty());
        m_answers->takesImport = true;
        m_window->imports()->table(u"table.tsv"_s);
        QCOMPARE(plan().children(plan().root(), Kind::Policy).size(), 1);
    }

    void aFileThatCannotBeOpenedIsSaidOnThePage()
    {
        m_window->openSample();
        const PlanDocument *before = m_window->document();
        QVERIFY(!m_window->openPlan(m_folder->filePath(u"ない.mezasu"_s)));
        QVERIFY(m_window->said().contains(u"見つかりません"_s));
        QCOMPARE(m_window->document(), before);
    }

    void everythingHasAName()
    {
        m_window->openSample();
        QSet<Kind> seen;
        QStringList nameless;
        for (const ElementId &id : plan().preorder()) {
            if (seen.contains(id.kind) || id.kind == Kind::Edition)
                continue;
            seen.insert(id.kind);
            m_window->view()->show(id);
            for (QWidget *widget : m_window->findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden() || !widget->isVisibleTo(m_window.get()))
                    continue;
                const auto *tabs = qobject_cast<QTabBar *>(widget);
                if (tabs && tabs->count() == 0)
                    continue; // of panels that are all closed: nobody gets there, and a name is that of the tab
                QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
                const auto *label = qobject_cast<QLabel *>(widget);
                if (!label && spoken && spoken->text(QAccessible::Name).isEmpty())
                    nameless.append(kindName(id.kind) + u": "_s + QString::fromLatin1(widget->metaObject()->className())
                        + u' ' + widget->objectName());
            }
        }
        nameless.removeDuplicates();
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void everyMenuHasAKeyOfItsOwn()
    {
        QSet<QChar> top;
        for (const QAction *menu : m_window->menuBar()->actions()) {
            const qsizetype at = menu->text().indexOf(u'&');
            QVERIFY2(at >= 0, qPrintable(menu->text()));
            QVERIFY2(!top.contains(menu->text().at(at + 1)), qPrintable(menu->text()));
            top.insert(menu->text().at(at + 1));
        }
        QSet<QKeySequence> keys;
        for (const QAction *one : m_window->findChildren<QAction *>()) {
            for (const QKeySequence &key : one->shortcuts()) {
                QVERIFY2(!keys.contains(key), qPrintable(one->text()));
                keys.insert(key);
            }
        }
    }

    void noBreakBlanksStay()
    {
        GrowingTextEdit edit;
        const QString text = u"2022\u00A0年度\n髙﨑\u3000①"_s;
        edit.setText(text);
        QCOMPARE(edit.text(), text);
        QTextCursor cursor = edit.textCursor();
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(u"。"_s);
        QCOMPARE(edit.text(), QString(text + u"。"_s));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
