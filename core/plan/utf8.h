// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace mezasu {

/// Appends the bytes that QStringView::toUtf8() gives, half characters as '?' included, without an array of their own.
inline void appendUtf8(QByteArray &out, QStringView text)
{
    const qsizetype had = out.size();
    out.resize(had + text.size() * 3);
    char *to = out.data() + had;
    const char16_t *from = text.utf16();
    const char16_t *const end = from + text.size();
    while (from != end) {
        const char16_t c = *from++;
        if (c < 0x80) {
            *to++ = char(c);
        } else if (c < 0x800) {
            *to++ = char(0xc0 | (c >> 6));
            *to++ = char(0x80 | (c & 0x3f));
        } else if (!QChar::isSurrogate(c)) {
            *to++ = char(0xe0 | (c >> 12));
            *to++ = char(0x80 | ((c >> 6) & 0x3f));
            *to++ = char(0x80 | (c & 0x3f));
        } else if (QChar::isHighSurrogate(c) && from != end && QChar::isLowSurrogate(*from)) {
            const char32_t whole = QChar::surrogateToUcs4(c, *from++);
            *to++ = char(0xf0 | (whole >> 18));
            *to++ = char(0x80 | ((whole >> 12) & 0x3f));
            *to++ = char(0x80 | ((whole >> 6) & 0x3f));
            *to++ = char(0x80 | (whole & 0x3f));
        } else {
            *to++ = '?';
        }
    }
    out.resize(to - out.constData());
}

} // namespace mezasu
