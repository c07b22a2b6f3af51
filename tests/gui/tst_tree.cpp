// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/typing.h"
#include "ui/compositionguard.h"
#include "ui/dialogs/renumberdialog.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/models/plantreemodel.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"
#include "ui/tree/branchclip.h"
#include "ui/widgets/growingtextedit.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
/// A small plan in no file: two policies; 1-1 with an initiative, 1-2, a goal with two items, and 2-1.
class SmallPlan : public Services
{
public:
    ElementId first = ElementId::create(Kind::Policy), second = ElementId::create(Kind::Policy);
    ElementId a, b, several, c, d, e, initiative, issue;

    Result<OpenedPlan> sample() override
    {
        auto document = std::make_unique<PlanDocument>(
            Journal(), nullptr, Session{u"試験"_s, [] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC); }});
        const ElementId root = ElementId::create(Kind::Plan);
        const auto add = [&](const ElementId &id, const ElementId &parent, const QString &code, const QString &title) {
            FieldMap fields;
            const bool isText = id.kind == Kind::Statement || id.kind == Kind::Issue;
            if (!code.isEmpty())
                fields.set(id.kind == Kind::Policy ? u"number" : u"code", code);
            if (!title.isEmpty())
                fields.set(isText ? u"text" : u"title", title);
            m_steps.append(PlanChange::insert(id, parent, fields));
            return id;
        };
        const auto made = [&](Kind kind, const ElementId &parent, const QString &code, const QString &title) {
            return add(ElementId::create(kind), parent, code, title);
        };
        m_steps.clear();
        add(first, root, u"1"_s, u"市民に近い行政"_s);
        add(second, root, u"2"_s, u"健全な行政経営"_s);
        const ElementId goal = made(Kind::Goal, first, {}, {});
        a = made(Kind::ReformItem, goal, u"1-1"_s, u"窓口の見直し"_s);
        issue = made(Kind::Issue, goal, {}, u"財政の負担が大きい"_s);
        initiative = made(Kind::Initiative, a, u"1-1-1"_s, u"予約の導入"_s);
        b = made(Kind::ReformItem, made(Kind::Goal, first, {}, {}), u"1-2"_s, u"広報の見直し"_s);
        several = made(Kind::Goal, first, {}, {});
        made(Kind::Statement, several, {}, u"情報が届いている"_s);
        c = made(Kind::ReformItem, several, u"1-3"_s, u"電子申請"_s);
        d = made(Kind::ReformItem, several, u"1-4"_s, u"公開データ"_s);
        e = made(Kind::ReformItem, made(Kind::Goal, second, {}, {}), u"2-1"_s, u"財政計画の見直し"_s);
        if (const auto done = document->createPlan({}, m_steps, root); !done)
            return done.error();
        return OpenedPlan{std::move(document), {}};
    }
    Result<OpenedPlan> create(const QString &) override { return makeError(Error::Code::Storage, {}); }
    Result<OpenedPlan> open(const QString &) override { return makeError(Error::Code::Storage, {}); }
    Result<ImportPreview> previewImport(PlanDocument &, const ImportSource &, const ImportWishes &) override
    {
        return makeError(Error::Code::Storage, {});
    }
    QList<ExportFormat> exportFormats() const override { return {}; }
    Result<QStringList> exportPlan(PlanDocument &, const QString &, const QString &) override { return QStringList(); }

private:
    QList<PlanChange> m_steps;
};

class Answers : public Questions
{
public:
    std::function<std::optional<QList<PlanChange>>(const Plan &, const ElementId &)> renumbers;
    QString pathToOpen(QWidget *, const QString &, const QString &) override { return {}; }
    QString pathToSave(QWidget *, const QString &, const QString &, const QString &) override { return {}; }
    std::optional<ImportPreview> acceptImport(
        QWidget *, const QString &, const ImportPreview &, const ImportPreviewer &) override
    {
        return {};
    }
    bool closeUnsaved(QWidget *) override { return true; }
    std::optional<QList<PlanChange>> renumber(QWidget *, const Plan &plan, const ElementId &branch) override
    {
        return renumbers(plan, branch);
    }
};
} // namespace

/// The tree as a person works with it.
class TestTree : public QObject
{
    Q_OBJECT

    std::unique_ptr<CompositionGuard> m_guard;
    std::unique_ptr<SmallPlan> m_small;
    std::unique_ptr<Answers> m_answers;
    std::unique_ptr<MainWindow> m_window;

    QTreeView *tree() const { return m_window->view()->tree(); }
    PlanTreeModel *model() const { return m_window->view()->model(); }
    ElementPage *page() const { return m_window->view()->page(); }
    const Plan &plan() const { return m_window->document()->plan(); }
    QModelIndex row(const ElementId &id) const { return model()->indexOf(id, PlanTreeModel::TitleColumn); }
    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    QLineEdit *findEdit() const { return m_window->findChild<QLineEdit *>(u"findEdit"_s); }
    QString count() const { return m_window->findChild<QLabel *>(u"findCountLabel"_s)->text(); }

    void select(const QList<ElementId> &ids)
    {
        tree()->setFocus();
        tree()->selectionModel()->setCurrentIndex(
            row(ids.constFirst()), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        for (const ElementId &id : ids)
            tree()->selectionModel()->select(row(id), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QStringList codes(const ElementId &policy) const
    {
        QStringList out;
        for (const ElementId &goal : plan().children(policy, Kind::Goal)) {
            for (const ElementId &item : plan().children(goal, Kind::ReformItem))
                out.append(plan().text(item, u"code"));
        }
        return out;
    }
    /// Drags rows over a place of the tree and lets them go where that is allowed.
    bool drag(const QList<ElementId> &ids, const QPoint &place, Qt::DropAction action = Qt::MoveAction)
    {
        QModelIndexList rows;
        for (const ElementId &id : ids)
            rows.append(row(id));
        const std::unique_ptr<QMimeData> mime(model()->mimeData(rows));
        QWidget *viewport = tree()->viewport();
        const auto modifiers = action == Qt::CopyAction ? Qt::ControlModifier : Qt::NoModifier;
        QDragEnterEvent enter(place, action, mime.get(), Qt::LeftButton, modifiers);
        QApplication::sendEvent(viewport, &enter);
        QDragMoveEvent move(place, action, mime.get(), Qt::LeftButton, modifiers);
        QApplication::sendEvent(viewport, &move);
        tree()->grab(); // the place is drawn
        if (!move.isAccepted()) {
            QDragLeaveEvent leave;
            QApplication::sendEvent(viewport, &leave);
            return false;
        }
        QDropEvent drop(place, action, mime.get(), Qt::LeftButton, modifiers);
        QApplication::sendEvent(viewport, &drop);
        return drop.isAccepted();
    }
    QPoint at(const ElementId &id, double height) const
    {
        const QRect place = tree()->visualRect(row(id));
        return {place.left() + 20, place.top() + static_cast<int>(place.height() * height)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        setUpLook(*qApp);
        setUpLanguage(*qApp, QLocale(QLocale::Japanese));
        m_guard = std::make_unique<CompositionGuard>();
    }
    void init()
    {
        m_small = std::make_unique<SmallPlan>();
        m_answers = std::make_unique<Answers>();
        m_window = std::make_unique<MainWindow>(m_small.get(), m_answers.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openSample();
        QVERIFY(m_window->view());
        tree()->expandAll();
        QGuiApplication::clipboard()->clear();
    }
    void cleanup() { m_window.reset(); }

    void whatIsTypedIsFoundAtOnce()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), findEdit());
        compose(findEdit(), u"ざいせい"_s); // not yet text
        QVERIFY(count().isEmpty());
        const ElementId before = page()->element();
        QTest::keyClick(findEdit(), Qt::Key_Return);
        QCOMPARE(page()->element(), before);
        compose(findEdit(), {}, u"財政"_s);
        QCOMPARE(count(), u"2件"_s);
        QVERIFY(model()->isHit(row(m_small->a), false)); // in an issue of its goal
        QVERIFY(!model()->isHit(row(m_small->b), false));
        QVERIFY(!model()->isHit(row(m_small->first), false) && model()->isHit(row(m_small->first), true));
        QVERIFY(row(m_small->a)
                    .siblingAtColumn(PlanTreeModel::SignsColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"検索した言葉"_s));

        QTest::keyClick(findEdit(), Qt::Key_Return);
        QCOMPARE(page()->element(), m_small->a);
        QCOMPARE(count(), u"1/2件"_s);
        QCOMPARE(QApplication::focusWidget(), findEdit()); // one types on
        QStringList marked;
        for (QTextEdit *edit : page()->findChildren<QTextEdit *>()) {
            for (const QTextEdit::ExtraSelection &one : edit->extraSelections())
                marked.append(one.cursor.selectedText());
        }
        QCOMPARE(marked, QStringList{u"財政"_s});
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        QCOMPARE(page()->element(), m_small->e);
        QCOMPARE(count(), u"2/2件"_s);
        QTest::keyClick(m_window.get(), Qt::Key_F3); // around the end
        QCOMPARE(count(), u"1/2件"_s);
        QTest::keyClick(m_window.get(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(page()->element(), m_small->e);

        // From elsewhere F3 goes into the field where it is.
        tree()->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        QCOMPARE(page()->element(), m_small->a);
        auto *field = qobject_cast<GrowingTextEdit *>(QApplication::focusWidget());
        QVERIFY(field);
        QCOMPARE(field->text(), u"財政の負担が大きい"_s);
        // What is typed there is marked, and counted, as it is typed.
        compose(field, {}, u"財政"_s);
        QTRY_COMPARE(field->extraSelections().size(), 2);
        field->setFocus();

        findEdit()->setFocus();
        findEdit()->selectAll();
        compose(findEdit(), {}, u"どこにもない"_s);
        QCOMPARE(count(), u"見つかりません"_s);
        QTest::keyClick(findEdit(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), tree());
        QVERIFY(findEdit()->text().isEmpty() && m_window->findChild<QLabel *>(u"findCountLabel"_s)->isHidden());
        QTRY_VERIFY(field->extraSelections().isEmpty());
        QVERIFY(!model()->isHit(row(m_small->a), true));
    }

    void rowsAreDroppedOnlyWhereTheyMayStand()
    {
        // Between two rows: before 1-1, the row of a goal that is alone with its item.
        QVERIFY(drag({m_small->b}, at(m_small->a, 0.02)));
        QCOMPARE(codes(m_small->first), (QStringList{u"1-2"_s, u"1-1"_s, u"1-3"_s, u"1-4"_s}));
        QVERIFY(m_window->document()->undo());
        // On a policy: last below it, several rows at once, in their order.
        QVERIFY(drag({m_small->b, m_small->a}, at(m_small->second, 0.5)));
        QCOMPARE(codes(m_small->second), (QStringList{u"2-1"_s, u"1-1"_s, u"1-2"_s}));
        QCOMPARE(plan().parentOf(m_small->initiative), m_small->a);
        QVERIFY(m_window->document()->undo());
        QCOMPARE(codes(m_small->first), (QStringList{u"1-1"_s, u"1-2"_s, u"1-3"_s, u"1-4"_s}));
        // One of several items stands below a goal: not between the rows of a policy, nor on the policy.
        QVERIFY(!drag({m_small->c}, at(m_small->second, 0.5)));
        QVERIFY(!drag({m_small->c}, at(m_small->a, 0.02)));
        QVERIFY(!drag({m_small->initiative}, at(m_small->first, 0.5)));
        QVERIFY(!drag({m_small->first}, at(m_small->second, 0.5)));
        QVERIFY(!drag({m_small->a, m_small->initiative, m_small->first, m_small->c}, at(m_small->b, 0.5)));
        QVERIFY(drag({m_small->initiative}, at(m_small->c, 0.5)));
        QCOMPARE(plan().parentOf(m_small->initiative), m_small->c);
        // Copied: new elements.
        QVERIFY(drag({m_small->e}, at(m_small->first, 0.5), Qt::CopyAction));
        QCOMPARE(codes(m_small->first).constLast(), u"2-1"_s);
        QCOMPARE(codes(m_small->second), QStringList{u"2-1"_s});
    }

    void severalRowsMoveAndGoTogether()
    {
        select({m_small->a, m_small->b});
        QTest::keyClick(tree(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(codes(m_small->first), (QStringList{u"1-3"_s, u"1-4"_s, u"1-1"_s, u"1-2"_s}));
        QCOMPARE(m_window->view()->selected().size(), 2); // and stay selected
        QTest::keyClick(tree(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(codes(m_small->second), (QStringList{u"1-1"_s, u"1-2"_s, u"2-1"_s}));
        QTest::keyClick(tree(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(codes(m_small->second), QStringList{u"2-1"_s});

        const qsizetype before = plan().size();
        QTest::keyClick(tree(), Qt::Key_Delete);
        QCOMPARE(plan().size(), before - 6); // two goals, two items, an issue, an initiative
        QVERIFY2(m_window->said().contains(u"「1-1　窓口の見直し」など2件"_s), qPrintable(m_window->said()));
        QVERIFY(m_window->said().contains(u"その中の1件"_s) && m_window->said().contains(u"元に戻す"_s));
        QCOMPARE(QApplication::focusWidget(), tree());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(plan().size(), before);
        QVERIFY(m_window->said().isEmpty()); // no longer true
    }

    void allRowsAreSelectedInALargeTreeToo()
    {
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_window->view()->selected().size(), 9); // every row that is to be seen
        QList<PlanChange> many;
        for (int i = 0; i < 400; ++i) {
            const ElementId goal = ElementId::create(Kind::Goal);
            many.append(PlanChange::insert(goal, m_small->second));
            for (int k = 0; k < 2; ++k)
                many.append(PlanChange::insert(ElementId::create(Kind::ReformItem), goal));
        }
        QVERIFY(m_window->document()->apply(many));
        tree()->expandAll();
        QTest::keyClick(tree(), Qt::Key_A, Qt::ControlModifier);
        const QList<ElementId> all = m_window->view()->selected();
        QVERIFY(all.contains(m_small->first) && all.contains(m_small->second));
        QTest::keyClick(tree(), Qt::Key_Delete);
        QVERIFY(plan().children(plan().root(), Kind::Policy).isEmpty());
        QVERIFY(m_window->document()->undo());
        QCOMPARE(plan().children(m_small->second, Kind::Goal).size(), 401);
    }

    void f2RenamesAlsoWithAnInputMethod()
    {
        m_window->view()->show(m_small->a);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_F2);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        QCOMPARE(editor->text(), u"窓口の見直し"_s); // the title, whatever column is current
        compose(editor, u"まどぐち"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), editor);
        compose(editor, {}, u"窓口改革"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(plan().text(m_small->a, u"title"), u"窓口改革"_s);
        QTRY_COMPARE(QApplication::focusWidget(), tree());
        // A goal of several items is called by its statement, on its page.
        m_window->view()->show(m_small->several);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_F2);
        QVERIFY(page()->isAncestorOf(QApplication::focusWidget()) || page()->element() == m_small->several);
    }

    void enterAddsASiblingAndGoesWhereOneTypes()
    {
        m_window->view()->show(m_small->c);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"titleEdit"_s);
        const ElementId added = page()->element();
        QCOMPARE(
            plan().children(m_small->several, Kind::ReformItem), (QList<ElementId>{m_small->c, added, m_small->d}));
    }

    void branchesAreCutAndPasted()
    {
        select({m_small->a});
        QTest::keyClick(tree(), Qt::Key_X, Qt::ControlModifier);
        QVERIFY(row(m_small->a).data(Qt::AccessibleTextRole).toString().contains(u"切り取り中"_s));
        QVERIFY(plan().contains(m_small->a)); // nothing goes before it is pasted
        select({m_small->e});
        QTest::keyClick(tree(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(codes(m_small->second), (QStringList{u"2-1"_s, u"1-1"_s}));
        QCOMPARE(page()->element(), m_small->a);                              // the same element
        QCOMPARE(m_window->view()->selected(), QList<ElementId>{m_small->a}); // though Ctrl is down
        QVERIFY(!row(m_small->a).data(Qt::AccessibleTextRole).toString().contains(u"切り取り中"_s));
        QTest::keyClick(tree(), Qt::Key_V, Qt::ControlModifier); // from now on a copy
        QCOMPARE(codes(m_small->second), (QStringList{u"2-1"_s, u"1-1"_s, u"1-1"_s}));
        QVERIFY(page()->element() != m_small->a);
        QCOMPARE(m_window->document()->undoStep().what, Step::What::Insert);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(codes(m_small->second), (QStringList{u"2-1"_s, u"1-1"_s}));

        // Esc, or copying something else, gives up what was cut.
        select({m_small->b});
        QTest::keyClick(tree(), Qt::Key_X, Qt::ControlModifier);
        QTest::keyClick(tree(), Qt::Key_Escape);
        QVERIFY(!row(m_small->b).data(Qt::AccessibleTextRole).toString().contains(u"切り取り中"_s));
        QTest::keyClick(tree(), Qt::Key_X, Qt::ControlModifier);
        QGuiApplication::clipboard()->setText(u"他"_s);
        QTRY_VERIFY(!row(m_small->b).data(Qt::AccessibleTextRole).toString().contains(u"切り取り中"_s));

        // Where it cannot stand, that is said.
        select({m_small->initiative});
        QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"1-1-1　予約の導入"_s);
        select({m_small->first});
        const qsizetype size = plan().size();
        QTest::keyClick(tree(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_window->said().contains(u"取組は、ここには貼り付けられません"_s));
        QCOMPARE(plan().size(), size);
    }

    void textOfOtherProgramsBecomesRows()
    {
        QGuiApplication::clipboard()->setText(u"・1-3-1　受付\n・ 1-3-2　審査\n"_s);
        select({m_small->initiative});
        QTest::keyClick(tree(), Qt::Key_V, Qt::ControlModifier);
        const QList<ElementId> initiatives = plan().children(m_small->a, Kind::Initiative);
        QCOMPARE(initiatives.size(), 3);
        QCOMPARE(plan().text(initiatives.at(1), u"code"), u"1-3-1"_s);
        QCOMPARE(plan().text(initiatives.at(2), u"title"), u"審査"_s);
        QCOMPARE(m_window->view()->selected().size(), 2);
        QVERIFY(m_window->said().contains(u"2行"_s) && m_window->said().contains(u"・"_s));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(plan().children(m_small->a, Kind::Initiative).size(), 1);
        QGuiApplication::clipboard()->setText(u"a\tb\tc\nd\te\tf\n"_s);
        QTest::keyClick(tree(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_window->said().contains(u"コピーした表を取り込む"_s));
        QCOMPARE(plan().children(m_small->a, Kind::Initiative).size(), 1);
    }

    void keysOfTheTreeAreTheFieldsOwnInAField()
    {
        m_window->view()->show(m_small->a, true);
        auto *title = qobject_cast<GrowingTextEdit *>(QApplication::focusWidget());
        QVERIFY(title);
        title->selectAll();
        QTest::keyClick(title, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"窓口の見直し"_s);
        QVERIFY(!BranchClip::fromMime(QGuiApplication::clipboard()->mimeData()));
        action(u"cutAction"_s)->trigger(); // the menu does what the key does
        QCOMPARE(title->text(), QString());
        QVERIFY(plan().contains(m_small->a));
        QTest::keyClick(title, Qt::Key_Delete);
        QVERIFY(plan().contains(m_small->a));
    }

    void codesHaveTheirWidthAndNamesTheRest_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 150, 200})
            QTest::addRow("text of %d percent", percent) << percent;
    }
    void codesHaveTheirWidthAndNamesTheRest()
    {
        QFETCH(const int, percent);
        m_window->resize(1366, 728);
        setTextSize(percent);
        const auto restore = qScopeGuard([] { setTextSize(100); });
        const auto widthOf = [this](int column) { return tree()->columnWidth(column); };
        const auto isWideEnough = [&](const ElementId &id) {
            const QModelIndex code = row(id).siblingAtColumn(PlanTreeModel::CodeColumn);
            return tree()->visualRect(code).width() >= tree()->fontMetrics().horizontalAdvance(code.data().toString());
        };
        QTRY_VERIFY(isWideEnough(m_small->initiative) && isWideEnough(m_small->d));
        QTRY_COMPARE(widthOf(PlanTreeModel::CodeColumn) + widthOf(PlanTreeModel::TitleColumn)
                + widthOf(PlanTreeModel::SignsColumn),
            tree()->viewport()->width());
        // As one has drawn it.
        tree()->header()->resizeSection(PlanTreeModel::CodeColumn, widthOf(PlanTreeModel::CodeColumn) + 10);
        const int drawn = widthOf(PlanTreeModel::CodeColumn);
        tree()->collapseAll();
        QTest::qWait(150);
        QCOMPARE(widthOf(PlanTreeModel::CodeColumn), drawn);
        tree()->expandAll();
    }

    void numbersAreShownBeforeTheyChange()
    {
        QVERIFY(m_window->document()->apply(
            {PlanChange::move(plan().parentOf(m_small->b), m_small->first, PlanChange::At::First)}));
        m_answers->renumbers = [](const Plan &, const ElementId &) { return std::nullopt; };
        action(u"renumberAction"_s)->trigger();
        QCOMPARE(codes(m_small->first).constFirst(), u"1-2"_s); // cancelled
        m_answers->renumbers = [](const Plan &plan, const ElementId &branch) -> std::optional<QList<PlanChange>> {
            RenumberDialog dialog(plan, branch);
            auto *list = dialog.findChild<QTreeWidget *>(u"renumberTree"_s);
            QStringList rows;
            for (int i = 0; i < list->topLevelItemCount(); ++i)
                rows.append(list->topLevelItem(i)->text(1) + u'→' + list->topLevelItem(i)->text(2));
            const QStringList wanted{u"1-2→1-1"_s, u"1-1→1-2"_s, u"1-1-1→1-2-1"_s};
            if (rows != wanted) {
                qWarning() << rows;
                return {};
            }
            dialog.findChild<QCheckBox *>(u"renumberAllCheck"_s)->setChecked(true);
            const bool all = list->topLevelItemCount() == 5 && list->topLevelItem(3)->text(2) == u"そのまま"_s;
            dialog.findChild<QCheckBox *>(u"renumberInitiativesCheck"_s)->setChecked(false);
            const bool enabled = dialog.findChild<QPushButton *>(u"renumberAcceptButton"_s)->isEnabled();
            return all && enabled ? std::optional(dialog.changes()) : std::nullopt;
        };
        const qsizetype before = m_window->document()->journal().names().size();
        action(u"renumberAction"_s)->trigger();
        QCOMPARE(codes(m_small->first), (QStringList{u"1-1"_s, u"1-2"_s, u"1-3"_s, u"1-4"_s}));
        QCOMPARE(plan().text(m_small->initiative, u"code"), u"1-1-1"_s);
        QCOMPARE(m_window->document()->journal().names().size(), before + 1);
        QVERIFY(m_window->said().contains(u"2件の番号"_s));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(codes(m_small->first).constFirst(), u"1-2"_s);
    }

    void theTreeHasAMenuOfItsOwn()
    {
        select({m_small->a});
        Q_EMIT tree()->customContextMenuRequested(tree()->visualRect(row(m_small->a)).center());
        auto *popup = tree()->findChild<QMenu *>(u"treeMenu"_s);
        QVERIFY(popup && popup->isVisible());
        for (const QString &name : {u"addSiblingAction"_s, u"renameAction"_s, u"cutAction"_s, u"copyAction"_s,
                 u"pasteAction"_s, u"moveUpAction"_s, u"renumberAction"_s, u"removeAction"_s})
            QVERIFY2(popup->actions().contains(action(name)), qPrintable(name));
        popup->close();
    }
};

QTEST_MAIN(TestTree)
#include "tst_tree.moc"
