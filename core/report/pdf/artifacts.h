// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mezasu::report {

/// A content stream with everything outside its numbered sequences marked as an artifact.
///
/// Numbered sequences (those with /MCID) stand outside text objects, as cairo writes them, so an artifact can run from one to
/// the next. Sequences without a number stay where they are: within content, or within an artifact.
std::string withArtifacts(std::string_view content);

} // namespace mezasu::report
