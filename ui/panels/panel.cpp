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

} // namespace mezasu::ui
