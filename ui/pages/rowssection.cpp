// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rowssection.h"

#include "ui/compositionguard.h"
#include "ui/pages/fields.h"
#include "ui/widgets/growingtextedit.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

RowsSection::RowsSection(PlanDocument *document, const ElementId &parentElement, Look look, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_parent(parentElement)
    , m_look(std::move(look))
    , m_layout(new QVBoxLayout)
    , m_empty(new QLabel(m_look.empty))
    , m_add(new QPushButton(tr("%1を追加").arg(m_look.title)))
{
    setObjectName(kindName(m_look.kind) + u"Section"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(6);
    auto *title = new QLabel(m_look.title);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    layout->addWidget(title);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_empty);
    m_layout->setSpacing(4);
    layout->addLayout(m_layout);
    m_add->setObjectName(kindName(m_look.kind) + u"AddButton"_s);
    m_add->setAutoDefault(false);
    m_add->setEnabled(!document->isReadOnly());
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] { add(); });
    connect(document, &PlanDocument::elementsChanged, this, &RowsSection::follow);
    arrange();
}

void RowsSection::follow(const QList<ElementId> &changed)
{
    const Plan &plan = m_document->plan();
    if (!plan.contains(m_parent))
        return;
    const bool ours = std::any_of(changed.begin(), changed.end(), [&](const ElementId &id) {
        return id.kind == m_look.kind
            && (plan.parentOf(id) == m_parent
                || std::any_of(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.id == id; }));
    });
    if (ours)
        arrange();
}

/// Keeps the widgets of rows that stay, so that the focus and what is being typed stay too.
void RowsSection::arrange()
{
    const QList<ElementId> wanted = m_document->plan().children(m_parent, m_look.kind);
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        if (!wanted.contains(m_rows.at(i).id)) {
            m_layout->removeWidget(m_rows.at(i).widget);
            m_rows.at(i).widget->hide();
            m_rows.at(i).widget->deleteLater();
            m_rows.removeAt(i);
        }
    }
    for (int i = 0; i < wanted.size(); ++i) {
        const auto it =
            std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.id == wanted.at(i); });
        const Row row = it == m_rows.end() ? makeRow(wanted.at(i)) : m_rows.takeAt(it - m_rows.begin());
        m_rows.insert(i, row);
        if (m_layout->indexOf(row.widget) != i) {
            m_layout->removeWidget(row.widget);
            m_layout->insertWidget(i, row.widget);
            row.widget->show(); // now, so that it can be gone to at once
        }
    }
    m_empty->setVisible(m_rows.isEmpty() && !m_look.empty.isEmpty());
    nameRows();
}

/// Names and tab order go by the order on the page.
void RowsSection::nameRows()
{
    QWidget *before = nullptr;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        for (QWidget *part : m_rows.at(i).widget->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            const QString what = part->property("what").toString();
            if (what.isEmpty())
                continue;
            //: %1 a section such as 現状と課題, %2 the number of the row, %3 what this part is
            part->setAccessibleName(tr("%1 %2 %3").arg(m_look.title).arg(i + 1).arg(what));
            if (before)
                setTabOrder(before, part);
            before = part;
        }
    }
    if (before)
        setTabOrder(before, m_add);
}

QPushButton *RowsSection::button(const QString &text, const QString &what, const QString &name, QWidget *row)
{
    auto *button = new QPushButton(text, row);
    button->setObjectName(name);
    button->setProperty("what", what);
    button->setToolTip(what);
    button->setAutoDefault(false);
    button->setFixedWidth(button->fontMetrics().horizontalAdvance(text) + 20);
    button->setEnabled(!m_document->isReadOnly());
    return button;
}

RowsSection::Row RowsSection::makeRow(const ElementId &id)
{
    Row row{id, new QWidget(this), nullptr};
    auto *column = new QVBoxLayout(row.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(4);
    column->addLayout(layout);

    QLineEdit *shortEdit = fields::lineEdit(m_document, id, m_look.shortField, row.widget);
    const QString shortName = words::fieldName(m_look.kind, m_look.shortField);
    shortEdit->setFixedWidth(shortEdit->fontMetrics().horizontalAdvance(u"（１２）"_s) + 16);
    shortEdit->setProperty("what", shortName);
    shortEdit->setPlaceholderText(shortName);
    layout->addWidget(shortEdit, 0, Qt::AlignTop);
    GrowingTextEdit *longEdit = fields::textEdit(m_document, id, m_look.longField, row.widget);
    longEdit->setProperty("what", words::fieldName(m_look.kind, m_look.longField));
    layout->addWidget(longEdit, 1, Qt::AlignTop);
    row.editor = longEdit;
    shortEdit->installEventFilter(this);
    longEdit->installEventFilter(this);

    if (m_look.opens) {
        QPushButton *open = button(tr("開く"), tr("開く"), u"openButton"_s, row.widget);
        open->setEnabled(true);
        connect(open, &QPushButton::clicked, this, [this, id] { Q_EMIT openRequested(id); });
        layout->addWidget(open, 0, Qt::AlignTop);
    }
    QPushButton *up = button(u"↑"_s, tr("上へ（Alt+↑）"), u"upButton"_s, row.widget);
    QPushButton *down = button(u"↓"_s, tr("下へ（Alt+↓）"), u"downButton"_s, row.widget);
    QPushButton *gone = button(tr("削除"), tr("削除"), u"removeButton"_s, row.widget);
    connect(up, &QPushButton::clicked, this, [this, id] { move(id, -1); });
    connect(down, &QPushButton::clicked, this, [this, id] { move(id, 1); });
    connect(gone, &QPushButton::clicked, this, [this, id] { remove(id); });
    for (QPushButton *b : {up, down, gone})
        layout->addWidget(b, 0, Qt::AlignTop);
    column->addWidget(fields::contestedLabel(m_document, id, m_look.longField, row.widget));
    return row;
}

void RowsSection::focusRow(const ElementId &id)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.id == id)
            row.editor->setFocus(Qt::OtherFocusReason);
    }
}

void RowsSection::add(const ElementId &after)
{
    const ElementId id = ElementId::create(m_look.kind);
    const auto at = after.isNull() ? PlanChange::At::Last : PlanChange::At::After;
    // A list goes on with the mark that it has, unless the mark counts.
    FieldMap fields;
    const ElementId before = !after.isNull() ? after : m_rows.isEmpty() ? ElementId() : m_rows.constLast().id;
    const QString mark = m_look.shortField == "mark"_L1 ? m_document->text(before, m_look.shortField) : QString();
    if (mark == u"・"_s || mark == u"※"_s)
        fields.set(m_look.shortField, mark);
    if (m_document->apply({PlanChange::insert(id, m_parent, fields, at, after)}))
        focusRow(id);
}

void RowsSection::move(const ElementId &id, int by)
{
    const QList<ElementId> rows = m_document->plan().children(m_parent, m_look.kind);
    const qsizetype to = rows.indexOf(id) + by;
    if (to < 0 || to >= rows.size())
        return;
    const ElementId after = by > 0 ? rows.at(to) : to > 0 ? rows.at(to - 1) : ElementId();
    (void)m_document->apply(
        {PlanChange::move(id, m_parent, after.isNull() ? PlanChange::At::First : PlanChange::At::After, after)});
}

void RowsSection::remove(const ElementId &id)
{
    const QList<ElementId> rows = m_document->plan().children(m_parent, m_look.kind);
    const qsizetype i = rows.indexOf(id);
    if (!m_document->apply({PlanChange::remove(id)}))
        return;
    if (rows.size() > 1)
        focusRow(rows.at(i + 1 < rows.size() ? i + 1 : i - 1));
    else
        m_add->setFocus();
}

bool RowsSection::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || CompositionGuard::isComposing() || m_document->isReadOnly())
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool adds = isEnter && key->modifiers().testFlag(Qt::ControlModifier);
    const int by = !key->modifiers().testFlag(Qt::AltModifier) ? 0
        : key->key() == Qt::Key_Up                             ? -1
        : key->key() == Qt::Key_Down                           ? 1
                                                               : 0;
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &r) { return watched->parent() == r.widget; });
    if ((!adds && by == 0) || row == m_rows.end())
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    const ElementId id = row->id; // the list may change below
    if (adds)
        add(id);
    else
        move(id, by);
    return true;
}

} // namespace mezasu::ui
