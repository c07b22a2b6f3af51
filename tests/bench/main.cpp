// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == "--child"_L1)
        return mezasu::bench::runMemoryChild(arguments.at(2), arguments.at(3));

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures plans M and L against bare SQLite; see tests/bench/README.md."_s);
    parser.addHelpOption();
    parser.addOptions({{u"only"_s, u"import, open, edit, merge, memory; separated by commas"_s, u"names"_s},
        {u"repeat"_s, u"how often the long ones are measured (3)"_s, u"n"_s, u"3"_s},
        {u"edits"_s, u"how many single edits are measured (101)"_s, u"n"_s, u"101"_s},
        {u"folder"_s, u"where the files are made and left; else a temporary folder"_s, u"path"_s}});
    parser.process(app);
    const QTemporaryDir temporary;
    mezasu::bench::Setup setup;
    setup.folder = parser.isSet(u"folder"_s) ? parser.value(u"folder"_s) : temporary.path();
    setup.repeats = std::max(1, parser.value(u"repeat"_s).toInt());
    setup.edits = std::max(1, parser.value(u"edits"_s).toInt());

    const QStringList only = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts);
    std::vector<mezasu::bench::Score> scores;
    const auto run = [&](const QString &name, auto function) {
        if (!only.isEmpty() && !only.contains(name))
            return;
        const auto some = function(setup);
        scores.insert(scores.end(), some.begin(), some.end());
    };
    run(u"import"_s, mezasu::bench::importRatio);
    run(u"open"_s, mezasu::bench::openRatio);
    run(u"edit"_s, mezasu::bench::editRatio);
    run(u"merge"_s, mezasu::bench::mergeRatio);
    run(u"memory"_s, mezasu::bench::memoryUse);
    return mezasu::bench::print(scores) ? 0 : 1;
}
