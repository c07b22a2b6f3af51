// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/columnwidths.h"

#include "core/report/pages.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mezasu::report {

namespace {

constexpr std::size_t kSampleRows = 200;
constexpr double kShortText = 7;    ///< em; a column of shorter texts is not broken
constexpr double kBreakLoss = 1.04; ///< lines are a little shorter than their column

/// In em: half for what is narrow in a Japanese font.
double widthInEm(QStringView text)
{
    double width = 0;
    for (QChar c : text) {
        const bool narrow = c.unicode() < 0x2000 || (c.unicode() >= 0xff61 && c.unicode() <= 0xffdc);
        width += c.isLowSurrogate() || c.isMark() ? 0 : narrow ? 0.52 : 1;
    }
    return width;
}

double wholeWidth(const Paragraph &paragraph)
{
    return widthInEm(paragraph.label) + widthInEm(paragraph.text);
}

/// Of what stands between blanks.
double longestWord(const Paragraph &paragraph)
{
    double longest = 0;
    for (const QStringView word : QStringView(paragraph.text).split(u' '))
        longest = std::max(longest, widthInEm(word));
    return longest;
}

struct SampleCell
{
    std::size_t column = 0;
    std::size_t columnSpan = 1;
    double share = 1;               ///< of its lines that one of its rows has to bear
    std::vector<double> paragraphs; ///< widths in em
};

using SampleRow = std::vector<SampleCell>;

/// \param column where the cell begins
SampleCell sampleCell(const TableCell &cell, std::size_t column, std::size_t columns)
{
    SampleCell one;
    one.column = column;
    one.columnSpan = std::min(std::size_t(std::max(1, cell.columnSpan)), columns - column);
    one.share = 1.0 / std::max(1, cell.rowSpan);
    return one;
}

void measure(SampleCell &one, const TableCell &cell, double (*widthOf)(const Paragraph &))
{
    for (const Paragraph &paragraph : cell.paragraphs)
        one.paragraphs.push_back(widthOf(paragraph));
}

/// Every how many rows one is looked at.
std::size_t stepOf(std::size_t rows)
{
    return std::max<std::size_t>(1, (rows + kSampleRows - 1) / kSampleRows);
}

/// The cells of each sampled row, with the column in which they stand. Needs all rows to know what spans hide.
std::vector<SampleRow> sampleOf(
    const std::vector<TableRow> &rows, std::size_t columns, double (*widthOf)(const Paragraph &))
{
    const std::size_t step = stepOf(rows.size());
    std::vector<SampleRow> sample;
    std::vector<int> covered(columns, 0); ///< rows for which a column is still taken from above
    for (std::size_t r = 0; r < rows.size(); ++r) {
        SampleRow made;
        std::size_t column = 0;
        for (const TableCell &cell : rows[r].cells) {
            while (column < columns && covered[column] > 0)
                ++column;
            if (column >= columns)
                break;
            SampleCell one = sampleCell(cell, column, columns);
            for (std::size_t c = column; c < column + one.columnSpan; ++c)
                covered[c] = std::max(1, cell.rowSpan);
            column += one.columnSpan;
            if (r % step != 0)
                continue;
            measure(one, cell, widthOf);
            made.push_back(std::move(one));
        }
        for (int &left : covered)
            left = std::max(0, left - 1);
        if (!made.empty())
            sample.push_back(std::move(made));
    }
    return sample;
}

/// The same rows of a source, which are all that it has to make.
std::vector<SampleRow> sampleOf(const RowSource &source, std::size_t columns, double (*widthOf)(const Paragraph &))
{
    std::vector<SampleRow> sample;
    for (std::size_t r = 0; r < source.count(); r += stepOf(source.count())) {
        const TableRow row = source.row(r);
        const std::vector<std::size_t> begins = source.columns(r);
        SampleRow made;
        for (std::size_t i = 0; i < row.cells.size() && i < begins.size(); ++i) {
            made.push_back(sampleCell(row.cells[i], begins[i], columns));
            measure(made.back(), row.cells[i], widthOf);
        }
        if (!made.empty())
            sample.push_back(std::move(made));
    }
    return sample;
}

double linesOf(const SampleCell &cell, const std::vector<double> &widths, double em, double padding)
{
    double width = -padding;
    for (std::size_t c = cell.column; c < cell.column + cell.columnSpan; ++c)
        width += widths[c];
    width = std::max(width, em);
    double lines = 0;
    for (double paragraph : cell.paragraphs)
        lines += std::max(1.0, std::ceil(paragraph * em * kBreakLoss / width));
    return lines * cell.share;
}

double heightOf(const std::vector<SampleRow> &sample, const std::vector<double> &widths, double em, double padding)
{
    double height = 0;
    double evenness = 0; ///< breaks ties in favour of the narrower spread
    for (const SampleRow &row : sample) {
        double highest = 0;
        for (const SampleCell &cell : row) {
            const double lines = linesOf(cell, widths, em, padding);
            highest = std::max(highest, lines);
            evenness += lines;
        }
        height += highest;
    }
    return height + evenness * 0.01;
}

/// Where the columns have less room than they ask for: those of long texts give way, down to a few characters; what stands in
/// one line stays in it as long as there is room for that.
void giveWay(
    std::vector<double> &widths, const std::vector<double> &widest, double available, double em, double padding)
{
    constexpr double kFew = 4.5; ///< characters
    std::vector<double> needed(widths.size());
    for (std::size_t c = 0; c < widths.size(); ++c)
        needed[c] = std::min(widths[c], (widest[c] <= kShortText ? widest[c] * 1.05 : kFew) * em + padding);
    const double asked = std::accumulate(widths.begin(), widths.end(), 0.0);
    const double least = std::accumulate(needed.begin(), needed.end(), 0.0);
    for (std::size_t c = 0; c < widths.size(); ++c) {
        if (least < available)
            widths[c] = needed[c] + (widths[c] - needed[c]) * (available - least) / (asked - least);
        else
            widths[c] = needed[c] * available / least;
    }
}

/// What is known of the columns while their widths are chosen.
struct Columns
{
    const std::vector<SampleRow> &sample;
    const std::vector<double> &lower;
    const std::vector<double> &upper;
    double em;
    double padding;

    double height(const std::vector<double> &widths) const { return heightOf(sample, widths, em, padding); }
    /// Moves width from column to column as long as the rows get lower.
    void improve(std::vector<double> &widths, double move) const;
    void fitToGrid(std::vector<double> &widths, const std::vector<double> &widest) const;
};

void Columns::improve(std::vector<double> &widths, double move) const
{
    constexpr int kRounds = 12;
    double best = height(widths);
    for (int round = 0; round < kRounds; ++round) {
        bool better = false;
        for (std::size_t from = 0; from < widths.size(); ++from) {
            for (std::size_t to = 0; to < widths.size(); ++to) {
                if (from == to || widths[from] - move < lower[from] || widths[to] + move > upper[to])
                    continue;
                widths[from] -= move;
                widths[to] += move;
                const double now = height(widths);
                if (now < best) {
                    best = now;
                    better = true;
                } else {
                    widths[from] += move;
                    widths[to] -= move;
                }
            }
        }
        if (!better)
            return;
    }
}

/// Gives the columns of long texts a whole number of characters, so that lines of Japanese end flush. What that frees goes by
/// whole characters where the rows get lowest; the rest to the widest, whose lines have the most characters to spread it over.
void Columns::fitToGrid(std::vector<double> &widths, const std::vector<double> &widest) const
{
    constexpr double kAir = 1; // in page units, against rounding
    double left = 0;
    std::vector<std::size_t> fitted;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        const double wanted = std::floor((widths[c] - padding - kAir) / em) * em + padding + kAir;
        if (widest[c] <= kShortText || wanted < lower[c])
            continue;
        left += widths[c] - wanted;
        widths[c] = wanted;
        fitted.push_back(c);
    }
    if (fitted.empty())
        return;
    while (left >= em) {
        std::size_t best = *std::max_element(
            fitted.begin(), fitted.end(), [&](std::size_t a, std::size_t b) { return widths[a] < widths[b]; });
        double lowest = height(widths);
        for (const std::size_t c : fitted) {
            if (widths[c] + em > upper[c])
                continue;
            widths[c] += em;
            if (const double now = height(widths); now < lowest) {
                lowest = now;
                best = c;
            }
            widths[c] -= em;
        }
        widths[best] += em;
        left -= em;
    }
    improve(widths, em);
    *std::max_element(widths.begin(), widths.end()) += left;
}

} // namespace

std::vector<double> columnWidths(const Table &table, double available, double em, double padding)
{
    const std::size_t count = table.columns.size();
    std::vector<double> lower(count);
    std::vector<double> upper(count);
    for (std::size_t c = 0; c < count; ++c) {
        lower[c] = table.columns[c].minimumMm * kUnitsPerMm;
        upper[c] = std::max(lower[c], table.columns[c].maximumMm * kUnitsPerMm);
    }
    const std::vector<SampleRow> sample =
        table.source ? sampleOf(*table.source, count, wholeWidth) : sampleOf(table.rows, count, wholeWidth);
    std::vector<double> widest(count, 0);
    for (const SampleRow &row : sample) {
        for (const SampleCell &cell : row) {
            for (double paragraph : cell.paragraphs) {
                if (cell.columnSpan == 1)
                    widest[cell.column] = std::max(widest[cell.column], paragraph);
            }
        }
    }
    for (const SampleRow &row : sampleOf(table.headingRows, count, longestWord)) {
        for (const SampleCell &cell : row) {
            for (double word : cell.paragraphs) {
                if (cell.columnSpan == 1 && word <= kShortText)
                    lower[cell.column] = std::max(lower[cell.column], word * em * kBreakLoss + padding);
            }
        }
    }
    for (std::size_t c = 0; c < count; ++c) {
        upper[c] = std::max(lower[c], upper[c]);
        if (widest[c] <= kShortText)
            lower[c] = std::min(upper[c], std::max(lower[c], widest[c] * em * 1.05 + padding));
    }
    std::vector<double> widths = lower;
    double left = available - std::accumulate(lower.begin(), lower.end(), 0.0);
    if (left < 0) {
        giveWay(widths, widest, available, em, padding);
        return widths;
    }
    // Fill up evenly, then move width from column to column as long as the rows get lower.
    while (left > 1) {
        const auto open = std::count_if(widths.begin(), widths.end(),
            [&](const double &width) { return width < upper[std::size_t(&width - widths.data())]; });
        if (open == 0)
            break;
        const double share = left / double(open);
        for (std::size_t c = 0; c < count; ++c) {
            const double more = std::min(share, upper[c] - widths[c]);
            widths[c] += more;
            left -= more;
        }
    }
    const Columns columns{sample, lower, upper, em, padding};
    for (const double step : {16.0, 8.0, 4.0, 2.0})
        columns.improve(widths, step * kUnitsPerMm);
    columns.fitToGrid(widths, widest);
    return widths;
}

} // namespace mezasu::report
