// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/paperview.h"

#include "core/report/pagepainter.h"
#include "ui/widgets/spokenrole.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <utility>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kEdge = 16; ///< pixels around the page
constexpr double kSmallestZoom = 0.1, kLargestZoom = 8, kZoomStep = 1.25;
} // namespace

PaperView::PaperView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(u"paperView"_s);
    speakAs(this, QAccessible::Document);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Mid);
    viewport()->setMouseTracking(true);
    follow();
}

QString PaperView::textOf(const report::Pages &pages, int page)
{
    QStringList lines;
    if (page >= 0 && page < int(pages.pages.size())) {
        for (const report::TextLine &line : pages.pages.at(std::size_t(page)).lines)
            lines.append(line.text);
    }
    return lines.join(u'\n');
}

void PaperView::setPages(std::shared_ptr<const report::Pages> pages)
{
    m_pages = std::move(pages);
    m_pressed = nullptr;
    m_page = std::clamp(m_page, 0, std::max(0, pageCount() - 1));
    follow();
    Q_EMIT pageChanged(m_page);
}

void PaperView::showPage(int page)
{
    page = std::clamp(page, 0, std::max(0, pageCount() - 1));
    if (page == m_page)
        return;
    m_page = page;
    verticalScrollBar()->setValue(0);
    follow();
    Q_EMIT pageChanged(m_page);
}

double PaperView::zoom() const
{
    if (m_fit == Fit::None || !m_pages)
        return m_zoom;
    const double perUnit = logicalDpiX() / double(report::kUnitsPerInch);
    const QSizeF whole = m_pages->size * perUnit;
    QSizeF room = QSizeF(maximumViewportSize()) - QSizeF(2 * kEdge, 2 * kEdge);
    if (m_fit == Fit::Width) // whether or not the bar is there, so that it does not come and go
        room.rwidth() -= verticalScrollBar()->sizeHint().width();
    const double wide = room.width() / whole.width();
    return std::clamp(
        m_fit == Fit::Width ? wide : std::min(wide, room.height() / whole.height()), kSmallestZoom, kLargestZoom);
}

void PaperView::setZoom(double zoom)
{
    m_fit = Fit::None;
    m_zoom = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    follow();
    Q_EMIT zoomChanged();
}

void PaperView::fitPage()
{
    m_fit = Fit::Page;
    follow();
    Q_EMIT zoomChanged();
}

void PaperView::fitWidth()
{
    m_fit = Fit::Width;
    follow();
    Q_EMIT zoomChanged();
}

QSizeF PaperView::paperSize() const
{
    return m_pages ? m_pages->size * (zoom() * logicalDpiX() / report::kUnitsPerInch) : QSizeF();
}

void PaperView::follow()
{
    const QSizeF paper = paperSize() + QSizeF(2 * kEdge, 2 * kEdge);
    const QSize room = viewport()->size();
    const auto set = [this](QScrollBar *bar, double whole, int shown) {
        const bool fits = m_fit == Fit::Page || (m_fit == Fit::Width && bar == horizontalScrollBar());
        bar->setRange(0, fits ? 0 : std::max(0, int(whole) - shown));
        bar->setPageStep(shown);
        bar->setSingleStep(fontMetrics().height() * 3);
    };
    set(horizontalScrollBar(), paper.width(), room.width());
    set(verticalScrollBar(), paper.height(), room.height());
    setAccessibleName(m_pages ? tr("%1ページ（全%2ページ）").arg(m_page + 1).arg(pageCount()) : tr("プレビュー"));
    setAccessibleDescription(m_pages ? textOf(*m_pages, m_page) : QString());
    viewport()->update();
}

QRectF PaperView::sheet() const
{
    const QSizeF paper = paperSize();
    const QSizeF room = viewport()->size();
    const double x = std::max<double>(kEdge, (room.width() - paper.width()) / 2) - horizontalScrollBar()->value();
    const double y = std::max<double>(kEdge, (room.height() - paper.height()) / 2) - verticalScrollBar()->value();
    return {QPointF(x, y), paper};
}

QRectF PaperView::onViewport(const QRectF &area) const
{
    const QRectF paper = sheet();
    const double scale = m_pages ? paper.width() / m_pages->size.width() : 0;
    return {paper.topLeft() + area.topLeft() * scale, area.size() * scale};
}

const report::PageLink *PaperView::linkAt(const QPoint &place) const
{
    if (!m_pages)
        return nullptr;
    const auto &links = m_pages->links; // in the order of pages
    auto link = std::lower_bound(
        links.begin(), links.end(), m_page, [](const report::PageLink &one, int page) { return one.page < page; });
    for (; link != links.end() && link->page == m_page; ++link) {
        if (onViewport(link->area).contains(place))
            return &*link;
    }
    return nullptr;
}

/// As far up as the page can be scrolled.
void PaperView::goTo(const report::Anchor &target)
{
    showPage(target.page);
    verticalScrollBar()->setValue(int(target.y * paperSize().height() / m_pages->size.height()));
}

void PaperView::paintEvent(QPaintEvent *)
{
    if (!m_pages || m_page >= pageCount())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const QRectF sheet = this->sheet();
    painter.fillRect(sheet, Qt::white); // paper is white, whatever the palette
    painter.setPen(QPen(palette().color(QPalette::Shadow), 1));
    painter.drawRect(sheet);
    painter.setClipRect(sheet);
    painter.translate(sheet.topLeft());
    const double scale = sheet.width() / m_pages->size.width();
    painter.scale(scale, scale);
    report::paintPage(painter, *m_pages, std::size_t(m_page));
}

void PaperView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    follow();
    if (m_fit != Fit::None)
        Q_EMIT zoomChanged();
}

void PaperView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_PageDown:
        showPage(m_page + 1);
        return;
    case Qt::Key_PageUp:
        showPage(m_page - 1);
        return;
    case Qt::Key_Home:
        showPage(0);
        return;
    case Qt::Key_End:
        showPage(pageCount() - 1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Semicolon: // where + is on a Japanese keyboard
        if (control) {
            setZoom(zoom() * kZoomStep);
            return;
        }
        break;
    case Qt::Key_Minus:
        if (control) {
            setZoom(zoom() / kZoomStep);
            return;
        }
        break;
    case Qt::Key_0:
        if (control) {
            fitPage();
            return;
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void PaperView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setZoom(event->angleDelta().y() > 0 ? zoom() * kZoomStep : zoom() / kZoomStep);
        event->accept();
        return;
    }
    const QScrollBar *bar = verticalScrollBar();
    const bool down = event->angleDelta().y() < 0;
    if (down ? bar->value() == bar->maximum() : bar->value() == bar->minimum()) {
        showPage(m_page + (down ? 1 : -1));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PaperView::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(linkAt(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PaperView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? linkAt(event->pos()) : nullptr;
}

/// A link is followed where the mouse goes up on it too.
void PaperView::mouseReleaseEvent(QMouseEvent *event)
{
    const report::PageLink *pressed = std::exchange(m_pressed, nullptr);
    if (event->button() == Qt::LeftButton && pressed && linkAt(event->pos()) == pressed)
        goTo(pressed->target);
}

bool PaperView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const report::PageLink *link = linkAt(help->pos())) {
        const int page = link->target.page + 1;
        QToolTip::showText(help->globalPos(),
            link->target.title.isEmpty() ? tr("%1ページへ").arg(page)
                                         : tr("%1ページ「%2」へ").arg(page).arg(link->target.title),
            viewport(), onViewport(link->area).toAlignedRect());
    } else {
        QToolTip::hideText();
    }
    return true;
}

} // namespace mezasu::ui
