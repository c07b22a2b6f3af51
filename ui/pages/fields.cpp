// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/fields.h"

#include "core/indicator/fiscalyear.h"
#include "ui/compositionguard.h"
#include "ui/historywords.h"
#include "ui/unreadtexts.h"
#include "ui/widgets/growingtextedit.h"
#include "ui/words.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <algorithm>

namespace mezasu::ui::fields {

using namespace Qt::StringLiterals;

namespace {
/// Undo and redo are the plan's, in every field; a wheel that scrolls the page changes no choice.
class FieldKeys : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride) {
            auto *key = static_cast<QKeyEvent *>(event);
            if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
                event->ignore();
                return true;
            }
        }
        if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
            event->ignore();
            return true;
        }
        return false;
    }
};

/// Hands over what stands in an editor that writes only when it is left, when that is asked for before.
class HandsOver : public QObject
{
public:
    HandsOver(QWidget *editor, std::function<void()> write)
        : QObject(editor)
        , m_write(std::move(write))
    {
        editor->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == CompositionGuard::finishEvent())
            m_write();
        return false;
    }

private:
    std::function<void()> m_write;
};

/// Whether somebody is typing there what is not yet written: nothing else may take its place.
bool isTypedInto(const QLineEdit *edit)
{
    return edit->isModified() && edit->hasFocus();
}

constexpr const char *kBoundTo = "mezasuField";

/// The menu of the editor, with the way to its history.
void showMenu(QWidget *editor, const QPoint &at)
{
    auto *text = qobject_cast<QTextEdit *>(editor);
    auto *line = qobject_cast<QLineEdit *>(editor);
    QMenu *menu = text ? text->createStandardContextMenu(at) : line ? line->createStandardContextMenu() : new QMenu;
    if (auto *history = editor->window()->findChild<QAction *>(u"fieldHistoryAction"_s)) {
        menu->addSeparator();
        menu->addAction(history);
        editor->setFocus(Qt::OtherFocusReason); // the history is that of the field with the focus
    }
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"fieldMenu"_s);
    menu->popup(editor->mapToGlobal(at));
}

QString bindingOf(const ElementId &id, const QString &field)
{
    return id.toString() + u'/' + field;
}

template <typename Editor, typename Refresh>
void follow(PlanDocument *document, const ElementId &id, const QString &field, Editor *editor, Refresh refresh)
{
    guardKeys(editor);
    bind(editor, id, field);
    editor->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(
        editor, &QWidget::customContextMenuRequested, editor, [editor](const QPoint &at) { showMenu(editor, at); });
    editor->setObjectName(field.section(u'/', 0, 0) + (qobject_cast<QComboBox *>(editor) ? u"Combo"_s : u"Edit"_s));
    editor->setAccessibleName(words::fieldName(id.kind, field));
    QObject::connect(document, &PlanDocument::elementsChanged, editor,
        [document, id, editor, refresh](const QList<ElementId> &changed) {
            if (changed.contains(id) && document->plan().contains(id) && !CompositionGuard::isComposingIn(editor))
                refresh();
        });
    refresh();
}

bool isYearField(const QString &field)
{
    return field.endsWith("_year"_L1);
}

std::optional<int> numberFromTyped(const QString &typed, const QString &field)
{
    if (isYearField(field))
        return fiscal::fromTyped(typed);
    bool ok = false;
    const int number = typed.normalized(QString::NormalizationForm_KC).toInt(&ok);
    const bool isLimit = field.startsWith("limits/"_L1);
    const bool fits = ok && number >= (isLimit ? 1 : 0) && number <= (isLimit ? 9999 : 20);
    return fits ? std::optional(number) : std::nullopt;
}

void setNumber(PlanDocument *document, const ElementId &id, const QString &field, QLineEdit *edit)
{
    const QString typed = edit->text().trimmed();
    const auto number = numberFromTyped(typed, field);
    const bool refused = !typed.isEmpty() && !number;
    edit->setModified(refused);
    edit->setProperty("refused", refused); // the note below says what is expected
    UnreadTexts::of(document)->set(id, field,
        refused ? std::optional(UnreadTexts::Text{typed, {}, document->plan().value(id, field)}) : std::nullopt);
    if (!refused && document->plan().contains(id))
        (void)document->apply({PlanChange::set(id, field, number ? Value(*number) : Value())});
}

std::optional<ElementId> departmentIn(const Plan &plan, const ElementId &id, const QString &field)
{
    return ElementId::fromString(QString(u"department:"_s + plan.text(id, field)));
}

QString departmentName(const Plan &plan, const ElementId &id, const QString &field)
{
    const auto chosen = departmentIn(plan, id, field);
    return chosen ? plan.text(*chosen, u"name") : QString();
}

/// What is said where no name is shown.
QString noDepartment(const Plan &plan, const ElementId &id, const QString &field)
{
    const auto chosen = departmentIn(plan, id, field);
    return chosen && !plan.contains(*chosen) ? QCoreApplication::translate("Fields", "（削除された課）")
                                             : QCoreApplication::translate("Fields", "未設定");
}

/// A choice that cannot be made, as a text that can be read and copied.
template <typename Text>
QLineEdit *readOnlyChoice(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent, Text text)
{
    auto *edit = new QLineEdit(parent);
    edit->setReadOnly(true);
    edit->setPlaceholderText(QCoreApplication::translate("Fields", "未設定"));
    follow(document, id, field, edit, [=] { edit->setText(text()); });
    return edit;
}

void setDepartment(PlanDocument *document, const ElementId &id, const QString &field, const QString &name)
{
    if (name.trimmed().isEmpty()) {
        (void)document->apply({PlanChange::set(id, field, {})});
        return;
    }
    const Plan &plan = document->plan();
    for (const ElementId &known : plan.children(plan.root(), Kind::Department)) {
        if (plan.text(known, u"name") == name) {
            (void)document->apply({PlanChange::set(id, field, Value(known.uuidString()))});
            return;
        }
    }
    const ElementId made = ElementId::create(Kind::Department);
    FieldMap fields;
    fields.set(u"name", name);
    (void)document->apply(
        {PlanChange::insert(made, plan.root(), fields), PlanChange::set(id, field, Value(made.uuidString()))}, {},
        Step{Step::What::Edit, id, field, {}});
}
} // namespace

GrowingTextEdit *textEdit(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent)
{
    auto *edit = new GrowingTextEdit(parent);
    edit->setReadOnly(document->isReadOnly());
    follow(document, id, field, edit, [=] { edit->setText(document->text(id, field)); });
    QObject::connect(edit, &GrowingTextEdit::edited, document, [=](const QString &text) {
        document->setText(id, field, text);
        // What was held of another field was written first, and that showed the old text here.
        edit->setText(document->text(id, field));
    });
    QObject::connect(edit, &GrowingTextEdit::left, document, &PlanDocument::endRun);
    return edit;
}

QLineEdit *lineEdit(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setReadOnly(document->isReadOnly());
    follow(document, id, field, edit, [=] {
        if (const QString text = document->text(id, field); text != edit->text())
            edit->setText(text);
    });
    QObject::connect(edit, &QLineEdit::textEdited, document, [=](const QString &text) {
        document->setText(id, field, text);
        if (edit->text() != document->text(id, field)) // as above
            edit->setText(document->text(id, field));
    });
    QObject::connect(edit, &QLineEdit::editingFinished, document, &PlanDocument::endRun);
    return edit;
}

QLineEdit *numberEdit(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setReadOnly(document->isReadOnly());
    edit->setMaximumWidth(edit->fontMetrics().averageCharWidth() * 24);
    follow(document, id, field, edit, [=] {
        if (isTypedInto(edit))
            return;
        const auto number = document->plan().number(id, field);
        edit->setText(number ? QString::number(*number) : QString());
    });
    // What could not be read before is there again.
    if (const UnreadTexts::Texts unread = UnreadTexts::of(document)->in(id); unread.contains(field)) {
        edit->setText(unread.value(field).typed);
        edit->setModified(true);
        edit->setProperty("refused", true);
    }
    const auto write = [=] { setNumber(document, id, field, edit); };
    QObject::connect(edit, &QLineEdit::editingFinished, document, write);
    if (!document->isReadOnly())
        new HandsOver(edit, write);
    return edit;
}

QWidget *choice(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent)
{
    if (document->isReadOnly())
        return readOnlyChoice(document, id, field, parent, [=] {
            const QString word = document->plan().text(id, field);
            return word.isEmpty() ? QString() : words::listed(field, word);
        });
    auto *box = new QComboBox(parent);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    box->addItem(QCoreApplication::translate("Fields", "未設定"), QString());
    if (const FieldInfo *info = fieldInfo(id.kind, field)) {
        for (const QLatin1StringView word : info->list)
            box->addItem(words::listed(field, QString(word)), QString(word));
    }
    follow(document, id, field, box,
        [=] { box->setCurrentIndex(std::max(0, box->findData(document->plan().text(id, field)))); });
    QObject::connect(box, &QComboBox::activated, document, [=] {
        const QString word = box->currentData().toString();
        (void)document->apply({PlanChange::set(id, field, word.isEmpty() ? Value() : Value(word))});
    });
    return box;
}

QWidget *department(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent)
{
    if (document->isReadOnly())
        return readOnlyChoice(document, id, field, parent, [=] { return departmentName(document->plan(), id, field); });
    auto *box = new QComboBox(parent);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    box->lineEdit()->setAccessibleName(words::fieldName(id.kind, field));
    box->completer()->setCompletionMode(QCompleter::PopupCompletion); // offers, and never goes on by itself
    guardKeys(box->lineEdit());
    const auto refresh = [=] {
        if (isTypedInto(box->lineEdit()))
            return;
        const Plan &plan = document->plan();
        box->clear();
        box->addItem(QString());
        for (const ElementId &one : plan.children(plan.root(), Kind::Department))
            box->addItem(plan.text(one, u"name"));
        box->setEditText(departmentName(plan, id, field));
        box->lineEdit()->setPlaceholderText(noDepartment(plan, id, field));
    };
    follow(document, id, field, box, refresh);
    QObject::connect(document, &PlanDocument::elementsChanged, box, [=](const QList<ElementId> &changed) {
        const bool others =
            std::any_of(changed.begin(), changed.end(), [](const ElementId &c) { return c.kind == Kind::Department; });
        if (others && !changed.contains(id) && !box->lineEdit()->hasFocus() && document->plan().contains(id))
            refresh();
    });
    const auto write = [=] {
        box->lineEdit()->setModified(false);
        if (document->plan().contains(id) && box->currentText() != departmentName(document->plan(), id, field))
            setDepartment(document, id, field, box->currentText());
    };
    new HandsOver(box, write);
    QObject::connect(box, &QComboBox::activated, document, write);
    QObject::connect(box->lineEdit(), &QLineEdit::editingFinished, document, write);
    return box;
}

QWidget *editorFor(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent)
{
    const FieldInfo *info = fieldInfo(id.kind, field);
    switch (info ? info->type : FieldType::Text) {
    case FieldType::Number:
        return numberEdit(document, id, field, parent);
    case FieldType::Listed:
        return choice(document, id, field, parent);
    case FieldType::Reference:
        return department(document, id, field, parent);
    default:
        break;
    }
    static const QStringList kShort{
        u"number"_s, u"code"_s, u"unit"_s, u"municipality_code"_s, u"mark"_s, u"short_name"_s};
    if (kShort.contains(field)) {
        QLineEdit *edit = lineEdit(document, id, field, parent);
        edit->setMaximumWidth(edit->fontMetrics().averageCharWidth() * 24);
        return edit;
    }
    GrowingTextEdit *edit = textEdit(document, id, field, parent);
    if (field == "description"_L1 || field == "definition"_L1 || field == "memo"_L1)
        edit->setMinimumLines(3);
    return edit;
}

void bind(QWidget *widget, const ElementId &id, const QString &field)
{
    widget->setProperty(kBoundTo, bindingOf(id, field));
}

void guardKeys(QWidget *editor)
{
    editor->installEventFilter(new FieldKeys(editor));
}

std::optional<std::pair<ElementId, QString>> boundTo(const QWidget *widget)
{
    const QString binding = widget->property(kBoundTo).toString();
    const auto id = ElementId::fromString(QStringView(binding).left(binding.indexOf(u'/')));
    if (!id)
        return {};
    return std::pair(*id, binding.mid(binding.indexOf(u'/') + 1));
}

bool isEditorOf(const QWidget *widget, const ElementId &id, const QString &field)
{
    return widget->property(kBoundTo).toString() == bindingOf(id, field);
}

std::optional<Thing> boundField(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const QString bound = widget->property(kBoundTo).toString(); !bound.isEmpty())
            return Thing::fromString(bound);
    }
    return {};
}

QLabel *contestedLabel(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(u"contestedLabel"_s);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum); // as wide as the field above
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    QObject::connect(label, &QLabel::linkActivated, label, [=] {
        if (auto *decide = label->window()->findChild<QAction *>(u"decideAction"_s)) {
            decide->setData(bindingOf(id, field));
            decide->trigger();
        }
    });
    const auto refresh = [=] {
        const QList<Value> candidates = document->plan().conflicts().value(id).value(field);
        QStringList others;
        for (qsizetype i = 1; i < candidates.size(); ++i)
            others.append(QCoreApplication::translate("Fields", "「%1」")
                              .arg(words::value({id, field}, candidates.at(i), document->plan())));
        label->setVisible(!others.isEmpty());
        label->setText(QCoreApplication::translate("Fields", "⚠ 調整中。ほかの案：%1　%2")
                           .arg(others.join(QString()).toHtmlEscaped(),
                               u"<a href=\"decide\">%1</a>"_s.arg(QCoreApplication::translate("Fields", "案を選ぶ"))));
    };
    QObject::connect(document, &PlanDocument::elementsChanged, label, [=](const QList<ElementId> &changed) {
        if (changed.contains(id))
            refresh();
    });
    refresh();
    return label;
}

} // namespace mezasu::ui::fields
