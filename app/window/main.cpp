// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/carriedsettings.h"
#include "app/window/fileservices.h"
#include "app/window/guidefiles.h"
#include "app/window/screenshots.h"
#include "ui/compositionguard.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QIcon>
#include <algorithm>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Window)
};

/// What can be said when the program is started, in the language that is set when this is made.
struct CommandLine
{
    QCommandLineOption sample{u"sample"_s, Text::tr("サンプル計画を開く。")};
    QCommandLineOption language{u"lang"_s, Text::tr("画面の言語。ja または en。"), u"LANGUAGE"_s};
    QCommandLineOption look{u"look"_s, Text::tr("画面の色。light、dark または contrast。"), u"LOOK"_s};
    QCommandLineOption text{u"text"_s, Text::tr("文字の大きさ。100から200まで（%）。"), u"PERCENT"_s};
    QCommandLineOption screenshot{u"screenshot"_s, Text::tr("各画面の画像を FOLDER に書き出して終わる。"), u"FOLDER"_s};
    QCommandLineOption guide{u"guide"_s, Text::tr("手引きを FOLDER に書き出して終わる。"), u"FOLDER"_s};
    QCommandLineOption size{u"size"_s, Text::tr("その画像の大きさ。"), u"WIDTHxHEIGHT"_s, u"1366x768"_s};
    QCommandLineParser parser;

    CommandLine()
    {
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addOptions({sample, language, look, text, screenshot, guide, size});
        parser.addPositionalArgument(u"FILE"_s, Text::tr("開く計画。"), u"[FILE]"_s);
    }
};

QString userName()
{
    QString name = qEnvironmentVariable("USERNAME", qEnvironmentVariable("USER"));
#ifdef Q_OS_UNIX
    if (name.isEmpty()) { // as where a desktop did not start this
        if (const passwd *entry = getpwuid(geteuid()))
            name = QString::fromLocal8Bit(entry->pw_name);
    }
#endif
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
    CommandLine asked; // in no language yet
    asked.parser.parse(QApplication::arguments());
    const bool takesPictures = asked.parser.isSet(asked.screenshot);
    if (!takesPictures && !asked.parser.isSet(asked.guide)) // they show what everybody sees first
        mezasu::ui::settings::keepInUserFolder();
    const QString words =
        asked.parser.isSet(asked.language) ? asked.parser.value(asked.language) : mezasu::ui::settings::language();
    mezasu::ui::setUpLanguage(application, words == u"en"_s ? QLocale(QLocale::English) : QLocale(QLocale::Japanese));
    CommandLine line;
    line.parser.process(application);
    const QString wished = line.parser.isSet(line.look) ? line.parser.value(line.look) : mezasu::ui::settings::look();
    const auto look = mezasu::ui::lookNamed(wished);
    if (!look && line.parser.isSet(line.look)) {
        std::fprintf(
            stderr, "%s\n", qPrintable(Text::tr("--look には light、dark、contrast のどれかを指定してください。")));
        return 2;
    }
    mezasu::ui::setUpLook(application);
    mezasu::ui::setLook(look.value_or(mezasu::ui::Look::System));
    const int percent =
        line.parser.isSet(line.text) ? line.parser.value(line.text).toInt() : mezasu::ui::settings::textPercent();
    mezasu::ui::setTextSize(
        std::clamp(percent, mezasu::ui::settings::kSmallestText, mezasu::ui::settings::kLargestText));
    mezasu::ui::CompositionGuard guard;
    mezasu::FileServices services(userName());
    mezasu::ui::DesktopQuestions questions;
    if (line.parser.isSet(line.guide))
        return writeGuide(&services, &questions, line.parser.value(line.guide)) ? 0 : 4;
    mezasu::ui::MainWindow window(&services, &questions);

    const QStringList files = line.parser.positionalArguments();
    if (!files.isEmpty())
        window.openPlan(files.constFirst());
    else if (line.parser.isSet(line.sample))
        window.openSample();
    if (takesPictures) {
        const QStringList sides = line.parser.value(line.size).split(u'x');
        window.resize(sides.value(0).toInt(), sides.value(1).toInt());
        window.show();
        const int written = writeScreenshots(window, line.parser.value(line.screenshot));
        std::printf("%d\n", written);
        return written > 0 ? 0 : 4;
    }
    window.show();
    return QApplication::exec();
}
