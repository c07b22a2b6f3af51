// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/look.h"

#include "ui/look/measures.h"
#include "ui/look/style.h"
#include "ui/look/systemcontrast.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QPointer>
#include <QSettings>
#include <QToolTip>
#include <QTranslator>
#include <QWidget>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
double s_usualPoints = 0; ///< of the application's font, before a person made it larger
Look s_look = Look::System;
Scheme s_scheme = Scheme::Light;
bool s_setting = false;

constexpr std::pair<Look, QLatin1StringView> kNames[] = {
    {Look::System, ""_L1}, {Look::Light, "light"_L1}, {Look::Dark, "dark"_L1}, {Look::HighContrast, "contrast"_L1}};

#ifdef Q_OS_WIN
// Qt 6.4 hands on none of this.
bool systemHasContrast()
{
    const QSettings contrast(
        uR"(HKEY_CURRENT_USER\Control Panel\Accessibility\HighContrast)"_s, QSettings::NativeFormat);
    return contrast.value("Flags"_L1).toString().toUInt() & 1U; // HCF_HIGHCONTRASTON
}

/// The high-contrast theme that the system has, if it has one.
std::optional<SystemContrast> themeOfSystem()
{
    if (!systemHasContrast())
        return {};
    const QSettings colours(uR"(HKEY_CURRENT_USER\Control Panel\Colors)"_s, QSettings::NativeFormat);
    return readSystemContrast([&colours](const QString &name) { return colours.value(name).toString(); });
}
#endif

/// What the system has set now.
Scheme systemScheme()
{
#ifdef Q_OS_WIN
    if (systemHasContrast())
        return Scheme::HighContrast;
    const QSettings themes(uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s,
        QSettings::NativeFormat);
    return themes.value("AppsUseLightTheme"_L1, 1).toInt() == 0 ? Scheme::Dark : Scheme::Light;
#else
    const QPalette ours = QApplication::palette();
    QApplication::setPalette({}); // what the desktop gives comes to light
    const Scheme out = schemeOf(QApplication::palette());
    QApplication::setPalette(ours);
    return out;
#endif
}

void apply()
{
    s_setting = true;
#ifdef Q_OS_WIN
    setSystemContrast(themeOfSystem());
#endif
    switch (s_look) {
    case Look::System:
        s_scheme = systemScheme();
        break;
    case Look::Light:
        s_scheme = Scheme::Light;
        break;
    case Look::Dark:
        s_scheme = Scheme::Dark;
        break;
    case Look::HighContrast:
        s_scheme = Scheme::HighContrast;
        break;
    }
    const QPalette palette = paletteOf(s_scheme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    // Qt itself tells widgets only once the event loop runs.
    QEvent changed(QEvent::ApplicationPaletteChange);
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all)
        QCoreApplication::sendEvent(widget, &changed);
    s_setting = false;
}

/// Looks again when the system has changed its colours, or may have done so while one worked elsewhere.
class SystemFollower : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool mayHaveChanged = event->type() == QEvent::ThemeChange
#ifdef Q_OS_WIN
            || event->type() == QEvent::ApplicationActivate
#endif
            || (event->type() == QEvent::ApplicationPaletteChange && watched == qApp);
        if (mayHaveChanged && s_look == Look::System && !s_setting) {
            s_setting = true;
            bool isOther = systemScheme() != s_scheme;
#ifdef Q_OS_WIN
            isOther = isOther || themeOfSystem() != systemContrast();
#endif
            s_setting = false;
            if (isOther)
                apply();
        }
        return QObject::eventFilter(watched, event);
    }
};

/// Menus name the key as keyboards, the help and the list of keys do.
class KeyNames : public QTranslator
{
public:
    using QTranslator::QTranslator;
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "QShortcut") == 0 && qstrcmp(source, "Return") == 0 ? u"Enter"_s : QString();
    }
    bool isEmpty() const override { return false; }
};
} // namespace

QString nameOf(Look look)
{
    for (const auto &[one, name] : kNames) {
        if (one == look)
            return QString(name);
    }
    return {};
}

std::optional<Look> lookNamed(QStringView name)
{
    for (const auto &[look, known] : kNames) {
        if (known == name)
            return look;
    }
    return {};
}

Scheme scheme()
{
    return s_scheme;
}

Scheme schemeOf(const QPalette &desktop)
{
    const QColor ground = desktop.color(QPalette::Active, QPalette::Window);
    const QColor text = desktop.color(QPalette::Active, QPalette::WindowText);
    if (ground.lightness() == 0 && text.lightness() == 255)
        return Scheme::HighContrast;
    return ground.lightness() < text.lightness() ? Scheme::Dark : Scheme::Light;
}

void setLook(Look look)
{
    s_look = look;
    apply();
}

void setTextSize(int percent)
{
    QFont font = QApplication::font();
    if (s_usualPoints <= 0)
        s_usualPoints = font.pointSizeF();
    font.setPointSizeF(s_usualPoints * percent / 100);
    QApplication::setFont(font);
    applyTypes();
}

double textShare()
{
    return s_usualPoints > 0 ? QApplication::font().pointSizeF() / s_usualPoints : 1;
}

void setUpLook(QApplication &application)
{
    QApplication::setStyle(new Style);
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
    static QPointer<QObject> follower;
    if (!follower) {
        follower = new SystemFollower(&application);
        application.installEventFilter(follower);
    }
    setLook(s_look);
}

void setUpLanguage(QApplication &application, const QLocale &locale)
{
    QLocale::setDefault(locale);
    auto *qtWords = new QTranslator(&application);
    if (qtWords->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qtWords);
    QApplication::installTranslator(new KeyNames(&application));
    // The words in the sources are Japanese; other languages come from a catalogue.
    auto *words = new QTranslator(&application);
    if (locale.language() != QLocale::Japanese && words->load(u":/i18n/mezasu_en.qm"_s))
        QApplication::installTranslator(words);
}

} // namespace mezasu::ui
