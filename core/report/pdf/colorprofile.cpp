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
    const auto read = [](const QString &path) {
        QFile file(path);
        const QByteArray profile = !path.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        return profile.mid(36, 4) == "acsp" ? profile : QByteArray(); // the signature of every ICC profile
    };
    QByteArray profile = read(QCoreApplication::applicationDirPath() + u"/icc/sRGB.icc"_s);
    if (profile.isEmpty())
        profile = read(QStringLiteral(MEZASU_SRGB_PROFILE));
    if (profile.isEmpty())
        profile = read(QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"color/icc/sRGB.icc"_s));
    if (!profile.isEmpty())
        return profile;
    return makeError(
        Error::Code::NotFound, u"the colour profile of icc-profiles-free is not installed"_s, u"sRGB.icc"_s);
}

} // namespace mezasu::report
