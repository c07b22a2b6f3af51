// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "ui/widgets/column.h"

class QBoxLayout;
class QFormLayout;
class QLabel;

namespace mezasu::ui {

/// Fields with their labels; the labels stand above the fields where there is little room.
class FieldForm : public Column
{
    Q_OBJECT

public:
    /// \param title empty: none
    explicit FieldForm(PlanDocument *document, const QString &title = {}, QWidget *parent = nullptr);

    /// A bound field, with what is to be said about it below.
    /// \param stateField name of the field whose state is shown beside it; empty: none
    /// \return the editor
    QWidget *addField(const ElementId &id, const QString &field, const QString &label, const QString &stateField = {});
    /// Any widget with a label.
    void addWidget(const QString &label, QWidget *widget);
    /// A sentence below the fields.
    void addHint(const QString &text);

    /// How wide its widest label is, in pixels, and how wide their column is made: one for all forms of a page.
    int labelWidth() const { return m_labelWidth; }
    void setLabelColumn(int width);

    /// Opens to any width: what stands in it shrinks or wraps.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    PlanDocument *m_document;
    QFormLayout *m_form;
    QList<QBoxLayout *> m_lines; ///< of a field and its state
    QList<QLabel *> m_labels;
    int m_labelWidth = 0;
    int m_labelColumn = 0;
};

} // namespace mezasu::ui
