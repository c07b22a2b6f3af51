// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/valuesmodel.h"

#include <QTableView>

class QAction;

namespace mezasu::ui {

/// The grid of an indicator's values, worked as a spreadsheet: typing begins to edit, F2 edits what is there, Enter goes
/// down and Tab right (with Shift back; after Tab, Enter goes to the column where it began), Delete clears, blocks are
/// copied, pasted and filled down or right. At its end Tab leaves; Ctrl+Tab leaves from anywhere.
/// While text is being composed, keys belong to the input method.
class ValuesTable : public QTableView
{
    Q_OBJECT

public:
    explicit ValuesTable(ValuesModel *model, QWidget *parent = nullptr);

    void fillDown();
    void fillRight();
    void clearCells();
    /// Commits what is being edited and goes by rows or columns to the next cell that is shown.
    void step(int rows, int columns);
    /// Enter: down, or up with \p by −1; back to where Tab began.
    void stepDown(int by);
    /// What is being composed in the current cell; not yet text.
    const QString &preedit() const { return m_preedit; }
    /// Marks the cells that contain what is searched, a TextKey; empty: none.
    void markMatches(const QString &key);
    /// Whether the number or the words of a cell contain it.
    bool isMatch(const QModelIndex &cell) const;
    /// Tab: to the next cell, or back with \p by −1; over the ends of rows, and out at the end of the table.
    void stepAside(int by);

public Q_SLOTS: // called by name from the edit menu, as those of a line edit
    void copy();
    void cut();
    /// Puts the block of the clipboard at the first selected cell; a single cell into every selected one.
    void paste();

Q_SIGNALS:
    /// What a paste could not take because there is no cell for it.
    void said(const QString &message);

protected:
    bool event(QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QAction *addCommand(const QString &text, const QString &name, const QKeySequence &keys, void (ValuesTable::*deed)(),
        bool writes = true);
    QList<int> shownColumns() const;
    /// The selected cells that are shown, as a rectangle of rows and columns; the current cell where nothing is.
    QModelIndexList cells() const;
    void fill(bool down);

    ValuesModel *m_model;
    QList<QPair<QAction *, bool>> m_commands; ///< and whether they write
    QString m_preedit;
    QString m_searched;
    int m_tabStart = -1; ///< the column where a run of Tab began
};

} // namespace mezasu::ui
