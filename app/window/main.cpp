// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/carriedsettings.h"
#include "app/window/fileservices.h"
#include "app/window/screenshots.h"
#include "ui/compositionguard.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {
QString userName()
{
    const QString name = qEnvironmentVariable("USERNAME", qEnvironmentVariable("USER"));
    return name.isEmpty() ? u"?"_s : name;
}
} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"mezasu"_s);
    QApplication::setApplicationDisplayName({});
    QApplication::setApplicationVersion(u"0.1.0"_s);
    QApplication::setWindowIcon(QIcon(u":/mezasu/icons/mezasu.svg"_s));

    const mezasu::CarriedSettings carried;
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sample(u"sample"_s, u"サンプル計画を開く"_s);
    const QCommandLineOption language(u"lang"_s, u"ja または en"_s, u"LANGUAGE"_s);
    const QCommandLineOption look(u"look"_s, u"light、dark または contrast"_s, u"LOOK"_s);
    const QCommandLineOption screenshot(u"screenshot"_s, u"各ページの画像を FOLDER に書き出して終わる"_s, u"FOLDER"_s);
    const QCommandLineOption size(u"size"_s, u"画像の大きさ"_s, u"WIDTHxHEIGHT"_s, u"1366x768"_s);
    parser.addOptions({sample, language, look, screenshot, size});
    parser.addPositionalArgument(u"FILE"_s, u"開く計画"_s, u"[FILE]"_s);
    parser.process(application);

    if (!parser.isSet(screenshot)) // pictures show what everybody sees first
        mezasu::ui::settings::keepInUserFolder();
    mezasu::ui::setUpLook(application);
    const QString wished = parser.isSet(look) ? parser.value(look) : mezasu::ui::settings::look();
    const auto known = mezasu::ui::lookNamed(wished);
    if (!known && parser.isSet(look)) {
        std::fprintf(stderr, "--look: light, dark, contrast\n");
        return 2;
    }
    mezasu::ui::setLook(known.value_or(mezasu::ui::Look::System));
    mezasu::ui::setTextSize(mezasu::ui::settings::textPercent());
    const QString words = parser.isSet(language) ? parser.value(language) : mezasu::ui::settings::language();
    mezasu::ui::setUpLanguage(application, words == u"en"_s ? QLocale(QLocale::English) : QLocale(QLocale::Japanese));
    mezasu::ui::CompositionGuard guard;
    mezasu::FileServices services(userName());
    mezasu::ui::DesktopQuestions questions;
    mezasu::ui::MainWindow window(&services, &questions);

    const QStringList files = parser.positionalArguments();
    if (!files.isEmpty())
        window.openPlan(files.constFirst());
    else if (parser.isSet(sample))
        window.openSample();
    if (parser.isSet(screenshot)) {
        const QStringList sides = parser.value(size).split(u'x');
        window.resize(sides.value(0).toInt(), sides.value(1).toInt());
        window.show();
        const int written = writeScreenshots(window, parser.value(screenshot));
        std::printf("%d\n", written);
        return written > 0 ? 0 : 4;
    }
    window.show();
    return QApplication::exec();
}
