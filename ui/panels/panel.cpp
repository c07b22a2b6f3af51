// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panel.h"

namespace mezasu::ui {

Panel::Panel(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(name);
}

Panel::~Panel() = default;

void Panel::setElement(const ElementId &) { }

QSize Panel::sizeHint() const
{
    constexpr int kCharacters = 52; // of Latin script; half as many Japanese ones
    return {fontMetrics().averageCharWidth() * kCharacters, QWidget::sizeHint().height()};
}

} // namespace mezasu::ui
