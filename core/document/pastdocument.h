// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

namespace mezasu {

/// The plan as it was when an edition was named, for reading only, with its history up to then.
/// NotFound where its ChangeSets are not here, Damaged where the edition cannot be read.
Result<std::unique_ptr<PlanDocument>> documentOfEdition(PlanDocument &of, const ElementId &edition);

} // namespace mezasu
