// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace mezasu::ui {

class FieldForm;
class RowsSection;

/// The page of one element: its fields, and what belongs to it. A reform item that is alone with its goal shows the goal too.
class ElementPage : public QWidget
{
    Q_OBJECT

public:
    ElementPage(PlanDocument *document, const ElementId &element, QWidget *parent = nullptr);

    const ElementId &element() const { return m_element; }
    /// The goal that is shown on the page of its only reform item, else null.
    ElementId goalOnPage() const { return m_goal; }
    /// Puts the focus into the first field that a person fills.
    void focusFirst();
    /// Puts the focus into the editor of a field of an element that is on this page; nothing where there is none.
    void focusField(const ElementId &id, const QString &field);

Q_SIGNALS:
    void openRequested(const mezasu::ElementId &id);

private:
    void addHeading();
    void updateHeading();
    FieldForm *addForm(const QString &title = {});
    FieldForm *addFields(const QStringList &names);
    void addField(FieldForm *form, const ElementId &id, const QString &field, const QString &label);
    /// \param owner the level whose own rows these are, where its name has to be said
    RowsSection *addRows(const ElementId &parent, Kind kind, const QString &empty, const QString &owner = {});
    void addGoal(const ElementId &goal);
    void addPlan();
    void addSchedule();
    void addMemo(const ElementId &id, const QString &title);

    PlanDocument *m_document;
    ElementId m_element, m_goal;
    QVBoxLayout *m_layout;
    QLabel *m_heading = nullptr;
    QWidget *m_first = nullptr;
    FieldForm *m_memos = nullptr;
    QList<RowsSection *> m_sections;
};

} // namespace mezasu::ui
