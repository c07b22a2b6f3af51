// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "ui/widgets/column.h"

#include <QHash>
#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mezasu::ui {

class RowWidget;

/// The children of one kind of an element, as rows of a short and a long text that are added, removed and put in order.
///
/// Long lists appear at once and are completed while the window is idle, so that a page with hundreds of rows opens at once.
/// Who goes to a row that is not made yet gets it at once, behind those that are; the others then appear between them.
/// For the keys in a row see RowWidget.
class RowsSection : public Column
{
    Q_OBJECT

public:
    struct Look
    {
        Kind kind;
        QString title;           ///< of the section
        QString one;             ///< what one row is called
        QString inSentence;      ///< the same on the button below them, where it is clear whose rows they are
        QString shortField;      ///< "mark"
        QString longField;       ///< "text"
        QString empty;           ///< what belongs here, shown while there is nothing
        bool opens = false;      ///< rows have a page of their own
        bool paragraphs = false; ///< the long text may have several
        QString stateField = {}; ///< the list as a field of its parent whose state is shown: "issues"; empty: none
        /// What is said beside a row; null: nothing.
        std::function<QString(const ElementId &)> remark = {};
        /// What is said after a row was removed; null or empty: nothing.
        std::function<QString(const ElementId &)> removed = {};
    };

    RowsSection(PlanDocument *document, const ElementId &parentElement, Look look, QWidget *parent = nullptr);

    /// Puts the focus into the long text of a row, making the row first where it is not there yet.
    /// \return whether the row belongs here
    bool focusRow(const ElementId &id);
    /// Adds a row behind \p after, or last, and goes there.
    void add(const ElementId &after = {});
    /// Reads the remarks anew.
    void refreshRemarks();
    /// Whether all rows are there.
    bool isComplete() const { return m_rows.size() == m_wanted.size(); }

Q_SIGNALS:
    void openRequested(const mezasu::ElementId &id);

private:
    void follow(const QList<ElementId> &changed);
    void arrange();
    void makeMore();
    RowWidget *makeRow(const ElementId &id);
    void place(qsizetype at);
    void discard(RowWidget *row);
    void keepInSight(RowWidget *row) const;
    void nameRows();
    void move(const ElementId &id, int by);
    void remove(const ElementId &id, bool goBack);
    bool paste(const ElementId &id, const QString &text);
    void showPlace(const ElementId &dragged, const QPoint &global);
    void drop(const ElementId &dragged);
    void say(const QString &text);

    PlanDocument *m_document;
    ElementId m_parent;
    Look m_look;
    QList<ElementId> m_wanted; ///< all rows that belong here, in order
    QList<RowWidget *> m_rows; ///< those of the first of them that are made
    QHash<ElementId, RowWidget *> m_byId;
    RowWidget *m_ahead = nullptr; ///< one behind them that somebody went to
    int m_dropAt = -1;            ///< while a row is dragged: before which row it goes
    QVBoxLayout *m_layout;
    QLabel *m_empty, *m_said;
    QWidget *m_place;
    QPushButton *m_add;
};

} // namespace mezasu::ui
