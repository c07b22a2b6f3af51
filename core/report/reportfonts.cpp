// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportfonts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace mezasu::report {

FontChoice fontChoice(Typeface typeface)
{
    FontChoice fonts;
    if (typeface == Typeface::Gothic)
        fonts.body = fonts.strong;
    return fonts;
}

void loadShippedFonts()
{
    const QDir folder(QCoreApplication::applicationDirPath() + u"/fonts"_s);
    for (const QString &name : folder.entryList({u"*.ttf"_s, u"*.otf"_s, u"*.ttc"_s}, QDir::Files))
        QFontDatabase::addApplicationFont(folder.filePath(name));
}

Result<> requireFonts(const FontChoice &fonts)
{
    for (const QString &family : {fonts.body, fonts.strong}) {
        if (!QFontDatabase::hasFamily(family))
            return makeError(Error::Code::NotFound, u"the font is not installed"_s, family);
    }
    return {};
}

QFont fontOf(const TextStyle &style)
{
    QFont font(style.family);
    font.setPixelSize(style.size);
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting); // widths that do not depend on the device
    font.setKerning(true);
    return font;
}

} // namespace mezasu::report
