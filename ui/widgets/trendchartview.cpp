// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/trendchartview.h"

#include "core/report/trendaxis.h"
#include "ui/compositionguard.h"
#include "ui/look/look.h"
#include "ui/widgets/spokenrole.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QFontInfo>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double kChartTextPx = 12; ///< of a chart at 96 units an inch
constexpr double kTextShare = 0.94; ///< of the widget's text
constexpr int kMargin = 4;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrendNames)
};

/// In the language of the window.
void nameMarks(report::TrendNames &names)
{
    names = {Text::tr("実績値"), Text::tr("実績値（見込み・速報）"), Text::tr("目標値"), Text::tr("基準値"),
        Text::tr("値はまだありません"), Text::tr("値なし")};
}
} // namespace

report::TrendLook trendLookFor(const QWidget *widget)
{
    const QPalette &palette = widget->palette();
    report::TrendLook look;
    look.family = widget->font().family();
    nameMarks(look.names);
    look.paper = palette.color(QPalette::Base);
    look.ink = palette.color(QPalette::Text);
    look.grid = colours().grid;
    look.actual = colours().actual;
    look.target = colours().target;
    return look;
}

double trendScaleFor(const QWidget *widget)
{
    return 96 * kTextShare * QFontInfo(widget->font()).pixelSize() / kChartTextPx;
}

TrendChartView::TrendChartView(QWidget *parent)
    : QWidget(parent)
{
    speakAs(this, QAccessible::Chart);
    setAccessibleName(tr("推移のグラフ"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

QSize TrendChartView::sizeHint() const
{
    const int em = QFontInfo(font()).pixelSize();
    return {em * 34, em * 22};
}

QSize TrendChartView::minimumSizeHint() const
{
    const int em = QFontInfo(font()).pixelSize();
    return {em * 22, em * 16};
}

QRectF TrendChartView::chartArea() const
{
    return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

void TrendChartView::setData(const report::TrendData &trend)
{
    const bool hadPoint = m_current >= 0;
    const auto before = hadPoint ? m_spots[std::size_t(m_current)] : report::TrendSpot();
    m_data = trend;
    setAccessibleDescription(inWords());
    arrange();
    m_current = -1;
    for (int i = 0; hadPoint && i < int(m_spots.size()); ++i) {
        const report::TrendSpot &spot = m_spots[std::size_t(i)];
        if (spot.role == before.role && spot.point.year == before.point.year)
            m_current = i;
    }
    update();
}

void TrendChartView::arrange()
{
    m_picture = QPixmap();
    m_spots = report::TrendChart(m_data, trendLookFor(this)).spots(chartArea(), trendScaleFor(this));
    m_current = std::min(m_current, int(m_spots.size()) - 1);
}

// -- words

QString TrendChartView::wordsOf(const report::TrendSpot &spot) const
{
    const QString role = spot.role == report::TrendRole::Baseline ? tr("基準値")
        : spot.role == report::TrendRole::Target                  ? tr("目標値")
                                                                  : tr("実績値");
    const QString year = report::nameOfYear(m_data, spot.point.year);
    if (!spot.point.value)
        //: a year without a value: %1 fiscal year, %2 実績値, %3 why there is none
        return tr("%1の%2：なし（%3）")
            .arg(year, role, spot.point.reason.isEmpty() ? tr("理由は未記入") : spot.point.reason);
    const QString status = spot.point.status == report::ValueStatus::Preliminary ? tr("（速報）")
        : spot.point.status == report::ValueStatus::Estimate                     ? tr("（見込み）")
                                                                                 : QString();
    //: a point of a chart: %1 fiscal year, %2 実績値, %3 value, %4 unit, %5 （速報） or nothing
    return tr("%1の%2：%3%4%5").arg(year, role, report::printedPoint(spot.point, m_data.decimals), m_data.unit, status);
}

QString TrendChartView::inWords() const
{
    QStringList parts;
    for (const report::TrendSpot &spot :
        report::TrendChart(m_data, trendLookFor(this)).spots(QRectF(0, 0, 400, 300), 96))
        parts.append(wordsOf(spot));
    return parts.isEmpty() ? tr("値はまだありません") : parts.join(tr("、"));
}

QString TrendChartView::readout() const
{
    return m_current < 0 ? QString() : wordsOf(m_spots[std::size_t(m_current)]);
}

// -- going about

void TrendChartView::goTo(int spot)
{
    const int next = m_spots.empty() ? -1 : std::clamp(spot, -1, int(m_spots.size()) - 1);
    if (next == m_current)
        return;
    m_current = next;
    setAccessibleDescription(m_current < 0 ? inWords() : readout());
    if (m_current >= 0) {
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    update();
}

/// To another year, to the same sort of value where it has one; or to another value of the year.
void TrendChartView::goBy(int years, int within)
{
    if (m_spots.empty())
        return;
    if (m_current < 0) {
        goTo(years < 0 ? int(m_spots.size()) - 1 : 0);
        return;
    }
    const report::TrendSpot at = m_spots[std::size_t(m_current)];
    const int direction = years != 0 ? years : within;
    int found = m_current;
    for (int i = m_current + direction; i >= 0 && i < int(m_spots.size()); i += direction) {
        const report::TrendSpot &spot = m_spots[std::size_t(i)];
        if (within != 0) {
            if (spot.point.year == at.point.year)
                found = i;
            break;
        }
        if (spot.point.year == at.point.year)
            continue;
        const bool first = found == m_current;
        if (!first && spot.point.year != m_spots[std::size_t(found)].point.year)
            break;
        if (first || spot.role == at.role)
            found = i;
    }
    goTo(found);
}

bool TrendChartView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !CompositionGuard::isComposing()
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept(); // the chart, not something of the window
        return true;
    }
    return QWidget::event(event);
}

void TrendChartView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Right:
        goBy(1, 0);
        return;
    case Qt::Key_Left:
        goBy(-1, 0);
        return;
    case Qt::Key_Down:
        goBy(0, 1);
        return;
    case Qt::Key_Up:
        goBy(0, -1);
        return;
    case Qt::Key_Home:
        goTo(0);
        return;
    case Qt::Key_End:
        goTo(int(m_spots.size()) - 1);
        return;
    case Qt::Key_Escape:
        if (m_current >= 0) {
            goTo(-1);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TrendChartView::mouseMoveEvent(QMouseEvent *event)
{
    const double reach = QFontInfo(font()).pixelSize();
    int nearest = -1;
    double least = reach * reach;
    for (int i = 0; i < int(m_spots.size()); ++i) {
        const QPointF away = m_spots[std::size_t(i)].place - event->position();
        const double distance = QPointF::dotProduct(away, away);
        if (distance <= least) { // of two in one place the later: an actual before a baseline
            least = distance;
            nearest = i;
        }
    }
    if (nearest >= 0 || !hasFocus())
        goTo(nearest);
}

void TrendChartView::leaveEvent(QEvent *event)
{
    if (!hasFocus())
        goTo(-1);
    QWidget::leaveEvent(event);
}

void TrendChartView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        goTo(int(m_spots.size()) - 1);
    update();
}

void TrendChartView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    goTo(-1);
    update();
}

void TrendChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TrendChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        arrange();
        updateGeometry();
        update();
    }
}

// -- painting

void TrendChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_picture.isNull()) {
        const double ratio = devicePixelRatioF();
        m_picture = QPixmap((QSizeF(size()) * ratio).toSize());
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(palette().color(QPalette::Base));
        QPainter picture(&m_picture);
        picture.setRenderHint(QPainter::Antialiasing);
        report::TrendChart(m_data, trendLookFor(this)).paint(picture, chartArea(), trendScaleFor(this));
    }
    painter.drawPixmap(0, 0, m_picture);
    painter.setBrush(Qt::NoBrush);
    const int width = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() ? colours().focus : colours().line, width));
    painter.drawRect(QRectF(rect()).adjusted(width / 2.0, width / 2.0, -width / 2.0, -width / 2.0));
    if (m_current >= 0)
        paintReadout(painter);
}

/// A ring around the point, and its words in a box beside it.
void TrendChartView::paintReadout(QPainter &painter) const
{
    const QPointF at = m_spots[std::size_t(m_current)].place;
    const double em = QFontInfo(font()).pixelSize();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours().focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, em * 0.6, em * 0.6);
    const QString words = readout();
    const QRectF inside = chartArea();
    const QRectF needed = painter.fontMetrics().boundingRect(
        QRect(0, 0, int(inside.width() - em), 10'000), Qt::AlignLeft | Qt::TextWordWrap, words);
    QRectF box(0, 0, needed.width() + em, needed.height() + em * 0.6);
    box.moveCenter({at.x(), at.y() - em * 1.2 - box.height() / 2});
    if (box.top() < inside.top())
        box.moveTop(at.y() + em * 1.2);
    box.moveLeft(std::clamp(box.left(), inside.left(), std::max(inside.left(), inside.right() - box.width())));
    box.moveTop(std::clamp(box.top(), inside.top(), std::max(inside.top(), inside.bottom() - box.height())));
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(box, 3, 3);
    painter.drawText(box.adjusted(em / 2, em * 0.3, -em / 2, -em * 0.3), Qt::AlignLeft | Qt::TextWordWrap, words);
}

} // namespace mezasu::ui
