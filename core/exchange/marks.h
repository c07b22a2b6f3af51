// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

namespace mezasu::exchange {

/// A line of a list: its leading mark and its words. The line as it stood is always mark + text: white space before
/// and behind the mark belongs to the mark.
struct MarkedText
{
    QString mark;
    QString text;
    bool operator==(const MarkedText &) const = default;
};

/// Takes one leading mark off: bullets (・ ･ • ● ○ ◎ ■ □ ◆ ◇ ※ → and their like), ① … ㊿, ⑴, (1) （ア）,
/// 注1 （注）, ア or - before a space. A character that stands twice (○○) is no mark, and what is nothing but a mark is text.
MarkedText splitMark(const QString &line);

/// Cuts a line that begins with ① (or another circled number) before each next number in sequence that follows a
/// space, a line end or 。; the spaces between are layout. Other lines stay whole.
QList<MarkedText> splitNumbered(const QString &line);

/// The mark of the line that follows in the same list: ・ → ・, ① → ②, (9) → (10), 注1 → 注2, （ア） → （イ）; what stands
/// around it stays. Where a series ends (㊿, ン), nothing.
QString nextMark(const QString &mark);

/// The number of ①…㊿, or 0.
int circledNumber(QChar c);

} // namespace mezasu::exchange
