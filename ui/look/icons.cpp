// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"

#include "ui/look/look.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSmall = 16, kLarge = 22; ///< pixels for which the set is drawn

QString fileOf(const QString &name, int side)
{
    return u":/mezasu/icons/breeze/%1/%2.svg"_s.arg(side).arg(name);
}

QColor inkOf(QIcon::Mode mode)
{
    const QPalette palette = QApplication::palette();
    if (mode == QIcon::Selected)
        return palette.color(QPalette::HighlightedText);
    return palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::WindowText);
}

/// Paints the drawing in the ink of the moment.
class InkEngine : public QIconEngine
{
public:
    explicit InkEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        QFile file(fileOf(m_name, side * painter->device()->devicePixelRatioF() < kLarge ? kSmall : kLarge));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QSvgRenderer drawing(file.readAll().replace("currentColor", inkOf(mode).name().toLatin1()));
        QRectF place(0, 0, side, side);
        place.moveCenter(QRectF(rect).center());
        drawing.render(painter, place);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key =
            u"mezasu-icon %1 %2 %3 %4"_s.arg(m_name, inkOf(mode).name()).arg(size.width()).arg(size.height());
        QPixmap out;
        if (QPixmapCache::find(key, &out))
            return out;
        out = QPixmap(size);
        out.fill(Qt::transparent);
        QPainter painter(&out);
        paint(&painter, {QPoint(), size}, mode, state);
        painter.end();
        QPixmapCache::insert(key, out);
        return out;
    }

    QIconEngine *clone() const override { return new InkEngine(m_name); }
    QString key() const override { return u"mezasu-ink"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QString m_name;
};
} // namespace

QIcon icon(const QString &name)
{
    return QFile::exists(fileOf(name, kSmall)) ? QIcon(new InkEngine(name)) : QIcon();
}

} // namespace mezasu::ui
