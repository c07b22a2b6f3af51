// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/textsetter.h"

#include "core/report/printable.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kLineHeight = 1.45; ///< of the em
constexpr double kAscent = 0.88;     ///< of the em: where a Japanese font has its baseline
constexpr double kNoteSize = 0.85;   ///< of the size of the text that it belongs to

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\v' || c == u'\f' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

} // namespace

double flowHeight(const Flow &flow, std::size_t first)
{
    double height = 0;
    for (std::size_t i = first; i < flow.size(); ++i)
        height += flow[i].height + (i == first ? 0 : flow[i].spaceBefore);
    return height;
}

QStringList paragraphsOf(const QString &text)
{
    QStringList parts;
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n';
        if (!isLineBreak(text[i]) && text[i] != u'\r')
            continue;
        parts += text.sliced(from, i - from);
        i += pair ? 1 : 0;
        from = i + 1;
    }
    parts += text.sliced(from);
    return parts;
}

TextSetter::TextSetter(Pages *pages, FontChoice fonts)
    : m_pages(pages)
    , m_fonts(std::move(fonts))
{
}

int TextSetter::style(double sizePt, Emphasis emphasis)
{
    TextStyle wanted;
    wanted.family = emphasis == Emphasis::Strong ? m_fonts.strong : m_fonts.body;
    wanted.bold = emphasis == Emphasis::Strong && m_fonts.strong == m_fonts.body;
    wanted.size = qRound(sizePt * kUnitsPerPoint * (emphasis == Emphasis::Note ? kNoteSize : 1));
    auto &styles = m_pages->styles;
    const auto known = std::find(styles.begin(), styles.end(), wanted);
    if (known != styles.end())
        return int(known - styles.begin());
    styles.push_back(wanted);
    m_styleFonts.push_back(fontOf(wanted));
    return int(styles.size()) - 1;
}

double TextSetter::widthOf(const QString &text, int style) const
{
    return QFontMetricsF(m_styleFonts[std::size_t(style)]).horizontalAdvance(text);
}

QString TextSetter::elided(const QString &text, int style, double width) const
{
    return QFontMetricsF(m_styleFonts[std::size_t(style)]).elidedText(withoutControls(text), Qt::ElideRight, width);
}

void TextSetter::append(
    Flow &flow, const QString &text, double x, double width, int style, Alignment alignment, int element)
{
    const double em = m_pages->styles[std::size_t(style)].size;
    QTextLayout layout(withoutControls(text), m_styleFonts[std::size_t(style)]);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    for (;;) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(width, em));
        FlowLine made;
        made.height = em * kLineHeight;
        made.ascent = em * ((kLineHeight - 1) / 2 + kAscent);
        const double natural = line.naturalTextWidth();
        double left = x;
        if (alignment == Alignment::Center)
            left += std::max(0.0, (width - natural) / 2);
        else if (alignment == Alignment::Right)
            left += std::max(0.0, width - natural);
        if (line.textLength() > 0)
            made.texts.push_back(
                {layout.text().sliced(line.textStart(), line.textLength()), left, natural, style, element});
        flow.push_back(std::move(made));
    }
    layout.endLayout();
}

Flow TextSetter::set(
    const Paragraph &paragraph, double width, double sizePt, Alignment alignment, int bodyElement, int labelElement)
{
    const int textStyle = style(sizePt, paragraph.emphasis);
    const double em = m_pages->styles[std::size_t(textStyle)].size;
    Flow flow;
    double indent = 0;
    FlowText label;
    if (!paragraph.label.isEmpty()) {
        const QString mark = withoutControls(paragraph.label);
        const double markWidth = widthOf(mark, textStyle);
        // A full-width mark hangs by its own width; a narrow one gets a gap behind it.
        const bool narrow = markWidth < mark.size() * em * 0.9;
        indent = std::max(em, markWidth + (narrow ? em * 0.25 : 0));
        if (indent > width / 2) { // no room to hang: the mark gets lines of its own
            indent = 0;
            append(flow, mark, 0, width, textStyle, alignment, labelElement);
        } else {
            label = {mark, 0, markWidth, textStyle, labelElement};
        }
    }
    const std::size_t firstLine = flow.size();
    for (const QString &part : paragraphsOf(paragraph.text)) {
        append(flow, part, indent, width - indent, textStyle, alignment, bodyElement); // an empty one is a line too
    }
    if (!label.text.isEmpty())
        flow[firstLine].texts.insert(flow[firstLine].texts.begin(), label);
    return flow;
}

} // namespace mezasu::report
