// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panel.h"

#include <QDockWidget>
#include <algorithm>

namespace mezasu::ui {

Panel::Panel(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(name);
}

Panel::~Panel() = default;

void Panel::setElement(const ElementId &) { }

void Panel::reveal()
{
    if (auto *dock = qobject_cast<QDockWidget *>(parentWidget())) {
        dock->show();
        dock->raise();
    }
    setFocus(Qt::ShortcutFocusReason);
}

QSize Panel::sizeHint() const
{
    constexpr int kCharacters = 52;             // of Latin script; half as many Japanese ones
    const int room = window()->width() * 2 / 5; // the page needs some too
    return {std::min(fontMetrics().averageCharWidth() * kCharacters, room), QWidget::sizeHint().height()};
}

} // namespace mezasu::ui
