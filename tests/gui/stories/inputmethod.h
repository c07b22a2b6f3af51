// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGuiApplication>
#include <QInputMethodEvent>
#include <private/qinputmethod_p.h>
#include <qpa/qplatforminputcontext.h>
#include <utility>

namespace mezasu::story {

/// An input method as the desktop has one: what is composed with it is taken over when the window asks for that, and thrown
/// away when something makes it begin anew. The application's own while it exists.
class InputMethod : public QPlatformInputContext
{
public:
    InputMethod() { QInputMethodPrivate::get(QGuiApplication::inputMethod())->testContext = this; }
    ~InputMethod() override { QInputMethodPrivate::get(QGuiApplication::inputMethod())->testContext = nullptr; }

    /// What is being composed where the focus is; not yet text.
    void compose(const QString &text)
    {
        m_composed = text;
        send(text, {});
    }
    /// The person is content with it: it becomes text.
    void accept(const QString &text)
    {
        m_composed.clear();
        send({}, text);
    }
    const QString &composed() const { return m_composed; }
    int thrownAway() const { return m_thrownAway; } ///< how often what was composed was lost

    bool isValid() const override { return true; }
    void commit() override
    {
        if (!m_composed.isEmpty())
            accept(std::exchange(m_composed, {}));
    }
    void reset() override
    {
        if (m_composed.isEmpty())
            return;
        ++m_thrownAway;
        compose({});
    }

private:
    static void send(const QString &preedit, const QString &text)
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(text);
        if (QObject *there = QGuiApplication::focusObject())
            QCoreApplication::sendEvent(there, &event);
    }
    QString m_composed;
    int m_thrownAway = 0;
};

} // namespace mezasu::story
