// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTextBrowser;
class QToolButton;

namespace mezasu::ui {

/// A page of the help to be read, with its links to other topics, a way back and the contents.
class HelpView : public QWidget
{
    Q_OBJECT

public:
    explicit HelpView(QWidget *parent = nullptr);

    /// Shows a topic of help::topics(); one that is shown stays as it was rolled.
    void open(const QString &topic);
    QString topic() const; ///< empty: nothing was opened yet

Q_SIGNALS:
    void escapePressed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpStyle();
    void refreshButtons();

    QTextBrowser *m_text;
    QToolButton *m_back, *m_forward;
};

} // namespace mezasu::ui
