// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compositionguard.h"

#include <QApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QWidget>

namespace mezasu::ui {

QPointer<QObject> CompositionGuard::s_composing;

CompositionGuard::CompositionGuard(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool CompositionGuard::isComposing()
{
    return !s_composing.isNull();
}

bool CompositionGuard::isComposingIn(const QObject *widget)
{
    return !s_composing.isNull() && s_composing == widget;
}

void CompositionGuard::finish()
{
    if (isComposing())
        QGuiApplication::inputMethod()->commit();
    s_composing.clear();
    if (QWidget *widget = QApplication::focusWidget()) {
        QEvent event{QEvent::Type(finishEvent())};
        QApplication::sendEvent(widget, &event);
    }
}

int CompositionGuard::finishEvent()
{
    static const int type = QEvent::registerEventType();
    return type;
}

bool CompositionGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::InputMethod:
        if (static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty())
            s_composing.clear();
        else if (watched->isWidgetType())
            s_composing = watched;
        return false;
    case QEvent::FocusOut:
        if (watched == s_composing)
            s_composing.clear();
        return false;
    case QEvent::ShortcutOverride:
        if (!isComposing())
            return false;
        event->accept(); // not a shortcut: it belongs to what is being composed
        return true;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
        return isComposing();
    default:
        return false;
    }
}

} // namespace mezasu::ui
