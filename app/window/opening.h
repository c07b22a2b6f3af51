// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/planfile.h"

namespace mezasu {

/// Opens a plan file in a worker, while the window stays alive and offers to cancel, and hands it to the thread that asked.
/// Cancelled: by the person; nothing of the file stays taken.
Result<std::unique_ptr<PlanFile>> openInWorker(const QString &path, PlanFile::Options options);

} // namespace mezasu
