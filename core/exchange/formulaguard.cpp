// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/formulaguard.h"

namespace mezasu::exchange {

bool needsApostrophe(const QString &text)
{
    for (const QChar c : text) {
        if (c == u'\'')
            continue;
        return c == u'=' || c == u'+' || c == u'-' || c == u'@' || c == u'\t' || c == u'\r';
    }
    return false;
}

QString guarded(const QString &text)
{
    return needsApostrophe(text) ? QString(u'\'' + text) : text;
}

QString unguarded(const QString &text)
{
    return text.startsWith(u'\'') && needsApostrophe(text) ? text.mid(1) : text;
}

QString guardedForWorkbook(const QString &text)
{
    return text.startsWith(u'\'') ? guarded(text) : text;
}

} // namespace mezasu::exchange
