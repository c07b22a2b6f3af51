// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace mezasu::report {

/// What the marks of a chart are called in its legend, and what stands where there is nothing to show.
struct TrendNames
{
    QString actual = QStringLiteral("実績値");
    QString provisional = QStringLiteral("実績値（見込み・速報）");
    QString target = QStringLiteral("目標値");
    QString baseline = QStringLiteral("基準値");
    QString nothing = QStringLiteral("値がまだありません");
    QString nothingBriefly = QStringLiteral("値なし");

    bool operator==(const TrendNames &) const = default;
};

/// How a trend chart looks. What series are is told by marks and lines, never by colour alone.
struct TrendLook
{
    QString family = QStringLiteral("IPAexGothic");
    TrendNames names = {};
    QColor paper = Qt::white;
    QColor ink = Qt::black; ///< texts, axes, the baseline's mark
    QColor grid{0xc8, 0xc8, 0xc8};
    QColor actual{0x1f, 0x3b, 0x6e};
    QColor target{0x8a, 0x4b, 0x00};
    bool compact =
        false; ///< one of many: lines, marks and the ends of the axes; title, legend and values stand beside it

    bool operator==(const TrendLook &) const = default;
};

} // namespace mezasu::report
