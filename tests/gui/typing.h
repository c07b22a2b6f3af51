// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QInputMethodEvent>
#include <QWidget>

namespace mezasu {

/// What an input method sends: what is being composed, and what of it becomes text.
inline void compose(QWidget *widget, const QString &preedit, const QString &commit = {})
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(widget, &event);
}

/// What an input method has committed, character for character.
inline void type(QWidget *widget, const QString &text)
{
    compose(widget, {}, text);
}

/// The first widget of this name below another that is not hidden; null where there is none.
template <typename Widget>
Widget *child(QWidget *parent, const QString &name)
{
    for (Widget *widget : parent->findChildren<Widget *>(name)) {
        if (!widget->isHidden())
            return widget;
    }
    return nullptr;
}

} // namespace mezasu
