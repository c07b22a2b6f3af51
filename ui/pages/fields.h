// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace mezasu::ui {

class GrowingTextEdit;

/// Editors that are bound to one field of one element: they show what the document holds, and what is typed goes there.
/// While text is being composed in an editor, nothing replaces it. Each is a child of \p parent and lives as long.
namespace fields {

/// One or more paragraphs of text.
GrowingTextEdit *textEdit(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent);
/// A short text on one line: a code, a unit, a mark.
QLineEdit *lineEdit(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent);
/// A whole number, or a fiscal year in any spelling (2022, R4, 令和4年度).
QLineEdit *numberEdit(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent);
/// A word of a fixed list, or none; in a plan that is only read, the word as a text that can be copied.
QWidget *choice(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent);
/// One of the plan's departments, or none; a new name adds one. In a plan that is only read, the name as a text.
QWidget *department(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent);
/// The right one for the type of the field.
QWidget *editorFor(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent);

/// Says that a widget stands for a field of an element, so that focusField() finds it.
void bind(QWidget *widget, const ElementId &id, const QString &field);
/// Leaves undo and redo to the plan; a wheel that scrolls the page changes no choice.
void guardKeys(QWidget *editor);
/// The element and field of a widget that is bound to one.
std::optional<std::pair<ElementId, QString>> boundTo(const QWidget *widget);
/// Whether a widget is the editor of this field of this element.
bool isEditorOf(const QWidget *widget, const ElementId &id, const QString &field);

/// The field that a widget, or one that it is a part of, is the editor of.
std::optional<Thing> boundField(const QWidget *widget);

/// Says that a field is contested and what the other candidates are; hidden where it is not. Its link
/// leads to where it is decided.
QLabel *contestedLabel(PlanDocument *document, const ElementId &id, const QString &field, QWidget *parent);

} // namespace fields
} // namespace mezasu::ui
