// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/fieldform.h"

#include "ui/look/measures.h"
#include "ui/pages/fieldnote.h"
#include "ui/pages/fields.h"
#include "ui/pages/statechip.h"
#include "ui/widgets/growingtextedit.h"
#include "ui/widgets/keepheight.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

FieldForm::FieldForm(PlanDocument *document, const QString &title, QWidget *parent)
    : Column(parent)
    , m_document(document)
    , m_form(new QFormLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, title.isEmpty() ? 0 : gap::kLarge, 0, 0);
    layout->setSpacing(gap::kSmall);
    if (!title.isEmpty()) {
        auto *label = new QLabel(title);
        label->setWordWrap(true);
        setType(label, Type::Section);
        layout->addWidget(label);
    }
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setHorizontalSpacing(gap::kMedium);
    m_form->setVerticalSpacing(gap::kSmall);
    layout->addLayout(m_form);
}

QWidget *FieldForm::addField(const ElementId &id, const QString &field, const QString &label, const QString &stateField)
{
    auto *cell = new QWidget(this);
    keepHeight(cell);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::kHair);
    auto *line = new QBoxLayout(QBoxLayout::LeftToRight);
    line->setSpacing(gap::kSmall);
    column->addLayout(line);
    m_lines.append(line);
    QWidget *editor = fields::editorFor(m_document, id, field, cell);
    editor->setAccessibleName(label);
    if (qobject_cast<GrowingTextEdit *>(editor)) {
        line->addWidget(editor, 1, Qt::AlignTop);
    } else {
        line->addWidget(editor, 0, Qt::AlignTop);
        if (stateField.isEmpty())
            line->addStretch();
    }
    if (!stateField.isEmpty())
        line->addWidget(new StateChip(m_document, id, id.kind, stateField, cell), 0, Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(new FieldNote(m_document, id, field, editor, cell));
    column->addWidget(fields::contestedLabel(m_document, id, field, cell));
    addWidget(label, cell);
    return editor;
}

void FieldForm::addWidget(const QString &label, QWidget *widget)
{
    auto *text = new QLabel(label);
    const int lineHeight = QLineEdit().sizeHint().height(); // level with the first line of the field
    text->setFixedHeight(lineHeight);
    auto *corner = new QWidget;
    auto *column = new QVBoxLayout(corner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(text, 0, Qt::AlignTop); // a stretch would make the form take all the height of a short page
    m_form->addRow(corner, widget);
    m_labels.append(text);
    m_labelWidth = std::max(m_labelWidth, text->sizeHint().width());
}

void FieldForm::setLabelColumn(int width)
{
    m_labelColumn = width; // arranged once the width of the page is known
}

void FieldForm::addHint(const QString &text)
{
    auto *hint = new QLabel(text);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    layout()->addWidget(hint);
}

QSize FieldForm::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'あ') * 12, Column::minimumSizeHint().height()};
}

void FieldForm::resizeEvent(QResizeEvent *event)
{
    Column::resizeEvent(event);
    arrange();
}

void FieldForm::arrange()
{
    const int labels = std::max(m_labelColumn, m_labelWidth);
    const bool narrow = columnWidth() < labels + fontMetrics().horizontalAdvance(u'あ') * 26;
    for (QBoxLayout *line : std::as_const(m_lines))
        line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_form->setRowWrapPolicy(narrow ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
    m_form->setLabelAlignment(narrow ? Qt::AlignLeft | Qt::AlignTop : Qt::AlignRight | Qt::AlignTop);
    for (QLabel *label : std::as_const(m_labels)) {
        label->setMinimumWidth(narrow ? 0 : labels);
        label->setAlignment((narrow ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
}

} // namespace mezasu::ui
