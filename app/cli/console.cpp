// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#endif

namespace mezasu::cli {

#ifdef Q_OS_WIN
Console::Console()
{
    for (const int stream : {0, 1, 2})
        _setmode(stream, _O_BINARY); // otherwise every line end becomes two bytes, also inside a workbook
    m_codePage = GetConsoleOutputCP();
    if (m_codePage != 0)
        SetConsoleOutputCP(CP_UTF8);
}

Console::~Console()
{
    if (m_codePage != 0)
        SetConsoleOutputCP(m_codePage);
}
#else
Console::Console() = default;
Console::~Console() = default;
#endif

} // namespace mezasu::cli
