// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focusorder.h"

#include <QFocusEvent>
#include <algorithm>

namespace mezasu::ui {

namespace {
class FocusEntry : public QObject
{
public:
    FocusEntry(QWidget *whole, QWidget *part)
        : QObject(whole)
        , m_part(part)
    {
        whole->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == parent() && event->type() == QEvent::FocusIn)
            m_part->setFocus(static_cast<QFocusEvent *>(event)->reason());
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget *m_part;
};
} // namespace

void enterAt(QWidget *whole, QWidget *part)
{
    new FocusEntry(whole, part);
}

void putInOrder(QWidget *window, const QWidgetList &parts)
{
    const auto partOf = [&parts](const QWidget *widget) -> qsizetype {
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (parts.at(i) == widget || parts.at(i)->isAncestorOf(widget))
                return i;
        }
        return -1;
    };
    std::vector<std::pair<qsizetype, QWidget *>> chain;
    for (QWidget *widget = window->nextInFocusChain(); widget != window; widget = widget->nextInFocusChain()) {
        // The others cannot be put anywhere, or cannot be come to, as a page that is left and soon deleted.
        if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && widget->isVisibleTo(window))
            chain.emplace_back(partOf(widget), widget);
    }
    int backwards = 0; // once is the way from the end to the beginning
    for (std::size_t i = 0; i < chain.size(); ++i)
        backwards += chain[i].first > chain[(i + 1) % chain.size()].first ? 1 : 0;
    if (backwards <= 1)
        return;
    std::stable_sort(
        chain.begin(), chain.end(), [](const auto &one, const auto &other) { return one.first < other.first; });
    for (std::size_t i = 1; i < chain.size(); ++i)
        QWidget::setTabOrder(chain[i - 1].second, chain[i].second);
}

} // namespace mezasu::ui
