// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mezasu::test {

/// The child: edits a plan file for ever and prints the name of each ChangeSet once it was reported saved.
int editUntilKilled(const QString &path, quint32 seed);

/// The parent: starts children on one plan file, kills each at some moment, and looks at the file after each.
/// \return empty, or what was lost
struct KillReport
{
    QString failure;
    int rounds = 0, saved = 0, cutShort = 0; ///< cutShort: killed with a journal left behind
};
KillReport killAgainAndAgain(const QString &program, const QString &folder, int rounds, quint32 seed);

} // namespace mezasu::test
