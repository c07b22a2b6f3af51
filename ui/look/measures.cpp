// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/measures.h"

#include <QApplication>
#include <QScreen>
#include <QVariant>
#include <QWidget>

namespace mezasu::ui {

namespace {
constexpr const char *kType = "mezasuType";

void apply(QWidget *widget, Type type)
{
    QFont font; // says no more than this: the face stays that of the window
    font.setResolveMask(QFont::NoPropertiesResolved);
    font.setPointSizeF(QApplication::font().pointSizeF() * shareOf(type));
    font.setBold(type != Type::Small);
    widget->setFont(font);
}
} // namespace

void sizeFor(QWidget *window, int characters, int lines)
{
    constexpr QSize kFrame{16, 48}; // what a desktop puts around it
    QSize room = window->screen()->availableGeometry().size() - kFrame;
    if (const QWidget *parent = window->parentWidget()) {
        const QSize found = parent->window()->size(); // where that is more, nothing is known of the screen
        if (found.width() > room.width() || found.height() > room.height())
            room = found;
    }
    const QFontMetrics metrics = window->fontMetrics();
    window->resize(QSize(metrics.averageCharWidth() * characters, metrics.height() * lines).boundedTo(room));
}

double shareOf(Type type)
{
    switch (type) {
    case Type::Title:
        return 1.8;
    case Type::Heading:
        return 1.35;
    case Type::Section:
        return 1.12;
    case Type::Strong:
        return 1;
    case Type::Small:
    case Type::SmallStrong:
        return 0.88;
    }
    return 1;
}

void setType(QWidget *widget, Type type)
{
    widget->setProperty(kType, int(type));
    apply(widget, type);
}

void applyTypes()
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        if (const QVariant type = widget->property(kType); type.isValid())
            apply(widget, Type(type.toInt()));
    }
}

} // namespace mezasu::ui
