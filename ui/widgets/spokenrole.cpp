// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spokenrole.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace mezasu::ui {

namespace {
constexpr const char *kRole = "mezasuSpokenRole";

QAccessibleInterface *spoken(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const QVariant role = widget ? widget->property(kRole) : QVariant();
    return role.isValid() ? new QAccessibleWidget(widget, QAccessible::Role(role.toInt())) : nullptr;
}
} // namespace

void speakAs(QWidget *widget, QAccessible::Role role)
{
    static const bool told = [] {
        QAccessible::installFactory(spoken);
        return true;
    }();
    Q_UNUSED(told)
    widget->setProperty(kRole, int(role));
}

} // namespace mezasu::ui
