// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QStyleFactory>
#include <QTranslator>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
double s_usualPoints = 0; ///< of the application's font, before a person made it larger
} // namespace

void setTextSize(int percent)
{
    QFont font = QApplication::font();
    if (s_usualPoints <= 0)
        s_usualPoints = font.pointSizeF();
    font.setPointSizeF(s_usualPoints * percent / 100);
    QApplication::setFont(font);
}

void setUpLook(QApplication &application)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QFont font = QApplication::font();
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : {u"BIZ UDPGothic"_s, u"BIZ UDPゴシック"_s, u"Yu Gothic UI"_s, u"Noto Sans CJK JP"_s,
             u"Noto Sans JP"_s, u"IPAexGothic"_s}) {
        if (installed.contains(family)) {
            font.setFamily(family);
            break;
        }
    }
    font.setPointSizeF(std::max(10.5, font.pointSizeF()));
    application.setFont(font);
    s_usualPoints = font.pointSizeF();
}

void setUpLanguage(QApplication &application, const QLocale &locale)
{
    QLocale::setDefault(locale);
    auto *qtWords = new QTranslator(&application);
    if (qtWords->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qtWords);
    // The words in the sources are Japanese; other languages come from a catalogue.
    auto *words = new QTranslator(&application);
    if (locale.language() != QLocale::Japanese && words->load(u":/i18n/mezasu_en.qm"_s))
        QApplication::installTranslator(words);
}

} // namespace mezasu::ui
