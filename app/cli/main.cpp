// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"

#include <QApplication>
#include <QCoreApplication>
#include <clocale>
#include <cstdio>

using namespace mezasu::cli;
using namespace Qt::StringLiterals;

namespace {
void printUsage(FILE *to)
{
    std::fputs("使い方 / usage: mezasu-cli COMMAND …\n\n", to);
    for (const Command &command : commands())
        std::fprintf(to, "  mezasu-cli %s\n", command.usage);
    std::fputs("\n共通 / common: --author NAME --reason TEXT --now ISO-TIME --lang ja|en --format text|json "
               "--take-lock TOKEN\n"
               "終了コード / exit codes: 0 done, 1 something remains, 2 usage, 3 refused or damaged, 4 not written\n",
        to);
}

int run(const Command &command, const QStringList &rest)
{
    auto arguments = Arguments::parse(rest, command.options);
    if (!arguments) {
        const auto &error = arguments.error();
        std::fprintf(stderr, "%s: %s\n使い方 / usage: mezasu-cli %s\n", qUtf8Printable(error.subject),
            qUtf8Printable(error.detail), command.usage);
        return kUsage;
    }
    Context context(std::move(arguments).value());
    return command.run(context);
}
} // namespace

int main(int argc, char **argv)
{
    const Console console;
    QCoreApplication::setApplicationName(u"Mezasu"_s);
    QCoreApplication::setOrganizationName(u"Mezasu"_s);
    const QString name = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const Command *command = nullptr;
    for (const Command &c : commands()) {
        if (name == QLatin1StringView(c.name))
            command = &c;
    }
    if (!command) {
        const bool help = name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1;
        printUsage(help ? stdout : stderr);
        return help ? kDone : kUsage;
    }
    if (command->needsGui) {
        // Fonts and charts need an application object, never a display.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QApplication application(argc, argv);
        return run(*command, QCoreApplication::arguments().mid(2));
    }
    const QCoreApplication application(argc, argv);
    return run(*command, QCoreApplication::arguments().mid(2));
}
