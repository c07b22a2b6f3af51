// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pagepainter.h"

#include "core/report/reportfonts.h"
#include "core/report/trendchart.h"

#include <QFont>
#include <QImage>

namespace mezasu::report {

namespace {

/// Opens and closes tags so that neighbours of one element share one.
class Tagging
{
public:
    explicit Tagging(TagSink *sink)
        : m_sink(sink)
    {
    }
    ~Tagging() { close(); }
    Q_DISABLE_COPY_MOVE(Tagging)

    void to(int element)
    {
        if (!m_sink || (m_isOpen && element == m_element))
            return;
        close();
        m_element = element;
        m_isOpen = true;
        if (element == kArtifact)
            m_sink->beginArtifact();
        else
            m_sink->beginContent(element);
    }

private:
    void close()
    {
        if (!m_isOpen)
            return;
        m_isOpen = false;
        if (m_element == kArtifact)
            m_sink->endArtifact();
        else
            m_sink->endContent();
    }

    TagSink *m_sink;
    bool m_isOpen = false;
    int m_element = kArtifact;
};

/// A line that was spread over its width.
void drawSpaced(QPainter &painter, const TextLine &line, const QFont &font)
{
    QFont spaced = font;
    // By a share of the em, as an absolute space would depend on the device.
    spaced.setLetterSpacing(QFont::PercentageSpacing, 100 + 100 * line.spacing / font.pixelSize());
    if (line.pieces.empty()) {
        painter.setFont(spaced);
        painter.drawText(line.baseline, line.text);
        return;
    }
    qsizetype from = 0;
    for (const TextPiece &piece : line.pieces) {
        painter.setFont(piece.spaced ? spaced : font);
        painter.drawText(line.baseline + QPointF(piece.x, 0), line.text.sliced(from, piece.length));
        from += piece.length;
    }
}

} // namespace

void paintPage(QPainter &painter, const Pages &pages, std::size_t index, TagSink *tags, const InGuiThread &inGui)
{
    paintPage(painter, pages.pages[index], pages.styles, tags, inGui);
}

void paintPage(
    QPainter &painter, const Page &page, const std::vector<TextStyle> &styles, TagSink *tags, const InGuiThread &inGui)
{
    painter.save();
    Tagging tagging(tags);
    tagging.to(kArtifact);
    for (const Fill &fill : page.fills)
        painter.fillRect(fill.area, fill.color);
    for (const Rule &rule : page.rules) {
        painter.setPen(QPen(Qt::black, rule.thickness, Qt::SolidLine, Qt::SquareCap));
        painter.drawLine(rule.line);
    }
    for (const ChartBox &box : page.charts) {
        tagging.to(box.element);
        if (box.chart)
            TrendChart(*box.chart, TrendLook{.family = box.family}).paint(painter, box.area, kUnitsPerInch, inGui);
    }
    for (const PictureBox &box : page.pictures) {
        tagging.to(box.element);
        if (box.image)
            painter.drawImage(box.area, *box.image);
    }
    std::vector<QFont> fonts;
    fonts.reserve(styles.size());
    for (const TextStyle &style : styles)
        fonts.push_back(fontOf(style));
    painter.setPen(Qt::black);
    int present = -1;
    for (const TextLine &line : page.lines) {
        tagging.to(line.element);
        if (line.style != present)
            painter.setFont(fonts[std::size_t(line.style)]);
        present = line.style;
        if (line.spacing > 0) {
            drawSpaced(painter, line, fonts[std::size_t(line.style)]);
            present = -1;
        } else {
            painter.drawText(line.baseline, line.text);
        }
    }
    tagging.to(kArtifact);
    painter.restore();
}

} // namespace mezasu::report
