// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace mezasu::cli {

/// A command: the options it knows, how it is called, and what it does. Each returns an exit code.
struct Command
{
    const char *name;
    const char *usage;
    QList<OptionSpec> options;
    int (*run)(Context &);
    bool needsGui = false; ///< sets type: fonts and charts need a QApplication
};

const QList<Command> &commands();

int runNew(Context &context);
int runImport(Context &context);
int runExport(Context &context);
int runApply(Context &context);
int runReport(Context &context);
int runChart(Context &context);
int runCheck(Context &context);
int runLog(Context &context);
int runEdition(Context &context);
int runDiff(Context &context);
int runPack(Context &context);
int runMerge(Context &context);
int runConflicts(Context &context);
int runErase(Context &context);

} // namespace mezasu::cli
