// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/colorprofile.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace mezasu::report {

Result<QByteArray> srgbProfile()
{
    const QString inData = QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"color/icc/sRGB.icc"_s);
    for (const QString &path : {QString(QCoreApplication::applicationDirPath() + u"/icc/sRGB.icc"_s),
             QStringLiteral(MEZASU_SRGB_PROFILE), inData}) {
        QFile file(path);
        if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray profile = file.readAll();
        if (profile.mid(36, 4) == "acsp") // the signature of every ICC profile
            return profile;
    }
    return makeError(
        Error::Code::NotFound, u"the colour profile of icc-profiles-free is not installed"_s, u"sRGB.icc"_s);
}

} // namespace mezasu::report
