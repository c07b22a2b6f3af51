// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace mezasu::ui {

/// Takes a file that is dropped anywhere on a window, also on fields, which would take its name as text.
class FileDrop : public QObject
{
    Q_OBJECT

public:
    /// \param window owns it
    explicit FileDrop(QWidget *window);

Q_SIGNALS:
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
};

} // namespace mezasu::ui
