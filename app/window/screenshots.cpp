// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/screenshots.h"

#include "app/window/tour.h"
#include "ui/mainwindow.h"

#include <QDir>
#include <QPixmap>
#include <QTemporaryDir>

using namespace mezasu;
using namespace Qt::StringLiterals;

int writeScreenshots(ui::MainWindow &window, const QString &folder)
{
    QDir().mkpath(folder);
    const QDir dir(folder);
    const QTemporaryDir files;
    int written = 0;
    tour(window, files.path(), [&](const QString &name, QWidget &widget) {
        if (widget.grab().save(dir.filePath(name + u".png"_s)))
            ++written;
    });
    return written;
}
