// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/indicatorcolumn.h"
#include "core/exchange/headingwords.h"

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

/// A value and the year in brackets below it are one ("85.3⏎（R3）").
QStringList withYears(const QStringList &lines, qsizetype count)
{
    QStringList joined;
    for (const QString &line : lines) {
        QString rest = line;
        const bool year = !takeBracket(rest).isEmpty() && rest.isEmpty();
        if (year && !joined.isEmpty())
            joined.last() += line;
        else
            joined += line;
    }
    return lines.size() > count ? joined : lines;
}

} // namespace

void addIndicatorColumn(
    QList<DraftIndicator> &target, qsizetype first, const ColumnUse &use, const RowReader &row, MessageList &messages)
{
    const bool value = use.role == Role::IndicatorValue;
    if (!value && use.role != Role::IndicatorUnit && use.role != Role::IndicatorDefinition
        && use.role != Role::IndicatorSource)
        return;
    const qsizetype count = target.size() - first;
    const QStringList lines = value ? withYears(row.lines(use), count) : row.lines(use);
    if (lines.isEmpty())
        return;
    const bool oneText = count == 1 && !value; // a definition may have several lines
    if (count == 0) {
        messages.add(MessageCode::ParentMissing, Severity::Warning, row.rowNumber(), use.column + 1, {use.heading});
        return;
    }
    if (!oneText && lines.size() != count) {
        messages.add(MessageCode::ValuesDoNotAlign, Severity::Warning, row.rowNumber(), use.column + 1,
            {QString::number(lines.size()), QString::number(count)});
        return;
    }
    for (qsizetype i = 0; i < count; ++i) {
        DraftIndicator &indicator = target[first + i];
        const QString text = oneText ? lines.join(u'\n') : lines.at(i);
        if (value)
            indicator.values.append({use.year, use.valueRole, text, {row.rowNumber(), use.column + 1}});
        else if (use.role == Role::IndicatorUnit)
            indicator.unit = text;
        else if (use.role == Role::IndicatorDefinition)
            indicator.definition = text;
        else
            indicator.source = text;
    }
}

} // namespace mezasu::exchange
