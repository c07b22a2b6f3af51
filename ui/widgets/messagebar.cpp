// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/look/look.h"
#include "ui/look/measures.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace mezasu::ui {

MessageBar::MessageBar(const QString &name, const QString &labelName, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel)
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(name);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    m_layout->setContentsMargins(gap::kLarge, gap::kSmall, gap::kSmall, gap::kSmall);
    m_label->setObjectName(labelName);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setForegroundRole(QPalette::ToolTipText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(m_label, 1);
    hide();
}

void MessageBar::addCloseButton(const QString &name)
{
    auto *close = new QPushButton(tr("閉じる"));
    close->setObjectName(name);
    close->setAccessibleName(tr("お知らせを閉じる"));
    connect(close, &QPushButton::clicked, this, [this] { say({}); });
    m_layout->addWidget(close, 0, Qt::AlignTop);
}

void MessageBar::colour()
{
    QPalette palette;
    if (m_isTrouble)
        palette.setColor(QPalette::ToolTipBase, colours().trouble);
    setPalette(palette);
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const bool isStale = m_isTrouble && palette().color(QPalette::ToolTipBase) != colours().trouble;
    if (event->type() == QEvent::PaletteChange && isStale)
        colour();
}

void MessageBar::say(const QString &text, const QList<Offer> &offers, bool isTrouble)
{
    m_isTrouble = isTrouble;
    colour();
    for (QPushButton *old : std::as_const(m_offers)) {
        old->hide();
        old->deleteLater(); // may be the one that was pressed
    }
    m_offers.clear();
    m_label->setText(text);
    int at = 1;
    for (const Offer &offer : offers) {
        auto *button = new QPushButton(offer.text);
        button->setObjectName(offer.name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, offer.deed);
        m_layout->insertWidget(at++, button, 0, Qt::AlignTop);
        m_offers.append(button);
    }
    setVisible(!text.isEmpty());
    for (QPushButton *button : std::as_const(m_offers))
        button->show(); // at once, not when the layout comes to it
    if (!text.isEmpty()) {
        QAccessibleEvent event(m_label, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_label->text();
}

} // namespace mezasu::ui
