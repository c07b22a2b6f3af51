// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"
#include "tests/core/report/pdftools.h"
#include "tests/gui/stories/hands.h"
#include "ui/compositionguard.h"
#include "ui/look/look.h"
#include "ui/models/plantreemodel.h"
#include "ui/pages/elementpage.h"
#include "ui/panels/historypanel.h"
#include "ui/settings.h"
#include "ui/widgets/growingtextedit.h"
#include "ui/widgets/trendchartview.h"
#include "ui/widgets/valuestable.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace mezasu;
using namespace mezasu::ui;
using namespace mezasu::story;

namespace {
/// A table of tab-separated rows, as text and as the HTML that a spreadsheet puts beside it.
struct Table
{
    QString text;
    QStringList titles; ///< of the items, in order

    QString html() const
    {
        QString out = u"<html><body><table>"_s;
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
            QStringList cells = line.split(u'\t');
            for (QString &cell : cells)
                cell = u"<td>"_s + cell.toHtmlEscaped() + u"</td>"_s;
            out += u"<tr>"_s + cells.join(QString()) + u"</tr>"_s;
        }
        return out + u"</table></body></html>"_s;
    }
};

Table readTable(const QString &path)
{
    Table table;
    table.text = QString::fromUtf8(pdftools::load(path));
    qsizetype column = -1;
    for (const QString &line : table.text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'\t');
        if (column < 0) {
            for (qsizetype i = 0; i < cells.size() && column < 0; ++i)
                column = cells.at(i) == u"施策名" || cells.at(i).startsWith(u"改革項目名称") ? i : -1;
        } else if (!cells.value(column).isEmpty()) {
            table.titles.append(cells.at(column));
        }
    }
    return table;
}

/// What was typed for the five years, and the number that it is; none: the reason why there is none.
struct TypedYear
{
    int year;
    QString typed;
    QString number;
};
QList<TypedYear> fiveYears()
{
    return {{2022, u"40.5"_s, u"40.5"_s}, {2023, u"４２．０"_s, u"42.0"_s}, {2024, u"…"_s, {}},
        {2025, u"1,045.25"_s, u"1045.25"_s}, {2026, u"△3.5p"_s, u"-3.5"_s}};
}
} // namespace

/// A planning officer's day with one table, from the clipboard to paper and back, once by keyboard and once by mouse.
class TestStoryOfATable : public QObject
{
    Q_OBJECT

    std::unique_ptr<CompositionGuard> m_guard;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileServices> m_services;
    std::unique_ptr<Answers> m_answers;
    std::unique_ptr<MainWindow> m_window;
    Table m_table;
    bool m_byKeyboard = true;
    ElementId m_item, m_policy, m_indicator;
    QString m_original;

    PlanView *view() const { return m_window->view(); }
    QTreeView *tree() const { return view()->tree(); }
    ElementPage *page() const { return view()->page(); }
    const Plan &plan() const { return m_window->document()->plan(); }
    QString path() const { return m_folder->filePath(u"市の計画.mezasu"_s); }
    QModelIndex row(const ElementId &id) const { return view()->model()->indexOf(id, PlanTreeModel::TitleColumn); }
    QList<ElementId> policies() const { return plan().children(plan().root(), Kind::Policy); }
    QList<ElementId> items() const
    {
        QList<ElementId> out;
        for (const ElementId &policy : policies()) {
            for (const ElementId &goal : plan().children(policy, Kind::Goal))
                out += plan().children(goal, Kind::ReformItem);
        }
        return out;
    }
    QStringList titles() const
    {
        QStringList out;
        for (const ElementId &item : items())
            out.append(plan().text(item, u"title"));
        return out;
    }
    IndicatorValue value(int year) const
    {
        const Value held = plan().value(m_indicator, field::values(year, u"actual"));
        return held.entry() ? *held.entry() : IndicatorValue();
    }
    bool clickRow(const ElementId &id)
    {
        tree()->scrollTo(row(id));
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(row(id)).center());
        return view()->tree()->hasFocus();
    }
    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(m_services.get(), m_answers.get());
        m_window->show();
        QVERIFY(activate(m_window.get()));
    }
    /// By Tab, as far as it takes. \return false where it is not to be reached
    template <typename Reached>
    static bool tabTo(const Reached &reached)
    {
        for (int i = 0; i < 150 && !reached(); ++i)
            press(Qt::Key_Tab);
        return reached();
    }
    static bool tabToWidget(const QString &name)
    {
        return tabTo([&] { return QApplication::focusWidget()->objectName() == name; });
    }

    // -- the chapters

    void pasteTheTable()
    {
        auto *copied = new QMimeData;
        copied->setText(m_table.text);
        copied->setHtml(m_table.html());
        QGuiApplication::clipboard()->setMimeData(copied);
        m_answers->path = path();
        bool looked = false;
        m_answers->looks = [&](QWidget *dialog) {
            looked = true;
            lookAtTheImport(dialog);
            if (QTest::currentTestFailed()) // or it would wait for a person
                qobject_cast<QDialog *>(dialog)->reject();
        };
        if (m_byKeyboard)
            press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        else
            QVERIFY(click(seen<QPushButton>(m_window.get(), u"startClipboardButton"_s)));
        QVERIFY(looked);
        QVERIFY(m_window->document());
        QVERIFY(activate(m_window.get()));
        QVERIFY2(m_window->said().contains(u"新しい計画を作りました"_s), qPrintable(m_window->said()));
        QCOMPARE(titles(), m_table.titles);
        QCOMPARE(plan().text(plan().root(), u"title"), u"行政改革推進計画"_s);
        QCOMPARE(plan().text(plan().root(), u"municipality"), u"みなと野市"_s);
        QCOMPARE(plan().number(plan().root(), u"first_year"), std::optional<qint64>(2022));
        QCOMPARE(plan().number(plan().root(), u"last_year"), std::optional<qint64>(2026));
    }

    /// The plan has no title and no years yet: they are typed beside the table.
    void lookAtTheImport(QWidget *dialog)
    {
        QCOMPARE(dialog->objectName(), u"importDialog"_s);
        QVERIFY(activate(dialog));
        auto *tabs = dialog->findChild<QTabWidget *>(u"importTabs"_s);
        QTabBar *bar = tabs->tabBar();
        const int settings = tabs->count() - 1;
        QVERIFY(tabs->isTabVisible(settings));
        if (m_byKeyboard) {
            bar->setFocus();
            QCOMPARE(focus(), bar);
            for (int i = 0; i < tabs->count() && tabs->currentIndex() != settings; ++i)
                press(Qt::Key_Right);
            QCOMPARE(tabs->currentIndex(), settings);
            QVERIFY(tabToWidget(u"importTitleEdit"_s));
            write(u"行政改革推進計画"_s);
            press(Qt::Key_Tab);
            write(u"みなと野市"_s);
            press(Qt::Key_Tab);
            keys(u"2022"_s);
            press(Qt::Key_Tab);
            keys(u"2026"_s);
            press(Qt::Key_Return);
        } else {
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(settings).center());
            QVERIFY(click(dialog->findChild<QLineEdit *>(u"importTitleEdit"_s)));
            write(u"行政改革推進計画"_s);
            QVERIFY(click(dialog->findChild<QLineEdit *>(u"importMunicipalityEdit"_s)));
            write(u"みなと野市"_s);
            for (const auto &[name, year] :
                {std::pair(u"importFirstYearSpin"_s, u"2022"_s), std::pair(u"importLastYearSpin"_s, u"2026"_s)}) {
                auto *spin = dialog->findChild<QSpinBox *>(name);
                QTest::mouseDClick(spin, Qt::LeftButton, {}, QPoint(12, spin->height() / 2));
                press(Qt::Key_A, Qt::ControlModifier);
                keys(year);
            }
            auto *buttons = dialog->findChild<QDialogButtonBox *>();
            QVERIFY(click(buttons->button(QDialogButtonBox::Ok)));
        }
        QVERIFY(!dialog->isVisible());
    }

    void correctAnItem()
    {
        m_item = items().constFirst();
        m_original = plan().text(m_item, u"title");
        if (m_byKeyboard) {
            press(Qt::Key_F, Qt::ControlModifier);
            QCOMPARE(focus()->objectName(), u"findEdit"_s);
            write(m_original);
            for (int i = 0; i < 20 && page()->element() != m_item; ++i)
                press(Qt::Key_Return);
            QCOMPARE(page()->element(), m_item);
            press(Qt::Key_Escape);
            press(Qt::Key_2, Qt::ControlModifier);
        } else {
            QVERIFY(clickRow(m_item));
            QCOMPARE(page()->element(), m_item);
            QVERIFY(click(seen<GrowingTextEdit>(page(), u"titleEdit"_s)));
        }
        QCOMPARE(focus()->objectName(), u"titleEdit"_s);
        press(Qt::Key_End, Qt::ControlModifier);
        write(u"（改）"_s);
        QCOMPARE(row(m_item).data().toString(), m_original + u"（改）"_s); // the tree follows the typing
        press(Qt::Key_Tab);
        QCOMPARE(plan().text(m_item, u"title"), m_original + u"（改）"_s);
    }

    void renameInTheTree()
    {
        m_policy = policies().constFirst();
        if (m_byKeyboard) {
            press(Qt::Key_1, Qt::ControlModifier);
            press(Qt::Key_Home);
            press(Qt::Key_F2);
        } else {
            QVERIFY(clickRow(m_policy));
            const QPoint place = tree()->visualRect(row(m_policy)).center();
            QContextMenuEvent event(QContextMenuEvent::Mouse, place, tree()->viewport()->mapToGlobal(place));
            QApplication::sendEvent(tree()->viewport(), &event);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            auto *rename = m_window->findChild<QAction *>(u"renameAction"_s);
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(rename).center());
        }
        QVERIFY(qobject_cast<QLineEdit *>(focus()));
        write(u"市民とともにつくる"_s);
        if (m_byKeyboard)
            press(Qt::Key_Return);
        else
            QVERIFY(clickRow(m_policy));
        QTRY_COMPARE(plan().text(m_policy, u"title"), u"市民とともにつくる"_s);
        QVERIFY(!qobject_cast<QLineEdit *>(focus()));
    }

    void movePolicyAndRows()
    {
        const QList<ElementId> before = policies();
        QVERIFY(before.size() >= 2);
        if (m_byKeyboard) {
            press(Qt::Key_Down, Qt::AltModifier);
        } else {
            tree()->collapse(row(before.at(1)).siblingAtColumn(0));
            const QRect second = tree()->visualRect(row(before.at(1)));
            QVERIFY(dragRow(tree(), row(before.at(0)), QPoint(second.left() + 20, second.bottom())));
        }
        QCOMPARE(policies().mid(0, 2), (QList<ElementId>{before.at(1), before.at(0)}));

        // Rows of the page: the first goes below the second.
        for (const ElementId &goal : goalsWithRows()) {
            const Kind kind = plan().children(goal, Kind::Issue).size() > 1 ? Kind::Issue : Kind::Statement;
            const QList<ElementId> rows = plan().children(goal, kind);
            view()->show(rows.constFirst());
            auto *section = page()->findChild<QWidget *>(kindName(kind) + u"Section"_s);
            const QList<QWidget *> widgets = section->findChildren<QWidget *>(u"rowWidget"_s);
            QVERIFY(widgets.size() >= 2);
            reveal(widgets.at(1));
            if (m_byKeyboard) {
                page()->focusField(rows.constFirst(), u"text"_s);
                press(Qt::Key_Down, Qt::AltModifier);
            } else {
                auto *handle = widgets.at(0)->findChild<QWidget *>(u"rowHandle"_s);
                const QWidget *second = widgets.at(1);
                dragHandle(handle, second->mapToGlobal(QPoint(5, second->height() - 2)));
            }
            QCOMPARE(plan().children(goal, kind).mid(0, 2), (QList<ElementId>{rows.at(1), rows.at(0)}));
            return;
        }
        QFAIL("the table has no goal with two rows");
    }
    QList<ElementId> goalsWithRows() const
    {
        QList<ElementId> out;
        for (const ElementId &policy : policies()) {
            for (const ElementId &goal : plan().children(policy, Kind::Goal)) {
                if (plan().children(goal, Kind::Issue).size() > 1 || plan().children(goal, Kind::Statement).size() > 1)
                    out.append(goal);
            }
        }
        return out;
    }

    void typeFiveYears()
    {
        const ElementId goal = plan().parentOf(m_item);
        m_indicator = plan().children(goal, Kind::Indicator).value(0);
        QVERIFY(!m_indicator.isNull());
        if (m_byKeyboard) {
            view()->show(goal, true);
            QVERIFY(tabToWidget(u"openButton"_s));
            press(Qt::Key_Space);
        } else {
            view()->show(goal);
            auto *section = page()->findChild<QWidget *>(u"indicatorSection"_s);
            QVERIFY(click(seen<QPushButton>(section, u"openButton"_s)));
        }
        QTRY_COMPARE(page()->element(), m_indicator);
        auto *table = seen<ValuesTable>(page(), u"valuesTable"_s);
        QVERIFY(table);
        QCOMPARE(table->model()->headerData(1, Qt::Vertical).toString(), u"2022年度"_s);
        if (m_byKeyboard) {
            QVERIFY(tabToWidget(u"valuesTable"_s));
            for (int i = 0; i < 10 && table->currentIndex().row() < 1; ++i)
                press(Qt::Key_Down);
            for (int i = 0; i < 10 && table->currentIndex().column() < ValuesModel::ActualColumn; ++i)
                press(Qt::Key_Right);
        } else {
            reveal(table);
            const QModelIndex cell = table->model()->index(1, ValuesModel::ActualColumn);
            QVERIFY(activate(m_window.get()));
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        }
        QCOMPARE(focus(), table);
        QCOMPARE(table->currentIndex(), table->model()->index(1, ValuesModel::ActualColumn));
        for (const TypedYear &one : fiveYears()) {
            const bool plain =
                std::all_of(one.typed.begin(), one.typed.end(), [](QChar c) { return c.unicode() < 0x80; });
            if (plain)
                keys(one.typed);
            else
                write(one.typed);
            press(Qt::Key_Return);
        }
        checkValues();
    }
    void checkValues()
    {
        for (const TypedYear &one : fiveYears()) {
            const IndicatorValue held = value(one.year);
            QCOMPARE(held.value ? held.value->toString() : QString(), one.number);
        }
        QVERIFY(!value(2024).missing.isEmpty());
        QCOMPARE(value(2026).status, u"preliminary"_s);
    }

    /// Its data, not its pixels; and as it is read out by mouse and keys.
    void lookAtTheChart()
    {
        auto *chart = seen<TrendChartView>(page(), u"trendChart"_s);
        QVERIFY(chart);
        const report::TrendData &trend = chart->trend();
        QMap<int, std::optional<double>> shown;
        for (const report::TrendPoint &point : trend.actuals)
            shown.insert(point.year, point.value);
        QCOMPARE(shown.value(2022), std::optional(40.5));
        QCOMPARE(shown.value(2023), std::optional(42.0));
        QVERIFY(shown.contains(2024) && !shown.value(2024)); // said to be missing: a gap with its sign
        QCOMPARE(shown.value(2025), std::optional(1045.25));
        QCOMPARE(shown.value(2026), std::optional(-3.5));
        QCOMPARE(trend.years.front().year <= 2022 && trend.years.back().year >= 2026, true);
        QVERIFY(chart->accessibleDescription().contains(u"1,045.25"_s));
        if (m_byKeyboard) {
            QVERIFY(tabToWidget(u"trendChart"_s));
            press(Qt::Key_End);
            QVERIFY2(chart->readout().contains(u"2026"_s) && chart->readout().contains(u"3.5"_s),
                qPrintable(chart->readout()));
            press(Qt::Key_Left);
            QVERIFY2(chart->readout().contains(u"1,045.25"_s), qPrintable(chart->readout()));
        } else {
            reveal(chart);
            QStringList read;
            for (int x = 1; x < chart->width(); x += 3) { // over all of it
                for (int y = 1; y < chart->height(); y += 6) {
                    QTest::mouseMove(chart, QPoint(x, y));
                    read.append(chart->readout());
                }
            }
            for (const QString &number : {u"40.5"_s, u"42.0"_s, u"1,045.25"_s})
                QVERIFY2(read.filter(number).size() > 0, qPrintable(number));
        }
    }

    void printIt()
    {
        m_answers->printTo = m_folder->filePath(u"表.pdf"_s);
        if (m_byKeyboard)
            press(Qt::Key_P, Qt::ControlModifier);
        else
            QVERIFY(choose(m_window.get(), u"printAction"_s));
        auto *dialog = m_window->findChild<PreviewDialog *>(u"previewDialog"_s);
        QVERIFY(dialog);
        QVERIFY(activate(dialog));
        auto *print = dialog->findChild<QPushButton *>(u"previewPrintButton"_s);
        if (m_byKeyboard) {
            QVERIFY(tabToWidget(u"previewPrintButton"_s));
            press(Qt::Key_Space);
        } else {
            QVERIFY(click(print));
        }
        // In both every character is the one that was typed, none a radical that looks like it.
        m_answers->path = m_folder->filePath(u"表の書き出し.pdf"_s);
        QVERIFY(click(dialog->findChild<QPushButton *>(u"previewPdfButton"_s)));
        const QString printed = pdftools::withoutBlanks(pdftools::textOf(m_answers->printTo));
        const QString exact = pdftools::withoutBlanks(pdftools::textOf(m_answers->path));
        for (const QString &title : titles() + QStringList{u"行政改革推進計画"_s, u"市民とともにつくる"_s}) {
            const QString wanted = pdftools::withoutBlanks(title);
            QVERIFY2(exact.contains(wanted), qPrintable(title + u" in "_s + exact));
            QVERIFY2(printed.contains(wanted), qPrintable(title + u" in "_s + printed));
        }

        // The other paper has the numbers.
        auto *kinds = dialog->findChild<QComboBox *>(u"previewKindCombo"_s);
        kinds->setFocus();
        press(Qt::Key_Down);
        m_answers->printTo = m_folder->filePath(u"指標.pdf"_s);
        QVERIFY(click(print));
        const QString numbers = pdftools::withoutBlanks(pdftools::textOf(m_answers->printTo));
        for (const QString &number : {u"40.5"_s, u"42.0"_s, u"1,045.25"_s, u"△3.5"_s})
            QVERIFY2(numbers.contains(number), qPrintable(number + u" in "_s + numbers));
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<PreviewDialog *>(u"previewDialog"_s));
        QVERIFY(activate(m_window.get()));
    }

    void closeAndComeBack()
    {
        const QStringList before = titles();
        const QList<ElementId> order = policies();
        if (m_byKeyboard)
            press(Qt::Key_Q, Qt::ControlModifier);
        else
            m_window->close();
        QVERIFY(!m_window->isVisible());
        m_window.reset();
        QCOMPARE(wrongWith(path()), QString());

        openWindow();
        auto *recent = seen<QTreeWidget>(m_window.get(), u"recentList"_s);
        QVERIFY(recent);
        if (m_byKeyboard) {
            QVERIFY(tabToWidget(u"recentList"_s));
            press(Qt::Key_Return);
        } else {
            const QRect place = recent->visualItemRect(recent->topLevelItem(0));
            QTest::mouseClick(recent->viewport(), Qt::LeftButton, {}, place.center());
            QTest::mouseDClick(recent->viewport(), Qt::LeftButton, {}, place.center());
        }
        QVERIFY(m_window->document());
        QCOMPARE(m_window->document()->saveState(), PlanDocument::SaveState::Saved);
        QCOMPARE(titles(), before);
        QCOMPARE(policies(), order);
        checkValues();
        QVERIFY(!m_window->document()->canUndo());
    }

    void goBackInHistory()
    {
        const QString corrected = m_original + u"（改）"_s;
        if (m_byKeyboard) {
            press(Qt::Key_F, Qt::ControlModifier);
            write(corrected);
            press(Qt::Key_Return);
            QCOMPARE(page()->element(), m_item);
            press(Qt::Key_Escape);
            press(Qt::Key_2, Qt::ControlModifier);
            QCOMPARE(focus()->objectName(), u"titleEdit"_s);
            press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        } else {
            QVERIFY(clickRow(m_item));
            QVERIFY(click(seen<GrowingTextEdit>(page(), u"titleEdit"_s)));
            QVERIFY(choose(m_window.get(), u"fieldHistoryAction"_s));
        }
        auto *list = seen<QListView>(m_window.get(), u"historyList"_s);
        QVERIFY(list);
        QTRY_COMPARE(list->model()->rowCount(), 2); // the correction, and the import
        QVERIFY(list->model()->index(0, 0).data().toString().contains(u"名称を変更"_s));
        if (m_byKeyboard) {
            QCOMPARE(focus(), list);
            press(Qt::Key_End);
            QVERIFY(tabToWidget(u"historySetBackButton"_s));
            press(Qt::Key_Space);
        } else {
            QTest::mouseClick(
                list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
            QVERIFY(click(seen<QPushButton>(m_window.get(), u"historySetBackButton"_s)));
        }
        QCOMPARE(plan().text(m_item, u"title"), m_original);
        QCOMPARE(seen<GrowingTextEdit>(page(), u"titleEdit"_s)->text(), m_original);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(plan().text(m_item, u"title"), corrected);
        press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(plan().text(m_item, u"title"), m_original);

        QVERIFY(m_window->close());
        m_window.reset();
        QCOMPARE(wrongWith(path()), QString());
        openWindow();
        QVERIFY(m_window->openPlan(path()));
        QCOMPARE(titles().filter(u"（改）"_s).size(), 0);
        checkValues();
    }

private Q_SLOTS:
    void initTestCase()
    {
        workInMemory();
        QStandardPaths::setTestModeEnabled(true);
        setUpLook(*qApp);
        setUpLanguage(*qApp, QLocale(QLocale::Japanese));
        m_guard = std::make_unique<CompositionGuard>();
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        settings::keepIn(m_folder->filePath(u"settings.ini"_s));
        m_services = std::make_unique<FileServices>(u"企画花子"_s);
        m_answers = std::make_unique<Answers>();
        openWindow();
    }
    void cleanup()
    {
        m_window.reset();
        m_services.reset();
        settings::keepIn({});
    }

    void aDayWithATable_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<bool>("byKeyboard");
        const QString made = QStringLiteral(MEZASU_TEST_DATA "/tables/01_other_levels.tsv");
        QTest::newRow("a made table, by keyboard") << made << true;
        QTest::newRow("a made table, by mouse") << made << false;
        const QString seed = qEnvironmentVariable("MEZASU_SEED");
        if (seed.isEmpty())
            return;
        QTest::newRow("a real table, by keyboard") << seed << true;
        QTest::newRow("a real table, by mouse") << seed << false;
    }
    void aDayWithATable()
    {
        QFETCH(QString, table);
        QFETCH(bool, byKeyboard);
        m_table = readTable(table);
        m_byKeyboard = byKeyboard;
        QVERIFY(m_table.titles.size() >= 3);
        using Chapter = void (TestStoryOfATable::*)();
        constexpr Chapter kChapters[] = {&TestStoryOfATable::pasteTheTable, &TestStoryOfATable::correctAnItem,
            &TestStoryOfATable::renameInTheTree, &TestStoryOfATable::movePolicyAndRows,
            &TestStoryOfATable::typeFiveYears, &TestStoryOfATable::lookAtTheChart, &TestStoryOfATable::printIt,
            &TestStoryOfATable::closeAndComeBack, &TestStoryOfATable::goBackInHistory};
        for (const Chapter chapter : kChapters) {
            (this->*chapter)();
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_MAIN(TestStoryOfATable)
#include "tst_story_table.moc"
