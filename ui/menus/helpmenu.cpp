// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/helpmenu.h"

#include "ui/mainwindow.h"

#include <QCoreApplication>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

HelpMenu::HelpMenu(MainWindow *window)
    : Menu(window, tr("ヘルプ(&H)"))
{
    add(tr("Mezasuについて(&A)"), u"aboutAction"_s, {}, [window] {
        window->say(
            tr("Mezasu %1　計画づくりの道具。自由なソフトウェアです（GPL 3以降）。ネットワークには接続しません。")
                .arg(QCoreApplication::applicationVersion()));
    });
}

} // namespace mezasu::ui
