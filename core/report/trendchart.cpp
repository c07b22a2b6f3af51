// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/trendchart.h"

#include "core/report/trendaxis.h"

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kSceneDpi = 96; ///< the chart is composed in this unit, then scaled to the device
constexpr int kTextPx = 12;      ///< 9 pt
constexpr int kTitlePx = 14;
constexpr double kGap = 6;
constexpr double kMark = 4; ///< half the size of a mark
const QColor kActualColor(0x1f, 0x3b, 0x6e);
const QColor kTargetColor(0x8a, 0x4b, 0x00);
const QColor kGridColor(0xc8, 0xc8, 0xc8);

enum class Mark { Filled, Hollow, Square, Triangle };

void drawMark(QPainter &painter, const QPointF &at, Mark mark)
{
    const bool isTarget = mark == Mark::Square;
    const QColor color = isTarget ? kTargetColor : mark == Mark::Triangle ? QColor(Qt::black) : kActualColor;
    painter.setPen(QPen(color, 1.4));
    painter.setBrush(mark == Mark::Filled ? QBrush(color) : mark == Mark::Triangle ? QBrush() : QBrush(Qt::white));
    switch (mark) {
    case Mark::Filled:
    case Mark::Hollow:
        painter.drawEllipse(at, kMark, kMark);
        break;
    case Mark::Square:
        painter.drawRect(QRectF(at.x() - kMark, at.y() - kMark, 2 * kMark, 2 * kMark));
        break;
    case Mark::Triangle:
        // Open and larger than the others, so that a value of the same year stays visible within it.
        painter.drawPolygon(QPolygonF({{at.x(), at.y() - kMark * 2.6}, {at.x() + kMark * 2.3, at.y() + kMark * 1.5},
            {at.x() - kMark * 2.3, at.y() + kMark * 1.5}}));
        break;
    }
}

QPen linePen(bool isTarget)
{
    QPen pen(isTarget ? kTargetColor : kActualColor, isTarget ? 1.2 : 2);
    if (isTarget)
        pen.setDashPattern({5, 3});
    return pen;
}

/// One painting of a chart: Qt Charts draws lines and grid; texts and marks are drawn here, where nothing is elided.
class Composition
{
public:
    Composition(const TrendData &data, const QString &family, QSizeF size)
        : m_data(data)
        , m_years(yearsOf(data))
        , m_text(family)
        , m_strong(family)
        , m_size(size)
        , m_x(new QValueAxis)
        , m_y(new QValueAxis)
    {
        m_text.setPixelSize(kTextPx);
        m_strong.setPixelSize(kTitlePx);
        m_strong.setBold(true);
        for (QFont *font : {&m_text, &m_strong})
            font->setHintingPreference(QFont::PreferNoHinting);
        findScale();
        findPlot();
        build();
    }

    void paint(QPainter &painter)
    {
        const QRectF all(QPointF(), m_size);
        painter.fillRect(all, Qt::white);
        m_scene.render(&painter, all, all);
        painter.setRenderHint(QPainter::Antialiasing);
        drawTexts(painter);
        if (hasValues())
            drawMarks(painter);
    }

private:
    bool hasValues() const { return m_hasValues; }

    void findScale()
    {
        double lowest = 0;
        double highest = 0;
        const auto take = [&](const TrendPoint &point) {
            if (!point.value)
                return;
            lowest = m_hasValues ? std::min(lowest, *point.value) : *point.value;
            highest = m_hasValues ? std::max(highest, *point.value) : *point.value;
            m_hasValues = true;
        };
        std::for_each(m_data.actuals.begin(), m_data.actuals.end(), take);
        std::for_each(m_data.targets.begin(), m_data.targets.end(), take);
        if (m_data.baseline)
            take(*m_data.baseline);
        m_scale = scaleFor(lowest, highest);
    }

    QString tickText(int tick) const { return printedValue(m_scale.minimum + tick * m_scale.step, m_scale.decimals); }

    void findPlot()
    {
        const QFontMetricsF metrics(m_text);
        double widest = 0;
        for (int tick = 0; tick < m_scale.tickCount(); ++tick)
            widest = std::max(widest, metrics.horizontalAdvance(tickText(tick)));
        const double top = kGap + kTitlePx * 1.4 + kTextPx * 1.8;
        const double bottom = kTextPx * 1.6 + kGap + kTextPx * 2.2;
        m_plot = QRectF(widest + 2 * kGap, top, std::max(20.0, m_size.width() - widest - 4 * kGap),
            std::max(20.0, m_size.height() - top - bottom));
    }

    void build()
    {
        auto *chart = new QChart;
        m_chart = chart;
        m_scene.addItem(chart); // owns it from here
        chart->resize(m_size);
        chart->setBackgroundVisible(false);
        chart->legend()->hide();
        chart->layout()->setContentsMargins(0, 0, 0, 0);
        const QRectF all(QPointF(), m_size);
        chart->setMargins(QMargins(qRound(m_plot.left()), qRound(m_plot.top()), qRound(all.right() - m_plot.right()),
            qRound(all.bottom() - m_plot.bottom())));
        m_x->setRange(
            m_years.empty() ? 0 : m_years.front().year - 0.5, m_years.empty() ? 1 : m_years.back().year + 0.5);
        m_y->setRange(m_scale.minimum, m_scale.maximum);
        m_x->setTickCount(int(m_years.size()) + 1); // ticks stand between the years
        m_y->setTickCount(m_scale.tickCount());
        for (QValueAxis *axis : {m_x, m_y}) {
            axis->setLabelsVisible(false);
            axis->setLinePen(QPen(Qt::black, 1));
            axis->setGridLinePen(QPen(kGridColor, 0.6));
        }
        m_x->setGridLineVisible(false);
        chart->addAxis(m_x, Qt::AlignBottom);
        chart->addAxis(m_y, Qt::AlignLeft);
        m_frame = addLine({}, false); // maps values to places, also when there is no other series
        for (const auto &segment : segmentsOf(m_data.actuals))
            addLine(segment, false);
        for (const auto &segment : segmentsOf(m_data.targets))
            addLine(segment, true);
        chart->layout()->activate(); // axes are placed by it, and nobody else asks for it without a view
        m_plot = chart->plotArea();
    }

    /// One series for each unbroken part: a series with a missing value would be drawn straight across it.
    QLineSeries *addLine(const std::vector<TrendPoint> &points, bool isTarget)
    {
        auto *series = new QLineSeries;
        for (const TrendPoint &point : points)
            series->append(point.year, point.value.value_or(0));
        series->setPen(linePen(isTarget));
        m_chart->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
        return series;
    }

    QPointF placeOf(const TrendPoint &point) const
    {
        return m_chart->mapToPosition({double(point.year), point.value.value_or(0)}, m_frame);
    }

    void drawTexts(QPainter &painter)
    {
        const QFontMetricsF metrics(m_text);
        painter.setPen(Qt::black);
        painter.setFont(m_strong);
        painter.drawText(QPointF(kGap, kGap + kTitlePx),
            QFontMetricsF(m_strong).elidedText(m_data.title, Qt::ElideRight, m_size.width() - 2 * kGap));
        painter.setFont(m_text);
        if (!m_data.unit.isEmpty())
            painter.drawText(QPointF(kGap, m_plot.top() - kGap * 1.3), u"（"_s + m_data.unit + u"）"_s);
        if (!hasValues()) {
            const QString none = u"値がまだありません"_s;
            painter.drawText(m_plot.center() - QPointF(metrics.horizontalAdvance(none) / 2, 0), none);
        } else {
            for (int tick = 0; tick < m_scale.tickCount(); ++tick) {
                const QString text = tickText(tick);
                const double y = m_plot.bottom() - m_plot.height() * tick / (m_scale.tickCount() - 1);
                painter.drawText(
                    QPointF(m_plot.left() - kGap - metrics.horizontalAdvance(text), y + kTextPx * 0.36), text);
            }
        }
        drawYears(painter, metrics);
        drawLegend(painter, metrics);
    }

    void drawYears(QPainter &painter, const QFontMetricsF &metrics)
    {
        if (m_years.empty())
            return;
        const double slot = m_plot.width() / double(m_years.size());
        double widest = 1;
        for (const auto &year : m_years)
            widest = std::max(widest, metrics.horizontalAdvance(year.text));
        // Where the labels have no room side by side, every second, third … is left out; the last stays.
        const auto every = std::size_t(std::max(1.0, std::ceil((widest + kGap) / slot)));
        for (std::size_t i = 0; i < m_years.size(); ++i) {
            if ((m_years.size() - 1 - i) % every != 0)
                continue;
            const double width = metrics.horizontalAdvance(m_years[i].text);
            const double center = m_plot.left() + slot * (double(i) + 0.5);
            const double x = std::clamp(center - width / 2, 0.0, std::max(0.0, m_size.width() - width));
            painter.drawText(QPointF(x, m_plot.bottom() + kTextPx * 1.5), m_years[i].text);
        }
    }

    void drawLegend(QPainter &painter, const QFontMetricsF &metrics)
    {
        struct Entry
        {
            QString text;
            Mark mark;
            bool hasLine;
        };
        std::vector<Entry> entries;
        const auto has = [this](bool provisional) {
            return std::any_of(m_data.actuals.begin(), m_data.actuals.end(), [&](const TrendPoint &point) {
                return point.value && (point.status != ValueStatus::Final) == provisional;
            });
        };
        if (has(false))
            entries.push_back({u"実績値"_s, Mark::Filled, true});
        if (has(true))
            entries.push_back({u"実績値（見込み・速報）"_s, Mark::Hollow, true});
        if (!segmentsOf(m_data.targets).empty())
            entries.push_back({u"目標値"_s, Mark::Square, true});
        if (m_data.baseline && m_data.baseline->value)
            entries.push_back({u"基準値"_s, Mark::Triangle, false});
        double x = m_plot.left();
        const double y = m_size.height() - kGap - kTextPx * 0.4;
        for (const Entry &entry : entries) {
            const double line = kTextPx * 2;
            if (entry.hasLine) {
                painter.setPen(linePen(entry.mark == Mark::Square));
                painter.drawLine(QPointF(x, y), QPointF(x + line, y));
            }
            drawMark(painter, {x + line / 2, y}, entry.mark);
            painter.setPen(Qt::black);
            painter.drawText(QPointF(x + line + kGap / 2, y + kTextPx * 0.36), entry.text);
            x += line + metrics.horizontalAdvance(entry.text) + kGap * 3;
        }
    }

    void drawMarks(QPainter &painter)
    {
        if (m_data.baseline && m_data.baseline->value)
            drawMark(painter, placeOf(*m_data.baseline), Mark::Triangle);
        for (const TrendPoint &point : m_data.targets) {
            if (point.value)
                drawMark(painter, placeOf(point), Mark::Square);
        }
        for (const TrendPoint &point : m_data.actuals) {
            if (point.value)
                drawMark(painter, placeOf(point), point.status == ValueStatus::Final ? Mark::Filled : Mark::Hollow);
        }
        painter.setPen(Qt::black);
        painter.setFont(m_text);
        drawValues(painter);
    }

    bool isShownAsActual(const TrendPoint &baseline) const
    {
        return std::any_of(m_data.actuals.begin(), m_data.actuals.end(),
            [&](const TrendPoint &point) { return point.year == baseline.year && point.value == baseline.value; });
    }

    /// Values beside the marks, as long as they have room: those of a year above or below, never on each other.
    void drawValues(QPainter &painter)
    {
        const QFontMetricsF metrics(m_text);
        std::vector<QRectF> taken;
        const auto draw = [&](const TrendPoint &point, bool preferAbove) {
            const QString text = printedValue(*point.value, m_data.decimals);
            const double width = metrics.horizontalAdvance(text);
            const QPointF at = placeOf(point);
            const QRectF above(at.x() - width / 2, at.y() - kMark - 4 - kTextPx, width, kTextPx);
            const QRectF below(at.x() - width / 2, at.y() + kMark + 4, width, kTextPx);
            for (const QRectF &area : {preferAbove ? above : below, preferAbove ? below : above}) {
                const bool isFree = std::none_of(
                    taken.begin(), taken.end(), [&](const QRectF &other) { return other.intersects(area); });
                if (!isFree || area.top() < m_plot.top() - kTextPx || area.bottom() > m_plot.bottom())
                    continue;
                painter.fillRect(area, Qt::white); // no line through a number
                painter.drawText(QPointF(area.left(), area.bottom() - kTextPx * 0.14), text);
                taken.push_back(area);
                return;
            }
        };
        for (const auto *points : {&m_data.actuals, &m_data.targets}) {
            for (const TrendPoint &point : *points) {
                if (point.value) {
                    const QPointF at = placeOf(point);
                    taken.push_back({at.x() - kMark, at.y() - kMark, 2 * kMark, 2 * kMark});
                }
            }
        }
        for (const TrendPoint &point : m_data.actuals) {
            if (point.value)
                draw(point, true);
        }
        for (const TrendPoint &point : m_data.targets) {
            if (point.value)
                draw(point, false);
        }
        if (m_data.baseline && m_data.baseline->value && !isShownAsActual(*m_data.baseline))
            draw(*m_data.baseline, true);
    }

    const TrendData &m_data;
    std::vector<TrendData::YearLabel> m_years;
    QFont m_text;
    QFont m_strong;
    QSizeF m_size;
    bool m_hasValues = false;
    TrendScale m_scale;
    QRectF m_plot;
    QGraphicsScene m_scene;
    QChart *m_chart = nullptr;
    QValueAxis *m_x; ///< both axes belong to the chart
    QValueAxis *m_y;
    QLineSeries *m_frame = nullptr;
};

} // namespace

TrendChart::TrendChart(TrendData data, QString family)
    : m_data(std::move(data))
    , m_family(std::move(family))
{
}

void TrendChart::paint(QPainter &painter, const QRectF &area, double unitsPerInch) const
{
    const double scale = unitsPerInch / kSceneDpi;
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(scale, scale);
    Composition(m_data, m_family, area.size() / scale).paint(painter);
    painter.restore();
}

} // namespace mezasu::report
