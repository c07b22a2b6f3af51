// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace mezasu::cli {

/// While it lives, what goes through the standard streams is bytes as they are, and a console shows them as UTF-8.
class Console
{
public:
    Console();
    ~Console();
    Q_DISABLE_COPY_MOVE(Console)

private:
    unsigned m_codePage = 0; ///< of the console before, which outlives us; 0: leave it
};

} // namespace mezasu::cli
