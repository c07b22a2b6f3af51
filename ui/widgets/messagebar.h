// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

class QLabel;
class QHBoxLayout;
class QPushButton;

namespace mezasu::ui {

/// What can be done about a message, on a button beside it.
struct Offer
{
    QString name; ///< of the button: ends in "Button"
    QString text;
    std::function<void()> deed;
};

/// Something said above the page, with buttons for what can be done about it.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    /// \param name, labelName of the objects
    MessageBar(const QString &name, const QString &labelName, QWidget *parent = nullptr);

    /// Shows this instead of what was there. An empty text hides the bar.
    /// \param isTrouble on another ground; the text says so too
    void say(const QString &text, const QList<Offer> &offers = {}, bool isTrouble = false);
    QString text() const;
    /// A button that hides the bar.
    void addCloseButton(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QLabel *m_label;
    QHBoxLayout *m_layout;
    QList<QPushButton *> m_offers;
    bool m_isTrouble = false;
};

} // namespace mezasu::ui
