// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mezasu::ui {

/// The children of one kind of an element, as rows of a short and a long text that are added, removed and put in order.
/// Keys in a row: Ctrl+Enter adds one below, Alt+Up and Alt+Down move it.
class RowsSection : public QWidget
{
    Q_OBJECT

public:
    struct Look
    {
        Kind kind;
        QString title;      ///< of the section
        QString shortField; ///< "mark"
        QString longField;  ///< "text"
        QString empty;      ///< what belongs here, shown while there is nothing
        bool opens = false; ///< rows have a page of their own
    };

    RowsSection(PlanDocument *document, const ElementId &parentElement, Look look, QWidget *parent = nullptr);

    /// Puts the focus into the long text of a row.
    void focusRow(const ElementId &id);
    /// Adds a row behind \p after, or last, and goes there.
    void add(const ElementId &after = {});

Q_SIGNALS:
    void openRequested(const mezasu::ElementId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        ElementId id;
        QWidget *widget = nullptr;
        QWidget *editor = nullptr;
    };
    void follow(const QList<ElementId> &changed);
    void arrange();
    Row makeRow(const ElementId &id);
    QPushButton *button(const QString &text, const QString &what, const QString &name, QWidget *row);
    void nameRows();
    void move(const ElementId &id, int by);
    void remove(const ElementId &id);

    PlanDocument *m_document;
    ElementId m_parent;
    Look m_look;
    QList<Row> m_rows;
    QVBoxLayout *m_layout;
    QLabel *m_empty;
    QPushButton *m_add;
};

} // namespace mezasu::ui
