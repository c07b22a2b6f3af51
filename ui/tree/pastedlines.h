// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/treecommands.h"

#include <QStringList>

namespace mezasu::ui {

/// Text of another program as rows to be: one for each line that is not blank.
struct PastedLines
{
    struct Line
    {
        QString code;  ///< a code, or a counting mark such as ① at the head of the line; may be empty
        QString title; ///< what follows, character for character; blanks around it are layout
    };
    QList<Line> lines;
    QStringList bullets;  ///< marks that count nothing and were left out: ・ ■
    bool isTable = false; ///< has more columns than a code and a title: better imported

    static PastedLines fromText(const QString &text);
    /// The lines as rows behind that of \p at, of its kind.
    treecommands::Made asSiblings(const Plan &plan, const ElementId &at) const;
};

} // namespace mezasu::ui
