// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/filestorage.h"
#include "tests/gui/typing.h"
#include "ui/compositionguard.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"
#include "ui/widgets/trendchartview.h"
#include "ui/widgets/valuestable.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QtTest>

/// What the tests of values, charts and their overview share.
namespace numbers {

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

inline Session session()
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
    bool closeUnread(QWidget *, const QStringList &texts) override
    {
        unread = texts;
        return drops;
    }
    QStringList unread; ///< as asked
    bool drops = true;
};

/// Each key to what then has the focus: the first opens the editor, the others go into it.
inline void keys(const QString &text)
{
    for (const QChar c : text)
        QTest::keyClicks(QApplication::focusWidget(), QString(c));
}

inline QLineEdit *cellEdit()
{
    return qobject_cast<QLineEdit *>(QApplication::focusWidget());
}

constexpr int kBaseline = ValuesModel::BaselineColumn;
constexpr int kTarget = ValuesModel::TargetColumn;
constexpr int kActual = ValuesModel::ActualColumn;
constexpr int kStatus = ValuesModel::StatusColumn;
constexpr int kNote = ValuesModel::NoteColumn;

/// A window with a new plan in a file, 2022 to 2026, and the page of its only indicator.
class Fixture : public QObject
{
protected:
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

    void beginCase()
    {
        setUpLook(*qApp);
        m_guard = std::make_unique<CompositionGuard>();
    }

    void begin()
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
    void end()
    {
        m_window.reset();
        m_services.reset();
    }
};

} // namespace numbers
