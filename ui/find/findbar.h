// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/element.h"

#include <QWidget>

class QIcon;
class QLabel;
class QLineEdit;
class QToolButton;

namespace mezasu::ui {

class TextIndex;

/// The field in which one types what is searched: says with every key how often it is there, and goes from one to the next.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// \param index outlives the bar
    explicit FindBar(TextIndex *index, QWidget *parent = nullptr);

    /// Goes to the field, what stands there selected.
    void enter();
    /// To the next or previous place, around the end. \param by 1 or -1
    void go(int by);
    /// The element from which the first step starts.
    void setStart(const ElementId &id);

Q_SIGNALS:
    void searched(); ///< what is searched, or where it is, has changed
    void found(const mezasu::ElementId &id, const QString &field);
    void left(); ///< Esc: what was searched is no longer

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    QToolButton *button(const QIcon &icon, const QString &name, const QString &what, int by);

    TextIndex *m_index;
    QLineEdit *m_edit;
    QLabel *m_count;
    QToolButton *m_previous, *m_next;
    ElementId m_start, m_current; ///< the current hit, or null
};

} // namespace mezasu::ui
