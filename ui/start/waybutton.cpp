// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/waybutton.h"

#include "ui/look/measures.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace mezasu::ui {

namespace {
constexpr int kUnbounded = 100'000;
constexpr int kCharacters = 32; ///< of the explanation, in a line that is comfortable to read
} // namespace

WayButton::WayButton(const QIcon &icon, const QString &text, const QString &explanation, QWidget *parent)
    : QPushButton(icon, text, parent)
    , m_explanation(explanation)
{
    setAccessibleDescription(explanation);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

/// As on any large button of a page: in a dialog Qt does that itself.
void WayButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

int WayButton::iconSide() const
{
    return fontMetrics().height() * 3 / 2;
}

QFont WayButton::titleFont() const
{
    QFont out = font();
    out.setBold(true);
    return out;
}

QRect WayButton::textPlace(int width) const
{
    const int left = gap::kMedium + iconSide() + gap::kMedium;
    return {left, gap::kSmall, std::max(1, width - left - gap::kMedium), kUnbounded};
}

int WayButton::heightForWidth(int width) const
{
    const QRect place = textPlace(width);
    const int below = fontMetrics().boundingRect(place, Qt::TextWordWrap, m_explanation).height();
    return QFontMetrics(titleFont()).height() + gap::kHair / 2 + below + 2 * gap::kSmall;
}

QSize WayButton::sizeHint() const
{
    const int width = textPlace(0).left() + fontMetrics().horizontalAdvance(u'あ') * kCharacters + gap::kMedium;
    return {width, heightForWidth(width)};
}

QSize WayButton::minimumSizeHint() const
{
    const int title = QFontMetrics(titleFont()).size(Qt::TextShowMnemonic, text()).width();
    const int width = textPlace(0).left() + title + gap::kMedium;
    return {width, heightForWidth(std::max(width, this->width()))};
}

void WayButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    const QRect place = textPlace(width());
    painter.setFont(titleFont());
    const QRect title(place.left(), place.top(), place.width(), painter.fontMetrics().height());
    const bool shows = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) != 0;
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | (shows ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    style()->drawItemText(&painter, title, flags, palette(), isEnabled(), text(), QPalette::ButtonText);
    painter.setFont(font());
    const QRect below(place.left(), title.bottom() + 1 + gap::kHair / 2, place.width(), kUnbounded);
    style()->drawItemText(&painter, below, Qt::AlignLeft | Qt::TextWordWrap, palette(), isEnabled(), m_explanation,
        QPalette::PlaceholderText);
    const int side = iconSide();
    icon().paint(&painter, QRect(gap::kMedium, (height() - side) / 2, side, side), Qt::AlignCenter,
        isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

} // namespace mezasu::ui
