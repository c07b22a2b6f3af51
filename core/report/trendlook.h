// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace mezasu::report {

/// How a trend chart looks. What series are is told by marks and lines, never by colour alone.
struct TrendLook
{
    QString family = QStringLiteral("IPAexGothic");
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
