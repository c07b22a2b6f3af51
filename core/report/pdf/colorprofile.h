// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"

#include <QByteArray>

namespace mezasu::report {

/// The sRGB colour profile that PDF/A asks for: from beside the program, from the place known when it was built, or
/// from the system's data folders.
/// \retval NotFound it lies in none of them
Result<QByteArray> srgbProfile();

} // namespace mezasu::report
