// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

namespace mezasu {
class Journal;

/// Something missing, doubtful or at odds in a plan: not an error, never corrected by itself.
struct Finding
{
    QString code;      ///< stable, for scripts: "code_missing"
    ElementId element; ///< where to jump to
    QString field;     ///< may be empty
    QString ja, en;    ///< what it is, without the name of the element
};

/// All findings of a plan, in the order of the plan, conflicts and suspects of erasures last.
QList<Finding> findingsOf(Journal &journal);

} // namespace mezasu
