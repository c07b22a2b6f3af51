// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/trendchart.h"

#include "core/report/trendaxis.h"
#include "core/report/trendmarks.h"

#include <QChart>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPicture>
#include <QTextLayout>
#include <QThread>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kSceneDpi = 96; ///< the chart is composed in this unit, then scaled to the device
constexpr int kTextPx = 12;      ///< 9 pt
constexpr int kCompactTextPx = 11;
constexpr int kTitlePx = 14;
constexpr double kGap = 6;
constexpr double kMark = 4;
constexpr double kCompactMark = 3;
constexpr double kMostTitle = 0.4; ///< of the height; what is longer is cut, and stands in the words of the chart

/// The lines in which a text fits a width, broken where Japanese may be broken.
QStringList wrapped(const QString &text, const QFont &font, double width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.sliced(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

/// One painting of a chart: Qt Charts draws lines and grid; texts and marks are drawn here, where nothing is elided.
class Composition
{
public:
    Composition(const TrendData &data, const TrendLook &look, QSizeF size, const InGuiThread &inGui = {})
        : m_data(data)
        , m_look(look)
        , m_years(yearsOf(data))
        , m_textPx(look.compact ? kCompactTextPx : kTextPx)
        , m_text(look.family)
        , m_strong(look.family)
        , m_size(size)
    {
        m_text.setPixelSize(m_textPx);
        m_strong.setPixelSize(kTitlePx);
        m_strong.setBold(true);
        for (QFont *font : {&m_text, &m_strong})
            font->setHintingPreference(QFont::PreferNoHinting);
        findScale();
        findPlot();
        if (inGui)
            m_isDrawn = inGui([this] { draw(); });
        else
            draw();
    }
    bool isDrawn() const { return m_isDrawn; }

    void paint(QPainter &painter)
    {
        painter.fillRect(QRectF(QPointF(), m_size), m_look.paper);
        painter.save();
        // A picture is played larger where an inch has more dots than on the screen; all is scaled here already.
        painter.scale(double(m_lines.logicalDpiX()) / painter.device()->logicalDpiX(),
            double(m_lines.logicalDpiY()) / painter.device()->logicalDpiY());
        painter.drawPicture(0, 0, m_lines);
        painter.restore();
        painter.setRenderHint(QPainter::Antialiasing);
        drawTexts(painter);
        if (m_hasValues)
            drawMarks(painter);
    }

    std::vector<TrendSpot> spots() const
    {
        std::vector<TrendSpot> all;
        const auto add = [&](const TrendPoint &point, TrendRole role) {
            if (point.value)
                all.push_back({role, point, placeOf(point)});
            else if (role == TrendRole::Actual && !m_years.empty())
                all.push_back({role, point, {centerOf(point.year), m_plot.bottom()}});
        };
        if (m_data.baseline)
            add(*m_data.baseline, TrendRole::Baseline);
        for (const TrendPoint &point : m_data.targets)
            add(point, TrendRole::Target);
        for (const TrendPoint &point : m_data.actuals)
            add(point, TrendRole::Actual);
        std::stable_sort(
            all.begin(), all.end(), [](const TrendSpot &a, const TrendSpot &b) { return a.point.year < b.point.year; });
        return all;
    }

private:
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
    bool isTickLabelled(int tick) const { return !m_look.compact || tick == 0 || tick == m_scale.tickCount() - 1; }

    void findPlot()
    {
        const QFontMetricsF metrics(m_text);
        double widest = 0;
        for (int tick = 0; tick < m_scale.tickCount(); ++tick) {
            if (isTickLabelled(tick))
                widest = std::max(widest, metrics.horizontalAdvance(tickText(tick)));
        }
        const double left = widest + (m_look.compact ? 1 : 2) * kGap;
        const double width = std::max(20.0, m_size.width() - left - 2 * kGap);
        findYearLabels(metrics, width);
        double top = m_look.compact ? kMark + kGap : kGap + m_textPx * 1.8;
        if (!m_look.compact && !m_data.title.isEmpty()) {
            m_title = wrapped(m_data.title, m_strong, m_size.width() - 2 * kGap);
            const auto most = std::max(1, int(m_size.height() * kMostTitle / (kTitlePx * 1.3)));
            if (m_title.size() > most) {
                m_title = m_title.first(most);
                m_title.last().chop(1);
                m_title.last() += u'…';
            }
            top += double(m_title.size()) * kTitlePx * 1.3;
        }
        double bottom = m_textPx * (0.75 + 1.2 * m_labelLines);
        if (!m_look.compact) {
            placeLegend(metrics, left, width);
            bottom += kGap * 1.5 + m_legendRows * m_textPx * 1.6;
        }
        m_plot = QRectF(left, top, width, std::max(20.0, m_size.height() - top - bottom));
    }

    /// Full labels where they have room side by side, else brief ones, else every second, third … of these; the last stays.
    void findYearLabels(const QFontMetricsF &metrics, double width)
    {
        if (m_years.empty())
            return;
        const double slot = width / double(m_years.size());
        const auto take = [&](bool brief) {
            double widest = 1;
            m_labels.clear();
            m_labelLines = 1;
            for (const TrendData::YearLabel &year : m_years) {
                const QStringList lines = (brief && !year.brief.isEmpty() ? year.brief : year.text).split(u'\n');
                m_labelLines = std::max(m_labelLines, int(lines.size()));
                for (const QString &line : lines)
                    widest = std::max(widest, metrics.horizontalAdvance(line));
                m_labels.push_back(lines);
            }
            return std::size_t(std::max(1.0, std::ceil((widest + kGap) / slot)));
        };
        m_every = take(m_look.compact);
        if (m_every > 1 && !m_look.compact)
            m_every = take(true);
        if (m_look.compact)
            m_every = std::max<std::size_t>(1, m_years.size() - 1); // the ends
    }

    void placeLegend(const QFontMetricsF &metrics, double left, double width)
    {
        double x = 0;
        m_legendRows = 0;
        for (const LegendEntry &entry : legendOf(m_data, m_look.names)) {
            const double needs = m_textPx * 2 + kGap / 2 + metrics.horizontalAdvance(entry.text);
            if (m_legendRows == 0 || x + needs > width) {
                x = 0;
                ++m_legendRows;
            }
            m_legend.push_back({entry, {left + x, double(m_legendRows - 1)}});
            x += needs + kGap * 2.5;
        }
    }

    /// Has Qt Charts draw axes, grid and lines, and keeps the drawing. Qt Charts shares items of a scene between all charts,
    /// and scenes are listed in the application: nothing of it may be in another thread.
    void draw()
    {
        Q_ASSERT(QThread::currentThread() == QCoreApplication::instance()->thread());
        QGraphicsScene scene;
        auto *chart = new QChart;
        scene.addItem(chart); // owns it from here
        chart->resize(m_size);
        chart->setBackgroundVisible(false);
        chart->legend()->hide();
        chart->layout()->setContentsMargins(0, 0, 0, 0);
        const QRectF all(QPointF(), m_size);
        chart->setMargins(QMargins(qRound(m_plot.left()), qRound(m_plot.top()), qRound(all.right() - m_plot.right()),
            qRound(all.bottom() - m_plot.bottom())));
        m_firstX = m_years.empty() ? 0 : m_years.front().year - 0.5;
        m_lastX = m_years.empty() ? 1 : m_years.back().year + 0.5;
        auto *x = new QValueAxis; // both belong to the chart
        auto *y = new QValueAxis;
        x->setRange(m_firstX, m_lastX);
        y->setRange(m_scale.minimum, m_scale.maximum);
        x->setTickCount(int(m_years.size()) + 1); // ticks stand between the years
        y->setTickCount(m_scale.tickCount());
        for (QValueAxis *axis : {x, y}) {
            axis->setLabelsVisible(false);
            axis->setLinePen(QPen(m_look.ink, m_look.compact ? 0.6 : 1));
            axis->setGridLinePen(QPen(m_look.grid, 0.6));
        }
        x->setGridLineVisible(false);
        y->setVisible(m_hasValues);
        chart->addAxis(x, Qt::AlignBottom);
        chart->addAxis(y, Qt::AlignLeft);
        if (m_scale.minimum < 0 && m_scale.maximum > 0 && m_hasValues)
            addZero(*chart);
        addLine(*chart, targetPath(m_data), true);
        for (const auto &segment : segmentsOf(m_data.actuals))
            addLine(*chart, segment, false);
        chart->layout()->activate(); // axes are placed by it, and nobody else asks for it without a view
        m_plot = chart->plotArea();
        QPainter recorder(&m_lines);
        scene.render(&recorder, all, all);
        m_isDrawn = true;
    }

    /// One series for each unbroken part: a series with a missing value would be drawn straight across it.
    void addLine(QChart &chart, const std::vector<TrendPoint> &points, bool isTarget) const
    {
        auto *series = new QLineSeries;
        for (const TrendPoint &point : points)
            series->append(point.year, point.value.value_or(0));
        series->setPen(trendLinePen(isTarget, m_look));
        attach(chart, series);
    }

    /// The line between what is above and below zero.
    void addZero(QChart &chart) const
    {
        auto *series = new QLineSeries;
        series->append(m_firstX, 0);
        series->append(m_lastX, 0);
        series->setPen(QPen(m_look.ink, 0.8));
        attach(chart, series);
    }

    static void attach(QChart &chart, QLineSeries *series)
    {
        chart.addSeries(series);
        for (QAbstractAxis *axis : chart.axes())
            series->attachAxis(axis);
    }

    QPointF placeOf(const TrendPoint &point) const
    {
        const double across = (point.year - m_firstX) / (m_lastX - m_firstX);
        const double up = (point.value.value_or(0) - m_scale.minimum) / (m_scale.maximum - m_scale.minimum);
        return {m_plot.left() + across * m_plot.width(), m_plot.bottom() - up * m_plot.height()};
    }

    double centerOf(int year) const
    {
        return m_plot.left() + m_plot.width() * (year - m_years.front().year + 0.5) / double(m_years.size());
    }

    void drawTexts(QPainter &painter)
    {
        const QFontMetricsF metrics(m_text);
        painter.setPen(m_look.ink);
        painter.setFont(m_strong);
        for (qsizetype i = 0; i < m_title.size(); ++i)
            painter.drawText(QPointF(kGap, kGap + kTitlePx * (1 + 1.3 * double(i))), m_title.at(i));
        painter.setFont(m_text);
        if (!m_data.unit.isEmpty() && !m_look.compact)
            painter.drawText(QPointF(kGap, m_plot.top() - kGap * 1.5), u"（"_s + m_data.unit + u"）"_s);
        if (!m_hasValues) {
            const QString none = m_look.compact ? m_look.names.nothingBriefly : m_look.names.nothing;
            painter.drawText(m_plot.center() - QPointF(metrics.horizontalAdvance(none) / 2, 0), none);
        } else {
            for (int tick = 0; tick < m_scale.tickCount(); ++tick) {
                if (!isTickLabelled(tick))
                    continue;
                const QString text = tickText(tick);
                const double y = m_plot.bottom() - m_plot.height() * tick / (m_scale.tickCount() - 1);
                painter.drawText(
                    QPointF(m_plot.left() - kGap * 0.8 - metrics.horizontalAdvance(text), y + m_textPx * 0.36), text);
            }
        }
        drawYears(painter, metrics);
        drawLegend(painter);
    }

    void drawYears(QPainter &painter, const QFontMetricsF &metrics)
    {
        for (std::size_t i = 0; i < m_labels.size(); ++i) {
            if ((m_labels.size() - 1 - i) % m_every != 0)
                continue;
            for (qsizetype line = 0; line < m_labels[i].size(); ++line) {
                const QString text = m_labels[i].at(line);
                const double width = metrics.horizontalAdvance(text);
                const double x =
                    std::clamp(centerOf(m_years[i].year) - width / 2, 0.0, std::max(0.0, m_size.width() - width));
                painter.drawText(QPointF(x, m_plot.bottom() + m_textPx * (1.6 + 1.2 * double(line))), text);
            }
        }
    }

    void drawLegend(QPainter &painter)
    {
        const double line = m_textPx * 2;
        for (const auto &[entry, at] : m_legend) {
            const double y = m_size.height() - kGap - m_textPx * (0.4 + 1.6 * (m_legendRows - 1 - at.y()));
            if (entry.hasLine) {
                painter.setPen(trendLinePen(entry.mark == TrendMark::Square, m_look));
                painter.drawLine(QPointF(at.x(), y), QPointF(at.x() + line, y));
            }
            drawTrendMark(painter, {at.x() + line / 2, y}, entry.mark, kMark, m_look);
            painter.setPen(m_look.ink);
            painter.drawText(QPointF(at.x() + line + kGap / 2, y + m_textPx * 0.36), entry.text);
        }
    }

    void drawMarks(QPainter &painter)
    {
        const QFontMetricsF metrics(m_text);
        painter.setFont(m_text);
        for (const TrendSpot &spot : spots()) {
            if (spot.point.value) {
                drawTrendMark(painter, spot.place, markOf(spot.role, spot.point.status),
                    m_look.compact ? kCompactMark : kMark, m_look);
            } else if (!spot.point.text.isEmpty()) { // says why there is a gap
                painter.setPen(m_look.ink);
                painter.drawText(
                    spot.place - QPointF(metrics.horizontalAdvance(spot.point.text) / 2, kGap * 0.7), spot.point.text);
            }
        }
        painter.setPen(m_look.ink);
        if (!m_look.compact)
            drawValues(painter);
    }

    bool isShownAsActual(const TrendPoint &baseline) const
    {
        return std::any_of(m_data.actuals.begin(), m_data.actuals.end(),
            [&](const TrendPoint &point) { return point.year == baseline.year && point.value == baseline.value; });
    }

    /// Those that join values.
    std::vector<QLineF> drawnLines() const
    {
        std::vector<QLineF> lines;
        std::vector<std::vector<TrendPoint>> paths = segmentsOf(m_data.actuals);
        paths.push_back(targetPath(m_data));
        for (const std::vector<TrendPoint> &path : paths) {
            for (std::size_t i = 1; i < path.size(); ++i)
                lines.emplace_back(placeOf(path[i - 1]), placeOf(path[i]));
        }
        return lines;
    }

    static qsizetype crossings(const QRectF &area, const std::vector<QLineF> &lines)
    {
        const QLineF diagonals[] = {{area.topLeft(), area.bottomRight()}, {area.bottomLeft(), area.topRight()}};
        return std::count_if(lines.begin(), lines.end(), [&](const QLineF &line) {
            return std::any_of(std::begin(diagonals), std::end(diagonals),
                [&line](const QLineF &diagonal) { return line.intersects(diagonal) == QLineF::BoundedIntersection; });
        });
    }

    /// Values beside the marks, as long as they have room: those of a year above or below, where fewer lines are, and never on
    /// each other.
    void drawValues(QPainter &painter)
    {
        const QFontMetricsF metrics(m_text);
        std::vector<QRectF> taken;
        const std::vector<QLineF> lines = drawnLines();
        const auto draw = [&](const TrendPoint &point, bool preferAbove, double reach = kMark) {
            const QString text = printedPoint(point, m_data.decimals);
            const double width = metrics.horizontalAdvance(text);
            const QPointF at = placeOf(point);
            const double left = std::clamp(at.x() - width / 2, std::min(m_plot.left() + 2, m_size.width() - width),
                std::max(m_plot.left() + 2, m_size.width() - width));
            const QRectF above(left, at.y() - reach - 4 - m_textPx, width, m_textPx);
            const QRectF below(left, at.y() + kMark + 4, width, m_textPx);
            std::optional<QRectF> best;
            for (const QRectF &area : {preferAbove ? above : below, preferAbove ? below : above}) {
                const bool isFree = std::none_of(
                    taken.begin(), taken.end(), [&](const QRectF &other) { return other.intersects(area); });
                if (!isFree || area.top() < m_plot.top() - m_textPx || area.bottom() > m_plot.bottom())
                    continue;
                if (!best || crossings(area, lines) < crossings(*best, lines))
                    best = area;
            }
            if (!best)
                return;
            painter.fillRect(*best, m_look.paper); // no line through a number
            painter.drawText(QPointF(best->left(), best->bottom() - m_textPx * 0.14), text);
            taken.push_back(*best);
        };
        for (const TrendSpot &spot : spots())
            taken.push_back({spot.place.x() - kMark, spot.place.y() - kMark, 2 * kMark, 2 * kMark});
        for (const TrendPoint &point : m_data.actuals) {
            if (point.value)
                draw(point, true);
        }
        for (const TrendPoint &point : m_data.targets) {
            if (point.value)
                draw(point, false);
        }
        if (m_data.baseline && m_data.baseline->value && !isShownAsActual(*m_data.baseline))
            draw(*m_data.baseline, true, kMark * 2.6);
    }

    const TrendData &m_data;
    const TrendLook &m_look;
    std::vector<TrendData::YearLabel> m_years;
    int m_textPx;
    QFont m_text;
    QFont m_strong;
    QSizeF m_size;
    QStringList m_title;
    std::vector<QStringList> m_labels; ///< of the years, line by line
    int m_labelLines = 1;
    std::size_t m_every = 1;
    std::vector<std::pair<LegendEntry, QPointF>> m_legend; ///< x, and the row from 0
    int m_legendRows = 0;
    bool m_hasValues = false;
    TrendScale m_scale;
    QRectF m_plot;
    double m_firstX = 0, m_lastX = 1; ///< the ends of the axis of years
    QPicture m_lines;                 ///< what Qt Charts drew
    bool m_isDrawn = false;
};

} // namespace

TrendChart::TrendChart(TrendData data, TrendLook look)
    : m_data(std::move(data))
    , m_look(std::move(look))
{
}

void TrendChart::paint(QPainter &painter, const QRectF &area, double unitsPerInch, const InGuiThread &inGui) const
{
    const double scale = unitsPerInch / kSceneDpi;
    Composition composition(m_data, m_look, area.size() / scale, inGui);
    if (!composition.isDrawn())
        return;
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(scale, scale);
    composition.paint(painter);
    painter.restore();
}

std::vector<TrendSpot> TrendChart::spots(const QRectF &area, double unitsPerInch) const
{
    const double scale = unitsPerInch / kSceneDpi;
    std::vector<TrendSpot> all = Composition(m_data, m_look, area.size() / scale).spots();
    for (TrendSpot &spot : all)
        spot.place = area.topLeft() + spot.place * scale;
    return all;
}

} // namespace mezasu::report
