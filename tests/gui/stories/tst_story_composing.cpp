// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/filestory.h"
#include "tests/gui/stories/hands.h"
#include "tests/gui/stories/inputmethod.h"
#include "ui/dialogs/importdialog.h"
#include "ui/pages/elementpage.h"
#include "ui/pages/fields.h"
#include "ui/settings.h"
#include "ui/widgets/growingtextedit.h"
#include "ui/widgets/valuestable.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTextCursor>

using namespace mezasu;
using namespace mezasu::test;
using story::press;

namespace {
struct Press
{
    Qt::Key key;
    Qt::KeyboardModifiers modifiers;
};

/// The keys with which a person works an input method, and those that would mean something else to the window.
const QList<Press> &pressesOfAnInputMethod()
{
    static const QList<Press> kPresses = [] {
        QList<Press> out;
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Space,
                 Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp,
                 Qt::Key_PageDown, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_F1, Qt::Key_F2, Qt::Key_F3, Qt::Key_F4,
                 Qt::Key_F6, Qt::Key_F7, Qt::Key_F8, Qt::Key_F9, Qt::Key_F10})
            out.append({key, Qt::NoModifier});
        out.append({Qt::Key_Backtab, Qt::ShiftModifier});
        for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key) {
            out.append({Qt::Key(key), Qt::ControlModifier});
            out.append({Qt::Key(key), Qt::ControlModifier | Qt::ShiftModifier});
        }
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_4, Qt::Key_Return, Qt::Key_Comma, Qt::Key_Tab, Qt::Key_F8})
            out.append({key, Qt::ControlModifier});
        for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_F, Qt::Key_N})
            out.append({key, Qt::AltModifier});
        return out;
    }();
    return kPresses;
}

QString inWords(const Press &press)
{
    return QKeySequence(QKeyCombination(press.modifiers, press.key)).toString();
}

/// The text of whatever has the focus, without what is being composed.
QString textIn(QWidget *widget)
{
    if (auto *text = qobject_cast<ui::GrowingTextEdit *>(widget))
        return text->text();
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        return line->text();
    if (auto *box = qobject_cast<QComboBox *>(widget))
        return box->currentText();
    if (auto *spin = qobject_cast<QSpinBox *>(widget))
        return spin->text();
    return {};
}

/// Everything below a window into which a person can type now.
QList<QWidget *> typeable(const QWidget *window)
{
    QList<QWidget *> out;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        const bool isOpen = widget->isVisible() && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus;
        const bool takesText =
            widget->testAttribute(Qt::WA_InputMethodEnabled) && widget->inputMethodQuery(Qt::ImEnabled).toBool();
        if (isOpen && takesText && !widget->focusProxy() && widget->window() == window)
            out.append(widget);
    }
    return out;
}
} // namespace

/// Text that is being composed is not yet text, wherever it is typed; and it is never lost.
class TestComposing : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileStory> m_story;
    std::unique_ptr<story::InputMethod> m_method;
    ElementId m_goal, m_item, m_initiative, m_indicator, m_statement, m_issue, m_department;
    qsizetype m_tried = 0; ///< places into which was typed

    PlanDocument &document() const { return m_story->document(); }
    const Plan &plan() const { return m_story->plan(); }
    ui::PlanView *view() const { return m_story->window->view(); }
    ElementId add(Kind kind, const ElementId &parent, std::initializer_list<std::pair<QString, Value>> fields = {})
    {
        FieldMap map;
        for (const auto &[name, value] : fields)
            map.set(name, value);
        const ElementId id = ElementId::create(kind);
        (void)document().apply({PlanChange::insert(id, parent, map)});
        return id;
    }
    QList<Name> heads() const
    {
        document().flush();
        return document().journal().heads();
    }
    static int windowsShown()
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        return int(std::count_if(all.begin(), all.end(), [](const QWidget *one) { return one->isVisible(); }));
    }
    void openField(const ElementId &id, const QString &field)
    {
        m_story->window->openElement(id, field);
        QVERIFY2(QApplication::focusWidget() && ui::fields::isEditorOf(QApplication::focusWidget(), id, field),
            qPrintable(id.toString() + field));
    }

    /// Composes where the focus is; no key means anything then, and what others do replaces nothing.
    void composeAndPress(QWidget *window)
    {
        QWidget *const there = QApplication::focusWidget();
        QVERIFY(there);
        const QByteArray name = (there->objectName() + u" of "_s
            + (there->parentWidget() ? there->parentWidget()->objectName() : QString()))
                                    .toUtf8();
        const auto where = [&name](const QString &after) -> QByteArray { return name + ": " + after.toUtf8(); };
        if (!qobject_cast<QAbstractItemView *>(there))
            press(Qt::Key_End); // what is selected goes when something else is composed in its place
        const QString text = textIn(there);
        const QList<Name> before = heads();
        const int windows = windowsShown();
        const ElementId page = view()->current();
        const int thrownAway = m_method->thrownAway();

        m_method->compose(u"かいかく"_s);
        QVERIFY2(ui::CompositionGuard::isComposing(), name.constData());
        for (const Press &one : pressesOfAnInputMethod()) {
            QTest::keyClick(there, one.key, one.modifiers);
            const QByteArray said = where(inWords(one));
            QVERIFY2(QApplication::focusWidget() == there, said.constData());
            QVERIFY2(ui::CompositionGuard::isComposing(), said.constData());
            QVERIFY2(textIn(there) == text, said.constData());
            QVERIFY2(window->isVisible() && windowsShown() == windows, said.constData());
            QVERIFY2(!QApplication::activePopupWidget(), said.constData());
            QVERIFY2(view()->current() == page, said.constData());
        }
        QVERIFY2(heads() == before, where(u"something was written"_s).constData());

        // Somebody else writes to the same field, and to everything around it.
        if (const auto bound = ui::fields::boundTo(there); bound) {
            const FieldInfo *info = fieldInfo(bound->first.kind, bound->second);
            if (info && info->type == FieldType::Text)
                (void)document().apply({PlanChange::set(bound->first, bound->second, u"他の人の文"_s)});
        }
        (void)document().apply({PlanChange::set(m_department, u"name"_s, u"課%1"_s.arg(++m_tried))});
        QVERIFY2(QApplication::focusWidget() == there && m_method->composed() == u"かいかく"_s
                && m_method->thrownAway() == thrownAway,
            where(u"lost to somebody else's change"_s).constData());
        m_method->accept(u"改革"_s);
        QVERIFY2(!ui::CompositionGuard::isComposing(), name.constData());
        if (!qobject_cast<QSpinBox *>(there) && !qobject_cast<QAbstractItemView *>(there))
            QVERIFY2(textIn(there).contains(u"改革"_s), where(textIn(there)).constData());
    }
    void tryAllOf(QWidget *window)
    {
        const QList<QWidget *> places = typeable(window);
        QVERIFY(!places.isEmpty());
        for (const QPointer<QWidget> place : places) {
            if (!place || !place->isVisible())
                continue;
            place->setFocus(Qt::TabFocusReason);
            QVERIFY2(place->hasFocus(), qPrintable(place->objectName()));
            composeAndPress(window);
            if (QTest::currentTestFailed())
                return;
            while (QWidget *popup = QApplication::activePopupWidget()) // what a field offers
                popup->close();
            QVERIFY(story::activate(window));
        }
    }

    /// What comes while something is typed. \param id whose title somebody else changes
    void happen(const QString &by, const QString &copy, const ElementId &id)
    {
        if (by == "merging"_L1) {
            QVERIFY(m_story->merge({copy}));
        } else if (by == "saving"_L1) {
            press(Qt::Key_S, Qt::ControlModifier);
        } else if (by == "closing"_L1) {
            QVERIFY(m_story->window->close());
            m_story->restart();
        } else {
            FileStory::setTitle(document(), id, u"他の人の題"_s);
            press(Qt::Key_Return);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        story::workInMemory();
        ui::setUpLook(*qApp);
        ui::setUpLanguage(*qApp, QLocale(QLocale::Japanese));
    }
    void init()
    {
        ui::settings::keepIn({});
        m_story = std::make_unique<FileStory>();
        m_method = std::make_unique<story::InputMethod>();
        const ElementId root = plan().root();
        QVERIFY(document().apply(
            {PlanChange::set(root, u"first_year"_s, 2022), PlanChange::set(root, u"last_year"_s, 2024)}));
        m_department = add(Kind::Department, root, {{u"name"_s, u"企画課"_s}});
        m_goal = add(Kind::Goal, m_story->first);
        m_item = add(Kind::ReformItem, m_goal, {{u"code"_s, u"1-1"_s}, {u"title"_s, u"窓口"_s}});
        m_initiative = add(Kind::Initiative, m_item, {{u"title"_s, u"予約"_s}});
        m_statement = add(Kind::Statement, m_goal, {{u"text"_s, u"便利です"_s}});
        m_issue = add(Kind::Issue, m_goal, {{u"text"_s, u"混んでいる"_s}});
        add(Kind::Footnote, m_goal, {{u"text"_s, u"注"_s}});
        m_indicator = add(Kind::Indicator, m_goal, {{u"name"_s, u"満足"_s}});
        document().endRun();
    }
    void cleanup()
    {
        m_method.reset();
        m_story.reset();
    }

    // -- no key means anything while a text is composed

    void onEveryPage_data()
    {
        QTest::addColumn<int>("kind");
        for (const Kind kind : {Kind::Plan, Kind::Policy, Kind::ReformItem, Kind::Initiative, Kind::Indicator})
            QTest::newRow(qPrintable(kindName(kind))) << int(kind);
    }
    void onEveryPage()
    {
        QFETCH(int, kind);
        const QHash<Kind, ElementId> shown{{Kind::Plan, plan().root()}, {Kind::Policy, m_story->first},
            {Kind::ReformItem, m_item}, {Kind::Initiative, m_initiative}, {Kind::Indicator, m_indicator}};
        m_story->window->openElement(shown.value(Kind(kind)));
        tryAllOf(m_story->window.get());
    }
    void inThePanels()
    {
        m_story->action(u"nameEditionAction"_s)->trigger();
        QVERIFY(m_story->child<QLineEdit>(u"editionNameEdit"_s));
        tryAllOf(m_story->window.get());
        QVERIFY(plan().editions().isEmpty());
    }
    void inDialogs_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("dialog");
        QTest::newRow("settings") << u"settingsAction"_s << u"settingsDialog"_s;
        QTest::newRow("preview") << u"printAction"_s << u"previewDialog"_s;
    }
    void inDialogs()
    {
        QFETCH(QString, action);
        QFETCH(QString, dialog);
        m_story->action(action)->trigger();
        QPointer<QDialog> shown = m_story->window->findChild<QDialog *>(dialog);
        QVERIFY(shown && story::activate(shown));
        tryAllOf(shown);
        QVERIFY(shown && shown->isVisible());
        shown->close();
    }
    void inThePreviewOfAnImport()
    {
        ui::ImportPreview preview;
        preview.asksSettings = true;
        preview.take = [] { return Result<>(); };
        ui::ImportDialog dialog(
            u"表"_s, preview, [&](const ui::ImportWishes &) { return preview; }, m_story->window.get());
        dialog.findChild<QTabWidget *>()->setCurrentIndex(4);
        dialog.QDialog::show();
        QVERIFY(story::activate(&dialog));
        tryAllOf(&dialog);
        QVERIFY(dialog.isVisible());
    }
    void whileARowIsRenamed()
    {
        view()->show(m_item);
        view()->tree()->setFocus();
        press(Qt::Key_F2);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        composeAndPress(m_story->window.get());
        if (QTest::currentTestFailed())
            return;
        QVERIFY(document().apply({PlanChange::set(m_item, u"title"_s, u"他の人の題"_s)}));
        QCOMPARE(editor->text(), u"窓口改革"_s); // typed, and not yet left
        press(Qt::Key_Return);
        QTRY_COMPARE(m_story->title(m_item), u"窓口改革"_s);
        QCOMPARE(QApplication::focusWidget(), view()->tree());
        QCOMPARE(plan().children(m_story->first, Kind::Goal).size(), 1); // the same Enter adds no row
    }
    void whileACellIsEdited()
    {
        view()->show(m_indicator);
        auto *table = m_story->child<ui::ValuesTable>(u"valuesTable"_s);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, ui::ValuesModel::NoteColumn));
        press(Qt::Key_F2);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        composeAndPress(m_story->window.get());
        if (QTest::currentTestFailed())
            return;
        press(Qt::Key_Return);
        QCOMPARE(table->model()->index(1, ui::ValuesModel::NoteColumn).data().toString(), u"改革"_s);
        QCOMPARE(table->currentIndex(), table->model()->index(2, ui::ValuesModel::NoteColumn)); // down by one
    }

    // -- and after that it means what it means, once

    void backspaceTakesOneCharacter()
    {
        openField(m_item, u"title"_s);
        press(Qt::Key_End, Qt::ControlModifier);
        m_method->compose(u"かいかく"_s);
        press(Qt::Key_Backspace);
        m_method->accept(u"改革"_s);
        press(Qt::Key_Backspace);
        QCOMPARE(document().text(m_item, u"title"_s), u"窓口改"_s);
    }
    void enterAddsOneRow()
    {
        openField(m_statement, u"text"_s);
        press(Qt::Key_End, Qt::ControlModifier);
        m_method->compose(u"かいかく"_s);
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(plan().children(m_goal, Kind::Statement).size(), 1);
        m_method->accept(u"改革"_s);
        press(Qt::Key_Return);
        QCOMPARE(plan().children(m_goal, Kind::Statement).size(), 2);
        QCOMPARE(plan().text(m_statement, u"text"), u"便利です改革"_s);
    }
    void tabGoesOneFieldOn()
    {
        openField(m_item, u"code"_s);
        m_method->compose(u"いち"_s);
        press(Qt::Key_Tab);
        m_method->accept(u"一"_s);
        press(Qt::Key_Tab);
        QVERIFY(ui::fields::isEditorOf(QApplication::focusWidget(), m_item, u"title"_s)
            || QApplication::focusWidget()->objectName().contains(u"Chip"_s));
        QCOMPARE(plan().text(m_item, u"code"), u"1-1一"_s);
    }
    void enterInTheSearchGoesToOnePlace()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        m_method->compose(u"まどぐち"_s);
        press(Qt::Key_Return);
        press(Qt::Key_F3);
        QCOMPARE(m_story->child<QLabel>(u"findCountLabel"_s), nullptr); // nothing is searched yet
        m_method->accept(u"窓口"_s);
        QCOMPARE(m_story->child<QLabel>(u"findCountLabel"_s)->text(), u"2件"_s);
        press(Qt::Key_Return);
        QVERIFY(m_story->child<QLabel>(u"findCountLabel"_s)->text().startsWith(u"1/2"_s)
            || m_story->child<QLabel>(u"findCountLabel"_s)->text().startsWith(u"2/2"_s));
    }
    void enterJoinsOneDepartment()
    {
        openField(m_item, u"departments"_s);
        m_method->compose(u"こうほうか"_s);
        press(Qt::Key_Return);
        QCOMPARE(plan().children(plan().root(), Kind::Department).size(), 1);
        m_method->accept(u"広報課"_s);
        press(Qt::Key_Return);
        QCOMPARE(plan().children(plan().root(), Kind::Department).size(), 2);
        press(Qt::Key_Return); // the field is empty again
        QCOMPARE(plan().children(plan().root(), Kind::Department).size(), 2);
    }
    void enterMakesOneEdition()
    {
        m_story->action(u"nameEditionAction"_s)->trigger();
        m_method->compose(u"そあん"_s);
        press(Qt::Key_Return);
        QVERIFY(plan().editions().isEmpty());
        m_method->accept(u"素案"_s);
        press(Qt::Key_Return);
        QCOMPARE(plan().editions().size(), 1);
    }
    void enterAcceptsADialogOnce()
    {
        m_story->action(u"settingsAction"_s)->trigger();
        QPointer<QDialog> dialog = m_story->window->findChild<QDialog *>(u"settingsDialog"_s);
        QVERIFY(story::activate(dialog));
        dialog->findChild<QLineEdit *>(u"settingsAuthorEdit"_s)->setFocus();
        m_method->compose(u"はなこ"_s);
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        QVERIFY(dialog && dialog->isVisible());
        m_method->accept(u"花子"_s);
        press(Qt::Key_Return);
        QVERIFY(!dialog || !dialog->isVisible());
        QCOMPARE(ui::settings::author(), u"花子"_s);
    }
    void undoTakesBackOneStep()
    {
        openField(m_item, u"title"_s);
        press(Qt::Key_End, Qt::ControlModifier);
        m_method->accept(u"その一"_s);
        document().endRun();
        m_method->compose(u"そのに"_s);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().text(m_item, u"title"_s), u"窓口その一"_s);
        m_method->accept(u"その二"_s);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().text(m_item, u"title"_s), u"窓口その一"_s);
    }

    // -- what is typed and not yet left is not lost either

    void aNumberThatIsTypedStays_data()
    {
        QTest::addColumn<QString>("by");
        for (const QString &by : {u"somebody else's change"_s, u"merging"_s, u"saving"_s, u"closing"_s})
            QTest::newRow(qPrintable(by)) << by;
    }
    void aNumberThatIsTypedStays()
    {
        QFETCH(QString, by);
        const ElementId root = plan().root();
        const QString copy = m_story->copy(u"写し.mezasu"_s, u"鈴木"_s,
            [&](PlanDocument &theirs) { FileStory::setTitle(theirs, root, u"鈴木の計画"_s); });
        openField(root, u"last_year"_s);
        press(Qt::Key_A, Qt::ControlModifier);
        story::keys(u"2027"_s);
        happen(by, copy, root);
        QCOMPARE(plan().number(root, u"last_year"), std::optional<qint64>(2027));
    }
    void aDepartmentThatIsTypedStays_data() { aNumberThatIsTypedStays_data(); }
    void aDepartmentThatIsTypedStays()
    {
        QFETCH(QString, by);
        const QString copy = m_story->copy(u"写し.mezasu"_s, u"鈴木"_s,
            [&](PlanDocument &theirs) { FileStory::setTitle(theirs, m_item, u"鈴木の題"_s); });
        openField(m_item, u"department"_s);
        story::write(u"広報課"_s);
        happen(by, copy, m_item);
        const auto lead = ElementId::fromString(QString(u"department:"_s + plan().text(m_item, u"department")));
        QVERIFY(lead);
        QCOMPARE(plan().text(*lead, u"name"), u"広報課"_s);
    }

    void whatIsDroppedIntoAnotherFieldIsShown()
    {
        openField(m_item, u"title"_s);
        story::write(u"の改革"_s); // held; the field is not left
        auto *other = m_story->child<ui::GrowingTextEdit>(u"descriptionEdit"_s);
        QVERIFY(other);
        other->textCursor().insertText(u"説明"_s);
        QCOMPARE(document().text(m_item, u"description"_s), u"説明"_s);
        QCOMPARE(other->text(), u"説明"_s);
    }

    // -- whatever comes first takes over what is composed

    void nothingComposedIsLost_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("by");
        for (const QString &where : {u"title"_s, u"row"_s, u"tree"_s, u"cell"_s, u"open cell"_s}) {
            for (const QString &by : {u"closing"_s, u"another row"_s, u"overview"_s, u"merging"_s, u"settings"_s,
                     u"preview"_s, u"saving"_s, u"saving a copy"_s, u"plan page"_s, u"a click in another field"_s,
                     u"adding an item"_s, u"a packet"_s})
                QTest::newRow(qPrintable(u"%1, %2"_s.arg(where, by))) << where << by;
        }
    }
    void nothingComposedIsLost()
    {
        QFETCH(QString, where);
        QFETCH(QString, by);
        document().flush();
        const QString copy = m_story->copy(u"写し.mezasu"_s, u"鈴木"_s,
            [&](PlanDocument &theirs) { FileStory::setTitle(theirs, m_story->second, u"鈴木の題"_s); });

        std::function<QString()> typed;
        if (where == "title"_L1) {
            openField(m_item, u"title"_s);
            typed = [&] { return plan().text(m_item, u"title"); };
        } else if (where == "row"_L1) {
            openField(m_issue, u"text"_s);
            typed = [&] { return plan().text(m_issue, u"text"); };
        } else if (where == "tree"_L1) {
            view()->show(m_item);
            view()->tree()->setFocus();
            press(Qt::Key_F2);
            typed = [&] { return plan().text(m_item, u"title"); };
        } else {
            view()->show(m_indicator);
            auto *table = m_story->child<ui::ValuesTable>(u"valuesTable"_s);
            table->setFocus();
            table->setCurrentIndex(table->model()->index(1, ui::ValuesModel::NoteColumn));
            if (where == "open cell"_L1)
                press(Qt::Key_F2);
            typed = [&] {
                const Value value = plan().value(m_indicator, field::values(2022, u"actual"));
                return value.entry() ? value.entry()->note : QString();
            };
        }
        m_method->compose(u"改革"_s);
        QVERIFY(ui::CompositionGuard::isComposing());

        if (by == "closing"_L1) {
            QVERIFY(m_story->window->close());
            m_story->restart();
        } else if (by == "another row"_L1) {
            const QModelIndex row = view()->tree()->model()->index(1, 1);
            QTest::mouseClick(view()->tree()->viewport(), Qt::LeftButton, {}, view()->tree()->visualRect(row).center());
        } else if (by == "overview"_L1) {
            m_story->action(u"overviewAction"_s)->trigger();
        } else if (by == "merging"_L1) {
            QVERIFY(m_story->merge({copy}));
            QCOMPARE(m_story->title(m_story->second), u"鈴木の題"_s);
        } else if (by == "settings"_L1) {
            m_story->action(u"settingsAction"_s)->trigger();
            auto *dialog = m_story->window->findChild<QDialog *>(u"settingsDialog"_s);
            dialog->accept();
        } else if (by == "preview"_L1) {
            m_story->action(u"printAction"_s)->trigger();
            m_story->window->findChild<QDialog *>(u"previewDialog"_s)->close();
        } else if (by == "saving"_L1) {
            m_story->action(u"saveAction"_s)->trigger();
        } else if (by == "saving a copy"_L1) {
            m_story->answers.paths = {m_story->path(u"別の写し.mezasu"_s)};
            m_story->action(u"saveCopyAction"_s)->trigger();
        } else if (by == "plan page"_L1) {
            QVERIFY(story::click(m_story->child<QPushButton>(u"planButton"_s)));
        } else if (by == "a click in another field"_L1) {
            QVERIFY(story::click(m_story->child<QLineEdit>(u"findEdit"_s)));
            document().flush();
        } else if (by == "adding an item"_L1) {
            m_story->action(u"addItemAction"_s)->trigger();
        } else if (by == "a packet"_L1) {
            m_story->answers.paths = {m_story->path(u"持ち出し.mezasu-packet"_s)};
            m_story->action(u"packAction"_s)->trigger();
        }
        document().flush();
        QVERIFY2(typed().contains(u"改革"_s), qPrintable(typed()));
        QCOMPARE(typed().count(u"改革"_s), 1);
        QVERIFY(!ui::CompositionGuard::isComposing());
    }
};

QTEST_MAIN(TestComposing)
#include "tst_story_composing.moc"
