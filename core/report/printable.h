// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mezasu::report {

/// The text with a blank for every control character: they have no glyph, and XML and PDF viewers stumble over them.
inline QString withoutControls(QString text)
{
    for (QChar &c : text) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f || c.unicode() >= 0xfffe)
            c = u' ';
    }
    return text;
}

} // namespace mezasu::report
