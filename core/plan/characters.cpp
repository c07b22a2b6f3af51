// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/characters.h"

#include <QTextBoundaryFinder>

namespace mezasu {

qsizetype countCharacters(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype count = 0;
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > 0; from = to, to = finder.toNextBoundary()) {
        const QChar c = text.at(from);
        if (c != u'\n' && c != u'\r')
            ++count;
    }
    return count;
}

} // namespace mezasu
