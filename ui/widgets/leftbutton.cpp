// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/leftbutton.h"

#include "ui/look/measures.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace mezasu::ui {

void LeftButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    QRect place = rect().adjusted(gap::kSmall, 0, -gap::kSmall, 0);
    if (!icon().isNull()) {
        const QRect at(place.left(), (height() - iconSize().height()) / 2, iconSize().width(), iconSize().height());
        icon().paint(&painter, at, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        place.setLeft(at.right() + 1 + gap::kSmall);
    }
    const QString shown = option.fontMetrics.elidedText(text(), Qt::ElideRight, place.width());
    style()->drawItemText(
        &painter, place, Qt::AlignLeft | Qt::AlignVCenter, palette(), isEnabled(), shown, QPalette::ButtonText);
}

} // namespace mezasu::ui
