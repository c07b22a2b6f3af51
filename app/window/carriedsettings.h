// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace mezasu {

/// While it lives, a portable program's settings are those beside the program, Qt's own for file dialogs too; when it goes,
/// nothing of them is left on this computer. Does nothing for a program that is installed.
class CarriedSettings
{
public:
    CarriedSettings();
    ~CarriedSettings();
    Q_DISABLE_COPY_MOVE(CarriedSettings)

private:
    bool m_cleanUp = false;
};

} // namespace mezasu
