// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rowpaste.h"

#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

QList<exchange::MarkedText> rowsOfPaste(const QString &text)
{
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    QList<exchange::MarkedText> rows;
    int marked = 0;
    QString blank; // between lines of one row they stay, between rows they go
    for (const QString &line : plain.split(u'\n')) {
        if (line.trimmed().isEmpty()) {
            blank += u'\n';
            continue;
        }
        const exchange::MarkedText split = exchange::splitMark(line);
        if (!split.mark.isEmpty() || rows.isEmpty()) {
            rows.append(split);
            marked += split.mark.isEmpty() ? 0 : 1;
        } else {
            rows.last().text += blank + u'\n' + line;
        }
        blank.clear();
    }
    return marked < 2 ? QList<exchange::MarkedText>() : rows;
}

} // namespace mezasu::ui
