// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/indicatorgrid.h"

#include "core/report/trendchart.h"
#include "ui/widgets/trendchartview.h"

#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kKeptCharts = 300; ///< pictures; several screens of them
constexpr int kCardEms = 21;     ///< the least width of a card, in characters
constexpr int kChartLines = 6;   ///< the height of a chart, in lines of text
constexpr int kPadding = 8;
constexpr int kGap = 8; ///< between cards

/// Draws up to two lines, the second with … where there is more (the tooltip has all of it).
void drawTwoLines(QPainter &painter, const QRect &area, const QString &text, const QFont &font)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(area.width());
    const int split = first.textLength();
    layout.endLayout();
    painter.setFont(font);
    painter.drawText(area.left(), area.top() + metrics.ascent(), text.left(split));
    if (split < text.size())
        painter.drawText(area.left(), area.top() + metrics.lineSpacing() + metrics.ascent(),
            metrics.elidedText(text.sliced(split), Qt::ElideRight, area.width()));
}

class CardDelegate : public QStyledItemDelegate
{
public:
    CardDelegate(IndicatorsModel *model, IndicatorGrid *grid)
        : QStyledItemDelegate(grid)
        , m_model(model)
        , m_grid(grid)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return m_grid->gridSize(); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const IndicatorCard &card = m_model->cardAt(index.row());
        const QPalette &palette = option.palette;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QFontMetrics metrics(option.font);
        const int line = metrics.lineSpacing();
        const QRect card_ = option.rect.adjusted(0, 0, -kGap, -kGap);
        painter->save();
        painter->setClipRect(option.rect);
        painter->fillRect(card_, palette.color(QPalette::Base));
        painter->setPen(QPen(palette.color(selected ? QPalette::Highlight : QPalette::Mid), selected ? 3 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(selected ? card_.adjusted(1, 1, -2, -2) : card_.adjusted(0, 0, -1, -1));
        painter->setPen(palette.color(QPalette::Text));
        const QRect inside = card_.adjusted(kPadding, kPadding, -kPadding, -kPadding);
        QFont strong = option.font;
        strong.setBold(true);
        drawTwoLines(*painter, {inside.left(), inside.top(), inside.width(), 2 * line}, card.name, strong);
        painter->setFont(option.font);
        int y = inside.top() + 2 * line + metrics.descent();
        for (const QString &text : {card.latest, card.target}) {
            painter->drawText(
                inside.left(), y + metrics.ascent(), metrics.elidedText(text, Qt::ElideMiddle, inside.width()));
            y += line;
        }
        const QPixmap chart = m_grid->chartOf(index.row());
        if (!chart.isNull())
            painter->drawPixmap(inside.left(), y + metrics.descent(), chart);
        painter->restore();
    }

private:
    IndicatorsModel *m_model;
    IndicatorGrid *m_grid;
};
} // namespace

IndicatorGrid::IndicatorGrid(IndicatorsModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_charts(kKeptCharts)
{
    setModel(model);
    setItemDelegate(new CardDelegate(model, this));
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else cards change their width when it comes and goes
    setFrameShape(NoFrame);
    viewport()->setBackgroundRole(QPalette::Window);
    m_idle.setSingleShot(true);
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, &IndicatorGrid::paintNext);
    connect(this, &QListView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT openRequested(m_model->idAt(index.row())); });
    arrange();
}

/// As many columns as have room, sharing the width.
void IndicatorGrid::arrange()
{
    const int width = std::max(1, viewport()->width() - 2);
    const int least = kCardEms * fontMetrics().averageCharWidth() * 2;
    const int columns = std::max(1, width / std::max(1, least));
    const int line = fontMetrics().lineSpacing();
    const QSize size(width / columns, line * (4 + kChartLines) + 2 * kPadding + kGap + 3 * fontMetrics().descent());
    if (size == gridSize())
        return;
    verticalScrollBar()->setSingleStep(line * 3);
    m_charts.clear();
    setGridSize(size);
}

QSize IndicatorGrid::chartSize() const
{
    return {std::max(1, gridSize().width() - kGap - 2 * kPadding), fontMetrics().lineSpacing() * kChartLines};
}

QPixmap IndicatorGrid::chartOf(int row) const
{
    const ElementId id = m_model->idAt(row);
    if (const QPixmap *made = m_charts.object(id))
        return *made;
    m_wanted.removeOne(id);
    m_wanted.append(id);
    m_idle.start();
    return {};
}

void IndicatorGrid::paintNext()
{
    while (!m_wanted.isEmpty()) {
        const ElementId id = m_wanted.takeLast();
        const int row = m_model->rowOf(id);
        if (row < 0 || m_charts.contains(id))
            continue;
        const QModelIndex index = m_model->index(row);
        if (!visualRect(index).intersects(viewport()->rect()))
            continue; // scrolled past
        const double ratio = devicePixelRatioF();
        auto *picture = new QPixmap((QSizeF(chartSize()) * ratio).toSize());
        picture->setDevicePixelRatio(ratio);
        report::TrendLook look = trendLookFor(this);
        look.compact = true;
        picture->fill(look.paper);
        QPainter painter(picture);
        painter.setRenderHint(QPainter::Antialiasing);
        report::TrendChart(m_model->cardAt(row).trend, look)
            .paint(painter, QRectF(QPointF(), chartSize()), trendScaleFor(this));
        painter.end();
        m_charts.insert(id, picture);
        update(index);
        break;
    }
    if (!m_wanted.isEmpty())
        m_idle.start();
}

void IndicatorGrid::reset()
{
    m_charts.clear();
    m_wanted.clear();
    QListView::reset();
}

void IndicatorGrid::resizeEvent(QResizeEvent *event)
{
    arrange();
    QListView::resizeEvent(event);
}

void IndicatorGrid::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::StyleChange) {
        m_charts.clear();
        arrange();
        viewport()->update();
    }
}

} // namespace mezasu::ui
