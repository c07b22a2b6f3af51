// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/textdifference.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <vector>

namespace mezasu {

namespace {
using Tokens = QList<QStringView>;

constexpr qsizetype kMostEdits =
    1500;                        ///< beyond it the middle is one change: nobody reads such a difference by characters
constexpr qsizetype kLonely = 2; ///< characters that are not worth standing between two changes

bool isOfWord(QStringView grapheme)
{
    const QChar c = grapheme.front();
    return grapheme.size() == 1 && c.unicode() < 0x250 && c.isLetterOrNumber();
}

Tokens tokensOf(const QString &text)
{
    Tokens out;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    bool inWord = false;
    for (qsizetype to = finder.toNextBoundary(); to >= 0; to = finder.toNextBoundary()) {
        const QStringView grapheme = QStringView(text).mid(from, to - from);
        const bool ofWord = isOfWord(grapheme);
        if (ofWord && inWord)
            out.last() = QStringView(out.constLast().begin(), grapheme.end());
        else
            out.append(grapheme);
        inWord = ofWord;
        from = to;
    }
    return out;
}

/// Which tokens stay, as pairs of indexes: Myers, "An O(ND) Difference Algorithm" (1986). Nothing where there are too many edits.
std::optional<std::vector<std::pair<qsizetype, qsizetype>>> kept(const Tokens &a, const Tokens &b)
{
    const qsizetype n = a.size();
    const qsizetype m = b.size();
    const qsizetype most = std::min(n + m, kMostEdits);
    std::vector<std::vector<qsizetype>> trace;
    std::vector<qsizetype> furthest(size_t(2 * most + 3), 0);
    const auto at = [most](qsizetype k) { return size_t(k + most + 1); };
    for (qsizetype d = 0; d <= most; ++d) {
        trace.emplace_back(furthest.begin() + (most + 1 - d), furthest.begin() + (most + 2 + d));
        for (qsizetype k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
            qsizetype x = down ? furthest[at(k + 1)] : furthest[at(k - 1)] + 1;
            qsizetype y = x - k;
            while (x < n && y < m && a.at(x) == b.at(y)) {
                ++x;
                ++y;
            }
            furthest[at(k)] = x;
            if (x < n || y < m)
                continue;
            std::vector<std::pair<qsizetype, qsizetype>> out;
            for (qsizetype step = d; step >= 0; --step) {
                const auto &row = trace[size_t(step)]; // diagonals -step … step, as they were before it
                const auto was = [&row, step](qsizetype diagonal) { return row[size_t(diagonal + step)]; };
                const qsizetype diagonal = x - y;
                const bool cameDown = diagonal == -step || (diagonal != step && was(diagonal - 1) < was(diagonal + 1));
                const qsizetype from = step == 0 ? 0 : cameDown ? was(diagonal + 1) : was(diagonal - 1);
                const qsizetype fromY = step == 0 ? 0 : from - (cameDown ? diagonal + 1 : diagonal - 1);
                while (x > from && y > fromY) {
                    if (step > 0 && (cameDown ? x == from : y == fromY))
                        break;
                    out.emplace_back(--x, --y);
                }
                x = from;
                y = fromY;
            }
            std::reverse(out.begin(), out.end());
            return out;
        }
    }
    return {};
}

void add(QList<TextPart> &parts, TextPart::Is is, QStringView text)
{
    if (text.isEmpty())
        return;
    if (!parts.isEmpty() && parts.constLast().is == is)
        parts.last().text += text;
    else
        parts.append({is, text.toString()});
}

/// Removed before added, and neighbours of one kind as one.
QList<TextPart> inOrder(const QList<TextPart> &parts)
{
    QList<TextPart> out;
    QString removed;
    QString added;
    const auto flush = [&] {
        add(out, TextPart::Is::Removed, removed);
        add(out, TextPart::Is::Added, added);
        removed.clear();
        added.clear();
    };
    for (const TextPart &part : parts) {
        if (part.is == TextPart::Is::Same) {
            flush();
            add(out, part.is, part.text);
        } else {
            (part.is == TextPart::Is::Removed ? removed : added) += part.text;
        }
    }
    flush();
    return out;
}

/// A character that happens to be in both between two changes only makes them harder to read.
QList<TextPart> withoutLonely(const QList<TextPart> &parts)
{
    QList<TextPart> out;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const TextPart &part = parts.at(i);
        const bool between = i > 0 && i + 1 < parts.size();
        if (part.is == TextPart::Is::Same && between && part.text.size() <= kLonely && !part.text.contains(u'\n')) {
            out.append({TextPart::Is::Removed, part.text});
            out.append({TextPart::Is::Added, part.text});
        } else {
            out.append(part);
        }
    }
    return inOrder(out);
}
} // namespace

QList<TextPart> textDifference(const QString &before, const QString &after)
{
    Tokens a = tokensOf(before);
    Tokens b = tokensOf(after);
    qsizetype head = 0;
    qsizetype headLength = 0;
    while (head < std::min(a.size(), b.size()) && a.at(head) == b.at(head))
        headLength += a.at(head++).size();
    qsizetype tail = 0;
    qsizetype tailLength = 0;
    while (tail < std::min(a.size(), b.size()) - head && a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail)) {
        tailLength += a.at(a.size() - 1 - tail).size();
        ++tail;
    }
    a = a.mid(head, a.size() - head - tail);
    b = b.mid(head, b.size() - head - tail);

    QList<TextPart> parts;
    add(parts, TextPart::Is::Same, QStringView(before).first(headLength));
    qsizetype x = 0;
    qsizetype y = 0;
    const auto upTo = [&](qsizetype endX, qsizetype endY) {
        for (; x < endX; ++x)
            add(parts, TextPart::Is::Removed, a.at(x));
        for (; y < endY; ++y)
            add(parts, TextPart::Is::Added, b.at(y));
    };
    if (const auto same = kept(a, b)) {
        for (const auto &[i, j] : *same) {
            upTo(i, j);
            add(parts, TextPart::Is::Same, a.at(i));
            ++x;
            ++y;
        }
    }
    upTo(a.size(), b.size());
    add(parts, TextPart::Is::Same, QStringView(before).last(tailLength));
    return withoutLonely(inOrder(parts));
}

} // namespace mezasu
