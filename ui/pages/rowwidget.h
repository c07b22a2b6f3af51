// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QToolButton>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace mezasu::ui {

class GrowingTextEdit;

/// What is taken with the mouse to move a row.
class RowHandle : public QWidget
{
    Q_OBJECT

public:
    explicit RowHandle(QWidget *parent);
    QSize sizeHint() const override;

Q_SIGNALS:
    void dragged(const QPoint &global); ///< with the button down, far enough from where it went down
    void dropped();
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QPoint m_pressedAt;
    bool m_pressed = false, m_dragging = false;
};

/// One row of a section: handle, short text, long text, what else is done with it behind one button.
///
/// Keys: Enter at the end adds a row below, Ctrl+Enter anywhere; Shift+Enter begins a paragraph; Backspace in an empty row
/// removes it; Alt+Up and Alt+Down move it; Enter in the short text goes to the long one.
class RowWidget : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        QString shortField, longField;
        bool opens = false;      ///< the row has a page of its own
        bool paragraphs = false; ///< the long text may have several
    };
    RowWidget(PlanDocument *document, const ElementId &id, const Parts &parts, QWidget *parent);

    const ElementId &id() const { return m_id; }
    GrowingTextEdit *editor() const { return m_long; }
    /// The parts that have the focus one after another.
    QList<QWidget *> stops() const;
    /// Names the parts, for those who hear them.
    void setNames(const QString &section, qsizetype number);
    /// What is said beside the row, quietly; empty: nothing.
    void setRemark(const QString &remark);
    /// The row is contested, or over its limit, or no longer.
    void refreshNotes();
    /// Opens to any width: what stands beside the texts goes below them where there is little room.
    QSize minimumSizeHint() const override;
    bool isEmpty() const;
    QMenu *openMenu();

Q_SIGNALS:
    void openRequested();
    void addRequested();
    void moveRequested(int by);
    void removeRequested();
    void removeEmptyRequested(); ///< by Backspace: go to the row before
    void dragged(const QPoint &global);
    void dropped();
    void dragCancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeRemark();

    PlanDocument *m_document;
    ElementId m_id;
    Parts m_parts;
    RowHandle *m_handle = nullptr;
    QLineEdit *m_short;
    GrowingTextEdit *m_long;
    QPushButton *m_open = nullptr;
    QToolButton *m_more = nullptr;
    QLabel *m_remark = nullptr, *m_note = nullptr, *m_contested = nullptr;
};

} // namespace mezasu::ui
