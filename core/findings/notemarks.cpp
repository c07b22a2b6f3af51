// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/notemarks.h"

#include <QRegularExpression>

namespace mezasu::notes {

using namespace Qt::StringLiterals;

QStringList marksIn(const QString &text)
{
    QStringList out;
    if (!text.contains(u'※') && !text.contains(u'注'))
        return out;
    static const QRegularExpression bracketed(u"[（(](?:※[0-9０-９]{0,3}|注[0-9０-９]{1,3})[）)]"_s);
    static const QRegularExpression behindWord(u"(?<=[\\p{L}\\p{N}ー」』）)])※(?:[0-9０-９]{1,3})?"_s);
    for (const QRegularExpression &expression : {bracketed, behindWord}) {
        auto found = expression.globalMatch(text);
        while (found.hasNext()) {
            const QString mark = found.next().captured();
            if (!out.contains(mark))
                out.append(mark);
        }
    }
    return out;
}

QString key(const QString &mark)
{
    QString out;
    for (const QChar c : mark) {
        if (c.isSpace() || QStringView(u"（）()：:").contains(c))
            continue;
        out += c >= u'０' && c <= u'９' ? QChar(c.unicode() - u'０' + u'0') : c;
    }
    return out;
}

} // namespace mezasu::notes
