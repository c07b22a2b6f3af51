// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/column.h"

#include <QResizeEvent>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

Column::Column(QWidget *parent)
    : QWidget(parent)
{
}

int Column::columnWidth() const
{
    return std::min(width(), fontMetrics().horizontalAdvance(u'あ') * kCharacters);
}

void Column::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setContentsMargins(0, 0, width() - columnWidth(), 0);
}

} // namespace mezasu::ui
