// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/textsetter.h"

#include "core/report/linebreaking.h"
#include "core/report/printable.h"
#include "core/report/shapedtext.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kLineHeight = 1.45; ///< of the em
constexpr double kAscent = 0.88;     ///< of the em: where a Japanese font has its baseline
constexpr double kNoteSize = 0.85;   ///< of the size of the text that it belongs to
/// Of the em: more space between characters would be seen as holes, and taken for blanks by who searches the text.
constexpr double kMostSpacing = 0.09;
constexpr double kLeastLine = 0.6; ///< of the width, that a line has to keep when it gives characters to the next

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\v' || c == u'\f' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

/// A line of a paragraph, as places in its text.
struct Stretch
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// A paragraph with the widths of its characters and the places where its lines may end.
class Measured
{
public:
    Measured(const QString &text, const QFont &font, double em)
        : m_text(text)
        , m_places(shapedPlaces(text, font))
        , m_ends(lineEnds(text))
        , m_em(em)
    {
    }

    /// \param seen without the blank half of a mark at the end
    double width(qsizetype begin, qsizetype end, bool seen = true) const;
    /// \param isHeading where it needs two lines, they part before a bracket rather than anywhere
    std::vector<Stretch> linesOf(double width, bool isHeading) const;
    /// Spreads the characters of a line over the width, where that leaves no holes.
    void fill(FlowText &line, const Stretch &stretch, double width) const;

private:
    qsizetype endOfLine(qsizetype begin, double width) const;
    std::optional<qsizetype> beforeBracket(double width) const;
    void keepCompany(std::vector<Stretch> &lines, double width) const;

    const QString &m_text;
    std::vector<double> m_places;
    std::vector<LineEnd> m_ends;
    double m_em;
};

double Measured::width(qsizetype begin, qsizetype end, bool seen) const
{
    while (end > begin && m_text[end - 1].isSpace())
        --end;
    const double whole = m_places[std::size_t(end)] - m_places[std::size_t(begin)];
    if (!seen || end - begin < 2 || !hasBlankEnd(m_text[end - 1]))
        return whole;
    const double last = m_places[std::size_t(end)] - m_places[std::size_t(end - 1)];
    return last > 0.9 * m_em ? whole - last / 2 : whole;
}

qsizetype Measured::endOfLine(qsizetype begin, double width) const
{
    constexpr double kTolerance = 0.5;
    qsizetype allowed = 0;
    qsizetype inWord = 0;
    qsizetype needed = 0;
    const qsizetype size = m_text.size();
    for (qsizetype at = begin + 1; at <= size; ++at) {
        const LineEnd end = m_ends[std::size_t(at)];
        if (end == LineEnd::Never)
            continue;
        if (this->width(begin, at) > width + kTolerance) {
            // A mark with a blank half, or blanks, may still bring the line back within its width.
            if (m_places[std::size_t(at)] - m_places[std::size_t(begin)] > width + m_em)
                break;
            continue;
        }
        needed = at;
        if (end == LineEnd::InWord)
            inWord = at;
        if (end == LineEnd::Allowed)
            allowed = at;
    }
    for (const qsizetype best : {allowed, inWord, needed}) {
        if (best > begin)
            return best;
    }
    qsizetype at = begin + 1; // wider than the line: one character at least
    while (at < size && m_ends[std::size_t(at)] == LineEnd::Never)
        ++at;
    return at;
}

/// A last line of one character gets another from the line before it.
void Measured::keepCompany(std::vector<Stretch> &lines, double width) const
{
    if (lines.size() < 2)
        return;
    Stretch &last = lines.back();
    Stretch &before = lines[lines.size() - 2];
    if (!isLonely(QStringView(m_text).sliced(last.begin, last.end - last.begin)))
        return;
    for (qsizetype at = last.begin - 1; at > before.begin; --at) {
        if (m_ends[std::size_t(at)] != LineEnd::Allowed)
            continue;
        if (this->width(before.begin, at) < width * kLeastLine || this->width(at, last.end) > width)
            return;
        before.end = last.begin = at;
        return;
    }
}

/// Where a text that is too wide for one line parts in two, the second beginning with a bracket: 指標（案）.
std::optional<qsizetype> Measured::beforeBracket(double width) const
{
    if (this->width(0, m_text.size()) <= width)
        return {};
    for (qsizetype at = m_text.lastIndexOf(u'（'); at > 0; at = m_text.lastIndexOf(u'（', at - 1)) {
        if (m_ends[std::size_t(at)] == LineEnd::Allowed && this->width(0, at) <= width
            && this->width(at, m_text.size()) <= width)
            return at;
    }
    return {};
}

std::vector<Stretch> Measured::linesOf(double width, bool isHeading) const
{
    if (const auto bracket = isHeading ? beforeBracket(width) : std::nullopt)
        return {{0, *bracket}, {*bracket, m_text.size()}};
    std::vector<Stretch> lines;
    for (qsizetype at = 0; at < m_text.size();) {
        const qsizetype end = endOfLine(at, width);
        lines.push_back({at, end});
        at = end;
    }
    if (lines.empty())
        lines.push_back({});
    keepCompany(lines, width);
    return lines;
}

void Measured::fill(FlowText &line, const Stretch &stretch, double width) const
{
    const double slack = width - line.width;
    if (slack < 1)
        return;
    qsizetype end = stretch.end;
    while (end > stretch.begin && m_text[end - 1].isSpace())
        --end;
    // A piece is a word that is kept as it is, or a run of characters that are all spaced.
    std::vector<TextPiece> pieces;
    std::vector<int> gapsBefore;
    int gaps = 0;
    bool inWord = false;
    for (qsizetype at = stretch.begin; at < stretch.end;) {
        qsizetype next = at + 1;
        while (next < stretch.end && m_ends[std::size_t(next)] == LineEnd::Never)
            ++next;
        const bool gapAfter = next < end && canStretch(m_text[next - 1], m_text[next]);
        const double advance = m_places[std::size_t(next)] - m_places[std::size_t(at)];
        const bool isWhole = std::abs(advance - m_em) < 0.005 * m_em; // a painter spaces by a share of the width
        const bool isWord = inWord || !isWhole || (next < stretch.end && !gapAfter);
        const bool joins = !pieces.empty() && (inWord || (!isWord && pieces.back().spaced));
        if (!joins) {
            pieces.push_back({0, m_places[std::size_t(at)] - m_places[std::size_t(stretch.begin)], !isWord});
            gapsBefore.push_back(gaps);
        }
        pieces.back().length += int(next - at);
        gaps += gapAfter ? 1 : 0;
        inWord = next < stretch.end && !gapAfter;
        at = next;
    }
    if (gaps == 0 || slack / gaps > kMostSpacing * m_em)
        return;
    line.spacing = slack / gaps;
    line.width = width;
    if (pieces.size() == 1 && pieces.front().spaced)
        return;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        pieces[i].x += gapsBefore[i] * line.spacing;
    line.pieces = std::move(pieces);
}

/// Whether a page may end between two lines that follow each other.
bool mayPart(const FlowLine &above, const FlowLine &below)
{
    if (above.keepWithNext)
        return false;
    return below.index == 0 || (below.index >= 2 && below.index <= below.count - 2);
}

} // namespace

std::size_t leastLines(const Flow &flow, std::size_t first)
{
    for (std::size_t i = first + 1; i < flow.size(); ++i) {
        if (mayPart(flow[i - 1], flow[i]))
            return i - first;
    }
    return flow.size() - first;
}

std::size_t linesOnPage(const Flow &flow, std::size_t first, double room)
{
    std::size_t end = first;
    while (end < flow.size()) {
        room -= flow[end].height + (end == first ? 0 : flow[end].spaceBefore);
        if (room < 0)
            break;
        ++end;
    }
    while (end > first && end < flow.size() && !mayPart(flow[end - 1], flow[end]))
        --end;
    return end - first;
}

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

void TextSetter::append(Flow &flow, const QString &text, double x, double width, int style, Alignment alignment,
    bool isHeading, int element)
{
    const double em = m_pages->styles[std::size_t(style)].size;
    const QString printed = withoutControls(text);
    const Measured measured(printed, m_styleFonts[std::size_t(style)], em);
    const std::vector<Stretch> lines = measured.linesOf(std::max(width, em), isHeading);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Stretch &line = lines[i];
        FlowLine made;
        made.height = em * kLineHeight;
        made.ascent = em * ((kLineHeight - 1) / 2 + kAscent);
        made.index = int(i);
        made.count = int(lines.size());
        if (line.end > line.begin) {
            FlowText one;
            one.text = printed.sliced(line.begin, line.end - line.begin);
            one.style = style;
            one.element = element;
            one.x = x;
            // What stands in the middle is balanced as it is; at the edges what is seen counts.
            one.width = measured.width(line.begin, line.end, alignment != Alignment::Center);
            if (one.width > width)
                one.width = measured.width(line.begin, line.end);
            if (alignment == Alignment::Center)
                one.x += std::max(0.0, (width - one.width) / 2);
            else if (alignment == Alignment::Right || alignment == Alignment::Decimal)
                one.x += std::max(0.0, width - one.width);
            else if (!isHeading && i + 1 < lines.size())
                measured.fill(one, line, width);
            made.texts.push_back(std::move(one));
        }
        flow.push_back(std::move(made));
    }
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
            append(flow, mark, 0, width, textStyle, alignment, true, labelElement);
        } else {
            label = {mark, 0, markWidth, textStyle, labelElement};
        }
    }
    const std::size_t firstLine = flow.size();
    for (const QString &part : paragraphsOf(paragraph.text)) {
        append(flow, part, indent, width - indent, textStyle, alignment, paragraph.emphasis == Emphasis::Strong,
            bodyElement); // an empty one is a line too
    }
    if (!label.text.isEmpty())
        flow[firstLine].texts.insert(flow[firstLine].texts.begin(), label);
    return flow;
}

} // namespace mezasu::report
