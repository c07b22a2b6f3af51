// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace mezasu::ui {

/// A part of a page whose lines stay short enough to be read: on a wide screen it keeps to the left.
class Column : public QWidget
{
    Q_OBJECT

public:
    explicit Column(QWidget *parent = nullptr);

    /// Full-width characters that fit side by side in a column.
    static constexpr int kCharacters = 62;

protected:
    /// The width that the contents may take in a widget of this width.
    int columnWidth() const;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace mezasu::ui
