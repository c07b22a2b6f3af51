// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scores.h"

#include <QString>

namespace mezasu::bench {

/// Where the files of a run are and how often things are measured.
struct Setup
{
    QString folder;
    int repeats = 3;
    int edits = 101;
    QString file(const QString &name) const { return folder + u'/' + name; }
};

/// Each makes the files that it needs in the folder of the run.
std::vector<Score> importRatio(const Setup &setup);
std::vector<Score> openRatio(const Setup &setup);
std::vector<Score> editRatio(const Setup &setup);
std::vector<Score> mergeRatio(const Setup &setup);

/// The file of a made plan, made by an import where it is not there yet; \p items as makePlan() takes it.
QString planFile(const Setup &setup, int items);

} // namespace mezasu::bench
