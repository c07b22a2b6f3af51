// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace mezasu::ui {

/// Keeps keys with the input method while text is being composed: no shortcut fires, no field is left, nothing is committed by
/// Enter, Esc, Tab or anything else that the input method did not pass on as text. One for the application.
class CompositionGuard : public QObject
{
    Q_OBJECT

public:
    explicit CompositionGuard(QObject *parent = nullptr);

    /// Whether text is being composed anywhere.
    static bool isComposing();
    /// Whether text is being composed in this widget.
    static bool isComposingIn(const QObject *widget);
    /// Ends a composition by taking over what stands in it, and lets an editor of a cell hand over what was typed:
    /// before closing, leaving, merging, and before anything reads the plan.
    static void finish();
    /// The event by which finish() asks the widget with the focus to hand over what was typed into it.
    static int finishEvent();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static QPointer<QObject> s_composing;
};

} // namespace mezasu::ui
