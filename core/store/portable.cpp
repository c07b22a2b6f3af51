// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/portable.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mezasu::portable {

using namespace Qt::StringLiterals;

QString dataFolder()
{
    static const QString folder =
        QCoreApplication::instance() ? dataFolderOf(QCoreApplication::applicationDirPath()) : QString();
    return folder;
}

QString dataFolderOf(const QString &programFolder)
{
    const QString root = QFileInfo(programFolder).absoluteFilePath();
    return QFileInfo(root + "/portable"_L1).isFile() ? QString(root + "/data"_L1) : QString();
}

} // namespace mezasu::portable
