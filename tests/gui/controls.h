// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>

using namespace Qt::StringLiterals;

/// A part of a control that is told of as one.
inline bool isPart(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QComboBox *>(parent) || widget->objectName().startsWith("qt_"_L1)
        || qobject_cast<const QLineEdit *>(parent) || widget->inherits("QTableCornerButton"); // do what keys do too
}

inline bool isInteractive(const QWidget *widget)
{
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget); tabs && tabs->count() < 2)
        return false; // waits for a second panel
    return widget->isVisible() && !isPart(widget) && !widget->isWindow() && !widget->focusProxy()
        && ((widget->focusPolicy() & Qt::TabFocus) || qobject_cast<const QAbstractButton *>(widget));
}

/// Everything in a window that can be used now.
inline QList<QWidget *> controlsOf(QWidget *window)
{
    QList<QWidget *> out;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->window() == window && isInteractive(widget))
            out.append(widget);
    }
    return out;
}
