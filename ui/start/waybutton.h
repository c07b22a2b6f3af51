// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace mezasu::ui {

/// A way to begin: a large button with an icon, what it does, and below that a sentence about it.
class WayButton : public QPushButton
{
    Q_OBJECT

public:
    WayButton(const QIcon &icon, const QString &text, const QString &explanation, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int iconSide() const;
    QFont titleFont() const;
    /// Where the texts stand, for this width.
    QRect textPlace(int width) const;

    QString m_explanation;
};

} // namespace mezasu::ui
