// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keepheight.h"

#include <QEvent>
#include <QLayout>
#include <QWidget>

namespace mezasu::ui {

namespace {
class HeightKeeper : public QObject
{
public:
    explicit HeightKeeper(QWidget *widget)
        : QObject(widget)
        , m_widget(widget)
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_widget && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    void fit() const
    {
        const QLayout *layout = m_widget->layout();
        if (!layout)
            return;
        const int needed = layout->hasHeightForWidth() ? layout->totalHeightForWidth(m_widget->width())
                                                       : layout->totalMinimumSize().height();
        if (needed != m_widget->minimumHeight())
            m_widget->setMinimumHeight(needed);
    }

    QWidget *m_widget;
};
} // namespace

void keepHeight(QWidget *widget)
{
    new HeightKeeper(widget);
}

} // namespace mezasu::ui
