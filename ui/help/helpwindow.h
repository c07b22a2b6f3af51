// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace mezasu::ui {

class HelpView;

/// The help of a dialog, in a window beside it that goes with it.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    /// Shows the topic beside the dialog; in the window that is there already, where there is one.
    static void openBeside(QWidget *dialog, const QString &topic);

    HelpView *view() const { return m_view; }

private:
    explicit HelpWindow(QWidget *dialog);

    HelpView *m_view;
};

} // namespace mezasu::ui
